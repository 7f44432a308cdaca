import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import type { Migration } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, restore } from '../../index/backup.js';
import { openLibrary } from '../../index/library.js';
import { fakeSteps, file } from './store/fakes.js';
import { numberedText } from './store/numbered-file.js';

const CHILD = fileURLToPath(new URL('store/ingest-child.mjs', import.meta.url));
const NOW = new Date('2026-11-26T08:00:00Z');
const made = { now: NOW, product: '0.1.0' };
const told = { migrations: {}, replace: false, now: () => NOW };

let root: string;
let from: string;
let to: string;
let saved: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wenbao-backup-'));
  [from, to, saved] = ['from', 'to', 'saved.wenbao'].map((name) => join(root, name)) as [string, string, string];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function held(folder: string): Promise<{ reports: string[]; originals: string[] }> {
  const open = await openLibrary(folder, { steps: fakeSteps });
  const cards = await open.library.reports({ history: true });
  const originals = await Promise.all(cards.map(async ({ report, version }) => Buffer.from((await open.library.original(report, version)).bytes).toString('latin1')));
  await open.close();
  return { reports: cards.map(({ report, version, withdrawn }) => `${report}@${version} ${withdrawn ?? ''}`), originals };
}

async function fill(folder: string, texts: readonly string[] = ['甲县 勐来乡 2020\n共1件。', '甲县 勐来乡 2020\n共2件。', '甲县 糯良乡 2020\n共3件。']): Promise<void> {
  const open = await openLibrary(folder, { steps: fakeSteps });
  await open.ingest(texts.map((text, i) => file(String(i), text)), () => {});
  await open.withdraw('甲县糯良乡-2020', '错');
  await open.close();
}

