import { everyday, lexicon, type ConceptId, type Gloss, type Lang, type MetricId } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { isUnit } from '../language/unit-families.js';
import { questionWords } from '../language/words.js';
import { aliasTerms, type AliasTable } from './aliases.js';
import { englishTerms } from './english.js';
import { COST, frameSet, knownWords, lightSet, spokenWords, TELLING, type Letters, type Reading } from './known-words.js';
import { cheapestReading, type Edge } from './lattice.js';

/** A content word with what it means. Offsets count in the folded text it was read from. */
export interface Term {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Null for a word that no surface of the lexicon covers: it can only match literally. */
  readonly concept: ConceptId | null;
  /** How much it tells figures apart, 0–1. */
  readonly weight: number;
  /** The metric that the word is an alias of: figures of that metric say it, whatever their labels. */
  readonly metric?: MetricId;
  /** What reports may print for an English or an everyday Chinese word; absent for words that are not listed, and in labels. */
  readonly gloss?: Gloss;
}

/** A run of a text that somebody has understood already (a year, an organisation); no term is read from it. */
export interface Claimed {
  readonly start: number;
  readonly end: number;
}

/** Cuts folded Chinese text into words that tile it. */
export type Cut = (text: string) => readonly { readonly start: number; readonly end: number }[];

/** A surface that a mistyped run may stand for. */
export type Respell = (run: string) => string | null;

/** True where two readings of a question come to the same words. */
export function sameTerms(a: readonly Term[], b: readonly Term[]): boolean {
  return a.length === b.length && a.every((term, i) => term.concept === b[i]!.concept && term.text === b[i]!.text);
}

const RAW_WEIGHT = 1;
/** 录了, 编了: what was done with a thing tells figures apart less than the thing. */
const DONE = /^\p{Script=Han}了$/u;
const DONE_WEIGHT = 0.4;
const DEED_WEIGHT = 0.5;
const HAN = /\p{Script=Han}/u;
const IN_BRACKETS = /[([][^()[\]]*\p{Script=Han}[^()[\]]*[)\]]/gu;
/** 哪三库, 学些, 填几: a guess of the segmenter that swallows a word of asking. */
const ASKING = /^哪|[些几]$/u;

/**
 * Reads the content words of folded Chinese text: the cheapest chain of lexicon surfaces, frame words, dictionary words and stray characters.
 * Neighbouring stray characters become one raw term. Frame words and claimed runs give no term. `spoken`: everyday words are known too, as in what somebody asks and not in what a report prints.
 */
export function chineseTerms(text: string, cut: Cut, claimed: readonly Claimed[] = [], respell: Respell | null = null, aliases: AliasTable | null = null, spoken = false): Term[] {
  const blocked = new Uint8Array(text.length + 1);
  for (const { start, end } of claimed) blocked.fill(1, start, end);
  const free = (start: number, end: number): boolean => {
    for (let i = start; i < end; i += 1) if (blocked[i] === 1) return false;
    return true;
  };
  const edges = [...withWordsWhole(knownEdges(text, free, spoken ? spokenWords() : knownWords()), text, cut), ...wordEdges(text, cut, free, spoken)];
  edges.push(...shortNounEdges(text));
  if (respell) edges.push(...respeltEdges(text, cut, respell, free));
  if (aliases) return chain(withAliases(edges, [...aliasEdges(text, aliases, free)]), text);
  return chain(edges, text);
}

/** 开了几次会: what is left behind the counter, one character, is a noun where it is short for one. */
function* shortNounEdges(text: string): Generator<Edge<Reading>> {
  const last = /\p{Script=Han}(?=\P{Script=Han}*$)/u.exec(text);
  const surface = last === null ? undefined : questionWords('zh').shortNouns[last[0]];
  if (last === null || surface === undefined || last.index === 0 || !isUnit(text[last.index - 1]!)) return;
  yield { start: last.index, end: last.index + 1, cost: COST.shortNoun, value: { kind: 'concept', surface } };
}

function chain(edges: readonly Edge<Reading>[], text: string): Term[] {
  return joinCharacters(cheapestReading(text.length, edges, COST.gap), text).flatMap((edge) => termsOf(edge, text));
}

