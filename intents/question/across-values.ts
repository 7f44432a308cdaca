import { compare, crosswalk, metricById, sum, type FigureId, type FormId, type MetricId, type Quantity, type ReportCard, type Text2 } from '../../index/mod.js';
import type { Context } from '../intent.js';
import type { Question } from './read.js';
import type { Candidate } from './candidates.js';
import { figureAsked } from './many-asked.js';
import { chosenIn, statedAcross } from './stated-across.js';
import { withSentences } from './told-instead.js';

/** One report's figure of what was asked over many; of those that are shown, `library.figures(report)[id]` is the whole figure. */
export interface AcrossValue {
  readonly card: ReportCard;
  readonly id: FigureId;
  /** The number; of several cells their sum. */
  readonly quantity: Quantity;
  /** The cells that are added where another form prints one figure in several rows, `id` first. */
  readonly parts?: readonly FigureId[];
}

/** The asked figure in every report that has it, and the reports that lack it. */
export interface Across {
  /** Figures that hold a number. */
  readonly values: readonly AcrossValue[];
  /** Reports whose cell is blank or says it does not apply. */
  readonly blank: readonly AcrossValue[];
  /** Reports in which the figure was not found. */
  readonly missing: readonly ReportCard[];
  /** What the question means in reports that word it otherwise, so that it may be something else: shown beside the others, never set against them. */
  readonly unlike: readonly AcrossValue[];
  /** Reports in which several figures fit, and nothing tells which is meant. */
  readonly unsure: readonly ReportCard[];
  /** The official figure that was meant; null when only sentences tell it. */
  readonly metric: MetricId | null;
  /** What has to be said beside figures of two forms that compare only loosely. */
  readonly notes: readonly Text2[];
  /** Reports whose form has something else in its place: never set against the others. */
  readonly incomparable: readonly { readonly card: ReportCard; readonly why: Text2 }[];
}

/** So many reports are asked what the question means before it is looked up in all of them. */
const MOST_PROBES = 4;
/** Figures that only sentences tell are looked for in so many reports, one by one. */
const MOST_READ = 60;

/** Looks one figure up in many reports; null when it cannot be told which is meant. `listed`: nothing is added or subtracted, so that sentences need not be of one wording. */
export async function acrossValues(question: Question, context: Context, cards: readonly ReportCard[], { listed = false }: { readonly listed?: boolean } = {}): Promise<Across | null> {
  const asked = figureAsked(question);
  const meant = await metricMeant(asked, context, cards);
  if (meant !== null) {
    const across = await byMetric(meant.metric, context, cards);
    const isInTables = isOfATable(meant.metric);
    if (isInTables && hasCells(across)) return withSentences(asked, context, across);
    if (!isInTables && meant.chosen.every((one) => isAmong(one, across))) return across;
  }
  return cards.length <= MOST_READ ? statedAcross(asked, context, cards, listed) : null;
}

/** 收到申请7件 of reports without that table: only sentences tell it. */
function hasCells({ values, blank, incomparable }: Across): boolean {
  return values.length + blank.length + incomparable.length > 0;
}

/** True where what a report was read to mean is what the dictionary's name finds in it: two sentences of a report may bear one name, and the words chose between them. */
function isAmong({ report, figures: [figure] }: Candidate, { values, unlike }: Across): boolean {
  return figure.quantity.value === null || [...values, ...unlike].some(({ card, quantity }) => card.report === report.report && quantity.value === figure.quantity.value);
}

