import type { ReportId } from '../document/tree.js';
import type { Analyzer } from '../text/mod.js';
import { TermIndex } from './minisearch.js';
import { PackReader, PackWriter } from './packing.js';
import { createTermReader, type TermReader } from './passage-terms.js';
import type { PassageQuery, PassageRef, ReportPassages, SectionIndex } from './section-index.js';
import { queryOf } from './term-query.js';

interface Held {
  readonly edition: number;
  readonly ns: readonly number[];
}

/** A passage's id in the index is `edition * SPREAD + n`. */
const SPREAD = 2 ** 20;

function idsOf(held: Held | undefined): number[] {
  return held === undefined ? [] : held.ns.map((n) => held.edition * SPREAD + n);
}

/** An index in memory. `analyzer` is called when words are first needed, so that opening a library does not load a dictionary. */
export function createMemoryIndex(analyzer: () => Analyzer, reader: TermReader = createTermReader(analyzer)): SectionIndex {
  let index = new TermIndex();
  let held = new Map<ReportId, Held>();
  let reportOf = new Map<number, ReportId>();

  function drop(report: ReportId): void {
    const old = held.get(report);
    if (old === undefined) return;
    index.discardAll(idsOf(old));
    held.delete(report);
    reportOf.delete(old.edition);
  }

  async function put(reports: readonly ReportPassages[]): Promise<void> {
    for (const { report, edition, passages } of reports) {
      drop(report);
      for (const { n, heading, text, pairs } of passages.map(reader.passage)) index.add({ id: edition * SPREAD + n, heading, text, pairs });
      held.set(report, { edition, ns: passages.map(({ n }) => n) });
      reportOf.set(edition, report);
    }
  }

  async function search({ text, reports, limit, enough = limit }: PassageQuery): Promise<PassageRef[]> {
    if (reports?.length === 0 || limit <= 0) return [];
    const asked = analyzer().asked(text);
    if (asked.terms.length === 0) return [];
    const words = (synonym: string): readonly string[] => reader.terms(synonym).words;
    const within = reports?.flatMap((report) => idsOf(held.get(report))) ?? null;
    if (within?.length === 0) return [];
    let found = index.find(queryOf(asked, words, 'AND'), within).slice(0, limit);
    if (found.length < Math.min(limit, enough) && asked.terms.length > 1) {
      const strict = new Set(found.map(({ id }) => id));
      const loose = index.find(queryOf(asked, words, 'OR'), within).filter(({ id }) => !strict.has(id));
      found = [...found, ...loose.slice(0, limit - found.length)];
    }
    return found.map(({ id, score }) => ({ report: reportOf.get(Math.floor(id / SPREAD))!, n: id % SPREAD, score }));
  }

  async function snapshot(fingerprint: string): Promise<Uint8Array> {
    const to = new PackWriter();
    to.number(held.size);
    for (const [report, { edition, ns }] of held) {
      to.text(report);
      to.number(edition);
      to.number(ns.length);
      for (const n of ns) to.number(n);
    }
    index.pack(to);
    return to.sealed(fingerprint);
  }

  async function restore(bytes: Uint8Array, fingerprint: string): Promise<boolean> {
    [index, held, reportOf] = [new TermIndex(), new Map(), new Map()];
    const from = PackReader.open(bytes, fingerprint);
    if (from === null) return false;
    try {
      const reports = new Map<ReportId, Held>();
      for (let count = from.number(); count > 0; count -= 1) {
        const report = from.text() as ReportId;
        const edition = from.number();
        reports.set(report, { edition, ns: Array.from({ length: from.number() }, () => from.number()) });
      }
      index = TermIndex.unpack(from);
      held = reports;
      reportOf = new Map([...reports].map(([report, { edition }]) => [edition, report]));
      return true;
    } catch {
      // Whatever a damaged file makes the reader trip over, the answer is to build the index anew.
      return false;
    }
  }

  return {
    put,
    remove: async (reports) => reports.forEach(drop),
    held: async () => new Map([...held].map(([report, { edition }]) => [report, edition])),
    search,
    snapshot,
    restore,
    close: async () => {
      [index, held, reportOf] = [new TermIndex(), new Map(), new Map()];
    },
  };
}
