import { z } from 'zod';
import { loadData } from '../data.js';
import type { Text2 } from '../document/diagnostic.js';
import { bothLanguages } from '../document/frame.js';
import type { MetricId } from '../document/figure.js';
import type { FormId } from '../document/tree.js';
import { forms } from './forms.js';

/** How a cell of one form stands to the cells of another. */
export interface Crossing {
  /** A cell of the form one comes from, or a derived sum of such cells (`req.other.all.total`). */
  readonly from: MetricId;
  /** The cells that it compares with; several are added. Empty where nothing compares with it. */
  readonly to: readonly MetricId[];
  /** `same`: chart them together · `noted`: only with `note` beside them · `not-comparable`: never, and `note` says why. */
  readonly kind: 'same' | 'noted' | 'not-comparable';
  /** Null for `same`. */
  readonly note: Text2 | null;
}

const ids = z.array(z.string().min(1));
const file = loadData(
  'index/forms/crosswalk.json',
  z.object({
    about: z.string(),
    notes: z.record(z.string(), bothLanguages),
    rules: z.array(
      z.strictObject({
        /** Ids of forms, several parted by |. */
        forms: z.tuple([z.string(), z.string()]),
        one: ids.min(1),
        other: ids,
        kind: z.enum(['noted', 'not-comparable']),
        note: z.string(),
        /** Note for each of several cells that compare only as a sum. */
        parts: z.string().optional(),
        /** True for a derived sum, which is only looked up on the way from the second form to the first. */
        back: z.boolean().optional(),
      }),
    ),
  }),
);

const APPLICANTS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other_org', 'total'];
const walks = new Map<string, readonly Crossing[]>();

/**
 * Every cell of form `from` with what it is in form `to`, in the order of `from`; then derived sums that compare although their parts do not.
 * Source: handbook 1.6 and 5.7, kept in `crosswalk.json`. Empty for a form without tables.
 */
export function crosswalk(from: FormId, to: FormId): readonly Crossing[] {
  const key = `${from} ${to}`;
  let walk = walks.get(key);
  if (walk === undefined) walks.set(key, (walk = make(from, to)));
  return walk;
}

function make(from: FormId, to: FormId): Crossing[] {
  const own = metricsOf(from);
  const shared = new Set(metricsOf(to));
  const found = new Map<MetricId, Crossing>();
  if (from !== to) for (const rule of rulesBetween(from, to, own)) for (const crossing of crossingsOf(rule)) if (!found.has(crossing.from)) found.set(crossing.from, crossing);
  const cells = own.map((metric): Crossing => found.get(metric) ?? (shared.has(metric) ? { from: metric, to: [metric], kind: 'same', note: null } : { from: metric, to: [], kind: 'not-comparable', note: noteOf('no-row') }));
  const known = new Set(own);
  return [...cells, ...[...found.values()].filter((crossing) => !known.has(crossing.from))];
}

/** A rule turned into the direction of the walk. */
interface Directed {
  readonly from: readonly MetricId[];
  readonly to: readonly MetricId[];
  readonly kind: Crossing['kind'];
  readonly note: string;
  readonly parts: string | undefined;
}

function rulesBetween(from: FormId, to: FormId, own: readonly MetricId[]): Directed[] {
  return file.rules.flatMap((rule): Directed[] => {
    const [first, second] = rule.forms.map((list) => list.split('|'));
    const forward = first!.includes(from) && second!.includes(to);
    if (!forward && !(first!.includes(to) && second!.includes(from))) return [];
    if (forward && rule.back === true) return [];
    const [here, there] = forward ? [rule.one, rule.other] : [rule.other, rule.one];
    return here.length === 0 ? [] : spread(here, there, own).map((sides) => ({ ...sides, kind: rule.kind, note: rule.note, parts: rule.parts }));
  });
}

/** `req.other.*` stands for each applicant; `legacy.*.period` for each cell that is named so. */
function spread(here: readonly string[], there: readonly string[], own: readonly MetricId[]): { from: string[]; to: string[] }[] {
  const [pattern] = here;
  const [before, after] = pattern!.split('*');
  if (after === undefined) return [{ from: [...here], to: [...there] }];
  if (after !== '') return own.filter((metric) => metric.startsWith(before!) && metric.endsWith(after)).map((metric) => ({ from: [metric], to: [...there] }));
  return APPLICANTS.map((applicant) => ({ from: here.map((id) => id.replace('*', applicant)), to: there.map((id) => id.replace('*', applicant)) }));
}

/** Cells that compare only as a sum are, each by itself, not comparable. */
function crossingsOf({ from, to, kind, note, parts }: Directed): Crossing[] {
  if (from.length === 1) return [{ from: from[0]!, to: kind === 'not-comparable' ? [] : to, kind, note: noteOf(note) }];
  return from.map((metric) => ({ from: metric, to: [], kind: 'not-comparable', note: noteOf(parts ?? note) }));
}

function metricsOf(id: FormId): MetricId[] {
  return (forms.find((form) => form.id === id)?.tables ?? []).flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap(({ metrics }) => metrics)));
}

function noteOf(key: string): Text2 {
  const note = file.notes[key];
  if (note === undefined) throw new Error(`index/forms/crosswalk.json: no note ${key}`);
  return note;
}
