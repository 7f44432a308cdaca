import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import type { Text2 } from '../../../index/mod.js';
import { figureLine } from '../../render/figure-line.js';
import type { Message } from '../../render/message.js';
import { reportLine } from '../../render/report-line.js';
import { LONGEST_INCOMING, type HostPorts } from '../channel.js';
import { Answered, AskRequest, Figures, FiguresQuery, Refusal, Reports, ReportsQuery, type RefusalCode } from './api-schemas.js';
import type { WhoAsks } from './door.js';
import { openApi } from './openapi.js';
import { word } from './words.js';

/** Of the API, not of the product: raised when something in it changes meaning. */
const API_VERSION = '1.0.0';

/** The API under `/api`: the contract's JSON, checked on the way in and on the way out. `whoAsks` tells who is behind a request. */
export function apiRoutes({ answer, library, now }: HostPorts, whoAsks: WhoAsks): Hono {
  const api = new Hono();

  api.post('/ask', async (c) => {
    // Only JSON: a form of another site can be posted without asking first, JSON cannot.
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return refuse(c, 415, 'unsupported_media_type', null, { zh: '请用 application/json', en: 'send application/json' });
    const request = AskRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!request.success) return badRequest(c, request.error);
    const { q, session, at } = request.data;
    const speaker = whoAsks(c) ?? 'api';
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
    if (card === null) return refuse(c, 404, 'not_found', 'report', { zh: word('zh', 'reportNotFound'), en: word('en', 'reportNotFound') });
    const [source, figures] = await Promise.all([library.source(card.report, card.version), library.figures(card.report, card.version)]);
    return c.json(Figures.parse(figures.filter((figure) => metric === undefined || figure.metric === metric).map((figure) => figureLine(card, source, figure))));
  });

  api.get('/openapi.json', (c) => c.json(openApi(API_VERSION)));

  return api;
}

/** What the desk said itself: `out_of_scope` from it means that this asker may not ask, everything else that it could not answer now. */
function refused(c: Context, { status, text }: Message): Response {
  const said = { zh: text, en: text };
  return status === 'out_of_scope' ? refuse(c, 403, 'no_permission', null, said) : refuse(c, 503, 'desk', null, said);
}

/** A refusal of the API in its own form. */
export function refuse(c: Context, status: 400 | 401 | 403 | 404 | 415 | 429 | 503, code: RefusalCode, field: string | null, message: Text2): Response {
  return c.json(Refusal.parse({ error: { code, field, message } }), status);
}

function badRequest(c: Context, { issues }: z.ZodError): Response {
  const [issue] = issues;
  return refuse(c, 400, 'bad_request', issue?.path.join('.') || null, { zh: word('zh', 'unreadable'), en: issue?.message ?? word('en', 'unreadable') });
}
