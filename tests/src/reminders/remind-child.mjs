// Runs the schedule over a store with a channel that writes each delivery to a file before it answers; the test kills it. Runs the built program.
import { appendFileSync, writeSync } from 'node:fs';
import { deadlinesOf, officialCalendar, openLibrary } from '../../../dist/index/mod.js';
import { outboxIn } from '../../../dist/src/reminders/outbox.js';
import { remindOnce } from '../../../dist/src/reminders/dispatcher.js';
import { ownMigrations } from '../../../dist/src/tables.js';

const [folder, deliveries, at, conversations] = process.argv.slice(2);
const calendar = officialCalendar();
const book = {
  reminded: Array.from({ length: Number(conversations) }, (_, i) => ({ to: { channel: 'wechat', conversation: `room@${i}`, thread: null }, lang: 'zh', deadlines: ['departments'] })),
  ladder: [15, 0],
  hours: { from: 0, to: 24 * 60, everyDay: true },
  calendar,
  deadlinesOf: (year) => deadlinesOf(year, [], calendar),
};
const held = await openLibrary(folder, { migrations: ownMigrations });
const channel = {
  health: () => ({ state: 'up', detail: { zh: '', en: '' } }),
  async post(to) {
    appendFileSync(deliveries, `${to.conversation}\n`);
    await new Promise(setImmediate);
    return { state: 'sent', messageId: null, reason: null, retryAt: null };
  },
};
const outbox = outboxIn(held.database());
const ports = { book, outbox, channel: () => channel, now: () => new Date(at), log: { info() {}, warn() {}, error() {} } };
writeSync(1, 'ready\n');
await remindOnce(ports);
writeSync(1, `${JSON.stringify((await outbox.history(1000)).map(({ conversation, state }) => ({ conversation, state })))}\n`);
await held.close();
