import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerIn } from '../../../../src/ledger/ledger.js';
import type { LedgerTables } from '../../../../src/ledger/migrations.js';
import { hasChromium, visit, type Visit } from './browser.js';
import { samples } from './site-over.js';

let there: Visit;

/** What axe finds serious or critical on a page, as `rule: element`. */
async function findings(path: string, colorScheme: 'light' | 'dark', before: (page: Awaited<ReturnType<Visit['open']>>) => Promise<void> = () => Promise.resolve(), visited = there): Promise<string[]> {
  const page = await visited.open(path, { colorScheme });
  await before(page);
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  await page.context().close();
  expect(passes.length).toBeGreaterThan(10);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

describe.runIf(hasChromium)('accessibility', () => {
  beforeAll(async () => {
    there = await visit(samples(), {}, { roster: { within: '云岭县', organisations: [{ name: '柳河乡' }, { name: '白塔镇' }] }, reminders: { to: [{ channel: 'wechat', conversation: 'r' }] } });
    await ledgerIn(there.site.desk.held.database<LedgerTables>()).note({ question: '小铺办了多少件', lang: 'zh', status: 'not_found', reason: 'no_metric', intent: 'figure-lookup', nearest: [] }, { channel: 'web', conversation: 'c', speaker: 's' }, there.site.ports.now());
    // So that the grid tells what was found in each report.
    await there.site.ports.operations.findingCounts(await there.site.desk.held.library.reports(), 60_000);
    await there.site.ports.operations.addAlias('小铺', 'prose.service.village.total', 'li');
  });
  afterAll(() => there.close());

  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    it('of the page to ask on, empty', async () => {
      expect(await findings('/', scheme)).toEqual([]);
    });

    it('of a conversation', async () => {
      const asked = findings('/', scheme, async (page) => {
        for (const question of ['勐来乡村为民服务站办理了多少件？', '柳河乡历年收到多少申请', '青石镇公开了多少条信息', '各单位行政许可排名']) {
          await page.fill('#q', question);
          await page.keyboard.press('Enter');
          await page.waitForFunction(() => document.querySelector('.waiting') === null);
        }
      });
      expect(await asked).toEqual([]);
    });

    it.each(['/reports', '/intake', '/charts', '/totals?year=2021', '/desk', '/desk/deadlines', '/desk/unanswered', '/desk/roster', '/desk/people', '/desk/recurring', '/desk/recurring?org=%E4%BA%91%E5%B2%AD%E5%8E%BF%E6%9F%B3%E6%B2%B3%E4%B9%A1', '/nowhere'])('of %s', async (path) => {
      expect(await findings(path, scheme)).toEqual([]);
    });

    it('of the login, before and after a wrong token', async () => {
      const locked = await visit({}, { door: { kind: 'token', token: 'a token of twenty-four characters' } });
      try {
        expect(await findings('/desk', scheme, undefined, locked)).toEqual([]);
        const refused = async (page: Awaited<ReturnType<Visit['open']>>): Promise<void> => {
          await page.fill('input[name="token"]', 'wrong');
          await page.keyboard.press('Enter');
          await page.waitForSelector('.notice');
        };
        expect(await findings('/login', scheme, refused, locked)).toEqual([]);
      } finally {
        await locked.close();
      }
    });

    it.each(['/figures', '/card', '?f=100', '?f=1'])('of a report’s page %s', async (tail) => {
      const card = (await there.site.desk.held.library.reports()).find(({ org, year }) => org.name === '柳河乡' && year === 2021)!;
      expect(await findings(`/reports/${encodeURIComponent(card.report)}${tail}`, scheme)).toEqual([]);
    });

    it('of a report with cited words', async () => {
      const card = (await there.site.desk.held.library.reports()).find(({ org, year }) => org.name === '柳河乡' && year === 2019)!;
      expect(await findings(`/reports/${encodeURIComponent(card.report)}?c=242-281.283-319`, scheme)).toEqual([]);
    });
  });
});
