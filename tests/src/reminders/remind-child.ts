import { openStore } from '../../../index/store/store.js';
import { remindOnce } from '../../../src/reminders/dispatcher.js';
import type { ReminderTables } from '../../../src/reminders/migrations.js';
import { outboxIn } from '../../../src/reminders/outbox.js';
import { ownMigrations } from '../../../src/tables.js';
import type { Kysely } from 'kysely';
import { MORNINGS, PORTS, watched, writingChannel, type ChildSaid, type RunTold } from './kill-scene.js';

// Started ahead, told what to do, then runs the schedule in one store, morning after morning, until it is killed. `kill.test.ts` bundles it.

const say = (said: ChildSaid): void => void process.send!(said);
// Whoever judges is gone: nobody is left to kill this one.
process.on('disconnect', () => process.exit(0));

process.once('message', async (told: RunTold) => {
  let steps = 0;
  const point = (): void => {
    steps += 1;
    if (steps !== told.atStep) return;
    if (told.from === 'inside') process.kill(process.pid, 'SIGKILL');
    else say({ at: 'step' });
  };
  const store = await openStore(told.folder, ownMigrations);
  const outbox = watched(outboxIn(store.database as unknown as Kysely<ReminderTables>, told.name), point);
  const channel = writingChannel(told.deliveries, told.tells, point);
  for (const morning of MORNINGS.slice(-told.mornings)) await remindOnce({ ...PORTS, outbox, channel: () => channel, now: () => morning });
  await store.close();
  say({ at: 'end', steps });
});
say({ at: 'ready' });
