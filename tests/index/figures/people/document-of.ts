import type { Passage } from '../../../../index/document/passage.js';
import { passageAt } from '../../../../index/document/passage.js';
import type { SourceId } from '../../../../index/document/source-text.js';
import { asSpans, type Span } from '../../../../index/document/span.js';
import type { Paragraph, ReportDocument, Section } from '../../../../index/document/tree.js';

const PAGE_MARK = /^\s*—\s*\d+\s*—\s*$/;
const ENDS = /[。：；:;！？]\s*(?:\*\*)?\s*$/;

type Open = Omit<Section, 'children'> & { readonly children: (Section | Paragraph)[] };

/**
 * A plain stand-in for the parser, so that these tests fail only for reasons of their own:
 * headings 一、 and （一）, paragraphs of one or more lines stitched when a line stops in mid-sentence, bold marks and page marks left out.
 */
export function documentOf(text: string): ReportDocument {
  const root: Open = open(1, null, '', text);
  const sections: Open[] = [root];
  let running: Span[] = [];
  const flush = (): void => {
    if (running.length > 0) sections.at(-1)!.children.push(paragraph(text, running));
    running = [];
  };
  for (const line of linesOf(text)) {
    const printed = text.slice(line.start, line.end);
    if (printed.trim() === '') continue;
    if (PAGE_MARK.test(printed)) continue;
    const heading = /^\s*(?:([一二三四五六七八九十]+、)|(（[一二三四五六七八九十]+）))([^。：；]{2,40})$/.exec(printed);
    if (heading !== null) {
      flush();
      sections.push(open(heading[1] === undefined ? 2 : 1, passageAt(text, [line]), heading[3]!.trim(), text));
      continue;
    }
    if (running.length > 0 && (ENDS.test(text.slice(running.at(-1)!.start, running.at(-1)!.end)) || /^\s*(?:\S{1,3}\s*\S?：|[●\d（一二三四五]|　)/.test(printed))) flush();
    running.push(...withoutMarks(text, line));
  }
  flush();
  return { source: 'test' as SourceId, title: null, issuer: null, year: null, sections: nest(sections), diagnostics: [] };
}

function open(level: Section['level'], heading: Passage | null, title: string, text: string): Open {
  return { kind: 'section', level, heading, title, span: { start: 0, end: text.length }, children: [] };
}

function nest(flat: Open[]): Section[] {
  const top: Open[] = [];
  for (const section of flat) {
    const parent = top.at(-1);
    if (section.level === 2 && parent !== undefined) parent.children.push(section);
    else top.push(section);
  }
  return top;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && text[i] !== '\n') continue;
    if (i > start) lines.push({ start, end: i });
    start = i + 1;
  }
  return lines;
}

function withoutMarks(text: string, line: Span): Span[] {
  const spans: Span[] = [];
  let start = line.start;
  for (let at = text.indexOf('**', start); at >= 0 && at < line.end; at = text.indexOf('**', start)) {
    if (at > start) spans.push({ start, end: at });
    start = at + 2;
  }
  if (start < line.end) spans.push({ start, end: line.end });
  return spans;
}

/** Cuts a paragraph at 。！？ into sentences. */
function paragraph(text: string, spans: readonly Span[]): Paragraph {
  const sentences: Passage[] = [];
  let current: Span[] = [];
  for (const span of spans) {
    let start = span.start;
    for (let i = span.start; i < span.end; i += 1) {
      if (!'。！？'.includes(text[i]!)) continue;
      current.push({ start, end: i + 1 });
      sentences.push(passageAt(text, current));
      current = [];
      start = i + 1;
    }
    if (start < span.end) current.push({ start, end: span.end });
  }
  if (current.length > 0) sentences.push(passageAt(text, current));
  return { kind: 'paragraph', spans: asSpans(spans), sentences };
}
