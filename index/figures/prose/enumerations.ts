import { has, isShareBase, ownText, type Draft } from './draft.js';
import { handledOf, handles, pairWithRest, receives, restOf, someOf } from './handled.js';
import { signals, words } from './lexicon.js';
import { closest, sameKind, sameUnit, sums, valueOf } from './sums.js';

/** From this size on, parts that happen to add up to a total before them are no accident. */
const TELLING = 20;
/** Totals look at most this far for their parts. */
const REACH = 40;

/** Parts that no 其中 announces: an enumeration that adds up, 合计 after its parts, what was handled of what came in, the rest. */
export function enumerated(level: readonly Draft[], before: readonly Draft[], earlier: readonly Draft[] = []): void {
  if (level[0] !== undefined) sumOfSentenceBefore(level[0], before);
  for (let i = 0; i < level.length; i += 1) followedByParts(level, i);
  for (let i = 1; i < level.length; i += 1) precededByParts(level, i);
  for (let i = 1; i < level.length; i += 1) baseOfShare(level, i);
  if (earlier.length > 0) for (let i = 0; i < level.length; i += 1) partsOfEarlier(level, i, earlier);
  for (let i = 2; i < level.length; i += 1) pairWithRest(level, i);
  for (let i = 0; i < level.length; i += 1) someOf(level, i, before);
  for (let i = 0; i < level.length; i += 1) {
    if (i > 0) restOf(level, i);
    handledOf(level, i, before);
  }
}

/** 收到申请27件。从渠道看，网络18件；信函6件；当面3件: a segment that adds up to a total of a sentence before it. */
function partsOfEarlier(level: readonly Draft[], at: number, earlier: readonly Draft[]): void {
  const first = level[at]!;
  const { mention } = first;
  const opens = at === 0 || mention!.group !== level[at - 1]!.mention!.group || mention!.carried.length > 0;
  if (!opens || first.parent !== null || turnsAway(first) || isTotal(first) || valueOf(first) <= 0) return;
  const items: Draft[] = [];
  for (let i = at; i < level.length && items.length < REACH; i += 1) {
    const item = level[i]!;
    if (!sameUnit(item, first) || item.stat !== first.stat || isPartOfOne(item, items)) continue;
    if (item.parent !== null || isTotal(item)) break;
    items.push(item);
  }
  if (items.length < 2) return;
  for (const total of earlier) {
    if (!sameKind(total, first) || (first.year !== null && first.year !== total.year)) continue;
    const count = sums(items, total);
    if (count < 2 || (valueOf(total) < TELLING && !announced(first) && !areOutcomes(items.slice(0, count)))) continue;
    for (const item of items.slice(0, count)) item.parent = total;
    return;
  }
}

/** 一类48件，其中加急9件；二类31件: parts of a part stand between it and the next one. */
function isPartOfOne({ parent }: Draft, items: readonly Draft[]): boolean {
  return parent !== null && items.includes(parent);
}

/** 从结果看, 渠道：, or parts that say only what was done with it; 行政诉讼方面 turns to something else. */
function announced(first: Draft): boolean {
  const { mention, sentence } = first;
  if (mention!.topic !== null || signals.complement.at(ownText(first), 0) !== null) return true;
  return mention!.carried.some((range) => signals.seenBy.before(sentence.text, range.end, range.start) !== null);
}

/** 予以公开9件、部分公开2件、不予公开1件: what was done, and what was not, with each of them. */
function areOutcomes(items: readonly Draft[]): boolean {
  return items.length > 2 && items.some((item) => signals.complement.at(ownText(item), 0) !== null) && items.slice(1).every((item) => item.mention!.link === 'list');
}

/** 行政诉讼方面 turns to something else. */
function turnsAway(draft: Draft): boolean {
  const { mention, sentence } = draft;
  return mention!.carried.some((range) => words.frames.lasting.before(sentence.text, range.end, range.start) !== null && signals.seenBy.before(sentence.text, range.end, range.start) === null);
}

/** 418条，公文27条、动态372条、法规19条 */
function followedByParts(level: readonly Draft[], at: number): void {
  const total = level[at]!;
  if (valueOf(total) <= 0 || isOneOfMany(level, at)) return;
  const items: Draft[] = [];
  for (let i = at + 1; i < level.length && items.length < REACH; i += 1) {
    const item = level[i]!;
    if (!sameUnit(item, total) || item.stat !== total.stat) continue;
    if (item.period !== total.period || item.year !== total.year) continue;
    if (item.parent === total || isPartOfOne(item, items)) continue;
    if (item.parent !== null || isTotal(item) || item.mention!.group > (items.at(-1) ?? total).mention!.group + 1) break;
    items.push(item);
  }
  // The same total may be told twice: by applicant, then by channel.
  for (let rest: readonly Draft[] = items; ; ) {
    const count = sums(rest, total);
    const parts = rest.slice(0, count);
    if (count < 2 || isFirstOfList(total, parts[0]!) || isAnotherDeed(total, parts[0]!) || !spellsOut(total, parts)) return;
    for (const part of parts) part.parent = total;
    rest = rest.slice(count);
  }
}

/** 重点领域：救助156条，养老73条，儿童41条，殡葬32条: what stands in the middle of a list under one heading is no total of what follows, even where the numbers happen to add up. */
function isOneOfMany(level: readonly Draft[], at: number): boolean {
  const { topic } = level[at]!.mention!;
  return topic !== null && level.slice(0, at).some((other) => other.mention!.topic === topic && sameUnit(other, level[at]!)) && level[at + 1]?.mention?.topic === topic;
}

