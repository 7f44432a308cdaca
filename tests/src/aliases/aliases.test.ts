import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary, type OpenLibrary } from '../../../index/mod.js';
import { aliasesIn, type AliasBook } from '../../../src/aliases/aliases.js';
import type { AliasTables } from '../../../src/aliases/migrations.js';
import { ownMigrations } from '../../../src/tables.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'wenbao-aliases-'));
const NOON = new Date('2026-11-23T12:00:00+08:00');
const allowed = (): void => {};
let at: string;
let held: OpenLibrary;
let book: AliasBook;
beforeEach(async () => {
  at = folder();
  held = await openLibrary(at, { migrations: ownMigrations });
  book = aliasesIn(held.database<AliasTables>());
});
afterEach(async () => {
  await held.close();
  rmSync(at, { recursive: true, force: true });
});

const inForce = async (of: AliasBook = book): Promise<string[]> => (await of.held()).map(({ phrase, metric }) => `${phrase}=${metric}`);

describe('aliases', () => {
  it('hold until removed; every change stays known with who, when, before and after', async () => {
    await book.add('小铺', 'a.b', '甲', NOON, allowed);
    await book.add('前台', 'c.d', '乙', NOON, allowed);
    expect(await inForce()).toEqual(['小铺=a.b', '前台=c.d']);
    await book.remove('小 铺', '丙', NOON);
    expect(await inForce()).toEqual(['前台=c.d']);
    expect((await book.history()).map(({ phrase, before, after, by, at: when }) => [phrase, before, after, by, when])).toEqual([
      ['小铺', null, 'a.b', '甲', NOON.toISOString()],
      ['前台', null, 'c.d', '乙', NOON.toISOString()],
      ['小铺', 'a.b', null, '丙', NOON.toISOString()],
    ]);
  });

  it('are the same list as long as nothing changes, and seen by another process with its next question', async () => {
    const other = aliasesIn(held.database<AliasTables>());
    expect(await other.held()).toBe(await other.held());
    await book.add('小铺', 'a.b', '甲', NOON, allowed);
    expect(await inForce(other)).toEqual(['小铺=a.b']);
    expect(await other.held()).toBe(await other.held());
  });

  it('undo takes the last change back, then the one before', async () => {
    await book.add('小铺', 'a.b', '甲', NOON, allowed);
    await book.remove('小铺', '甲', NOON);
    await book.undo(null, '乙', NOON, allowed);
    expect(await inForce()).toEqual(['小铺=a.b']);
    await book.undo(null, '乙', NOON, allowed);
    expect(await inForce()).toEqual([]);
    expect(await book.undo(null, '乙', NOON, allowed)).toBeNull();
  });

  it('undo leaves a later decision about the same phrase alone', async () => {
    const { id } = await book.add('小铺', 'a.b', '甲', NOON, allowed);
    await book.remove('小铺', '乙', NOON);
    await book.add('小铺', 'c.d', '乙', NOON, allowed);
    expect(await book.undo(id, '甲', NOON, allowed)).toBe('superseded');
    expect(await inForce()).toEqual(['小铺=c.d']);
  });

  it.each([
    ['adding', () => book.add('前台', 'c.d', '甲', NOON, refused)],
    ['taking a removal back', () => book.undo(null, '甲', NOON, refused)],
  ])('a check that refuses changes nothing: %s', async (_, change) => {
    await book.add('小铺', 'a.b', '甲', NOON, allowed);
    await book.remove('小铺', '甲', NOON);
    await expect(change()).rejects.toThrow('no');
    expect(await book.history()).toHaveLength(2);
  });

  it('what is no alias cannot be removed', async () => {
    expect(await book.remove('小铺', '甲', NOON)).toBeNull();
  });
});

const refused = (): void => {
  throw new Error('no');
};
