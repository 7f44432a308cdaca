import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { AnswerJson } from '../../../intents/mod.js';
import { ReportLine, reportLine } from '../../render/report-line.js';
import { LONGEST_INCOMING, type HostPorts } from '../channel.js';
import { word } from './words.js';

const AskRequest = z.strictObject({
  q: z.string(),
  /** Questions of one session share a conversation. */
  session: z.string().min(1).max(200).optional(),
  /** The moment of asking; now when absent. */
  at: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
});

/** What the API says when it cannot do what was asked; `field` names what is wrong in the request. */
const Refusal = z.strictObject({ error: z.strictObject({ code: z.enum(['bad_request', 'unsupported_media_type', 'desk']), field: z.string().nullable(), message: z.strictObject({ zh: z.string(), en: z.string() }) }) });
type RefusalCode = z.output<typeof Refusal>['error']['code'];

const Reports = z.array(ReportLine);

/** The API under `/api`: the contract's JSON, checked on the way in and on the way out. */
export function apiRoutes({ answer, library, now }: HostPorts): Hono {
  const api = new Hono();

  api.post('/ask', async (c) => {
    // Only JSON: a form of another site can be posted without asking first, JSON cannot.
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return refuse(c, 415, 'unsupported_media_type', null, { zh: '请用 application/json', en: 'send application/json' });
    const request = AskRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!request.success) {
      const [issue] = request.error.issues;
      return refuse(c, 400, 'bad_request', issue?.path.join('.') || null, { zh: word('zh', 'unreadable'), en: issue?.message ?? word('en', 'unreadable') });
    }
    const { q, session, at } = request.data;
    // The prefix keeps what a program names its sessions apart from the sessions of browsers.
    const conversation = `api:${session ?? randomUUID()}`;
    const answered = await answer({ id: randomUUID(), from: { channel: 'web', conversation, thread: null }, speaker: 'api', speakerName: null, direct: true, text: q.slice(0, LONGEST_INCOMING), sentAt: now() }, at === undefined ? undefined : new Date(at));
    if (answered.answer === null) return refuse(c, 503, 'desk', null, { zh: answered.message.text, en: answered.message.text });
    return c.json(AnswerJson.parse(answered.answer));
  });

  api.get('/reports', async (c) => c.json(Reports.parse((await library.reports()).map(reportLine))));

  return api;
}

function refuse(c: Context, status: 400 | 415 | 503, code: RefusalCode, field: string | null, message: { zh: string; en: string }): Response {
  return c.json(Refusal.parse({ error: { code, field, message } }), status);
}
