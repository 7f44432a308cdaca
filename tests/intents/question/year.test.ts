import { describe, expect, it } from 'vitest';
import { fold } from '../../../index/mod.js';
import { yearsIn } from '../../../intents/question/year.js';

/** Years as numbers, relative ones as −n. */
const years = (text: string): number[] => yearsIn(fold(text).text.toLowerCase()).map((mention) => (mention.kind === 'year' ? mention.year : mention.back === 0 ? 0 : -mention.back));

describe('yearsIn', () => {
  it.each<[string, readonly number[]]>([
    ['2020年收到多少申请', [2020]],
    ['2020收到多少申请', [2020]],
    ['2020年度的报告', [2020]],
    ['勐来2020 复议总计', [2020]],
    ['20年办了多少', [2020]],
    ['20年度办了多少', [2020]],
    ['二〇二〇年办了多少', [2020]],
    ['二零二一年办了多少', [2021]],
    ['二〇一九年度', [2019]],
    ['２０２０年收到多少', [2020]],
    ['2020 年收到多少', [2020]],
    ['2019年和2020年相差多少', [2019, 2020]],
    ['19到21年申请量', [2019, 2020, 2021]],
    ['10至20件的有几次', []],
    ['23、24两年新收几件', [2023, 2024]],
    ['21和22年一共几次', [2021, 2022]],
    ['21年、22、23年各几次', [2021, 2022, 2023]],
    ['12、15件的有几次', []],
    ['19年比20年少多少', [2019, 2020]],
    ['去年办了多少', [-1]],
    ['上年度办了多少,即2021年', [2021, 2021]],
    ['去年(也就是2021年)办了多少', [2021]],
    ['前年就是2020年办了多少', [2020]],
    ['2021年办了多少,就是去年', [2021, -1]],
    ['去年和2021年各办了多少', [-1, 2021]],
    ['前年办了多少', [-2]],
    ['今年办了多少', [0]],
    ['本年度新收多少', [0]],
    ['how many in 2020?', [2020]],
    ['how many last year?', [-1]],
    ['how many this year?', [0]],
    ['what about the year before last', [-2]],
  ])('%s', (text, expected) => {
    expect(years(text)).toEqual(expected);
  });

  it.each([
    '上年结转多少件',
    '上一年项目数量是多少',
    '上年度结转的申请',
    '上一年度项目数量',
    '近三年呢',
    '12345热线受理多少件',
    '2020件是怎么来的',
    '办了2020件吗',
    '一共2091件',
    '12020个',
    '2020.5万元',
    '20年来办了多少',
    '10年内',
    '公开栏有几个',
    '一二三四五',
    'carried over from last year',
  ])('no year in %s', (text) => {
    expect(years(text)).toEqual([]);
  });

  it('counts offsets in the text it was given', () => {
    const text = '2019年和去年比';
    expect(yearsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['2019年', '去年']);
  });

  it('takes 大前年 for three years back', () => {
    expect(years('大前年办了多少')).toEqual([-3]);
  });


  it.each<[string, readonly number[]]>([
    ['2021年以来的处罚', [2021, 2022, 2023]],
    ['自2021年至今', [2021, 2022, 2023]],
    ['penalties since 2022', [2022, 2023]],
    ['2024年以来', [2024]],
    ['since 1990', Array.from({ length: 31 }, (_, i) => 1993 + i)],
  ])('%s: up to the newest year held', (text, expected) => {
    expect(yearsIn(text, 2023).map((mention) => (mention.kind === 'year' ? mention.year : null))).toEqual(expected);
  });
});
