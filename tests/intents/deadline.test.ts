import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { officialCalendar, statutoryDeadlines, type DeadlineRule } from '../../index/mod.js';
import { ConversationsInMemory, createAssistant, type Answer } from '../../intents/mod.js';
import { openDesk } from './open-desk.js';

const SAMPLES = resolve(fileURLToPath(import.meta.url), '../../../samples');
const NOTICE: DeadlineRule = {
  ...statutoryDeadlines()[0]!,
  kind: 'config',
  id: 'townships',
  levels: ['township'],
  month: 1,
  day: 15,
  who: { zh: '各乡镇', en: 'townships' },
  basis: { title: '关于编制年度报告的通知', article: 'wenbao.config.yaml: deadlines.local[0]', quote: '各乡镇应于1月15日前报送。' },
};

const desk = openDesk({ 'menglai-2020.txt': readFileSync(join(SAMPLES, 'menglai-2020.txt')) });

const ask = (q: string, at = '2025-12-01T09:00:00+08:00', local: readonly DeadlineRule[] = [], calendar = officialCalendar()): Promise<Answer> =>
  createAssistant({ library: desk.held.library, conversations: new ConversationsInMemory(), deadlines: { local, calendar }, onFault: (_id, error) => { throw error; } }).ask(q, { at: new Date(at) });

/** Day of the law, last working day not after it, what kind of day 31 January is; by the yearly arrangements of the State Council (handbook 3.4). */
const BY_YEAR: readonly (readonly [year: number, effective: string, kind: string])[] = [
  [2021, '1月29日（星期五）', '2021年1月31日（星期日）不上班，是周末。'],
  [2022, '1月30日（星期日）', '2022年1月31日（星期一）不上班，是春节假期。'],
  [2023, '1月31日（星期二）', '2023年1月31日（星期二）要上班，是工作日。'],
  [2024, '1月31日（星期三）', '2024年1月31日（星期三）要上班，是工作日。'],
  [2025, '1月27日（星期一）', '2025年1月31日（星期五）不上班，是春节假期。'],
  [2026, '1月30日（星期五）', '2026年1月31日（星期六）不上班，是周末。'],
  [2027, '1月29日（星期五）', '2027年1月31日（星期日）不上班，是周末。'],
  [2028, '1月24日（星期一）', '2028年1月31日（星期一）不上班，是春节假期。'],
];
/** As they might be announced: 31 January 2027 made a working day, the break of 2028 a day later than estimated. */
const ANNOUNCED = officialCalendar({ 2027: { off: { '2027-02-05': '春节' }, work: { '2027-01-31': '春节' } }, 2028: { off: Object.fromEntries(['26', '27', '28', '29', '30', '31'].map((day) => [`2028-01-${day}`, '春节'])), work: {} } });

describe('deadlines of 2021 to 2028', () => {
  it.each(BY_YEAR)('%i: both dates, the days left, what kind of day it is', async (year, effective, kind) => {
    const at = `${year}-01-04T09:00:00+08:00`;
    const provisional = year > 2026;
    const dates = await ask('部门的年报几号前要交', at);
    expect(dates).toMatchObject({ status: 'answered', value: `${year}-01-31`, citations: [{ kind: 'law', article: '第四十九条第一款' }] });
    expect(dates.text).toContain(`${year}年1月31日`);
    expect(dates.text).toContain(`${year}年${effective}`);
    expect(dates.text.includes('尚未公布')).toBe(provisional);
    const left = await ask('部门年报还剩几天', at);
    const days = Number(/月(\d+)日/.exec(effective)![1]) - 4;
    expect(left.text).toContain(days === 27 ? '还剩27天' : `到最后一个工作日还剩${days}天`);
    const day = await ask('今年1月31号放假吗', at);
    expect(day).toMatchObject({ status: 'answered', intent: 'deadline', citations: [{ kind: 'calendar', article: String(year) }] });
    expect(day.text).toContain(kind);
    expect(day.text.includes('尚未公布')).toBe(provisional);
  });

  it.each([
    [2027, '2027年1月31日（星期日）前', '是春节的调休上班日'],
    [2028, '最后一个工作日是2028年1月25日（星期二）', '不上班，是春节假期'],
  ])('%i is exact once its arrangement is announced', async (year, told, kind) => {
    const on = (q: string): Promise<Answer> => ask(q, `${year}-01-04T09:00:00+08:00`, [], ANNOUNCED);
    const dates = await on('部门的年报几号前要交');
    expect(dates.text).toContain(told);
    expect(dates.text).not.toContain('尚未公布');
    expect((await on('今年1月31号放假吗')).text).toContain(kind);
  });
});

