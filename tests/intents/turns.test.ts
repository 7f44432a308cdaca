import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/mod.js';
import { reportCitations } from '../../intents/mod.js';
import { AT, deskOver, keepsTheRules, sampleTexts, talksAt } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const SAMPLES = join(projectRoot, 'samples');
const MINUTE = 60_000;

const desk = openDesk(sampleTexts());

const talk = talksAt(() => desk);

describe('a follow-up keeps what it does not replace', () => {
  it.each([
    [['勐来乡村为民服务站办了多少件', '那咨询呢'], 124],
    [['勐来乡村为民服务站办了多少件', '合计呢'], 4079],
    [['勐来乡村为民服务站办了多少件', '比例是多少'], 51.26],
    [['市监局2023年新收申请多少', '前一年呢'], 48],
    [['市监局2023年新收申请多少', '前一年呢', '处罚呢'], 246],
    [['市监局2022年新收申请多少', '后一年呢'], 43],
    [['青石镇2021年新收申请多少件', '柳河乡呢'], 4],
    [['How many requests did Qingshi Town receive in 2021?', 'And the year before?'], 8],
    [['How many requests did Qingshi Town receive in 2021?', 'how about 2020?'], 8],
  ])('%j', async (questions, value) => {
    const last = (await talk(...questions)).at(-1)!;
    expect([last.status, last.value]).toEqual(['answered', value]);
  });

  it('a year that the other organisation lacks is said, and its years are listed', async () => {
    const [, second, third] = await talk('青石镇2022年新收申请多少件', '柳河乡呢', '2021年的呢');
    expect(second).toMatchObject({ status: 'answered', value: null });
    expect(second!.text).toContain('没有收录柳河乡2022年的报告');
    expect(third).toMatchObject({ status: 'answered', value: 4 });
  });
});

describe('a question of another kind after one about an organisation', () => {
  it.each([
    [['青石镇2021年新收申请多少件', '今年的截止日期'], 'deadline'],
    [['青石镇2021年新收申请多少件', '今年截止日期是哪天'], 'deadline'],
    [['青石镇2021年新收申请多少件', '哪些单位有2021年的报告'], 'reports-held'],
  ])('%j', async (questions, intent) => {
    expect((await talk(...questions)).at(-1)).toMatchObject({ status: 'answered', intent });
  });

  it.each<[string, string[]]>([
    ['青石镇2020年、2021年组长是谁', ['周以宁', '镇长']],
    ['柳河乡2020年和2021年的领导小组组长是谁', ['乡长', '罗启明']],
    ['Who led the leading group of Qingshi Town in 2020 and 2021?', ['周以宁', '镇长']],
  ])('%s: each year by itself', async (question, names) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', null]);
    for (const name of names) expect(answer.text).toContain(name);
    expect(new Set(reportCitations(answer).map(({ year }) => year))).toEqual(new Set([2020, 2021]));
  });
});

describe('where the last answer comes from', () => {
  it.each(['出处在哪', '依据呢', '为什么是这个数', '哪里来的', 'Where does it say that?'])('%s: its quotes again, with the place in the text', async (follow) => {
    const [first, second] = await talk('青石镇2022年行政处罚决定多少件', follow);
    expect(second).toMatchObject({ status: 'answered', intent: 'provenance', value: null, citations: first!.citations, rows: first!.rows });
    expect(second!.text).toContain(String(reportCitations(first!)[0]!.spans[0]!.start));
    expect(second!.text).toContain('云岭县青石镇-2022');
  });

  it('tells how a derived answer was computed, and leaves the conversation where it was', async () => {
    const [, , source, after] = await talk('勐来乡村为民服务站办了多少件', '比例是多少', '怎么算出来的', '那咨询呢');
    expect(source!.text).toContain('2091 ÷ 4079');
    expect(after!.status).toBe('answered');
  });

  it('is no longer told when the report has been replaced since', async () => {
    const own = await deskOver({ 'qingshi-2022.txt': readFileSync(join(SAMPLES, 'qingshi-2022.txt')) });
    await own.ask('行政处罚决定多少件', 'a');
    await own.add({ 'qingshi-2022.txt': readFileSync(join(SAMPLES, 'qingshi-2022.txt'), 'utf8').replace('2022年，', '二〇二二年，') });
    expect(await own.ask('出处在哪', 'a')).toMatchObject({ status: 'not_found', citations: [] });
    await own.close();
  });
});

describe('nothing before', () => {
  it.each(['合计呢', '比例是多少', '那咨询呢', '出处在哪', '一共多少', 'What about that?'])('%s says that there is no question before it', async (q) => {
    expect(await desk.ask(q, `alone ${q}`)).toMatchObject({ status: 'not_found', reason: 'nothing_before', value: null });
  });

  it.each(['青石镇2022年处罚呢', '青石镇2022年行政许可呢'])('%s names all it needs', async (q) => {
    expect((await desk.ask(q, `alone ${q}`)).status).toBe('answered');
  });

  it('an answer of an hour ago is forgotten, and nobody leans on what another person asked', async () => {
    await desk.assistant.ask('青石镇2022年新收申请多少件', { at: AT, session: 'old' });
    expect(await desk.assistant.ask('合计呢', { at: new Date(AT.getTime() + 61 * MINUTE), session: 'old' })).toMatchObject({ reason: 'nothing_before' });
    await desk.ask('青石镇2022年新收申请多少件', 'one');
    await desk.ask('市监局2023年行政处罚多少件', 'other');
    const [one, other] = [await desk.ask('前一年呢', 'one'), await desk.ask('前一年呢', 'other')];
    expect([one.value, other.value]).toEqual([12, 246]);
    await keepsTheRules(desk.held, other);
  });
});