/** 当面2件、电邮1件、网上1件: the first of a list is no total of the others. */
function isFirstOfList(total: Draft, next: Draft): boolean {
  const between = total.sentence.text.slice(total.place.end, next.place.start);
  return next.mention!.link === 'list' && between.includes('、') && !/[,;:(]/.test(between) && !isTotal(total);
}

/** 制发文件5件，废止3件、修改2件: what else was done is no part of what was made, even where the numbers happen to add up. What came in is parted by what became of it. */
function isAnotherDeed(total: Draft, part: Draft): boolean {
  const [made, done] = [total, part].map(({ pieces }) => pieces.find(({ role }) => role !== 'scope'));
  return made?.role === 'verb' && done?.role === 'verb' && done.text !== made.text && !receives(total) && !handles(part);
}

function spellsOut(total: Draft, parts: readonly Draft[]): boolean {
  if (valueOf(total) >= TELLING && total.stat !== 'amount') return true;
  if (parts.slice(1).every((part) => part.mention!.link === 'list')) return true;
  if (parts.every((part) => part.mention!.before.end === part.mention!.before.start)) return true;
  // 共有专区16个，县级1个，乡镇15个
  if (signals.weakTotals.within(total.sentence.text, total.mention!.before.start, total.mention!.before.end) && parts.every((part, i) => part.mention!.clause === total.mention!.clause + i + 1 && !has(part, 'verb'))) return true;
  // 不予公开7件，理由分别为：国家秘密1件，…: the words before the colon speak of the total.
  const { topic } = parts[0]!.mention!;
  if (topic !== null && topic.start > total.place.end && parts.every((part) => part.mention!.topic === topic)) return true;
  return parts.some((part) => {
    return signals.complement.at(ownText(part), 0) !== null || isOfRest(part);
  });
}

function isTotal(draft: Draft): boolean {
  if (isStrong(draft)) return true;
  const { before } = draft.mention!;
  return signals.weakTotals.within(draft.sentence.text, before.start, before.end) && !isOfRest(draft);
}

function isStrong(draft: Draft): boolean {
  return draft.pieces.some((piece) => piece.role === 'total' && signals.totals.has(piece.text)) && !isOfRest(draft);
}

/** 东门231条、西门198条，其余街道合计1094条: the rest taken together is no total of those named before it. */
function isOfRest({ mention, sentence }: Draft): boolean {
  return signals.remainder.at(sentence.text, mention!.before.start, mention!.before.end) !== null;
}

/** 12条、148条、36条、9条，合计205条: the longest stretch before it that adds up; 合计 right after a list holds even when it does not. */
function precededByParts(level: readonly Draft[], at: number): void {
  const total = level[at]!;
  if (!isTotal(total)) return;
  // 集中培训180人次，线上培训920人次，跟班3人，合计1100人次: who is counted otherwise may be no part.
  const items = thoseAddingUp(level, at, sameKind) ?? thoseAddingUp(level, at, (item) => sameUnit(item, total) && item.stat === total.stat);
  if (items !== null) {
    if (isStrong(total) || valueOf(total) >= TELLING || items.slice(0, -1).every((each) => each.mention!.link === 'list')) for (const each of [...items, ...zerosBefore(level, items.at(-1)!)]) each.parent = total;
    return;
  }
  if (!isStrong(total)) return;
  const list: Draft[] = [];
  for (let i = at - 1; i >= 0; i -= 1) {
    const item = level[i]!;
    if (!sameUnit(item, total) || item.parent !== null || valueOf(item) > valueOf(total)) break;
    list.push(item);
    if (item.mention!.link !== 'list') break;
  }
  if (list.length > 1) for (const each of list) each.parent = total;
}

/** The figures before the one at `at` that add up to it, nearest first, among those that are `alike` and no parts of others; null when none do. */
function thoseAddingUp(level: readonly Draft[], at: number, alike: (item: Draft, total: Draft) => boolean): Draft[] | null {
  const total = level[at]!;
  const items: Draft[] = [];
  for (let i = at - 1; i >= 0 && items.length < REACH; i -= 1) {
    const item = level[i]!;
    if (!alike(item, total) || item.parent !== null) continue;
    items.push(item);
    if (items.length > 1 && closest(items.map(valueOf), valueOf(total))) return items;
  }
  return null;
}

/** 当面0件、信函2件、网络3件，合计5件: the zeros that open the list whose first counted item is `first`. */
function zerosBefore(level: readonly Draft[], first: Draft): readonly Draft[] {
  const row = level.slice(0, level.indexOf(first));
  return row.slice(row.findLastIndex((item) => valueOf(item) !== 0 || !sameUnit(item, first) || item.parent !== null || item.mention!.group !== first.mention!.group) + 1);
}

/** 74件，占总数112件的66.1%；…25件，…；…13件: the base is the total of the number before it, and of what fills it up. */
function baseOfShare(level: readonly Draft[], at: number): void {
  const total = level[at]!;
  if (!isShareBase(total)) return;
  const first = level.slice(0, at).findLast((other) => sameKind(other, total));
  if (first === undefined || first.parent !== null || valueOf(first) > valueOf(total)) return;
  first.parent = total;
  const rest = level.slice(at + 1, at + REACH).filter((item) => sameKind(item, total) && item.parent === null);
  const count = sums([first, ...rest], total);
  if (count > 1) for (const item of rest.slice(0, count - 1)) item.parent = total;
}

/** 网站312条；公众号96条。两项合计408条。 */
function sumOfSentenceBefore(total: Draft, before: readonly Draft[]): void {
  if (!isStrong(total)) return;
  const items = before.filter((item) => item.parent === null && sameUnit(item, total) && item.stat === total.stat);
  if (items.length > 1 && closest(items.map(valueOf), valueOf(total))) for (const item of items) item.parent = total;
}
