import type { FoundList } from '../../document/figure.js';
import { endingIn, offices } from '../people/words.js';
import { saysWhoHolds } from './holding.js';
import { introducerIn, type Introducer } from './introducer.js';
import { clauses } from './lead.js';
import { itemOf, printed, type Line } from './line.js';
import { marksIn } from './marks.js';
import { segmentsIn, type Segment } from './segments.js';
import { lastConnector, tailOf, type Tail } from './tail.js';
import { anyOf, oneOf } from '../pattern.js';
import { introducers, tails } from './words.js';

interface Bounds {
  readonly start: number;
  readonly end: number;
}

const MEASURED = new RegExp(`\\d(?:\\.\\d+)?[余多]?${oneOf(tails.measured)}`);
/** 第十九条、第二十条 are places in a law. */
const ARTICLE = new RegExp(`^${tails.ordinal}.{1,6}${oneOf(tails.articles)}`, 'u');
const SET_UP = new RegExp(anyOf(introducers.setUp));
/** 在甲、乙的领导下: such words are no places. */
const NO_PLACE = new RegExp(`${anyOf(tails.notPlaces)}$|${anyOf(tails.notInPlaces)}`);
const HEADS = new RegExp(`${anyOf(tails.heads)}$`);
const ORGANS = new Set(offices.organs);
const LONGEST_ORGAN = Math.max(...offices.organs.map((word) => word.length));
const LONGEST_ITEM = 40;
const LONGEST_TAIL = 30;
/** 领导主抓: characters of who does what. */
const SHORTEST_DEED = 4;
const COMMA_ITEMS = 12;
/** 信息公开数量充足: characters of a point that is a clause. */
const LONGEST_CLAUSE = 8;

/** Lists of words joined by 、 (or by commas up to 等) that the sentence introduces, names, counts, brackets or quotes. */
export function runsIn(line: Line): FoundList[] {
  const { text } = line.folded;
  if (line.placed.kind === 'heading' || !/[、》”,]/.test(text)) return [];
  const segments = segmentsIn(text);
  const found: FoundList[] = [];
  const open = text.lastIndexOf('等');
  const marks = new Map(marksIn(text).map((mark) => [mark.start, mark.end]));
  for (let i = 0; i < segments.length; i += 1) {
    const segment = behindMark(segments[i]!, marks);
    const list = segment.cuts.length > 0 ? runOf(line, segment, goesOn(segments, i)) : ((segment.end < open ? commaRun(line, segments, i) : null) ?? evenRun(line, segments, i));
    if (list !== null) found.push(list);
  }
  return found;
}

/** A segment without the mark of the enumeration that it belongs to; what stood before the mark does not lead in to it. */
function behindMark(segment: Segment, marks: ReadonlyMap<number, number>): Segment {
  const start = marks.get(segment.start);
  return start === undefined || start >= segment.end ? segment : { ...segment, start, after: ';', cuts: segment.cuts.filter((cut) => cut.at >= start) };
}

/** After a colon, 甲、乙；丙、丁: the next segment belongs to the same list, so that this one may not be all. */
function goesOn(segments: readonly Segment[], at: number): boolean {
  const next = segments[at + 1];
  return segments[at]!.after === ':' && segments[at]!.before === ';' && next !== undefined && next.after === ';' && next.before !== ':' && next.cuts.length > 0;
}

function runOf(line: Line, segment: Segment, more: boolean): FoundList | null {
  const { text } = line.folded;
  const chunks: Bounds[] = [];
  let from = segment.start;
  for (const cut of segment.cuts) {
    chunks.push({ start: from, end: cut.at });
    from = cut.at + cut.width;
  }
  chunks.push({ start: from, end: segment.end });
  const closing = chunks.findIndex((chunk, at) => at > 0 && at < chunks.length - 1 && tailOf(text, chunk.start, chunk.end, at + 1).open);
  const used = closing > 0 ? chunks.slice(0, closing + 1) : chunks;
  if (used.length < 2 || used.some((chunk) => chunk.end <= chunk.start)) return null;
  const last = used.at(-1)!;
  const tail = withoutHeads(text, used, foundedAt(text, used, tailOf(text, last.start, last.end, used.length)));
  const rest = [...used.slice(1, -1), ...cutAgain(text, { start: last.start, end: tail.end })];
  const first = used[0]!;
  const others = rest.map(({ start, end }) => text.slice(start, end));
  const introducer = introducerIn(text, first.start, first.end, others);
  const found = firstItem(text, first, introducer, rest, segment, tail);
  if (found === null) return null;
  const start = text[found] === '的' && found + 1 < first.end ? found + 1 : found;
  const items: Bounds[] = [{ start, end: first.end }, ...rest];
  if (!isList(line, segment, items, introducer, tail)) return null;
  const tailEnd = Math.min(segment.end, tail.end + LONGEST_TAIL);
  return listOf(line, items, aboutOf(line, segment, start, tail.end, tailEnd), tail.open || more);
}

