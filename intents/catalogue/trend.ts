import type { ReportCard } from '../../index/mod.js';
import { labelOfRows, valueLine, wordedVariously } from '../answer/across-lines.js';
import type { Block } from '../answer/answer.js';
import { coverageBlocks, unlikeDraft } from '../answer/coverage.js';
import { say, wordsOf } from '../answer/phrases.js';
import { Evidence, orgYear } from '../answer/present.js';
import { seriesOverYears } from '../answer/series-points.js';
import type { Intent } from '../intent.js';
import { questionWords } from '../language/words.js';
import { acrossValues, newestYears } from '../question/across-values.js';
import { asksOver, asksWhichYear, namesAFigure, namesYearSpan, recentYears } from '../question/many-asked.js';
import { asks } from '../question/read.js';

/** 「近三年新收申请」「规范性文件历年变化」: one organisation's figure year by year, with a word where the form changed. */
export const trend: Intent = {
  name: 'trend',
  about: { zh: '历年变化', en: 'a figure over the years' },
  examples: { zh: ['青石镇近三年新收申请多少件', '青石镇行政许可历年趋势'], en: ['What is the trend of requests received in Qingshi Town?'] },
  examplesOver: 'several',
  match(question) {
    // 近三年哪年最多 sets the years against each other.
    return (asksOver(question, 'trend') || namesYearSpan(question)) && !asksWhichYear(question) ? { score: 0.9, because: ['asks for a series of years'] } : null;
  },
  async answer(question, context) {
    const cards = yearsOfOne(newestYears(context.reports, recentYears(question)));
    if (cards === null || !namesAFigure(question)) return null;
    const across = await acrossValues(question, context, cards, { listed: true });
    if (across === null) return null;
    if (across.values.length === 0) return across.unlike.length > 0 ? { draft: await unlikeDraft(context, across) } : null;
    const evidence = new Evidence(context.library);
    const blocks: Block[] = [];
    const ordered = [...across.values].sort((a, b) => (a.card.year ?? 0) - (b.card.year ?? 0));
    const labelled = await wordedVariously(evidence, across);
    for (const value of ordered) blocks.push((await valueLine(context, evidence, value, { labelled })).block);
    const last = evidence.rows.at(-1)!.citation;
    const { org } = orgYear(context.lang, cards[0]!);
    const series = await seriesOverYears(context, evidence, across, cards, wordsOf([org, ' ', labelOfRows(evidence, across, context.lang)]));
    // One value beside years that cannot be compared is no series, and by how much it moved nobody can tell from one.
    const asksMoved = asks(question, 'difference', 'change') || questionWords(question.lang).patterns.moved.test(question.folded);
    // From 2022 to 2024 is told by neither without both ends.
    const lacksAnEnd = asksMoved && namesYearSpan(question) && [cards[0]!, cards.at(-1)!].some((end) => !across.values.some(({ card }) => card === end));
    const refused = lacksAnEnd || (across.values.length < 2 && (across.incomparable.length > 0 || asksMoved));
    return {
      draft: {
        status: refused ? 'not_found' : 'answered',
        ...(refused && { reason: across.incomparable.length > 0 ? ('wrong_form' as const) : ('no_metric' as const) }),
        blocks: [{ type: 'text', inlines: say(context.lang, 'trendLead', { org, label: labelOfRows(evidence, across, context.lang) }) }, ...blocks, ...(await coverageBlocks(context, evidence, across)), ...(series === null ? [] : [{ type: 'series' as const, series }]), { type: 'quote', citation: last }],
        value: null,
        rows: evidence.rows,
        citations: evidence.citations,
      },
      remember: { terms: question.terms, organisations: [cards[0]!.orgKey], years: [], figure: null },
    };
  },
};

/** Reports of one organisation, a year each, oldest first; null when there are several organisations or fewer than two years. */
function yearsOfOne(reports: readonly ReportCard[]): ReportCard[] | null {
  if (new Set(reports.map(({ orgKey }) => orgKey)).size !== 1) return null;
  const dated = reports.filter(({ year }) => year !== null).sort((a, b) => a.year! - b.year!);
  return dated.length > 1 ? dated : null;
}
