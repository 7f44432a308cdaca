import { metricById, type Figure, type ReportCard } from '../../index/mod.js';
import type { Block, Inline } from '../answer/answer.js';
import { counted } from '../answer/across-lines.js';
import { say, wordsOf } from '../answer/phrases.js';
import { Evidence, named, orgYear, printed } from '../answer/present.js';
import { saidLabel } from '../answer/said-label.js';
import { trustNotes } from '../answer/trust-note.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { wholeFor } from '../question/composed.js';
import { findFigures } from '../question/find.js';
import { partAsked, type PartAsked } from '../question/part-asked.js';
import type { Question } from '../question/read.js';
import { sectionByTitle } from './section-summary.js';

/** Figures that are told and cited; of more the first are, and the answer says how many are left. */
const MOST_TOLD = 60;
/** A part of so many figures is told with its zeros. */
const FEW = 12;

/** 「表二有哪些数」「处罚那一节的数字」「收到申请那一行都是多少」: every figure of one table, section or row. */
export const partFigures: Intent = {
  name: 'part-figures',
  about: { zh: '一张表、一节、一行的全部数字', en: 'the figures of a table, a section or a row' },
  examples: { zh: ['表二有哪些数', '新收申请那一行都是多少'], en: ['List the figures in table 3'] },
  match(question) {
    return partAsked(question) === null ? null : { score: 0.945, because: ['asks for the figures of a part'] };
  },
  async answer(question, context) {
    const asked = partAsked(question);
    const [report] = context.reports;
    if (asked === null || report === undefined || new Set(context.reports.map(({ orgKey }) => orgKey)).size !== 1) return null;
    if (context.reports.length > 1) return whichYear(question, context);
    const figures = await figuresOf(asked, question, context, report);
    return figures === null || figures.length === 0 ? null : told(context, report, figures);
  },
};

async function figuresOf(asked: PartAsked, question: Question, context: Context, report: ReportCard): Promise<readonly Figure[] | null> {
  const all = await context.library.figures(report.report);
  const isCell = (figure: Figure): boolean => figure.unit === 'cell' && figure.metric !== null;
  const ofTable = (figure: Figure): boolean => asked.table === null || metricById(figure.metric!)?.table.startsWith(asked.table) === true;
  if (asked.table !== null && asked.terms.length === 0) return all.filter((figure) => isCell(figure) && ofTable(figure));
  const document = await context.library.document(report.report);
  const section = asked.row || asked.table !== null ? undefined : question.section === null ? sectionByTitle(asked.terms, question, document.sections, context, asked.whole ? 1 : null) : document.sections.filter(({ level, heading }) => level === 1 && heading !== null)[question.section - 1];
  if (section) return all.filter(({ quote: [place] }) => place.start >= section.span.start && place.start < section.span.end);
  const row = await rowNamed(asked, question, context, (figure) => isCell(figure) && ofTable(figure));
  if (row !== null) return all.filter((figure) => isCell(figure) && figure.metric!.startsWith(row));
  // 复议诉讼那张表: the words name the table itself.
  return asked.table === null ? null : all.filter((figure) => isCell(figure) && ofTable(figure));
}

/** What the metrics of the row begin with that the words name: `req.new.` of 收到申请, `active.penalty.` of 处罚; null when it cannot be told. */
async function rowNamed({ terms }: PartAsked, question: Question, context: Context, isCell: (figure: Figure) => boolean): Promise<string | null> {
  if (terms.length === 0) return null;
  const cells: Context = { ...context, candidates: async (card) => (await context.candidates(card)).filter(({ subtotal, figures: [figure] }) => subtotal === null && isCell(figure)) };
  const [found] = await findFigures(question, cells, { terms, counter: null, cues: new Set() });
  const fitting = found === undefined || found.selection.kind === 'none' ? [] : found.selection.kind === 'one' ? [found.selection.best] : found.selection.ranked;
  const rows = new Set(fitting.map(({ candidate }) => candidate.figures[0].metric!.replace(/[^.]+$/u, '')));
  return rows.size === 1 ? [...rows][0]! : null;
}

async function told(context: Context, report: ReportCard, figures: readonly Figure[]): Promise<Outcome> {
  const { lang } = context;
  const evidence = new Evidence(context.library);
  const isZero = ({ quantity }: Figure): boolean => quantity.state === 'number' && Number(quantity.value) === 0;
  const some = figures.length <= FEW || figures.every(isZero) ? figures : figures.filter((figure) => !isZero(figure));
  const shown = some.slice(0, MOST_TOLD);
  const lines: Block[] = [];
  for (const figure of shown) {
    const row = evidence.rows[await evidence.figure(report, figure)]!;
    const { citation } = row;
    const { asWritten, state } = figure.quantity;
    const value: Inline[] = state === 'number' ? printed(lang, figure, citation, evidence.citations[citation]!.quote) : state === 'blank' ? say(lang, 'partBlank') : [{ type: 'cited', text: asWritten, citation }];
    lines.push({ type: 'text', inlines: ['· ', saidLabel(lang, row), lang === 'zh' ? '：' : ': ', ...value] });
  }
  const more = some.length - shown.length;
  const zeros = figures.length - some.length;
  const rest: Block[] = [
    ...(more > 0 ? [{ type: 'text' as const, inlines: say(lang, 'partMore', { n: counted(String(more)), report: named(report.report) }) }] : []),
    ...(zeros > 0 ? [{ type: 'text' as const, inlines: say(lang, 'partZeros', { n: counted(String(zeros)) }) }] : []),
    ...(await trustNotes(context, shown.map((figure) => [report.report, figure] as const))),
  ];
  const lead = say(lang, 'partLead', { ...orgYear(lang, report), n: counted(String(figures.length)) });
  return { draft: { status: 'answered', blocks: [{ type: 'text', inlines: lead }, ...lines, ...rest, { type: 'quote', citation: 0 }], value: null, rows: evidence.rows, citations: evidence.citations }, remember: { figure: null } };
}

/** One report's figures are many: of several years the question goes back. */
function whichYear(question: Question, context: Context): Outcome {
  const options = context.reports.map((card) => wholeFor(question, { names: [card.org.name], years: card.year === null ? [] : [card.year], figure: '' }));
  return { draft: { status: 'clarify', reason: 'ambiguous_scope', blocks: [{ type: 'choices', lead: wordsOf(say(context.lang, 'whichYear')), options }], options } };
}
