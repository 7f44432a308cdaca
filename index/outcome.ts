import { changesBetween, type FigureChange } from './changes.js';
import type { Diagnostic } from './document/diagnostic.js';
import { matchesOf } from './document/matches.js';
import type { SourceText } from './document/source-text.js';
import type { FormId, ReportId } from './document/tree.js';
import type { FileError } from './incoming-file.js';
import type { ReadingCard, TableRead } from './reading-card.js';
import type { Kept, Store } from './store/mod.js';

/** A diagnostic with the line it starts in, counted from 1; null when it is about the file as a whole. */
export type LinedDiagnostic = Diagnostic & { readonly line: number | null };

/** What became of one file. For `refused`, `error` says why and nothing was kept; for the others the report is on the disk. */
export interface IngestOutcome {
  readonly path: string;
  readonly status: 'added' | 'updated' | 'unchanged' | 'refused';
  readonly report?: ReportId;
  readonly version?: number;
  readonly org?: string;
  readonly year?: number | null;
  readonly forms?: readonly FormId[];
  readonly figures?: number;
  /** What was found and how well it could be read; absent for files that were not read now (unchanged, refused). */
  readonly card?: LinedCard;
  /** Figures that differ from the version before; only where there is one. */
  readonly changes?: readonly FigureChange[];
  readonly diagnostics: readonly LinedDiagnostic[];
  readonly error?: FileError;
}

/** A card whose tables say in which line they begin, counted from 1. */
export type LinedCard = Omit<ReadingCard, 'tables'> & { readonly tables: readonly (TableRead & { readonly line: number })[] };

/** What will be told of a report that is ready to be kept. */
export interface Drafted {
  readonly source: SourceText;
  readonly card: ReadingCard;
}

/** Tells what became of the files of one ingest, and of files in it that are the same report. */
export interface Teller {
  refused(path: string, error: FileError): IngestOutcome;
  /** `drafted` is null when the file was held already and not read. */
  kept(path: string, kept: Kept, drafted: Drafted | null): Promise<IngestOutcome>;
}

/** Tells the outcomes of one ingest: it remembers its paths, so that what comes twice in it is said. */
export function createTeller(store: Store): Teller {
  /** Paths of this ingest by source and by report. */
  const bySource = new Map<string, string>();
  const byReport = new Map<ReportId, string>();

  function twice(path: string, { status, card }: Kept): Diagnostic[] {
    const sameBytes = bySource.get(card.source);
    const sameReport = byReport.get(card.report);
    bySource.set(card.source, path);
    byReport.set(card.report, path);
    if (status === 'unchanged') return sameBytes === undefined || sameBytes === path ? [] : [sameFile(sameBytes)];
    return sameReport === undefined || sameReport === path ? [] : [sameReportTwice(sameReport)];
  }

  return {
    refused: (path, error) => ({ path, status: 'refused', diagnostics: [], error }),
    kept: async (path, kept, drafted) => {
      const { status, card } = kept;
      const lineAt = drafted === null ? null : linesOf(drafted.source.text);
      const before = status === 'updated' ? await store.earlier(card.report, card.version) : null;
      const changes = before === null ? null : changesBetween(await store.figures(before), await store.figures(card));
      const diagnostics = [...kept.diagnostics, ...twice(path, kept), ...(changes?.length === 0 ? [noFigureChanged(before!.version)] : []), ...(card.withdrawn === null ? [] : [withdrawn(card.withdrawn)])];
      return {
        path,
        status,
        report: card.report,
        version: card.version,
        org: card.org.name,
        year: card.year,
        forms: card.forms,
        figures: card.figures,
        ...(drafted !== null && lineAt !== null && status !== 'unchanged' && { card: withLines(drafted.card, lineAt) }),
        ...(changes !== null && { changes }),
        diagnostics: lined(diagnostics, lineAt),
      };
    },
  };
}

const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/** Tells in which line, counted from 1, an offset of `text` stands. The text is looked through once. */
export function linesOf(text: string): (offset: number) => number {
  const starts = matchesOf(LINE_END, text).map((end) => end.index + end[0].length);
  return (offset) => {
    let [from, to] = [0, starts.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (starts[middle]! <= offset) from = middle + 1;
      else to = middle;
    }
    return from + 1;
  };
}

function withLines(card: ReadingCard, lineAt: (offset: number) => number): LinedCard {
  return { ...card, tables: card.tables.map((table) => ({ ...table, line: lineAt(table.span.start) })) };
}

function lined(diagnostics: readonly Diagnostic[], lineAt: ((offset: number) => number) | null): LinedDiagnostic[] {
  return diagnostics.map((one) => ({ ...one, line: one.span === null || lineAt === null ? null : lineAt(one.span.start) }));
}

/** The same bytes do not bring a withdrawn report back: whoever withdrew it had a reason. */
function withdrawn(why: string): Diagnostic {
  return { code: 'withdrawn', severity: 'warning', message: { zh: `这份文件已撤下，不再用于回答（${why}）；更正后的文件可以直接导入`, en: `this very file was withdrawn and is not used (${why}); a corrected one can be ingested` }, span: null };
}

function sameFile(other: string): Diagnostic {
  return { code: 'same-file-twice', severity: 'info', message: { zh: `与这次导入的 ${other} 完全相同`, en: `the same bytes as ${other} of this call` }, span: null };
}

function sameReportTwice(other: string): Diagnostic {
  return { code: 'same-report-twice', severity: 'warning', message: { zh: `这次导入的 ${other} 也是这份报告（同一机关、同一年）；回答用现在这一份，前一份留作旧版本`, en: `${other} of this call is the same report (organisation and year); answers use this one, the other is kept as an older version` }, span: null };
}

function noFigureChanged(version: number): Diagnostic {
  return { code: 'no-figure-changed', severity: 'info', message: { zh: `文件与第 ${version} 版不同，但数字全部相同`, en: `the file differs from version ${version}, but every figure is the same` }, span: null };
}
