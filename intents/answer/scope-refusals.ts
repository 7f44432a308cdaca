import { dayInChina, yearOf, type Day } from '../../index/mod.js';
import type { Contradiction } from '../question/contradiction.js';
import type { Question } from '../question/read.js';
import type { Block, Draft } from './answer.js';
import { say, wordsOf } from './phrases.js';
import { named } from './present.js';

/** From when the Regulation on Open Government Information is in force: before it nobody had to report. Source: 政府信息公开条例（2007）第三十八条. */
export const LAW_SINCE = '2008-05-01' as Day;

/** Why no report of these years is held, by the name of the sentence that says so. */
export function yearRefusal(years: readonly number[], at: Date): 'yearBeforeLaw' | 'yearFuture' | 'yearNotHeld' {
  if (years.length > 0 && years.every((year) => year < yearOf(LAW_SINCE))) return 'yearBeforeLaw';
  return years.length > 0 && years.every((year) => year > yearOf(dayInChina(at))) ? 'yearFuture' : 'yearNotHeld';
}

/** Says where the organisation lies, and offers the question without the place that it does not lie in. */
export function contradictionDraft(question: Question, { place, card }: Contradiction): Draft {
  const { lang } = question;
  const path = card.org.path.slice(0, -1).join('') || card.org.fullName;
  const option = question.text.replace(new RegExp(`${place.text}(?:的)?`, 'u'), path);
  const lead = say(lang, 'contradictoryPlace', { name: named(card.org.name), path: named(path), place: { type: 'echo', text: place.text } });
  const blocks: Block[] = [{ type: 'choices', lead: wordsOf(lead), options: [option] }];
  return { status: 'clarify', reason: 'ambiguous_scope', blocks, options: [option] };
}
