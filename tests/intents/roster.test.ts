import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officialCalendar, statutoryDeadlines, type DeadlineRule } from '../../index/mod.js';
import type { Answer } from '../../intents/mod.js';
import type { NewChange } from '../../src/roster/changes.js';
import { deskOver, sampleTexts, type Desk } from './assistant-over.js';
import { rosterOver } from './roster-over.js';

const texts = sampleTexts();

const CONFIG = {
  within: '云岭县',
  organisations: [
    { name: '政务公开办公室', aliases: ['公开办'], exempt: { why: '不单独编报' } },
    { name: '青石镇', aliases: ['石镇政府'], owner: { name: '张三' } },
    { name: '柳河乡' },
    { name: '市场监督管理局' },
    { name: '教育局', aliases: ['教体局'], owner: { name: '王芳' } },
    { name: '石板镇' },
    { name: '城东街道' },
  ],
};
const NOTICE: DeadlineRule = { ...statutoryDeadlines()[0]!, kind: 'config', id: 'towns', levels: ['township'], month: 1, day: 15, who: { zh: '各乡镇', en: 'townships' }, basis: { title: '关于编制年度报告的通知', article: 'wenbao.config.yaml: deadlines.local[0]', quote: '各乡镇应于1月15日前报送。' } };
const said = (organisation: string, change: NewChange['change'], more: Partial<NewChange> = {}): NewChange => ({ organisation: `云岭县${organisation}`, year: 2021, change, at: new Date('2026-11-20T02:00:00Z'), by: '李明', how: 'chat', why: null, link: null, cause: null, ...more });
const SAID = [said('柳河乡', 'published', { link: 'https://example.cn/1' }), said('市场监督管理局', 'returned', { at: new Date('2030-01-01T02:00:00Z'), why: '表三不平' })];

let desk: Desk;
let bare: Desk;
beforeAll(async () => {
  desk = await deskOver(texts, { deadlines: { local: [NOTICE], calendar: officialCalendar() }, roster: (held) => rosterOver(held, CONFIG, SAID, [NOTICE]) });
  bare = await deskOver({ 'qingshi-2021.txt': texts['qingshi-2021.txt']! });
});
afterAll(() => Promise.all([desk.close(), bare.close()]));

const bound = (id: string): { readonly bound: readonly string[] } => ({ bound: [`云岭县${id}`] });

