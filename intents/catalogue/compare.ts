import { difference, unitOfFigure, type ReportCard } from '../../index/mod.js';
import { counted, labelOfRows, valueLine, wordedVariously } from '../answer/across-lines.js';
import type { Block } from '../answer/answer.js';
import { coverageBlocks, unlikeDraft } from '../answer/coverage.js';
import { say, wordsOf } from '../answer/phrases.js';
import { Evidence } from '../answer/present.js';
import { whichFigure } from '../answer/which-figure.js';
import { seriesByRank, seriesOverYears } from '../answer/series-points.js';
import type { Intent } from '../intent.js';
import { acrossValues, newestOfEach, newestYears, ranked } from '../question/across-values.js';
import { asksWhichYear, fromBelow, namesAFigure, recentYears } from '../question/many-asked.js';
import { asks, type Question } from '../question/read.js';

/** More than this are no comparison that anybody reads. */
const MOST_COMPARED = 60;

/** 「青石镇和柳河乡2021年收到多少申请」「哪年许可最多」: the same figure of the organisations or years named, side by side. */
export const compareNamed: Intent = {
  name: 'compare',
  about: { zh: '几个单位、几年放在一起看', en: 'organisations or years side by side' },
  examples: { zh: ['青石镇和柳河乡2021年新收申请各多少件', '青石镇哪年行政许可最多'], en: ['Compare requests received in Qingshi Town and Liuhe Township in 2021'] },
  examplesOver: 'several',
  match(question) {
    if (asks(question, 'share', 'ratio', 'sum', 'difference', 'change', 'average', 'who', 'why', 'how', 'summary', 'reports')) return null;
    return namesSeveral(question) || asksWhichYear(question) ? { score: 0.89, because: ['names what is set side by side'] } : null;
  },
  takesMany: (question) => namesSeveral(question),
  async answer(question, context) {
    if (!namesAFigure(question)) {
      const draft = namesSeveral(question) ? whichFigure(question, context) : null;
      return draft && { draft };
    }
    const years = asksWhichYear(question);
    const keys = new Set(context.reports.map(({ orgKey }) => orgKey));
    if (years ? keys.size !== 1 : keys.size < 2) return null;
    const dated = years ? newestYears(context.reports, recentYears(question)) : context.reports.filter(({ year }) => year !== null);
    const cards = years || context.years.length > 0 ? dated : newestOfEach(context.reports);
    if (cards.length > MOST_COMPARED) return { draft: { status: 'clarify', reason: 'ambiguous_scope', blocks: [{ type: 'text', inlines: say(context.lang, 'tooManyNamed', { n: counted(String(keys.size)), most: counted(String(MOST_COMPARED)) }) }] } };
    if (cards.length < 2) return null;
    const across = await acrossValues(question, context, cards);
    if (across === null) return null;
    if (across.values.length === 0 && across.unlike.length > 0) return { draft: await unlikeDraft(context, across) };
    if (across.values.length === 0) return null;
    // Who names two and gets a number of one would take it for both.
    if (!years && new Set([...across.values, ...across.blank].map(({ card }) => card.orgKey)).size < keys.size) return across.unlike.length > 0 ? { draft: await unlikeDraft(context, across) } : null;
    const order = years ? ranked(across.values, fromBelow(question)) : asNamed(question, cards).flatMap((card) => across.values.find((value) => value.card === card) ?? []);
    const evidence = new Evidence(context.library);
    const lines: Block[] = [];
    const rows: number[] = [];
    const labelled = await wordedVariously(evidence, across);
    for (const value of order) {
      const line = await valueLine(context, evidence, value, { labelled });
      lines.push(line.block);
      rows.push(...line.rows);
    }
    const [a, b] = order;
    const apart: Block[] = order.length === 2 ? [{ type: 'text', inlines: say(context.lang, 'compareDifference', { formula: { type: 'derived', text: `${a!.quantity.value} − ${b!.quantity.value} = ${difference(a!.quantity.value!, b!.quantity.value!)}${unitOfFigure(await evidence.held({ report: a!.card.report, id: a!.id })) ?? ''}`, from: rows } }) }] : [];
    const first = years && order.length > 1 && a!.quantity.value !== b!.quantity.value ? String(a!.card.year) : null;
    const value = first === null ? null : `${first}${context.lang === 'zh' ? '年' : ''}`;
    const title = wordsOf([labelOfRows(evidence, across, context.lang)]);
    const oneEach = new Set(cards.map(({ orgKey }) => orgKey)).size === cards.length;
    const series = oneEach ? await seriesByRank(context, evidence, across, order, title) : await seriesOverYears(context, evidence, across, cards, title);
    const blocks: Block[] = [{ type: 'text', inlines: say(context.lang, 'compareLead', { label: labelOfRows(evidence, across, context.lang) }) }, ...lines, ...apart, ...(await coverageBlocks(context, evidence, across)), ...(series === null ? [] : [{ type: 'series' as const, series }]), { type: 'quote', citation: evidence.rows[0]!.citation }];
    return { draft: { status: 'answered', blocks, value, rows: evidence.rows, citations: evidence.citations }, remember: { terms: question.terms, organisations: [...keys], figure: null } };
  },
};

/** One less the other is the first named less the second. */
function asNamed({ organisations }: Question, cards: readonly ReportCard[]): readonly ReportCard[] {
  const places = new Map(organisations.toSorted((a, b) => b.start - a.start).flatMap(({ keys, start }) => keys.map((key) => [key, start] as const)));
  return cards.toSorted((a, b) => (places.get(a.orgKey) ?? 0) - (places.get(b.orgKey) ?? 0));
}

function namesSeveral({ organisations }: Question): boolean {
  return new Set(organisations.flatMap(({ keys }) => (keys.length === 1 ? keys : []))).size > 1;
}
