import { fold, lexicon, matchesOf, readingOf, type Lang } from '../../index/mod.js';
import { questionWords, type Cue } from '../language/words.js';
import { relatesFigures, unitFor } from '../language/unit-families.js';
import type { AliasTable } from './aliases.js';
import { classesNamed } from './classes-named.js';
import { countedNumbers, counterOf, itemCountsIn } from './counter-asked.js';
import { cuesIn, longestMention, type CueMention } from './cue.js';
import { orderRemark, placeOfSide, type OrderSaid, type OrderSide } from './order-said.js';
import type { OrganisationMention, OrganisationNames } from './organisation.js';
import { withoutSmallTalk } from './small-talk.js';
import { termsIn, withoutLoneDeeds, type Claimed, type Cut, type Respell, type Term } from './terms.js';
import { withPublished, withPublishing } from './published-on.js';
import { rowsSaid } from './rows-said.js';
import { villagesIn } from './villages.js';
import { yearsIn, type YearMention } from './year.js';

/** A question as read: what it names, what it is after, and the content words that are left. Offsets count in `folded`. */
export interface Question {
  /** As typed. */
  readonly text: string;
  /** The language it is asked in. */
  readonly lang: Lang;
  /** The language it is answered in. */
  readonly answerIn: Lang;
  /** Full-width narrowed, blanks dropped (kept between Latin words), lower case, clauses that try to overrule the product and what is only said around the question cut off. */
  readonly folded: string;
  readonly organisations: readonly OrganisationMention[];
  readonly years: readonly YearMention[];
  readonly cues: readonly CueMention[];
  readonly terms: readonly Term[];
  /** The counter or unit asked with (件 of 多少件), or an English unit family; null when none. */
  readonly counter: string | null;
  /** Where the counter ends in `folded`; null when there is none. */
  readonly counterEnd: number | null;
  /** Numbers that the question itself names, decimal digits without marks: 4079 of 4079件是怎么来的. */
  readonly numbers: readonly ({ readonly value: string } & Claimed)[];
  /** Section asked for by its number (第六部分), 1-based; null when none. */
  readonly section: number | null;
  /** What is taken from what, where a remark behind the question says so (…相差几件，后者减前者); the remark is no longer in `folded`. Absent where none does. */
  readonly order?: OrderSaid;
}

/** What reading needs to know of the world. */
export interface ReadingRoom {
  readonly cut: Cut;
  readonly names: OrganisationNames;
  /** Reads mistyped words as what they sound like; null takes them as typed. */
  readonly respell: Respell | null;
  /** The newest year of which a report is held; absent where nothing is held. */
  readonly newest?: number | null;
  /** Phrases that stand for a metric; none when absent. */
  readonly aliases?: AliasTable | null;
  /** The language of answers where it is not that of the question. */
  readonly answerIn?: Lang;
  /** 去年, 上一年 as words of a label rather than years: tried when no report of that year is held. */
  readonly relativeYearsAsWords?: boolean;
}

/** Questions longer than this are refused before they are read. In UTF-16 units. */
export const LONGEST_QUESTION = 1000;

const HAN = /\p{Script=Han}/gu;
const HAN_RUN = /\p{Script=Han}+/gu;
/** (三), 4.: where a row of a form stands, which its words say better. */
const LIST_MARK = /\([一二三四五六八九十]{1,2}\)|(?<![\d.])\d{1,2}\.(?=\p{Script=Han})|(?<=^|年|[的\s])[一二三四五六七八九]、/gu;
/** Opens a question that goes on from the one before it. */
const GOES_ON = /^(?:and )?(?:how|what) about\b/u;

/** What a room has read: the steps of one answer read the same words several times. A room is made for an answer and goes with it. */
const readings = new WeakMap<ReadingRoom, Map<string, Question>>();
/** Texts that a room keeps: more than one answer asks of it. */
const MOST_READ = 100;

/** Reads a question; the same words in the same room are read once. Never throws; costs grow linearly with its length. */
export function readQuestion(text: string, room: ReadingRoom): Question {
  let known = readings.get(room);
  if (known === undefined) readings.set(room, (known = new Map()));
  let question = known.get(text);
  if (question === undefined) {
    question = readAnew(text, room);
    if (known.size >= MOST_READ) known.clear();
    known.set(text, question);
  }
  return question;
}

