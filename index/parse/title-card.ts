import type { Cell, Section } from '../document/tree.js';
import { bare } from './characters.js';
import type { SaidOfItself } from './identity.js';
import { isTitleLabel, readTitle } from './title-line.js';

/** The report's title where it stands only in a table of metadata above the text (标题: | 云岭县教育局2020年政府信息公开工作年度报告 |); null when no such table names one. */
export function titleInCard(sections: readonly Section[]): SaidOfItself['title'] {
  for (const { heading, children } of sections) {
    if (heading !== null) continue;
    for (const child of children) {
      if (child.kind !== 'table') continue;
      for (const row of child.rows) {
        const found = titleInRow(row);
        if (found !== null) return found;
      }
    }
  }
  return null;
}

function titleInRow(row: readonly Cell[]): SaidOfItself['title'] {
  const label = row.findIndex(({ text }) => isTitleLabel(bare(text)));
  const cell = label < 0 ? undefined : row.slice(label + 1).find(({ spans }) => spans !== null);
  const parts = cell === undefined ? null : readTitle(bare(cell.text));
  return parts === null || cell?.spans == null ? null : { parts, span: { start: cell.spans[0].start, end: cell.spans[cell.spans.length - 1]!.end } };
}
