import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cue, cues } from './cue-words.js';

const wordsIn = (lang: Lang) =>
  z.strictObject({
    /** 力争, 明年打算: something that is still to come is asked for. */
    plans: cues(lang),
    /** 最少, 达到: how a plan says its number. */
    bounds: cues(lang),
    /** 预算多少: money, whatever the question counts in. */
    money: cues(lang),
    /** 明年 and 报告里 beside a year: it is the year of the report that plans. */
    next: cues(lang),
    /** What was done is asked for, whatever else is said. */
    done: cues(lang),
    /** 每月: so much each time. */
    each: cues(lang),
    /** 一年: so much each year, or in the one year that is planned for. */
    wholeYear: cues(lang),
    /** 至少: what a plan for the year that is named sets. */
    leasts: cues(lang),
    /** How long something may take: what a rule to come sets. */
    lasts: cues(lang),
  });
const Planned = z.strictObject({
  /** In a clause of a report that is about what is to come, they say that this has been done. */
  held: cues('zh'),
  /** In the clause before a number, they say that it is so much each time (每月3次). */
  eachTime: cues('zh'),
  /** A year as a clause names it, the group `year`. */
  yearNamed: cue('zh'),
  /** What a question about money counts in where it does not say. */
  unitOfMoney: z.string().min(1),
  /** In the words of a time, they say how long before, not how much longer or shorter. */
  ahead: cues('zh'),
  /** In the words of a planned number, they only say again that it is planned. */
  said: cues('zh'),
  zh: wordsIn('zh'),
  en: wordsIn('en'),
});

let loaded: z.output<typeof Planned> | undefined;

/** How a planned number is asked for, and what a report says beside one. Throws when the data is damaged. */
export function plannedWords(): z.output<typeof Planned> {
  loaded ??= loadData('intents/language/planned.json', Planned);
  return loaded;
}
