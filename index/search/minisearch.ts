// oxlint-disable no-underscore-dangle -- so MiniSearch names the state that is packed below
import MiniSearch, { type Options, type Query, type SearchOptions } from 'minisearch';
import type { PackReader, PackWriter } from './packing.js';
import { Postings } from './postings.js';
import { BOOST, type PassageTerms, type TermQuery } from './term-query.js';

// The only file that knows MiniSearch. It holds terms and numbers, no text.

/** Terms of one passage under the number that the index knows it by. */
export interface TermEntry extends Omit<PassageTerms, 'n'> {
  readonly id: number;
}

const FIELDS = ['heading', 'text', 'pairs'];

/** Terms come ready from the analyzer, so MiniSearch's own tokeniser is given lists (passages) and single terms (queries). */
const asIs = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : [value as string]);
const OPTIONS: Options<TermEntry> = {
  idField: 'id',
  fields: FIELDS,
  stringifyField: (value: unknown) => value as string,
  tokenize: asIs,
  processTerm: (term) => term,
  logger: () => {},
};

/** So many passages (those of some reports) are sooner looked up one by one in each term's list than the lists are gone through. */
const FEW = 500;

/** By field; MiniSearch comes with a Map of its own for the first passage of a term. */
class Fields extends Map<number, Postings> {
  override set(field: number, counts: Iterable<readonly [number, number]>): this {
    if (counts instanceof Postings) return super.set(field, counts);
    const postings = new Postings();
    for (const [number, count] of counts) postings.set(number, count);
    return super.set(field, postings);
  }
}

/**
 * Where MiniSearch keeps its terms. It brings a tree of prefixes, for words that are only begun or mistyped; our terms are whole words. A
 * tree walks its children one by one, and Chinese has thousands of first characters: a plain table takes a fourth of the time and half of the memory.
 */
class TermTable extends Map<string, Fields> {
  /** MiniSearch's numbers of the passages that are looked at, ascending; null for all. */
  among: readonly number[] | null = null;

  /** MiniSearch goes through all passages of a term and asks of each whether it is wanted: of a common term it is given only those that are. */
  override get(term: string): Fields | undefined {
    const fields = super.get(term);
    const { among } = this;
    if (fields === undefined || among === null) return fields;
    return new Map([...fields].map(([field, postings]) => [field, postings.among(among)])) as unknown as Fields;
  }

  fetch(term: string): Fields {
    let fields = super.get(term);
    if (fields === undefined) {
      fields = new Fields();
      this.set(term, fields);
    }
    return fields;
  }
}

/** A MiniSearch over terms that were made elsewhere, with its term table laid out more compactly. */
export class TermIndex extends MiniSearch<TermEntry> {
  readonly #terms = new TermTable();

  constructor() {
    super(OPTIONS);
    this._index = this.#terms as unknown as typeof this._index;
  }

  /** Ids with scores, best first. `within`: ids of the only passages that are looked at. */
  find(query: TermQuery, within: readonly number[] | null): { readonly id: number; readonly score: number }[] {
    const wanted = within === null ? null : new Set(within);
    this.#terms.among = within === null || within.length > FEW ? null : within.flatMap((id) => this._idToShortId.get(id) ?? []).sort((a, b) => a - b);
    const options: SearchOptions = wanted === null ? { boost: BOOST } : { boost: BOOST, boostDocument: (id: number) => (wanted.has(id) ? 1 : 0) };
    try {
      return this.search(query as Query, options).map(({ id, score }) => ({ id: id as number, score }));
    } finally {
      this.#terms.among = null;
    }
  }

  /**
   * MiniSearch's own JSON needs ten times the time and memory: 1.6 s for a thousand reports, more than indexing them anew is worth.
   * So the state is written out as it is. It is MiniSearch's protected state, which the pinned version of the package keeps stable.
   */
  pack(to: PackWriter): void {
    to.number(this._nextId);
    to.number(this._documentCount);
    for (const [shortId, id] of this._documentIds as Map<number, number>) {
      to.number(shortId);
      to.number(id);
      const lengths = this._fieldLength.get(shortId)!;
      for (let field = 0; field < FIELDS.length; field += 1) to.number(lengths[field] ?? 0);
    }
    to.number(this.#terms.size);
    for (const [term, fields] of this.#terms) {
      to.text(term);
      to.number(fields.size);
      for (const [field, counts] of fields) {
        to.number(field);
        // Numbers only grow, so the step from one to the next is small. Removed passages are left out.
        const held = [...counts].filter(([shortId]) => this._documentIds.has(shortId));
        to.number(held.length);
        let before = 0;
        for (const [shortId, count] of held) {
          to.number(shortId - before);
          to.number(count);
          before = shortId;
        }
      }
    }
  }

  /** Reads what `pack` wrote. Throws `DamagedError` (or what a senseless number makes Map throw) on anything else. */
  static unpack(from: PackReader): TermIndex {
    const index = new TermIndex();
    index._nextId = from.number();
    index._documentCount = from.number();
    const sums = FIELDS.map(() => 0);
    for (let i = 0; i < index._documentCount; i += 1) {
      const shortId = from.number();
      const id = from.number();
      index._documentIds.set(shortId, id);
      index._idToShortId.set(id, shortId);
      const lengths = sums.map(() => from.number());
      index._fieldLength.set(shortId, lengths);
      lengths.forEach((length, field) => (sums[field]! += length));
    }
    index._avgFieldLength = sums.map((sum) => (index._documentCount === 0 ? 0 : sum / index._documentCount));
    for (let terms = from.number(); terms > 0; terms -= 1) {
      const term = from.text();
      const fields = new Fields();
      for (let count = from.number(); count > 0; count -= 1) {
        const field = from.number();
        const counts = new Postings();
        let shortId = 0;
        for (let held = from.number(); held > 0; held -= 1) {
          shortId += from.number();
          counts.set(shortId, from.number());
        }
        if (counts.size > 0) fields.set(field, counts);
      }
      if (fields.size > 0) index.#terms.set(term, fields);
    }
    return index;
  }
}
