import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, restore, standardSteps } from '../../../../index/mod.js';
import { accessBy } from '../../../../src/desk/access.js';
import { accessPart } from '../../../../src/desk/config.js';
import type { DeskTables } from '../../../../src/desk/tables.js';
import { ownMigrations } from '../../../../src/tables.js';
import { AT } from '../../../intents/assistant-over.js';
import { samples, siteOver, type TestSite } from './site-over.js';

let site: TestSite;
let folder: string;
beforeAll(async () => {
  site = await siteOver(samples());
  folder = mkdtempSync(join(tmpdir(), 'wenbao-backup-page-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await site.close();
});

const deeds = (of: TestSite) => of.desk.held.database<DeskTables>().selectFrom('desk_audit').select(['question', 'speaker', 'status', 'intent', 'shared']).orderBy('id').execute();

describe('a backup from the desk', () => {
  it('comes as a file that can be restored, leaves nothing behind and stands in the audit', async () => {
    const response = await site.post('/desk/backup', {});
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''wenbao-2026-11-23.sqlite");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    const file = join(folder, 'b.sqlite');
    writeFileSync(file, bytes);
    const data = join(folder, 'data');
    expect(await restore(file, data, { migrations: ownMigrations, replace: false, now: () => AT })).toMatchObject({ reports: Object.keys(samples()).length, madeAt: AT.toISOString() });
    const held = await openLibrary(data, { steps: standardSteps, migrations: ownMigrations });
    expect((await held.library.reports()).length).toBe(Object.keys(samples()).length);
    await held.close();
    expect(readdirSync(site.desk.folder).filter((name) => name.startsWith('.backing-up'))).toEqual([]);
    expect(await deeds(site)).toEqual([{ question: 'backup', speaker: 'web', status: 'answered', intent: 'desk page', shared: 0 }]);
    expect((await site.ports.operations.activity()).questions).toEqual({});
  });

  it('is made by a post of our own pages only', async () => {
    expect((await site.get('/desk/backup')).status).toBe(404);
    expect((await site.post('/desk/backup', {}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await site.post('/desk/backup', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('two at once: one waits to be asked again', async () => {
    const [first, second] = await Promise.all([site.post('/desk/backup', {}), site.post('/desk/backup', {})]);
    expect([first.status, second.status].sort()).toEqual([200, 429]);
    for (const one of [first, second]) await one.body?.cancel();
    const third = await site.post('/desk/backup', {});
    expect(third.status).toBe(200);
    await third.body?.cancel();
  });

  it.each([
    ['who may only ask', ['ask'], 403],
    ['who hands in', ['ask', 'ingest'], 403],
    ['who administers', ['admin'], 200],
  ])('behind a login, %s', async (_, roles, status) => {
    const locked = await siteOver({ 'a.txt': Object.values(samples())[0]! }, { access: accessBy(accessPart.schema.parse({ rules: [{ channel: 'web', speaker: 'li', roles }] })) }, { door: { kind: 'proxy', header: 'X-Forwarded-User' } });
    const response = await locked.post('/desk/backup', {}, { 'x-forwarded-user': 'li' });
    expect(response.status).toBe(status);
    await response.body?.cancel();
    expect(await deeds(locked)).toEqual(status === 200 ? [expect.objectContaining({ speaker: 'li', question: 'backup' })] : []);
    await locked.close();
  });
});

describe('what is done on the desk', () => {
  it('is audited with what it was done to, and never with whom it was about or what was typed', async () => {
    const own = await siteOver({});
    await own.post('/desk/aliases', { phrase: '小铺', metric: 'prose.service.village.total' });
    await own.post('/desk/aliases', { phrase: '小铺', metric: 'no.such' });
    await own.post('/desk/people/forget', { whom: 'wechat:wxid_li', sure: '1' });
    await own.post('/desk/recurring/done', { work: '1', evidence: '张三说做完了' });
    expect((await deeds(own)).map(({ question, status }) => [question, status])).toEqual([
      ['aliases phrase=小铺 metric=prose.service.village.total', 'answered'],
      ['aliases phrase=小铺 metric=no.such', 'refused'],
      ['people/forget', 'answered'],
      ['recurring/done work=1', 'refused'],
    ]);
    await own.close();
  });

  it('is not, where no audit is kept', async () => {
    const own = await siteOver({}, {}, {}, { audit: { keepDays: 0 } });
    await own.post('/desk/aliases', { phrase: '小铺', metric: 'prose.service.village.total' });
    expect(await deeds(own)).toEqual([]);
    await own.close();
  });
});
