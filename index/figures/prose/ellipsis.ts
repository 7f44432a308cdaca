import { goesOver } from './carried.js';
import { has, hasContent, hasNoun, hasTopic, isShareBase, type Draft } from './draft.js';
import { isFormerLevel } from './former-level.js';
import { absentSubject, frame, isGivenTo, lasting, LONGEST_FRAME, overhead, standingBase } from './framing.js';
import { startsAnew } from './handled.js';
import { signals, words } from './lexicon.js';
import { sameKind, sameUnit } from './sums.js';
import { piecesIn, type Piece } from './wording.js';

/** More inherited words than these would say nothing about this figure any more. */
const MOST_INHERITED = 12;
/** Words are taken from at most so many figures before. */
const REACH = 40;
const SUBJECT_REACH = 8;
/** 群众满意率 */
const LONGEST_RATE = 5;

/** Fills in what each draft leaves out because it has just been said, in reading order. */
export function inheritAll(drafts: readonly Draft[]): void {
  drafts.forEach((draft, i) => {
    const source = sourceBefore(drafts, i, isPlainRate(draft));
    const previous = source === null ? null : drafts[source]!;
    const earlier = source === null ? null : sourceBefore(drafts, source);
    draft.pieces = [...standingBase(draft, previous), ...draft.pieces];
    const framing = frame(draft);
    const found = [...overhead(draft), ...(framing.length > 0 ? framing : lasting(draft, previous)), ...absentSubject(draft, previous), ...(ofParts(drafts, i) ?? (draft.inherited.length > 0 && (draft.parent === null || !isBefore(draft.parent, draft)) ? [] : fromEarlier(draft, previous, earlier === null ? null : drafts[earlier]!, standingSubject(drafts, i), kinBefore(drafts, i)))), ...draft.inherited];
    draft.inherited = unlike(found, draft.pieces).slice(-MOST_INHERITED);
  });
}

/** Index of the figure before it on the same level, in a bracket without one of the bracket's owner; `counted` skips percentages. */
function sourceBefore(drafts: readonly Draft[], at: number, counted = false): number | null {
  const draft = drafts[at]!;
  const mention = draft.mention;
  if (mention === null) return null;
  for (let i = at - 1; i >= Math.max(0, at - REACH); i -= 1) {
    const earlier = drafts[i]!;
    if (earlier.mention === null || earlier.mention.index === mention.index || (counted && earlier.unit === '%')) continue;
    // 一是…；二是…: an item begins anew.
    if (earlier.mention.item !== mention.item) return null;
    if (earlier.mention.level === mention.level || earlier.mention.index === mention.owner) return i;
  }
  return null;
}

/** 得分, 面积 after a clause without number belong to what that clause speaks of: 政务公开列入绩效考核，分值…. */
function ofClauseBefore(draft: Draft): readonly Piece[] {
  const range = draft.mention?.carried.at(-1);
  if (range === undefined || !dependent(draft)) return [];
  const given = isGivenTo(draft.sentence.text, range);
  return piecesIn(draft.sentence, range).filter((piece) => (piece.role === 'subject' && !given) || piece.role === 'object' || piece.role === 'topic' || words.soft.has(piece.text));
}

