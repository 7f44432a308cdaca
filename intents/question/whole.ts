import type { Figure } from '../../index/mod.js';

const APPLICANTS = /^(req\..+)\.(?:natural|business|research|nonprofit|legal|other_org|orgs)$/;
const RESULTS = /^req\.(?:granted|partial|denied|unable|not_processed|other)(?:\..+)?\.total$/;
const OUTCOMES = /^(review|lit\.direct|lit\.post_review)\.(?:upheld|corrected|other|pending)$/;

/** The id of the cell that the form adds this cell into, or null. Source: handbook 2.1 C3-2, C3-3 and 2.2 C4-1…3. */
export function wholeMetricOf(metric: string): string | null {
  const applicant = APPLICANTS.exec(metric);
  if (applicant) return `${applicant[1]}.total`;
  if (RESULTS.test(metric)) return 'req.processed.total';
  const outcome = OUTCOMES.exec(metric);
  return outcome ? `${outcome[1]}.total` : null;
}

/**
 * The total that `figure` is a part of: as its sentence says, or as the form adds up; null when neither says.
 * `outermost` climbs to the total of totals.
 */
export function wholeOf(figure: Figure, figures: readonly Figure[], outermost: boolean): Figure | null {
  if (figure.metric !== null && figure.trust !== 'stated') {
    const whole = wholeMetricOf(figure.metric);
    return whole === null ? null : (figures.find((other) => other.metric === whole && other.trust !== 'stated') ?? null);
  }
  let whole: Figure | null = null;
  for (let at = figure.partOf, steps = 0; at !== null && steps < 8; steps += 1) {
    const parent: Figure | undefined = figures.find((other) => (other.id as number) === at);
    if (!parent) break;
    whole = parent;
    if (!outermost) break;
    at = parent.partOf;
  }
  return whole;
}
