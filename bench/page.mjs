// What the web page costs: bytes of the first page with its style and script, and how soon a report's page is interactive, over loopback in
// Debian's Chromium with nothing in its cache. Interactive is the later of two moments: its content is painted, and it is read whole with its
// script listening. Budget: 100 kB, 200 ms. `npm run build` first.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { openApp } from '../dist/src/app.js';
import { createWebChannel } from '../dist/src/channels/web/server.js';
import { operationsOver } from '../dist/src/operations.js';
import { settingsFrom } from '../dist/src/settings.js';

const CHROMIUM = '/usr/bin/chromium';
if (!existsSync(CHROMIUM)) {
  console.error(`${CHROMIUM} is missing: apt-get install chromium fonts-noto-cjk`);
  process.exit(2);
}
const ROUNDS = 9;
const seeds = existsSync('../shared/seeds') ? '../shared/seeds' : 'samples';
const folder = mkdtempSync(join(tmpdir(), 'wenbao-bench-'));
const settings = settingsFrom({ data: folder }, {}, folder, () => new Date());
const app = await openApp(settings, { samples: false });
const { held } = app;
await held.ingest(readdirSync(seeds).map((name) => ({ name, path: name, bytes: () => readFileSync(join(seeds, name)) })), () => {});
const quiet = { info: () => {}, warn: () => {}, error: console.error };
const ports = { log: quiet, now: () => new Date(), folder, publicAddress: null, library: held.library, health: () => [], answer: () => Promise.reject(new Error('nothing is asked here')), feedback: async () => {}, takeIn: async () => null, access: { may: () => true, contact: null }, operations: operationsOver(app, settings), check: { held: async () => null, file: async () => ({ findings: [] }) }, vitals: { health: async () => ({ ok: true }), metrics: async () => '' } };
const channel = createWebChannel({ host: '127.0.0.1', port: 0 }, ports);
await channel.start(async () => {});
const base = channel.health().detail.en;
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });

/** Chromium opens a window for each round and loads what its own bar shows; whoever follows a link has that window already. */
const WINDOW_OPENS_MS = 800;

/**
 * Bytes of a page with what it loads; medians of the milliseconds until it reacts, until it is painted, and until both; and of those that the
 * browser's main thread computed for it: the latter grow least with what else the machine is doing.
 */
async function visit(path) {
  const rounds = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.waitForTimeout(WINDOW_OPENS_MS);
    const bodies = [];
    // The icon may still be on its way when the page is closed.
    page.on('response', (response) => bodies.push(response.body().then((body) => body.length, () => 0)));
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${base}${path}`);
    const painted = await page.evaluate(() => new Promise((resolve) => new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => resolve(startTime))).observe({ type: 'paint', buffered: true })));
    const reacts = await page.evaluate(() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd);
    const thread = (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    rounds.push({ reacts, painted, interactive: Math.max(reacts, painted), thread });
    bytes = (await Promise.all(bodies)).reduce((sum, length) => sum + length, 0);
    await context.close();
  }
  const sorted = (name) => rounds.map((round) => round[name]).sort((a, b) => a - b);
  const median = (name) => sorted(name)[ROUNDS >> 1].toFixed(0);
  return { bytes, reacts: median('reacts'), painted: median('painted'), interactive: median('interactive'), fastest: sorted('interactive')[0].toFixed(0), slowest: sorted('interactive').at(-1).toFixed(0), thread: median('thread') };
}

const cards = await held.library.reports();
const report = cards.toSorted((a, b) => b.figures - a.figures)[0].report;
for (const [name, path] of [['first page', '/'], ['report', `/reports/${encodeURIComponent(report)}`], ['report, words marked', `/reports/${encodeURIComponent(report)}#c-100-400`]]) {
  const { bytes, reacts, painted, interactive, fastest, slowest, thread } = await visit(path);
  // A number says something only beside what else the machine was doing.
  console.log(`load ${loadavg()[0].toFixed(1).padStart(4)}   ${name.padEnd(22)} ${(bytes / 1024).toFixed(1).padStart(7)} kB   interactive after ${interactive} ms (of ${ROUNDS} ${fastest} to ${slowest}; reacts ${reacts}, painted ${painted}), main thread ${thread} ms`);
}
await browser.close();
await channel.stop();
await app.close();
rmSync(folder, { recursive: true, force: true });
