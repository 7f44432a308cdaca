import { compare, sum, type Figure } from '../../index/mod.js';

const APPLICANTS = /^(req\..+)\.(?:natural|business|research|nonprofit|legal|other_org|orgs)$/;
const RESULTS = /^req\.(?:granted|partial|denied|unable|not_processed|other)(?:\..+)?\.total$/;
const OUTCOMES = /^(review|lit\.direct|lit\.post_review)\.(?:upheld|corrected|other|pending)$/;

/** The id of the cell that the form adds this cell into, or null. Source: handbook 2.1 C3-2, C3-3 and 2.2 C4-1…3. */
function wholeMetricOf(metric: string): string | null {
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

/** Numbers before a sentence among which its total is looked for. */
const NEAR_BEFORE = 12;
/** Fewer numbers add up to another one by chance. */
const FEWEST_PARTS = 3;

/**
 * 承接工单120件。路灯50件；排水40件；绿化30件。: the total that a sentence splits up without saying so: the only number shortly before it, counted alike,
 * that all its numbers add up to exactly; null when there is none.
 */
export function wholeBySum(part: Figure, figures: readonly Figure[]): Figure | null {
  const isCounted = ({ trust, stat, partOf, quantity }: Figure): boolean => trust === 'stated' && stat === 'count' && partOf === null && quantity.value !== null && quantity.unit === part.quantity.unit;
  if (!isCounted(part)) return null;
  const beside = figures.filter((other) => isCounted(other) && other.quote[0].start === part.quote[0].start);
  if (beside.length < FEWEST_PARTS) return null;
  const total = sum(beside.map(({ quantity }) => quantity.value!));
  const first = beside[0]!.id as number;
  const wholes = figures.filter((other) => isCounted(other) && (other.id as number) < first && (other.id as number) >= first - NEAR_BEFORE && compare(other.quantity.value!, total) === 0);
  return wholes.length === 1 ? wholes[0]! : null;
}