function readAnew(text: string, room: ReadingRoom): Question {
  const lang = languageOf(text);
  const folded = withoutSmallTalk(withoutInjection(foldQuestion(text, lang), lang), lang);
  const remark = orderRemark(folded, lang);
  const main = remark === null ? null : readFolded(text, folded.slice(0, remark.start), lang, room);
  // 差多少，应收减实收 leaves it to the remark to name the two.
  const [minuend, subtrahend] = remark === null ? [] : [orderSide(remark.left, lang, room), orderSide(remark.right, lang, room)];
  const isWhole = main !== null && asks(main, 'difference', 'change') && (minuend?.place !== null || subtrahend?.place !== null || asksAboutContent(main));
  return isWhole ? { ...main, order: { minuend: minuend!, subtrahend: subtrahend! } } : readFolded(text, folded, lang, room);
}

/** One side of a remark, read like a question. */
function orderSide(said: string, lang: Lang, room: ReadingRoom): OrderSide {
  const place = placeOfSide(said, lang);
  if (place !== null) return { place, keys: [], years: [], terms: [] };
  const organisations = room.names.find(said);
  const years = yearsIn(said, room.newest ?? null);
  return { place, keys: organisations.flatMap(({ keys }) => keys), years: years.flatMap((mention) => (mention.kind === 'year' ? mention.year : [])), terms: termsIn(said, lang, room.cut, [...organisations, ...years], null, room.aliases ?? null, true) };
}

function readFolded(text: string, folded: string, lang: Lang, room: ReadingRoom): Question {
  const rows = rowsSaid(folded, lang);
  // 去年没办完转到今年的 says a row, of whatever year; 公开了一部分的 asks for no section, 比上年增加还是减少 for no other report.
  const isOfRow = (said: Claimed): boolean => rows.some((row) => row.start <= said.start && said.end <= row.end);
  const part = questionWords(lang).patterns.partItself.exec(folded);
  const ofPart: readonly Claimed[] = part === null ? [] : [{ start: part.index, end: part.index + part[0].length }];
  const years = yearsIn(folded, room.newest ?? null).filter((mention) => mention.kind === 'year' || (room.relativeYearsAsWords !== true && !isOfRow(mention)));
  const organisations = room.names.find(folded).filter((mention) => !years.some((year) => overlaps(year, mention)));
  const villages = villagesIn(folded, organisations);
  const numbered = sectionAsked(folded, lang);
  const section = numbered !== null && isOfRow(numbered) ? null : numbered;
  const numbers = countedNumbers(folded, lang).filter((number) => ![...years, ...organisations, ...(section ? [section] : [])].some((other) => overlaps(other, number)));
  const counter = counterOf(folded, lang);
  // 共三类 says how many there are; 二类的, 二类呢 name one where something is asked of it.
  const classes = lang === 'en' || (counter === null && !questionWords(lang).patterns.followUp.test(folded)) ? [] : classesNamed(folded);
  const itemised = itemCountsIn(folded);
  const placesIn = (pattern: RegExp): Claimed[] => matchesOf(pattern, folded).map(({ index, 0: said }) => ({ start: index, end: index + said.length }));
  const yesOrNo = placesIn(questionWords(lang).patterns.yesOrNo);
  const asker = placesIn(questionWords(lang).patterns.aboutAsker);
  const marks = placesIn(LIST_MARK);
  const minus = placesIn(questionWords(lang).patterns.minus);
  const opening = GOES_ON.exec(folded)?.[0].length ?? 0;
  const claimed: Claimed[] = [...(opening > 0 ? [{ start: 0, end: opening }] : []), ...perUnits(folded, lang), ...years, ...marks, ...minus, ...asker, ...organisations, ...villages, ...classes, ...rows, ...ofPart, ...numbers, ...(section ? [section] : []), ...(counter ? [counter] : []), ...itemised, ...yesOrNo];
  // How about 2020 asks no how, and about what: it goes on.
  const spoken = cuesIn(folded.replaceAll('哪几', '哪些').replace(GOES_ON, (said) => ' '.repeat(said.length)), lang).filter((cue) => !isOfRow(cue) && !ofPart.some(({ start, end }) => start <= cue.start && cue.end <= end));
  // 分哪几条: one character of a longer word of asking means nothing by itself.
  const isCue = ({ concept, metric, start, end }: Term): boolean => metric === undefined && spoken.some((cue) => cue.start <= start && end <= cue.end && (concept === null || (end - start === 1 && cue.end - cue.start > 2)));
  const readTerms = (taken: readonly Claimed[]): Term[] => termsIn(folded, lang, room.cut, taken, room.respell, room.aliases ?? null, true).filter((term) => !isCue(term));
  const once = [...readTerms(claimed), ...rows];
  const negations = negationsIn(folded, lang, once);
  // 公开数量要做到哪几点: 数量 names what the points are about, and asks for no number.
  const asksWhich = counter === null && questionWords(lang).patterns.whichSoMany.test(folded);
  const isNoun = (cue: CueMention): boolean => asksWhich && cue.cue === 'count' && once.some(({ start, end }) => start <= cue.start && cue.end <= end);
  // How many people live in places whose water is tested: the word that would ask who goes back to what is counted.
  const isRelative = ({ cue, start }: CueMention): boolean => lang === 'en' && cue === 'who' && counter !== null && start > counter.end;
  const cues = spoken.filter((cue) => !isNoun(cue) && !isRelative(cue) && !once.some((term) => isNameAround(term, cue)));
  // 没设 is 未 and 设: the verb is read by itself.
  // 投诉的占几件 asks how many, not for a share.
  // The public satisfaction rate: the unit says it, which is printed as one word with what it is a rate of.
  const isRate = questionWords(lang).patterns.rateAsked.test(folded);
  const countsThings = counter !== null && !relatesFigures(counter.unit);
  const read = carriedOver(years, negations.length === 0 ? once : [...readTerms([...claimed, ...negations]), ...rows]);
  const terms = lang === 'en' ? withPublishing(folded, counter?.unit ?? null, read) : withoutLoneDeeds(withPublished(folded, counter, read));
  return {
    text,
    lang,
    answerIn: room.answerIn ?? lang,
    folded,
    organisations,
    years,
    cues,
    terms: [...withoutOtherOfSame(terms).filter((term) => !(term.concept === 'share' && countsThings && term.end === counter.start) && !(term.concept === 'rate' && isRate)), ...villages, ...classes, ...negations],
    counter: counter !== null && counter.unit === unitFor('thing') && terms.some((term) => term.start === counter.end && term.concept === 'person') ? unitFor('person') : (counter?.unit ?? null),
    counterEnd: counter?.end ?? null,
    numbers,
    section: section?.number ?? null,
  };
}

