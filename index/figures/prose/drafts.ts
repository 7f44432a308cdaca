import { compare, sum } from '../../document/decimal.js';
import type { FoldedRange } from '../../language/numbers/found-number.js';
import type { Draft } from './draft.js';
import { signals } from './lexicon.js';
import { distributor, nounList, sharer } from './lists.js';
import type { Mention } from './mentions.js';
import type { Sentence } from './sentence.js';
import type { When } from './time.js';
import { piecesIn, type Piece } from './wording.js';

interface Handed {
  readonly pieces: readonly Piece[];
  readonly inherited: readonly Piece[];
  readonly year: number | null;
}

/** The list that numbers were handed to last, so that 占比分别为 … can refer to it. */
interface LastList {
  readonly items: readonly (readonly Piece[])[];
  readonly years: readonly number[];
  /** The figures that it gave the nouns to. */
  readonly drafts: readonly Draft[];
  /** No words handed it out: only the latest figures, taken for a list because 分别 asks for one. */
  readonly loose: boolean;
}

/** One draft a figure: most mentions make one, a number shared by several nouns makes one for each. */
export function draftsOf(sentence: Sentence, mentions: readonly Mention[], whens: readonly When[]): Draft[] {
  const drafts: Draft[] = [];
  let last: LastList | null = null;
  for (let i = 0; i < mentions.length; ) {
    const mention = mentions[i]!;
    const run = runFrom(sentence, mentions, i);
    const handed: ReturnType<typeof hand> = run.length > 1 ? hand(sentence, run, whens[i]!, last ?? firstOfRun(sentence, run, drafts) ?? namesBefore(sentence, mentions, run) ?? latest(beforeCountOfList(drafts, run), run.length)) : null;
    if (handed !== null) {
      const made: Draft[] = run.map((member, k): Draft => draft(sentence, k === 0 ? member : { ...member, carried: mention.carried, topic: mention.topic }, whens[member.index]!, handed.each[k]!));
      if (handed.list === null && last !== null) partsOfList(sentence, mention, made, last);
      drafts.push(...made);
      if (handed.list !== null) last = { ...handed.list, drafts: made, loose: false };
      i += run.length;
      continue;
    }
    for (const each of shared(sentence, mentions, mention) ?? sharedByLast(sentence, mentions, mention, drafts) ?? [plainly(sentence, mentions, mention)]) drafts.push(draft(sentence, mention, whens[mention.index]!, each));
    i += 1;
  }
  return drafts;
}

function draft(sentence: Sentence, mention: Mention, when: When, handed: Handed): Draft {
  const { number } = mention;
  return {
    sentence, mention, place: { start: number.start, end: number.end }, value: number.value!, unit: number.unit, approx: number.approx,
    pieces: handed.pieces, inherited: handed.inherited, stat: 'count', year: handed.year ?? when.year, period: when.period, parent: null,
  };
}

/** Numbers that follow each other with nothing but a mark between them: 12条、148条、36条. */
function runFrom(sentence: Sentence, mentions: readonly Mention[], from: number): Mention[] {
  const run = [mentions[from]!];
  for (let i = from + 1; i < mentions.length; i += 1) {
    const { gap, level } = mentions[i]!;
    if (level !== run[0]!.level || gap.end - gap.start > 2 || !joins(sentence.text.slice(gap.start, gap.end)) || gap.end === gap.start) break;
    run.push(mentions[i]!);
  }
  return run;
}

/** A mark, a conjunction, or both. */
function joins(gap: string): boolean {
  const words = gap.replace(/^[、,]/u, '');
  return words === '' || signals.conjunctions.has(words);
}

