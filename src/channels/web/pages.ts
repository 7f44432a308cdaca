import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ReportCard } from '../../../index/mod.js';
import { LONGEST_INCOMING, type HostPorts } from '../channel.js';
import { apiRoutes } from './api.js';
import { askPage, turnHtml } from './ask-page.js';
import { assetNamed, loadAssets } from './assets.js';
import { knownHost, safeHeaders, sameOrigin } from './guard.js';
import { noticePage, type Frame } from './layout.js';
import { languageOf } from './reader.js';
import { reportPage } from './report-page.js';
import { reportsPage } from './reports-page.js';
import { ShownTurns } from './turns.js';
import { versionOf } from './version.js';
import { word } from './words.js';

/** The session of a browser: whose conversation it is. A session cookie, gone with the browser. */
const SESSION = 'wenbao-session';
const SESSION_SHAPE = /^[0-9a-f-]{36}$/;

/** A question as long as any channel's, each character three bytes of UTF-8, each byte three characters of a form. */
const BODY_LIMIT = LONGEST_INCOMING * 9 + 10_000;

/** The header by which our script asks for a turn alone instead of a page. */
const TURN_ONLY = 'x-wenbao-turn';

export interface Site {
  readonly app: Hono;
  readonly turns: ShownTurns;
}

/** The site as a pure request handler over the host's ports; `hosts` are names it may be reached by besides loopback. */
export function createSite(ports: HostPorts, hosts: readonly string[]): Site {
  const { library, log, now } = ports;
  const assets = loadAssets();
  const turns = new ShownTurns(now);
  const app = new Hono();
  const frameOf = (c: Context): Frame => {
    const url = new URL(c.req.url);
    url.searchParams.delete('lang');
    return { lang: languageOf(c), assets, here: url.pathname + url.search };
  };
  const sessionOf = (c: Context): string | null => {
    const session = getCookie(c, SESSION);
    return session !== undefined && SESSION_SHAPE.test(session) ? session : null;
  };
  const addressOf = (c: Context): string => ports.publicAddress ?? new URL(c.req.url).origin;

  app.use(safeHeaders);
  app.use(knownHost(hosts, (c) => c.text(`${word('zh', 'wrongHost')} ${word('en', 'wrongHost')}`, 421)));
  app.use(sameOrigin((c) => c.text(`${word('zh', 'wrongOrigin')} ${word('en', 'wrongOrigin')}`, 403)));
  app.use(bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => refused(c, 413, 'tooLarge') }));

  app.get('/', async (c) => c.html(askPage(frameOf(c), turns.of(sessionOf(c)), await library.reports(), addressOf(c))));

  app.post('/ask', async (c) => {
    const form = await c.req.parseBody().catch(() => null);
    if (form === null) return refused(c, 400, 'unreadable');
    const question = typeof form['q'] === 'string' ? form['q'] : '';
    const known = sessionOf(c);
    const session = known ?? randomUUID();
    if (known === null) setCookie(c, SESSION, session, { path: '/', httpOnly: true, sameSite: 'Strict', secure: new URL(c.req.url).protocol === 'https:' });
    const id = randomUUID();
    const from = { channel: 'web', conversation: session, thread: null } as const;
    const { message } = await ports.answer({ id, from, speaker: session, speakerName: null, direct: true, text: question.slice(0, LONGEST_INCOMING), sentAt: now() });
    const turn = { id, question, message };
    turns.add(session, turn);
    return c.req.header(TURN_ONLY) === undefined ? c.redirect(`/#turn-${id}`, 303) : c.html(String(turnHtml(languageOf(c), turn, addressOf(c))));
  });

  app.post('/clear', (c) => {
    const session = sessionOf(c);
    if (session !== null) turns.forget(session);
    deleteCookie(c, SESSION, { path: '/' });
    return c.redirect('/', 303);
  });

  app.get('/reports', async (c) => c.html(reportsPage(frameOf(c), await library.reports())));

  app.get('/reports/:id', async (c) => {
    const found = await versionOf(library, c.req.param('id'), c.req.query('s'));
    if (found === null) return missing(c, 'reportNotFound');
    const { report, version } = found.card;
    const [source, document, figures] = await Promise.all([library.source(report, version), library.document(report, version), library.figures(report, version)]);
    return c.html(reportPage(frameOf(c), { ...found, source, document, figures }, c.req.query('c')));
  });

  app.get('/reports/:id/text', async (c) => {
    const found = await versionOf(library, c.req.param('id'), c.req.query('s'));
    if (found === null || found.versionUnknown) return missing(c, 'reportNotFound');
    const { text } = await library.source(found.card.report, found.card.version);
    return c.body(text, 200, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Disposition': `attachment; filename*=UTF-8''${fileName(found.card)}` });
  });

  app.get('/assets/:name', (c) => {
    const asset = assetNamed(assets, c.req.param('name'));
    if (asset === undefined) return missing(c, 'notFound');
    return c.body(asset.body, 200, { 'Content-Type': asset.type, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });

  app.route('/api', apiRoutes(ports));

  app.notFound((c) => missing(c, 'notFound'));
  app.onError((error, c) => {
    const id = randomUUID();
    log.error('web-fault', { id, error: error.stack ?? error.message });
    const { lang } = frameOf(c);
    return c.html(noticePage(frameOf(c), word(lang, 'faultTitle'), word(lang, 'fault', { id })), 500);
  });

  function missing(c: Context, key: string): Response | Promise<Response> {
    const frame = frameOf(c);
    return c.html(noticePage(frame, word(frame.lang, 'notFoundTitle'), word(frame.lang, key)), 404);
  }

  function refused(c: Context, status: 400 | 413, key: string): Response | Promise<Response> {
    const frame = frameOf(c);
    return c.html(noticePage(frame, word(frame.lang, 'faultTitle'), word(frame.lang, key)), status);
  }

  return { app, turns };
}

/** A name for the downloaded text, as RFC 8187 wants it. */
function fileName({ report, version }: ReportCard): string {
  return encodeURIComponent(`${report}@${version}.txt`).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
