import { describe, expect, it } from 'vitest';
import type { ReportDocument, Section, Table } from '../../../index/document/tree.js';
import { parseDocument } from '../../../index/parse/document.js';
import { readSource } from '../../../index/source/source.js';
import { bytesOf, files } from '../source/fixtures.js';
import { expectSound } from './invariants.js';

async function parsed(html: string): Promise<{ text: string; document: ReportDocument }> {
  const read = await readSource('page.html', new TextEncoder().encode(`<html><head><meta charset="utf-8"></head><body><h1>青石镇2020年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>我镇按照要求开展政府信息公开工作，做好政策解读。</p>${html}</body></html>`));
  if (!read.ok) throw new Error(read.refusal.code);
  return { text: read.source.text, document: parseDocument(read.source) };
}

function tablesOf(sections: readonly Section[]): Table[] {
  return sections.flatMap(({ children }) => children.flatMap((child) => (child.kind === 'table' ? [child] : child.kind === 'section' ? tablesOf([child]) : [])));
}

/** Cells as `column:text`, what a merged cell covers as `column~`. */
const shown = ({ rows }: Table): string[] => rows.map((row) => row.map(({ column, text, covered }) => `${column}${covered ? '~' : `:${text}`}`).join(' '));
const row = (...cells: string[]): string => `<tr>${cells.join('')}</tr>`;
const cells = (...texts: string[]): string => row(...texts.map((text) => `<td>${text}</td>`));

describe('tables that a file drew', () => {
  it('keep their columns, their empty cells and what merged cells cover; a row that is shorter has no cell there', async () => {
    const { document } = await parsed(`<table>${row('<td rowspan="3">办理结果</td>', '<td>自然人</td>', '<td colspan="2">法人</td>')}${cells('3', '', '4')}${cells('5')}</table>`);
    const [table] = tablesOf(document.sections);
    expect(table!.grid).toBe('drawn');
    expect(shown(table!)).toEqual(['0:办理结果 1:自然人 2:法人 3~', '0~ 1:3 2: 3:4', '0~ 1:5']);
  });

  it.each([
    ['a section heading', '二、主动公开政府信息情况', 2],
    ['sentences', `全年我镇按照要求${'做好公开工作，'.repeat(12)}公开信息12条。`, 1],
  ])('are parted by a row that holds %s', async (_, words, sections) => {
    const { text, document } = await parsed(`<table>${cells('甲项', '3', '1')}${cells('乙项', '4', '2')}${row(`<td colspan="3">${words}</td>`)}${cells('丙项', '5', '')}${cells('丁项', '6', '')}</table>`);
    expect(tablesOf(document.sections).map(shown)).toEqual([
      ['0:甲项 1:3 2:1', '0:乙项 1:4 2:2'],
      ['0:丙项 1:5 2:', '0:丁项 1:6 2:'],
    ]);
    expect(document.sections.filter(({ heading }) => heading !== null)).toHaveLength(sections);
    expectSound(text, document);
  });

  it('keep the heading of a group with its empty cells', async () => {
    const { document } = await parsed(`<table>${cells('统计指标', '单位', '统计数')}${cells('一、主动公开情况', '', '')}${cells('主动公开政府信息数', '条', '37')}</table>`);
    expect(tablesOf(document.sections).map(shown)).toEqual([['0:统计指标 1:单位 2:统计数', '0:一、主动公开情况 1: 2:', '0:主动公开政府信息数 1:条 2:37']]);
  });

  it('keep a row label that carries a number', async () => {
    const { document } = await parsed(`<table>${cells('', '自然人', '总计')}${cells('一、本年新收政府信息公开申请数量', '', '')}${cells('三、本年度办理结果', '1', '1')}</table>`);
    expect(tablesOf(document.sections).map(shown)).toEqual([['0: 1:自然人 2:总计', '0:一、本年新收政府信息公开申请数量 1: 2:', '0:三、本年度办理结果 1:1 2:1']]);
  });
});

describe('nothing is lost or used twice in a file with drawn tables', () => {
  it.each(files.filter(({ refused }) => refused === undefined).map(({ file }) => file))('%s', async (file) => {
    const read = await readSource(file, bytesOf(file));
    if (!read.ok) throw new Error(read.refusal.code);
    expectSound(read.source.text, parseDocument(read.source));
  });
});