function fromEarlier(draft: Draft, previous: Draft | null, earlier: Draft | null, subject: readonly Piece[], kin: Draft | null): readonly Piece[] {
  if (draft.mention === null) return [];
  const { parent } = draft;
  if (parent !== null && isBefore(parent, draft)) return partial(draft, parent);
  const clause = ofClauseBefore(draft);
  if (clause.length > 0) return clause;
  if (previous === null) return [];
  if (reachesLevel(draft, previous)) return [...previous.inherited, ...previous.pieces].filter((piece) => piece.role !== 'base' && piece.role !== 'time' && piece.role !== 'change' && piece.role !== 'total');
  if (draft.mention.owner === previous.mention!.index) return partial(draft, previous);
  if (has(draft, 'base') || has(draft, 'change') || isDerived(draft) || !hasContent(draft)) {
    if (draft.mention.link === 'words' && isShareBase(previous)) return [...(earlier === null ? [] : said(earlier)), ...previous.pieces];
    const base = draft.mention.link === 'words' ? previous.pieces.filter((piece) => piece.role === 'base') : [];
    return hasTopic(draft) ? [...(isMeasure(draft) ? subject : []), ...base] : [...said((draft.stat === 'average' && draft.mention.carried.length > 0) || isTheRest(previous) ? wholeOf(previous) : previous), ...base];
  }
  // 提取1.2亿元；发放住房贷款5236笔: behind a semicolon what names its object leans on nothing.
  const leans = dependent(draft) && !(previous.mention!.group !== draft.mention.group && draft.pieces[0]?.role === 'verb' && has(draft, 'object'));
  if (leans && isMeasure(draft) && subject.length > 0) return subject;
  if (leans) return keep(dependent(previous) && !isSameDeed(draft, previous) ? previous.inherited : said(wholeOf(previous)), (piece) => piece.role !== 'verb' || words.soft.has(piece.text));
  if (kin !== null && isAnotherKind(draft, kin)) return keep(hasVerb(kin) ? kin.pieces : kin.inherited, (piece) => piece.role === 'verb');
  if (kin !== null && isPeer(draft, kin)) return keep([...kin.inherited, ...kin.pieces], (piece) => piece.role === 'verb' || piece.role === 'object');
  if (numberFirst(draft) || isMoment(draft)) return said(previous.mention!.group === draft.mention.group ? previous : wholeOf(previous));
  if (kin === previous && isSaidOf(draft)) return keep(said(kin), (piece) => piece.role !== 'verb' && piece.role !== 'scope');
  if (kin !== null && isFromYearBefore(draft)) return keep(said(kin), (piece) => piece.role === 'object' || piece.role === 'topic' || words.soft.has(piece.text));
  if (isPlainRate(draft)) return previous.mention!.group === draft.mention.group ? keep(said(wholeOf(previous)), (piece) => piece.role !== 'verb') : [];
  if (draft.mention.link === 'list') return hasVerb(draft) && hasSubject(draft) ? [] : listHead(draft, previous);
  if (kin !== null && has(draft, 'subject') && hasVerb(draft) && !has(draft, 'object') && (kin.mention!.group === draft.mention.group || sameUnit(kin, draft))) return keep(said(kin), (piece) => piece.role === 'object');
  const verbLed = draft.pieces.find((piece) => piece.role !== 'scope' && !words.really.has(piece.text))?.role === 'verb';
  const held = cameTo(draft, previous) ? keep(previous.pieces, (piece) => piece.role === 'object' || piece.role === 'topic') : [];
  if (!verbLed) return [...(isOfPlace(draft) ? subject : []), ...held];
  // 结转下年2件 behind 部分公开3件: what goes over is nothing of what was decided.
  const objectless = !draft.pieces.some((piece) => piece.role === 'object' || goesOver(piece));
  // What was done five times is what the last number in the same unit counted; people and places of another unit may be who did it.
  const acts = sameKind(previous, draft) || signals.actorCounters.has(previous.unit ?? '');
  const anew = kin !== null && !acts && startsAnew([previous], kin, draft);
  const source = said(anew ? previous : (kin ?? previous));
  // 计划招聘120名，报名1846名: a deed that is a thing too stands for the noun that nobody named.
  const bare = kin !== null && !source.some((piece) => piece.role === 'object' || piece.role === 'topic');
  const object = objectless ? keep(source, (piece) => piece.role === 'object' || (piece.role === 'topic' && (kin !== null || acts) && signals.dependents.at(piece.text, 0) === null) || (bare && words.soft.has(piece.text) && !signals.carriesOver.has(piece.text))) : [];
  const actor = keep(said(previous), (piece) => piece.role === 'subject' || piece.role === 'scope' || (objectless && acts && piece.role === 'topic' && signals.dependents.at(piece.text, 0) === null));
  const above = hasSubject(draft) || actor.some((piece) => piece.role === 'subject') ? [] : subject;
  return kin === null && !acts ? [...above, ...actor, ...held] : [...above, ...actor, ...object];
}

/** 组织义诊21场，服务群众3160人次: who came, came to what was held right before. */
function cameTo(draft: Draft, previous: Draft): boolean {
  return signals.visits.has(draft.unit ?? '') && signals.occasions.has(previous.unit ?? '') && previous.sentence === draft.sentence && signals.serves.at(draft.pieces.find((piece) => piece.role === 'verb' || piece.role === 'topic')?.text ?? '', 0) !== null;
}

/** 其中供水40件、其他15件，比上年减少12件: behind the rest nothing is left but the whole to be spoken of. */
function isTheRest({ pieces }: Draft): boolean {
  return pieces.length === 1 && signals.restOnly.has(pieces[0]!.text);
}

/** 其中自然人4件、企业1件，平均用时11天: once the parts are told, the whole is spoken of. */
function wholeOf(previous: Draft): Draft {
  return previous.parent !== null && isBefore(previous.parent, previous) ? previous.parent : previous;
}

/** Who the sentence speaks of: the subject of the nearest figure before it that has one (中心实有窗口8个，入驻人员13人，全年办理2416件). */
function standingSubject(drafts: readonly Draft[], at: number): readonly Piece[] {
  const { mention, sentence } = drafts[at]!;
  for (let i = at - 1; i >= Math.max(0, at - SUBJECT_REACH); i -= 1) {
    const other = drafts[i]!;
    if (other.mention === null || mention === null || other.sentence !== sentence || other.mention.level !== mention.level || other.mention.group !== mention.group || other.mention.item !== mention.item) continue;
    const subject = other.pieces.filter((piece) => piece.role === 'subject');
    if (subject.length > 0) return has(other, 'verb') ? subject : [];
  }
  return [];
}

