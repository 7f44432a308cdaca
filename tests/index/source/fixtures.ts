import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../index/data.js';
import type { FoundFigure } from '../../../index/document/figure.js';
import type { SourceText } from '../../../index/document/source-text.js';
import type { ReportDocument } from '../../../index/document/tree.js';
import { alignTables } from '../../../index/forms/mod.js';
import { readCell } from '../../../index/forms/read-cell.js';
import { parseDocument } from '../../../index/parse/document.js';
import { readSource } from '../../../index/source/source.js';

export const fixtureFolder = join(projectRoot, 'tests/fixtures/reports');

/** What a report says, however its file is made. */
export interface ReportGold {
  readonly report: string;
  readonly org: string;
  readonly year: number;
  /** Cells of the official tables as printed, by metric. */
  readonly cells: Readonly<Record<string, string>>;
  /** Sentences of the report. */
  readonly said: readonly string[];
}

export interface FileGold {
  readonly file: string;
  readonly type: string;
  readonly layout: string;
  readonly of: ReportGold;
  /** `absent`: the file lost its tables, which must not become zeros. */
  readonly tables: 'whole' | 'absent';
  /** False where the file holds no running text. */
  readonly said: boolean;
  /** Code of the refusal that is expected. */
  readonly refused?: string;
}

const lines = readFileSync(join(projectRoot, 'tests/fixtures/reports-gold.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as ReportGold & Omit<FileGold, 'of'> & { readonly of: string });
const reports = new Map(lines.filter(({ report }) => report !== undefined).map((line) => [line.report, line as ReportGold]));

/** Every file made by `scripts/make-fixtures.mjs` with what is expected of it. */
export const files: readonly FileGold[] = lines.filter(({ file }) => file !== undefined).map((line) => ({ ...line, of: reports.get(line.of)! }));

export const bytesOf = (file: string): Uint8Array => readFileSync(join(fixtureFolder, file));

export interface Reading {
  readonly source: SourceText;
  readonly document: ReportDocument;
  readonly figures: readonly FoundFigure[];
}

export async function read(name: string, bytes: Uint8Array): Promise<Reading> {
  const result = await readSource(name, bytes);
  if (!result.ok) throw new Error(`${name}: ${result.refusal.code} ${result.refusal.message.en}`);
  return figuresOf(result.source);
}

export function figuresOf(source: SourceText): Reading {
  const document = parseDocument(source);
  return { source, document, figures: alignTables(document).figures };
}

export interface Verdict {
  /** A metric with another value than printed, by trust. */
  readonly wrong: string[];
  readonly absent: string[];
}

/** Compares the figures that have a metric with the cells as printed. */
export function judge({ source, figures }: Reading, cells: Readonly<Record<string, string>>): Verdict {
  const wrong: string[] = [];
  const found = new Map<string, FoundFigure>();
  for (const figure of figures) {
    if (figure.metric === null || figure.stat === undefined) continue;
    found.set(figure.metric, figure);
    const printed = cells[figure.metric];
    const expected = printed === undefined ? null : readCell(printed);
    const { quantity } = figure;
    if (expected === null || quantity.value !== expected.value || quantity.state !== expected.state) wrong.push(`${figure.trust} ${figure.metric}: ${quantity.state} ${quantity.value}, printed ${printed}`);
    else if (figure.place !== null && figure.place.map(({ start, end }) => source.text.slice(start, end)).join('') !== quantity.asWritten) wrong.push(`${figure.trust} ${figure.metric}: place`);
  }
  return { wrong, absent: Object.keys(cells).filter((metric) => !found.has(metric)) };
}
