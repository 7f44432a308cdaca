import { compare, crosswalk, difference, metricById, unitOfFigure, type Figure, type MetricId, type ReportCard } from '../../index/mod.js';
import { counted } from '../answer/across-lines.js';
import type { Block, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear, printed } from '../answer/present.js';
import { saidLabel } from '../answer/said-label.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { toldAsks } from '../language/told-words.js';
import { asksForNews } from '../question/part-asked.js';
import type { Question } from '../question/read.js';

/** Changes that are told one by one; `wenbao figures` has the others. */
const MOST_TOLD = 40;

/** What reports tell in words only: 存在的问题有什么不同 asks for no numbers. */
const IN_WORDS: readonly string[] = ['problem', 'measure'];

/** 「比上年的年报有哪些变化」: figures that differ from the report of the year before, and those that only one of the two gives. */
export const whatsNew: Intent = {
  name: 'whats-new',
  about: { zh: '和上年的报告比有哪些变化', en: "what is new against last year's report" },
  examples: { zh: ['青石镇2022年的年报比上年有哪些变化'], en: ['What is new in the 2022 report of Qingshi Town?'] },
  examplesOver: 'several',
  match(question) {
    // 下一步打算有什么不同 asks for words, not for numbers.
    return asksForNews(question) && !toldAsks('asksPlan', question) && !toldAsks('asksMeasure', question) && !question.terms.some(({ concept }) => concept !== null && IN_WORDS.includes(concept)) ? { score: 0.96, because: ['asks what is new'] } : null;
  },
  async answer(question, context) {
    if (new Set(context.reports.map(({ orgKey }) => orgKey)).size !== 1) return null;
    const [later, earlier] = await pairOf(question, context);
    if (later === null) return null;
    if (earlier === null) {
      const year = say(context.lang, 'year', { n: counted(String(later.year! - 1)) });
      return { draft: { status: 'not_found', reason: 'no_document', blocks: [{ type: 'text', inlines: say(context.lang, 'changeNotHeld', { org: named(later.org.name), year }) }] } };
    }
    return told(context, later, earlier);
  },
};

/** The newest of the years named (else of those held) and the other year named, else the one before. */
async function pairOf({ years }: Question, { reports, library }: Context): Promise<[ReportCard | null, ReportCard | null]> {
  const key = reports[0]!.orgKey;
  const held = (await library.reports()).filter(({ orgKey, year }) => orgKey === key && year !== null).sort((a, b) => b.year! - a.year!);
  const wanted = [...new Set(years.flatMap((mention) => (mention.kind === 'year' ? [mention.year] : [])))].sort((a, b) => b - a);
  const later = wanted.length > 0 ? held.find(({ year }) => year === wanted[0]) : held[0];
  if (later === undefined) return [null, null];
  return [later, held.find(({ year }) => year === (wanted[1] ?? later.year! - 1)) ?? null];
}

/** Both reports' figures that a reader would set side by side: the totals of the tables and what the sentences say under a name of the dictionary. */
async function comparable(context: Context, card: ReportCard): Promise<Map<MetricId, Figure>> {
  const found = new Map<MetricId, Figure>();
  for (const figure of await context.library.figures(card.report)) {
    const { metric, quantity } = figure;
    if (metric === null || quantity.state !== 'number' || (figure.year !== null && figure.year !== card.year) || found.has(metric)) continue;
    const ofTable = /^T\d/u.test(metricById(metric)?.table ?? '');
    if (ofTable ? figure.unit === 'cell' && (metric.startsWith('active.') || metric.endsWith('.total')) : figure.partOf === null && figure.stat === 'count') found.set(metric, figure);
  }
  return found;
}

