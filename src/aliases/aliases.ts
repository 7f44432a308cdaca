import type { Kysely, Selectable, Transaction } from 'kysely';
import { foldedAlias, type Alias, type Aliases } from '../../intents/mod.js';
import type { AliasChangeRow, AliasTables } from './migrations.js';

/** A change as it is kept. */
export type AliasChange = Selectable<AliasChangeRow>;

/** Aliases in the embedded store, with every change that was ever made. */
export interface AliasBook extends Aliases {
  /** Changes, oldest first. */
  history(): Promise<readonly AliasChange[]>;
  /** Makes `phrase` an alias of `metric`. `check` is asked inside the transaction and throws where it must not be. */
  add(phrase: string, metric: string, by: string, now: Date, check: (held: readonly Alias[]) => void): Promise<AliasChange>;
  /** Null when it is no alias. */
  remove(phrase: string, by: string, now: Date): Promise<AliasChange | null>;
  /**
   * Takes a change back, the last one not yet taken back unless named. Null when there is none such (what takes another back is none); `'superseded'` when the phrase was
   * changed since, so that taking it back would undo somebody's later decision. `check` as with `add`, where an alias comes into force again.
   */
  undo(change: number | null, by: string, now: Date, check: (phrase: string, metric: string, held: readonly Alias[]) => void): Promise<AliasChange | 'superseded' | null>;
}

/** The aliases of a store. One per process is enough: what another process changes is seen with the next question. */
export function aliasesIn(database: Kysely<AliasTables>): AliasBook {
  let known: { readonly newest: number; readonly held: readonly Alias[] } = { newest: 0, held: [] };
  return {
    async held() {
      const { newest } = await database.selectFrom('aliases_change').select(({ fn }) => fn.max('id').as('newest')).executeTakeFirstOrThrow();
      if ((newest ?? 0) !== known.newest) known = { newest: newest ?? 0, held: inForce(await changesIn(database)) };
      return known.held;
    },
    history: () => changesIn(database),
    add: (phrase, metric, by, now, check) =>
      database.transaction().execute(async (transaction) => {
        check(inForce(await changesIn(transaction)));
        return insert(transaction, { phrase, before: null, after: metric, by, at: now, undoes: null });
      }),
    remove: (phrase, by, now) =>
      database.transaction().execute(async (transaction) => {
        const before = newestOf(await changesIn(transaction), foldedAlias(phrase));
        return before?.after == null ? null : insert(transaction, { phrase: before.phrase, before: before.after, after: null, by, at: now, undoes: null });
      }),
    undo: (id, by, now, check) =>
      database.transaction().execute(async (transaction) => {
        const changes = await changesIn(transaction);
        const taken = new Set(changes.map(({ undoes }) => undoes));
        const standing = changes.filter((one) => one.undoes === null && !taken.has(one.id));
        const change = id === null ? standing.at(-1) : standing.find((one) => one.id === id);
        if (!change) return null;
        if (newestOf(standing, change.folded) !== change) return 'superseded';
        if (change.before !== null) check(change.phrase, change.before, inForce(changes).filter((alias) => foldedAlias(alias.phrase) !== change.folded));
        return insert(transaction, { phrase: change.phrase, before: change.after, after: change.before, by, at: now, undoes: change.id });
      }),
  };
}

function changesIn(database: Kysely<AliasTables>): Promise<AliasChange[]> {
  return database.selectFrom('aliases_change').selectAll().orderBy('id').execute();
}

function newestOf(changes: readonly AliasChange[], folded: string): AliasChange | undefined {
  return changes.findLast((change) => change.folded === folded);
}

function inForce(changes: readonly AliasChange[]): Alias[] {
  const newest = new Map(changes.map((change) => [change.folded, change]));
  return [...newest.values()].flatMap(({ phrase, after }) => (after === null ? [] : [{ phrase, metric: after }]));
}

async function insert(transaction: Transaction<AliasTables>, { phrase, at, ...change }: Pick<AliasChange, 'phrase' | 'before' | 'after' | 'by' | 'undoes'> & { readonly at: Date }): Promise<AliasChange> {
  return transaction.insertInto('aliases_change').values({ phrase, folded: foldedAlias(phrase), at: at.toISOString(), ...change }).returningAll().executeTakeFirstOrThrow();
}
