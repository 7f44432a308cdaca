import type { Diagnostic } from '../document/diagnostic.js';
import type { SourceText } from '../document/source-text.js';
import type { Organisation } from '../document/tree.js';
import type { SourceRow } from './database.js';
import { Wording, writeLayout } from './encoding.js';
import { writeMetricPlaces } from './metric-places.js';
import type { PreparedReport } from './prepared.js';
import { contentOf, writePassages } from './rows.js';

/** What is made of a text, as its rows will hold it. Reports wait for their transaction in this form: strings, where the trees they are made of would outlive many others. */
export interface WrittenMeaning {
  readonly organisation: Organisation;
  readonly assumed: boolean;
  readonly year: number | null;
  readonly title: string;
  readonly forms: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly wording: string;
  readonly passages: string;
  readonly metrics: readonly (string | null)[];
  /** Contents of the figures' rows, as many as `metrics`. */
  readonly figures: readonly string[];
  readonly metricPlaces: Uint8Array;
  readonly roles: readonly string[];
  readonly lists: readonly string[];
}

/** A report as its rows will hold it. */
export interface WrittenReport extends WrittenMeaning {
  readonly source: SourceText;
  readonly sourceRow: SourceRow;
}

/** Writes out what will be kept of a report. Pure. */
export function writtenReport(prepared: PreparedReport): WrittenReport {
  return withSource(writtenMeaning(prepared), prepared.source, prepared.bytes);
}

/** What was made of a text, with the text and the file's bytes. */
export function withSource(meaning: WrittenMeaning, source: SourceText, bytes: Uint8Array): WrittenReport {
  return { ...meaning, source, sourceRow: sourceRow(source, bytes) };
}

/** Writes out what was made of a text. Pure. */
export function writtenMeaning({ organisation, assumed, year, title, forms, figures, roles, lists, passages, diagnostics }: Omit<PreparedReport, 'source' | 'bytes'>): WrittenMeaning {
  const wording = new Wording();
  const contents = figures.map((figure) => contentOf(figure, wording));
  const writtenPassages = writePassages(passages, wording);
  const metrics = figures.map(({ metric }) => metric);
  return {
    organisation,
    assumed,
    year,
    title,
    forms: JSON.stringify(forms),
    diagnostics,
    wording: wording.toString(),
    passages: writtenPassages,
    metrics,
    figures: contents,
    metricPlaces: writeMetricPlaces(metrics),
    roles: roles.map((role) => JSON.stringify(role)),
    lists: lists.map((list) => JSON.stringify(list)),
  };
}

function sourceRow({ id, origin, reader, text, layout, hints }: SourceText, bytes: Uint8Array): SourceRow {
  return { id, origin, reader, text, bytes: Buffer.from(text, 'utf8').equals(bytes) ? null : bytes, layout: layout === undefined ? null : writeLayout(layout), hints: hints === undefined ? null : JSON.stringify(hints) };
}