/** 结转 says no way: the year that it goes to or comes from does. */
function carriedOver(years: readonly YearMention[], terms: Term[]): Term[] {
  const way = years.flatMap((mention) => (mention.kind === 'year' && mention.carried !== undefined ? [mention.carried] : []));
  return way.length !== 1 ? terms : terms.map((term) => (term.concept === CARRIED ? { ...term, concept: way[0]! } : term));
}

const CARRIED = 'carry';

/** 黑名单: what looks like a word of asking (名单) is a piece of a name. */
function isNameAround(term: Term, cue: CueMention): boolean {
  return term.concept !== null && term.weight >= NAME && term.start <= cue.start && cue.end <= term.end && cue.start < cue.end && term.end - term.start > cue.end - cue.start;
}

/** Weight from which a word names a thing rather than what is asked of it. */
const NAME = 0.75;

/** 每辆, 平均一个: counts off what is averaged over and names nothing, unless the lexicon knows it (每户). */
function perUnits(folded: string, lang: Lang): Claimed[] {
  return matchesOf(questionWords(lang).patterns.per, folded).flatMap(({ index, 0: said, groups }) => {
    const counter = groups?.['counter'] ?? groups?.['one'];
    const end = index + said.length - (groups?.['over']?.length ?? 0);
    const start = Math.max(folded.lastIndexOf('每', end), folded.lastIndexOf('一', end), index);
    return counter === undefined || lexicon().meaning(lang, folded.slice(start, end)) !== undefined ? [] : [{ start, end }];
  });
}

/** The counter that a question asks with (件 of 多少件), or an English unit family; null when it asks for no number of anything. */
export function counterAsked(text: string): string | null {
  const lang = languageOf(text);
  return counterOf(foldQuestion(text, lang), lang)?.unit ?? null;
}

/** Blanks carry no meaning in Chinese and part the words of English. */
function foldQuestion(text: string, lang: Lang): string {
  return narrowed(text, lang).toLowerCase();
}

