import type { ReportCard } from '../../index/mod.js';
import { askForFigure } from '../catalogue/ask-for.js';
import type { Context } from '../intent.js';
import type { Across, AcrossValue } from '../question/across-values.js';
import { mentionsApart } from '../question/counties.js';
import { organisationsCounted, reportsCounted } from '../question/many-asked.js';
import type { Question } from '../question/read.js';
import { tableOf, tablesLost } from '../question/printed-tables.js';
import { counted, namesOf, organisationsOf, rosterBlocks, valueShown } from './across-lines.js';
import type { Block, Draft, Inline } from './answer.js';
import { say } from './phrases.js';
import { Evidence, named, orgYear } from './present.js';
import { saidLabelOf } from './said-label.js';

/** What is worded otherwise is shown of so many reports. */
const MOST_UNLIKE = 12;
/** So many reports that lack a figure are asked whether its table was lost; more are no longer told one by one. */
const MOST_LOOKED_AT = 60;

/** What was looked at and what is lacking: how many reports are held, which have no such figure, which left it blank, which word it otherwise; `absent`: organisations without a report of the year. */
export async function coverageBlocks(context: Context, evidence: Evidence, across: Across, absent: readonly ReportCard[] = []): Promise<Block[]> {
  const { lang } = context;
  const { values, blank, missing, unlike, unsure, notes, incomparable } = across;
  const all = values.length + blank.length + missing.length + unlike.length + unsure.length + incomparable.length;
  const blocks: Block[] = [{ type: 'text', inlines: say(lang, 'acrossHeld', { all: counted(String(all)), n: counted(String(values.length)) }) }];
  if (blank.length > 0) blocks.push({ type: 'text', inlines: say(lang, 'acrossBlank', { names: namesOf(blank.map(({ card }) => card)) }) });
  if (absent.length > 0) blocks.push({ type: 'text', inlines: say(lang, 'acrossAbsent', { names: organisationsOf(absent) }) });
  const unread = await unreadAmong(context, across);
  const without = missing.filter((card) => !unread.includes(card));
  if (without.length > 0) blocks.push({ type: 'text', inlines: say(lang, 'acrossMissing', { names: namesOf(without) }) });
  if (unread.length > 0) blocks.push({ type: 'text', inlines: say(lang, 'acrossUnread', { names: namesOf(unread) }) });
  if (unsure.length > 0) blocks.push({ type: 'text', inlines: say(lang, 'acrossUnsure', { names: namesOf(unsure) }) });
  if (unlike.length > 0) blocks.push({ type: 'text', inlines: say(lang, 'acrossUnlike') }, ...(await linesOf(context, evidence, unlike, 'unlikeLine')));
  for (const { card, why } of incomparable) blocks.push({ type: 'text', inlines: say(lang, 'acrossIncomparable', { name: namesOf([card]), why: named(why[lang]) }) });
  for (const note of notes) blocks.push({ type: 'text', inlines: say(lang, 'acrossNote', { note: named(note[lang]) }) });
  const [years, organisations] = [new Set(values.map(({ card }) => card.year)), new Set(values.map(({ card }) => card.orgKey))];
  if (years.size > 1 && organisations.size > 1) blocks.push({ type: 'text', inlines: say(lang, 'acrossYearsDiffer') });
  return blocks;
}

/** Reports that lack the figure because nothing of the table that it is a cell of could be read. */
async function unreadAmong(context: Context, { metric, missing }: Across): Promise<readonly ReportCard[]> {
  const table = metric === null ? null : tableOf(metric);
  if (table === null) return [];
  const unread: ReportCard[] = [];
  for (const card of missing.slice(0, MOST_LOOKED_AT)) if ((await tablesLost(context, card)).has(table)) unread.push(card);
  return unread;
}

/** Figures that each report words in its own way, so that nothing may be set against anything: all of them with their places, and asked back. */
export async function unlikeDraft(context: Context, { values, unlike: others }: Across): Promise<Draft> {
  const unlike = [...values, ...others];
  const evidence = new Evidence(context.library);
  const lines = await linesOf(context, evidence, unlike, 'unlikeLine');
  const options = await Promise.all(unlike.slice(0, MOST_UNLIKE).map(async ({ card, id }) => askForFigure(context.lang, card, await evidence.held({ report: card.report, id }))));
  const quotes = evidence.citations.map((_, citation): Block => ({ type: 'quote', citation }));
  return { status: 'clarify', reason: 'ambiguous_metric', blocks: [{ type: 'text', inlines: say(context.lang, 'unlikeOnly') }, ...lines, ...quotes], options, rows: evidence.rows, citations: evidence.citations };
}

