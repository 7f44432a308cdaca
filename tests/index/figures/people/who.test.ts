import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { SourceId } from '../../../../index/document/source-text.js';
import { rolesIn } from '../../../../index/figures/people/mod.js';
import { parseDocument } from '../../../../index/parse/document.js';

interface Asked {
  readonly id: string;
  readonly type: string;
  readonly report?: string;
  readonly expect: { readonly name?: string; readonly contains?: readonly string[] };
}

const asked = readFileSync('tests/specs/questions-unseen-a.jsonl', 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Asked);
const path = (report: string): string => `tests/fixtures/unseen-a/${report}`;

test('who is asked for stands among the roles', () => {
  const who = asked.filter(({ type, report }) => type.startsWith('who') && report !== undefined && existsSync(path(report)));
  const missing = who.filter(({ report, expect: wanted }) => {
    const roles = rolesIn(parseDocument({ id: 'unseen' as SourceId, origin: report!, text: readFileSync(path(report!), 'utf8'), reader: 'test' }));
    const names = wanted.name === undefined ? (wanted.contains ?? []) : [wanted.name];
    return !names.every((name) => roles.some((role) => role.holder === name || (role.holderPost ?? '').includes(name)));
  });
  expect(missing.map(({ id }) => id)).toEqual([]);
});
