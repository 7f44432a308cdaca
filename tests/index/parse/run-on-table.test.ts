import { describe, expect, it } from 'vitest';
import type { Section, Table } from '../../../index/document/tree.js';
import { parse } from './outline-of.js';

const tablesIn = ({ children }: Section): Table[] => children.flatMap((child) => (child.kind === 'table' ? [child] : child.kind === 'section' ? tablesIn(child) : []));
const rowsOf = (text: string): string[] => parse(`青石镇2021年政府信息公开工作年度报告\n${text}`).sections.flatMap(tablesIn).flatMap(({ rows }) => rows.map((cells) => cells.map((cell) => cell.text).join('¦')));

describe('tables that ran into one line', () => {
  it.each([
    [' ', '规章 1 0 3 行政规范性文件 2 0 8 行政许可 57 行政处罚 12 行政强制 0'],
    ['|', '规章|1|0|3|行政规范性文件|2|0|8|行政许可|57|行政处罚|12|行政强制|0'],
    ['tabs', '规章\t1\t0\t3\t行政规范性文件\t2\t0\t8\t行政许可\t57\t行政处罚\t12\t行政强制\t0'],
  ])('are parted at their rows: %s', (_, line) => {
    expect(rowsOf(`二、主动公开政府信息情况\n${line}`).map((row) => row.replace(/¦$/, ''))).toEqual(['规章¦1¦0¦3', '行政规范性文件¦2¦0¦8', '行政许可¦57', '行政处罚¦12', '行政强制¦0']);
  });

  it('stand between sentences and headings of the same line, which stay what they are', () => {
    const { sections } = parse('青石镇2021年政府信息公开工作年度报告 一、总体情况 全年公开信息85条，其中网站40条，公开栏45条，按季更换，村组都看得到。 二、主动公开政府信息情况 第二十条第（五）项 信息内容 本年处理决定数量 行政许可 57 第二十条第（六）项 信息内容 本年处理决定数量 行政处罚 12 行政强制 0 五、存在的主要问题及改进情况 更换不及时，明年按月更换。 六、其他需要报告的事项 无。');
    expect(sections.map(({ title }) => title).filter((title) => title !== '')).toEqual(['总体情况', '主动公开政府信息情况', '存在的主要问题及改进情况', '其他需要报告的事项']);
    expect(sections.flatMap(tablesIn)).toHaveLength(1);
  });

  it.each(['|', '| ', '', '\u3000\u3000'])('leave the words before them whole, whatever mark opens the line: %j', (mark) => {
    const { sections } = parse(`青石镇2021年政府信息公开工作年度报告\n二、主动公开政府信息情况\n${mark}全年的情况如下。 规章 1 0 3 行政规范性文件 2 0 8 行政许可 57 行政处罚 12`);
    expect(sections.flatMap(({ children }) => children.map((child) => (child.kind === 'paragraph' ? child.sentences.map(({ text }) => text).join('') : child.kind)))).toEqual(['全年的情况如下。', 'table']);
  });

  it.each([
    '全年受理 行政许可 57 件，作出 行政处罚 12 件，没有 行政强制 0 件，收到 行政复议 3 件，都在法定期限内办结，群众没有异议。',
    '会议 每月 3 日 召开 ，由 镇长 主持 ，全年 12 次 ，参加 340 人次 ，印发 纪要 12 期 ，督办 事项 57 件 。',
  ])('are not seen in a sentence whose words are set apart: %s', (sentence) => {
    expect(rowsOf(`一、总体情况\n${sentence}`)).toEqual([]);
  });

  it('leave a row of fifteen values, and one whose merged label is repeated, whole', () => {
    expect(rowsOf(`三、收到和处理政府信息公开申请情况\n${['一、本年新收政府信息公开申请数量', '一、本年新收政府信息公开申请数量', '一、本年新收政府信息公开申请数量', 4, 0, 0, 0, 0, 0, 4].join('\t')}\n四、政府信息公开行政复议、行政诉讼情况\n${['行政复议', '行政诉讼'].join('\t')}\n${Array.from({ length: 15 }, () => 1).join('\t')}`).map((row) => row.split('¦').length)).toEqual([10, 2, 15]);
  });
});

describe('cells with a bar behind them, one a line', () => {
  it('are a row up to the bar that stands alone; an empty cell keeps its place', () => {
    expect(rowsOf('二、主动公开政府信息情况\n|\n信息内容 |\n上一年项目数量 |\n本年增/减 |\n处理决定数量 |\n|\n行政处罚 |\n |\n+18 |\n219 |\n|\n行政强制 |\n7 |\n-2 |\n |\n|')).toEqual(['信息内容¦上一年项目数量¦本年增/减¦处理决定数量', '行政处罚¦¦+18¦219', '行政强制¦7¦-2¦']);
  });

  it('are told from bars round a sentence', () => {
    expect(rowsOf('一、总体情况\n|\n全年公开信息85条。 |\n按季更换，村组都看得到。 |\n|')).toEqual([]);
  });
});
