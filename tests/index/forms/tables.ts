import { createHash } from 'node:crypto';
import { asSpans, type Span } from '../../../index/document/span.js';
import type { SourceId } from '../../../index/document/source-text.js';
import type { Cell, Paragraph, ReportDocument, Section, Table } from '../../../index/document/tree.js';

const HEADING = /^\s*(?:#+\s*)?(?:\*\*)?[一二三四五六]、[^\t|]*(?:情况|事项)(?:\*\*)?\s*$/;

/**
 * A document from plain text, without the real parser: lines with tabs (or `cellAt`'s lines) make tables, a line such as 二、… starts a section.
 * `split` says whether a blank line ends a table.
 */
export function documentOf(text: string, options: { split?: boolean; separator?: string; stream?: boolean } = {}): ReportDocument {
  const { split = false, separator = '\t', stream = false } = options;
  const sections: Section[] = [];
  let heading: { text: string; spans: [Span] } | null = null;
  let children: (Paragraph | Table)[] = [];
  let rows: Cell[][] = [];
  const flushTable = (): void => {
    const spans = rows.flat().flatMap((cell) => cell.spans ?? []);
    if (spans.length > 0) children.push({ kind: 'table', spans: asSpans([{ start: spans[0]!.start, end: spans[spans.length - 1]!.end }]), rows });
    rows = [];
  };
  const flushSection = (end: number): void => {
    flushTable();
    sections.push({ kind: 'section', level: 1, heading, title: heading?.text ?? '', span: { start: 0, end }, children });
    children = [];
  };
  let at = 0;
  for (const line of text.split('\n')) {
    const inTable = stream ? /[二三四]、/.test(heading?.text ?? '') && !HEADING.test(line) && line.trim() !== '' : line.includes(separator) || /^\s*\d+\s*$/.test(line);
    if (HEADING.test(line) && !inTable) {
      flushSection(at);
      heading = { text: line, spans: [{ start: at, end: at + line.length }] };
    } else if (inTable) {
      rows.push(cellsOf(line, at, stream ? '\n' : separator, rows.length));
    } else if (line.trim() === '') {
      if (split) flushTable();
    } else {
      flushTable();
    }
    at += line.length + 1;
  }
  flushSection(text.length);
  return { source: createHash('sha256').update(text).digest('hex') as SourceId, title: null, issuer: null, year: null, sections, diagnostics: [] };
}

function cellsOf(line: string, at: number, separator: string, row: number): Cell[] {
  let start = at;
  return line.split(separator).map((raw, column) => {
    const text = raw.trim();
    const from = start + raw.indexOf(text);
    start += raw.length + 1;
    return { row, column, text, spans: text === '' ? null : [{ start: from, end: from + text.length }] };
  });
}
