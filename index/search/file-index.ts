import type { ReportId } from '../document/tree.js';
import type { Analyzer } from '../text/mod.js';
import { openFts, type FtsHit, type FtsReport } from './fts5.js';
import { createTermReader } from './passage-terms.js';
import type { SectionIndex } from './section-index.js';
import { queryOf } from './term-query.js';

/**
 * An index in a file, for more reports than fit an index in memory. It keeps itself: what was put is there at the next opening, for other
 * processes too, unless `fingerprint` changed.
 */
export function createFileIndex(file: string, fingerprint: string, analyzer: () => Analyzer): SectionIndex {
  const fts = openFts(file, fingerprint);
  const reader = createTermReader(analyzer);
  let known: { readonly byReport: Map<ReportId, FtsReport>; readonly byEdition: Map<number, ReportId> } | null = null;
  let version = -1;

  function shelf(): NonNullable<typeof known> {
    const outside = fts.seenFromOutside();
    if (known === null || outside !== version) {
      const all = fts.held();
      known = { byReport: new Map(all.map((one) => [one.report as ReportId, one])), byEdition: new Map(all.map(({ report, edition }) => [edition, report as ReportId])) };
      version = outside;
    }
    return known;
  }

  return {
    put: async (reports) => {
      const entries = reports.map(({ report, edition, passages }) => ({ report, edition, passages: passages.map(reader.passage) }));
      fts.change((write) => {
        // Read anew inside the change: another process may have put the same reports a moment ago.
        const before = new Map(write.held().map((one) => [one.report, one]));
        for (const { report, edition, passages } of entries) {
          const old = before.get(report);
          if (old !== undefined) write.drop(old);
          write.add(report, edition, passages);
        }
      });
      known = null;
    },
    remove: async (reports) => {
      fts.change((write) => {
        const gone = new Set<string>(reports);
        for (const one of write.held()) if (gone.has(one.report)) write.drop(one);
      });
      known = null;
    },
    held: async () => new Map([...shelf().byReport].map(([report, { edition }]) => [report, edition])),
    search: async ({ text, reports, limit, enough = limit }) => {
      if (reports?.length === 0 || limit <= 0) return [];
      const asked = analyzer().asked(text);
      if (asked.terms.length === 0) return [];
      const { byReport, byEdition } = shelf();
      const scope = reports === undefined ? null : reports.flatMap((report) => byReport.get(report)?.edition ?? []);
      if (scope?.length === 0) return [];
      const words = (synonym: string): readonly string[] => reader.terms(synonym).words;
      let found = fts.find(queryOf(asked, words, 'AND'), scope, limit);
      if (found.length < Math.min(limit, enough) && asked.terms.length > 1) {
        const strict = new Set(found.map(placeOf));
        const loose = fts.find(queryOf(asked, words, 'OR'), scope, limit + found.length).filter((hit) => !strict.has(placeOf(hit)));
        found = [...found, ...loose.slice(0, limit - found.length)];
      }
      return found.flatMap(({ edition, n, score }) => {
        const report = byEdition.get(edition);
        return report === undefined ? [] : [{ report, n, score }];
      });
    },
    snapshot: async () => null,
    restore: async () => false,
    close: async () => fts.close(),
  };
}

function placeOf({ edition, n }: FtsHit): string {
  return `${edition} ${n}`;
}
