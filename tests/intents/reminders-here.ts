import type { OwnReminderTold, PromisedWork, ReminderBook, ReminderWish } from '../../intents/mod.js';

/** A book of reminders in memory that keeps the wishes it was told; `promises` is the work that reports promise. */
export function remindersHere(over: Partial<ReminderBook> = {}, promises: readonly PromisedWork[] = []): ReminderBook & { readonly wishes: ReminderWish[] } {
  const wishes: ReminderWish[] = [];
  const told: OwnReminderTold[] = [];
  return {
    wishes,
    level: null,
    add: async (wish, now) => {
      wishes.push(wish);
      const one: OwnReminderTold = { number: wishes.length, kind: wish.kind, text: 'text' in wish ? wish.text : '', reportYear: 'deadline' in wish ? (wish.deadline?.reportYear ?? null) : null, next: wish.kind === 'once' ? wish.at : now, everyDay: 'everyDay' in wish && wish.everyDay, endsWithReport: false };
      told.push(one);
      return one;
    },
    list: async () => told,
    end: async (number) => told.find((one) => one.number === number) ?? null,
    snooze: async (now) => now,
    stop: async () => 'stopped',
    resume: async () => 'resumed',
    promised: async () => promises,
    switchOn: async (id, owner) => {
      const work = promises.find((one) => one.id === id);
      return work === undefined ? null : { ...work, on: { owner: owner ?? work.citation.org, open: null } };
    },
    switchOff: async (id) => promises.find((one) => one.id === id) ?? null,
    recordDone: async (id) => {
      const work = promises.find((one) => one.id === id);
      return work === undefined ? null : { work, period: '2026-Q4' };
    },
    ...over,
  };
}
