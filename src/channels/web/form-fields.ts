import type { Context } from 'hono';

/** Longest reason, phrase or name that a form of the desk hands on. */
const LONGEST = 1000;

/** Text fields of a form, trimmed; '' where one is missing or no text. */
export async function fieldsOf<Name extends string>(c: Context, ...names: readonly Name[]): Promise<Readonly<Record<Name, string>>> {
  const form: Readonly<Record<string, unknown>> = await c.req.parseBody().catch(() => ({}));
  return Object.fromEntries(names.map((name) => [name, textOf(form[name]).trim().slice(0, LONGEST)])) as Record<Name, string>;
}

/** A text field of a form; '' where there is none or a file stands in its place. */
export function textOf(field: unknown): string {
  return typeof field === 'string' ? field : '';
}
