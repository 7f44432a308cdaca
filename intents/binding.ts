import type { ReminderBook } from './reminders.js';
import type { Lang, ReportCard } from '../index/mod.js';
import type { Draft } from './answer/answer.js';
import { say } from './answer/phrases.js';
import { named } from './answer/present.js';
import { intents } from './intents.js';
import type { Question } from './question/read.js';
import { isOnRosterOnly, keysOf } from './question/roster-names.js';
import type { Binding } from './question/scope.js';
import type { Roster, RosterMember } from './roster.js';

/** When something is asked, and in whose conversation. */
export interface Asking {
  readonly at: Date;
  /** The asker's reminders; null where nobody can be reminded. */
  readonly reminders: ReminderBook | null;
  /** The organisations whose room or channel it is; empty when it is nobody's. */
  readonly bound: readonly RosterMember[];
}

/**
 * Whose reports are meant where nobody is named: of those whose conversation it is, unless the question is about many. The office that collects
 * the others' reports and makes none of its own means no one.
 */
export function bindingFor(question: Question, { bound }: Asking, roster: Roster, cards: readonly ReportCard[]): Binding | null {
  if (bound.length === 0 || intents.some((intent) => intent.takesMany?.(question) === true)) return null;
  const keys = keysOf(bound, roster, cards);
  if (keys.every(isOnRosterOnly) && bound.every(({ exempt }) => exempt !== null)) return null;
  return { name: namesOfBound(bound), keys };
}

/** A draft with a word on whose reports were taken, since nobody was named. */
export function takenFrom({ bound }: Asking, lang: Lang, draft: Draft): Draft {
  return { ...draft, blocks: [...draft.blocks, { type: 'text', inlines: say(lang, 'boundTo', { name: named(namesOfBound(bound)) }) }] };
}

function namesOfBound(bound: readonly RosterMember[]): string {
  return bound.map(({ name }) => name).join('、');
}