/** The nearest figure before it on its level that is counted in the same unit. */
function kinBefore(drafts: readonly Draft[], at: number): Draft | null {
  const draft = drafts[at]!;
  for (let i = at - 1; i >= Math.max(0, at - SUBJECT_REACH); i -= 1) {
    const other = drafts[i]!;
    if (other.mention !== null && draft.mention !== null && other.mention.index !== draft.mention.index && other.mention.level === draft.mention.level && other.mention.item === draft.mention.item && other.sentence === draft.sentence && sameKind(other, draft)) return other;
  }
  return null;
}

/** A total after its parts says what they all say: 合计205条. */
function ofParts(drafts: readonly Draft[], at: number): readonly Piece[] | null {
  const draft = drafts[at]!;
  if (draft.mention === null || (hasNoun(draft) && !has(draft, 'total'))) return null;
  const parts = drafts.slice(Math.max(0, at - REACH), at).filter((other) => other.parent === draft && isBefore(other, draft));
  const first = parts[0];
  if (first === undefined) return null;
  const shared = keep(said(first), (piece) => parts.length < 2 * parts.filter((part) => part.pieces.concat(part.inherited).some((other) => other.text === piece.text)).length);
  // 网站公开信息2310条，微博发布1200条，共3510条: the others only left the object out.
  return shared.length > 0 || parts.slice(1).some((part) => has(part, 'object') || has(part, 'topic')) ? shared : keep(first.pieces, (piece) => piece.role === 'object');
}

/** 由年初的4100人增至年末的5360人, 由5个缩至1个: the same thing, later. */
function reachesLevel(draft: Draft, previous: Draft): boolean {
  const { mention, sentence } = draft;
  if (mention!.link !== 'words') return false;
  if (previous.mention!.index === mention!.index - 1 && isFormerLevel(sentence.text.slice(Math.max(0, previous.mention!.number.extent.start - 2 * LONGEST_FRAME), previous.mention!.number.extent.start), sentence.text.slice(mention!.gap.start, mention!.gap.end))) return true;
  const verb = draft.pieces.find((piece) => piece.role === 'verb');
  if (verb === undefined || !signals.levelFrom.within(sentence.text, Math.max(0, mention!.gap.start - LONGEST_FRAME * 2), mention!.gap.start)) return false;
  return signals.levelTo.before(verb.text, verb.text.length) !== null || signals.change.at(verb.text, 0) !== null;
}

/** 教育局公开信息320条，卫健局280条: another one that did the same. */
function isPeer(draft: Draft, kin: Draft): boolean {
  const [only, ...others] = draft.pieces;
  if (only === undefined || others.length > 0 || only.role !== 'topic' || words.actors.before(only.text, only.text.length) === null) return false;
  const who = kin.pieces.find((piece) => piece.role === 'subject' || piece.role === 'topic');
  return who !== undefined && words.actors.before(who.text, who.text.length) !== null;
}

/** 新增政务类栏目4个，服务类栏目2个: another kind of the same thing, of which the same was done. */
function isAnotherKind(draft: Draft, kin: Draft): boolean {
  const [only, ...others] = draft.pieces;
  if (only?.role !== 'topic' || others.length > 0 || kin.mention!.group !== draft.mention!.group) return false;
  const thing = kin.pieces.at(-1);
  return (thing?.role === 'object' || (thing?.role === 'topic' && kin.pieces.length === 1)) && thing.text !== only.text && only.text.length > SAME_HEAD && thing.text.slice(-SAME_HEAD) === only.text.slice(-SAME_HEAD) && /^\p{Script=Han}+$/u.test(only.text);
}

/** Characters at the end of two names that make them kinds of one thing (服务类|栏目). */
const SAME_HEAD = 2;

/** 试点后12个: only the time is new. */
function isMoment(draft: Draft): boolean {
  return !hasVerb(draft) && draft.pieces.length > 0 && draft.pieces.every((piece) => piece.role === 'topic' || piece.role === 'time') && signals.moments.has(draft.pieces.at(-1)!.text.at(-1) ?? '');
}

/** 2022年发放手册300册，2023年发放350册: the same was done again. */
function isSameDeed(draft: Draft, previous: Draft): boolean {
  const [again, deed] = [draft, previous].map(({ pieces }) => pieces.find(({ role }) => role === 'verb')?.text);
  return again !== undefined && again === deed;
}

/** 新收申请6件，上年结转1件: of the same things. */
function isFromYearBefore({ pieces }: Draft): boolean {
  return pieces.length > 1 && pieces.every(({ text, role }) => role === 'time' || signals.carriesOver.has(text));
}

