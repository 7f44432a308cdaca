import { describe, expect, it } from 'vitest';
import { drawn, print, readPages, rulesOf } from './printed.js';

const EDGES = [50, 150, 250, 350];
const LEVELS = [100, 120, 140, 160];
const row = (y: number, ...cells: string[]): ReturnType<typeof print> => cells.flatMap((text, i) => print(text, EDGES[i]! + 5, y));

describe('a table with lines round its cells', () => {
  it('is rebuilt cell by cell, empty ones too', () => {
    const glyphs = [...row(115, '名称', '本年', '上年'), ...row(135, '行政许可', '12', ''), ...row(155, '行政处罚', '3', '4')];
    expect(readPages(drawn(glyphs, rulesOf(EDGES, LEVELS))).tables).toEqual([{ from: 'rules', rows: [['名称', '本年', '上年'], ['行政许可', '12', ''], ['行政处罚', '3', '4']] }]);
  });

  it('keeps merged cells at every place they cover', () => {
    const glyphs = [...print('第二十条第（一）项', 60, 115), ...row(135, '规章', '1', '2'), ...print('3', 155, 155)];
    const { tables, text } = readPages(drawn(glyphs, rulesOf(EDGES, LEVELS, ['v 1 0', 'v 2 0', 'h 2 0'])));
    expect(tables).toEqual([{ from: 'rules', rows: [['第二十条第（一）项', '第二十条第（一）项', '第二十条第（一）项'], ['规章', '1', '2'], ['规章', '3', '']] }]);
    expect(text).toBe('第二十条第（一）项\t\t\n规章\t1\t2\n\t3\t');
  });

  it('tells neighbours apart that touch each other, and puts lines of one cell together', () => {
    const glyphs = [...print('商业企', 150 - 30, 112, { size: 10 }), ...print('科研机构', 150.5, 112), ...print('业', 55, 118.9), ...row(135, '100', '23', '4'), ...row(155, '5', '6', '7')];
    expect(readPages(drawn(glyphs, rulesOf(EDGES, LEVELS))).tables[0]!.rows[0]).toEqual(['商业企业', '科研机构', '']);
  });

  it('keeps the number of a footnote apart from the number before it', () => {
    const note = (x: number, y: number): ReturnType<typeof print> => print('1', x, y - 4, { size: 6 });
    const glyphs = [...row(115, '名称', '本年', '上年'), ...row(135, '许可', '12', '2'), ...note(165, 135), ...row(155, '处罚', '3', '4'), ...note(260, 155), ...print('公开12', 60, 300), ...note(90, 300), ...print('条', 93, 300)];
    const { text, tables } = readPages(drawn(glyphs, rulesOf(EDGES, LEVELS)));
    expect(tables[0]!.rows.slice(1)).toEqual([['许可', '12¹', '2'], ['处罚', '3', '4¹']]);
    expect(text).toContain('公开12¹条');
  });

  it('drawn without lines at its sides reaches as far as its rows do', () => {
    const glyphs = [...row(115, '名称', '本年', '上年'), ...row(135, '许可', '1', '2'), ...row(155, '处罚', '3', '4')];
    const open = rulesOf(EDGES, LEVELS).filter(({ horizontal, at }) => horizontal || (at !== 50 && at !== 350));
    expect(readPages(drawn(glyphs, open)).tables[0]!.rows).toEqual([['名称', '本年', '上年'], ['许可', '1', '2'], ['处罚', '3', '4']]);
  });

  it('cut by a page\'s end is one table, and a label over several rows goes on', () => {
    const first = drawn([...row(715, '结果', '公开', '1'), ...row(735, '', '部分公开', '2')], rulesOf(EDGES, [700, 720, 740], ['h 1 0']));
    const second = drawn([...row(75, '', '不予公开', '3'), ...row(95, '', '无法提供', '4'), ...print('六、其他', 50, 140)], rulesOf(EDGES, [60, 80, 100], ['h 1 0']));
    const { tables, text } = readPages(first, second);
    expect(tables).toEqual([{ from: 'rules', rows: [['结果', '公开', '1'], ['结果', '部分公开', '2'], ['结果', '不予公开', '3'], ['结果', '无法提供', '4']] }]);
    expect(text.endsWith('\n六、其他')).toBe(true);
  });

  it('keeps a number whole that is too wide for its cell', () => {
    const narrow = [50, 150, 176, 202];
    const glyphs = [...print('许可', 55, 115), ...print('1284720', 148, 115), ...print('0', 190, 115), ...print('处罚', 55, 135), ...print('3', 160, 135), ...print('4', 190, 135)];
    expect(readPages(drawn(glyphs, rulesOf(narrow, [100, 120, 140]))).tables[0]!.rows).toEqual([['许可', '1284720', '0'], ['处罚', '3', '4']]);
  });

  it('whose head is repeated on every page has it once', () => {
    const first = drawn([...row(715, '名称', '本年', '上年'), ...row(735, '许可', '1', '2')], rulesOf(EDGES, [700, 720, 740]));
    const second = drawn([...row(75, '名称', '本年', '上年'), ...row(95, '处罚', '3', '4')], rulesOf(EDGES, [60, 80, 100]));
    expect(readPages(first, second).tables).toEqual([{ from: 'rules', rows: [['名称', '本年', '上年'], ['许可', '1', '2'], ['处罚', '3', '4']] }]);
  });

  it('whose number is cut over two lines of a narrow cell keeps it whole; two numbers stay two', () => {
    const narrow = [50, 150, 176];
    const glyphs = [...print('收费', 55, 112), ...print('1268.', 151, 112), ...print('05', 151, 119), ...print('许可', 55, 132), ...print('12', 151, 132), ...print('34', 151, 139)];
    expect(readPages(drawn(glyphs, rulesOf(narrow, [100, 122, 142]))).tables[0]!.rows).toEqual([['收费', '1268.05'], ['许可', '12 34']]);
  });

  it('is none when it is a frame round a text', () => {
    const { tables, text } = readPages(drawn(print('公告栏里的话。', 60, 115), rulesOf([50, 350], [100, 140])));
    expect([tables, text]).toEqual([[], '公告栏里的话。']);
  });
});

