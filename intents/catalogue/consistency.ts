import { checkHeld, fold, metricById, type Cell, type Finding, type Lang, type ReportCard, type Section, type Spans } from '../../index/mod.js';
import type { Block, Draft, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, orgYear } from '../answer/present.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { consistencyAsked, saysIdentity, type ConsistencyAsked } from '../question/consistency-asked.js';

const MOST_FINDINGS = 6;
const MOST_REPORTS = 200;
const MOST_NAMED = 30;

/** 「勐来2020表里数对得上吗」「哪行错了」「哪些单位表三不平」: what the rule book finds, each finding with the cells it rests on. */
export const consistency: Intent = {
  name: 'consistency',
  about: { zh: '报告里的数对不对得上', en: 'whether a report’s figures agree' },
  examples: { zh: ['表里数对得上吗', '哪行错了', '哪些单位表三不平'], en: ["Does the report's arithmetic add up?", 'Which reports do not add up?'] },
  match(question) {
    return consistencyAsked(question) === null ? null : { score: 0.98, because: ['asks whether figures agree'] };
  },
  takesMany: (question) => consistencyAsked(question)?.units === true,
  async answer(question, context) {
    const asked = consistencyAsked(question);
    if (asked === null) return null;
    const several = new Set(context.reports.map(({ orgKey }) => orgKey)).size > 1;
    if (asked.units) return { draft: await unitsDraft(context, asked) };
    if (asked.worded) return several ? null : worded(context, context.reports[0]!, asked);
    return several ? null : { draft: await reportDraft(context, context.reports[0]!, asked) };
  },
};

/** 表三的勾稽关系怎么说的: the note that the form prints in its table, where the report kept it; the form prints one over the table of requests only. */
async function worded(context: Context, card: ReportCard, { tables }: ConsistencyAsked): Promise<Outcome> {
  const evidence = new Evidence(context.library);
  const { sections } = await context.library.document(card.report);
  const note = tables.length === 0 || tables.includes('T3') ? noteIn(sections, [], context.lang) : null;
  if (note === null) return { draft: { status: 'not_found', reason: 'no_passage', blocks: [{ type: 'text', inlines: say(context.lang, 'noPassage', orgYear(context.lang, card)) }] } };
  const citation = await evidence.place(card, note.spans, 'passage', note.path);
  return { draft: { status: 'answered', blocks: [{ type: 'text', inlines: say(context.lang, 'passageLead', orgYear(context.lang, card)) }, { type: 'quote', citation }], citations: evidence.citations } };
}

function noteIn(sections: readonly Section[], above: readonly string[], lang: Lang): { readonly spans: Spans; readonly path: readonly string[] } | null {
  for (const section of sections) {
    const heading = section.heading?.text ?? '';
    const path = heading === '' ? above : [...above, heading];
    for (const child of section.children) {
      const passages: readonly Pick<Cell, 'text' | 'spans'>[] = child.kind === 'table' ? child.rows.flat() : child.kind === 'paragraph' ? child.sentences : [];
      const own = passages.find(({ text, spans }) => spans !== null && saysIdentity(fold(text).text.replace(/\s/gu, ''), lang));
      if (own?.spans) return { spans: own.spans, path };
      const below = child.kind === 'section' ? noteIn([child], path, lang) : null;
      if (below !== null) return below;
    }
  }
  return null;
}

async function findingsOf(context: Context, card: ReportCard, { tables }: ConsistencyAsked): Promise<Finding[]> {
  const all = await checkHeld(context.library, card);
  return tables.length === 0 ? all : all.filter(({ metrics, rule }) => rule === 'F-10' || metrics.some((metric) => tables.some((table) => metricById(metric)?.table.startsWith(table))));
}

async function reportDraft(context: Context, card: ReportCard, asked: ConsistencyAsked): Promise<Draft> {
  const { lang } = context;
  const evidence = new Evidence(context.library);
  const findings = await findingsOf(context, card, asked);
  const wrong = findings.filter(({ severity }) => severity !== 'info');
  const count = (severity: Finding['severity']): Inline => counted(String(findings.filter((finding) => finding.severity === severity).length));
  const lead = say(lang, wrong.length === 0 ? 'consistencyNothing' : 'consistencyFound', { ...orgYear(lang, card), errors: count('error'), warnings: count('warning') });
  const blocks: Block[] = [{ type: 'text', inlines: lead }];
  for (const finding of (wrong.length > 0 ? wrong : findings).slice(0, MOST_FINDINGS)) {
    blocks.push({ type: 'text', inlines: ['· ', said(finding.message[lang]), ...(finding.doubtful ? say(lang, 'consistencyDoubtful') : [])] });
    const own = finding.places.find((place) => place.report === (card.report as string));
    if (own) blocks.push({ type: 'quote', citation: await evidence.place(card, own.spans, own.unit, own.path) });
  }
  if (evidence.citations.length === 0) for (const citation of await summedRows(context, card, evidence)) blocks.push({ type: 'quote', citation });
  if (wrong.length > MOST_FINDINGS) blocks.push({ type: 'text', inlines: say(lang, 'consistencyMore', { n: counted(String(wrong.length - MOST_FINDINGS)) }) });
  return { status: 'answered', blocks, citations: evidence.citations };
}

/** Cells that the sums of the form end in: what a clean answer rests on. */
const SUMMED = ['req.processed.total', 'review.total'];

async function summedRows(context: Context, card: ReportCard, evidence: Evidence): Promise<number[]> {
  const figures = await context.library.figures(card.report);
  const cells = SUMMED.flatMap((metric) => figures.find((figure) => figure.metric === metric && figure.unit === 'cell') ?? []);
  return Promise.all((cells.length > 0 ? cells : figures.slice(0, 1)).map(({ quote, unit, path }) => evidence.place(card, quote, unit, path)));
}

/** Which of the reports in scope have errors; how many were looked at is said. */
async function unitsDraft(context: Context, asked: ConsistencyAsked): Promise<Draft> {
  const { lang } = context;
  const evidence = new Evidence(context.library);
  const looked = context.reports.slice(0, MOST_REPORTS);
  const blocks: Block[] = [];
  let broken = 0;
  for (const card of looked) {
    const errors = (await findingsOf(context, card, asked)).filter(({ severity }) => severity === 'error');
    const [worst] = errors;
    if (!worst) continue;
    broken += 1;
    if (broken > MOST_NAMED) continue;
    const { org, year } = orgYear(lang, card);
    blocks.push({ type: 'text', inlines: ['· ', org, ' ', ...year, said(worst.message[lang]), ...(errors.length > 1 ? say(lang, 'consistencyMore', { n: counted(String(errors.length - 1)) }) : [])] });
    const own = worst.places.find((place) => place.report === (card.report as string));
    if (own) await evidence.place(card, own.spans, own.unit, own.path);
  }
  const lead = say(lang, broken === 0 ? 'consistencyUnitsNone' : 'consistencyUnits', { n: counted(String(broken)), all: counted(String(looked.length)) });
  return { status: 'answered', blocks: [{ type: 'text', inlines: lead }, ...blocks], citations: evidence.citations, value: broken };
}

/** A finding's words: its figures are computed by the rule from the cells that are quoted below it. */
function said(text: string): Inline {
  return { type: 'counted', text, basis: 'rule' };
}

function counted(text: string): Inline {
  return { type: 'counted', text, basis: 'held' };
}

