import { z } from 'zod';
import { cite, type Library, type ReportCard, type Text2 } from '../../index/mod.js';
import { AnswerJson, type Answer } from '../../intents/mod.js';
import type { Checking } from '../channels/channel.js';
import { CheckLine } from '../render/check-line.js';
import { CitationLine, FigureLine, figureLine } from '../render/figure-line.js';
import { ReportLine, reportLine } from '../render/report-line.js';

/** What the tools need from below. */
export interface ToolPorts {
  /** Answers a question at a moment, within a conversation where one is named. Never rejects. */
  readonly answer: (question: string, told: { readonly session?: string; readonly at?: Date }) => Promise<Answer>;
  readonly library: Library;
  readonly check: Pick<Checking, 'held'>;
}

/** A tool: what it takes, what it gives, in schemas that are told to the client and hold on both ways. What cannot be given is refused with words. */
export interface Tool<In extends z.ZodObject = z.ZodObject, Out extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly takes: In;
  readonly gives: Out;
  readonly run: (asked: z.output<In>, ports: ToolPorts) => Promise<{ readonly given: z.output<Out> } | { readonly refused: Text2 }>;
  /** What a reader without use for structure is shown: one thing in words, or nothing but the structure. */
  readonly words?: (given: z.output<Out>) => string;
}

/** UTF-16 units; longer than any question, the assistant says so itself. */
const LONGEST_QUESTION = 120_000;
const LONGEST_ID = 500;
const MOST_FIGURES = 500;
const MOST_FINDINGS = 500;
const MOST_PASSAGES = 20;

const NOT_HELD: Text2 = { zh: '没有收录这份报告，或编号有误；编号见 reports。', en: 'This report is not held, or its id is wrong; see the tool reports for ids.' };

const ReportId = z.string().min(1).max(LONGEST_ID).describe('id of a report, as the tool reports gives it');
const Offset = z.int().nonnegative().default(0).describe('how many to leave out before the first');

function tool<In extends z.ZodObject, Out extends z.ZodObject>(one: Tool<In, Out>): Tool {
  return one as unknown as Tool;
}

const ask = tool({
  name: 'ask',
  title: '提问 · Ask',
  about: 'Answers one question about the annual reports on government information disclosure that are held, in Chinese or English. `value` is the one figure or name asked for; each of `rows` has the citation it stands on, and each quote is the source text at its spans. status not_found, clarify or out_of_scope is an answer too: do not fill it in from elsewhere. A question without an answer is kept for the office that runs this.',
  takes: z.strictObject({
    question: z.string().min(1).max(LONGEST_QUESTION),
    session: z.string().min(1).max(200).optional().describe('questions of one session share a conversation'),
    at: z.iso.datetime({ offset: true }).or(z.iso.date()).optional().describe('the moment of asking; now when absent'),
  }),
  gives: AnswerJson,
  async run({ question, session, at }, { answer }) {
    return { given: await answer(question, { ...(session !== undefined && { session }), ...(at !== undefined && { at: new Date(at) }) }) };
  },
  words: ({ text }) => text,
});

const reports = tool({
  name: 'reports',
  title: '已收录的报告 · Reports held',
  about: 'The reports held, by organisation and year, with the ids that other tools take.',
  takes: z.strictObject({ org: z.string().min(1).max(200).optional().describe('only organisations whose name or path holds this'), year: z.int().min(1900).max(9999).optional() }),
  gives: z.strictObject({ reports: z.array(ReportLine) }),
  async run({ org, year }, { library }) {
    const cards = (await library.reports()).filter((card) => (year === undefined || card.year === year) && (org === undefined || card.org.path.join('').includes(org) || card.org.name.includes(org)));
    return { given: { reports: cards.map((card) => ReportLine.parse(reportLine(card))) } };
  },
});

const figures = tool({
  name: 'figures',
  title: '报告里的数字 · Figures of a report',
  about: 'Every figure of a report in reading order, each with its labels, unit, trust and citation. state blank is an empty cell, never a zero; trust repaired or read means that the table was out of shape in the file.',
  takes: z.strictObject({
    report: ReportId,
    metric: z.string().min(1).max(200).optional().describe('only figures of this metric, e.g. req.new.total'),
    offset: Offset,
    limit: z.int().min(1).max(MOST_FIGURES).default(100),
  }),
  gives: z.strictObject({ total: z.int(), figures: z.array(FigureLine) }),
  async run({ report, metric, offset, limit }, { library }) {
    const card = await library.report(report);
    if (card === null) return { refused: NOT_HELD };
    const [source, all] = await Promise.all([library.source(report), library.figures(report)]);
    const found = all.filter((figure) => metric === undefined || figure.metric === metric);
    return { given: { total: found.length, figures: found.slice(offset, offset + limit).map((figure) => FigureLine.parse(figureLine(card, source, figure))) } };
  },
});

const PassageLine = z.strictObject({
  org: z.string(),
  year: z.int().nullable(),
  title: z.string(),
  /** 0 to 1: how much of what was asked for stands there. */
  coverage: z.number(),
  citation: CitationLine,
});

const passages = tool({
  name: 'passages',
  title: '找原文 · Find passages',
  about: 'The sentences, rows and headings of the reports that fit a text best, word for word, best first. They are what stands near, not an answer: coverage says how much of what was asked for stands there.',
  takes: z.strictObject({ text: z.string().min(1).max(1000), report: ReportId.optional().describe('only in this report'), limit: z.int().min(1).max(MOST_PASSAGES).default(5) }),
  gives: z.strictObject({ passages: z.array(PassageLine) }),
  async run({ text, report, limit }, { library }) {
    const cards = new Map((await library.reports()).map((card): [string, ReportCard] => [card.report, card]));
    const only = report === undefined ? undefined : cards.get(report);
    if (report !== undefined && only === undefined) return { refused: NOT_HELD };
    const hits = await library.search({ text, limit, ...(only !== undefined && { reports: [only.report] }) });
    const found = hits.slice(0, limit).map(async ({ report: of, best, path, coverage }) => {
      const card = cards.get(of)!;
      const { kind, source, unit, path: titles, quotes, spans } = cite(of, await library.source(of), 'passage', best.spans, path);
      return { org: card.org.name, year: card.year, title: card.title, coverage, citation: { kind, report: of as string, source: source as string, unit, path: [...titles], quotes: [...quotes], quote: quotes.join(''), spans: spans.map(({ start, end }) => ({ start, end })) } };
    });
    return { given: { passages: await Promise.all(found) } };
  },
});

const check = tool({
  name: 'check',
  title: '核对 · Check',
  about: 'What the consistency rules find in a report held, or in all of a year: sums that do not add up, years that do not follow each other, with the words they rest on. doubtful means that our reading of the table may be at fault.',
  takes: z.strictObject({ report: ReportId.optional(), year: z.int().min(1900).max(9999).optional().describe('all reports held of that year, in place of one'), offset: Offset, limit: z.int().min(1).max(MOST_FINDINGS).default(100) }),
  gives: z.strictObject({ total: z.int(), findings: z.array(CheckLine) }),
  async run({ report, year, offset, limit }, { check: checking }) {
    if ((report === undefined) === (year === undefined)) return { refused: { zh: '请给 report 或 year，只给一个。', en: 'Give either report or year.' } };
    const found = await checking.held(report === undefined ? { year: year! } : { report });
    return found === null ? { refused: NOT_HELD } : { given: { total: found.length, findings: found.slice(offset, offset + limit) } };
  },
});

/** The tools in the order they are told. */
export const TOOLS: readonly Tool[] = [ask, reports, figures, passages, check];