describe('questions about who has handed in', () => {
  it.each<[string, number | string | null, readonly string[]]>([
    ['2021年还有谁没交', null, ['名册7家，已交2家（其中已发布1家），还差4家（其中逾期4家），不用报1家', '云岭县市场监督管理局（退回待改：表三不平）', '云岭县教育局（王芳）', '石板镇、城东街道', '当地通知期限2022年1月15日（星期六），最后一个工作日2022年1月14日（星期五）', '法定期限2022年1月31日（星期一），最后一个工作日2022年1月30日（星期日）']],
    ['2021年全县都交齐了吗', null, ['名册7家，已交2家']],
    ["Who's missing for 2021?", null, ['4 lacking']],
    ['2021年还有几家没交', 4, ['还差4家']],
    ['2021年几家交了', 2, ['已交：青石镇（张三）', '已发布：柳河乡（https://example.cn/1）']],
    ['21年谁发布了？', '柳河乡', ['https://example.cn/1']],
    ['2021年哪些乡镇没交', '石板镇', ['名册3家']],
    ['2021年哪些街道没交', '城东街道', ['名册1家']],
    ['2021年谁逾期了', null, ['逾期4家']],
    ['2021年度的年报有没有退回的', '云岭县市场监督管理局', ['已逾期', '退回待改：表三不平']],
    ['2020年有没有退回的', null, ['没有退回待改的']],
    ['2021年谁还没发布', null, ['已交：青石镇（张三）']],
    ['请问2021年还有哪些部门没有报送年报', null, ['名册3家', '云岭县教育局（王芳）']],
    ['2021年年报缺谁的', null, ['还差4家']],
    ['没交2021年年报的有哪些', null, ['还差4家']],
    ['谁没交', null, ['2025年度报告', '没有指明年份，按最近该交的2025年度']],
    ['今年还有哪几家没报', 6, ['2025年度报告']],
    ['前年谁没交', null, ['2024年度报告']],
    ['Who has not handed in the 2021 report?', null, ['2021 reports: 7 organisations on the roster, 2 handed in', 'due by law on 31 January 2022 (Monday), last working day 30 January 2022 (Sunday)']],
    ['How many have handed in for 2021?', 2, ['published: 柳河乡']],
    ['Which townships are overdue for 2021?', '石板镇', ['overdue']],
    ['Who published in 2021?', '柳河乡', ['https://example.cn/1']],
  ])('%s', async (question, value, told) => {
    const answer = await desk.ask(question);
    expect(answer).toMatchObject({ status: 'answered', intent: 'missing', value });
    expect(answer.citations[0]).toMatchObject({ kind: 'config' });
    for (const words of told) expect(answer.text).toContain(words);
  });

  it('cite the roster, the law and the notice', async () => {
    const { citations } = await desk.ask('2021年还有谁没交');
    expect(citations.map((citation) => [citation.kind, 'article' in citation ? citation.article : null])).toEqual([['config', 'wenbao.config.yaml: roster.organisations'], ['law', '第四十九条第一款'], ['config', 'wenbao.config.yaml: deadlines.local[0]']]);
  });

  it('go on with another year', async () => {
    await desk.ask('2021年还有谁没交', 'a');
    expect(await desk.ask('那2022年呢', 'a')).toMatchObject({ intent: 'missing', status: 'answered' });
  });

  it.each([
    ['青石镇2021年的年报交了没', '青石镇2021年度报告：已交；'],
    ['石镇政府2021年交了吗', '青石镇2021年度报告：已交'],
    ['教体局2021年的年报报送了没有', '云岭县教育局2021年度报告：已逾期（法定期限2022年1月31日'],
    ['柳河乡2021年的年报发布了没', '柳河乡2021年度报告：已发布；2026年11月20日（星期五）由李明登记为已发布，链接：https://example.cn/1'],
    ['Has Qingshi Town handed in its 2021 report?', '青石镇, 2021 report: handed in'],
  ])('%s: how one organisation stands', async (question, told) => {
    const answer = await desk.ask(question);
    expect(answer).toMatchObject({ status: 'answered', intent: 'missing' });
    expect(answer.text).toContain(told);
  });

  it.each(['村为民服务站办理了多少件', '哪些单位公开了规范性文件', '谁提交了申请', '2021年几家企业报了名', '青石镇新收申请多少件', '哪些单位没有收到申请', '发布政府信息多少条', '谁负责信息公开', '消费类信息归谁发布', '政府信息由谁公开', 'Who submitted the requests?', '退回的申请有多少件'])('%s is another question', async (question) => {
    expect((await desk.ask(question)).intent).not.toBe('missing');
  });

  it('we are whose conversation it is; where that is nobody’s, the question goes back', async () => {
    const ours = await desk.ask('我们乡2021年的交了没', undefined, bound('柳河乡'));
    expect(ours.text).toContain('柳河乡2021年度报告：已发布');
    expect(ours.text).toContain('没有点名，按这个群或频道的单位“柳河乡”回答');
    const unknown = await desk.ask('我们乡交了没');
    expect(unknown).toMatchObject({ status: 'clarify', reason: 'ambiguous_scope' });
    expect(unknown.options).toContain('柳河乡2025年的年报交了没');
    expect(await desk.ask(unknown.options[2]!)).toMatchObject({ status: 'answered', intent: 'missing' });
  });

  it('without a roster they say so, and tell what is held', async () => {
    for (const question of ['2021年还有谁没交', '青石镇2021年的年报交了没', '2021年几家交了']) {
      const answer = await bare.ask(question);
      expect(answer).toMatchObject({ status: 'not_found', reason: 'no_roster', value: null });
      expect(answer.text).toContain('没有配置名册');
      expect(answer.text).toContain('2021年度报告1份：青石镇2021');
    }
    expect((await bare.ask('2020年谁没交')).text).toContain('一份也没有收录');
  });

  it('say when somebody is on no roster', async () => {
    expect(await desk.ask('石林镇交了没')).toMatchObject({ status: 'not_found', reason: 'no_roster' });
  });
});

