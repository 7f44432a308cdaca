import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, Delivery, LookedUp } from '../../../src/channels/channel.js';
import { LEASE_MS } from '../../../src/desk/messages.js';
import { benchOver, incoming, NOON, SENT, type Bench } from './desk-over.js';

/** A desk whose work ends at some step for ever, as that of a killed process, and the desk of the process after it. */
let killed: Bench;
let next: Bench;
const never = (): Promise<never> => new Promise(() => {});
const moved = (ms: number): Date => new Date(NOON.getTime() + ms);
const outcomes = async () => (await next.database.selectFrom('desk_message').select(['state', 'outcome']).orderBy('message').execute()).map(({ state, outcome }) => outcome ?? state);

/** Lets everything run that can run. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await done())) await settle();
};

beforeEach(async () => {
  killed = await benchOver();
  next = killed.another();
});
afterEach(() => killed.close());

async function leftIn(state: 'received' | 'answered' | 'posting', text = '甲？'): Promise<void> {
  killed.assistant.before = state === 'received' ? never : () => Promise.resolve();
  if (state === 'posting') killed.channel.deliveries = [never];
  // One that cannot post now stays answered; a killed process would leave the same row under its own name.
  if (state === 'answered') killed.channel.deliveries = [{ ...SENT, state: 'pending' }];
  const received = killed.desk.receive(incoming(text, { id: state, from: { conversation: state } }), killed.channel);
  await until(async () => (await killed.database.selectFrom('desk_message').select('state').where('message', '=', state).executeTakeFirst())?.state === state && (state !== 'received' || killed.assistant.asked.length > 0) && (state !== 'posting' || killed.channel.posted.length > 0));
  if (state === 'answered') {
    await received;
    await killed.database.updateTable('desk_message').set({ holder: 'killed', held_until: moved(LEASE_MS).toISOString() }).where('message', '=', state).execute();
  }
}

describe('after a process was killed', () => {
  it.each([
    ['received', ['甲？'], 'sent'],
    ['answered', ['甲？'], 'sent'],
    ['posting', [], 'unknown'],
  ] as const)('a message that was %s is neither lost nor answered twice', async (state, posted, outcome) => {
    await leftIn(state);
    await next.desk.resume();
    expect(next.channel.texts, 'while the other process may still be at it').toEqual([]);
    next.now = moved(LEASE_MS);
    for (let i = 0; i < 3; i += 1) await next.desk.resume();
    expect(next.channel.texts).toEqual(posted);
    expect(await outcomes()).toEqual([outcome]);
    await next.desk.receive(incoming('甲？', { id: state }), next.channel);
    expect(next.channel.texts, 'delivered once more by the channel').toEqual(posted);
  });

  it.each<[LookedUp, string[], string]>([
    [{ found: 'posted', messageId: '1' }, [], 'sent'],
    [{ found: 'absent' }, ['甲？'], 'sent'],
    [{ found: 'cannot tell' }, [], 'unknown'],
  ])('a reply that may have been posted is looked for where the channel can tell: %o', async (told, posted, outcome) => {
    const asked: Parameters<NonNullable<Channel['lookUp']>>[] = [];
    next.channel.lookUp = async (...looked) => {
      asked.push(looked);
      return told;
    };
    await leftIn('posting');
    const [before] = killed.channel.posted;
    next.now = moved(LEASE_MS);
    for (let i = 0; i < 3; i += 1) await next.desk.resume();
    expect([next.channel.texts, await outcomes()]).toEqual([posted, [outcome]]);
    expect(asked.map(([to, key]) => [to.conversation, key])).toEqual([['posting', before!.message.key]]);
    expect(asked[0]![2].getTime(), 'what was posted by a clock that is slow is found').toBeLessThan(NOON.getTime());
    expect(next.channel.posted.every(({ message }) => message.key === before!.message.key)).toBe(true);
  });

  it('a reply that may have been posted waits for its channel to be looked for', async () => {
    next.channel.lookUp = async () => ({ found: 'absent' });
    await leftIn('posting');
    next.up = false;
    next.now = moved(LEASE_MS);
    await next.desk.resume();
    expect(await outcomes()).toEqual(['posting']);
    next.up = true;
    next.now = moved(2 * LEASE_MS);
    await next.desk.resume();
    expect([next.channel.texts, await outcomes()]).toEqual([['甲？'], ['sent']]);
  });

  it('what is too old by then is not answered', async () => {
    await leftIn('received');
    await leftIn('answered', '乙？');
    next.now = moved(11 * 60_000);
    await next.desk.resume();
    expect([next.channel.texts, await outcomes()]).toEqual([[], ['pending', 'stale']]);
  });

  it('the answer that stands is posted, without asking again what would now be a follow-up to itself', async () => {
    await leftIn('answered');
    next.now = moved(LEASE_MS);
    await next.desk.resume();
    expect([next.assistant.asked, next.channel.texts]).toEqual([[], ['甲？']]);
    await next.desk.receive(incoming('乙？', { from: { conversation: 'answered' } }), next.channel);
    expect(next.channel.texts).toEqual(['甲？', '甲？ > 乙？']);
  });

  it('what was only received is remembered of no conversation yet', async () => {
    await leftIn('received');
    next.now = moved(LEASE_MS);
    await next.desk.resume();
    expect(next.channel.texts).toEqual(['甲？']);
  });

  it('a process that was only slow finds that another answered, and lets go', async () => {
    let release = (): void => {};
    killed.assistant.before = () => new Promise((resolve) => (release = resolve));
    const slow = killed.desk.receive(incoming('甲？', { id: 'x' }), killed.channel);
    await until(() => killed.assistant.asked.length > 0);
    next.now = moved(LEASE_MS);
    await next.desk.resume();
    release();
    await slow;
    expect([next.channel.texts, killed.channel.texts]).toEqual([['甲？'], []]);
    expect(await next.database.selectFrom('desk_audit').select('delivery').execute()).toEqual([{ delivery: 'sent' }]);
  });
});

describe('a reply that the channel cannot take now', () => {
  const pending = (minutes: number | null): Delivery => ({ state: 'pending', messageId: null, reason: 'window closed', retryAt: minutes === null ? null : moved(minutes * 60_000) });

  it('is posted again when the channel says, and no earlier', async () => {
    next.channel.deliveries = [pending(2), SENT];
    await next.desk.receive(incoming('甲？'), next.channel);
    next.now = moved(119_000);
    await next.desk.resume();
    expect(next.channel.texts).toHaveLength(1);
    next.now = moved(120_000);
    await next.desk.resume();
    expect([next.channel.texts, await outcomes()]).toEqual([['甲？', '甲？'], ['sent']]);
  });

  it('waits where the channel is down, and is given up when it is too old', async () => {
    next.channel.deliveries = [pending(null)];
    await next.desk.receive(incoming('甲？'), next.channel);
    next.up = false;
    for (const minutes of [1, 5, 9]) {
      next.now = moved(minutes * 60_000);
      await next.desk.resume();
    }
    expect([next.channel.posted.length, await outcomes()]).toEqual([1, ['answered']]);
    next.now = moved(11 * 60_000);
    await next.desk.resume();
    expect(await outcomes()).toEqual(['pending']);
    expect(next.log.errors).toEqual(['reply was never taken by its channel']);
  });
});
