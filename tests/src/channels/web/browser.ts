import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { SiteOptions } from '../../../../src/channels/web/pages.js';
import { siteOver, type TestSite } from './site-over.js';

/** Where Debian puts it. */
const CHROMIUM = '/usr/bin/chromium';

/** True where the tests of the page in a browser can run; says once why not. */
export const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) console.warn(`${CHROMIUM} is missing: the tests of the page in a browser are skipped (apt-get install chromium fonts-noto-cjk)`);

/** Quiet on a machine without a network, and usable as root. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A site on a socket and a browser to visit it with. */
export interface Visit {
  readonly site: TestSite;
  readonly base: string;
  /** What no page may do: open a dialog, log an error, break the content policy. Tests end by expecting none. */
  readonly complaints: string[];
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Starts a browser and serves `texts` on a free port. */
export async function visit(texts: Readonly<Record<string, string>>, options: Partial<SiteOptions> = {}, config: unknown = {}): Promise<Visit> {
  const site = await siteOver(texts, {}, options, config);
  const server = createAdaptorServer({ fetch: site.app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const complaints: string[] = [];
  return {
    site,
    base,
    complaints,
    async open(path, options = {}) {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
      await page.goto(`${base}${path}`);
      return page;
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      await site.close();
    },
  };
}

/** The highlighted words of a page, joined. */
export function markedWords(page: Page): Promise<string> {
  return page.evaluate(() => [...document.querySelectorAll('mark')].map((mark) => mark.textContent).join(''));
}

/** Whether what `selector` finds first is within the window. */
export function inSight(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((which) => {
    const box = document.querySelector(which)?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
  }, selector);
}

/** Whether anything reaches beyond the window's side. A phone's `innerWidth` grows with what does; the width that pages are laid out for does not. */
export function tooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
