import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../index/data.js';
import type { Section, Table } from '../../../index/document/tree.js';
import { outlineOf, parse } from './outline-of.js';

const tablesOf = (text: string): Table[] => {
  const walk = (section: Section): Table[] => section.children.flatMap((child) => (child.kind === 'table' ? [child] : child.kind === 'section' ? walk(child) : []));
  return parse(text).sections.flatMap(walk);
};
const grid = (table: Table): string[] => table.rows.map((row) => row.map((cell) => cell.text).join('¦'));

const block = ['第二十条第（一）项', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数', '规章\t0\t0\t0', '行政规范性文件\t1\t2\t30'];
const under = (body: string): string => `二、主动公开政府信息情况\n\n${body}\n\n三、收到和处理政府信息公开申请情况\n\n无。`;

describe('one table', () => {
  const rows = ['第二十条第（一）项', '信息内容¦本年制发件数¦本年废止件数¦现行有效件数', '规章¦0¦0¦0', '行政规范性文件¦1¦2¦30'];
  it.each<[string, string, string[]]>([
    ['tabs, trailing tabs lost', block.join('\n'), rows],
    ['blank lines inside', block.join('\n\n'), rows],
    ['a page mark inside', block.join('\n\n— 2 —\n\n'), rows],
    ['CRLF', block.join('\r\n'), rows],
    ['pipes', block.slice(1).map((line) => `| ${line.replaceAll('\t', ' | ')} |`).join('\n').replace('\n', '\n|---|:--:|---|---|\n'), rows.slice(1)],
    ['pipes without the outer ones', block.slice(1).map((line) => line.replaceAll('\t', ' | ')).join('\n'), rows.slice(1)],
    ['one cell a line', block.join('\n').replaceAll('\t', '\n'), rows.flatMap((row) => row.split('¦'))],
    ['one cell a line, blank lines between', block.join('\n\n').replaceAll('\t', '\n\n'), rows.flatMap((row) => row.split('¦'))],
    ['one cell a line among lone pipes', `|\n${block.join('\n|\n').replaceAll('\t', '\n|\n')}\n|`, rows.flatMap((row) => row.split('¦'))],
    ['blanks between label and values', '信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 1 2 30', ['信息内容¦本年制发件数¦本年废止件数¦现行有效件数', '规章¦0¦0¦0', '行政规范性文件¦1¦2¦30']],
    ['glued cells, which stay as they are', '规章000行政规范性文件400\n行政许可12', ['规章000行政规范性文件400', '行政许可12']],
    ['few cells, one a line', '信息内容\n本年处理决定数量\n行政许可\n7730', ['信息内容', '本年处理决定数量', '行政许可', '7730']],
    ['bold cells', '**规章**\t0\t**1**\n行政许可\t2\t3', ['规章¦0¦1', '行政许可¦2¦3']],
    ['empty cells as web pages write them', '规章\t&nbsp;\t0\n行政许可\t\t2', ['规章¦¦0', '行政许可¦¦2']],
    ['a label cut over lines', '三、\n本年度办\n理结果\t（一）予以公开\t0\t1\n\t（二）部分公开\t0\t2\n息\n四、结转下年度继续办理\t\t0\t3', ['三、', '本年度办', '理结果¦（一）予以公开¦0¦1', '¦（二）部分公开¦0¦2', '息', '四、结转下年度继续办理¦¦0¦3']],
  ])('%s', (_name, body, expected) => {
    const tables = tablesOf(under(body));
    expect(tables).toHaveLength(1);
    expect(grid(tables[0]!)).toEqual(expected);
  });

  it('row numbers such as 三、 and （一） make no sections, one cell a line', () => {
    const body = ['一、本年新收政府信息公开申请数量', '1', '2', '三、本年度办理结果', '（一）予以公开', '0', '0', '（五）不与处理', '1.信访举报投诉类申请', '0', '四、结转下年度继续办理', '0', '0'].join('\n');
    const text = `三、收到和处理政府信息公开申请情况\n${body}\n四、政府信息公开行政复议、行政诉讼情况\n无。`;
    expect(parse(text).sections.map(({ heading }) => heading!.text)).toEqual(['三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况']);
    expect(tablesOf(text).map((table) => table.rows.length)).toEqual([13]);
  });

  it('cells keep exact places and empty ones have none', () => {
    const text = '二、主动公开政府信息情况\n行政事业性收费\t 0 \t\t-3';
    const [row] = tablesOf(text)[0]!.rows;
    expect(row!.map(({ text: shown, spans }) => [shown, spans === null ? null : text.slice(spans[0].start, spans[0].end)])).toEqual([['行政事业性收费', '行政事业性收费'], ['0', '0'], ['', null], ['-3', '-3']]);
  });
});

describe('no table', () => {
  it.each<[string, string]>([
    ['a paragraph indented by a tab', '\t全年公开信息12条。'],
    ['a heading whose number a tab parts', '（一）\t主动公开'],
    ['layout pipes around text', '||||| 全年公开信息12条。 ||||'],
    ['labels without values', '行政许可\n做得很好。'],
    ['a word between tabs in a sentence', '全年公开信息12条，\t其中网站8条。'],
  ])('%s', (_name, line) => expect(tablesOf(`一、总体情况\n${line}\n好。`)).toEqual([]));

  it('300 pipes before the first word are noise', () => {
    const text = `${'|'.repeat(300)}青石镇2021年政府信息公开工作年度报告${' | '.repeat(9)}\n| 一、总体情况 |\n| 公开3件。 |`;
    expect(parse(text).title?.text).toBe('青石镇2021年政府信息公开工作年度报告');
    expect(outlineOf(text)).toEqual(['#1 一、总体情况', '  · 公开3件。']);
  });
});

const seeds = join(projectRoot, '../shared/seeds');
describe.skipIf(!existsSync(seeds))('the seed (skipped without ../shared)', () => {
  it('has three tables with all their rows', () => {
    const [first] = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
    const tables = tablesOf(readFileSync(join(seeds, first!), 'utf8'));
    expect(tables.map((table) => table.rows.length)).toEqual([18, 27, 4]);
    expect(new Set(tables[1]!.rows.map((row) => row.length))).toEqual(new Set([9, 10]));
    expect(grid(tables[1]!).filter((row) => /^果¦|^¦息¦/.test(row))).toHaveLength(2);
    expect(tables[2]!.rows.every((row) => row.length === 20)).toBe(true);
  });
});
