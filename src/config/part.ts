import type { z } from 'zod';
import type { Text2 } from '../../index/mod.js';

/**
 * A part of `wenbao.config.yaml`: one top-level key. Whoever owns what is configured owns the part and puts it on the list in `parts.ts`.
 * `schema` is strict and parses `undefined` to its defaults (`.prefault({})`, `.default(…)`): nothing configured means the defaults.
 */
export interface ConfigPart<Key extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly key: Key;
  readonly schema: Schema;
}

/** A part, its key and schema kept in its type. */
export function definePart<const Key extends string, Schema extends z.ZodType>(key: Key, schema: Schema): ConfigPart<Key, Schema> {
  return { key, schema };
}

/** A message of a schema's own check (`z.refine(…, both(…))`) in both languages; `problems.ts` takes it apart again. */
export function both(zh: string, en: string): string {
  return `${zh}\n${en}`;
}

/** The two halves of what `both` made; a message in one language stands for both. */
export function halves(message: string): Text2 {
  const [zh = '', en = zh] = message.split('\n');
  return { zh, en };
}
