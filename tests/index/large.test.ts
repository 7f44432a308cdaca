import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../index/changes.js';
import type { FoundFigure } from '../../index/document/figure.js';
import { parse } from './parse/outline-of.js';
import { readingCard } from '../../index/reading-card.js';
import { alignTables } from '../../index/forms/mod.js';

// What a hostile file can bring: thousands of figures under one label, thousands of tables. Nothing is timed; quadratic work would not end within the test's limit.

describe('work grows with the file, not with its square', () => {
  it('a hundred thousand figures of one label, all changed', () => {
    const [like] = alignTables(parse('青石镇2021年政府信息公开工作年度报告\n\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| --- | --- | --- | --- |\n| 规章 | 1 | 2 | 3 |\n')).figures;
    const version = (digit: string): FoundFigure[] => Array.from({ length: 100_000 }, (_, n) => ({ ...like!, quantity: { ...like!.quantity, value: `${digit}${n}` as FoundFigure['quantity']['value'] } }));
    expect(changesBetween(version('1'), version('2'))).toHaveLength(100_000);
  }, 60_000);

  it('two thousand tables', () => {
    const document = parse(`青石镇2021年政府信息公开工作年度报告\n\n${'| 规章 | 1 | 2 |\n| --- | --- | --- |\n| 行政规范性文件 | 3 | 4 |\n\n文字说明在这里。\n\n'.repeat(2000)}`);
    const { figures, diagnostics } = alignTables(document);
    expect(readingCard(document, figures, diagnostics).card.tables).toHaveLength(2000);
  }, 60_000);
});