describe('a table without lines', () => {
  it('is told by the places of its words, and is only a hint', () => {
    const glyphs = [...row(100, '信息内容', '制发件数', '有效件数'), ...row(120, '规章', '0', '5'), ...row(140, '规范性文件', '12', '30')];
    expect(readPages(drawn(glyphs)).tables).toEqual([{ from: 'positions', rows: [['信息内容', '制发件数', '有效件数'], ['规章', '0', '5'], ['规范性文件', '12', '30']] }]);
  });

  it('with values beside the middle of a label over two lines keeps the label in its row', () => {
    const glyphs = [...row(100, '许可', '3', '4'), ...print('行政事业', 55, 130), ...print('8', 155, 136), ...print('9', 255, 136), ...print('性收费', 55, 142), ...row(170, '处罚', '5', '6')];
    expect(readPages(drawn(glyphs)).tables[0]!.rows).toEqual([['许可', '3', '4'], ['行政事业性收费', '8', '9'], ['处罚', '5', '6']]);
  });

  it('is none where running text has wide gaps', () => {
    expect(readPages(drawn([...print('全年公开信息120条，', 50, 100), ...print('其中网站80条。', 50, 115)])).tables).toEqual([]);
  });
});

describe('running text', () => {
  const full = '公'.repeat(50);
  it('joins lines that reach the edge, over a page too, and begins paragraphs at their indentation', () => {
    const first = drawn([...print(`一、总体情况`, 50, 80), ...print('公'.repeat(48), 70, 700), ...print(full, 50, 715)]);
    const second = drawn([...print('开信息。', 50, 80), ...print('第二段。', 70, 95)]);
    expect(readPages(first, second).text).toBe(`一、总体情况\n　　${'公'.repeat(48)}${full}开信息。\n　　第二段。`);
  });

  it('leaves out page numbers, and heads and feet that come again', () => {
    const page = (n: number, said: string): ReturnType<typeof drawn> => drawn([...print('某县人民政府办公室', 50, 40), ...print(said, 50, 300), ...print(`— ${n} —`, 290, 770), ...print('内部资料', 50, 785)]);
    expect(readPages(page(1, '第一页的话。'), page(2, '第二页的话。'), page(3, '第三页的话。')).text).toBe('第一页的话。\n第二页的话。\n第三页的话。');
  });

  it('prints a character once that was drawn twice to look bold, and letters set apart as one word', () => {
    const bold = [...print('总计', 50, 100), ...print('总计', 50.3, 100), ...print('总体情况', 50, 130, { spread: 4 })];
    expect(readPages(drawn(bold)).text).toBe('总计\n总体情况');
  });

  it('has blanks between words and numbers only where they are printed', () => {
    expect(readPages(drawn([...print('共12件 2021 年 A B', 50, 100)])).text).toBe('共12件2021年A B');
  });
});
