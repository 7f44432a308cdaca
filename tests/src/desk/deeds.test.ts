import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportCard } from '../../../index/mod.js';
import type { Deed, DeedName } from '../../../src/desk/deeds.js';
import { LEASE_MS } from '../../../src/desk/messages.js';
import { notice } from '../channels/ports.js';
import { benchOver, incoming, NOON, promised, SENT, type Bench } from './desk-over.js';

/** A desk whose work ends at some step for ever, as that of a killed process, and the desk of the process after it. */
let killed: Bench;
let next: Bench;
const never = (): Promise<never> => new Promise(() => {});
const moved = (ms: number): Date => new Date(NOON.getTime() + ms);
const deedOf = (name: DeedName, run: Deed['run'] = never): Deed => ({ name, role: name === 'turned away' ? null : 'ask', run });
const done = (text: string): Deed['run'] => () => Promise.resolve({ message: notice(text) });
const states = async () => (await next.database.selectFrom('desk_message').select(['state', 'outcome']).execute()).map(({ state, outcome }) => outcome ?? state);
const audit = () => next.database.selectFrom('desk_audit').select(['intent', 'status', 'reason', 'delivery', 'shared']).execute();

beforeEach(async () => {
  killed = await benchOver();
  next = killed.another();
});
afterEach(() => killed.close());

/** Begins a deed that never ends and resolves when it is on the disk. */
async function begun(name: DeedName, over: Parameters<typeof incoming>[1] = {}): Promise<void> {
  const { promise, keep } = promised();
  void killed.desk.act(incoming('白水镇2022.txt', over), deedOf(name), { takenIn: () => keep() });
  await promise;
}

async function resumed(): Promise<string[]> {
  next.now = moved(LEASE_MS);
  for (let i = 0; i < 3; i += 1) await next.desk.resume();
  return next.channel.texts;
}

describe('a deed', () => {
  it('is kept before it is told, told through the channel, and settled as it was delivered', async () => {
    const message = await next.desk.act(incoming('x'), deedOf('check', done('查过了')), { to: next.channel });
    expect([message?.text, next.channel.texts, await states()]).toEqual(['查过了', ['查过了'], ['sent']]);
    expect(await audit()).toEqual([{ intent: 'check', status: 'answered', reason: null, delivery: 'sent', shared: 1 }]);
  });

  it('that the channel cannot take now is told later', async () => {
    next.channel.deliveries = [{ ...SENT, state: 'pending' }, SENT];
    await next.desk.act(incoming('x'), deedOf('check', done('查过了')), { to: next.channel });
    expect(await resumed()).toEqual(['查过了', '查过了']);
    expect(await states()).toEqual(['sent']);
  });

  it('is done once for an id, and says that it is taken in each time', async () => {
    let times = 0;
    const told: number[] = [];
    for (let i = 0; i < 2; i += 1) await next.desk.act(incoming('x', { id: 'once' }), deedOf('check', () => ((times += 1), done('查过了')(('zh')))), { to: next.channel, takenIn: () => told.push(i) });
    expect([times, told, next.channel.texts]).toEqual([1, [0, 1], ['查过了']]);
  });

  it('that comes once more while it is being done is known at once', async () => {
    const { promise, keep } = promised();
    const first = next.desk.act(incoming('x', { id: 'once' }), deedOf('check', () => promise.then(() => done('查过了')('zh'))), { to: next.channel });
    expect(await next.desk.act(incoming('x', { id: 'once' }), deedOf('check', never), { to: next.channel })).toBeNull();
    keep();
    expect((await first)!.text).toBe('查过了');
  });

  it('that breaks is told with an id, as is one that cannot be written down', async () => {
    await next.desk.act(incoming('x'), deedOf('check', () => Promise.reject(new Error('broken'))), { to: next.channel });
    await next.database.schema.dropTable('desk_message').execute();
    await next.desk.act(incoming('x'), deedOf('check', done('查过了')), { to: next.channel });
    expect(next.channel.texts).toEqual([expect.stringMatching(/[0-9a-f]{8}-/), expect.stringMatching(/[0-9a-f]{8}-/)]);
    expect(next.log.errors).toEqual(['desk failed', 'desk failed']);
  });

  it('speaks the language of the button that was pressed, unless its presser chose another', async () => {
    const spoken: string[] = [];
    const run: Deed['run'] = (lang) => (spoken.push(lang), done('x')(lang));
    await next.desk.act(incoming('x', { lang: 'en' }), deedOf('check', run));
    await next.desk.receive(incoming('以后用中文回答', { direct: true }), next.channel);
    await next.desk.act(incoming('x', { lang: 'en' }), deedOf('check', run));
    expect(spoken).toEqual(['en', 'zh']);
  });
});