/** 在甲、乙和丙设立查阅点: what is set up where ends the places. */
function foundedAt(text: string, chunks: readonly Bounds[], tail: Tail): Tail {
  const first = chunks[0]!;
  const last = chunks.at(-1)!;
  if (tail.end < last.end || tail.open || tail.count !== null || tail.members || !text.slice(first.start, first.end).includes(introducers.at)) return tail;
  const founding = SET_UP.exec(text.slice(last.start, last.end));
  return founding === null || founding.index === 0 ? tail : { ...tail, end: last.start + founding.index, founds: true };
}

/** 成员：甲办、乙中心、丙站负责人: the last word is of all of them. */
function withoutHeads(text: string, chunks: readonly Bounds[], tail: Tail): Tail {
  const last = chunks.at(-1)!;
  const heads = tail.open ? null : HEADS.exec(text.slice(last.start, tail.end));
  if (heads === null || heads.index === 0) return tail;
  const organs = [...chunks.slice(0, -1).map(({ start, end }) => text.slice(start, end)), text.slice(last.start, last.start + heads.index)];
  return organs.every((words) => endingIn(words, ORGANS, LONGEST_ORGAN) !== null) ? { ...tail, end: last.start + heads.index } : tail;
}

function cutAgain(text: string, last: Bounds): Bounds[] {
  const cut = lastConnector(text, last.start, last.end);
  return cut === null ? [last] : [{ start: last.start, end: cut.first }, { start: cut.second, end: last.end }];
}

/** Where the first item begins; null when the words before it cannot be told from it. */
function firstItem(text: string, chunk: Bounds, introducer: Introducer | null, rest: readonly Bounds[], segment: Segment, tail: Tail): number | null {
  const free = segment.after === '' || segment.after === ':';
  const longest = Math.max(...rest.map(({ start, end }) => end - start)) * 1.5 + 2;
  const fits = chunk.end - chunk.start <= longest;
  // Behind a colon, a bracket or a quotation mark the first item begins at once, unless 即 stands there.
  if (free && (segment.inside !== null || segment.after === ':') && (fits || introducer === null)) return introducer?.strength === 'naming' && text[chunk.start] === '即' ? introducer.end : chunk.start;
  if (introducer !== null && (introducer.strength !== 'means' || !fits || introducer.end - chunk.start <= 4)) return introducer.end;
  if (fits) return chunk.start;
  const of = text.lastIndexOf('的', chunk.end - 2);
  return of > chunk.start && (tail.count !== null || tail.open) ? of + 1 : null;
}

/** Says whether the words make a list that somebody might ask for; ordinary pairs and adverbs do not. */
function isList(line: Line, segment: Segment, items: readonly Bounds[], introducer: Introducer | null, tail: Tail): boolean {
  const { text } = line.folded;
  const words = items.map(({ start, end }) => text.slice(start, end));
  if (words.some((word) => word.length === 0 || word.length > LONGEST_ITEM)) return false;
  if (words.filter((word) => MEASURED.test(word) || ARTICLE.test(word)).length * 2 >= words.length) return false;
  // Most runs are ruled out by how they stand; who holds a post takes longer to see.
  return standsAsList(text, segment, words, introducer, tail) && !saysWhoHolds(line.folded, items, words);
}

function standsAsList(text: string, segment: Segment, words: readonly string[], introducer: Introducer | null, tail: Tail): boolean {
  if (tail.founds) return introducer !== null && text.slice(0, introducer.end).endsWith(introducers.at) && !words.some((word) => NO_PLACE.test(word));
  // 主动、规范、高效的局面, 上下联动、齐抓共管的格局: adverbs and pairs of slogans.
  if (tail.shapes) return introducer !== null && words.length >= 3 && words.every((word) => word.length >= SHORTEST_DEED);
  if (tail.count === words.length || tail.members || words.every((word) => word.startsWith('《'))) return true;
  if (segment.inside?.mark === '“') return segment.before === '' && segment.after === '' && words.length >= 2;
  const strength = introducer?.strength;
  if (segment.inside !== null && segment.before === '' && (segment.after === '' || segment.after === ':')) return words.length >= (strength === 'naming' ? 2 : 3);
  if (segment.after === ':') return words.length >= (segment.before === ',' ? 3 : 2);
  if (strength === 'naming') return words.length >= (tail.open || introducer!.end - segment.start >= 2 ? 2 : 3) && (words.length >= 3 || isExplicit(text, introducer!));
  if (strength === 'such') return words.length >= 2 && (tail.open || words.length >= 3);
  // 甲特别关切、乙特别密切的丙和丁: with one 、 only, a 的 tells an ordinary sentence from a list.
  if (strength === 'object') return segment.cuts.length >= 2 || (words.length >= 3 && !words.some((word) => word.includes('的')));
  return words.length >= 3 && tail.open && segment.end > tail.end + 2;
}

