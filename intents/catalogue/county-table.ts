import { z } from 'zod';
import { loadData, metricById, totalsOf, type FormTotals, type TotalCell } from '../../index/mod.js';
import { counted, namesOf, rosterBlocks } from '../answer/across-lines.js';
import type { Block, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, named } from '../answer/present.js';
import { cues, fits } from '../language/cue-words.js';
import type { Context, Intent } from '../intent.js';
import type { Question } from '../question/read.js';

const Words = z.strictObject({ zh: cues('zh'), en: cues('en') });

let loaded: z.output<typeof Words> | undefined;
function asksForTable({ folded, lang }: Question): boolean {
  loaded ??= loadData('intents/language/county-table.json', Words);
  return fits(loaded[lang], folded);
}

/** Cells that are shown in a chat; the workbook has them all. */
const MOST_CELLS = 24;
/** Addends that are cited; sums whose addends would be more than that say where they stand instead. */
const MOST_CITED = 1000;

/** 「全县汇总表」: the official tables added over the organisations held, as `wenbao total` does; what was left out is said. */
export const countyTable: Intent = {
  name: 'county-table',
  about: { zh: '全县汇总表', en: 'the official tables added up' },
  examples: { zh: ['2021年全县汇总表', '全县三张表汇总'], en: ['Give me the summary table for 2021'] },
  examplesOver: 'several',
  match(question) {
    return asksForTable(question) ? { score: 0.97, because: ['asks for the tables added up'] } : null;
  },
  takesMany: asksForTable,
  async answer(question, context) {
    const year = context.years[0] ?? newestWithSeveral(context);
    if (year === null) return null;
    const { forms, leftOut } = await totalsOf(context.library, year);
    if (forms.length === 0) return null;
    const { lang } = context;
    const evidence = new Evidence(context.library);
    const blocks: Block[] = [];
    for (const form of forms) {
      blocks.push({ type: 'text', inlines: say(lang, 'countyTableLead', { year: counted(String(year)), n: counted(String(form.organisations.length)), names: namesOf(form.organisations) }) });
      for (const cell of wholeCells(form)) blocks.push({ type: 'text', inlines: await cellLine(context, evidence, cell) });
      if (form.broken.length > 0) blocks.push({ type: 'text', inlines: say(lang, 'countyTableBroken', { n: counted(String(form.broken.length)) }) });
    }
    if (leftOut.length > 0) blocks.push({ type: 'text', inlines: say(lang, 'countyTableLeftOut', { names: namesOf(leftOut.map(({ card }) => card)) }) });
    blocks.push(...rosterBlocks(question, context, context.reports.filter((card) => card.year === year)));
    blocks.push({ type: 'text', inlines: say(lang, 'countyTableFile', { year: counted(String(year)) }) });
    return { draft: { status: 'answered', blocks, rows: evidence.rows, citations: evidence.citations } };
  },
};

/** The newest year of which reports of more than one organisation are held. */
function newestWithSeveral({ reports }: Context): number | null {
  const years = [...new Set(reports.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => b - a);
  return years.find((year) => reports.filter((card) => card.year === year).length > 1) ?? null;
}

/** Sums that are not nought: of the tables of requests and disputes the total column only. */
function wholeCells({ cells }: FormTotals): TotalCell[] {
  const told = [...cells.values()].filter(({ metric, value }) => value !== null && value !== '0' && (metric.startsWith('active.') || metric.endsWith('.total')));
  return told.slice(0, MOST_CELLS);
}

/** A sum with every organisation's part cited, as long as there is room for all of them. */
async function cellLine({ lang }: Context, evidence: Evidence, { metric, value, unit, addends, blank, missing }: TotalCell): Promise<Inline[]> {
  const lacking = [...blank, ...missing];
  const lack = lacking.length === 0 ? [] : say(lang, 'countyTableLack', { names: namesOf(lacking) });
  const rows: number[] = [];
  const fits = evidence.rows.length + addends.length <= MOST_CITED;
  const places = fits ? addends : [];
  await evidence.readAhead(places.map(({ card: { report }, id }) => ({ report, id })));
  for (const { card, id } of places) rows.push(await evidence.figure(card, await evidence.held({ report: card.report, id })));
  const text = `${value}${unit ?? ''}`;
  const sum: Inline = rows.length > 0 ? { type: 'derived', text, from: rows } : counted(text);
  return ['· ', named(metricById(metric)?.[lang] ?? metric), lang === 'zh' ? '：' : ': ', sum, ...(rows.length > 0 ? [] : say(lang, 'countyTableUncited', { n: counted(String(addends.length)) })), ...lack];
}
