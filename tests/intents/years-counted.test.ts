import { describe, expect, it } from 'vitest';
import { talksAt } from './assistant-over.js';
import { filledReport } from './filled-tables.js';
import { openDesk } from './open-desk.js';

// Three years of one invented office, two of another; a third says in a sentence what it has of all that.
const A = [2020, 2021, 2022].map((year, i) => filledReport('汀河县水务局', year, 11 + 400 * i));
const B = [2021, 2022].map((year, i) => filledReport('汀河县林业局', year, 2011 + 400 * i));
const C = `汀河县蒲塘镇人民政府2022年政府信息公开工作年度报告
一、总体情况
镇文化站借阅图书8100册，其中成人读物6200册、儿童读物1900册。村级书屋借阅3065册。巡回书车借阅1389册，较2021年增长20.6%。
`;
const D = `汀河县蒲塘镇人民政府2021年政府信息公开工作年度报告
一、总体情况
镇文化站全年借阅图书7642册（成人读物5120册，儿童读物2522册），村级书屋借阅2740册。
`;

const desk = openDesk({ ...Object.fromEntries([...A, ...B].map(({ text }, n) => [`cells-${n}.txt`, text])), 'town-2022.txt': C, 'town-2021.txt': D });
const talk = talksAt(() => desk);
const cells = (of: typeof A, metric: string): number[] => of.map(({ value }) => value.get(metric)!);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('the years of one office', () => {
  const fines = cells(A, 'active.penalty.decisions');

  it.each<[string, number]>([
    ['水务局三年处罚共多少件', sum(fines)],
    ['水务局近两年处罚平均每年几件', sum(fines.slice(1)) / 2],
    ['水务局2020到2022年处罚年均多少', sum(fines) / 3],
    ['How many penalties did 汀河县水务局 impose per year on average from 2020 to 2022?', sum(fines) / 3],
    ['What was the total of penalties of 汀河县水务局 over 2020, 2021 and 2022?', sum(fines)],
  ])('%s: %d', async (question, value) => {
    const [answer] = await talk(question);
    expect(answer!.status, answer!.text).toBe('answered');
    expect(answer!.value).toBeCloseTo(value, 2);
  });

  it('each by itself', async () => {
    const [answer] = await talk('水务局三年处罚分别多少件');
    expect([answer!.status, answer!.rows.map(({ value }) => value)], answer!.text).toEqual(['answered', fines]);
  });

  it.each(['蒲塘镇三年借阅图书一共多少册', '林业局2020到2022年处罚平均每年几件', 'How did penalties of 汀河县林业局 change from 2020 to 2022?'])('%s is not told without all of them', async (question) => {
    const [answer] = await talk(question);
    expect(answer!.status === 'answered' && answer!.value !== null, answer!.text).toBe(false);
  });
});

describe('so many offices', () => {
  it.each<[string, string | number]>([
    ['2022年三个单位强制谁最多', ''],
    ['2021年两个局处罚一共多少件', ''],
  ])('%s is not told where one of them does not give it, or others are held', async (question) => {
    const [answer] = await talk(question);
    expect(answer!.status, answer!.text).not.toBe('answered');
  });
});

describe('which of two, in English', () => {
  it.each([
    ['Which department imposed more penalties in 2022, 汀河县水务局 or 汀河县林业局?', '林业局'],
    ['Which department imposed fewer penalties in 2022, 汀河县水务局 or 汀河县林业局?', '水务局'],
    ['In 2022, did 汀河县水务局 or 汀河县林业局 issue more licences?', '林业局'],
  ])('%s', async (question, name) => {
    const [answer] = await talk(question);
    expect([answer!.status, String(answer!.value)], answer!.text).toEqual(['answered', expect.stringContaining(name)]);
  });
});

describe('what the words choose before what the dictionary calls it', () => {
  it('one of two that lend books', async () => {
    const [answer] = await talk('蒲塘镇村级书屋借阅2022年比2021年多几册');
    expect([answer!.status, answer!.value], answer!.text).toEqual(['answered', 325]);
  });

  it('what one kind grew by is not what all grew by', async () => {
    const [answer] = await talk('蒲塘镇2022年借阅图书较2021年增长百分之几');
    expect(answer!.value, answer!.text).not.toBe(20.6);
  });
});