function narrowed(text: string, lang: Lang): string {
  const harmless = readingOf(text).replace(/\p{Cc}/gu, ' ');
  return lang === 'zh' ? fold(harmless).text : harmless.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/** `folded` with its capitals as typed, for words that are kept and said again; `folded` itself where clauses of it were cut off. */
export function asTyped({ text, folded, lang }: Pick<Question, 'text' | 'folded' | 'lang'>): string {
  const typed = narrowed(text, lang);
  return typed.toLowerCase() === folded ? typed : folded;
}

/** True when the question has any of `cues`. */
export function asks(question: Question, ...cues: readonly Cue[]): boolean {
  return question.cues.some((mention) => cues.includes(mention.cue));
}

/** True when a telling word is left that is about what reports say, not about the product: 自助终端怎么用 asks for no help with us. */
export function asksAboutContent(question: Question): boolean {
  return question.terms.some((term) => term.weight >= TELLING && !question.cues.some((cue) => cue.start <= term.start && term.end <= cue.end));
}

const TELLING = 0.5;

/** From so many words on, a sentence in Latin letters is English that quotes a Chinese name, not Chinese with a foreign word in it. */
const ENGLISH_SENTENCE = 3;

/** Chinese when it holds any Han character outside names that an English question may quote; else English. */
export function languageOf(message: string): Lang {
  // An address is in no language.
  const text = message.replace(/https?:\/\/\S+/gi, '');
  const han = text.match(HAN)?.length ?? 0;
  const names = text.match(HAN_RUN) ?? [];
  const words = text.match(/[A-Za-z]+/g) ?? [];
  const latin = words.length;
  if (latin >= ENGLISH_SENTENCE && latin > 2 * names.length) return 'en';
  if (latin >= names.length && names.length > 0 && words.some(isEnglishFrame) && !names.some(asksInChinese)) return 'en';
  return han > 0 && han >= latin ? 'zh' : latin > 0 ? 'en' : 'zh';
}

/** In few words around Chinese names (Compare 石门镇 and 白沙镇) it is those of its grammar that make it English. */
function isEnglishFrame(word: string): boolean {
  return questionWords('en').frames.includes(word.toLowerCase());
}

/** True for 石门镇呢, 多少件: words of Chinese grammar, not a name alone. */
function asksInChinese(run: string): boolean {
  const { frames } = questionWords('zh');
  return frames.includes(run.at(-1)!) || frames.some((word) => word.length > 1 && run.includes(word));
}

function withoutInjection(folded: string, lang: Lang): string {
  const { commands, injection } = questionWords(lang);
  const clauses = folded.split(/(?<=[，,。;；!！\n.?？:：])/);
  const overrules = clauses.map((clause) => longestMention(clause, injection, lang) !== null);
  const kept = clauses.filter((clause, i) => !overrules[i] && !(overrules.slice(0, i).includes(true) && commands.some((word) => clause.trimStart().startsWith(word))));
  return kept.length === clauses.length ? folded : kept.join('');
}

const sectionPatterns = new Map<Lang, RegExp>();

function sectionPattern(lang: Lang): RegExp {
  let pattern = sectionPatterns.get(lang);
  if (pattern === undefined) {
    const { sectionNumbers, ordinalPart, countsParts } = questionWords(lang);
    const numbers = Object.keys(sectionNumbers).join('|');
    const parts = ordinalPart.join('|');
    pattern = lang === 'zh' ? new RegExp(`(?<!${countsParts.join('|')})第?(${numbers}|\\d)(?:个)?(?:${parts})`) : new RegExp(`\\b(?:the )?(?:(${numbers}) (?:${parts})|(?:${parts}) (${numbers}|\\d))\\b`);
    sectionPatterns.set(lang, pattern);
  }
  return pattern;
}

function sectionAsked(folded: string, lang: Lang): ({ number: number } & Claimed) | null {
  const { sectionNumbers } = questionWords(lang);
  const match = sectionPattern(lang).exec(folded);
  const word = match?.[1] ?? match?.[2];
  if (!match || !word) return null;
  return { number: sectionNumbers[word] ?? Number(word), start: match.index, end: match.index + match[0].length };
}

/**
 * 没有采纳的, 答复不了的, not adopted: what was not done is another thing than what was done, so a figure must say it itself.
 * 有没有 and 没得 ask yes or no and deny nothing.
 */
function negationsIn(folded: string, lang: Lang, terms: readonly Term[]): Term[] {
  const said = (match: RegExpMatchArray): boolean => terms.some((term) => term.concept !== null && term.start <= match.index! && match.index! < term.end);
  return matchesOf(questionWords(lang).patterns.negation, folded).filter((match) => !said(match)).map((match) => ({ text: NEGATED[lang], start: match.index, end: match.index + match[0].length, concept: 'negation', weight: 1 }));
}

/** How a report's label says it. */
const NEGATED = { zh: '未', en: '未' } as const;

/** Law firms and other legal service institutions, 律所等其他法律服务机构: the word between two names of one thing asks for no other thing. */
function withoutOtherOfSame(terms: readonly Term[]): readonly Term[] {
  return terms.filter((term, i) => !(term.concept === 'other' && terms.slice(0, i).some((before) => before.concept !== null && before.concept === terms[i + 1]?.concept)));
}

function overlaps(a: Claimed, b: Claimed): boolean {
  return a.start < b.end && b.start < a.end;
}
