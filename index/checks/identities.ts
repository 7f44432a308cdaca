import { difference, sum, type Decimal } from '../document/decimal.js';
import type { FoundFigure, MetricId } from '../document/figure.js';
import type { Identity } from '../forms/form.js';
import { forms } from '../forms/forms.js';
import type { Check, Facts, Finding } from './check.js';
import { cellName, finding, placeOfFigure, rowAndColumn } from './rules.js';

/** Each identity of the official forms once: the forms share most of them. */
const identities: readonly Identity[] = [...new Map(forms.flatMap((form) => form.identities).map((identity) => [JSON.stringify([...identity.parts].sort()) + identity.equals.join(), identity])).values()];

/** An identity with all its operands, and by how much its left side is more than its right. */
interface Weighed {
  readonly identity: Identity;
  readonly left: Decimal;
  readonly right: Decimal;
  readonly off: Decimal;
}

/** C3-1, C3-2, C3-3, C4: the sums that the official tables print. Where two broken ones cross, the cell they share is named. */
export const formIdentities: Check = {
  rules: ['C3-1', 'C3-2', 'C3-3', 'C4'],
  *run(facts) {
    const weighed = identities.flatMap((identity) => weigh(identity, facts));
    const broken = weighed.filter(({ off }) => off !== '0');
    if (broken.length === 0) return;
    const suspects = suspectsOf(broken, weighed);
    const told = broken.map((one) => findingOf(one, facts, suspects));
    yield* told.sort((a, b) => Number(b.finding.suspect !== null) - Number(a.finding.suspect !== null) || b.weight - a.weight).map((one) => one.finding);
  },
};

/** A sum of the official tables as it stands in a report. */
export interface IdentityHeld {
  /** Id of the rule that compares it. */
  readonly rule: string;
  /** The cells that are added, and those that they should be equal to. */
  readonly parts: readonly MetricId[];
  readonly equals: readonly MetricId[];
  readonly left: Decimal;
  readonly right: Decimal;
  readonly holds: boolean;
}

/** Every identity whose cells all hold a number in a report, with what it comes to. */
export function identitiesIn(facts: Facts): IdentityHeld[] {
  return identities.flatMap((identity) => weigh(identity, facts)).map(({ identity, left, right, off }) => ({ rule: ruleOf(identity), parts: identity.parts, equals: identity.equals, left, right, holds: off === '0' }));
}

/** Ids of identities are that of their rule, a blank, and the cell. */
function ruleOf({ id }: Identity): string {
  return id.split(' ')[0]!;
}

/** An identity one of whose operands is missing or holds no number says nothing. */
function weigh(identity: Identity, { cells }: Facts): Weighed[] {
  const valuesOf = (metrics: readonly MetricId[]): Decimal[] | null => {
    const values = metrics.map((metric) => cells.get(metric)?.quantity.value ?? null);
    return values.includes(null) ? null : (values as Decimal[]);
  };
  const parts = valuesOf(identity.parts);
  const equals = valuesOf(identity.equals);
  if (parts === null || equals === null) return [];
  const [left, right] = [sum(parts), sum(equals)];
  return [{ identity, left, right, off: difference(left, right) }];
}

/** A cell that would mend more than one broken identity, with what it would have to say. */
interface Suspect {
  readonly metric: MetricId;
  /** By how much the cell is too large. */
  readonly excess: Decimal;
  readonly mends: ReadonlySet<Identity>;
}

/**
 * Cells in which two or more broken identities cross and that are off by the same in all of them, best first. A cell that stands in an
 * identity that holds is no suspect: to change it would break that one.
 */
function suspectsOf(broken: readonly Weighed[], weighed: readonly Weighed[]): Suspect[] {
  const sound = new Set(weighed.filter(({ off }) => off === '0').flatMap(({ identity }) => [...identity.parts, ...identity.equals]));
  const byCell = new Map<MetricId, { readonly excess: Decimal; readonly identity: Identity }[]>();
  for (const { identity, off } of broken) {
    for (const metric of identity.parts) note(byCell, metric, { excess: off, identity });
    for (const metric of identity.equals) note(byCell, metric, { excess: difference('0', off), identity });
  }
  return [...byCell]
    .filter(([metric, crossing]) => crossing.length > 1 && !sound.has(metric) && new Set(crossing.map(({ excess }) => excess)).size === 1)
    .map(([metric, crossing]) => ({ metric, excess: crossing[0]!.excess, mends: new Set(crossing.map(({ identity }) => identity)) }))
    .sort((a, b) => b.mends.size - a.mends.size);
}

function note<T>(map: Map<MetricId, T[]>, metric: MetricId, value: T): void {
  const known = map.get(metric);
  if (known) known.push(value);
  else map.set(metric, [value]);
}

function findingOf({ identity, left, right }: Weighed, facts: Facts, suspects: readonly Suspect[]): { readonly finding: Finding; readonly weight: number } {
  const rule = ruleOf(identity);
  const metrics = [...identity.parts, ...identity.equals];
  const figures = metrics.map((metric) => facts.cells.get(metric)!);
  const { row, column } = rowAndColumn(identity.equals[0]!);
  const base = finding(rule, { slots: { row, column, left, right }, expected: left, actual: right, places: placesOf(figures, facts), metrics, doubtful: figures.some((figure) => isDoubtful(figure, facts)) });
  const suspect = suspects.find(({ mends }) => mends.has(identity)) ?? null;
  if (suspect === null) return { finding: base, weight: 0 };
  const printed = facts.cells.get(suspect.metric)!.quantity.value!;
  const meant = difference(printed, suspect.excess);
  const name = cellName(suspect.metric);
  const message = meant.startsWith('-') ? base.message : { zh: `${base.message.zh}；多半错在${name.zh}：写的是 ${printed}，应为 ${meant}`, en: `${base.message.en}; most likely wrong is ${name.en}: it says ${printed}, ${meant} would fit` };
  return { finding: { ...base, message, suspect: suspect.metric }, weight: suspect.mends.size };
}

/** Rows are quoted once, however many of their cells count. */
function placesOf(figures: readonly FoundFigure[], facts: Facts): Finding['places'] {
  const once = new Map(figures.map((figure) => [figure.quote.map(({ start, end }) => `${start}-${end}`).join(), placeOfFigure(facts, figure)]));
  return [...once.values()];
}

/** Our own reading may be at fault where a table was shifted, cut or glued in the file; a row that only does not add up was read as printed. */
export function isDoubtful(figure: FoundFigure, { damaged }: Pick<Facts, 'damaged'>): boolean {
  return figure.trust === 'read' || (figure.trust === 'repaired' && damaged.some((span) => figure.quote.some((quoted) => span.start < quoted.end && quoted.start < span.end)));
}
