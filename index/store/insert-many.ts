// Apart from `rows.ts`, which the drafting thread needs: a thread that never touches the database would load Kysely first (0.2 s).
import { CompiledQuery, type Kysely } from 'kysely';
import { gathered } from '../document/gathered.js';
import type { Tables } from './database.js';

/** Rows per statement: large enough to amortise a call, small enough that its text is prepared once and used again. */
const CHUNKS = [64, 16, 4, 1] as const;
const texts = new Map<string, string>();

/** Inserts many rows, each the values of `columns` in their order. Kysely writes the statement once per chunk size; afterwards only values travel. */
export async function insertMany(database: Kysely<Tables>, table: 'figure' | 'role' | 'list', columns: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  let at = 0;
  for (const size of CHUNKS) {
    for (; rows.length - at >= size; at += size) {
      const chunk = rows.slice(at, at + size);
      const key = `${table} ${size}`;
      let text = texts.get(key);
      if (text === undefined) {
        const named = chunk.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
        text = database.insertInto(table).values(named as never).compile().sql;
        texts.set(key, text);
      }
      await database.executeQuery(CompiledQuery.raw(text, gathered(chunk, (row) => row)));
    }
  }
}
