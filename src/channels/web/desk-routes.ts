import { Hono, type Context } from 'hono';
import type { HostPorts } from '../channel.js';
import { deadlinesPage } from './deadlines-page.js';
import { fileHeaders, XLSX } from './file-headers.js';
import { fieldsOf, textOf } from './form-fields.js';
import type { Frame } from './layout.js';
import { beforeCodePage, codePage, voidCodePage } from './login-code-page.js';
import { peopleRoutes } from './people-routes.js';
import { recurringRoutes } from './recurring-routes.js';
import { rosterRoutes } from './roster-routes.js';
import { statusPage } from './status-page.js';
import type { Uploads } from './uploads.js';
import { unansweredPage, type AliasTried } from './unanswered-page.js';

/** What the desk's pages need of the site around them. */
export interface DeskSurroundings extends Pick<HostPorts, 'library' | 'operations' | 'health' | 'logins' | 'now'> {
  readonly frameOf: (c: Context) => Frame;
  readonly missing: (c: Context, key: string) => Response | Promise<Response>;
  readonly notice: (c: Context, status: 400 | 408 | 413 | 422 | 429, title: string, key: string) => Response | Promise<Response>;
  /** Whom the places for uploads count as one. */
  readonly clientOf: (c: Context) => string;
  readonly uploads: Uploads;
  /** Under what name a change is kept. */
  readonly signatureOf: (c: Context) => string;
}

/** The desk, under `/desk`: how it runs, deadlines and reminders, the roster, people's own, questions without an answer; and what is done from the cards of reports. */
export function deskRoutes(surroundings: DeskSurroundings): Hono {
  const { library, operations, health, logins, now, frameOf, missing, notice, signatureOf } = surroundings;
  const desk = new Hono();
  desk.use(async (c, next) => {
    await next();
    if (c.req.method === 'POST') await operations.note({ what: await deedOf(c), by: signatureOf(c), done: c.res.status < 400 });
  });
  desk.route('/roster', rosterRoutes(surroundings));
  desk.route('/people', peopleRoutes(surroundings));
  desk.route('/recurring', recurringRoutes(surroundings));

  let backingUp = false;
  desk.post('/backup', async (c) => {
    // Each takes the room of the whole store until it is read.
    if (backingUp) {
      c.header('Retry-After', '10');
      return notice(c, 429, 'tooManyTitle', 'backupBusy');
    }
    backingUp = true;
    try {
      const { name, bytes, content } = await operations.backup();
      return c.body(content, 200, { ...fileHeaders('application/vnd.sqlite3', name), 'Content-Length': String(bytes) });
    } finally {
      backingUp = false;
    }
  });

  desk.get('/', async (c) => {
    const [cards, history, configuration, activity] = await Promise.all([library.reports(), library.reports({ history: true }), operations.configuration(), operations.activity()]);
    return c.html(statusPage(frameOf(c), { health: health(), logins: logins.waiting(), cards, history, configuration, activity, process: { node: process.version, uptimeS: process.uptime(), memoryBytes: process.memoryUsage().rss }, now: now() }));
  });

  desk.get('/login/:key', (c) => {
    const name = logins.find(c.req.param('key'));
    return name === null ? c.html(voidCodePage(frameOf(c), logins.waiting()), 410) : c.html(beforeCodePage(frameOf(c), name));
  });

  desk.post('/login/:key', (c) => {
    const taken = logins.take(c.req.param('key'));
    return taken === null ? c.html(voidCodePage(frameOf(c), logins.waiting()), 410) : c.html(codePage(frameOf(c), taken.name, taken.code));
  });

  desk.get('/deadlines', async (c) => c.html(deadlinesPage(frameOf(c), await operations.schedule(), now())));

  desk.get('/unanswered', async (c) => c.html(await unansweredHtml(c, null)));

  desk.post('/aliases', async (c) => {
    const { phrase, metric } = await fieldsOf(c, 'phrase', 'metric');
    if (phrase === '' || metric === '') return notice(c, 400, 'faultTitle', 'unreadable');
    const done = await operations.addAlias(phrase, metric, signatureOf(c));
    return done.ok ? c.redirect('/desk/unanswered#aliases', 303) : c.html(await unansweredHtml(c, { phrase, metric, why: done.why }), 422);
  });

  desk.post('/aliases/undo', async (c) => {
    const { change } = await fieldsOf(c, 'change');
    if (!/^\d{1,9}$/.test(change)) return notice(c, 400, 'faultTitle', 'unreadable');
    const done = await operations.undoAlias(Number(change), signatureOf(c));
    return done.ok ? c.redirect('/desk/unanswered#aliases', 303) : c.html(await unansweredHtml(c, { phrase: '', metric: '', why: done.why }), 422);
  });

  desk.post('/explain', async (c) => {
    const { finding, report, why } = await fieldsOf(c, 'finding', 'report', 'why');
    const card = await library.report(report);
    if (card === null) return missing(c, 'reportNotFound');
    if (!/^[0-9a-f]{12}$/.test(finding) || why === '') return notice(c, 400, 'faultTitle', 'unreadable');
    await operations.explain(finding, why, signatureOf(c));
    return c.redirect(`/reports/${encodeURIComponent(card.report)}/card`, 303);
  });

  desk.post('/withdraw', async (c) => {
    const { report, version, why, sure } = await fieldsOf(c, 'report', 'version', 'why', 'sure');
    if (!/^\d{0,6}$/.test(version)) return notice(c, 400, 'faultTitle', 'unreadable');
    const card = await library.report(report, version === '' ? undefined : Number(version));
    if (card === null) return missing(c, 'reportNotFound');
    if (why === '' || sure === '') return notice(c, 400, 'faultTitle', 'withdrawUnsure');
    if (!(await operations.withdraw(card.report, why, version === '' ? undefined : card.version))) return notice(c, 422, 'faultTitle', 'withdrawnAlready');
    return c.redirect(`/reports/${encodeURIComponent(card.report)}/card?s=${card.source.slice(0, 12)}`, 303);
  });

  desk.get('/findings.xlsx', async (c) => c.body(new Uint8Array(await operations.findingsBook()), 200, fileHeaders(XLSX, '检查结果.xlsx')));

  async function unansweredHtml(c: Context, tried: AliasTried | null): Promise<string> {
    const [questions, aliases, changes] = await Promise.all([operations.unanswered(), operations.aliases(), operations.aliasChanges()]);
    return unansweredPage(frameOf(c), { questions, aliases, changes, tried });
  }

  return desk;
}

/** Fields that say what something was done to; never whom it was about, what was typed, or a secret. */
const TELLING = ['report', 'version', 'organisation', 'year', 'change', 'work', 'phrase', 'metric', 'finding'] as const;

/** What was done, for the audit. A deed's form was read already and is kept with its request; one that could not be read says nothing. */
async function deedOf(c: Context): Promise<string> {
  const path = c.req.path.startsWith('/desk/login/') ? 'login' : c.req.path.slice('/desk/'.length);
  const form: Readonly<Record<string, unknown>> = await c.req.parseBody().catch(() => ({}));
  return [path, ...TELLING.flatMap((name) => (textOf(form[name]) === '' ? [] : [`${name}=${textOf(form[name]).slice(0, 100)}`]))].join(' ');
}
