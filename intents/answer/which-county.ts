import type { ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { wholeFor } from '../question/composed.js';
import { countiesOf } from '../question/counties.js';
import { regionOf } from '../question/many-asked.js';
import type { Question } from '../question/read.js';
import type { Draft } from './answer.js';
import { say, wordsOf } from './phrases.js';
import { named } from './present.js';

/** So many counties to choose from. */
const MOST_OPTIONS = 8;

/**
 * 全县, 各乡镇 where reports of several counties are held and none is named: asked back, the county with most reports first. Null where all lie in one
 * county, where a roster says who belongs together, and where the question names somebody or no group.
 */
export function whichCounty(question: Question, { lang, roster }: Context, cards: readonly ReportCard[]): Draft | null {
  if (question.organisations.length > 0 || regionOf(question) === null || roster.organisations.length > 0) return null;
  const counties = countiesOf(cards);
  if (counties.length < 2) return null;
  const options = counties.slice(0, MOST_OPTIONS).map((county) => wholeFor(question, { names: [county], years: [], figure: '' }));
  const lead = wordsOf(say(lang, 'whichCounty', { names: named(counties.join(lang === 'zh' ? '、' : ', ')) }));
  return { status: 'clarify', reason: 'ambiguous_scope', blocks: [{ type: 'choices', lead, options }], options };
}