/** 另外22%列入…: the number itself is what the verb speaks of. */
function numberFirst(draft: Draft): boolean {
  const { sentence, mention } = draft;
  const first = draft.pieces[0];
  return first !== undefined && piecesIn(sentence, mention!.before).length === 0 && (first.role === 'verb' || signals.finishes.has(first.text));
}

/** 抽查13份答复书，3份引用条款不准确: what is said of some of them, with no noun of their own. */
function isSaidOf(draft: Draft): boolean {
  const { before, after, link } = draft.mention!;
  return link === null && before.end === before.start && signals.predicates.within(draft.sentence.text, after.start, after.end);
}

function isBefore(a: Draft, b: Draft): boolean {
  return a.sentence !== b.sentence || a.place.start < b.place.start;
}

/** A part keeps its total's words but for those that it replaces: its own subject, its own verb. */
function partial(draft: Draft, total: Draft): readonly Piece[] {
  const ownSubject = hasSubject(draft);
  return keep(said(total), (piece) => !(ownSubject && (piece.role === 'subject' || piece.role === 'scope')));
}

/** 办结率, 满意率 alone: the rate of what was counted just before. */
function isPlainRate(draft: Draft): boolean {
  return draft.stat === 'rate' && draft.pieces.length === 1 && draft.pieces[0]!.role !== 'verb' && draft.pieces[0]!.text.length <= LONGEST_RATE;
}

/** Averages, shares and rates measure what was just said. */
function isDerived(draft: Draft): boolean {
  return (draft.stat === 'average' || draft.stat === 'share') && !hasTopicNoun(draft);
}

function hasTopicNoun(draft: Draft): boolean {
  // 占总体的15% right behind what was counted: of what it is a share says nothing of whose share it is.
  const base = draft.mention!.carried.length > 0 ? -1 : draft.pieces.findIndex((piece) => signals.share.at(piece.text, 0) !== null);
  return draft.pieces.slice(0, base < 0 ? undefined : base).some((piece) => (piece.role === 'topic' || piece.role === 'subject' || piece.role === 'object') && signals.average.at(piece.text, 0) === null);
}

/** In 配备电脑4台、触摸屏2台 the later items share subject and verb, not the noun. */
function listHead(draft: Draft, previous: Draft): readonly Piece[] {
  const own = hasVerb(draft);
  const bare = !hasNoun(draft);
  return keep(said(previous), (piece) => piece.role === 'subject' || piece.role === 'scope' || (!own && piece.role === 'verb') || (bare && (piece.role === 'object' || piece.role === 'topic')));
}

/** 参会代表, 惠及, 资金: they only make sense with what was counted before. */
function dependent(draft: Draft): boolean {
  const first = draft.pieces.find((piece) => piece.role !== 'scope' && piece.role !== 'time');
  return first !== undefined && (signals.dependents.at(first.text, 0) !== null || draft.pieces.some((piece) => signals.attends.at(piece.text, 0) !== null));
}

/** 粉丝数, 阅读量: measured of whoever the sentence speaks of. */
function isMeasure(draft: Draft): boolean {
  const nouns = draft.pieces.filter((piece) => piece.role === 'topic' || piece.role === 'subject' || piece.role === 'object');
  return nouns.length === 1 && signals.amountTails.has(nouns[0]!.text.at(-1) ?? '') && nouns[0]!.text.length <= 4;
}

/** 工作人员, 办件 behind 大厅设窗口8个: the place's own. */
function isOfPlace(draft: Draft): boolean {
  const [only, ...others] = draft.pieces.filter((piece) => piece.role !== 'time');
  return only !== undefined && others.length === 0 && signals.placeTopics.at(only.text, 0) !== null;
}

function hasVerb(draft: Draft): boolean {
  return has(draft, 'verb');
}

function hasSubject(draft: Draft): boolean {
  return has(draft, 'subject') || (has(draft, 'verb') === false && has(draft, 'scope') && hasNoun(draft));
}

/** Everything that a figure says, inherited words first; what it compares with stays its own. */
function said(draft: Draft): readonly Piece[] {
  return keep([...draft.inherited, ...draft.pieces], () => true);
}

function keep(pieces: readonly Piece[], wanted: (piece: Piece) => boolean): readonly Piece[] {
  return pieces.filter((piece) => piece.role !== 'base' && piece.role !== 'time' && piece.role !== 'change' && piece.role !== 'total' && piece.role !== 'measure' && wanted(piece));
}

function unlike(pieces: readonly Piece[], own: readonly Piece[]): Piece[] {
  const seen = new Set(own.map((piece) => piece.text));
  return pieces.filter((piece) => !seen.has(piece.text) && seen.add(piece.text) !== undefined);
}
