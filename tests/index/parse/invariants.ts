import { expect } from 'vitest';
import type { Span } from '../../../index/document/span.js';
import type { SourceId, SourceText } from '../../../index/document/source-text.js';
import type { ReportDocument, Section } from '../../../index/document/tree.js';

export function sourceOf(text: string): SourceText {
  return { id: 'test' as SourceId, origin: 'test.txt', text, reader: 'test' };
}

/** Every place that holds printed text, with the text that the document says stands there. */
export function placesOf(document: ReportDocument): { text: string; spans: readonly Span[] }[] {
  const found: { text: string; spans: readonly Span[] }[] = document.title === null ? [] : [document.title];
  const walk = (section: Section): void => {
    if (section.heading !== null) found.push(section.heading);
    for (const child of section.children) {
      if (child.kind === 'section') walk(child);
      else if (child.kind === 'paragraph') found.push(...child.sentences);
      else for (const cell of child.rows.flat()) if (cell.spans !== null) found.push({ text: cell.text, spans: cell.spans });
    }
  };
  document.sections.forEach(walk);
  return found;
}

const NOISE = /^(?:[|*#>•●+=~`_:\-—]|&(?:nbsp|ensp|emsp);|<br\/?>)*$/;
const PAGE = /^(?:[-—–－─]+\d{1,4}[-—–－─]+|第\d{1,4}页(?:[,，/、]?共\d{1,4}页)?|\d{1,3})$/;

/** Checks what must hold for any text; throws an assertion error when something does not. */
export function expectSound(text: string, document: ReportDocument): void {
  const count = new Uint8Array(text.length);
  for (const place of placesOf(document)) {
    const joined = place.spans.map(({ start, end }) => text.slice(start, end)).join('');
    if (joined !== place.text) expect.fail(`spans give ${JSON.stringify(joined)}, not ${JSON.stringify(place.text)}`);
    for (const { start, end } of place.spans) for (let i = start; i < end; i += 1) count[i]! += 1;
  }
  for (const { code, span } of document.diagnostics) {
    if ((code === 'duplicate-heading' || code === 'repeated-title' || code === 'two-reports') && span !== null) for (let i = span.start; i < span.end; i += 1) if (count[i] === 0) count[i] = 1;
  }
  const twice = count.findIndex((n) => n > 1);
  if (twice >= 0) expect.fail(`used twice at ${twice}: ${JSON.stringify(text.slice(twice, twice + 20))}`);
  expectNothingLost(text, count);
  let end = 0;
  for (const section of document.sections) end = expectInside(section, end, text.length);
}

function expectNothingLost(text: string, count: Uint8Array): void {
  for (const line of text.matchAll(/[^\n\v\f\r\u0085\u2028\u2029]+/g)) {
    const left = [...line[0]].length === 0 ? '' : Array.from({ length: line[0].length }, (_, i) => (count[line.index + i] === 0 ? line[0][i] : '')).join('').replace(/[\s\u200b-\u200d\u2000-\u200a\u2060\u0085]/g, '');
    if (!NOISE.test(left) && !PAGE.test(left)) expect.fail(`lost ${JSON.stringify(left)} of ${JSON.stringify(line[0])}`);
  }
}

function expectInside(section: Section, from: number, to: number): number {
  const { start, end } = section.span;
  if (start < from || end > to || start >= end) expect.fail(`section [${start}, ${end}) not in [${from}, ${to})`);
  let at = start;
  for (const child of section.children) {
    if (child.kind === 'section') {
      expect(child.level).toBeGreaterThan(section.level - (section.heading === null ? 1 : 0));
      at = expectInside(child, at, end);
      continue;
    }
    for (const span of child.spans) {
      if (span.start < at || span.end > end || span.start >= span.end) expect.fail(`${child.kind} at [${span.start}, ${span.end}) not in [${at}, ${end})`);
      at = span.end;
    }
    const parts = child.kind === 'paragraph' ? child.sentences.map((sentence) => sentence.spans) : child.rows.flat().flatMap((cell) => (cell.spans === null ? [] : [cell.spans]));
    for (const span of parts.flat()) if (!child.spans.some((outer) => outer.start <= span.start && span.end <= outer.end)) expect.fail(`${child.kind}'s part [${span.start}, ${span.end}) lies outside it`);
  }
  return end;
}
