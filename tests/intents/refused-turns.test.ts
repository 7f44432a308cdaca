import { describe, expect, it } from 'vitest';
import { sampleTexts, talksAt } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const desk = openDesk(sampleTexts());

const talk = talksAt(() => desk);

describe('what was understood of a question that was refused is gone on from', () => {
  it.each<[string[], number | null, string, number | null]>([
    [['青石镇2025年行政许可多少', '2022年呢'], 158, '青石镇', 2022],
    [['青石镇2025年行政许可多少', '2022年呢', '处罚呢'], 11, '青石镇', 2022],
    [['柳河乡2022年处罚多少', '那2021年呢', '上年呢'], 2, '柳河乡', 2020],
    [['柳河乡2021年有多少外星人', '申请呢'], 4, '柳河乡', 2021],
    [['青石镇2021年接了多少个电话', '申请呢'], 12, '青石镇', 2021],
    [['红旗镇2021年处罚多少', '青石镇呢'], 7, '青石镇', 2021],
    // Not the organisation that was answered before it.
    [['青石镇2022年许可多少', '柳河乡2022年许可多少', '2021年呢'], 52, '柳河乡', 2021],
    [['市监局2023年12315工单多少', '满意率呢', '青石镇2021年呢'], 96.3, '青石镇', 2021],
    [['How many widgets did Qingshi have in 2021?', 'and licences?'], 143, '青石镇', 2021],
    [['Licences in Liuhe in 2023', 'and in 2020?'], 45, '柳河乡', 2020],
  ])('%j', async (questions, value, org, year) => {
    const answers = await talk(...questions);
    const last = answers.at(-1)!;
    expect([last.status, last.value, last.rows[0]?.org, last.rows[0]?.year], last.text).toEqual(['answered', value, org, year]);
    expect(answers.some(({ status }) => status === 'not_found' || status === 'out_of_scope')).toBe(true);
  });

  it('what the report does not hold is not another figure of the year that is asked next', async () => {
    const [, next] = await talk('市监局2022年信访多少件', '2023年呢');
    expect([next!.status, next!.value]).toEqual(['not_found', null]);
  });

  it('a series after a question that was refused', async () => {
    const last = (await talk('柳河乡2022年处罚多少', '那2021年呢', '三年趋势呢')).at(-1)!;
    expect([last.intent, last.rows.map(({ value }) => value)], last.text).toEqual(['trend', [0, 2, 3]]);
  });
});

describe('a few words with little in them', () => {
  it.each(['柳河乡呢', 'what about Liuhe?'])('%s as a first message is asked back', async (text) => {
    const [answer, chosen] = await talk(text, '2');
    expect([answer!.status, answer!.reason, answer!.value, answer!.options.length], answer!.text).toEqual(['clarify', 'ambiguous_metric', null, 3]);
    expect([chosen!.value, chosen!.rows[0]?.org]).toEqual([52, '柳河乡']);
  });

  it.each<[string[], number, number | null]>([
    // 去年 among what is held is the year that was just told.
    [['青石镇2021年许可多少', '去年呢'], 126, 2020],
    [['青石镇2022年许可多少', '去年呢'], 143, 2021],
    [['青石镇2022年许可多少', '上年呢'], 143, 2021],
  ])('%j', async (questions, value, year) => {
    const last = (await talk(...questions)).at(-1)!;
    expect([last.status, last.value, last.rows[0]?.year], last.text).toEqual(['answered', value, year]);
  });

  it('a share that stands right behind the figure', async () => {
    const last = (await talk('柳河乡2021年接待了多少办事群众', '网上办的呢', '占比呢')).at(-1)!;
    expect([last.status, last.value, last.unit], last.text).toEqual(['answered', 23.5, '%']);
  });

  it.each<[string, string, string, number]>([
    ['青石镇2021年许可多少', '比2020年呢', 'its-course', 17],
    ['青石镇2022年处罚多少', '比2020年呢', 'change', 7],
  ])('%s, %s: a change', async (first, second, intent, value) => {
    const last = (await talk(first, second)).at(-1)!;
    expect([last.status, last.intent, last.value], last.text).toEqual(['answered', intent, value]);
  });

  it.each(['加起来呢', '平均呢', '占比呢', '合计呢'])('%s is answered by no sentence', async (text) => {
    const last = (await talk('青石镇2021年许可多少', text)).at(-1)!;
    expect([last.status, last.value], last.text).toEqual(['not_found', null]);
  });

  it.each(['Which page is that on?', 'Are you sure?', '在哪一页', '原文呢', '确定吗', '出处在哪'])('%s asks what the answer stands on', async (text) => {
    const [first, source] = await talk('青石镇2021年许可多少', text);
    expect([source!.status, source!.intent, source!.citations], source!.text).toEqual(['answered', 'provenance', first!.citations]);
  });

  it('how did it change over the last three years', async () => {
    const last = (await talk('Licences in Liuhe in 2021', 'How did it change over the last three years?')).at(-1)!;
    expect([last.intent, last.rows.map(({ value }) => value)], last.text).toEqual(['trend', [37, 45, 52]]);
  });
});

