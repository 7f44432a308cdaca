import type { ReportId } from '../document/tree.js';
import type { Analyzer, Asked, Terms } from '../text/mod.js';
import { TermIndex, type TermQuery } from './minisearch.js';
import { PackReader, PackWriter } from './packing.js';
import type { PassageQuery, PassageRef, PassageText, SectionIndex } from './section-index.js';

interface Held {
  readonly edition: number;
  readonly ns: readonly number[];
}

/** A passage's id in the index is `edition * SPREAD + n`. */
const SPREAD = 2 ** 20;

const REMEMBERED = { pieces: 2000, length: 60 };

/** An index in memory. `analyzer` is called when words are first needed, so that opening a library does not load a dictionary. */
export function createMemoryIndex(analyzer: () => Analyzer): SectionIndex {
  let index = new TermIndex();
  let held = new Map<ReportId, Held>();
  let reportOf = new Map<number, ReportId>();
  const remembered = new Map<string, Terms>();

  /** Terms of a piece, remembered when it is short: labels and headings of the official form come again in the next report. */
  function termsOf(piece: string): Terms {
    if (piece.length > REMEMBERED.length) return analyzer().terms(piece);
    let terms = remembered.get(piece);
    if (terms === undefined) {
      terms = analyzer().terms(piece);
      if (remembered.size >= REMEMBERED.pieces) remembered.clear();
      remembered.set(piece, terms);
    }
    return terms;
  }

  function drop(report: ReportId): void {
    const old = held.get(report);
    if (old === undefined) return;
    index.discardAll(old.ns.map((n) => old.edition * SPREAD + n));
    held.delete(report);
    reportOf.delete(old.edition);
  }

  async function put(report: ReportId, edition: number, passages: readonly PassageText[]): Promise<void> {
    drop(report);
    for (const { n, heading, pieces } of passages) {
      const words = new Set<string>();
      const pairs = new Set<string>();
      for (const piece of pieces) {
        const terms = termsOf(piece);
        for (const word of terms.words) words.add(word);
        for (const pair of terms.pairs) pairs.add(pair);
      }
      index.add({ id: edition * SPREAD + n, heading: termsOf(heading).words, text: [...words], pairs: [...pairs].filter((pair) => !words.has(pair)) });
    }
    held.set(report, { edition, ns: passages.map(({ n }) => n) });
    reportOf.set(edition, report);
  }

  async function search({ text, reports, limit, enough = limit }: PassageQuery): Promise<PassageRef[]> {
    if (reports?.length === 0 || limit <= 0) return [];
    const asked = analyzer().asked(text);
    if (asked.terms.length === 0) return [];
    const scope = reports === undefined ? null : new Set(reports.flatMap((report) => held.get(report)?.edition ?? []));
    if (scope?.size === 0) return [];
    const words = (synonym: string): readonly string[] => termsOf(synonym).words;
    const within = scope === null ? null : (id: number) => scope.has(Math.floor(id / SPREAD));
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
    remove: async (report) => drop(report),
    held: async () => new Map([...held].map(([report, { edition }]) => [report, edition])),
    search,
    snapshot,
    restore,
  };
}

/**
 * A term is met by its word, by a synonym or, more weakly, by one of its pairs. `words` cuts a synonym as texts are cut.
 * Synonyms of several words are costly (their words are common), so only terms that have no Chinese of their own are given them;
 * for the others ranking still sees them.
 */
function queryOf({ terms, links }: Asked, words: (text: string) => readonly string[], combineWith: 'AND' | 'OR'): TermQuery {
  const groups = terms.map(({ word, pairs, also }): TermQuery => {
    const foreign = pairs.length === 0 && also.length > 0 && !/\p{Script=Han}/u.test(word);
    const cuts = also.map(words).filter((cut) => cut.length === 1 || (foreign && cut.length > 1)).slice(0, MOST_SYNONYMS);
    const single = [...new Set([word, ...pairs, ...cuts.flatMap((cut) => (cut.length === 1 ? cut : []))])];
    return { combineWith: 'OR', queries: [...single, ...cuts.filter((cut) => cut.length > 1).map((cut): TermQuery => ({ combineWith: 'AND', queries: cut }))] };
  });
  const query: TermQuery = { combineWith, queries: groups };
  return combineWith === 'OR' && links.length > 0 ? { combineWith: 'OR', queries: [query, ...links] } : query;
}

/** The lexicon gives some concepts dozens of words; the first ones are the usual ones. */
const MOST_SYNONYMS = 8;
