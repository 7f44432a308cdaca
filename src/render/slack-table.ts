import type { TableData } from './charts/table.js';
import { codePoints } from './cut.js';
import { loadSlackLimits } from './slack-limits.js';
import type { SlackPart } from './slack-parts.js';
import type { SlackBlock } from './slack-text.js';

const limits = loadSlackLimits();

/** Slack takes no empty cell. */
const NOTHING = '–';

/** A table as a block, shown whole or not at all, figures bold; null when Slack would not take it. Cells are never read for markup. */
export function tablePart({ columns, rows }: TableData): SlackPart | null {
  const texts = [columns.map(({ name }) => name), ...rows].map((row) => columns.map((_, i) => (row[i] ?? '').trim() || NOTHING));
  const size = texts.flat().reduce((sum, text) => sum + codePoints(text), 0);
  if (texts.length > limits.table_rows || columns.length > limits.table_columns || size > limits.table_text) return null;
  const valueAt = columns.findLastIndex(({ align }) => align === 'end');
  const block: SlackBlock = {
    type: 'table',
    rows: texts.map((row, r) => row.map((text, c) => (r > 0 && c === valueAt ? { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { bold: true } }] }] } : { type: 'raw_text', text }))),
    column_settings: columns.map(({ align }) => ({ align: align === 'end' ? 'right' : 'left', is_wrapped: align === 'start' })),
  };
  return { blocks: [block], size };
}
