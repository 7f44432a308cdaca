import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleTexts } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const desk = openDesk(sampleTexts());

const WHOSE = ['柳河乡', '青石镇', '勐来乡', '市场监管局'];
const YEARS = ['2019年', '2020年', '2021年', '2022年', '2023年'];
const FIGURES = ['行政许可', '行政处罚', '新收申请', '予以公开的申请', '自然人新收申请', '行政复议总数', '主动公开信息', '上年结转'];
/** Questions that name all they need: whose figure, which, and of which years. */
const complete = fc.oneof(
  fc.tuple(fc.constantFrom(...WHOSE), fc.constantFrom(...YEARS), fc.constantFrom(...FIGURES)).map(([whose, year, figure]) => `${whose}${year}${figure}多少`),
  fc.tuple(fc.constantFrom(...WHOSE), fc.constantFrom(...FIGURES), fc.constantFrom('近三年{}趋势', '历年{}', '近两年{}')).map(([whose, figure, frame]) => whose + frame.replace('{}', figure)),
  fc.tuple(fc.constantFrom(...YEARS), fc.constantFrom(...FIGURES), fc.constantFrom('哪个单位{}最多', '各乡镇{}合计', '各单位{}分别多少', '各单位{}排名')).map(([year, figure, frame]) => year + frame.replace('{}', figure)),
  fc.tuple(fc.constantFrom(...YEARS), fc.constantFrom('行政许可', '新收申请')).map(([year, figure]) => `柳河乡和青石镇${year}${figure}哪个多`),
  fc.tuple(fc.constantFrom('Liuhe', 'Qingshi', 'Menglai'), fc.constantFrom(2020, 2021, 2022), fc.constantFrom('licences', 'penalties', 'requests')).map(([whose, year, figure]) => `How many ${figure} in ${whose} in ${year}?`),
  fc.tuple(fc.constantFrom('licences', 'requests received'), fc.constantFrom('Liuhe', 'Qingshi')).map(([figure, whose]) => `Trend of ${figure} in ${whose}`),
);

describe('a question that names all it needs', () => {
  it('is answered in a long conversation as it is in a new one', { timeout: 240_000 }, async () => {
    let talks = 0;
    const alone = new Map<string, string>();
    const told = (answer: { status: string; reason: string | null; intent: string; value: unknown; text: string; options: readonly string[] }): string => JSON.stringify([answer.status, answer.reason, answer.intent, answer.value, answer.text, answer.options]);
    const between = fc.constantFrom('呢', '2020年呢', '柳河乡呢', '最少的呢', '那处罚呢', '出处在哪', '一共多少', 'and 2021?', '哪个乡镇最多');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof({ weight: 3, arbitrary: complete }, { weight: 1, arbitrary: between.map((follow) => `~${follow}`) }), { minLength: 2, maxLength: 7 }), async (questions) => {
        talks += 1;
        for (const question of questions) {
          if (question.startsWith('~')) {
            await desk.ask(question.slice(1), `long-${talks}`);
            continue;
          }
          if (!alone.has(question)) alone.set(question, told(await desk.ask(question)));
          expect(told(await desk.ask(question, `long-${talks}`)), question).toBe(alone.get(question));
        }
      }),
      { numRuns: 40 },
    );
    expect(desk.faults).toEqual([]);
  });
});

describe('what is offered when the bot asks back', () => {
  it.each(['行政许可多少件', '2021年行政许可多少件', '组长是谁', '行政处罚多少', 'How many licences?', 'How many penalties in 2021?', '存在哪些问题', '青石镇和柳河乡组长是谁', '申请情况', '主动公开了多少条', '2020年处罚呢', '受理多少件', '柳河乡2021年其他处理里头的其他有几件', '近三年全县合计', '哪个乡镇最多', '2021年各乡镇排名'])('%s', async (question) => {
    const answer = await desk.ask(question);
    if (answer.status !== 'clarify') return expect(answer.status).not.toBe('fault');
    expect(new Set(answer.options).size).toBe(answer.options.length);
    for (const option of answer.options) {
      expect(option).not.toMatch(/(\d{4})年?[^、和]{0,3}\1|(柳河乡|青石镇|勐来乡).*\2/u);
      const alone = await desk.ask(option);
      expect([alone.status, alone.text], option).toEqual([expect.stringMatching(/^(answered|not_found)$/u), expect.anything()]);
      if (alone.status === 'not_found') expect(['blank_cell', 'not_applicable']).toContain(alone.reason);
    }
  });

  it('says what is asked for, also where only the question before said it', async () => {
    for (const question of ['2021年全县处罚一共多少', '云岭县的']) await desk.ask(question, 'county');
    const { status, options } = await desk.ask('那2021年呢', 'county');
    expect([status, options.filter((option) => !option.includes('处罚'))]).toEqual(['clarify', []]);
    expect(options.length).toBeGreaterThan(1);
  });
});
