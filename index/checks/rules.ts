import { z } from 'zod';
import { loadData } from '../data.js';
import type { Text2 } from '../document/diagnostic.js';
import { bothLanguages, filledBoth } from '../document/frame.js';
import type { FoundFigure, MetricId } from '../document/figure.js';
import { metricById } from '../forms/metrics.js';
import type { CheckedPlace, Facts, Finding, Severity } from './check.js';

const Words = z.array(z.string().min(1));
const Level = z.enum(['province', 'city', 'county', 'township', 'department', 'unknown']);

const Rules = z.strictObject({
  tables: z.record(z.string(), bothLanguages),
  rules: z.record(z.string(), z.strictObject({ severity: z.enum(['error', 'warning', 'info']), basis: z.string(), about: bothLanguages, message: bothLanguages })),
  words: z.strictObject({
    requests: z.strictObject({ what: Words, about: Words, did: Words, not: Words }),
    none: z.strictObject({ requests: Words, about: Words, review: Words, lawsuits: Words, not: Words }),
    disputes: z.strictObject({ review: Words, lawsuits: Words, not: Words }),
    normative: z.strictObject({ what: Words, issued: Words, repealed: Words, inForce: Words, not: Words }),
    /** Results of requests as sentences name them, with the beginnings of the metrics that they sum up. */
    results: z.record(z.string(), Words),
    attached: Words,
    office: z.string().transform((source) => new RegExp(source, 'u')),
    fee: Words,
    /** Words by which a sentence tells only some of the parts. */
    partial: Words,
    /** Words by which a change is a decrease. */
    falls: Words,
    /** The word that begins another split of the same whole. */
    again: z.string().min(1),
    /** The word that says a share is one of the part before it. */
    takes: z.string().min(1),
    templates: Words,
    generic: Words,
    /** 我乡, 本局: what an organ calls itself by, with the levels that may. */
    self: Words,
    /** What follows where an organ speaks of itself and not of the place it lies in. */
    selfBefore: Words,
    /** Nouns by which a text speaks of its own organ, after 我 or 本. */
    organs: Words,
    /** Signs in a department's name that it stands below a city, and words that hold such a sign and mean something else. */
    belowCity: Words,
    notBelowCity: Words,
    /** Words of a sentence that says which period is counted. */
    counted: Words,
    /** A regular expression: the number of a document of the State Council's general office; and the letters that its office for disclosure signs. */
    formatNumber: z.string().transform((source) => new RegExp(source, 'gu')),
    formatOffice: z.string().min(1),
    /** Regular expressions: how many parts the introduction announces, when the report was published. */
    parts: z.string().transform((source) => new RegExp(source, 'u')),
    published: z.string().transform((source) => new RegExp(source, 'u')),
    counts: z.record(z.string(), z.number().int()),
    selfKinds: z.record(z.string(), z.array(Level)),
    /** Words of which a title of the six sections holds one. */
    sections: z.array(Words).length(6),
    official: z.array(z.string()).length(6),
  }),
  formats: z.array(z.strictObject({ form: z.enum(['gen2019', 'gen2021']), from: z.number().int(), to: z.number().int(), name: z.string(), number: z.string() })),
});

let loaded: z.output<typeof Rules> | undefined;

/** Rules, words and format documents, read once. Throws with file and field when the data is wrong. */
export function ruleData(): z.output<typeof Rules> {
  loaded ??= loadData('index/checks/rules.json', Rules);
  return loaded;
}

interface Found {
  readonly slots?: Readonly<Record<string, string | Text2>>;
  readonly expected?: string | null;
  readonly actual?: string | null;
  readonly places: readonly CheckedPlace[];
  readonly metrics?: readonly MetricId[];
  readonly doubtful?: boolean;
  readonly severity?: Severity;
}

/** A finding of a rule, its message made of the rule's words. Throws for an unknown rule or a slot that is not given: a fault of ours. */
export function finding(rule: string, { slots = {}, expected = null, actual = null, places, metrics = [], doubtful = false, severity }: Found): Finding {
  const entry = ruleData().rules[rule];
  if (entry === undefined) throw new Error(`index/checks/rules.json has no "${rule}"`);
  const given: Readonly<Record<string, string | Text2>> = { ...slots, ...(expected !== null && { expected }), ...(actual !== null && { actual }) };
  return { rule, severity: severity ?? entry.severity, message: filledBoth(entry.message, given), expected, actual, places, suspect: null, metrics, doubtful };
}

/** 表三“…”行“…”列: a cell as the form names it. Metric names are `row/column`; table 4 has one row, whose blocks stand for it. */
export function cellName(metric: MetricId): Text2 {
  const entry = metricById(metric);
  if (entry === undefined) return { zh: metric, en: metric };
  const table = ruleData().tables[entry.table.split(' ')[0]!];
  const { row, column } = rowAndColumn(metric);
  const place = { zh: column === '' ? `“${row}”` : `“${row}”行“${column}”列`, en: `“${entry.en}”` };
  return table === undefined ? place : { zh: `${table.zh}${place.zh}`, en: `${table.en}, ${place.en}` };
}

/** The printed names of a metric's row and column; the column is '' when the dictionary gives one name only. */
export function rowAndColumn(metric: MetricId): { readonly row: string; readonly column: string } {
  const name = metricById(metric)?.zh ?? metric;
  // 本年增/减 holds the mark itself: the first one parts row and column.
  const at = name.indexOf('/');
  return at < 0 ? { row: name, column: '' } : { row: name.slice(0, at), column: name.slice(at + 1) };
}

/** Where a figure stands, as a finding cites it. */
export function placeOfFigure({ report }: Pick<Facts, 'report'>, figure: FoundFigure): CheckedPlace {
  return { report, spans: figure.quote, unit: figure.unit, path: figure.path };
}

/** The value of a cell as an exact decimal; null when the cell is not there or holds no number. */
export function valueAt({ cells }: Pick<Facts, 'cells'>, metric: MetricId): string | null {
  return cells.get(metric)?.quantity.value ?? null;
}
