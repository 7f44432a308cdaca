import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '../../../../intents/mod.js';
import type { Message } from '../../../../src/render/message.js';
import { textsIn } from '../../render/slack-payload.js';
import { CHANNEL, CLERK, CONFIG, FILE, GUEST, NEW_REPORT, QUESTION, gestures } from './clerk.js';
import { refuse, tooFast } from './edge.js';
import { direct, said } from './events.js';
import { openOffice, type Office } from './office.js';

let office: Office;
const { ts, asking, audit, blocksOf, lastPost, button, share, reports } = gestures(() => office);

describe('the whole product in Slack', () => {
  beforeEach(async () => {
    office = await openOffice({ config: CONFIG });
  });
  afterEach(async () => {
    await office.settled();
    expect(office.edge.broken).toEqual([]);
    expect(JSON.stringify(office.lines)).not.toMatch(/xoxb|多少件/);
    await office.close();
  });

  it('answers a mention once in its thread, however often and in whatever order Slack delivers it, and notes it once', async () => {
    const first = asking(QUESTION);
    const second = asking('青石镇2021年新收申请多少件？', { ts: ts(2) });
    const delivered = [second, first, first, second, first].map((event, i) => office.send(event, { 'x-slack-retry-num': String(i), 'x-slack-retry-reason': 'http_timeout' }));
    expect((await Promise.all(delivered)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await office.settled();
    expect(office.posted()).toHaveLength(2);
    const answer = office.edge.callsOf('chat.postMessage').find(({ params }) => params['thread_ts'] === ts(1))!;
    expect(textsIn(answer.params['blocks']).join('')).toContain('村为民服务站办理2091件');
    expect(JSON.stringify(answer.params['blocks'])).toContain('{"type":"text","text":"2091件","style":{"bold":true}}');
    expect((await audit()).map(({ question }) => question).toSorted()).toEqual([QUESTION, '青石镇2021年新收申请多少件？'].toSorted());
  });

  it('keeps ids for a day and more: what comes again hours later is not answered again', async () => {
    const event = asking(QUESTION);
    await office.send(event);
    await office.settled();
    office.now = new Date(office.now.getTime() + 23 * 3600_000);
    await office.desk.resume();
    await office.send(event);
    await office.settled();
    expect(office.posted()).toHaveLength(1);
  });

  it('says of 40,000 characters that they are too many, once', async () => {
    const event = asking('多'.repeat(40_000));
    await Promise.all([office.send(event), office.send(event)]);
    await office.settled();
    expect(office.posted()).toEqual([expect.stringContaining('1000')]);
  });

  it('tells who asked too long ago that they did', async () => {
    await office.send(direct(QUESTION, { ts: `${Math.floor(office.now.getTime() / 1000) - 3600}.000001` }));
    await office.settled();
    expect(office.posted()).toEqual([expect.stringContaining('重新提问')]);
  });

  it('says an error with its id when something breaks', async () => {
    await office.database.schema.dropTable('desk_memory').execute();
    await office.send(asking(QUESTION));
    await office.settled();
    expect(office.posted()).toEqual([expect.stringMatching(/[0-9a-f]{8}-[0-9a-f]{4}/)]);
    expect(office.lines.find(({ event }) => event === 'desk failed')).toBeDefined();
  });

  it('posts what a 429 held up when Slack says so, once', async () => {
    office.edge.failNext('chat.postMessage', tooFast(5));
    await office.send(asking(QUESTION));
    await office.settled();
    await office.desk.resume();
    expect(office.edge.callsOf('chat.postMessage')).toHaveLength(1);
    office.now = new Date(office.now.getTime() + 5000);
    await office.desk.resume();
    await office.desk.resume();
    await office.settled();
    expect(office.edge.callsOf('chat.postMessage')).toHaveLength(2);
  });

  it.each(['token_expired', 'account_inactive'])('is down and says so while Slack answers %s, and loses no question that comes later', async (error) => {
    office.edge.failNext('chat.postMessage', refuse(error));
    await office.send(asking(QUESTION));
    await office.settled();
    expect(office.channel.health()).toMatchObject({ state: 'down', detail: { en: expect.stringContaining(error) } });
    await office.send(asking(QUESTION, { ts: ts(2) }));
    await office.settled();
    expect(office.channel.health().state).toBe('up');
  });

  it('shows more than three values as a table, and once more plainly when the workspace refuses it', async () => {
    office.edge.failNext('chat.postMessage', refuse('invalid_blocks'));
    const line = (year: number): Block => ({ type: 'text', inlines: ['· ', { type: 'counted', text: `${year}年：`, basis: 'held' }, { type: 'derived', text: `${year - 2000}件`, from: [0] }] });
    const list: Message = { lang: 'zh', status: 'answered', blocks: [2019, 2020, 2021, 2022].map(line), citations: [], text: '四年', answerId: null };
    const to = { channel: 'slack', conversation: CHANNEL, thread: null } as const;
    expect((await office.channel.post(to, list)).state).toBe('sent');
    const [refused, plain] = office.edge.callsOf('chat.postMessage');
    expect(blocksOf(refused!).map(({ type }) => type)).toContain('table');
    expect(blocksOf(plain!).map(({ type }) => type)).not.toContain('table');
    expect(office.edge.callsOf('chat.postMessage')).toHaveLength(2);
    await office.channel.post(to, list);
    expect(blocksOf(lastPost()).map(({ type }) => type)).not.toContain('table');
  });

  it('says in the answer itself that its chart could not be uploaded', async () => {
    office.edge.failNext('files.getUploadURLExternal', refuse('internal_error'));
    await office.send(asking('青石镇新收申请历年变化'));
    await office.settled();
    const [posted] = office.edge.callsOf('chat.postMessage');
    const updated = office.edge.callsOf('chat.update');
    expect(updated).toHaveLength(1);
    expect(updated[0]!.params).toMatchObject({ channel: CHANNEL, text: posted!.params['text'] });
    expect(textsIn(updated[0]!.params['blocks']).filter((text) => !textsIn(posted!.params['blocks']).includes(text))).toEqual([expect.stringContaining('图没有传上来')]);
    expect(office.lines.map(({ event }) => event)).toContain('slack.noChart');
  });

  it('answers a command for a trend with a table, and says how to have the chart', async () => {
    await office.command('青石镇新收申请历年变化');
    await office.settled();
    const [shown] = office.edge.callsOf('response/1');
    expect(blocksOf(shown!).map(({ type }) => type)).toContain('table');
    expect(textsIn(shown!.params['blocks']).join('\n')).toContain('要图请在频道里');
    expect(office.edge.callsOf('files.completeUploadExternal')).toEqual([]);
  });

  it('draws a trend into the thread of its answer', async () => {
    await office.send(asking('青石镇新收申请历年变化'));
    await office.settled();
    expect(office.edge.callsOf('files.completeUploadExternal')).toHaveLength(1);
    expect(office.edge.callsOf('files.completeUploadExternal')[0]!.params).toMatchObject({ channel_id: CHANNEL, thread_ts: ts(1) });
    expect(office.edge.callsOf('files.getUploadURLExternal')[0]!.params).toMatchObject({ filename: 'chart.png', alt_text: expect.stringContaining('2021') });
  });

  describe('files', () => {
    it('are offered to who may hand them in, taken in at a button and answered with what was read and found, once', async () => {
      await office.send(said('', { subtype: 'file_share', files: FILE, ts: ts(1) }));
      await office.settled();
      const [take, check] = blocksOf(lastPost()).at(-1)!.elements;
      expect([take!.text.text, check!.text.text]).toEqual(['收录', '只核对']);
      expect(await reports()).not.toContain('白水镇');
      share(NEW_REPORT);
      const pressed = button(take!.action_id, take!.value);
      await Promise.all([office.interact(pressed), office.interact(pressed)]);
      await office.settled();
      expect(office.posted()).toHaveLength(2);
      expect(office.posted()[1]).toMatch(/已收录：白水镇 2022 年[\s\S]*章节[\s\S]*表格[\s\S]*核对/);
      expect(await reports()).toContain('白水镇');
      expect(office.edge.fetched).toEqual([{ path: '/files-pri/T1-F01/report.txt', authorization: 'Bearer xoxb-1234567890-wenbao-test' }]);
      expect((await audit()).find(({ intent }) => intent === 'ingest')).toMatchObject({ status: 'answered', question: '白水镇2022.txt', citations: expect.stringContaining('2022') });
    });

    it('that are only to be checked are not kept', async () => {
      share(NEW_REPORT);
      await office.interact(button('file:check:0', 'F01 白水镇2022.txt'));
      await office.settled();
      expect(office.posted()).toEqual([expect.stringMatching(/白水镇 2022（白水镇2022.txt，没有收录）[\s\S]*核对/)]);
      expect(await reports()).not.toContain('白水镇');
    });

    it.each<[string, Parameters<typeof share>[1], RegExp]>([
      ['is a login page', { type: 'text/html; charset=utf-8', served: '<html>Sign in</html>' }, /登录页/],
      ['leads to the login', { status: 302 }, /登录页/],
      ['is a page of another length than was shared', { name: 'r.html', mimetype: 'text/html', type: 'text/html', served: '<html>Sign in</html>' }, /登录页/],
      ['is longer than Slack says', { size: 10 }, /大小不一样/],
      ['is kept elsewhere', { url: 'https://evil.example/r.txt' }, /外部链接/],
      ['is not given', { status: 403 }, /403/],
      ['is no report', { name: 'r.docx', mimetype: 'application/zip' }, /没有收录 r\.docx/],
    ])('one that %s is refused with the reason, and nothing is kept', async (_, over, why) => {
      const before = await reports();
      share(NEW_REPORT, over);
      await office.interact(button('file:take:0', 'F01 x'));
      await office.settled();
      expect(office.posted()).toEqual([expect.stringMatching(why)]);
      expect(await reports()).toEqual(before);
      expect(office.edge.fetched.every(({ path }) => path.startsWith('/files-pri/'))).toBe(true);
    });

    it('that are gone are said to be gone', async () => {
      office.edge.failNext('files.info', refuse('file_not_found'));
      await office.interact(button('file:take:0', 'F01 x'));
      await office.settled();
      expect(office.posted()).toEqual([expect.stringContaining('不在了')]);
    });

    it('of somebody who may not hand in: told whom to ask where they address the bot, nothing where they do not', async () => {
      await office.send(said('看看这个', { subtype: 'file_share', files: FILE, user: GUEST, ts: ts(1) }));
      await office.send(direct('', { subtype: 'file_share', files: FILE, user: GUEST, ts: ts(2) }));
      await office.interact({ ...button('file:take:0', 'F01 x'), user: { id: GUEST } });
      await office.settled();
      expect(office.posted()).toEqual([expect.stringContaining('县公开办 12345'), expect.stringContaining('县公开办 12345')]);
      expect(await reports()).not.toContain('白水镇');
      expect((await audit()).filter(({ status }) => status === 'refused')).toHaveLength(2);
    });

    it('are checked for one person by the shortcut, and a message without one says so', async () => {
      share(NEW_REPORT);
      const shortcut = { type: 'message_action', callback_id: 'check-report', trigger_id: 't-s1', user: { id: GUEST }, team: { id: 'T000000001' }, channel: { id: CHANNEL, name: 'c' }, message: { type: 'message', ts: ts(1), files: FILE }, response_url: `${office.edge.api}response/1`, action_ts: ts(3), token: 't', message_ts: ts(1) };
      await office.interact(shortcut);
      await office.interact(shortcut);
      await office.settled();
      await office.interact({ ...shortcut, trigger_id: 't-s2', message: { type: 'message', ts: ts(1) } });
      await office.settled();
      const shown = office.edge.callsOf('response/1').map(({ params }) => params);
      expect(shown).toEqual([expect.objectContaining({ response_type: 'ephemeral', text: expect.stringContaining('没有收录') }), expect.objectContaining({ text: expect.stringContaining('没有可以核对的报告文件') })]);
      expect(office.posted()).toEqual([]);
    });
  });

  it('keeps a chosen language until the answer is to follow the question again', async () => {
    for (const [i, text] of ['以后用英文回答', QUESTION, 'answer in the language of the question', QUESTION].entries()) {
      await office.send(direct(text, { ts: ts(i + 1) }));
      await office.settled();
    }
    const [chosen, english, followed, chinese] = office.posted();
    expect([chosen, followed]).toEqual([expect.stringContaining('English'), expect.stringContaining('language of the question')]);
    expect(english).not.toEqual(chinese);
    expect(chinese).toContain('办理');
  });

  it('asks anew what a button of an old message bears, and says of a button that is gone that it does nothing', async () => {
    const lastYear = { message: { ts: '1700000000.000200', thread_ts: '1700000000.000100' } };
    await office.interact(button('ask:0', QUESTION, lastYear));
    await office.settled();
    expect(lastPost().params).toMatchObject({ thread_ts: '1700000000.000100', text: expect.stringContaining('2091') });
    await office.interact(button('approve:42', 'x', lastYear));
    await office.settled();
    expect(office.edge.callsOf('chat.postEphemeral').at(-1)!.params).toMatchObject({ user: CLERK, text: expect.stringContaining('不起作用') });
  });

  it.each([
    ['👍 Helpful', 'Noted, thank you.'],
    ['👍 有用', '已记下，谢谢。'],
  ])('thanks in the language of the button %s', async (text, thanks) => {
    await office.interact(button('feedback:helpful', 'answer-1', { actions: [{ type: 'button', action_id: 'feedback:helpful', block_id: 'b', value: 'answer-1', action_ts: ts(1), text: { type: 'plain_text', text } }] }));
    await office.settled();
    expect(office.edge.callsOf('chat.postEphemeral').map(({ params }) => params['text'])).toEqual([thanks]);
  });

  it('speaks of a file in the language of the button that was pressed', async () => {
    share(NEW_REPORT);
    await office.interact(button('file:check:0', 'F01 白水镇2022.txt', { actions: [{ type: 'button', action_id: 'file:check:0', block_id: 'b', value: 'F01 白水镇2022.txt', action_ts: ts(1), text: { type: 'plain_text', text: 'Check only' } }] }));
    await office.settled();
    expect(office.posted()).toEqual([expect.stringContaining('not kept')]);
  });

  it('counts the last press of feedback, whatever comes first', async () => {
    const verdict = (which: string, at: number) => button(`feedback:${which}`, 'answer-1', { actions: [{ type: 'button', action_id: `feedback:${which}`, block_id: 'b', value: 'answer-1', action_ts: ts(at) }] });
    await office.interact(verdict('helpful', 200_000));
    await office.settled();
    await office.interact(verdict('unhelpful', 100_000));
    await office.settled();
    expect(await office.database.selectFrom('desk_feedback').select('helpful').execute()).toEqual([{ helpful: 1 }]);
  });

  it('answers no one from another workspace than those listed, and says whom to ask', async () => {
    await office.close();
    office = await openOffice({ config: CONFIG, slack: { workspaces: ['T000000001'] } });
    await office.send(asking(QUESTION, { user_team: 'T000000666' }));
    await office.send(asking(QUESTION, { ts: ts(2) }));
    await office.interact({ ...button('ask:0', QUESTION), team: { id: 'T000000666' } });
    await office.settled();
    const posted = office.posted();
    expect(posted.filter((text) => text.includes('县公开办 12345'))).toHaveLength(2);
    expect(posted.filter((text) => text.includes('2091'))).toHaveLength(1);
    expect((await audit()).filter(({ intent }) => intent === 'turned away')).toHaveLength(2);
  });
});