/** Reads the content words of a question or label in either language. */
export function termsIn(text: string, lang: Lang, cut: Cut, claimed: readonly Claimed[] = [], respell: Respell | null = null, aliases: AliasTable | null = null, spoken = false): Term[] {
  if (lang === 'zh') return chineseTerms(text, cut, claimed, respell, aliases, spoken);
  const english = englishTerms(text, claimed, aliases);
  return HAN.test(text) ? withQuoted(text, english, chineseTerms(text, cut, [...claimed, ...notHan(text)])) : english;
}

/** Chinese words that an English question quotes are words of it; in brackets (appeals (申诉)) they are the name of the noun before, which then needs no explanation of its own. */
function withQuoted(text: string, english: readonly Term[], quoted: readonly Term[]): Term[] {
  const named = [...text.matchAll(IN_BRACKETS)].map(({ index, 0: said }) => ({ start: index, end: index + said.length })).filter(({ start, end }) => quoted.some((term) => start < term.start && term.end < end && term.weight >= TELLING));
  const isNamed = ({ end }: Term): boolean => named.some(({ start }) => end <= start && text.slice(end, start).trim() === '');
  return [...english.filter((term) => !isNamed(term)), ...quoted].toSorted((a, b) => a.start - b.start);
}

function notHan(text: string): Claimed[] {
  return [...text.matchAll(/\P{Script=Han}+/gu)].map(({ index, 0: said }) => ({ start: index, end: index + said.length }));
}

function* knownEdges(text: string, free: (start: number, end: number) => boolean, root: Letters): Generator<Edge<Reading>> {
  // 不同意 is none of what 同意 may stand for.
  const { denials } = labelCues();
  for (let start = 0; start < text.length; start += 1) {
    if (!free(start, start + 1)) continue;
    let node = root.next.get(text[start]!);
    for (let end = start + 1; node && free(end - 1, end); end += 1) {
      if (node.word && !(node.word.value.kind === 'everyday' && denials.includes(text[start - 1] ?? ''))) yield { start, end, ...node.word };
      node = end < text.length ? node.next.get(text[end]!) : undefined;
    }
    if (/[\p{L}\p{N}]/u.test(text[start]!)) yield { start, end: start + 1, cost: COST.character, value: { kind: 'character' } };
  }
}

/** 上 of 上报 and 中 of 中转 begin a word, and say nothing of where; 用的 of 录用的 takes the end of one. */
function* withWordsWhole(edges: Iterable<Edge<Reading>>, text: string, cut: Cut): Generator<Edge<Reading>> {
  const { inNames } = questionWords('zh');
  const words = cut(text).filter(({ start, end }) => end - start > 1 && !isOnlyParticles(text.slice(start, end)));
  const isPiece = ({ start, end }: Edge<Reading>): boolean => words.some((word) => (end - start === 1 && word.start === start && inNames.includes(text[start]!)) || (word.start < start && start < word.end && word.end < end));
  for (const edge of edges) yield edge.value.kind === 'frame' && isPiece(edge) ? { ...edge, cost: edge.cost + COST.cutWord } : edge;
}

/** True for a Chinese surface of the lexicon that names something (咨询), not one that is said of anything (资讯). */
export function tellsApart(surface: string): boolean {
  return (lexicon().meaning('zh', surface) ?? []).some((id) => (lexicon().concept(id)?.weight ?? 1) >= TELLING);
}

function* wordEdges(text: string, cut: Cut, free: (start: number, end: number) => boolean, spoken: boolean): Generator<Edge<Reading>> {
  const { comparison, joinedByComparison, joinedByEach } = questionWords('zh').patterns;
  const compares = comparison.test(text);
  for (const { start, end } of cut(text)) {
    const word = text.slice(start, end);
    if (end - start > 1 && free(start, end) && isOnlyParticles(word)) yield { start, end, cost: COST.frame, value: { kind: 'frame' } };
    if (end - start > 1 && free(start, end) && !holdsNegation(word) && !ASKING.test(word) && !(compares && joinedByComparison.test(word)) && !joinedByEach.test(word) && /[\p{L}\p{N}]/u.test(word)) yield { start, end, cost: isKnownWithParticles(word, spoken) || isThingWithDeed(word, !free(end, end + 1)) || (spoken && isNounWithDeed(word)) ? COST.knownAsWord : COST.word, value: { kind: 'word' } };
    if (spoken && word.length > 1 && word.length < 4 && free(start, end) && saysDeed(word.at(-1)!) && labelCues().askedNext.test(text.slice(end))) yield { start, end: end - 1, cost: COST.beforeDeed, value: { kind: 'word' } };
  }
}

