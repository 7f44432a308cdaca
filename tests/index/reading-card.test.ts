import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/data.js';
import { derive } from '../../index/derive.js';
import { linesOf } from '../../index/outcome.js';
import { standardSteps } from '../../index/steps.js';
import { sourceOf } from './parse/invariants.js';

const samples = readdirSync(join(projectRoot, 'samples')).filter((name) => name.endsWith('.txt'));

describe('the report card', () => {
  it.each(samples)('%s: all sections, all tables, every figure counted', (name) => {
    const { card, figures, diagnostics } = derive(sourceOf(readFileSync(join(projectRoot, 'samples', name), 'utf8')), standardSteps);
    expect(card.sections.missing).toEqual([]);
    expect(card.tables).toHaveLength(3);
    expect(Object.values(card.figures).reduce((sum, count) => sum + count, 0)).toBe(figures.length);
    expect(diagnostics.map(({ code }) => code)).not.toContain('cells-unread');
  });

  it('a numeric cell that became nothing is told of, with its place', () => {
    const text = '青石镇2021年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n| 序号 | 甲 | 乙 |\n| --- | --- | --- |\n| 一 | 31 | 42 |\n';
    const { card, diagnostics, figures } = derive(sourceOf(text), { ...standardSteps, align: () => ({ figures: [], forms: [], diagnostics: [] }) });
    expect(figures).toEqual([]);
    expect(card.tables.map(({ unread }) => unread)).toEqual([2]);
    const told = diagnostics.find(({ code }) => code === 'cells-unread')!;
    expect([told.span!, ...told.also!].map(({ start, end }) => text.slice(start, end))).toEqual(['31', '42']);
  });

  it('a row of numbers that went under in running text is told of too', () => {
    const heads = ['结果维', '持', '结果纠', '正', '其他结', '果', '尚未审', '结', '总', '计'].join('\n');
    const text = `青石镇2021年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n${heads}\n4 40 11 1 10 0 1 3 4 8 3 1 1 1 6\n五、存在的主要问题及改进情况\n更新不够及时。\n`;
    const { diagnostics, figures } = derive(sourceOf(text), standardSteps);
    const told = [...figures.flatMap(({ place }) => place ?? []), ...diagnostics.flatMap(({ span, also }) => [...(span === null ? [] : [span]), ...(also ?? [])])];
    const row = text.indexOf('4 40');
    for (const number of text.slice(row).split('\n')[0]!.matchAll(/\d+/g)) expect(told.some(({ start, end }) => start <= row + number.index && end > row + number.index)).toBe(true);
  });

  it.each<[string, number, number]>([
    ['', 0, 1],
    ['a\nb', 2, 2],
    ['a\r\nb', 3, 2],
    ['a\rb\u2028c', 4, 3],
  ])('line of %j at %i is %i', (text, offset, line) => expect(linesOf(text)(offset)).toBe(line));
});
