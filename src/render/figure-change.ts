import { z } from 'zod';
import { toJsonValue, type FigureChange, type VersionedValue } from '../../index/mod.js';

const Value = z.strictObject({ value: z.union([z.number(), z.string()]).nullable(), state: z.enum(['number', 'blank', 'not-applicable', 'text']), unit: z.string().nullable() });

/** One figure that differs between two versions, as `ingest` and `changes` tell it. */
export const ChangeJson = z.strictObject({
  kind: z.enum(['added', 'removed', 'changed']),
  metric: z.string().optional(),
  label: z.string(),
  before: Value.nullable(),
  after: Value.nullable(),
});

/** How many figures of each kind differ. */
export const ChangeCounts = z.strictObject({ added: z.int(), removed: z.int(), changed: z.int() });

/** A change as machines read it; values that a double holds exactly are numbers, others decimal strings. */
export function changeJson({ kind, metric, label, before, after }: FigureChange): z.input<typeof ChangeJson> {
  return { kind, ...(metric !== null && { metric }), label, before: valueJson(before), after: valueJson(after) };
}

/** How many figures came, went and changed. */
export function changeCounts(changes: readonly FigureChange[]): z.input<typeof ChangeCounts> {
  const count = (kind: FigureChange['kind']): number => changes.filter((change) => change.kind === kind).length;
  return { added: count('added'), removed: count('removed'), changed: count('changed') };
}

function valueJson(held: VersionedValue | null): z.input<typeof Value> | null {
  return held === null ? null : { value: held.value === null ? null : toJsonValue(held.value), state: held.state, unit: held.unit };
}

const KINDS: Readonly<Record<FigureChange['kind'], string>> = { added: '新增', removed: '删去', changed: '改动' };
const STATES: Readonly<Record<VersionedValue['state'], string>> = { number: '', blank: '空', 'not-applicable': '不适用', text: '文字' };

/** A change on one line: 改动 行政许可 处理决定数量：5 → 6件. */
export function changeLine({ kind, label, metric, before, after }: FigureChange): string {
  return `${KINDS[kind]} ${label || metric || '—'}：${[before, after].flatMap((held) => (held === null ? [] : [`${held.value ?? STATES[held.state]}${held.value === null ? '' : (held.unit ?? '')}`])).join(' → ')}`;
}