/** 甲、乙分别为1件、2件: gives each number its noun, its year, or the item of the list before. */
function hand(sentence: Sentence, run: readonly Mention[], when: When, last: LastList | null): { each: Handed[]; list: Pick<LastList, 'items' | 'years'> | null } | null {
  const first = run[0]!;
  const cue = distributor(sentence.text, first.before);
  const size = run.length;
  const years = when.years.length === size ? when.years : null;
  // 配备自助机3台、16台、70台 goes on with the list that the clause before spelt out.
  const goesOn = cue === null && years === null && last !== null && !last.loose && last.items.length === size && run.every((mention) => mention.after.end === mention.after.start);
  if (cue === null && years === null && !goesOn) return null;
  const head: FoldedRange = { start: first.before.start, end: cue?.start ?? first.before.end };
  const tail: FoldedRange = { start: cue?.end ?? first.before.end, end: first.before.end };
  if (years === null) {
    const list = nounList(sentence, head, size) ?? nounList(sentence, tail, size) ?? carriedList(sentence, first, size);
    if (list !== null) {
      const after = [...list.after, ...piecesIn(sentence, tail)];
      return { each: list.items.map((item) => ({ pieces: [...list.before, ...item, ...after], inherited: [], year: null })), list: { items: list.items, years: [] } };
    }
  }
  const common = piecesIn(sentence, head, tail);
  if (years !== null) {
    const list = { items: [], years };
    return { each: run.map((_, k) => ({ pieces: common, inherited: [], year: years[k]! })), list };
  }
  const from = last === null ? -1 : firstOfLast(sentence.text.slice(first.before.start, first.before.end), Math.max(last.items.length, last.years.length), size);
  // With nothing to hand out, each number still has the words that all share.
  if (last === null || from < 0) return cue === null ? null : { each: run.map(() => ({ pieces: common, inherited: [], year: null })), list: null };
  // 前|两项 says which of the list is meant, and nothing of what is counted.
  const said = common.filter(({ text }) => !signals.rowEnds.has(text));
  return { each: run.map((_, k) => ({ pieces: said, inherited: last.items[from + k] ?? [], year: last.years[from + k] ?? null })), list: null };
}

/** Where a run of `size` begins in a list of `length`: at its start, or as 后两年, 前三项 say; -1 when it does not fit. */
function firstOfLast(words: string, length: number, size: number): number {
  if (length === size) return 0;
  if (length < size) return -1;
  return /后[\d二两三四五六七八九]/.test(words) ? length - size : /前[\d二两三四五六七八九]/.test(words) ? 0 : -1;
}

/** 市本级612件，县（区）2205件，分别占…: the last figures, one by one. */
function latest(drafts: readonly Draft[], size: number): LastList | null {
  const found = drafts.slice(-size);
  return found.length < size ? null : { items: found.map((each) => (each.unit === '%' ? each.inherited : each.pieces).filter((piece) => piece.role !== 'verb')), years: [], drafts: found, loose: true };
}

/** 工程486条、采购402条，两类项目成交额依次为…: how many there were of them is none of them. */
function beforeCountOfList(drafts: readonly Draft[], run: readonly Mention[]): readonly Draft[] {
  const last = drafts.at(-1);
  return last !== undefined && Number(last.value) === run.length && last.mention!.index === run[0]!.index - 1 && last.mention!.clause === run[0]!.clause ? drafts.slice(0, -1) : drafts;
}

/**
 * 网站248条，公众号421条，公开栏24条，前两项分别比上年增加31条和35条: of the figures in a row before, counted in one unit, the first ones. A total that
 * opens the row is none of them. Null where the words say nothing of first ones.
 */
function firstOfRun(sentence: Sentence, run: readonly Mention[], drafts: readonly Draft[]): LastList | null {
  const [{ before, level }] = run as [Mention];
  if (!signals.firstOnes.within(sentence.text, before.start, before.end)) return null;
  const beside = drafts.slice(-LONGEST_ROW).filter(({ mention }) => mention !== null && mention.level === level);
  const unit = beside.at(-1)?.unit ?? null;
  const row = beside.slice(beside.findLastIndex((other) => other.unit !== unit) + 1);
  const opensWithTotal = row.length > 2 && compare(row[0]!.value, sum(row.slice(1).map(({ value }) => value))) === 0;
  const items = opensWithTotal ? row.slice(1) : row;
  return unit === null || items.length < run.length ? null : { items: items.slice(0, run.length).map(({ pieces }) => pieces.filter(({ role }) => role !== 'verb')), years: [], drafts: items.slice(0, run.length), loose: true };
}

/** 档案馆、图书馆2处场所接待892人次，分别为206人次、686人次: the names of those that an earlier number counts. Null where none does. */
function namesBefore(sentence: Sentence, mentions: readonly Mention[], run: readonly Mention[]): LastList | null {
  const [{ index, level }] = run as [Mention];
  const counted = mentions.slice(0, index).findLast((mention) => mention.level === level && Number(mention.number.value) === run.length);
  const names = counted === undefined ? null : namesCounted(sentence, counted);
  return names === null ? null : { items: names.items, years: [], drafts: [], loose: true };
}

