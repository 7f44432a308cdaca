import { z } from 'zod';
import { bothLanguages, filledBoth, loadData, type Text2 } from '../../index/mod.js';
import { keysAt } from './known-keys.js';
import { nearest } from './nearest.js';
import { halves } from './part.js';

type Issue = z.core.$ZodIssue;

/** What is wrong at one place of the configuration: the path that leads there, and why. `key` tells that the key itself is meant, not its value. */
export interface Explained {
  readonly path: readonly PropertyKey[];
  readonly key: boolean;
  readonly message: Text2;
}

const MESSAGES = ['missing', 'unknownKey', 'keyMeant', 'keysKnown', 'wrongType', 'oneOf', 'oneOfMeant', 'wrongForm', 'characters', 'entries', 'value'] as const;
const BOUNDS = ['atLeast', 'above', 'atMost', 'below'] as const;

const texts = <Name extends string>(names: readonly Name[]): z.ZodType<Readonly<Record<Name, Text2>>> => z.strictObject(Object.fromEntries(names.map((name) => [name, bothLanguages]))) as unknown as z.ZodType<Readonly<Record<Name, Text2>>>;

const { types, messages, bounds } = loadData('src/config/messages.json', z.strictObject({ types: z.record(z.string(), bothLanguages), messages: texts(MESSAGES), bounds: texts(BOUNDS) }));

/** What a schema's issues mean, for the person who wrote the file. `valueAt` gives what stands at a path, undefined when nothing does. */
export function explain(issues: readonly Issue[], schema: z.ZodType, valueAt: (path: readonly PropertyKey[]) => unknown): Explained[] {
  return issues.flatMap((issue): Explained[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...issue.path, key], key: true, message: unknownKey(key, keysAt(schema, issue.path)) }));
    // A key that its own schema refuses says why; the issue around it only says that one was refused.
    if (issue.code === 'invalid_key') return issue.issues.map((inner) => ({ path: issue.path, key: true, message: wrongValue(inner, issue.path.at(-1)) }));
    if (issue.code === 'invalid_union') return explain(likeliest(issue), schema, valueAt);
    if (issue.code !== 'custom' && valueAt(issue.path) === undefined) return [{ path: issue.path, key: false, message: messages.missing }];
    return [{ path: issue.path, key: false, message: wrongValue(issue, valueAt(issue.path)) }];
  });
}

/** Of a union's alternatives the one that was most nearly met, seen from the union's own place. */
function likeliest(issue: Extract<Issue, { code: 'invalid_union' }>): Issue[] {
  const best = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
  if (best === undefined || best.length === 0) return [{ code: 'custom', path: issue.path, message: issue.message }];
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

function unknownKey(key: string, known: readonly string[]): Text2 {
  const meant = nearest(key, known);
  if (meant !== null) return filledBoth(messages.keyMeant, { key: shown(key), meant });
  return known.length === 0 ? filledBoth(messages.unknownKey, { key: shown(key) }) : filledBoth(messages.keysKnown, { key: shown(key), known: listed(known) });
}

function listed(names: readonly string[]): Text2 {
  return { zh: names.join('、'), en: names.join(', ') };
}

const SHOWN = 60;

/** What somebody typed, short enough for a line. */
function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function wrongValue(issue: Issue, value: unknown): Text2 {
  switch (issue.code) {
    case 'invalid_type':
      return filledBoth(messages.wrongType, { type: types[issue.expected] ?? issue.expected });
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const meant = typeof value === 'string' ? nearest(value, allowed) : null;
      return meant === null ? filledBoth(messages.oneOf, { allowed: listed(allowed) }) : filledBoth(messages.oneOfMeant, { allowed: listed(allowed), meant });
    }
    case 'too_small':
      return tooFar(issue.origin, issue.inclusive === false ? bounds.above : bounds.atLeast, String(issue.minimum));
    case 'too_big':
      return tooFar(issue.origin, issue.inclusive === false ? bounds.below : bounds.atMost, String(issue.maximum));
    case 'invalid_format':
      return issue.message.includes('\n') ? halves(issue.message) : filledBoth(messages.wrongForm, { format: issue.format });
    default:
      return halves(issue.message);
  }
}

/** For a text the limit counts characters, for a list its entries. */
function tooFar(origin: string, bound: Text2, limit: string): Text2 {
  return filledBoth(origin === 'string' ? messages.characters : origin === 'array' ? messages.entries : messages.value, { bound, limit });
}
