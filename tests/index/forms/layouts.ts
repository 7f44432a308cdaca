import { spread, type Place, type Sheet } from './sheets.js';

/** Writes a table as one kind of dump leaves it (handbook 4.1). */
export type Layout = (sheet: Sheet) => string;

const shown = (row: readonly Place[]): string[] => row.map(({ cell, own }) => (own ? cell.text : ''));
const printed = (sheet: Sheet): string[][] => spread(sheet).map((row) => row.filter(({ cell, own }) => own && cell.text !== '').map(({ cell }) => cell.text));

/** Lines of at most `width` characters. */
function wrapped(text: string, width: number): string[] {
  return Array.from({ length: Math.ceil(text.length / width) }, (_, i) => text.slice(i * width, (i + 1) * width));
}

/** Chinese characters take two columns of a page set in one width. */
const columnsOf = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);

/** Text with page positions: cells stand at their column's left edge, long ones run over several lines, short heads are letter-spaced. */
function positioned(sheet: Sheet): string {
  const grid = spread(sheet);
  const width = Math.max(...grid.map((row) => row.length));
  const labels = sheet.table === 'requests' ? 3 : sheet.table === 'disputes' ? 0 : 1;
  const room = Array.from({ length: width }, (_, x) => (x < labels ? (sheet.table === 'requests' ? (x < 2 ? 6 : 12) : 16) : 8));
  const left = room.map((_, x) => room.slice(0, x).reduce((sum, characters) => sum + 2 * characters + 2, 0));
  const lines: string[] = [];
  grid.forEach((row) => {
    const cells = row.flatMap(({ cell, own }, x) => {
      if (!own || cell.text === '') return [];
      const text = cell.text === '总计' ? '总 计' : cell.text;
      const space = room.slice(x, x + (cell.columns ?? 1)).reduce((sum, characters) => sum + characters, 0);
      return [{ x, lines: wrapped(text, space) }];
    });
    const height = Math.max(1, ...cells.map(({ lines: own }) => own.length));
    for (let y = 0; y < height; y += 1) {
      let line = '';
      for (const { x, lines: own } of cells) {
        // What is shorter than its row stands in the middle of it.
        const piece = own[y - Math.floor((height - own.length) / 2)];
        if (piece !== undefined) line += `${' '.repeat(Math.max(line === '' ? 0 : 1, left[x]! - columnsOf(line)))}${piece}`;
      }
      lines.push(line);
    }
  });
  return lines.join('\n');
}

export const layouts: Readonly<Record<string, Layout>> = {
  'L1 tabs': (sheet) => spread(sheet).map((row) => shown(row).join('\t')).join('\n'),
  'L2 one cell a line': (sheet) => printed(sheet).flat().join('\n\n'),
  'L2 one cell a line, tight': (sheet) => printed(sheet).flat().join('\n'),
  'L3 lone pipes': (sheet) => `|\n${printed(sheet).flat().join('\n|\n')}\n|`,
  'L4 Markdown': (sheet) => {
    const rows = spread(sheet).map((row) => `| ${shown(row).join(' | ')} |`);
    return [rows[0]!, `|${' --- |'.repeat(spread(sheet)[0]!.length)}`, ...rows.slice(1)].join('\n');
  },
  'L4 Markdown, merged cells repeated': (sheet) => spread(sheet).map((row) => `| ${row.map(({ cell }) => cell.text).join(' | ')} |`).join('\n'),
  'L5 spread grid': (sheet) => spread(sheet).map((row) => row.map(({ cell }) => cell.text).join('\t')).join('\n'),
  'L6 glued': (sheet) => printed(sheet).map((row) => row.join('')).join('\n'),
  'L10 positions': positioned,
  'blanks only': (sheet) => printed(sheet).map((row) => row.join(' ')).join('\n'),
  'L11 column by column': (sheet) => {
    const grid = spread(sheet);
    const width = Math.max(...grid.map((row) => row.length));
    return Array.from({ length: width }, (_, x) => grid.flatMap((row) => (row[x] !== undefined && row[x].own && row[x].cell.text !== '' ? [row[x].cell.text] : []))).flat().join('\n');
  },
};

const TITLES = { active: '二、主动公开政府信息情况', requests: '三、收到和处理政府信息公开申请情况', disputes: '四、政府信息公开行政复议、行政诉讼情况', statistics: '附表：政府信息公开情况统计表' } as const;

/** A whole report around the tables. */
export function reportWith(sheets: readonly Sheet[], layout: Layout, year = 2020): string {
  return [`青石镇${year}年政府信息公开工作年度报告`, '一、总体情况', '我镇按照要求开展政府信息公开工作。', ...sheets.flatMap((sheet) => [TITLES[sheet.table], layout(sheet)]), '五、存在的主要问题及改进情况', '工作力量不足，下一步将加强培训。', '六、其他需要报告的事项', '无。'].join('\n\n');
}