/** 档案馆、图书馆2处场所: the names before a number that counts them; null where there are not as many. */
function namesCounted(sentence: Sentence, { before, number }: Mention): ReturnType<typeof nounList> {
  return sentence.text.slice(before.start, before.end).includes('、') ? nounList(sentence, before, Number(number.value)) : null;
}

/** Figures looked back over for a row. */
const LONGEST_ROW = 40;

/** 其中财务类各有120条、844条: each is a part of the figure that the list gave to the same noun. */
function partsOfList(sentence: Sentence, mention: Mention, made: readonly Draft[], last: LastList): void {
  if (!sentence.text.slice(mention.gap.start, mention.before.end).includes('其中') || last.drafts.length !== made.length) return;
  made.forEach((each, k) => {
    if (each.unit === last.drafts[k]!.unit) each.parent = last.drafts[k]!;
  });
}

/** The nouns may stand in the clause before: 图解、视频、问答，分别为3个、2个、1个. */
function carriedList(sentence: Sentence, mention: Mention, size: number): ReturnType<typeof nounList> {
  const before = mention.carried.at(-1);
  return before === undefined ? null : nounList(sentence, before, size);
}

/** 科研机构和社会公益组织均为0; a zero holds for each noun even when no word says so (行政复议、行政诉讼0件). */
function shared(sentence: Sentence, mentions: readonly Mention[], mention: Mention): Handed[] | null {
  const cue = sharer(sentence.text, mention.before);
  const zero = sum([mention.number.value!]) === '0';
  if (cue === null && !zero) return null;
  const head = { start: mention.before.start, end: cue?.start ?? mention.before.end };
  if (!signals.enumerates.within(sentence.text, head.start, head.end)) return null;
  if (cue === null && !sentence.text.slice(head.start, head.end).includes('、')) return null;
  const list = nounList(sentence, head, null);
  if (list === null) return null;
  const next = mentions[mention.index + 1];
  // 甲、乙各设1处查阅点
  const after = next !== undefined && next.level === mention.level && next.clause === mention.clause ? { start: 0, end: 0 } : mention.after;
  const tail = cue === null ? [] : piecesIn(sentence, { start: cue.end, end: mention.before.end }, after);
  return list.items.map((item) => ({ pieces: [...list.before, ...item, ...list.after, ...tail], inherited: [], year: null }));
}

/** 预算部门86家、决算部门85家，公开率均为100%: one rate for each figure of the list before. */
function sharedByLast(sentence: Sentence, mentions: readonly Mention[], mention: Mention, drafts: readonly Draft[]): Handed[] | null {
  const cue = sharer(sentence.text, mention.before);
  const last = mentions[mention.index - 1];
  if (cue === null || mention.number.unit !== '%' || last?.link !== 'list' || last.group !== mention.group) return null;
  const list = drafts.slice(-40).filter((draft) => draft.mention!.level === mention.level && draft.mention!.clause === last.clause);
  const pieces = piecesIn(sentence, { start: mention.before.start, end: cue.start });
  return list.length < 2 ? null : list.map((draft) => ({ pieces, inherited: draft.pieces.filter((piece) => piece.role !== 'verb'), year: null }));
}

function plainly(sentence: Sentence, mentions: readonly Mention[], mention: Mention): Handed {
  const next = mentions[mention.index + 1];
  const own = mention.link === 'shared' ? sharedWords(mentions, mention) : mention.before;
  const rest = restBefore(sentence, mentions, mention);
  const before = piecesIn(sentence, rest, own);
  const counted = before.some((piece) => piece.role !== 'scope' && piece.role !== 'verb' && piece.role !== 'total');
  const runsOn = next !== undefined && next.level === mention.level && next.clause === mention.clause && next.link !== 'list';
  const { text } = sentence;
  // The 中 of 在12项指标中 belongs to no noun.
  const after = isInside(mention, next, text) ? { ...mention.after, end: mention.after.end - 1 } : counted && joinsAnother(text, mention) ? { ...mention.after, end: mention.after.start } : beforeDuties(text, mention);
  if (!runsOn) return { pieces: piecesIn(sentence, rest, own, beforeRank(text, mention, after)), inherited: qualified(sentence, mentions, mention), year: null };
  // 12个村级代办点接办1727件: up to the verb the words are what is counted, from there they belong to the next number.
  const following = (counted && !signals.looseCounters.has(mention.number.unit ?? '') && namesCounted(sentence, mention) === null) || next.link === 'shared' || signals.average.at(text, after.start, after.end) !== null ? [] : piecesIn(sentence, beforeShare(text, after));
  // 17个改造院落中只有5个: all that stands before 中 is what is counted.
  if (following.length > 0 && isInside(mention, next, text)) return { pieces: [...before, { text: following.map((piece) => piece.text).join(''), role: 'object' }], inherited: [], year: null };
  const verb = following.findIndex((piece) => piece.role === 'verb' || piece.role === 'base' || piece.role === 'change');
  const nouns = (verb < 0 ? following : following.slice(0, verb)).map((piece): Piece => ({ ...piece, role: piece.role === 'scope' ? 'scope' : 'object' }));
  return { pieces: [...before, ...nouns], inherited: [], year: null };
}

