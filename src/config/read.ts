import { isCollection, isMap, isScalar, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import type { Text2 } from '../../index/mod.js';
import { explain } from './explain.js';
import { configSchema, type Config } from './parts.js';
import { looksSecret } from './secret-looking.js';

/** One thing wrong in the configuration, with its place: line and column count from 1. `field` is a path such as `access.rules[0].roles`. */
export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly field: string;
  readonly message: Text2;
}

/** The configuration, or everything that is wrong with it. */
export type ReadConfig = { readonly config: Config; readonly problems: readonly [] } | { readonly config: null; readonly problems: readonly ConfigProblem[] };

/** A configuration is written by hand; what is longer is another file. */
export const LONGEST_CONFIG = 500_000;
const MOST_ALIASES = 50;

/** Reads the text of a configuration file. Never throws: what is wrong comes back with its line and field, secrets in it without their value. */
export function readConfig(text: string, schema: z.ZodType<Config> = configSchema()): ReadConfig {
  const wrong = (...problems: ConfigProblem[]): ReadConfig => ({ config: null, problems });
  const whole = (zh: string, en: string): ReadConfig => wrong({ line: 1, column: 1, field: '', message: { zh, en } });
  if (text.length > LONGEST_CONFIG) return whole('文件太长，不像配置文件', 'the file is too long to be a configuration');
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', stringKeys: true, prettyErrors: false });
    const syntax = [...document.errors, ...document.warnings];
    if (syntax.length > 0) return wrong(...syntax.map(({ pos, message }) => ({ ...place(lines, pos[0]), field: '', message: { zh: `YAML 写法不对：${message}`, en: `not well-formed YAML: ${message}` } })));
    const secrets = secretsIn(document, lines);
    if (secrets.length > 0) return wrong(...secrets);
    const value: unknown = withoutNulls(document.toJS({ maxAliasCount: MOST_ALIASES })) ?? {};
    const parsed = schema.safeParse(value);
    if (parsed.success) return { config: parsed.data, problems: [] };
    const explained = explain(parsed.error.issues, schema, (path) => at(value, path));
    return wrong(...explained.map(({ path, key, message }) => ({ ...placeOf(document, lines, path, key), field: fieldOf(path), message })));
  } catch (error) {
    // Nesting without end, aliases of aliases: the reader gives up, and so do we.
    const why = error instanceof Error ? error.message : String(error);
    return whole(`读不懂：${why}`, `cannot be read: ${why}`);
  }
}

/** A problem as one line a language: `file:line:column field — what`. */
export function lineOf(file: string, { line, column, field, message }: ConfigProblem): Text2 {
  const where = `${file}:${line}:${column}${field === '' ? '' : ` ${field}`}`;
  return { zh: `${where} — ${message.zh}`, en: `${where} — ${message.en}` };
}

function secretsIn(document: Document, lines: LineCounter): ConfigProblem[] {
  const found: ConfigProblem[] = [];
  visit(document, {
    Scalar(key, node, path) {
      if (key === 'key' || typeof node.value !== 'string' || !looksSecret(node.value)) return;
      const field = path.flatMap((step) => ('key' in step && isScalar(step.key) ? [String(step.key.value)] : [])).join('.');
      const message = { zh: '像是密钥。密钥只能放在环境变量里，不能写进文件', en: 'looks like a secret. Secrets belong into the environment, never into the file' };
      found.push({ ...place(lines, node.range?.[0] ?? 0), field, message });
    },
  });
  return found;
}

/** `key:` with nothing after it means that nothing was set. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutNulls(inner)]])));
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step) ? (inner as Record<PropertyKey, unknown>)[step] : undefined), value);
}

/** Where a path stands; what is missing is placed at what would hold it. */
function placeOf(document: Document, lines: LineCounter, path: readonly PropertyKey[], key: boolean): { line: number; column: number } {
  let node: unknown = document.contents;
  let start = 0;
  for (const [i, step] of path.entries()) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step)) : undefined;
    const next = (pair?.value ?? node.get(step, true)) as Node | null | undefined;
    start = (pair && isScalar(pair.key) && (key || i < path.length - 1 || !isScalar(next)) ? pair.key.range?.[0] : next?.range?.[0]) ?? start;
    if (!next) break;
    node = next;
  }
  return place(lines, start);
}

function place(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${String(step)}`)).join('');
}