describe('after a process was killed during', () => {
  it.each<[DeedName, RegExp]>([
    ['ingest', /收录「白水镇2022\.txt」时程序中断.*没有收进来.*再/],
    ['check', /核对「白水镇2022\.txt」时程序中断.*再核对一次/],
    ['export', /导出「白水镇2022\.txt」时程序中断.*再点一次/],
    ['setting', /设置.*程序中断.*再选一次/],
    ['offer', /收到「白水镇2022\.txt」后程序中断.*再发一次/],
  ])('%s, the person is told what was begun and what to do, once', async (name, told) => {
    await begun(name);
    await next.desk.resume();
    expect(next.channel.texts, 'while the other process may still be at it').toEqual([]);
    expect(await resumed()).toEqual([expect.stringMatching(told)]);
    expect(await states()).toEqual(['sent']);
    expect(await audit()).toEqual([expect.objectContaining({ intent: name, status: 'fault', reason: 'interrupted', delivery: 'sent' })]);
  });

  it('handing in, the person is told that the report is held when it is', async () => {
    await begun('ingest');
    next.takenIn = [{ org: { name: '白水镇' } as ReportCard['org'], year: 2022 }];
    expect(await resumed()).toEqual([expect.stringMatching(/已经收进来了：白水镇 2022/)]);
  });

  it('the telling, what came of it is told again rather than never', async () => {
    killed.channel.deliveries = [never];
    void killed.desk.act(incoming('x'), deedOf('check', done('查过了')), { to: killed.channel });
    while (killed.channel.posted.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await resumed()).toEqual(['查过了']);
  });

  it('what concerns its doer alone, it is told to them alone', async () => {
    await begun('check', { alone: true, speaker: 'U7' });
    await resumed();
    expect(next.channel.posted.map(({ to }) => to)).toEqual([{ channel: 'slack', conversation: 'U7', thread: null }]);
  });

  it('a day ago, nobody is told any more, and the log says so', async () => {
    await begun('check');
    next.now = moved(25 * 3600_000);
    await next.desk.resume();
    expect([next.channel.texts, await states(), next.log.errors]).toEqual([[], ['pending'], ['reply was never taken by its channel']]);
  });

  it('it, a process that was only slow finds that another told so, and lets go', async () => {
    const { promise, keep } = promised();
    const { promise: written, keep: isWritten } = promised();
    const slow = killed.desk.act(incoming('x'), deedOf('check', () => promise.then(() => done('查过了')('zh'))), { to: killed.channel, takenIn: () => isWritten() });
    await written;
    await resumed();
    keep();
    expect([await slow, killed.channel.texts, next.channel.texts.length]).toEqual([null, [], 1]);
  });
});

describe('a question that its asker alone is answered', () => {
  it('is answered to them alone by the next process', async () => {
    killed.assistant.before = never;
    void killed.desk.receive(incoming('甲？', { alone: true, speaker: 'U7' }), killed.channel);
    while (killed.assistant.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await resumed();
    expect(next.channel.posted.map(({ to, message }) => [to.conversation, message.text])).toEqual([['U7', '甲？']]);
    expect((await audit())[0]).toMatchObject({ shared: 0 });
  });
});
