// A desk of the built program that stops for ever at the step named, and says on standard output when it is there: `node desk-to-kill.mjs FOLDER STEP`.
import { openLibrary } from '../../dist/index/mod.js';
import { configSchema } from '../../dist/src/config/parts.js';
import { createDesk } from '../../dist/src/desk/desk.js';
import { StagedConversations, StoredConversations } from '../../dist/src/desk/memory.js';
import { ownMigrations } from '../../dist/src/tables.js';

const [folder, step] = process.argv.slice(2);
const here = (name) => (name === step ? (process.stdout.write(`${name}\n`), new Promise(() => setInterval(() => {}, 1000))) : undefined);
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const held = await openLibrary(folder, { migrations: ownMigrations });
const database = held.database();
const now = () => new Date();
const memory = new StagedConversations(new StoredConversations(database, { group: 60_000, direct: 60_000 }, now));
const assistant = {
  reply: async (text, { session, at }) => {
    await memory.put(session, { memory: { intent: text }, at: at.toISOString() });
    await here('received');
    return { answer: { lang: 'zh', status: 'answered', reason: null, intent: 'echo', text: `答：${text}`, citations: [], answerId: 'a1', tookMs: 1 }, blocks: [] };
  },
};
const channel = { post: async () => (await here('posting'), { state: 'sent', messageId: null, reason: null, retryAt: null }) };
const desk = createDesk({ assistant, memory, database, config: configSchema([]).parse({}), channel: () => channel, log: silent, now });
// One that waits for its channel is answered and not posted.
if (step === 'answered') channel.post = async () => ({ state: 'pending', messageId: null, reason: null, retryAt: null });
await desk.receive({ id: 'm1', from: { channel: 'slack', conversation: 'C1', thread: null }, speaker: 'U1', speakerName: null, direct: false, text: '村里办了多少件？', sentAt: now() }, channel);
await here('answered');
