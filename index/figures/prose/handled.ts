import { has, ownText, type Draft } from './draft.js';
import { signals, words } from './lexicon.js';
import { closest, sameKind, sameUnit, valueOf } from './sums.js';
import { piecesIn } from './wording.js';

/** Totals look at most this far for their parts. */
const REACH = 40;

/** 放了26块展板。…2块展板被泡坏: a number before the same noun and counter as a larger one before it. */
export function someOf(level: readonly Draft[], at: number, before: readonly Draft[]): void {
  const draft = level[at]!;
  const { mention, sentence } = draft;
  if (draft.parent !== null || mention!.link !== null || piecesIn(sentence, mention!.before).some((piece) => piece.role !== 'scope' && piece.role !== 'time')) return;
  const after = sentence.text.slice(mention!.after.start, Math.min(mention!.after.end, mention!.after.start + 10));
  const same = (other: Draft): boolean => other.unit === draft.unit && other.stat === draft.stat && other.parent === null && valueOf(other) > valueOf(draft) && other.pieces.some((piece) => (piece.role === 'object' || piece.role === 'topic') && piece.text.length > 1 && after.includes(piece.text));
  draft.parent = level.slice(Math.max(0, at - 6), at).findLast(same) ?? before.find(same) ?? null;
}

/** 收到投诉29只，处理28只: what was done, with no object of its own, was done to what came in. */
export function handledOf(level: readonly Draft[], at: number, before: readonly Draft[]): void {
  const draft = level[at]!;
  if (draft.parent !== null || !handles(draft)) return;
  for (let i = at - 1; i >= Math.max(0, at - 8); i -= 1) {
    const earlier = level[i]!;
    if (draft.mention!.group - earlier.mention!.group > 1) return;
    if (!sameKind(earlier, draft)) continue;
    if (draft.mention!.group !== earlier.mention!.group && isDoneToOthers(draft, earlier)) return;
    // 收回113份、表示满意109份: opinions are given on what came back.
    if (isReturned(earlier) && !isReturned(draft) && valueOf(earlier) >= valueOf(draft)) {
      draft.parent = earlier;
      return;
    }
    if (earlier.parent !== null || handles(earlier)) continue;
    if (startsAnew(level.slice(i + 1, at), earlier, draft)) return;
    if ((receives(earlier) || finishes(draft)) && valueOf(earlier) >= valueOf(draft)) draft.parent = earlier;
    return;
  }
  // Who did it in another sentence did it to other things.
  if (has(draft, 'subject')) return;
  draft.parent = before.find((earlier) => earlier.parent === null && sameKind(earlier, draft) && receives(earlier) && valueOf(earlier) >= valueOf(draft)) ?? null;
}

/** 公开信息100条；稿件审核退回43条: behind a semicolon what was done to a thing of another name was not done to what stands before it, unless that came in. */
function isDoneToOthers({ pieces }: Draft, earlier: Draft): boolean {
  const subject = pieces.find(({ role }) => role === 'subject')?.text;
  return subject !== undefined && !receives(earlier) && !isSomebody(subject) && !ownText(earlier).includes(subject);
}

/** 市民中心, 县级 */
function isSomebody(name: string): boolean {
  return words.actors.before(name, name.length) !== null || signals.sharedEnds.before(name, name.length) !== null;
}

/**
 * 代办3390件；联办事项12类，办结386件: behind a semicolon what was finished is of the thing that has just been named, not of what stands before it in the
 * same unit; what came in (收到27件；答复方式4种，办结25件) stays in mind. `between` stand between the two.
 */
export function startsAnew(between: readonly Draft[], earlier: Draft, draft: Draft): boolean {
  return earlier.mention!.group !== draft.mention!.group && earlier.parent === null && !receives(earlier) && between.some((other) => other.mention!.group === draft.mention!.group && namesAThing(other));
}