/** 几个村试电子屏: two words of one character that the segmenter takes for one. */
function isNounWithDeed(word: string): boolean {
  return word.length === 2 && tellsApart(word[0]!) && saysDeed(word[1]!);
}

/** 证发了几本: what the segmenter joins with the deed behind it. */
function saysDeed(character: string): boolean {
  return everyday().of(character)?.isDeed === true;
}

/** 微信发多少条, `counted`: what stands right before 多少 is no unknown word where it is a thing and what was done with it. */
function isThingWithDeed(word: string, counted: boolean): boolean {
  if (!counted || word.length < 3 || !tellsApart(word.slice(0, -1))) return false;
  const deed = lexicon().meaning('zh', word.slice(-1)) ?? [];
  return deed.length > 0 && deed.every((id) => (lexicon().concept(id)?.weight ?? 1) > 0);
}

/** A respelling that cuts a word in two (一|般的 for 般的) costs more: mistyped words mostly begin and end where words do. */
function* respeltEdges(text: string, cut: Cut, respell: Respell, free: (start: number, end: number) => boolean): Generator<Edge<Reading>> {
  const inside = new Set(cut(text).flatMap(({ start, end }) => Array.from({ length: end - start - 1 }, (_, i) => start + 1 + i)));
  for (let start = 0; start < text.length; start += 1) {
    for (let end = start + 2; end <= Math.min(text.length, start + 6) && HAN.test(text[end - 1]!); end += 1) {
      if (!free(start, end)) break;
      const surface = respell(text.slice(start, end));
      if (surface) yield { start, end, cost: COST.respelt + (inside.has(start) ? COST.cutWord : 0) + (inside.has(end) ? COST.cutWord : 0), value: { kind: 'concept', surface } };
    }
  }
}

/** The segmenter's guesses do not know an alias and run over its edge (比小铺); longer words of the lexicon still win. */
function withAliases(edges: readonly Edge<Reading>[], named: readonly Edge<Reading>[]): Edge<Reading>[] {
  const crosses = (edge: Edge<Reading>): boolean => edge.value.kind === 'word' && named.some((alias) => alias.start < edge.end && edge.start < alias.end);
  return [...edges.filter((edge) => !crosses(edge)), ...named];
}

function* aliasEdges(text: string, aliases: AliasTable, free: (start: number, end: number) => boolean): Generator<Edge<Reading>> {
  for (let start = 0; start < text.length; start += 1) {
    for (const { phrase, metric } of aliases.at(text, start)) {
      const end = start + phrase.length;
      if (free(start, end)) yield { start, end, cost: COST.alias, value: { kind: 'alias', metric } };
    }
  }
}

function joinCharacters(chain: readonly Edge<Reading>[], text: string): Edge<Reading>[] {
  const joined: Edge<Reading>[] = [];
  for (const edge of chain) {
    const before = joined[joined.length - 1];
    const touches = before?.end === edge.start && edge.value.kind === 'character' && before.value.kind === 'character';
    // 坪下村 is not 坪上村: behind a character that nobody knows, 下 is a piece of a name, not a word of asking.
    const isNamePiece = before?.end === edge.start && before.value.kind === 'character' && edge.value.kind === 'frame' && edge.end - edge.start === 1 && HAN.test(text[before.start]!) && questionWords('zh').inNames.includes(text[edge.start]!);
    if (isNamePiece || (touches && HAN.test(text[edge.start]!) === HAN.test(text[before.start]!))) joined[joined.length - 1] = { ...before, end: edge.end };
    else joined.push(edge);
  }
  return joined;
}

