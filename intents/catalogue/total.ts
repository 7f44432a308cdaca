import { quotient, toJsonValue, unitOfFigure, type ReportCard } from '../../index/mod.js';
import { counted, coverageBlocks, labelOfRows, rosterBlocks, totalOf, valueLine } from '../answer/across-lines.js';
import type { Block, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence } from '../answer/present.js';
import type { Intent } from '../intent.js';
import { acrossValues, ranked } from '../question/across-values.js';
import { asksOver, inRegion, namesAFigure } from '../question/many-asked.js';
import { rememberOf } from './rank.js';

/** Operands that are shown and cited one by one; a sum over more says so and gives the first. */
const MOST_CITED = 100;
const HALF_UP = 'half-up, 2 decimals';

/** 「全县一共收到多少申请」「各乡镇平均办件」: one figure added over the organisations held, each operand shown. */
export const total: Intent = {
  name: 'total',
  about: { zh: '各单位合计、平均', en: 'totals and averages over organisations' },
  examples: { zh: ['全县2021年一共新收多少件申请', '2021年各乡镇行政许可合计'], en: ['How many requests were received in all townships in 2021?'] },
  examplesOver: 'several',
  match(question) {
    return asksOver(question, 'total') || asksOver(question, 'average') ? { score: 0.91, because: ['asks for a total over organisations'] } : null;
  },
  takesMany: (question) => asksOver(question, 'total') || asksOver(question, 'average'),
  async answer(question, context) {
    const cards = oneYear(inRegion(question, context.reports, context.roster));
    if (cards.length < 2 || !namesAFigure(question)) return null;
    const across = await acrossValues(question, context, cards);
    if (across === null || across.values.length === 0) return null;
    const evidence = new Evidence(context.library);
    const rows: number[] = [];
    const lines: Block[] = [];
    for (const value of ranked(across.values, false).slice(0, MOST_CITED)) {
      const { row, block } = await valueLine(context, evidence, value);
      rows.push(row);
      lines.push(block);
    }
    const sum = totalOf(across.values);
    const average = asksOver(question, 'average');
    const value = average ? quotient(sum, String(across.values.length), 2) : sum;
    const unit = unitOfFigure((await context.library.figures(across.values[0]!.card.report))[across.values[0]!.id]!);
    const whole = across.values.length <= MOST_CITED;
    const result: Inline = whole ? { type: 'derived', text: `${value}${unit ?? ''}`, from: rows } : counted(`${value}${unit ?? ''}`);
    const formula = average ? `${sum} ÷ ${across.values.length} = ${value}` : `${rows.map((row) => evidence.rows[row]!.value).join(' + ')} = ${sum}`;
    const year = cards[0]!.year;
    const lead = say(context.lang, average ? 'averageOver' : 'totalOver', { year: year === null ? [] : say(context.lang, 'year', { n: counted(String(year)) }), label: labelOfRows(evidence), n: counted(String(across.values.length)), result });
    const blocks: Block[] = [{ type: 'text', inlines: lead }, ...lines, ...coverageBlocks(context, across), ...rosterBlocks(question, context, cards), { type: 'quote', citation: evidence.rows[0]!.citation }];
    return {
      draft: { status: 'answered', blocks, value: toJsonValue(value), unit, rows: evidence.rows, citations: evidence.citations, ...(whole && { derived: { formula, operands: rows, rounding: average ? HALF_UP : null } }) },
      remember: rememberOf(question, context),
    };
  },
};

/** A total is of one year: the one named, else the newest of which more than one report is held. */
function oneYear(cards: readonly ReportCard[]): ReportCard[] {
  const years = [...new Set(cards.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => b - a);
  const byYear = years.map((year) => cards.filter((card) => card.year === year));
  return byYear.find((group) => group.length > 1) ?? byYear[0] ?? [];
}

