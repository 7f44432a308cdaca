import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import { MAX_BYTES, type Text2 } from '../../../index/mod.js';
import { figureLine } from '../../render/figure-line.js';
import type { Message } from '../../render/message.js';
import { reportLine } from '../../render/report-line.js';
import { LONGEST_INCOMING, type HostPorts } from '../channel.js';
import { Answered, AskRequest, CheckFileQuery, CheckQuery, Figures, FiguresQuery, Findings, Refusal, Reports, ReportsQuery, type RefusalCode } from './api-schemas.js';
import { openApi } from './openapi.js';
import type { People } from './people.js';
import { receiving, UPLOAD_REFUSALS, type UploadRefusal, type Uploads } from './uploads.js';
import { word } from './words.js';

/** Of the API, not of the product: raised when something in it changes meaning. */
const API_VERSION = '1.3.0';

/** Where files are sent for checking; part of the address so that its limit can differ from that of questions. */
export const CHECK = '/api/check';

/** The API under `/api`: the contract's JSON, checked on the way in and on the way out. Refusals are JSON too, each with a code and words in both languages. */
export function apiRoutes({ answer, library, check, now }: HostPorts, people: People, uploads: Uploads): Hono {
  const api = new Hono();

  api.post('/ask', async (c) => {
    // Only JSON: a form of another site can be posted without asking first, JSON cannot.
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return refuse(c, 415, 'unsupported_media_type', null, { zh: '请用 application/json', en: 'send application/json' });
    const request = AskRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!request.success) return badRequest(c, request.error);
    const { q, session, at } = request.data;
    const speaker = people.nameOf(c) ?? 'api';
    // The prefix keeps what a program names its sessions apart from those of browsers, and those of one person from another's.
    const conversation = `api:${speaker}:${session ?? randomUUID()}`;
    const incoming = { id: randomUUID(), from: { channel: 'web', conversation, thread: null }, speaker, speakerName: null, direct: true, text: q.slice(0, LONGEST_INCOMING), sentAt: now() } as const;
    const answered = await answer(incoming, at === undefined ? undefined : new Date(at));
    if (answered.answer === null) return refused(c, answered.message);
    return c.json(Answered.parse(answered.answer));
  });

  api.get('/reports', async (c) => {
    const query = ReportsQuery.safeParse(c.req.query());
    if (!query.success) return badRequest(c, query.error);
    return c.json(Reports.parse((await library.reports({ history: query.data.history === 'true' })).map(reportLine)));
  });

  api.get('/figures', async (c) => {
    const query = FiguresQuery.safeParse(c.req.query());
    if (!query.success) return badRequest(c, query.error);
    const { report, version, metric } = query.data;
    const card = await library.report(report, version);
    if (card === null) return refuse(c, 404, 'not_found', 'report', said('reportNotFound'));
    const [source, figures] = await Promise.all([library.source(card.report, card.version), library.figures(card.report, card.version)]);
    return c.json(Figures.parse(figures.filter((figure) => metric === undefined || figure.metric === metric).map((figure) => figureLine(card, source, figure))));
  });

  api.get('/check', async (c) => {
    const query = CheckQuery.safeParse(c.req.query());
    if (!query.success) return badRequest(c, query.error);
    const { report, year } = query.data;
    const found = await check.held(report === undefined ? { year: year! } : { report });
    if (found === null) return refuse(c, 404, 'not_found', report === undefined ? 'year' : 'report', said('reportNotFound'));
    return c.json(Findings.parse(found));
  });

  const received = receiving(uploads, { maxBytes: MAX_BYTES, clientOf: people.clientOf, refuse: (c, why) => refuse(c, UPLOAD_REFUSALS[why].status, CODES[why], null, said(UPLOAD_REFUSALS[why].says)) });
  api.use('/check', async (c, next) => {
    if (c.req.method !== 'POST') return next();
    // As for JSON: no form of another site can send this type. All this before the file is read.
    if (!/^application\/octet-stream\b/i.test(c.req.header('content-type') ?? '')) return refuse(c, 415, 'unsupported_media_type', null, { zh: '请用 application/octet-stream', en: 'send application/octet-stream' });
    const query = CheckFileQuery.safeParse(c.req.query());
    if (!query.success) return badRequest(c, query.error);
    return people.may('ingest', c) ? received(c, next) : refuse(c, 403, 'no_permission', null, said('mayNotHandIn'));
  });
  api.post('/check', async (c) => {
    const bytes = await c.req.arrayBuffer().catch(() => null);
    if (bytes === null) return refuse(c, 400, 'bad_request', null, said('unreadable'));
    const outcome = await check.file({ name: CheckFileQuery.parse(c.req.query()).name, bytes: new Uint8Array(bytes) });
    return 'refused' in outcome ? refuse(c, 422, 'unreadable_file', null, outcome.refused) : c.json(Findings.parse(outcome.findings));
  });

  api.get('/openapi.json', (c) => c.json(openApi(API_VERSION)));

  for (const [path, methods] of [['/ask', 'POST'], ['/reports', 'GET, HEAD'], ['/figures', 'GET, HEAD'], ['/check', 'GET, HEAD, POST'], ['/openapi.json', 'GET, HEAD']] as const) {
    api.all(path, (c) => {
      c.header('Allow', methods);
      return refuse(c, 405, 'method_not_allowed', null, said('methodNotAllowed'));
    });
  }

  return api;
}

const CODES = { busy: 'too_many_requests', stalled: 'stalled', 'too-large': 'too_large' } as const satisfies Readonly<Record<UploadRefusal, RefusalCode>>;

/** What the desk said itself: `out_of_scope` from it means that this asker may not ask, everything else that it could not answer now. */
function refused(c: Context, { status, text }: Message): Response {
  const said = { zh: text, en: text };
  return status === 'out_of_scope' ? refuse(c, 403, 'no_permission', null, said) : refuse(c, 503, 'desk', null, said);
}

/** A refusal of the API in its own form. */
export function refuse(c: Context, status: 400 | 401 | 403 | 404 | 405 | 408 | 413 | 415 | 421 | 422 | 429 | 500 | 503, code: RefusalCode, field: string | null, message: Text2): Response {
  return c.json(Refusal.parse({ error: { code, field, message } }), status);
}

/** Words of the site in both languages. */
export function said(key: string, slots: Readonly<Record<string, string>> = {}): Text2 {
  return { zh: word('zh', key, slots), en: word('en', key, slots) };
}

function badRequest(c: Context, { issues }: z.ZodError): Response {
  const [issue] = issues;
  return refuse(c, 400, 'bad_request', issue?.path.join('.') || null, { zh: word('zh', 'unreadable'), en: issue?.message ?? word('en', 'unreadable') });
}
