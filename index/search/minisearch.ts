import MiniSearch, { type Options, type Query, type SearchOptions } from 'minisearch';
import type { ReportId } from '../document/tree.js';
import type { Analyzer, Asked, Terms } from '../text/mod.js';
import type { PassageQuery, PassageRef, PassageText, SectionIndex } from './section-index.js';
import { packSnapshot, unpackSnapshot } from './snapshot.js';

// The only file that knows MiniSearch. It holds terms and numbers, no text: a passage is `edition * SPREAD + n`.

interface Entry {
  readonly id: number;
  readonly heading: readonly string[];
  readonly text: readonly string[];
  readonly pairs: readonly string[];
}

interface Held {
  readonly edition: number;
  readonly ns: readonly number[];
}

const SPREAD = 2 ** 20;
/** Words of a heading say what the passage is about; pairs are only hints. */
const BOOST = { heading: 2.5, text: 1, pairs: 0.35 };

/** Terms come ready from the analyzer, so MiniSearch's own tokeniser is given lists (documents) and single terms (queries). */
const asIs = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : [value as string]);
const OPTIONS: Options<Entry> = {
  idField: 'id',
  fields: ['heading', 'text', 'pairs'],
  stringifyField: (value: unknown) => value as string,
  tokenize: asIs,
  processTerm: keyOf,
  logger: () => {},
};

/**
 * MiniSearch walks a node's children one by one, and Chinese has thousands of first characters: spelling the first one in three
 * symbols of 32 (capitals and marks, which no folded term starts with) makes adding a report three times as fast.
 */
function keyOf(term: string): string {
  const code = term.charCodeAt(0);
  if (code < 0x3400) return term;
  return String.fromCharCode(0x40 + (code >> 11), 0x40 + ((code >> 5) & 31), 0x40 + (code & 31)) + term.slice(1);
}

/** An index in memory. `analyzer` is called when words are first needed, so that opening a library does not load a dictionary. */
export function createMiniSearchIndex(analyzer: () => Analyzer): SectionIndex {
  let index = new MiniSearch<Entry>(OPTIONS);
  let held = new Map<ReportId, Held>();
  let reportOf = new Map<number, ReportId>();

  function drop(report: ReportId): void {
    const old = held.get(report);
    if (old === undefined) return;
    index.discardAll(old.ns.map((n) => old.edition * SPREAD + n));
    held.delete(report);
    reportOf.delete(old.edition);
  }

  async function put(report: ReportId, edition: number, passages: readonly PassageText[]): Promise<void> {
    drop(report);
    const makeTerms = analyzer().terms;
    const headings = new Map<string, Terms>();
    for (const { n, heading, text } of passages) {
      let title = headings.get(heading);
      if (title === undefined) headings.set(heading, (title = makeTerms(heading)));
      const body = makeTerms(text);
      index.add({ id: edition * SPREAD + n, heading: title.words, text: body.words, pairs: body.pairs });
    }
    held.set(report, { edition, ns: passages.map(({ n }) => n) });
    reportOf.set(edition, report);
  }

  function run(query: Query, scope: ReadonlySet<number> | null): PassageRef[] {
    // Scoring skips what is out of scope instead of filtering a long result afterwards.
    const options: SearchOptions = scope === null ? { boost: BOOST } : { boost: BOOST, boostDocument: (id: number) => (scope.has(Math.floor(id / SPREAD)) ? 1 : 0) };
    return index.search(query, options).map(({ id, score }) => ({ report: reportOf.get(Math.floor(id / SPREAD))!, n: id % SPREAD, score }));
  }

  async function search({ text, reports, limit }: PassageQuery): Promise<PassageRef[]> {
    if (reports?.length === 0 || limit <= 0) return [];
    const asked = analyzer().asked(text);
    if (asked.terms.length === 0) return [];
    const scope = reports === undefined ? null : new Set(reports.flatMap((report) => held.get(report)?.edition ?? []));
    if (scope?.size === 0) return [];
    const strict = run(queryOf(asked, 'AND'), scope);
    if (strict.length >= limit || asked.terms.length === 1) return strict.slice(0, limit);
    const found = new Set(strict.map(({ report, n }) => `${report} ${n}`));
    const loose = run(queryOf(asked, 'OR'), scope).filter(({ report, n }) => !found.has(`${report} ${n}`));
    return [...strict, ...loose].slice(0, limit);
  }

  return {
    put,
    remove: async (report) => drop(report),
    held: async () => new Map([...held].map(([report, { edition }]) => [report, edition])),
    search,
    snapshot: async (fingerprint) => packSnapshot(fingerprint, { held: [...held], index: index.toJSON() }),
    restore: async (snapshot, fingerprint) => {
      index = new MiniSearch<Entry>(OPTIONS);
      held = new Map();
      reportOf = new Map();
      try {
        const content = unpackSnapshot(snapshot, fingerprint) as { held: [ReportId, Held][]; index: Parameters<typeof MiniSearch.loadJS<Entry>>[0] } | null;
        if (content === null) return false;
        const restored = MiniSearch.loadJS<Entry>(content.index, OPTIONS);
        held = new Map(content.held);
        reportOf = new Map(content.held.map(([report, { edition }]) => [edition, report]));
        index = restored;
        return true;
      } catch {
        // Whatever a damaged file makes the loader trip over, the answer is to build the index anew.
        held = new Map();
        return false;
      }
    },
  };
}

/** A term is met by its word or, more weakly, by one of its pairs. */
function queryOf({ terms, links }: Asked, combineWith: 'AND' | 'OR'): Query {
  const groups: Query[] = terms.map(({ word, pairs }) => ({ combineWith: 'OR', queries: [word, ...pairs.filter((pair) => pair !== word)] }));
  const query: Query = { combineWith, queries: groups };
  return combineWith === 'OR' && links.length > 0 ? { combineWith: 'OR', queries: [query, ...links] } : query;
}