/** The figure of the dictionary that half of the reports asked first or more agree on; null when they do not, or when sentences' own figures are meant. */
async function metricMeant(asked: Question, context: Context, cards: readonly ReportCard[]): Promise<{ readonly metric: MetricId; readonly chosen: readonly Candidate[] } | null> {
  const votes = new Map<MetricId, number>();
  const sentences: { readonly card: ReportCard; readonly value: string }[] = [];
  const told: Candidate[] = [];
  let asking = 0;
  for (const card of probesOf(cards)) {
    const chosen = await chosenIn(asked, context, card);
    if (typeof chosen === 'string') continue;
    const [figure] = chosen.figures;
    asking += 1;
    told.push(chosen);
    // What only this report's sentence says is no figure of the others.
    if (figure.metric === null && figure.quantity.value !== null) sentences.push({ card, value: figure.quantity.value });
    if (figure.metric !== null) votes.set(figure.metric, (votes.get(figure.metric) ?? 0) + 1);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  if (best === undefined) return null;
  // A sentence that says what the cell of its report says speaks for the cell.
  const cells = sentences.length === 0 ? [] : await context.library.figureValues({ metrics: [best[0]], reports: sentences.map(({ card }) => card.report) });
  const repeated = sentences.filter(({ card, value }) => cells.some((cell) => cell.unit === 'cell' && cell.report === card.report && cell.quantity.value === value));
  return (best[1] + repeated.length) * 2 >= asking ? { metric: best[0], chosen: told } : null;
}

/** Reports of different organisations, the newest of each form first. */
function probesOf(cards: readonly ReportCard[]): ReportCard[] {
  const seen = new Set<string>();
  const first: ReportCard[] = [];
  for (const card of [...cards].sort((a, b) => (b.year ?? 0) - (a.year ?? 0))) {
    const kind = card.forms.join();
    if (seen.has(kind)) continue;
    seen.add(kind);
    first.push(card);
  }
  const others = cards.filter((card) => !first.includes(card));
  return [...first, ...others].slice(0, MOST_PROBES);
}

/** An official figure in every report that has it. */
export async function byMetric(metric: MetricId, context: Pick<Context, 'library'>, cards: readonly ReportCard[]): Promise<Across> {
  const reports = new Map(cards.map((card): [string, ReportCard] => [card.report, card]));
  const years = new Set(cards.flatMap(({ year }) => (year === null ? [] : [year])));
  const held = await context.library.figureValues({ metrics: [metric], ...(years.size > 0 && { years: [...years] }) });
  const values: AcrossValue[] = [];
  const blank: AcrossValue[] = [];
  const inTables = isOfATable(metric);
  for (const { report, id, quantity, unit, year } of held) {
    const card = reports.get(report);
    // A sentence may repeat a cell, and may tell the same of another year.
    if (!card || (unit === 'cell') !== inTables || year !== null) continue;
    // A metric that stands in two tables of one report: the first counts, as it does for a single question.
    reports.delete(report);
    (quantity.state === 'number' ? values : blank).push({ card, id, quantity });
  }
  const found: Across = { values, blank, missing: [...reports.values()], unlike: [], unsure: [], metric, notes: [], incomparable: [] };
  return inTables ? overForms(found, context) : oneUnit(found);
}

/** Metrics of the official tables; the others are told by sentences only. */
function isOfATable(metric: MetricId): boolean {
  return /^T\d/.test(metricById(metric)?.table ?? '');
}

/** Figures of several forms: set side by side where the crosswalk allows it, with its notes; those of the commonest form come first. */
async function overForms(across: Across, context: Pick<Context, 'library'>): Promise<Across> {
  const main = commonestForm(across.values.map(({ card }) => card));
  if (main === null || across.metric === null) return across;
  let { values, missing } = across;
  const notes = new Set<Text2>();
  const incomparable: { card: ReportCard; why: Text2 }[] = [];
  const others = new Set([...values.map(({ card }) => card), ...missing].flatMap(({ forms }) => (forms.length === 1 && forms[0] !== main ? [forms[0]!] : [])));
  for (const form of others) {
    const crossing = crosswalk(main, form).find(({ from }) => from === across.metric);
    if (crossing === undefined || crossing.kind === 'same') continue;
    const ofForm = ({ forms }: ReportCard): boolean => forms.length === 1 && forms[0] === form;
    if (crossing.kind === 'not-comparable') {
      incomparable.push(...[...values.map(({ card }) => card), ...missing].filter(ofForm).map((card) => ({ card, why: crossing.note! })));
      values = values.filter(({ card }) => !ofForm(card));
      missing = missing.filter((card) => !ofForm(card));
      continue;
    }
    const [other] = crossing.to;
    if (other !== undefined && other !== across.metric) {
      const told = await byNames(crossing.to, context, missing.filter(ofForm));
      values = [...values, ...told];
      missing = missing.filter((card) => !told.some((value) => value.card === card));
    }
    if (values.some(({ card }) => ofForm(card))) notes.add(crossing.note!);
  }
  return { ...across, values, missing, notes: [...notes], incomparable };
}

function commonestForm(cards: readonly ReportCard[]): FormId | null {
  const counts = new Map<FormId, number>();
  for (const { forms } of cards) if (forms.length === 1) counts.set(forms[0]!, (counts.get(forms[0]!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))[0]?.[0] ?? null;
}

/** Cells of another form that stand for the asked one, in the reports that are of that form: several are added, and only where each holds a number. */
async function byNames(metrics: readonly MetricId[], context: Pick<Context, 'library'>, cards: readonly ReportCard[]): Promise<AcrossValue[]> {
  if (cards.length === 0) return [];
  const held = await context.library.figureValues({ metrics: [...metrics], reports: cards.map(({ report }) => report) });
  const numbers = new Map(held.flatMap((value) => (value.unit === 'cell' && value.quantity.state === 'number' ? [[`${value.report} ${value.metric}`, value] as const] : [])));
  return cards.flatMap((card) => {
    const cells = metrics.map((metric) => numbers.get(`${card.report} ${metric}`));
    if (cells.some((cell) => cell === undefined)) return [];
    const [first, ...more] = cells.map((cell) => cell!);
    if (more.length === 0) return [{ card, id: first!.id, quantity: first!.quantity }];
    return [{ card, id: first!.id, parts: [first!, ...more].map(({ id }) => id), quantity: { ...first!.quantity, value: sum([first!, ...more].map(({ quantity }) => quantity.value!)) } }];
  });
}

/** Sentences count one thing in 件 here and in 人次 there: only those in the commonest unit are set against each other. */
function oneUnit(across: Across): Across {
  const units = new Map<string | null, number>();
  for (const { quantity } of across.values) units.set(quantity.unit, (units.get(quantity.unit) ?? 0) + 1);
  const [commonest] = [...units].sort((a, b) => b[1] - a[1])[0] ?? [null];
  const other = across.values.filter(({ quantity }) => quantity.unit !== commonest);
  return { ...across, values: across.values.filter(({ quantity }) => quantity.unit === commonest), unlike: [...across.unlike, ...other] };
}

/** Values by size, largest first or smallest first; equal ones by name. */
export function ranked(values: readonly AcrossValue[], smallestFirst: boolean): AcrossValue[] {
  const sign = smallestFirst ? 1 : -1;
  // Thousands are put in order: doubles tell most apart, exact decimals only what doubles round to the same.
  const sized = values.map((value) => ({ value, size: Number(value.quantity.value), exact: value.quantity.value! }));
  sized.sort((a, b) => sign * (a.size - b.size) || (a.exact === b.exact ? 0 : sign * compare(a.exact, b.exact)) || byPinyin.compare(a.value.card.org.name, b.value.card.org.name));
  return sized.map(({ value }) => value);
}

const byPinyin = new Intl.Collator('zh');

/** The reports of the newest `most` years that are held among them; all of them when `most` is null. */
export function newestYears(cards: readonly ReportCard[], most: number | null): ReportCard[] {
  if (most === null) return [...cards];
  const years = [...new Set(cards.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a).slice(0, most);
  return cards.filter(({ year }) => year !== null && years.includes(year));
}

/** Of each organisation its newest report; with a year named, that year's. */
export function newestOfEach(cards: readonly ReportCard[]): ReportCard[] {
  const newest = new Map<string, ReportCard>();
  for (const card of cards) {
    const known = newest.get(card.orgKey);
    if (known === undefined || (card.year ?? 0) > (known.year ?? 0)) newest.set(card.orgKey, card);
  }
  return [...newest.values()];
}
