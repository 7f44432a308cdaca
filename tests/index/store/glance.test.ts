import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type OpenDatabase } from '../../../index/store/database.js';

let folder: string;
let here: OpenDatabase;
let elsewhere: OpenDatabase;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-glance-'));
  here = openDatabase(join(folder, 'held.sqlite'));
  elsewhere = openDatabase(join(folder, 'held.sqlite'));
  await here.database.schema.createTable('meta').addColumn('key', 'text', (column) => column.primaryKey()).addColumn('value', 'text').execute();
  await here.database.insertInto('meta').values({ key: 'generation', value: 'first' }).execute();
});

afterEach(async () => {
  await here.database.destroy();
  await elsewhere.database.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const asked = ({ database }: OpenDatabase) => database.selectFrom('meta').select('value').where('key', '=', 'generation').compile();

async function write({ database }: OpenDatabase, value: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction.updateTable('meta').set({ value }).where('key', '=', 'generation').execute();
  });
}

test('what this process wrote is seen at once', async () => {
  const query = asked(here);
  expect(here.glance(query)).toEqual({ value: 'first' });
  await write(here, 'second');
  expect(here.glance(query)).toEqual({ value: 'second' });
});

test('what another wrote is seen in the next turn of the event loop', async () => {
  const query = asked(here);
  expect(here.glance(query)).toEqual({ value: 'first' });
  await write(elsewhere, 'second');
  await turn();
  expect(here.glance(query)).toEqual({ value: 'second' });
});

test('nothing is seen while a transaction is open, and nothing of one that is undone', async () => {
  const query = asked(here);
  expect(here.glance(query)).toEqual({ value: 'first' });
  const undone = here.database.transaction().execute(async (transaction) => {
    await transaction.updateTable('meta').set({ value: 'second' }).where('key', '=', 'generation').execute();
    expect(here.glance(query)).toBeUndefined();
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(here.glance(query)).toEqual({ value: 'first' });
});
