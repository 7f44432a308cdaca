import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusals, textsIn } from '../../render/slack-payload.js';
import { CLERK, CONFIG, GUEST, NEW_REPORT, QUESTION, gestures } from './clerk.js';
import { direct, mention } from './events.js';
import { openOffice, type Office } from './office.js';
import { BOT } from './workspace.js';

let office: Office;
const { ts, asking, audit, lastPost, button, reports } = gestures(() => office);

describe('App Home and the form, of the whole product', () => {
  beforeEach(async () => {
    office = await openOffice({ config: CONFIG });
  });
  afterEach(async () => {
    await office.settled();
    expect(office.edge.broken).toEqual([]);
    expect(JSON.stringify(office.lines)).not.toMatch(/xoxb|多少件/);
    await office.close();
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
});
