import type { Diagnostic } from '../document/diagnostic.js';
import type { SourceText } from '../document/source-text.js';
import type { Organisation } from '../document/tree.js';
import type { SourceRow } from './database.js';
import { Wording, writeLayout } from './encoding.js';
import { writeMetricPlaces } from './metric-places.js';
import type { PreparedReport } from './prepared.js';
import { contentOf, writePassages } from './rows.js';

/** A report as its rows will hold it. Reports wait for their transaction in this form: strings, where the trees they are made of would outlive many others. */
export interface WrittenReport {
  readonly source: SourceText;
  readonly sourceRow: SourceRow;
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
  readonly metricPlaces: Buffer;
  readonly roles: readonly string[];
  readonly lists: readonly string[];
}

/** Writes out what will be kept of a report. Pure. */
export function writtenReport({ source, bytes, organisation, assumed, year, title, forms, figures, roles, lists, passages, diagnostics }: PreparedReport): WrittenReport {
  const wording = new Wording();
  const contents = figures.map((figure) => contentOf(figure, wording));
  const writtenPassages = writePassages(passages, wording);
  const metrics = figures.map(({ metric }) => metric);
  return {
    source,
    sourceRow: sourceRow(source, bytes),
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