function termsOf(edge: Edge<Reading>, text: string): Term[] {
  const { start, end, value } = edge;
  if (value.kind === 'frame') return [];
  const place = { text: text.slice(start, end), start, end };
  if (value.kind === 'everyday') return [{ ...place, concept: value.gloss.concept, weight: isLight(place.text) || isLight(text.slice(start, end + 1)) ? DONE_WEIGHT : weightOf(place.text, value.gloss), gloss: value.gloss }];
  if (value.kind === 'alias') return aliasTerms(place, value.metric, lexicon().meaning('zh', place.text));
  if (value.kind !== 'concept') return [{ ...place, concept: null, weight: isLight(place.text) ? DONE_WEIGHT : RAW_WEIGHT }];
  const words = lexicon();
  return (words.meaning('zh', value.surface) ?? []).map((id) => ({ ...place, concept: id, weight: words.concept(id)?.weight ?? 1, ...(value.gloss && { gloss: value.gloss }) }));
}

/** 抓 of 怎么抓队伍 may stand for too many deeds to find a sentence by them: it is looked for as it is. Any other word keeps what it may stand for. */
export function asTyped(term: Term): Term {
  const { text, start, end, concept, gloss } = term;
  return gloss?.of === 'zh' && concept === null && text.length === 1 ? { text, start, end, concept, weight: RAW_WEIGHT } : term;
}

/** 帮我挂个号: a deed of one character, which may be so many, is what it is typed as where nothing else of the question tells anything. */
export function withoutLoneDeeds(terms: readonly Term[]): readonly Term[] {
  return terms.every((term) => term.weight < TELLING || asTyped(term) !== term) ? terms.map(asTyped) : terms;
}

/** 发, 挂: a deed of one character may be so many that it tells figures apart less than what it was done with. */
function weightOf(word: string, { concept, isDeed }: Gloss): number {
  if (concept !== null) return lexicon().concept(concept)?.weight ?? RAW_WEIGHT;
  return isDeed && word.length === 1 ? DEED_WEIGHT : RAW_WEIGHT;
}

/** 录了 tells figures apart less than what was recorded; 坏了 and 拆了 say what became of it, and must be said by the figure too. */
function isLight(word: string): boolean {
  return lightSet().has(word) || (DONE.test(word) && !labelCues().turning.some((turn) => word.startsWith(turn)));
}

/** 点未设 is a guess of the segmenter: 未 denies and stands by itself. */
function holdsNegation(word: string): boolean {
  return [...word].some((character) => lexicon().meaning('zh', character)?.includes('negation'));
}

function isOnlyParticles(word: string): boolean {
  const { particles } = questionWords('zh');
  return [...word].every((character) => particles.includes(character));
}

/** 共为, 花了, 村办: a dictionary word that is a known word with particles, particles only, two known characters, what tells little with particles (被判), a known thing with 量 behind it, or 占 or a word that tells little (类) before a known word. */
function isKnownWithParticles(word: string, spoken: boolean): boolean {
  const { particles } = questionWords('zh');
  let core = word;
  while (core.length > 0 && particles.includes(core.at(-1)!)) core = core.slice(0, -1);
  while (core.length > 0 && particles.includes(core[0]!)) core = core.slice(1);
  if (word.length === 2 && [...word].every((character) => lexicon().meaning('zh', character) !== undefined)) return true;
  // 上级, 中级: what stands first is a piece of the word.
  if (core.length === 1 && isOnlyParticles(word[0]!) && questionWords('zh').inNames.includes(word[0]!)) return false;
  // 占新收, (物业)类工单: one character and a known word, which the segmenter took for one.
  if (word.length > 2 && tellsLittle(word[0]!) && lexicon().meaning('zh', word.slice(1)) !== undefined) return true;
  // 游客量: how many of a known thing.
  if (word.length > 2 && lexicon().meaning('zh', word.at(-1)!)?.includes('quantity') === true && tellsApart(word.slice(0, -1))) return true;
  return core.length < word.length && (core === '' || lexicon().meaning('zh', core) !== undefined || frameSet().has(core) || lightSet().has(core) || (spoken && everyday().of(core) !== undefined));
}

function tellsLittle(character: string): boolean {
  const words = lexicon();
  return words.meaning('zh', character)?.every((id) => id === 'share' || (words.concept(id)?.weight ?? 1) < TELLING) ?? false;
}
