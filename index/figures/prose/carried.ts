import { signals } from './lexicon.js';
import type { Sentence } from './sentence.js';
import type { Piece } from './wording.js';

/** 结转至下一年度, 结转2023年: where the word ends that says into which year something goes over; `at` where none begins. */
export function carriedInto({ text, numberAt }: Pick<Sentence, 'text' | 'numberAt'>, at: number, to: number): number {
  const deed = signals.carries.at(text, at, to);
  if (deed === null) return at;
  const behind = at + deed.length;
  const year = behind + (signals.carriedTo.at(text, behind, to)?.length ?? 0);
  const date = numberAt.get(year);
  const end = date?.kind === 'date' && date.year !== null ? date.extent.end : year + (signals.nextYears.at(text, year, to)?.length ?? 0);
  return end > year && end <= to ? end : at;
}

/** True where a year is only that into which something goes over: it says nothing of when the numbers behind it hold. */
export function isCarriedInto(text: string, yearStart: number): boolean {
  const joint = signals.carriedTo.before(text, yearStart);
  return signals.carries.before(text, yearStart - (joint?.length ?? 0)) !== null || signals.carries.before(text, yearStart) !== null;
}

/** 结转至下一年度, 结转2023年: a deed that names the year into which something goes. */
export function goesOver({ text, role }: Piece): boolean {
  return role === 'verb' && signals.carries.at(text, 0) !== null && !signals.carries.has(text);
}
