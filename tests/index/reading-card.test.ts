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

  it.each<[string, number, number]>([
    ['', 0, 1],
    ['a\nb', 2, 2],
    ['a\r\nb', 3, 2],
    ['a\rb\u2028c', 4, 3],
  ])('line of %j at %i is %i', (text, offset, line) => expect(linesOf(text)(offset)).toBe(line));
});
