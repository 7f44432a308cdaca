import { compare, difference, quotient, product, toJsonValue, unitOfFigure, type Figure, type ReportCard } from '../../index/mod.js';
import { coverageBlocks } from '../answer/across-lines.js';
import type { Block, Draft, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear, printed } from '../answer/present.js';
import { trustNotes } from '../answer/trust-note.js';
import type { Context, Intent } from '../intent.js';
import { acrossValues } from '../question/across-values.js';
import { asksOver, namesAFigure } from '../question/many-asked.js';
import type { Question } from '../question/read.js';
import { figureLookup } from './figure-lookup.js';

/** 「新收申请比去年多多少」「同比」: one organisation's figure against the year before, both cited; what the report itself states comes first. */
export const change: Intent = {
  name: 'change',
  about: { zh: '比上年多多少', en: 'change against the year before' },
  examples: { zh: ['青石镇新收申请比去年多多少', '青石镇行政许可同比'], en: ['How did requests change compared with last year in Qingshi Town?'] },
  examplesOver: 'several',
  match(question) {
    return asksOver(question, 'change') ? { score: 0.88, because: ['asks for a change against the year before'] } : null;
  },
  async answer(question, context) {
    if (!namesAFigure(question)) return null;
    const [later, earlier] = await twoYears(question, context);
    if (later === null) return null;
    const stated = await figureLookup.answer(question, { ...context, reports: [later] });
    if (stated?.draft.status === 'answered' && (await isChange(context, later, stated.remember?.figure?.id))) return stated;
    if (earlier === null) return { draft: notHeld(context, later) };
    const pair: [ReportCard, ReportCard] = [later, earlier];
    const across = await acrossValues(question, context, pair);
    const [now, before] = pair.map((card) => across?.values.find((value) => value.card === card));
    if (!now || !before) return across !== null && across.incomparable.length > 0 ? { draft: { status: 'not_found', reason: 'wrong_form', blocks: coverageBlocks(context, across) } } : null;
    const figures = await Promise.all([now, before].map(async ({ card, id }) => (await context.library.figures(card.report))[id]!));
    const notes = across!.notes.map((note): Block => ({ type: 'text', inlines: say(context.lang, 'acrossNote', { note: named(note[context.lang]) }) }));
    return { draft: await changeDraft(context, pair, figures as [Figure, Figure], [...notes, ...(await trustNotes(context, [[later.report, figures[0]!], [earlier.report, figures[1]!]]))]), remember: { terms: question.terms, organisations: [pair[0].orgKey], figure: { report: pair[0].report, id: now.id } } };
  },
};

/** The report asked about and the one of the year before it, null what is not held; both null when several organisations are in scope. */
async function twoYears(question: Question, context: Context): Promise<[ReportCard | null, ReportCard | null]> {
  const keys = new Set(context.reports.map(({ orgKey }) => orgKey));
  if (keys.size !== 1) return [null, null];
  const held = (await context.library.reports()).filter(({ orgKey, year }) => keys.has(orgKey) && year !== null).sort((a, b) => b.year! - a.year!);
  const absolute = question.years.find((mention) => mention.kind === 'year');
  const later = absolute?.kind === 'year' ? held.find(({ year }) => year === absolute.year) : held[0];
  const earlier = later === undefined ? undefined : held.find(({ year }) => year === later.year! - 1);
  return [later ?? null, earlier ?? null];
}

/** Without last year's report nothing can be compared, however this year's is worded. */
function notHeld({ lang }: Context, later: ReportCard): Draft {
  const year = later.year === null ? [] : say(lang, 'year', { n: { type: 'counted', text: String(later.year - 1), basis: 'held' } });
  return { status: 'not_found', reason: 'no_document', blocks: [{ type: 'text', inlines: say(lang, 'changeNotHeld', { org: named(later.org.name), year }) }] };
}

async function isChange({ library }: Context, card: ReportCard, id: Figure['id'] | undefined): Promise<boolean> {
  return id !== undefined && (await library.figures(card.report))[id]?.stat === 'change';
}

async function changeDraft({ library, lang }: Context, [later, earlier]: readonly [ReportCard, ReportCard], [now, before]: readonly [Figure, Figure], notes: readonly Block[]): Promise<Draft> {
  const evidence = new Evidence(library);
  const rows = [await evidence.figure(later, now), await evidence.figure(earlier, before)];
  const piece = (figure: Figure, i: number): Inline[] => printed(lang, figure, evidence.rows[rows[i]!]!.citation, evidence.citations[evidence.rows[rows[i]!]!.citation]!.quote);
  const value = difference(now.quantity.value!, before.quantity.value!);
  const size = value.replace('-', '');
  const ofRates = unitOfFigure(now) === '%';
  const unit = ofRates ? '个百分点' : unitOfFigure(now);
  const base = before.quantity.value!;
  const noBase = compare(base, '0') === 0;
  const percent = noBase || ofRates ? null : quotient(product(size, '100'), base, 2);
  const derived = (text: string): Inline => ({ type: 'derived', text, from: rows });
  const key = ofRates ? 'changePoints' : value === '0' ? 'changeSame' : noBase ? 'changeNoBase' : value.startsWith('-') ? 'changeLess' : 'changeMore';
  const told = say(lang, key, { n: derived(`${ofRates ? value : size}${ofRates ? '' : (unit ?? '')}`), percent: derived(`${percent ?? ''}%`) });
  const lead = say(lang, 'changeFrom', { org: named(later.org.name), label: named(evidence.rows[rows[0]!]!.label), year: orgYear(lang, later).year, a: piece(now, 0), yearBefore: orgYear(lang, earlier).year, b: piece(before, 1), change: told });
  const formula = `${now.quantity.value} − ${base} = ${value}${percent === null ? '' : `；${size} ÷ ${base} × 100% = ${percent}%`}`;
  const blocks: Block[] = [{ type: 'text', inlines: lead }, { type: 'text', inlines: say(lang, 'formula', { formula: derived(formula) }) }, ...notes, ...rows.map((row): Block => ({ type: 'quote', citation: evidence.rows[row]!.citation }))];
  return { status: 'answered', blocks, value: toJsonValue(value), unit, derived: { formula, operands: rows, rounding: percent === null ? null : 'half-up, 2 decimals' }, rows: evidence.rows, citations: evidence.citations };
}
