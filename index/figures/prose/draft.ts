import type { Decimal } from '../../document/decimal.js';
import type { Stat } from '../../document/figure.js';
import type { FoldedRange } from '../../language/numbers/found-number.js';
import type { Mention } from './mentions.js';
import type { Sentence } from './sentence.js';
import type { Piece } from './wording.js';

/** A figure while its meaning is being gathered. Several drafts may share one number (科研机构和社会公益组织均为0). */
export interface Draft {
  readonly sentence: Sentence;
  /** Null for a zero said in words. */
  readonly mention: Mention | null;
  readonly place: FoldedRange;
  readonly value: Decimal;
  readonly unit: string | null;
  readonly approx: string | null;
  /** Pieces of its own clause, in reading order. */
  pieces: readonly Piece[];
  /** Pieces taken from before, outermost first. */
  inherited: readonly Piece[];
  stat: Stat;
  year: number | null;
  period: string | null;
  /** The total that it is a part of. */
  parent: Draft | null;
}

/** True when figures of this kind add up to totals. */
export function isAdditive(draft: Draft): boolean {
  return draft.mention !== null && (draft.stat === 'count' || draft.stat === 'amount' || draft.stat === 'other');
}

/** True when one of a draft's pieces has this role. */
export function has(draft: Draft, role: Piece['role']): boolean {
  return draft.pieces.some((piece) => piece.role === role);
}

/** 占制发文件总数112件的66.1%: the number that a share is taken of. */
export function isShareBase(draft: Draft): boolean {
  const mention = draft.mention;
  if (mention === null || draft.unit === '%') return false;
  const { text } = draft.sentence;
  return text.startsWith('占', mention.before.start) && text[mention.number.extent.end] === '的';
}

/** True when a draft names something itself: who, what, or what it is about. */
export function hasNoun(draft: Draft): boolean {
  return draft.pieces.some((piece) => piece.role === 'subject' || piece.role === 'object' || piece.role === 'topic');
}

/** What its own clause says, in one piece. */
export function ownText(draft: Draft): string {
  return draft.pieces.map((piece) => piece.text).join('');
}

/** True when it says more than how something changed or that it is a total. */
export function hasContent(draft: Draft): boolean {
  return draft.pieces.some((piece) => piece.role !== 'change' && piece.role !== 'base' && piece.role !== 'total' && piece.role !== 'measure');
}

/** 满意率较上年提高: a change that names what changed. */
export function hasTopic(draft: Draft): boolean {
  return draft.pieces.some((piece) => piece.role === 'topic' || piece.role === 'subject') && (has(draft, 'base') || has(draft, 'change'));
}
