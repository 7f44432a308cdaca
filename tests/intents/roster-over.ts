import type { z } from 'zod';
import { officialCalendar, type DeadlineRule, type OpenLibrary, type WorkCalendar } from '../../index/mod.js';
import type { Roster } from '../../intents/mod.js';
import type { NewChange } from '../../src/roster/changes.js';
import { rosterPart } from '../../src/roster/config.js';
import { rosterOf } from '../../src/roster/roster.js';
import { rosterPort } from '../../src/roster/standings.js';

/** A roster of a configuration, over what a library holds and what was said; nothing is stored. */
export function rosterOver({ library }: OpenLibrary, config: z.input<typeof rosterPart.schema>, said: readonly NewChange[] = [], local: readonly DeadlineRule[] = [], calendar: WorkCalendar = officialCalendar()): Roster {
  const kept = said.map((one, id) => ({ ...one, id }));
  const changes = { add: () => Promise.reject(new Error('nothing is stored')), of: ({ year }: { readonly year?: number } = {}) => Promise.resolve(kept.filter((one) => year === undefined || one.year === year)) };
  return rosterPort({ roster: rosterOf(rosterPart.schema.parse(config)), changes, library, local, calendar });
}
