import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../../index/mod.js';
import type { Block } from '../../../../intents/mod.js';
import type { Message } from '../../../../src/render/message.js';
import { refusals, textsIn } from '../../render/slack-payload.js';
import { refuse, tooFast, type ApiCall } from './edge.js';
import { direct, mention, press, said } from './events.js';
import { openOffice, type Office } from './office.js';
import { BOT } from './workspace.js';

const CLERK = 'U000000001';
const GUEST = 'U000000002';
const CHANNEL = 'C000000001';
const CONFIG = { access: { contact: '县公开办 12345', everyone: ['ask'], groups: { 公开办: [CLERK] }, rules: [{ channel: 'slack', group: '公开办', roles: ['ask', 'ingest'] }] } };
const QUESTION = '勐来乡2020年村为民服务站办理了多少件？';
const NEW_REPORT = readFileSync(join(projectRoot, 'samples/qingshi-2022.txt'), 'utf8').replaceAll('青石镇', '白水镇');

let office: Office;
const ts = (n: number): string => `${Math.floor(office.now.getTime() / 1000)}.${String(n).padStart(6, '0')}`;
const asking = (text: string, event: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => mention(`<@UWENBAO01> ${text}`, { ts: ts(1), ...event });
const audit = () => office.database.selectFrom('desk_audit').select(['intent', 'status', 'reason', 'question', 'citations']).execute();
const blocksOf = (call: ApiCall): { type: string; elements: { action_id: string; value: string; text: { text: string } }[] }[] => call.params['blocks'] as never;
const lastPost = (): ApiCall => office.edge.callsOf('chat.postMessage').at(-1)!;
const button = (action_id: string, value: string, over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({ ...press(value), actions: [{ type: 'button', action_id, block_id: 'b', value, action_ts: ts(7) }], ...over });

/** A file that is shared: what Slack says of it, and what is served under its address. */
function share(text: string, over: { readonly name?: string; readonly mimetype?: string; readonly type?: string; readonly served?: string; readonly status?: number; readonly size?: number; readonly url?: string } = {}): void {
  const bytes = new TextEncoder().encode(over.served ?? text);
  const url = over.url ?? office.edge.api.replace('/api/', '/files-pri/T1-F01/report.txt');
  office.edge.files.set('/files-pri/T1-F01/report.txt', { type: over.type ?? 'text/plain', bytes, ...(over.status !== undefined && { status: over.status }) });
  office.edge.failNext('files.info', (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, file: { id: 'F01', name: over.name ?? '白水镇2022.txt', mimetype: over.mimetype ?? 'text/plain', size: over.size ?? new TextEncoder().encode(text).length, url_private_download: url } })));
}
const FILE = [{ id: 'F01', name: '白水镇2022.txt' }];
const reports = async (): Promise<string[]> => (await office.held.library.reports()).map(({ org }) => org.name);

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

  describe('App Home', () => {
    const opened = (user = CLERK, channel = 'D000000001') => ({ ...mention(''), event: { type: 'app_home_opened', user, channel, tab: 'home', event_ts: ts(1) } });
    const home = () => office.edge.callsOf('views.publish').at(-1)!.params['view'] as { readonly private_metadata: string; readonly blocks: unknown[] };
    const fromHome = (action_id: string, value: string, at = 7) => {
      const { channel: _channel, message: _message, ...body } = button(action_id, value);
      return { ...body, view: { id: 'V1', private_metadata: home().private_metadata, type: 'home' }, container: { type: 'view', view_id: 'V1' }, actions: [{ type: 'button', action_id, block_id: 'b', value, action_ts: ts(at) }] };
    };

    it('shows what is held, who is missing, deadlines with working days, findings and what is asked most', async () => {
      for (const [i, user] of [CLERK, GUEST].entries()) await office.send(asking(QUESTION, { user, ts: ts(i + 1) }));
      await office.settled();
      await office.send(opened());
      await office.settled();
      const text = textsIn(home().blocks).join('\n');
      expect(text).toMatch(/2023 年 1 份[\s\S]*2021 年 3 份[\s\S]*没有配置名册[\s\S]*还有 \d+ 个工作日/);
      expect(text).toContain(`${QUESTION}（2 次）`);
      expect(refusals({ blocks: home().blocks, text: 'x' })).toEqual([]);
    });

    it('never shows what was asked in private, or by one person only', async () => {
      const [alone, secret, commanded] = ['青石镇2021年新收申请多少件？', '柳河乡2021年新收申请多少件？', '勐来乡2020年村为民服务站办理了多少件'];
      for (const i of [1, 2, 3]) await office.send(asking(alone!, { ts: ts(i) }));
      for (const [i, user] of [CLERK, GUEST].entries()) await office.send(direct(secret!, { user, channel: `D00000000${i + 1}`, ts: ts(i + 10) }));
      for (const user of [CLERK, GUEST]) await office.command(commanded!, user);
      await office.settled();
      await office.send(opened());
      await office.settled();
      const text = textsIn(home().blocks).join('\n');
      for (const question of [alone, secret, commanded]) expect(text).not.toContain(question);
    });

    it('names who on the roster has not handed in', async () => {
      await office.close();
      const year = new Date().getFullYear() - 1;
      const text = NEW_REPORT.replaceAll('2022', String(year)).replaceAll('2023', String(year + 1));
      office = await openOffice({ config: { ...CONFIG, roster: { organisations: [{ name: '白水镇' }, { name: '柳河乡' }, { name: '勐来乡' }] } }, files: { 'b.txt': text } });
      await office.send(opened());
      await office.settled();
      const shown = textsIn(home().blocks);
      expect(shown[shown.indexOf(`${year} 年还没有交的`) + 1]).toBe('柳河乡、勐来乡');
    });

    it('is closed to people of a workspace that is not listed', async () => {
      await office.close();
      office = await openOffice({ config: CONFIG, slack: { workspaces: ['T000000001'] } });
      await office.send({ ...opened(), team_id: 'T000000666' });
      await office.settled();
      expect(textsIn(home().blocks).join()).toContain('县公开办 12345');
      expect(textsIn(home().blocks).join()).not.toContain('2023');
      await office.send(opened());
      await office.settled();
      expect(textsIn(home().blocks).join()).toContain('2023');
    });

    it('uploads the workbook of findings', async () => {
      const { channel } = (await office.workspace.admin('conversations.open', { users: BOT.userId })) as { readonly channel: { readonly id: string } };
      await office.send(opened(CLERK, channel.id));
      await office.settled();
      await office.interact(fromHome('workbook:findings', 'findings 2021'));
      await office.interact(fromHome('workbook:findings', 'findings 1999', 8));
      await office.settled();
      expect(office.edge.callsOf('files.getUploadURLExternal').map(({ params }) => params['filename'])).toEqual(['2021年核对结果.xlsx']);
      expect(office.edge.uploaded.map((bytes) => bytes.includes('PK\u0003\u0004'))).toEqual([true]);
      expect(office.posted().toSorted()).toEqual([expect.stringContaining('1999 年没有可以导出的报告'), expect.stringContaining('2021年核对结果.xlsx 已上传')]);
    });

    it('has buttons that ask, that upload a workbook and say so, and that choose a language for good', async () => {
      const { channel } = (await office.workspace.admin('conversations.open', { users: BOT.userId })) as { readonly channel: { readonly id: string } };
      await office.send(opened(CLERK, channel.id));
      await office.settled();
      await office.interact(fromHome('ask:q0', QUESTION));
      await office.settled();
      expect(lastPost().params).toMatchObject({ channel: channel.id, text: expect.stringContaining('2091') });
      await office.interact(fromHome('workbook:totals', 'totals 2021', 8));
      await office.settled();
      expect(office.edge.callsOf('files.getUploadURLExternal').at(-1)!.params).toMatchObject({ filename: '2021年汇总表.xlsx' });
      expect(office.edge.callsOf('files.completeUploadExternal').at(-1)!.params).toMatchObject({ channel_id: channel.id });
      expect(office.posted().at(-1)).toContain('已上传');
      await office.interact(fromHome('language:en', 'en', 9));
      await office.settled();
      expect(office.posted().at(-1)).toContain('in English');
      await office.send(direct(QUESTION, { ts: ts(3) }));
      await office.settled();
      expect(office.posted().at(-1)).toContain('of which');
      expect((await audit()).map(({ intent }) => intent)).toEqual(expect.arrayContaining(['export', 'setting']));
    });

    it('is closed to who may not ask, and says whom to ask', async () => {
      await office.close();
      office = await openOffice({ config: { access: { ...CONFIG.access, everyone: [] } } });
      await office.send(opened(GUEST));
      await office.settled();
      expect(textsIn(home().blocks).join()).toContain('县公开办 12345');
      expect(textsIn(home().blocks).join()).not.toContain('2023');
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

  it('answers a form that is sent off twice once, and says of the second that it was answered', async () => {
    await office.command('');
    await office.settled();
    const view = office.edge.callsOf('views.open').at(-1)!.params['view'] as { readonly callback_id: string; readonly private_metadata: string };
    const sent = { type: 'view_submission', user: { id: CLERK }, team: { id: 'T000000001' }, view: { id: 'V9', ...view, state: { values: { question: { question: { value: QUESTION } } } } } };
    await Promise.all([office.interact(sent), office.interact(sent)]);
    await office.settled();
    const shown = office.edge.callsOf('response/1').map(({ params }) => String(params['text']));
    expect(shown.filter((text) => text.includes('2091'))).toHaveLength(1);
    expect(shown.filter((text) => text.includes('已经答过'))).toHaveLength(1);
    expect(await audit()).toHaveLength(1);
  });

  it('opens a form with what is held to pick from, asks with what was picked, says what is lacking, and sends a workbook to its asker alone', async () => {
    await office.command('');
    await office.settled();
    const view = office.edge.callsOf('views.open').at(-1)!.params['view'] as { readonly blocks: { readonly block_id: string; readonly element: { readonly options?: { readonly value: string }[] } }[] };
    const offered = (id: string) => view.blocks.find(({ block_id }) => block_id === id)!.element.options!.map(({ value }) => value);
    expect(offered('organisation').toSorted()).toEqual([...new Set(await reports())].toSorted());
    expect(offered('year')).toContain('2020');
    const sent = (id: string, picked: Readonly<Record<string, string>>, typed: string | null) => office.interact({ type: 'view_submission', user: { id: CLERK }, team: { id: 'T000000001' }, view: { ...view, id, state: { values: { ...Object.fromEntries(Object.entries(picked).map(([name, value]) => [name, { [name]: { type: 'static_select', selected_option: { value } } }])), question: { question: { value: typed } } } } } });
    expect(await (await sent('V1', {}, null)).json()).toEqual({ response_action: 'errors', errors: { question: expect.stringContaining('请写问题') } });
    expect(await (await sent('V1', { want: 'totals' }, null)).json()).toEqual({ response_action: 'errors', errors: { year: expect.stringContaining('年份') } });
    await sent('V1', { want: 'ask', organisation: '勐来乡', year: '2020' }, '村为民服务站办理了多少件？');
    await office.settled();
    expect(String(office.edge.callsOf('response/1').at(-1)!.params['text'])).toContain('2091');
    await Promise.all([sent('V2', { want: 'totals', year: '2021' }, null), sent('V2', { want: 'totals', year: '2021' }, null)]);
    await office.settled();
    expect(office.edge.callsOf('conversations.open').map(({ params }) => params['users'])).toEqual([CLERK]);
    expect(office.edge.callsOf('files.completeUploadExternal').map(({ params }) => String(params['channel_id']).startsWith('D'))).toEqual([true]);
    expect(office.posted()).toEqual([]);
    expect(office.edge.callsOf('response/1').map(({ params }) => String(params['text'])).filter((text) => /已上传|私信/.test(text))).toHaveLength(2);
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
