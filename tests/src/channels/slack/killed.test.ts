import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LEASE_MS } from '../../../../src/desk/messages.js';
import { stall, status } from './edge.js';
import { press } from './events.js';
import { openOffice, type Office } from './office.js';

const CLERK = 'U000000001';
const QUESTION = '勐来乡2020年村为民服务站办理了多少件？';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ config: { access: { everyone: ['ask', 'ingest'] } } });
});
afterEach(async () => {
  expect(office.edge.broken).toEqual([]);
  await office.close();
});

const button = (action_id: string, value: string): Record<string, unknown> => ({ ...press(value), actions: [{ type: 'button', action_id, block_id: 'b', value, action_ts: `${Math.floor(office.now.getTime() / 1000)}.000007` }] });
const held = async (): Promise<string[]> => (await office.database.selectFrom('desk_message').select('message').execute()).map(({ message }) => message);
/** What the process after this one says, of which nothing more is heard. */
async function resumed(): Promise<void> {
  office.now = new Date(office.now.getTime() + LEASE_MS);
  await office.successor().resume();
}

describe('a program that is killed in the middle', () => {
  it.each([
    ['file:take:0', '没有收进来'],
    ['file:check:0', '没有结果'],
  ])('of %s has the press on its disk before Slack is told, and the next says what was begun', async (action, said) => {
    // The file never comes: whatever this process does later comes too late.
    office.edge.failNext('files.info', stall);
    const fetching = office.edge.nextCall('files.info');
    expect((await office.interact(button(action, 'F01 白水镇2022.txt'))).status).toBe(200);
    expect(await held()).toHaveLength(1);
    await fetching;
    await resumed();
    expect(office.posted()).toEqual([expect.stringContaining(said)]);
    expect(office.edge.callsOf('chat.postMessage')[0]!.params).toMatchObject({ channel: 'C000000001', thread_ts: '1700000000.000100' });
  });

  it('of a workbook says that it may be lacking', async () => {
    office.edge.failNext('files.getUploadURLExternal', stall);
    const uploading = office.edge.nextCall('files.getUploadURLExternal');
    await office.interact(button('workbook:totals', 'totals 2021'));
    await uploading;
    await resumed();
    expect(office.posted()).toEqual([expect.stringMatching(/导出「totals 2021」时程序中断/)]);
  });

  it('of a command answers its asker alone', async () => {
    const receive = office.desk.receive;
    // Taken in and never gone on with.
    Object.assign(office.desk, { receive: (...[incoming, , takenIn]: Parameters<typeof receive>) => receive(incoming, { post: () => new Promise(() => {}) }, takenIn) });
    office.now = new Date(office.now.getTime() - LEASE_MS);
    await office.command(QUESTION);
    await office.database.updateTable('desk_message').set({ state: 'received', reply: null, holder: 'killed' }).execute();
    await resumed();
    expect(office.edge.callsOf('chat.postMessage').map(({ params }) => [params['channel'], String(params['text']).includes('2091')])).toEqual([[CLERK, true]]);
  });
});

describe('an answer for its asker alone', () => {
  it('is written to them directly where its address is past its time', async () => {
    office.edge.failNext('response/1', status(404));
    await office.command(QUESTION);
    await office.settled();
    expect(office.edge.callsOf('chat.postMessage').map(({ params }) => params['channel'])).toEqual([CLERK]);
    expect(office.posted()[0]).toContain('2091');
  });
});
