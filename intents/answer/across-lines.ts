import { metricById, sum, unitOfFigure, type Decimal, type Figure, type Lang, type PlaceInReport, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import type { Across, AcrossValue } from '../question/across-values.js';
import { regionOf } from '../question/many-asked.js';
import type { Question } from '../question/read.js';
import { isExempt } from '../roster.js';
import type { Block, Draft, Inline } from './answer.js';
import { say, wordsOf } from './phrases.js';
import { Evidence, labelOf, named, orgYear, printed } from './present.js';
import { saidLabel, saidLabelOf } from './said-label.js';
import { fromRoster } from './roster-lines.js';
import { trustNote } from './trust-note.js';

/** Reports whose names are listed; the rest are counted. */
const MOST_NAMES = 20;

/** What one report gives: the rows it is shown by, each with its citation, and the number as it is shown; a sum of several cells shows what was added. */
export async function valueShown(context: Context, evidence: Evidence, { card, id, parts, quantity }: AcrossValue): Promise<{ readonly rows: readonly number[]; readonly value: readonly Inline[]; readonly figures: readonly Figure[] }> {
  const figures = await Promise.all((parts ?? [id]).map((one) => evidence.held({ report: card.report, id: one })));
  const rows: number[] = [];
  for (const figure of figures) rows.push(await evidence.figure(card, figure));
  const { citation } = evidence.rows[rows[0]!]!;
  if (figures.length === 1) return { rows, value: printed(context.lang, figures[0]!, citation, evidence.citations[citation]!.quote), figures };
  const formula = `${figures.map((figure) => figure.quantity.value).join(' + ')} = ${quantity.value}${unitOfFigure(figures[0]!) ?? ''}`;
  return { rows, value: [{ type: 'derived', text: formula, from: rows }], figures };
}

/** The places of the figures that such values are shown by, for `Evidence.readAhead`. */
export function placesOfValues(values: readonly AcrossValue[]): PlaceInReport[] {
  return values.flatMap(({ card: { report }, id, parts }) => (parts ?? [id]).map((one) => ({ report, id: one })));
}

/** True when reports word the figure each in its own way: then every line says how. Figures of tables are called as the form calls them. */
export async function wordedVariously(evidence: Evidence, { metric, values }: Pick<Across, 'metric' | 'values'>): Promise<boolean> {
  if (metric !== null) return false;
  await evidence.readAhead(placesOfValues(values));
  const labels = await Promise.all(values.map(async ({ card: { report }, id }) => labelOf(await evidence.held({ report, id }))));
  return new Set(labels).size > 1;
}

/** One report's figure as a line (with its own label where `labelled`), with its rows and citations in the evidence. */
export async function valueLine(context: Context, evidence: Evidence, across: AcrossValue, { ordinal, labelled = false }: { readonly ordinal?: number; readonly labelled?: boolean } = {}): Promise<{ readonly rows: readonly number[]; readonly block: Block }> {
  const { rows, value, figures } = await valueShown(context, evidence, across);
  const lead: Inline[] = ordinal === undefined ? ['· '] : [counted(`${ordinal}. `)];
  const notes = new Map<string, Inline[]>();
  for (const figure of figures) {
    const note = await trustNote(context, across.card.report, figure);
    if (note.length > 0) notes.set(wordsOf(note), note);
  }
  const whose = { ...orgYear(context.lang, across.card), org: named(nameAmong(across.card, context.reports)) };
  const said = labelled ? say(context.lang, 'unlikeLine', { ...whose, label: saidLabelOf(context.lang, figures[0]!), value }) : say(context.lang, 'acrossLine', { ...whose, value });
  return { rows, block: { type: 'text', inlines: [...lead, ...said, ...[...notes.values()].flat()] } };
}

/**
 * A refusal for a group of the roster of which no report is held; null when the question names no such group, and without a roster: then a report
 * may itself speak of 各部门.
 */
export function nobodyOfGroup(question: Question, { lang, roster, reports }: Context, cards: readonly ReportCard[]): Draft | null {
  const region = regionOf(question);
  if (region === null || cards.length > 0 || roster.organisations.length === 0 || new Set(reports.map(({ orgKey }) => orgKey)).size < 2) return null;
  const among = say(lang, 'groupOnRoster', { n: fromRoster(roster.organisations.filter(region).length) });
  return { status: 'not_found', reason: 'no_document', blocks: [{ type: 'text', inlines: say(lang, 'groupNotHeld', { among, held: namesOf(reports) }) }] };
}

/** How many of the roster's organisations of the group that is asked about have a report among `cards`, who has none, and who of the group was left out for being on no roster; nothing without a roster. */
export function rosterBlocks(question: Question, { lang, roster, reports }: Context, cards: readonly ReportCard[]): Block[] {
  if (roster.organisations.length === 0) return [];
  const asked = regionOf(question);
  const region = asked ?? (() => true);
  const years = [...new Set(cards.flatMap(({ year }) => year ?? []))];
  const [only] = years.length === 1 ? years : [];
  const members = roster.organisations.filter((member) => region(member) && (member.exempt === null || (only !== undefined && !isExempt(member, only))));
  const held = new Set(cards.map(({ org }) => roster.ofReport(org)?.id));
  const lacking = members.filter(({ id }) => !held.has(id));
  const counts = { all: fromRoster(members.length), n: fromRoster(members.length - lacking.length), years: only === undefined ? [] : say(lang, 'year', { n: counted(String(only)) }) };
  const names = lacking.slice(0, MOST_NAMES).map(({ name }) => name);
  const told = lacking.length === 0 ? [] : say(lang, 'acrossRosterLacking', { names: fromRoster(names.join(lang === 'zh' ? '、' : ', ') + (lacking.length > MOST_NAMES ? `…（${lacking.length}）` : '')) });
  const strangers = asked === null ? [] : [...new Set(reports.filter(({ org }) => asked(org) && roster.ofReport(org) === null).map(({ org }) => org.name))];
  const leftOut: Block[] = strangers.length === 0 ? [] : [{ type: 'text', inlines: say(lang, 'acrossStrangers', { names: named(strangers.slice(0, MOST_NAMES).join('、')) }) }];
  return [{ type: 'text', inlines: say(lang, 'acrossRoster', { ...counts, lacking: told }) }, ...leftOut];
}

/** What an organisation is called beside others: by its whole path where another has the same short name. */
export function nameAmong({ org, orgKey }: ReportCard, others: readonly ReportCard[]): string {
  let keys = keysByName.get(others);
  if (keys === undefined) {
    keys = new Map();
    for (const other of others) keys.set(other.org.name, (keys.get(other.org.name) ?? new Set<string>()).add(other.orgKey));
    keysByName.set(others, keys);
  }
  const shared = keys.get(org.name);
  return shared !== undefined && (shared.size > 1 || !shared.has(orgKey)) ? org.path.join('') : org.name;
}

/** Keys by short name, made once for the reports that a question is about. */
const keysByName = new WeakMap<readonly ReportCard[], Map<string, Set<string>>>();

/** Short names of the reports' organisations with their years, the first few. */
export function namesOf(cards: readonly ReportCard[]): Inline {
  const names = cards.slice(0, MOST_NAMES).map(({ org, year }) => `${org.name}${year ?? ''}`);
  return named(names.join('、') + (cards.length > MOST_NAMES ? `…（${cards.length}）` : ''));
}

/** Short names of the reports' organisations, each once. */
export function organisationsOf(cards: readonly ReportCard[]): Inline {
  const names = [...new Set(cards.map(({ org }) => org.name))];
  return named(names.slice(0, MOST_NAMES).join('、') + (names.length > MOST_NAMES ? `…（${names.length}）` : ''));
}

/** The exact sum of the values. */
export function totalOf(values: readonly AcrossValue[]): Decimal {
  return sum(values.map(({ quantity }) => quantity.value!));
}

/** What the values are of, in the words of the first row; where a value is a sum of several rows, by the name of the figure that all of them give. */
export function labelOfRows(evidence: Evidence, across?: Pick<Across, 'metric' | 'values'>, lang: Lang = 'zh'): Inline {
  const summed = across?.values.some(({ parts }) => parts !== undefined) === true && across.metric !== null ? metricById(across.metric) : null;
  const [first] = evidence.rows;
  return summed !== undefined && summed !== null ? named(summed[lang]) : first === undefined ? '' : saidLabel(lang, first);
}

/** A number counted over what is held. */
export function counted(text: string): Inline {
  return { type: 'counted', text, basis: 'held' };
}