/** 公示校车85辆及驾驶人信息: what is joined right behind the counter is another thing than the one counted before it. */
function joinsAnother(text: string, { after }: Mention): boolean {
  return signals.conjunctions.at(text, after.start, after.end) !== null;
}

/** 配备2名专职人员和工作职责: duties are nobody, and not counted with those who have them. */
function beforeDuties(text: string, { after, number }: Mention): FoldedRange {
  if (!signals.personCounters.has(number.unit ?? '')) return after;
  for (let i = after.start; i < after.end; i += 1) {
    const joint = signals.conjunctions.at(text, i, after.end);
    if (joint !== null && signals.duties.at(text, i + joint.length, after.end) !== null) return { ...after, end: i };
  }
  return after;
}

/** 18个乡镇考核中位列第2: the rank is no word of what is counted. */
function beforeRank(text: string, { before }: Mention, range: FoldedRange): FoldedRange {
  // 列12个县区第3位
  const place = signals.ranks.before(text, before.end, before.start) === null ? -1 : text.slice(range.start, range.end).search(/第\d/);
  if (place > 0) return { ...range, end: range.start + place };
  for (let i = range.start; i < range.end; i += 1) {
    const verb = signals.ranks.at(text, i, range.end);
    if (verb === null) continue;
    const area = signals.rankedOver.at(text, i + verb.length, range.end) ?? '';
    if (!/^第\d/.test(text.slice(i + verb.length + area.length, range.end))) continue;
    return { ...range, end: i > range.start && signals.insideMarks.has(text[i - 1]!) ? i - 1 : i };
  }
  return range;
}

/** 7篇视频只占全部解读的16.7%, 18个社区平均每个公开23.5条: from 占 or 平均 on the words are the next number's. */
function beforeShare(text: string, range: FoldedRange): FoldedRange {
  for (let i = range.start; i < range.end; i += 1) {
    if (text[i] === '占') return { ...range, end: signals.only.has(text[i - 1] ?? '') ? i - 1 : i };
    if (signals.averageEach.at(text, i, range.end) !== null) return { ...range, end: i };
  }
  return range;
}

/** 在12项指标中，…; 12篇材料里只有3篇…: what follows is taken from it. */
function isInside(mention: Mention, next: Mention | undefined, text: string): boolean {
  const { start, end } = mention.after;
  return end > start && signals.insideMarks.has(text[end - 1]!) && (text[end] === ',' || next?.before.start === end);
}

/** 其他6个村共242件: the rest is what both numbers count. */
function restBefore(sentence: Sentence, mentions: readonly Mention[], mention: Mention): FoldedRange {
  const range = mention.link === 'words' ? mentions[mention.index - 1]!.before : null;
  return range !== null && signals.remainder.at(sentence.text, range.start, range.end)?.length === range.end - range.start ? range : { start: 0, end: 0 };
}

/** In 按件计收2件600元 both numbers have the same words. */
function sharedWords(mentions: readonly Mention[], mention: Mention): FoldedRange {
  let at = mention.index;
  while (mentions[at]!.link === 'shared' && at > 0) at -= 1;
  return mentions[at]!.before;
}

/** 1个省级、3个市级政务公开示范村: what stands after the qualifier of the second holds for the first too. */
function qualified(sentence: Sentence, mentions: readonly Mention[], mention: Mention): readonly Piece[] {
  const next = mentions[mention.index + 1];
  if (next?.link !== 'list' || next.level !== mention.level || mention.after.end === mention.after.start || next.before.end > next.before.start) return [];
  const mark = sentence.text[mention.after.end - 1]!;
  if (!/\p{sc=Han}/u.test(mark)) return [];
  const at = sentence.text.slice(next.after.start, next.after.start + 8).indexOf(mark);
  return at < 1 ? [] : piecesIn(sentence, { start: next.after.start + at + 1, end: next.after.end });
}
