import { z } from 'zod';
import { bothLanguages, loadData, type Lang } from '../../index/mod.js';
import { cues } from '../language/cue-words.js';
import { REPORT_STATES, type ReportState } from '../roster.js';


/** In the order in which they are tried: what denies comes first. */
export const ROSTER_KINDS = ['unpublished', 'missing', 'overdue', 'returned', 'published', 'submitted'] as const;
/** Whom a question about the roster asks for; `submitted` are those who have handed in. */
export type RosterKind = (typeof ROSTER_KINDS)[number];

const wordsIn = (lang: Lang) =>
  z.strictObject({
    /** Templates over the question without years, with `@` where it names organisations. */
    kinds: z.strictObject({ unpublished: cues(lang), missing: cues(lang), overdue: cues(lang), returned: cues(lang), published: cues(lang), submitted: cues(lang) }),
    /** Asks whether one organisation, named or the asker's own, has handed in. */
    one: cues(lang),
    /** Asks of which years an organisation's reports are held or lacking. */
    years: cues(lang),
    /** 我们乡: whose room it is. */
    we: cues(lang),
    /** Asks how many. */
    count: cues(lang),
  });
const RosterWords = z.strictObject({ states: z.strictObject(Object.fromEntries(REPORT_STATES.map((state) => [state, bothLanguages])) as Record<ReportState, typeof bothLanguages>), zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof RosterWords> | undefined;

/** The words of rosters, read once. */
export function rosterWords(): z.output<typeof RosterWords> {
  loaded ??= loadData('intents/language/roster.json', RosterWords);
  return loaded;
}

/** A state as people say it. */
export function stateWord(lang: Lang, state: ReportState): string {
  return rosterWords().states[state][lang];
}
