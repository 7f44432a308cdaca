// Runs the schedule over several stores at once, morning after morning; kills itself at the n-th step, or is killed by the test. Runs the built program.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openLibrary } from '../../../dist/index/mod.js';
import { remindOnce } from '../../../dist/src/reminders/dispatcher.js';
import { outboxIn } from '../../../dist/src/reminders/outbox.js';
import { ownMigrations } from '../../../dist/src/tables.js';
import { book, MORNINGS, silent, watched, writingChannel } from './kill-scene.mjs';

const [folder, stores, killAt, name, mornings] = process.argv.slice(2);
let steps = 0;
const point = () => {
  steps += 1;
  if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
};
const opened = await Promise.all(Array.from({ length: Number(stores) }, (_, i) => openLibrary(join(folder, String(i)), { migrations: ownMigrations })));
writeSync(1, 'ready\n');
await Promise.all(
  opened.map(async (held, i) => {
    const channel = writingChannel(join(folder, `${i}.txt`), i % 2 === 1, point);
    const outbox = watched(outboxIn(held.database(), `${name} ${i}`), point);
    for (const morning of MORNINGS.slice(-Number(mornings))) await remindOnce({ book: async () => book, outbox, channel: () => channel, policy: { resendUnknown: 0, elsewhereAfterMs: 3_600_000 }, now: () => morning, log: silent });
  }),
);
writeSync(1, `${steps}\n`);
for (const held of opened) await held.close();
