import { fold, type Figure } from '../../index/mod.js';
import { extentSaid } from '../language/contrasts.js';
import type { Candidate } from './candidates.js';
import type { Question } from './read.js';

/**
 * Of figures those that 本级 may mean: what a report tells of the whole district (全区受理93件, and the parts of it) is not of its own level, unless the
 * words of the figure say 本级 too (其中区政府办公室本级27件). And 全区 means none that says 本级. Labels are Chinese whatever the question's language.
 * All of them for any other question.
 */
export function ofExtentAsked({ folded, lang }: Pick<Question, 'folded' | 'lang'>, candidates: readonly Candidate[]): readonly Candidate[] {
  const asked = extentSaid(folded, lang);
  if (asked === null) return candidates;
  const figures = new Map(candidates.filter(({ subtotal }) => subtotal === null).map(({ figures: [figure] }) => [figure.id as number, figure]));
  const extentOf = ({ figures: [figure] }: Candidate): 'whole' | 'own' | null => {
    let at: Figure | undefined = figure;
    for (let steps = 0; at !== undefined && steps < DEEPEST; steps += 1) {
      const said = extentSaid(fold([...at.labels, at.scope ?? ''].join(' ')).text, 'zh') ?? extentSaid(fold(at.inherited.join(' ')).text, 'zh');
      if (said !== null) return said;
      at = at.partOf === null ? undefined : figures.get(at.partOf);
    }
    return null;
  };
  if (asked === 'whole') return candidates.filter((candidate) => extentOf(candidate) !== 'own');
  // 网站公开2400条 beside 本级215条: where sentences tell the two apart, one that says neither may be of all.
  const toldApart = candidates.some((candidate) => candidate.figures[0].trust === 'stated' && extentOf(candidate) === 'own');
  return candidates.filter((candidate) => {
    const extent = extentOf(candidate);
    return extent === 'own' || (extent === null && !(toldApart && candidate.figures[0].trust === 'stated'));
  });
}

/** Totals of totals. */
const DEEPEST = 8;
