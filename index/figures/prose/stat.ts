import type { Stat } from '../../document/figure.js';
import type { FoldedRange } from '../../language/numbers/found-number.js';
import { isMoney } from '../../language/numbers/setting.js';
import { has, type Draft } from './draft.js';
import { signals } from './lexicon.js';
import { sameUnit } from './sums.js';

/** What the draft's number measures, from its unit and its own words; `previous` is the figure before it in the sentence. */
export function statOf(draft: Draft, previous: Draft | null): Stat {
  const { unit } = draft;
  const mention = draft.mention;
  if (mention === null) return 'count';
  const own = draft.pieces.map((piece) => piece.text).join('');
  if (unit === '个百分点' || unit === '百分点' || unit === '倍' || has(draft, 'change')) return 'change';
  // 比2023年的94.9%提高1.5个百分点: what stands behind 的 is the level of that year.
  const isBase = draft.sentence.text[mention.number.extent.start - 1] === '的';
  if (has(draft, 'base') && !isBase && (unit === '%' || unit === '成') && !carries(own, signals.share)) return 'change';
  if (has(draft, 'base') && draft.pieces.some((piece) => piece.text === '新增')) return 'change';
  if (carries(own.replace(/“[^”]*”/g, ''), signals.extremes)) return 'other';
  if ((signals.averageOnly.within(own, 0, own.length) && !isSaidOnlyBehind(draft)) || isOfEach(draft, previous)) return 'average';
  if (continues(draft, previous)) return previous!.stat;
  if (unit === '分') return 'score';
  if (unit === '%' || unit === '‰' || unit === '‱' || unit === '成') return shareOrRate(draft, own, previous);
  if (isMoney(unit)) return 'amount';
  if (unit !== null && signals.otherUnits.has(unit)) return 'other';
  return 'count';
}

/** 9个村均设立了公开栏: behind its number 均 says that all did. */
function isSaidOnlyBehind({ mention, sentence: { text } }: Draft): boolean {
  const { before, after, carried } = mention!;
  const says = ({ start, end }: FoldedRange): boolean => signals.averageOnly.within(text, start, end);
  return says(after) && ![before, ...carried].some(says);
}

/** 有5个部门公开信息不足50条: what each of them fell short of, not what all did. */
function isOfEach(draft: Draft, previous: Draft | null): boolean {
  if (draft.approx === null || !signals.fallsShort.has(draft.approx) || draft.mention!.link !== 'words' || previous?.mention == null) return false;
  return signals.manyWho.has(previous.unit ?? '') && previous.mention.clause === draft.mention!.clause && draft.unit !== '%' && draft.unit !== '成' && !sameUnit(previous, draft);
}

/** 由2022年的15.2个工作日压缩至9.6个工作日: the second number measures what the first does. */
function continues(draft: Draft, previous: Draft | null): boolean {
  if (previous === null || previous.unit !== draft.unit || previous.stat === 'change' || previous.stat === 'count') return false;
  return draft.mention!.link === 'words' && !draft.pieces.some((piece) => piece.role === 'subject' || piece.role === 'object' || piece.role === 'topic');
}

function shareOrRate(draft: Draft, own: string, previous: Draft | null): Stat {
  const { sentence, mention } = draft;
  const { text } = sentence;
  if (draft.unit === '‰' || draft.unit === '‱') return 'rate';
  if (carries(own, signals.share) || carries(text.slice(mention!.before.start, mention!.before.end), signals.share)) return 'share';
  if (draft.pieces.some((piece) => signals.rateTails.has(piece.text.at(-1) ?? '') || piece.text.includes('率'))) return 'rate';
  if (text[mention!.number.extent.end] === '的' || draft.unit === '成') return 'share';
  const carried = mention!.carried.map((range) => text.slice(range.start, range.end)).join('');
  if (carries(carried, signals.share)) return 'share';
  if (saysRate(carried)) return 'rate';
  if (previous !== null && previous.unit === draft.unit && previous.stat !== 'change' && previous.stat !== 'count') return previous.stat;
  return has(draft, 'verb') ? 'rate' : 'share';
}

/** 满意率达, 满意度: a rate is named right before its number. */
function saysRate(text: string): boolean {
  return [...text].some((character, i) => signals.rateTails.has(character) && (i + 1 === text.length || signals.rateSaidBy.has(text[i + 1]!)));
}

function carries(text: string, words: typeof signals.share): boolean {
  return words.within(text, 0, text.length);
}