describe('between two questions', () => {
  it.each<[string[], number]>([
    [['青石镇2022年许可多少', '好的，谢谢', '处罚呢'], 11],
    [['青石镇2022年许可多少', '收到', '谢谢，那2021年呢'], 143],
    [['Licences in Liuhe in 2021', 'ok thanks', 'and penalties?'], 3],
    [['青石镇2022年许可多少', '处罚呢', '再查一下'], 11],
    [['青石镇2022年许可多少', '不是，我问的是2021年', '错了，是处罚', '重新查一下'], 7],
    [['Licences in Liuhe in 2021', 'no, I meant Qingshi', 'check again please'], 143],
  ])('%j', async (questions, value) => {
    const last = (await talk(...questions)).at(-1)!;
    expect([last.status, last.value], last.text).toEqual(['answered', value]);
  });

  it('thanks are no question', async () => {
    const [, thanks] = await talk('青石镇2022年许可多少', '好的，谢谢');
    expect([thanks!.status, thanks!.reason, thanks!.value]).toEqual(['out_of_scope', 'not_a_question', null]);
  });

  it.each(['再查一下', '2', '都要', '第三个', 'check again'])('%s leans on nothing in a new conversation', async (text) => {
    const [answer] = await talk(text);
    expect([answer!.status, answer!.reason]).toEqual(['not_found', 'nothing_before']);
  });

  it('two speakers in one group do not mix', async () => {
    const ask = async (who: string, question: string) => (await desk.ask(question, `group ${who}`)).value;
    expect([await ask('a', '青石镇2022年许可多少'), await ask('b', '市监局2023年处罚多少'), await ask('a', '处罚呢'), await ask('b', '许可呢'), await ask('a', '再查一下'), await ask('b', '2022年呢')]).toEqual([158, 271, 11, 7918, 11, 7305]);
  });
});

describe('after an answer that lists several', () => {
  it('a place in the list chooses a year', async () => {
    const [listed, second] = await talk('青石镇收到多少申请', '第二个');
    expect([listed!.status, listed!.value]).toEqual(['answered', null]);
    expect([second!.value, second!.rows[0]?.year]).toEqual([12, 2021]);
  });

  it('a number that chooses nothing is not looked for in the report', async () => {
    const [, second] = await talk('青石镇2021年收到多少申请', '2');
    expect([second!.status, second!.reason]).toEqual(['not_found', 'nothing_before']);
  });
});

describe('a choice among questions that were offered', () => {
  it.each<[string[], (string | null)[]]>([
    [['收到多少申请', '市监局的'], ['云岭县市场监督管理局']],
    [['收到多少申请', '我问的是青石'], ['青石镇']],
    [['收到多少申请', '②'], ['青石镇']],
    [['收到多少申请', 'Liuhe'], ['柳河乡']],
  ])('%j', async (questions, orgs) => {
    const last = (await talk(...questions)).at(-1)!;
    expect(last.status, last.text).toBe('answered');
    expect([...new Set(last.rows.map(({ org }) => org))]).toEqual(orgs);
  });

  it('all of them, one after the other', async () => {
    const last = (await talk('收到多少申请', '都要')).at(-1)!;
    expect([last.status, last.intent, new Set(last.rows.map(({ org }) => org)).size], last.text).toEqual(['answered', 'several', 4]);
  });
});