/** 联办事项12类: nothing but a thing of its own. */
function namesAThing({ pieces }: Draft): boolean {
  const [only, ...others] = pieces;
  return only?.role === 'topic' && others.length === 0 && only.text.length > SHORTEST_THING && signals.dependents.at(only.text, 0) === null;
}

/** 粉丝, 栏目: a word so short measures what was named before. */
const SHORTEST_THING = 2;

/** 其余44件, 剩下4家: of the same total as the part before. */
export function restOf(level: readonly Draft[], at: number): void {
  const draft = level[at]!;
  const previous = level[at - 1]!;
  if (draft.parent !== null || previous.parent === null || !sameKind(previous, draft)) return;
  const apart = draft.mention!.group - previous.mention!.group;
  const closes = finishes(draft) || isCarriedOver(draft);
  if (apart > 1 || (apart === 1 && !closes)) return;
  const { before } = draft.mention!;
  const over = previous.parent.parent;
  if (over !== null && closes && sameKind(over, draft) && closest([valueOf(previous.parent), valueOf(draft)], valueOf(over))) {
    draft.parent = over;
    return;
  }
  if (signals.remainder.at(draft.sentence.text, before.start, before.end) === null && !fillsUp(level, at, previous.parent)) return;
  if (valueOf(draft) <= valueOf(previous.parent)) draft.parent = previous.parent;
}

/** 计划招聘120名，…录用117名，空缺3名: a number with what is missing makes a total before it. */
export function pairWithRest(level: readonly Draft[], at: number): void {
  const rest = level[at]!;
  const part = level[at - 1]!;
  if (rest.parent !== null || part.parent !== null || valueOf(rest) <= 0 || !sameUnit(rest, part) || signals.complement.at(ownText(rest), 0) === null) return;
  if (rest.mention!.group !== part.mention!.group) return;
  const total = level.slice(Math.max(0, at - 8), at - 1).findLast((other) => sameKind(other, part) && other.mention!.group === rest.mention!.group && closest([valueOf(part), valueOf(rest)], valueOf(other)));
  if (total !== undefined) part.parent = rest.parent = total;
}

/** 办结10件，1件…结转下年: with the parts just before it this makes the total exactly. */
function fillsUp(level: readonly Draft[], at: number, total: Draft): boolean {
  const value = valueOf(level[at]!);
  const values = [value];
  const siblings = level.slice(Math.max(0, at - 8), at).filter((other) => other.parent === total && other.place.start > total.place.start);
  if (finishes(level[at]!) && siblings.some((other) => closest([value, valueOf(other)], valueOf(total)))) return true;
  for (let i = at - 1; i >= 0 && level[i] !== total && level[i]!.parent === total && at - i < REACH; i -= 1) values.push(valueOf(level[i]!));
  return value > 0 && values.length > 1 && closest(values, valueOf(total)) && !receives(level[at]!);
}

/** 1件结转下年 closes what 其中 told the parts of. */
function isCarriedOver(draft: Draft): boolean {
  return draft.pieces.some((piece) => signals.carriesOver.at(piece.text, 0) !== null);
}

function isReturned(draft: Draft): boolean {
  return draft.pieces.some((piece) => signals.returned.has(piece.text));
}

/** True where all that a figure says is what was done with things counted before: 办结, 采纳, 不予公开. */
export function handles(draft: Draft): boolean {
  const content = draft.pieces.filter((piece, _, all) => piece.role !== 'scope' && !(piece.role === 'subject' && signals.finishes.has(all.at(-1)!.text)));
  return content.length > 0 && content.every((piece) => signals.handles.has(piece.text.replace(/^或/, '')) || signals.complement.has(piece.text) || signals.finishes.has(piece.text));
}

/** 办结, 合格, 满意 can only be said of what was counted before. */
function finishes(draft: Draft): boolean {
  return draft.pieces.some((piece) => signals.finishes.has(piece.text));
}

/** True where a figure says what came in: 收到申请, 发放问卷. */
export function receives(draft: Draft): boolean {
  const text = ownText(draft);
  return signals.receives.within(text, 0, text.length);
}
