import { afterEach, beforeEach, expect, it } from 'vitest';
import { benchOver, incoming, type Bench } from './desk-over.js';
import { MessageBook } from '../../../src/desk/messages.js';

let bench: Bench;
beforeEach(async () => {
  bench = await benchOver();
});
afterEach(() => bench.close());

it('writes down many at once, each once, the first of each delivery counting', async () => {
  const book = new MessageBook(bench.database, 'me', () => bench.now);
  const all = Array.from({ length: 1200 }, (_, i) => incoming('甲？', { id: `m${i % 700}` }));
  const claimed = await Promise.all(all.map((one) => book.claim(one)));
  expect(claimed.map((one) => one !== null)).toEqual(all.map((_, i) => i < 700));
  expect(await bench.database.selectFrom('desk_message').select('message').execute()).toHaveLength(700);
});

it('keeps channels apart that use the same ids', async () => {
  const book = new MessageBook(bench.database, 'me', () => bench.now);
  const claimed = await Promise.all([book.claim(incoming('甲？', { id: 'x' })), book.claim(incoming('乙？', { id: 'x', from: { channel: 'wechat' } }))]);
  expect(claimed.map((one) => one?.text)).toEqual(['甲？', '乙？']);
});

it('tells everybody who waited that nothing was written', async () => {
  const book = new MessageBook(bench.database, 'me', () => bench.now);
  await bench.database.schema.dropTable('desk_message').execute();
  const claims = await Promise.allSettled([book.claim(incoming('甲？')), book.claim(incoming('乙？'))]);
  expect(claims.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

it('says that a message is taken in once its id is on the disk, and before it is answered', async () => {
  const seen: string[] = [];
  bench.assistant.before = async () => void seen.push('answering');
  const looked: Promise<unknown>[] = [];
  const takenIn = (): void => {
    seen.push('taken in');
    looked.push(bench.database.selectFrom('desk_message').select('message').execute());
  };
  await bench.desk.receive(incoming('甲？', { id: 'x' }), bench.channel, takenIn);
  expect(seen).toEqual(['taken in', 'answering']);
  expect(await looked[0]).toEqual([{ message: 'x' }]);
  await bench.desk.receive(incoming('甲？', { id: 'x' }), bench.channel, takenIn);
  expect(seen).toEqual(['taken in', 'answering', 'taken in']);
});

it('says so too when it could not be written and the asker was told', async () => {
  await bench.database.schema.dropTable('desk_message').execute();
  let takenIn = 0;
  await bench.desk.receive(incoming('甲？'), bench.channel, () => (takenIn += 1));
  expect(takenIn).toBe(1);
  expect(bench.channel.posted[0]!.message.status).toBe('fault');
});
