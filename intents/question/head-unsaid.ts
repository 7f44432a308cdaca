import { compare } from '../../index/mod.js';
import { DISTINGUISHING } from './strength.js';
import type { Ranked } from './ranking.js';
import type { Term } from './terms.js';

/**
 * 网站几条: 网站留言1206条 counts messages, and the one word of the question only says whose. A figure of the same unit that counts by 网站 itself
 * (网站289条) is meant as well, though it says more of where it belongs: shown beside the best. Null where the best says what the question names last.
 */
export function headSaidElsewhere(terms: readonly Term[], best: Ranked, fitting: readonly Ranked[]): Ranked | null {
  if (terms.filter(({ weight }) => weight >= DISTINGUISHING).length !== 1 || saysHead(best)) return null;
  const { unit, value } = best.candidate.figures[0].quantity;
  return fitting.find((other) => {
    const [figure] = other.candidate.figures;
    const differs = figure.quantity.value !== null && value !== null && compare(figure.quantity.value, value) !== 0;
    return other !== best && figure.trust === 'stated' && figure.quantity.unit === unit && differs && saysHead(other);
  }) ?? null;
}

/** True where the last telling word of a stated figure's label is one that the question says. */
function saysHead({ candidate: { facets, figures: [{ trust }] }, fit }: Ranked): boolean {
  const head = facets.own.findLastIndex(({ weight }) => weight >= DISTINGUISHING);
  return trust !== 'stated' || head < 0 || fit.used.has(head);
}