describe('a backup', () => {
  it('brings back every version with its file byte for byte, and what was withdrawn', async () => {
    await fill(from);
    await backUp(from, saved, made);
    expect(await restore(saved, to, told)).toEqual({ format: 1, madeAt: NOW.toISOString(), product: '0.1.0', reports: 3, aside: null });
    expect(await held(to)).toEqual(await held(from));
  });

  it('is one file that only its owner may read, with nothing left beside it', async () => {
    await fill(from);
    await backUp(from, saved, made);
    expect(readdirSync(root).toSorted()).toEqual(['from', 'saved.wenbao']);
    expect(statSync(saved).mode & 0o077).toBe(0);
    await restore(saved, to, told);
    expect(readdirSync(to)).toEqual(['wenbao.sqlite']);
  });

  it('taken while another process writes holds all that was acknowledged before, and nothing by half; the writer is killed meanwhile', { timeout: 120_000 }, async () => {
    const child = spawn(process.execPath, [CHILD, from, '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
    const acknowledged = await new Promise<number[]>((resolve, reject) => {
      let complaint = '';
      child.stderr.on('data', (piece) => (complaint += piece));
      child.on('close', () => reject(new Error(complaint)));
      child.stdout.on('data', (piece) => {
        out += piece;
        const numbers = [...out.matchAll(/in\/(\d+) added\n/g)].map((match) => Number(match[1]));
        if (numbers.length >= 80) resolve(numbers);
      });
    });
    await backUp(from, saved, made);
    child.kill('SIGKILL');
    await ended;
    await restore(saved, to, told);
    const open = await openLibrary(to, { steps: fakeSteps });
    const cards = await open.library.reports();
    const byOrganisation = new Set(cards.map(({ org }) => org.name));
    expect(acknowledged.filter((n) => !byOrganisation.has(`第${n}乡`))).toEqual([]);
    for (const card of cards) {
      const n = Number(/\d+/.exec(card.org.name)![0]);
      expect((await open.library.source(card.report)).text).toBe(numberedText(n));
      expect((await open.library.figures(card.report)).map(({ quantity }) => quantity.value).at(-1)).toBe(String(n));
    }
    await open.close();
  });

  it('of an older schema is brought to the newest when it is restored', async () => {
    await fill(from);
    await backUp(from, saved, made);
    const added: Migration = { up: (database) => database.schema.createTable('later').addColumn('a', 'text').execute() };
    await restore(saved, to, { ...told, migrations: { 'later-0001': added } });
    const database = new Database(join(to, 'wenbao.sqlite'), { readonly: true });
    expect(database.prepare('select count(*) from later').pluck().get()).toBe(0);
    database.close();
  });

  it('is not made of nothing, nor over a file', async () => {
    await expect(backUp(from, saved, made)).rejects.toMatchObject({ code: 'nothing-held' });
    await fill(from);
    writeFileSync(`${saved}.${process.pid}.tmp`, 'x');
    await expect(backUp(from, saved, made)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(backUp(from, join(root, 'no', 'such', 'folder'), made)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(existsSync(saved)).toBe(false);
  });
});

describe('restoring', () => {
  beforeEach(async () => {
    await fill(from);
    await backUp(from, saved, made);
  });

  it('leaves a folder alone that holds something, unless it is told to replace it; then what was there stands beside', async () => {
    await fill(to, ['乙县 丙乡 2021\n共9件。']);
    const before = await held(to);
    await expect(restore(saved, to, told)).rejects.toMatchObject({ code: 'folder-not-empty' });
    expect(await held(to)).toEqual(before);
    const { aside } = await restore(saved, to, { ...told, replace: true });
    expect(await held(to)).toEqual(await held(from));
    const other = join(root, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'wenbao.sqlite'), readFileSync(aside!));
    expect(await held(other)).toEqual(before);
  });

  it('finds what the restored store holds, not what the one before did', async () => {
    await fill(to, ['乙县 丙乡 2021\n共9件。', '甲县 勐来乡 2020\n共8件。', '甲县 糯良乡 2020\n共7件。']);
    await restore(saved, to, { ...told, replace: true });
    const open = await openLibrary(to, { steps: fakeSteps });
    const found = await open.library.search({ text: '共2件', limit: 5 });
    expect(found[0]?.best.text).toContain('共2件');
    expect((await open.library.search({ text: '共9件', limit: 5 })).filter(({ best }) => best.text.includes('9'))).toEqual([]);
    await open.close();
  });

  it('does not pull a store from under a process that uses it', async () => {
    const open = await openLibrary(to, { steps: fakeSteps });
    await open.library.reports();
    await expect(restore(saved, to, { ...told, replace: true })).rejects.toMatchObject({ code: 'folder-in-use' });
    expect(await open.library.reports()).toEqual([]);
    await open.close();
  });

  const change = (sql: string) => (): void => {
    const database = new Database(saved);
    database.exec(sql);
    database.close();
  };
  const bytes = (work: (bytes: Buffer) => Buffer) => (): void => writeFileSync(saved, work(readFileSync(saved)));

  it.each([
    ['cut short', bytes((all) => all.subarray(0, all.length / 2)), 'backup-damaged'],
    ['empty', bytes(() => Buffer.alloc(0)), 'backup-foreign'],
    ['no database', bytes(() => Buffer.from('问'.repeat(5000))), 'backup-damaged'],
    ['overwritten in the middle', bytes((all) => all.fill(0xff, 4096, all.length - 4096)), 'backup-damaged'],
    ['a store that is no backup', change('drop table backup_facts'), 'backup-foreign'],
    ['silent about itself', change("update backup_facts set facts = 'x'"), 'backup-foreign'],
    ['of a later format', change(`update backup_facts set facts = '{"format":2,"sealed":true}'`), 'backup-newer'],
    ['of a later schema', change("insert into kysely_migration (name, timestamp) values ('9999-later', 'x')"), 'backup-newer'],
    ['one with a trigger', change('create trigger strange after insert on report begin delete from source; end'), 'backup-foreign'],
    ['one with an original that was changed', change("update source set text = replace(text, '1', '7')"), 'backup-damaged'],
  ])('refuses what is %s, and leaves the folder as it was', async (_, spoil, code) => {
    spoil();
    await expect(restore(saved, to, told)).rejects.toMatchObject({ code });
    expect(readdirSync(to)).toEqual([]);
  });
});
