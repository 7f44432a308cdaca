/**
 * Reads of one turn of the program put into one call: `read` is given all keys that were asked for until then. Rejects where `read` does, and
 * for a key that it did not find.
 */
export function together<V>(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>): (key: string) => Promise<V> {
  let now: { readonly keys: string[]; readonly found: Promise<ReadonlyMap<string, V>> } | null = null;
  return async (key) => {
    if (now === null) {
      const keys: string[] = [];
      const found = Promise.resolve().then(() => {
        now = null;
        return read(keys);
      });
      now = { keys, found };
    }
    now.keys.push(key);
    const value = (await now.found).get(key);
    if (value === undefined) throw new Error(`not held: ${key}`);
    return value;
  };
}
