import type { FoldedRange } from '../../language/numbers/found-number.js';
import { has, hasContent, hasNoun, hasTopic, type Draft } from './draft.js';
import { signals, words } from './lexicon.js';
import { piecesIn, type Piece } from './wording.js';

/** Short clauses that set the frame (在便民服务方面) are kept; longer ones are other statements. */
export const LONGEST_FRAME = 14;

/** 依申请公开：… */
export function overhead(draft: Draft): readonly Piece[] {
  const topic = draft.mention?.topic ?? null;
  return topic === null || leadsIn(draft.sentence.text, topic) ? [] : piecesIn(draft.sentence, topic);
}

/** 存在的问题：, 改进措施：, 工作中还有不少短板：: what comes is announced, not named. */
function leadsIn(text: string, topic: FoldedRange): boolean {
  return signals.leadIns.within(text, topic.start, topic.end) || signals.leadInAlone.has(text.slice(topic.start, topic.end));
}

/** 政务服务大厅办结一般事项，全年累计办件…: the subject of a clause without number goes on. */
export function absentSubject(draft: Draft, previous: Draft | null): readonly Piece[] {
  if (draft.mention === null || previous !== null || has(draft, 'subject')) return [];
  for (const range of draft.mention.carried) {
    // 为没有食堂的站点配发餐车: whom it was done for is not who did it.
    if (isGivenTo(draft.sentence.text, range)) continue;
    const subject = piecesIn(draft.sentence, range).filter((piece) => (piece.role === 'subject' || piece.role === 'scope') && !signals.zeroPrinted.has(piece.text));
    if (subject.length > 0) return subject;
  }
  return [];
}

/** 与2020年相比，网站减少39条，短片增加7条: what all that changed is compared with, up to the semicolon. */
export function standingBase(draft: Draft, previous: Draft | null): readonly Piece[] {
  if (draft.mention === null || !has(draft, 'change') || has(draft, 'base')) return [];
  const clause = draft.mention.carried.at(-1);
  if (clause !== undefined) return signals.comparisonHeads.at(draft.sentence.text, clause.start, clause.end) === null ? [] : piecesIn(draft.sentence, clause).filter((piece) => piece.role === 'base');
  const goesOn = previous?.mention != null && previous.sentence === draft.sentence && previous.mention.group === draft.mention.group && draft.mention.link === null && hasTopic(draft) && has(previous, 'change');
  return goesOn ? previous!.pieces.filter((piece, i) => i === 0 && piece.role === 'base') : [];
}

/** 为没有食堂的站点配发餐车, also behind a list mark or an adverb (及时对来信作出答复). */
export function isGivenTo(text: string, range: FoldedRange): boolean {
  const mark = /^(?:\d{1,2}\.?)?/.exec(text.slice(range.start, range.start + 4))![0];
  const start = range.start + mark.length;
  return signals.givenTo.at(text, start) !== null || signals.givenTo.at(text, start + (words.edgeDrop.at(text, start, range.end)?.length ?? 0)) !== null;
}

/** The clause before, when it only sets the frame, or when this clause says nothing of its own (达到57.5%). */
export function frame(draft: Draft): readonly Piece[] {
  const range = draft.mention?.carried.at(-1);
  if (range === undefined) return [];
  const { text } = draft.sentence;
  // 因场地维修, 受疫情影响: why is no frame.
  if (signals.causes.at(text, range.start) !== null && words.frames.ends.before(text, range.end, range.start) === null) return [];
  const short = range.end - range.start <= LONGEST_FRAME;
  const framing = words.frames.starts.at(text, range.start, range.end) !== null || words.frames.ends.before(text, range.end, range.start) !== null;
  if (short && words.frames.lasting.before(text, range.end, range.start) !== null) return piecesIn(draft.sentence, range).map((piece) => ({ ...piece, role: 'frame' }));
  if (!hasContent(draft) || (short && framing)) return piecesIn(draft.sentence, range);
  if (!short || hasNoun(draft) || signals.zeroVerbs.within(text, range.start, range.end)) return [];
  const pieces = piecesIn(draft.sentence, range);
  return has(draft, 'verb') && pieces.some((piece) => piece.role === 'verb') ? [] : pieces;
}

/** 行政诉讼方面，一审3件，二审2件: such a frame holds up to the semicolon. */
export function lasting(draft: Draft, previous: Draft | null): readonly Piece[] {
  if (previous?.mention == null || draft.mention === null || previous.mention.group !== draft.mention.group || previous.sentence !== draft.sentence) return [];
  return previous.inherited.filter((piece) => piece.role === 'frame');
}