async function told(context: Context, later: ReportCard, earlier: ReportCard): Promise<Outcome> {
  const { lang } = context;
  const evidence = new Evidence(context.library);
  const [now, before] = [await comparable(context, later), await comparable(context, earlier)];
  const [form, formBefore] = [later.forms[0], earlier.forms[0]];
  const crossing = new Map(form === undefined || formBefore === undefined || form === formBefore ? [] : crosswalk(form, formBefore).map((one) => [one.from, one] as const));
  const changed: [Figure, Figure][] = [];
  const onlyNow: Figure[] = [];
  const met = new Set<MetricId>();
  const notes = new Set<string>();
  for (const [metric, figure] of now) {
    const one = crossing.get(metric);
    const [other, ...more] = one === undefined ? [metric] : one.to;
    const figureBefore = other === undefined || more.length > 0 || one?.kind === 'not-comparable' ? undefined : before.get(other);
    for (const id of one?.to ?? [metric]) met.add(id);
    if (figureBefore !== undefined && figureBefore.quantity.unit === figure.quantity.unit) {
      if (compare(figure.quantity.value!, figureBefore.quantity.value!) === 0) continue;
      changed.push([figure, figureBefore]);
      if (one?.kind === 'noted') notes.add(one.note![lang]);
    } else if (figure.quantity.value !== '0') onlyNow.push(figure);
  }
  const onlyBefore = [...before].flatMap(([metric, figure]) => (met.has(metric) || figure.quantity.value === '0' ? [] : [figure]));
  const shown = async (card: ReportCard, figure: Figure): Promise<{ row: number; value: Inline[]; label: Inline }> => {
    const row = await evidence.figure(card, figure);
    const { citation } = evidence.rows[row]!;
    return { row, label: saidLabel(lang, evidence.rows[row]!), value: printed(lang, figure, citation, evidence.citations[citation]!.quote) };
  };
  const blocks: Block[] = [{ type: 'text', inlines: say(lang, 'newsLead', { org: named(later.org.name), year: orgYear(lang, later).year, yearBefore: orgYear(lang, earlier).year, n: counted(String(changed.length)) }) }];
  for (const [figure, figureBefore] of changed.slice(0, MOST_TOLD)) {
    const [a, b] = [await shown(later, figure), await shown(earlier, figureBefore)];
    const value = difference(figure.quantity.value!, figureBefore.quantity.value!);
    const step: Inline = { type: 'derived', text: `${value.startsWith('-') ? '' : '+'}${value}${unitOfFigure(figure) === '%' ? '' : (unitOfFigure(figure) ?? '')}`, from: [a.row, b.row] };
    blocks.push({ type: 'text', inlines: ['· ', ...say(lang, 'newsLine', { label: a.label, a: b.value, b: a.value, step })] });
  }
  if (changed.length > MOST_TOLD) blocks.push({ type: 'text', inlines: say(lang, 'partMore', { n: counted(String(changed.length - MOST_TOLD)), report: named(later.report) }) });
  for (const [key, card, figures] of [['newsOnlyNow', later, onlyNow], ['newsOnlyBefore', earlier, onlyBefore]] as const) {
    if (figures.length === 0) continue;
    blocks.push({ type: 'text', inlines: say(lang, key, { year: orgYear(lang, card).year }) });
    for (const figure of figures.slice(0, MOST_TOLD)) {
      const one = await shown(card, figure);
      blocks.push({ type: 'text', inlines: ['· ', one.label, ' ', ...one.value] });
    }
    if (figures.length > MOST_TOLD) blocks.push({ type: 'text', inlines: say(lang, 'partMore', { n: counted(String(figures.length - MOST_TOLD)), report: named(card.report) }) });
  }
  for (const note of notes) blocks.push({ type: 'text', inlines: say(lang, 'acrossNote', { note: named(note) }) });
  if (evidence.citations.length === 0) for (const [card, figures] of [[later, now], [earlier, before]] as const) for (const figure of [...figures.values()].slice(0, 1)) await evidence.figure(card, figure);
  if (evidence.citations.length === 0) return { draft: { status: 'not_found', reason: 'no_metric', blocks: [{ type: 'text', inlines: say(lang, 'noMetric', orgYear(lang, later)) }] } };
  return { draft: { status: 'answered', blocks, value: null, rows: evidence.rows, citations: evidence.citations }, remember: { organisations: [later.orgKey], figure: null } };
}
