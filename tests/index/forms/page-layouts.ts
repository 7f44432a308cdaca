import { spread, type Drawn, type Sheet } from './sheets.js';

/** How a published page prints the tables of a report: what it does to cells and rows, and how it puts them on paper. Seen on pages of 2009 to 2025 and in dumps of them; see decision 0033. */
export interface PageLayout {
  /** What a cell of value becomes; the number itself when absent. */
  readonly value?: (number: string, metric: string) => string;
  readonly label?: (text: string) => string;
  /** Rows lost, repeated, or in another order. */
  readonly rows?: (rows: readonly Row[], sheet: Sheet) => readonly Row[];
  /** The lines of one table. */
  readonly lines: (rows: readonly Row[]) => readonly string[];
  /** What the whole page's lines are joined with; a line each when absent. */
  readonly join?: string;
  /** Share of the cells that must be read; never is a cell read wrong. */
  readonly least: number;
}

/** A printed row: texts as they stand from left to right, '' for an empty cell or one that a merged cell covers. */
export interface Row {
  readonly cells: readonly string[];
  /** The same without what merged cells cover. */
  readonly own: readonly string[];
  readonly values: boolean;
}

const printed = (row: Row): string[] => row.own.filter((text) => text !== '');
const flat = (rows: readonly Row[]): string[] => rows.flatMap(printed);
const zero = (mark: string) => (number: string): string => (number === '0' ? mark : number);
const delta = (metric: string): boolean => metric.endsWith('.items_delta');
const signed = (number: string, metric: string): string => (delta(metric) && number !== '0' ? `+${number}` : number);
const unitOf = (metric: string): string => (metric.endsWith('.amount') ? '万元' : /^active\.(licence|penalty|other)/.test(metric) ? '项' : '件');
const onBlanks = (rows: readonly Row[]): string[] => rows.map((row) => printed(row).join(' '));
const tabs = (rows: readonly Row[]): string[] => rows.map(({ cells }) => cells.join('\t'));
const piped = (row: Row): string => `| ${row.cells.join(' | ')} |`;
const wide = (text: string): string => text.replace(/[\d|]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
const halves = (text: string): string[] => (text.length < 4 || /\d/.test(text) ? [text] : [text.slice(0, Math.ceil(text.length / 2)), text.slice(Math.ceil(text.length / 2))]);
const unnumbered = (text: string): string => text.replace(/^(?:[一二三四]、|（[一二三四五六七]）|\d\.)/, '');
const isTitle = ({ own }: Row): boolean => own.length === 1 && own[0]!.startsWith('第二十条');
const isHead = (row: Row): boolean => !row.values;
/** Every second row of the same kind gone, the first of each table kept. */
const thinned = (rows: readonly Row[]): Row[] => rows.filter((row, i) => !row.values || i % 3 !== 2);

export const pageLayouts: Readonly<Record<string, PageLayout>> = {
  'whole page on one line': { lines: onBlanks, join: ' ', least: 0.9 },
  'whole page on one line, wide blanks': { lines: onBlanks, join: '\u3000', least: 0.9 },
  'whole page on one line, pipes': { lines: (rows) => [flat(rows).join(' | ')], join: ' | ', least: 0.9 },
  'whole page on one line, no numbers before labels': { label: unnumbered, lines: onBlanks, join: ' ', least: 0.9 },
  'whole page on one line, zeros as strokes': { value: zero('/'), lines: onBlanks, join: ' ', least: 0.9 },
  'whole page on one line, units in cells': { value: (number, metric) => `${number}${unitOf(metric)}`, lines: onBlanks, join: ' ', least: 0.9 },
  'whole page on one line, empty cells lost': { value: zero(''), lines: onBlanks, join: ' ', least: 0 },
  'a table on one line, blanks': { lines: (rows) => [flat(rows).join(' ')], least: 0.9 },
  'a table on one line, tabs': { lines: (rows) => [flat(rows).join('\t')], least: 0.9 },
  'a table on one line, pipes': { lines: (rows) => [`|${flat(rows).join('|')}|`], least: 0.9 },
  'a table on one line, nothing between': { lines: (rows) => [flat(rows).join('')], least: 0 },
  'a row a line, full-width strokes between': { lines: (rows) => rows.map((row) => printed(row).join('／')), least: 0.9 },
  'label and first value glued': { lines: (rows) => rows.map((row) => (row.values ? printed(row).join(' ').replace(/(?<=[^\d\s]) (?=\d)/, '') : printed(row).join(' '))), least: 0 },
  'a cell a line, bar behind': { lines: (rows) => rows.flatMap((row) => ['|', ...row.own.map((text) => `${text} |`)]), least: 0.9 },
  'a cell a line, bar behind, empty cells kept': { value: zero(''), lines: (rows) => rows.flatMap((row) => ['|', ...row.own.map((text) => (text === '' ? ' |' : `${text} |`))]), least: 0.5 },
  'a cell a line, bar between, heads of several lines': { lines: (rows) => flat(rows).flatMap((text) => ['|', ...(text.length === 4 ? halves(text) : [text])]), least: 0 },
  'a cell a line, strokes for zeros': { value: zero('-'), lines: flat, least: 0.6 },
  'a cell a line, empty cells lost': { value: zero(''), lines: flat, least: 0 },
  'tabs, zeros as long strokes': { value: zero('—'), lines: tabs, least: 0.9 },
  'tabs, zeros as 无': { value: zero('无'), lines: tabs, least: 0.9 },
  'tabs, zeros left empty': { value: zero(''), lines: tabs, least: 0.5 },
  'tabs, empty cells moved to the end': { value: zero(''), lines: (rows) => rows.map(({ cells }) => [...cells.filter((text) => text !== ''), ...cells.filter((text) => text === '')].join('\t')), least: 0 },
  'tabs, units and signs in cells': { value: (number, metric) => `${signed(number, metric)}${unitOf(metric)}`, lines: tabs, least: 0.9 },
  'tabs, wide digits': { value: wide, lines: tabs, least: 0.9 },
  'tabs, notes behind labels': { label: (text) => (text === '行政许可' || text === '规章' ? `${text}（指本机关办理的）` : text), lines: tabs, least: 0.9 },
  'tabs, letter-spaced labels': { label: (text) => [...text].join(' '), lines: tabs, least: 0.9 },
  'tabs, heads lost': { rows: (rows) => rows.filter((row) => !isHead(row)), lines: tabs, least: 0 },
  'tabs, titles of blocks lost': { rows: (rows) => rows.filter((row) => !isTitle(row)), lines: tabs, least: 0.9 },
  'tabs, titles of blocks cut': { label: (text) => text.replace(/^第二十条第.*$/, '第二十条第'), lines: tabs, least: 0.9 },
  'tabs, rows lost': { rows: thinned, lines: tabs, least: 0.5 },
  'tabs, rows in another order': { rows: (rows, { table }) => (table === 'active' ? rows : [...rows.filter(isHead), ...rows.filter(({ values }) => values).reverse()]), lines: tabs, least: 0.5 },
  'tabs, heads repeated at a page break': { rows: (rows, { table }) => (table === 'requests' ? [...rows.slice(0, 12), ...rows.filter(isHead).slice(0, 3), ...rows.slice(12)] : rows), lines: tabs, least: 0.9 },
  'tabs, a page number between rows': { rows: (rows) => rows, lines: (rows) => [...tabs(rows.slice(0, 9)), '', '— 4 —', '', ...tabs(rows.slice(9))], least: 0.9 },
  'Markdown, bold heads': { lines: (rows) => rows.map((row) => piped(row.values ? row : { ...row, cells: row.cells.map((text) => (text === '' ? '' : `**${text}**`)) })), least: 0.9 },
  'bars without outer ones': { lines: (rows) => rows.map(({ cells }) => cells.join(' | ')), least: 0.9 },
};

const TITLES = { active: '二、主动公开政府信息情况', requests: '三、收到和处理政府信息公开申请情况', disputes: '四、政府信息公开行政复议、行政诉讼情况', statistics: '附表：政府信息公开情况统计表' } as const;

/** The whole page of a report with these tables. */
export function pageWith(sheets: readonly Sheet[], layout: PageLayout): string {
  const tables = sheets.flatMap((sheet) => {
    const rows = rowsOf(sheet, layout);
    return [TITLES[sheet.table], ...layout.lines(layout.rows?.(rows, sheet) ?? rows)];
  });
  return ['青石镇2020年政府信息公开工作年度报告', '一、总体情况', '我镇按照要求开展政府信息公开工作，全年发布信息。', ...tables, '五、存在的主要问题及改进情况', '工作力量不足，下一步将加强培训。', '六、其他需要报告的事项', '无其他需要报告的事项。'].join(layout.join ?? '\n');
}

function rowsOf(sheet: Sheet, { value = (number) => number, label = (text) => text }: PageLayout): Row[] {
  const shown = ({ text, metric }: Drawn): string => (text === '' ? '' : metric === undefined ? label(text) : value(text, metric));
  return spread(sheet).map((places) => ({
    cells: places.map(({ cell, own }) => (own ? shown(cell) : '')),
    own: places.flatMap(({ cell, own }) => (own ? [shown(cell)] : [])),
    values: places.some(({ cell }) => cell.metric !== undefined),
  }));
}
