import { compare, fold, isFormerLevel, wordsOfStep, type ConceptId, type Figure } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import type { Candidate } from './candidates.js';

/** The words by which a number becomes the next one of its sentence (精简到), folded; null when it becomes none. */
export function stepTo(next: Figure | undefined, figure: Figure | undefined, text: string): string | null {
  if (figure?.trust !== 'stated' || next?.trust !== 'stated' || figure.place === null || next.place === null || next.quote[0].start !== figure.quote[0].start || next.quantity.unit !== figure.quantity.unit) return null;
  const end = figure.place.at(-1)!.end;
  if (next.place[0].start - end > LONGEST_STEP) return null;
  const behind = fold(text.slice(end, next.place[0].start)).text;
  const unit = figure.quantity.unit ?? '';
  const step = behind.startsWith(unit) ? behind.slice(unit.length) : behind;
  return isFormerLevel(fold(text.slice(Math.max(figure.quote[0].start, figure.place[0].start - LONGEST_STEP), figure.place[0].start)).text, step) ? wordsOfStep(step) : null;
}

/** UTF-16 units between a former number and the one that took its place. */
const LONGEST_STEP = 24;

/** 栏目由26个精简到19个: the number reached is of the same thing as the one before it. */
export function withFormer(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate, n) => {
    const before = candidates[n - 1];
    const { step } = candidate;
    if (before === undefined || step === null) return candidate;
    // 精简了几个 asks how many went, which is neither number: what led there explains nothing.
    const led = (word: string): boolean => word !== '' && step.includes(word);
    const own = candidate.facets.own.filter((facet) => !led(facet.text));
    // 由年初的61%提升至74%, 由去年的94个整合到71个: only the first number is that of the beginning.
    const said = before.facets.own.filter((facet) => !facet.concepts.some((concept) => ['year-start', 'last-year', 'formerly'].includes(concept)) && !own.some((other) => other.text === facet.text));
    const ownText = [before.facets.ownText, ...candidate.facets.ownText.split(' ').filter((label) => !led(label))].join(' ');
    return { ...candidate, facets: { ...candidate.facets, measures: new Set([...candidate.facets.measures, ...wayFrom(before, candidate)]), own: [...said, ...own], ownText, inherited: [...before.facets.inherited, ...candidate.facets.inherited] } };
  });
}

/** 压减到33个, 保留56个: what a label says was left standing; 还剩几个 asks for it, and how much fell away is another number. */
export function leftStanding({ inherited, labels, trust, stat }: Figure): readonly ConceptId[] {
  const last = trust === 'stated' && stat === 'count' ? [...labels, ...inherited].find((label) => labelCues().leaves.some((pattern) => pattern.test(fold(label).text))) : undefined;
  return last === undefined ? [] : ['decrease', LEFT_OVER];
}

const LEFT_OVER: ConceptId = 'left-over';

/** 缩至, 压减到: whichever word the report has, a number that took the place of a larger one came down to what it is. */
function wayFrom({ figures: [before] }: Candidate, { figures: [after] }: Candidate): readonly ConceptId[] {
  const [was, is] = [before.quantity.value, after.quantity.value];
  const way = was === null || is === null ? 0 : compare(was, is);
  return way === 0 ? [] : way > 0 ? ['decrease', LEFT_OVER] : ['increase'];
}