describe('of which years reports are held', () => {
  it.each([
    ['青石镇缺哪几年', ['青石镇收录了3年的报告：2020、2021、2022', '2019到2025年没有收录的：2019、2023、2024、2025']],
    ['青石镇的年报还差哪些年份？', ['没有收录的：2019、2023']],
    ['请问青石镇哪几年没交', ['没有收录的：2019、2023']],
    ['青石镇有哪几年的年报', ['青石镇收录了3年的报告']],
    ['柳河乡缺哪几年的报告', ['柳河乡收录了3年的报告：2019、2020、2021']],
    ['教育局缺哪几年', ['云岭县教育局的报告一份也没有收录', '没有收录的：2019、2020、2021']],
    ['政务公开办公室缺哪几年', ['一份也没有收录', '不用报的2019、2020']],
    ['勐来乡缺哪几年', ['勐来乡收录了1年的报告：2020', '2019到2023年没有收录的：2019、2021、2022、2023', '名册里没有它']],
    ['Which years of Qingshi Town are missing?', ['Not held from 2019 to 2025: 2019、2023']],
  ])('%s', async (question, told) => {
    const answer = await desk.ask(question);
    expect(answer).toMatchObject({ status: 'answered', intent: 'years-held', value: null });
    for (const words of told) expect(answer.text).toContain(words);
  });

  it('on no roster it still says what the years are counted over', async () => {
    expect((await bare.ask('青石镇有哪几年的年报')).citations).toMatchObject([{ kind: 'config', article: 'wenbao reports', quote: '青石镇2021' }]);
  });

  it('we are whose conversation it is, else the question goes back with choices that can be asked', async () => {
    expect((await desk.ask('我们缺哪几年', undefined, bound('柳河乡'))).text).toContain('柳河乡收录了3年');
    const unknown = await desk.ask('我们缺哪几年');
    expect(unknown).toMatchObject({ status: 'clarify', reason: 'ambiguous_scope' });
    expect(await desk.ask(unknown.options[1]!)).toMatchObject({ status: 'answered', intent: 'years-held' });
  });

  it.each(['石林镇缺哪几年'])('%s: nobody we know', async (question) => expect(await desk.ask(question)).toMatchObject({ status: 'not_found' }));
  it.each(['哪几年新收申请最多', '2020年缺什么', '哪年办理得最多', '青石镇哪年收到的申请最多', '还差多少件'])('%s is another question', async (question) => expect((await desk.ask(question)).intent).not.toBe('years-held'));
});

describe('whose conversation it is', () => {
  const asked = (question: string, id: string, session?: string): Promise<Answer> => desk.ask(question, session, bound(id));

  it('is meant where nobody is named, and the answer says so', async () => {
    const answer = await asked('2021年新收申请多少件', '青石镇');
    expect(answer).toMatchObject({ status: 'answered', value: 12 });
    expect(answer.text).toContain('按这个群或频道的单位“青石镇”回答');
  });

  it('gives way to whom the question names, and to the turn before', async () => {
    const named = await asked('柳河乡2021年新收申请多少件', '青石镇', 'b');
    expect(named).toMatchObject({ value: 4 });
    expect(named.text).not.toContain('没有点名');
    const followed = await asked('上年结转呢', '青石镇', 'b');
    expect(followed.rows[0]?.org ?? followed.text).toContain('柳河乡');
  });

  it('does not narrow what is asked over all', async () => {
    expect(await asked('哪个乡镇行政许可最多', '柳河乡')).toMatchObject({ intent: 'rank', value: '青石镇' });
  });

  it('is said to be not held where it is not, never answered for another', async () => {
    const answer = await asked('2021年新收申请多少件', '教育局');
    expect(answer).toMatchObject({ status: 'not_found', reason: 'no_document', value: null });
    expect(answer.text).toContain('云岭县教育局');
  });

  it('means no one where it is the office that collects the others’ reports', async () => {
    expect((await asked('2021年新收申请多少件', '政务公开办公室')).status).toBe('clarify');
  });

  it('tells which date is meant', async () => {
    expect(await asked('年报几号前要交', '柳河乡')).toMatchObject({ intent: 'deadline', value: '2027-01-15' });
    expect(await asked('年报几号前要交', '教育局')).toMatchObject({ intent: 'deadline', value: '2027-01-31' });
    expect(await desk.ask('石板镇的年报几号前要交')).toMatchObject({ intent: 'deadline', value: '2027-01-15' });
  });
});

describe('words for a group', () => {
  it('stand for the roster: who is missing is said, who is on no roster is left out', async () => {
    const { text, value } = await desk.ask('2021年各乡镇行政许可合计');
    expect(value).toBe(195);
    expect(text).toContain('按名册，这一范围应有3家，收录了2家2021年的报告，缺：石板镇');
    const rank = await desk.ask('哪个乡镇便民服务办件最多');
    expect(rank.text).toContain('不在名册上、没有算进来的：勐来乡');
    expect(rank.rows.map(({ org }) => org)).not.toContain('勐来乡');
  });

  it('of which no report is held is no reason to ask back', async () => {
    for (const question of ['所有街道2021年一共新收多少件申请', '哪个街道行政处罚最多']) {
      const answer = await desk.ask(question);
      expect(answer).toMatchObject({ status: 'not_found', reason: 'no_document' });
      expect(answer.text).toContain('名册里有1家');
    }
  });

  it('stand for what is held where there is no roster', async () => {
    expect((await bare.ask('青石镇2021年新收申请多少件')).text).not.toContain('名册');
  });

  it('an alias of the roster names an organisation in any question', async () => {
    expect(await desk.ask('石镇政府2021年新收申请多少件')).toMatchObject({ status: 'answered', value: 12 });
    const unheld = await desk.ask('教体局2021年新收申请多少件');
    expect(unheld).toMatchObject({ status: 'not_found', reason: 'no_document' });
    expect(unheld.text).toContain('没有收录“教体局”的报告');
  });
});
