import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { chartSvg } from '../../render/charts/chart.js';
import { faultFacts } from '../../log-facts.js';
import { LONGEST_INCOMING, type HostPorts } from '../channel.js';
import { apiRoutes, refuse, said } from './api.js';
import { askPage, turnHtml } from './ask-page.js';
import { assetNamed, loadAssets } from './assets.js';
import { lookOf, SVG_HEADERS } from './chart-picture.js';
import { chartsRoutes } from './charts-routes.js';
import { deskRoutes } from './desk-routes.js';
import { logIn, type Door } from './door.js';
import { textOf } from './form-fields.js';
import { gate } from './gate.js';
import { noticePage, type Frame } from './layout.js';
import { loginPage, ownPath } from './login-page.js';
import { vitalsRoutes } from './vitals-routes.js';
import { isApi, peopleAt, SESSION, sessionOf } from './people.js';
import { INTAKE, intakeRoutes } from './intake-routes.js';
import { languageOf } from './reader.js';
import { reportRoutes } from './report-routes.js';
import { SHORT, shortRoute } from './short-route.js';
import { totalsRoutes } from './totals-routes.js';
import { ShownTurns } from './turns.js';
import { Uploads, type UploadLimits } from './uploads.js';
import { word } from './words.js';

/** The header by which our scripts ask for a part alone instead of a page. */
const PART_ONLY = 'x-wenbao-part';

/** Where the site stands and who is let in. */
export interface SiteOptions {
  /** Names it may be reached by besides those of loopback, without port. */
  readonly hosts: readonly string[];
  readonly door: Door;
  /** As they are where nobody says otherwise. */
  readonly uploads?: UploadLimits;
}

/** The handler, and the turns that it shows again to whoever asked. */
export interface Site {
  readonly app: Hono;
  readonly turns: ShownTurns;
}

/** The site as a pure request handler over the host's ports. */
export function createSite(ports: HostPorts, { hosts, door, uploads: limits }: SiteOptions): Site {
  const { library, log, now } = ports;
  const assets = loadAssets();
  const turns = new ShownTurns(now);
  const people = peopleAt(door, ports);
  const uploads = new Uploads(limits);
  const app = new Hono();
  const frameOf = (c: Context): Frame => {
    const url = new URL(c.req.url);
    url.searchParams.delete('lang');
    return { lang: languageOf(c), assets, here: url.pathname + url.search, may: (role) => people.may(role, c) };
  };
  const addressOf = (c: Context): string => ports.publicAddress ?? new URL(c.req.url).origin;

  gate(app, { hosts, door, people, publicAddress: ports.publicAddress, access: ports.access, now, notice, login: (c) => c.html(loginPage(frameOf(c), frameOf(c).here, false), 401) });

  app.get('/', async (c) => c.html(askPage(frameOf(c), turns.of(sessionOf(c)), await library.reports(), addressOf(c))));

  app.post('/ask', async (c) => {
    const form = await c.req.parseBody().catch(() => null);
    if (form === null) return notice(c, 400, 'faultTitle', 'unreadable');
    const question = textOf(form['q']);
    const session = sessionOf(c) ?? beginSession(c);
    const id = randomUUID();
    const from = { channel: 'web', conversation: session, thread: null } as const;
    const { message } = await ports.answer({ id, from, speaker: people.nameOf(c) ?? session, speakerName: null, direct: true, text: question.slice(0, LONGEST_INCOMING), sentAt: now() });
    const turn = { id, question, message };
    turns.add(session, turn);
    return partOnly(c) ? c.html(String(turnHtml(languageOf(c), turn, addressOf(c)))) : c.redirect(`/#turn-${id}`, 303);
  });

  app.get('/turns/:turn/:chart', async (c) => {
    const turn = turns.of(sessionOf(c)).find(({ id }) => id === c.req.param('turn'));
    const series = turn?.message.blocks.flatMap((block) => (block.type === 'series' ? [block.series] : []))[Number(c.req.param('chart'))];
    if (turn === undefined || series === undefined) return missing(c, 'notFound');
    return c.body(await chartSvg({ series, citations: turn.message.citations, lang: turn.message.lang }, lookOf(c.req.query())), 200, SVG_HEADERS);
  });

  app.post('/clear', (c) => {
    const session = sessionOf(c);
    if (session !== null) turns.forget(session);
    deleteCookie(c, SESSION, { path: '/' });
    return c.redirect('/', 303);
  });

  app.get('/login', (c) => (door.kind === 'token' ? c.html(loginPage(frameOf(c), '/', false)) : c.redirect('/', 303)));
  app.post('/login', async (c) => {
    const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
    const next = ownPath(textOf(form['next']));
    return logIn(door, c, textOf(form['token'])) ? c.redirect(next, 303) : c.html(loginPage(frameOf(c), next, true), 401);
  });

  app.get('/assets/:name', (c) => {
    const asset = assetNamed(assets, c.req.param('name'));
    if (asset === undefined) return missing(c, 'notFound');
    return c.body(asset.body, 200, { 'Content-Type': asset.type, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });

  app.route(SHORT, shortRoute(library, missing));
  app.route('/reports', reportRoutes({ library, operations: ports.operations, now, frameOf, missing, partOnly }));
  app.route(INTAKE, intakeRoutes({ takeIn: ports.takeIn, check: ports.check, frameOf, whoHandsIn: people.personOf, clientOf: people.clientOf, uploads, notice, partOnly }));
  app.route('/charts', chartsRoutes({ library, frameOf, missing }));
  app.route('/totals', totalsRoutes({ library, operations: ports.operations, frameOf, missing }));
  app.route('/desk', deskRoutes({ library, operations: ports.operations, health: ports.health, logins: ports.logins, now, frameOf, missing, notice, signatureOf: people.signatureOf, clientOf: people.clientOf, uploads }));
  app.route('/api', apiRoutes(ports, people, uploads));
  app.route('/', vitalsRoutes(ports.vitals));

  app.notFound((c) => (isApi(c) ? refuse(c, 404, 'not_found', null, said('notFound')) : missing(c, 'notFound')));
  app.onError((error, c) => {
    const id = randomUUID();
    log.error('web-fault', { id, ...faultFacts(error) });
    return isApi(c) ? refuse(c, 500, 'fault', null, said('fault', { id })) : notice(c, 500, 'faultTitle', 'fault', { id });
  });

  function missing(c: Context, key: string): Response | Promise<Response> {
    return notice(c, 404, 'notFoundTitle', key);
  }

  function notice(c: Context, status: 400 | 403 | 404 | 408 | 413 | 422 | 429 | 500, title: string, key: string, slots: Readonly<Record<string, string>> = {}): Response | Promise<Response> {
    const frame = frameOf(c);
    return c.html(noticePage(frame, word(frame.lang, title), word(frame.lang, key, slots)), status);
  }

  return { app, turns };
}

function partOnly(c: Context): boolean {
  return c.req.header(PART_ONLY) !== undefined;
}

function beginSession(c: Context): string {
  const session = randomUUID();
  setCookie(c, SESSION, session, { path: '/', httpOnly: true, sameSite: 'Lax' });
  return session;
}