const EXPLICIT = new RegExp(`${anyOf(introducers.explicit)}$`);

/** 包括, 分为, 即: two items are enough; behind 有 or 设 they are not. */
function isExplicit(text: string, introducer: Introducer): boolean {
  return EXPLICIT.test(text.slice(Math.max(0, introducer.end - 4), introducer.end));
}

/** 培训内容涉及甲，乙，丙以及丁等: commas join a list only when a naming word opens it and 等 closes it. */
function commaRun(line: Line, segments: readonly Segment[], at: number): FoundList | null {
  const { text } = line.folded;
  const first = segments[at]!;
  if (first.before !== ',') return null;
  const introducer = introducerIn(text, first.start, first.end, []);
  if (introducer === null || (introducer.strength !== 'naming' && introducer.strength !== 'such')) return null;
  const items: Bounds[] = [{ start: introducer.end, end: first.end }];
  for (let i = at + 1; i < Math.min(segments.length, at + 2 * COMMA_ITEMS) && items.length < COMMA_ITEMS; i += 1) {
    const segment = segments[i]!;
    if (segment.inside !== first.inside) continue;
    if (segment.after !== ',' || segment.cuts.length > 0 || segment.end - segment.start > LONGEST_ITEM / 2) return null;
    const tail = tailOf(text, segment.start, segment.end, items.length + 1);
    if (tail.open) {
      items.push(...cutAgain(text, { start: segment.start, end: tail.end }));
      if (items.length < 3 || items.some(({ start, end }) => end - start > LONGEST_ITEM / 2)) return null;
      return listOf(line, items, aboutOf(line, first, introducer.end, tail.end, segment.end), true);
    }
    if (introducerIn(text, segment.start, segment.end, []) !== null) return null;
    items.push({ start: segment.start, end: segment.end });
  }
  return null;
}

const EVEN = new RegExp(`${anyOf(introducers.even)}(?=.{${SHORTEST_DEED},${LONGEST_CLAUSE}}$)`);

/** 做到数量充足，栏目齐全，更新及时: clauses of one length behind the first are points; the first says besides whose they are. */
function evenRun(line: Line, segments: readonly Segment[], at: number): FoundList | null {
  const { text } = line.folded;
  const first = segments[at]!;
  const lead = first.before === ',' ? EVEN.exec(text.slice(first.start, first.end)) : null;
  const length = segments[at + 1] === undefined ? 0 : segments[at + 1]!.end - segments[at + 1]!.start;
  if (lead === null || length < SHORTEST_DEED || length > LONGEST_CLAUSE) return null;
  const start = first.start + lead.index + lead[0].length;
  const other = segments.findIndex((segment, i) => i > at && (segment.end - segment.start !== length || segment.cuts.length > 0 || segment.inside !== first.inside || segment.after !== ','));
  const rest = segments.slice(at + 1, other < 0 ? segments.length : other);
  if (rest.length < 2 || first.end - start <= length) return null;
  const named = [lead[0], printed({ line, start, end: first.end - length }), line.placed.path.at(-1) ?? ''];
  return listOf(line, [{ start, end: first.end }, ...rest], named.filter((words) => words.length >= 2), false);
}

/** The words that name the list: what leads in, what stands behind the last item, the slogan or noun before a bracket, the section's title. */
function aboutOf(line: Line, segment: Segment, start: number, end: number, tailEnd: number): string[] {
  const { text } = line.folded;
  const about: string[] = [];
  const say = (from: number, to: number): void => {
    if (to - from >= 2) about.push(printed({ line, start: from, end: to }));
  };
  const region = segment.inside === null ? 0 : segment.inside.at + 1;
  say(Math.max(segment.start, start - LONGEST_ITEM), start);
  if (start - segment.start <= 4 && segment.start > region) about.push(...clauses(line, segment.start));
  if (segment.inside !== null) {
    const before = segment.inside.at;
    const slogan = text[before - 1] === '”' ? text.lastIndexOf('“', before - 1) : -1;
    if (slogan >= 0) say(slogan, before);
    about.push(...clauses(line, before));
    const close = segment.end + 1;
    const behind = /^[^,;。:!?、()“”]{2,30}/.exec(text.slice(close, close + LONGEST_TAIL));
    if (behind !== null) say(close, close + behind[0].length);
  }
  const open = text[end] === '等' ? end + 1 : end;
  say(open, tailEnd);
  about.push(line.placed.path.at(-1) ?? '');
  return [...new Set(about.filter((words) => words.length >= 2))];
}

function listOf(line: Line, items: readonly Bounds[], about: readonly string[], open: boolean): FoundList {
  return { about, items: items.map(({ start, end }) => itemOf([{ line, start, end }])), open, quote: line.placed.passage.spans, path: line.placed.path };
}