/**
 * Of organisations that a question names one by one, or counts (三个乡镇), some do not give the figure: who is first and what all have together is not known. The refusal shows
 * what the others give; null where all of them give it, or where a group is asked about.
 */
export async function lackingDraft(question: Question, context: Context, across: Across): Promise<Draft | null> {
  const mentions = mentionsApart(question);
  const isNamed = mentions.length > 1 && mentions.every(({ keys }) => keys.length === 1);
  const asked = isNamed ? mentions.length : (organisationsCounted(question) ?? 0);
  const given = isNamed ? mentions.filter(({ keys }) => across.values.some(({ card }) => keys.includes(card.orgKey))).length : new Set(across.values.map(({ card }) => card.orgKey)).size;
  if (asked < 2 || given >= asked) return null;
  return whatOthersGive(context, across, say(context.lang, 'namedLacking', { n: counted(String(asked)) }));
}

/** Who of several is first, or what they have together, where only one of `cards`, those looked at, gives the figure: nobody knows. The refusal shows that one, and who of the roster is missing; null where more print it, be it blank, or only one was looked at. */
export async function nothingBesideDraft(question: Question, context: Context, across: Across, cards: readonly ReportCard[]): Promise<Draft | null> {
  if (cards.length < 2 || across.values.length !== 1 || across.blank.length > 0) return null;
  const refusal = await whatOthersGive(context, across, say(context.lang, 'nothingBeside', { n: counted(String(cards.length)) }));
  return { ...refusal, blocks: [...refusal.blocks, ...rosterBlocks(question, context, cards)] };
}

/** 三个乡镇, 三份报告 where more or fewer are held: which are meant is asked back. Null where so many are held, or no number is said. */
export function otherCount(question: Question, { lang, reports }: Pick<Context, 'lang' | 'reports'>, cards: readonly ReportCard[]): Draft | null {
  const ofReports = reportsCounted(question);
  const asked = ofReports ?? organisationsCounted(question);
  const held = ofReports === null ? new Set(cards.map(({ orgKey }) => orgKey)).size : reports.length;
  return asked === null || asked === held ? null : { status: 'clarify', reason: 'ambiguous_scope', blocks: [{ type: 'text', inlines: say(lang, ofReports === null ? 'totalWhoMany' : 'totalHowManyReports', { asked: counted(String(asked)), held: counted(String(held)) }) }] };
}

/** 三年一共 of one organisation, of which so many years are not held, or do not give the figure: what the others give is no sum of `asked` years. Null where all of them give it, or no number is said. */
export async function lackingYearsDraft(context: Context, across: Across, asked: number): Promise<Draft | null> {
  const { values, blank, missing, unsure, incomparable } = across;
  const looked = [...values, ...blank, ...incomparable].map(({ card }) => card).concat(missing, unsure);
  if (values.length >= asked || new Set(looked.map(({ orgKey }) => orgKey)).size > 1) return null;
  return whatOthersGive(context, across, say(context.lang, 'totalYearsLacking'));
}

/** A refusal to work anything out, led by `lead`: what those reports give that have the figure, with its sentences. */
async function whatOthersGive(context: Context, across: Across, lead: readonly Inline[]): Promise<Draft> {
  const evidence = new Evidence(context.library);
  const lines = await linesOf(context, evidence, across.values, 'namedLine');
  const quotes = evidence.citations.map((_, citation): Block => ({ type: 'quote', citation }));
  return { status: 'not_found', reason: 'no_metric', blocks: [{ type: 'text', inlines: lead }, ...lines, ...quotes, ...(await coverageBlocks(context, evidence, across, []))], rows: evidence.rows, citations: evidence.citations };
}

/** What each report gives, a line each, in the words of `phrase`. */
async function linesOf(context: Context, evidence: Evidence, values: readonly AcrossValue[], phrase: 'unlikeLine' | 'namedLine'): Promise<Block[]> {
  const lines: Block[] = [];
  for (const value of values.slice(0, MOST_UNLIKE)) {
    const shown = await valueShown(context, evidence, value);
    lines.push({ type: 'text', inlines: ['· ', ...say(context.lang, phrase, { ...orgYear(context.lang, value.card), label: saidLabelOf(context.lang, shown.figures[0]!), value: shown.value })] });
  }
  return lines;
}
