import type { ReportCard } from '../../index/mod.js';
import { counted, nameAmong } from '../answer/across-lines.js';
import type { Block, Draft } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { named } from '../answer/present.js';
import { together, type Part } from '../answer/several.js';
import { whichCounty } from '../answer/which-county.js';
import type { Context, Intent } from '../intent.js';
import { newestOfEach } from '../question/across-values.js';
import { figureAsked, inRegion, meansWholeCounty, regionOf } from '../question/many-asked.js';
import { ofOne } from '../question/of-one.js';
import type { Question } from '../question/read.js';
import { admitted, zonesAsked } from './admitted.js';
import { list } from './list.js';

/** So many organisations are told one after the other; the rest are counted. */
const MOST_TOLD = 12;

/** 「各乡镇都有什么问题」: what each report of a group admits or plans, one after the other in its own words. 全县有什么问题 may ask for the county's own. */
export const saidOfEach: Intent = {
  name: 'said-of-each',
  about: { zh: '各单位的问题和打算', en: 'problems and plans of each office' },
  examples: { zh: ['2021年各乡镇都有什么问题'], en: ['What problems did the townships admit in 2021?'] },
  examplesOver: 'several',
  match(question) {
    return asksEach(question) ? { score: 0.93, because: ['asks what each of a group admits or plans'] } : null;
  },
  takesMany: (question) => asksEach(question),
  async answer(question, context) {
    const cards = newestOfEach(inRegion(question, context.reports, context.roster));
    if (cards.length < 2) return null;
    const county = whichCounty(question, context, cards);
    if (county !== null) return { draft: county };
    const parts: Part[] = [];
    for (const card of cards.slice(0, MOST_TOLD)) {
      parts.push({ question: `${nameAmong(card, cards)} ${card.year ?? ''}`, intent: admitted.name, draft: await saidBy(card, question, context) });
    }
    const draft = together(parts);
    const more: Block[] = cards.length <= MOST_TOLD ? [] : [{ type: 'text', inlines: say(context.lang, 'eachMore', { n: counted(String(cards.length - MOST_TOLD)), names: named(cards.slice(MOST_TOLD).map((card) => nameAmong(card, cards)).join('、')) }) }];
    return { draft: { ...draft, blocks: [...draft.blocks, ...more] }, remember: { terms: question.terms, organisations: [], figure: null } };
  },
};

function asksEach(question: Question): boolean {
  return regionOf(question) !== null && !meansWholeCounty(question) && question.organisations.every(({ keys }) => keys.length > 1) && zonesAsked({ ...question, terms: figureAsked(question).terms }).length > 0;
}

/** Item by item where the report lists them, else its run of sentences. */
async function saidBy(card: ReportCard, question: Question, context: Context): Promise<Draft> {
  const [one, alone] = [ofOne({ ...question, terms: figureAsked(question).terms }, card), { ...context, reports: [card], years: card.year === null ? [] : [card.year] }];
  for (const intent of [list, admitted]) {
    const outcome = intent.match(one, null) === null ? null : await intent.answer(one, alone);
    if (outcome?.draft.status === 'answered') return outcome.draft;
  }
  return { status: 'not_found', reason: 'no_passage', blocks: [{ type: 'text', inlines: say(context.lang, 'eachNothing') }] };
}