describe('deadlines', () => {
  it('are all shown with the law when nobody is named', async () => {
    const answer = await ask('年报几号前要交');
    expect(answer).toMatchObject({ status: 'answered', intent: 'deadline', value: null });
    expect(answer.citations.map((citation) => [citation.kind, 'article' in citation ? citation.article : null])).toEqual([['law', '第四十九条第一款'], ['law', '第四十九条第二款']]);
    for (const told of ['2026年1月31日（星期六）', '2026年1月30日（星期五）', '2026年3月31日（星期二）', '条例没有写日期']) expect(answer.text).toContain(told);
  });

  it.each([
    ['县级部门的年报什么时候交', '2025-12-01T09:00:00+08:00', '2026-01-31'],
    ['2020年县局的年报几号前交', '2025-12-01T09:00:00+08:00', '2021-01-31'],
    ['去年各部门的年报截止到几号', '2026-02-01T09:00:00+08:00', '2026-01-31'],
    ['县政府的年度报告什么时候公布', '2026-02-10T09:00:00+08:00', '2026-03-31'],
    ['When is the report of a bureau due?', '2026-04-01T09:00:00+08:00', '2027-01-31'],
    ['2015年的年报几号前要交', '2025-12-01T09:00:00+08:00', '2016-03-31'],
  ])('%s asked on %s', async (q, at, value) => {
    expect(await ask(q, at)).toMatchObject({ status: 'answered', intent: 'deadline', value });
  });

  it('name the local notice for a township, and say so when there is none', async () => {
    const told = await ask('勐来乡的年报最晚几号交', undefined, [NOTICE]);
    expect(told).toMatchObject({ value: '2026-01-15' });
    expect(told.citations).toEqual([{ kind: 'config', ...NOTICE.basis }]);
    const untold = await ask('勐来乡的年报最晚几号交');
    expect(untold.value).toBeNull();
    expect(untold.text).toContain('还没有配置当地通知');
  });

  it('count the days left to both dates', async () => {
    const { text } = await ask('还剩几天', '2026-01-28T23:30:00+08:00');
    expect(text).toContain('到最后一个工作日还剩2天（工作日2天），到期限还剩3天');
  });

  it.each([
    ['今年1月31号是放假吗', '2026-01-10T09:00:00+08:00', '2026年1月31日（星期六）不上班，是周末。'],
    ['1月31号上班吗', '2024-12-10T09:00:00+08:00', '2025年1月31日（星期五）不上班，是春节假期。'],
    ['2022年1月30日上班不', '2026-01-10T09:00:00+08:00', '是春节的调休上班日'],
    ['Is 31 January a holiday?', '2026-11-01T09:00:00+08:00', 'not published yet'],
  ])('%s', async (q, at, told) => {
    const answer = await ask(q, at);
    expect(answer).toMatchObject({ status: 'answered', intent: 'deadline' });
    expect(answer.text).toContain(told);
  });

  it.each(['村为民服务站办理了多少件', '什么时候开展的培训', '报告里提到什么时候提交申请', '2月30号放假吗', '这份报告哪天出的', '年报什么时候发的'])('%s is not about deadlines', async (q) => {
    expect((await ask(q)).intent).not.toBe('deadline');
  });
});
