import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

/** A report with table two of the 2021 form, or with a heading and no table under it. */
const report = (org: string, licences: number | null, said: string): string =>
  [
    `${org}2022年政府信息公开工作年度报告`,
    '一、总体情况',
    said,
    '二、主动公开政府信息情况',
    ...(licences === null ? [] : [['第二十条第（五）项', '信息内容\t本年处理决定数量', `行政许可\t${licences}`, '第二十条第（六）项', '信息内容\t本年处理决定数量', '行政处罚\t3', '行政强制\t0'].join('\n')]),
    '三、收到和处理政府信息公开申请情况',
    ['一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1', '二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0'].join('\n'),
  ].join('\n\n');

const PROSE = '全年开展宣讲14场，超出年初目标2场，其中进社区9场。';

describe('one that gives the figure among several', () => {
  const desk = openDesk({ 'a.txt': report('凌川县白杨镇人民政府', 31, PROSE), 'b.txt': report('凌川县青榆镇人民政府', null, '各项工作有序开展。'), 'c.txt': report('凌川县石桥乡人民政府', null, '各项工作有序开展。') });

  it.each(['2022年哪个乡镇行政许可最多', '2022年各乡镇行政许可一共多少件', '2022年各单位行政许可平均多少件', 'Which township made the most licensing decisions in 2022?'])('%s: nobody knows, and what was not read is told', async (q) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.value]).toEqual(['not_found', null]);
    expect(answer.text).toContain('31');
    for (const name of ['青榆镇2022', '石桥乡2022']) expect(answer.text).toContain(name);
    expect(answer.text).toMatch(/没有读到|could not be read/);
  });

  it('all of them are told apart where several give it', async () => {
    const answer = await desk.ask('2022年哪个乡镇新收申请最多');
    expect([answer.status, answer.intent, answer.value, answer.rows.length]).toEqual(['answered', 'rank', null, 3]);
    expect(answer.text).not.toContain('没有读到');
  });

  it.each([
    ['白杨镇宣讲比年初目标多几场', 2],
    ['白杨镇宣讲超出年初目标几场', 2],
    ['白杨镇开展宣讲多少场', 14],
  ])('%s: %d', async (q, value) => {
    expect(await desk.ask(q)).toMatchObject({ status: 'answered', value });
  });

  it.each(['白杨镇宣讲比年初目标少几场'])('%s: not told', async (q) => {
    expect((await desk.ask(q)).status).not.toBe('answered');
  });
});
