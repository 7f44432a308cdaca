import type { z } from 'zod';
import type { Text2 } from '../../index/mod.js';
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

const TYPES: Readonly<Record<string, Text2>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表（每行以“- ”开头）', en: 'a list (lines that start with "- ")' },
  object: { zh: '若干行“键: 值”', en: 'lines of "key: value"' },
  record: { zh: '若干行“键: 值”', en: 'lines of "key: value"' },
};

/** What a schema's issues mean, for the person who wrote the file. `valueAt` gives what stands at a path, undefined when nothing does. */
export function explain(issues: readonly Issue[], schema: z.ZodType, valueAt: (path: readonly PropertyKey[]) => unknown): Explained[] {
  return issues.flatMap((issue): Explained[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...issue.path, key], key: true, message: unknownKey(key, keysAt(schema, issue.path)) }));
    // A key that its own schema refuses says why; the issue around it only says that one was refused.
    if (issue.code === 'invalid_key') return issue.issues.map((inner) => ({ path: issue.path, key: true, message: wrongValue(inner, issue.path.at(-1)) }));
    if (issue.code === 'invalid_union') return explain(likeliest(issue), schema, valueAt);
    if (issue.code !== 'custom' && valueAt(issue.path) === undefined) return [{ path: issue.path, key: false, message: { zh: '缺少此项', en: 'is missing' } }];
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
  if (meant !== null) return { zh: `没有“${shown(key)}”这一项；是不是想写“${meant}”？`, en: `there is no "${shown(key)}"; did you mean "${meant}"?` };
  if (known.length === 0) return { zh: `没有“${shown(key)}”这一项`, en: `there is no "${shown(key)}"` };
  return { zh: `没有“${shown(key)}”这一项；可用的有：${known.join('、')}`, en: `there is no "${shown(key)}"; known are: ${known.join(', ')}` };
}

const SHOWN = 60;

/** What somebody typed, short enough for a line. */
function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function wrongValue(issue: Issue, value: unknown): Text2 {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = TYPES[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      return { zh: `应为${wanted.zh}`, en: `must be ${wanted.en}` };
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const meant = typeof value === 'string' ? nearest(value, allowed) : null;
      return { zh: `只能是 ${allowed.join('、')}${meant === null ? '' : `；是不是想写“${meant}”？`}`, en: `must be one of ${allowed.join(', ')}${meant === null ? '' : `; did you mean "${meant}"?`}` };
    }
    case 'too_small':
      return tooFar(issue.origin, { zh: issue.inclusive === false ? '大于' : '不小于', en: issue.inclusive === false ? 'more than' : 'at least' }, String(issue.minimum));
    case 'too_big':
      return tooFar(issue.origin, { zh: issue.inclusive === false ? '小于' : '不大于', en: issue.inclusive === false ? 'less than' : 'at most' }, String(issue.maximum));
    case 'invalid_format':
      return issue.message.includes('\n') ? halves(issue.message) : { zh: `格式不对（应为 ${issue.format}）`, en: `has the wrong form (wanted: ${issue.format})` };
    default:
      return halves(issue.message);
  }
}

/** For a text the limit counts characters, for a list its entries. */
function tooFar(origin: string, bound: Text2, limit: string): Text2 {
  if (origin === 'string') return { zh: `字数应${bound.zh} ${limit}`, en: `must have ${bound.en} ${limit} characters` };
  if (origin === 'array') return { zh: `条数应${bound.zh} ${limit}`, en: `must have ${bound.en} ${limit} entries` };
  return { zh: `应${bound.zh} ${limit}`, en: `must be ${bound.en} ${limit}` };
}
