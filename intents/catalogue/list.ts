import { fold, type FoundList, type ReportCard } from '../../index/mod.js';
import type { Block, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear } from '../answer/present.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { explain, type Fit } from '../question/explain.js';
import type { Facet, Facets } from '../question/facets.js';
import { asks, type Question } from '../question/read.js';

const LEAST_COVERAGE = 0.65;
const MARGIN = 0.04;
/** Surplus words count less for a list than for a figure: its introduction is a sentence, not a label. */
const SURPLUS = 0.04;

/** 「设立了哪些办事窗口」「三提升是哪三提升」: an enumeration, item by item as printed. */
export const list: Intent = {
  name: 'list',
  about: { zh: '列举的内容', en: 'what the report enumerates' },
  examples: { zh: ['三提升是哪三提升', '设立了哪些办事窗口', '存在哪些问题和不足'], en: ['List the problems the report admits', 'Which service windows were set up?'] },
  match(question) {
    if (asks(question, 'which', 'who')) return null;
    if (asks(question, 'list')) return { score: asks(question, 'count') ? 0.4 : 0.75, because: ['asks for a list'] };
    if (asks(question, 'count')) return null;
    return { score: 0.35, because: ['may name a list'] };
  },
  async answer(question, context) {
    if (question.terms.length === 0) return null;
    const found: { report: ReportCard; list: FoundList; score: number; fit: Fit }[] = [];
    for (const report of context.reports) {
      for (const enumeration of await context.library.lists(report.report)) {
        const fit = bestFit(question, enumeration, context);
        if (fit.unexplained.length === 0 && fit.coverage >= LEAST_COVERAGE) found.push({ report, list: enumeration, fit, score: fit.coverage - SURPLUS * fit.surplus });
      }
    }
    found.sort((a, b) => b.score - a.score || b.list.items.length - a.list.items.length);
    const [best] = found;
    if (!best) return null;
    const alike = found.filter(({ score, report }) => best.score - score < MARGIN && report.report === best.report.report).slice(0, 2);
    return show(question, context, best.report, asks(question, 'list') ? alike.map((one) => one.list) : [best.list]);
  },
};

/** Each way in which the text introduces the list is tried as its name; the other words and the headings only help. */
function bestFit(question: Question, enumeration: FoundList, context: Context): Fit {
  const titles = enumeration.path.map((text) => fold(text).text);
  const names = enumeration.about.map((text) => fold(text).text).filter((name) => !titles.some((title) => title.includes(name)));
  const fits = (names.length > 0 ? names : ['']).map((name) => explain(question.terms, facetsOf(name, [...names.filter((other) => other !== name), ...titles], context)));
  return fits.reduce((best, fit) => (fit.coverage - SURPLUS * fit.surplus > best.coverage - SURPLUS * best.surplus ? fit : best));
}

function facetsOf(name: string, beside: readonly string[], context: Context): Facets {
  const facet = (text: string): Facet[] => context.terms(text).map((term) => ({ concepts: term.concept === null ? [] : [term.concept], text: term.text, weight: term.weight }));
  return { own: facet(name), inherited: beside.flatMap(facet), implied: new Set(), anchors: [], depth: 0, delegated: new Set(), ownText: name, inheritedText: beside.join(' '), stock: false };
}

async function show(question: Question, context: Context, report: ReportCard, lists: readonly FoundList[]): Promise<Outcome> {
  const evidence = new Evidence(context.library);
  const blocks: Block[] = [];
  for (const enumeration of lists) {
    const citation = await evidence.place(report, enumeration.quote, 'passage', enumeration.path);
    const lines = enumeration.items.flatMap((item): Inline[] => ['\n· ', named(fold(item.text).text)]);
    blocks.push({ type: 'text', inlines: [...say(context.lang, 'listLead', orgYear(context.lang, report)), ...lines] });
    if (enumeration.open) blocks.push({ type: 'text', inlines: say(context.lang, 'listOpen') });
    blocks.push({ type: 'quote', citation });
  }
  return { draft: { status: 'answered', blocks, rows: [], citations: evidence.citations }, remember: { terms: question.terms, figure: null } };
}
