import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnswerJson } from '../../../../intents/mod.js';
import { faultNotice, noPermission, notAnswered } from '../../../../src/desk/notices.js';
import { FigureLine } from '../../../../src/render/figure-line.js';
import { CheckLine } from '../../../../src/render/check-line.js';
import { ReportLine } from '../../../../src/render/report-line.js';
import { Refusal } from '../../../../src/channels/web/api-schemas.js';
import { HOST, samples, siteOver, type TestSite } from './site-over.js';

let site: TestSite;

beforeAll(async () => {
  site = await siteOver(samples());
});
afterAll(() => site.close());

const ask = (body: unknown): Promise<Response> =>
  Promise.resolve(site.app.request(`${HOST}/api/ask`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { host: '127.0.0.1:8620', 'content-type': 'application/json' } }));

describe('POST /api/ask', () => {
  it('gives the contract’s answer', async () => {
    const answer = AnswerJson.parse(await (await ask({ q: '勐来乡村为民服务站办理了多少件？' })).json());
    expect(answer).toMatchObject({ status: 'answered', value: 2091, unit: '件' });
  });

  it('keeps a conversation by session and none without', async () => {
    await ask({ q: '勐来乡村为民服务站办理了多少件？', session: 's' });
    expect(await (await ask({ q: '其中受理多少？', session: 's' })).json()).toMatchObject({ value: 1967 });
    expect(await (await ask({ q: '其中受理多少？' })).json()).not.toMatchObject({ value: 1967 });
  });

  it('keeps its sessions apart from those of browsers', async () => {
    await ask({ q: '收录了哪些报告', session: 'x' });
    expect(site.asked.at(-1)!.from.conversation).toBe('api:api:x');
  });

  it('takes the moment of asking', async () => {
    await ask({ q: '收录了哪些报告', at: '2025-01-02T03:04:05+08:00' });
    expect(site.asked.at(-1)!.sentAt.toISOString()).toBe('2025-01-01T19:04:05.000Z');
  });

  it.each([
    ['no JSON', '{', null],
    ['no question', {}, 'q'],
    ['a question that is none', { q: 5 }, 'q'],
    ['a moment that is none', { q: 'x', at: 'tomorrow' }, 'at'],
    ['an unknown field', { q: 'x', admin: true }, null],
    ['an empty session', { q: 'x', session: '' }, 'session'],
  ])('refuses %s', async (_, body, field) => {
    const response = await ask(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'bad_request', field } });
  });

  it('answers a question of 100 kB with the typed refusal', async () => {
    expect(await (await ask({ q: '问'.repeat(34_000) })).json()).toMatchObject({ status: 'out_of_scope', reason: 'question_too_long' });
  });

  it.each([
    ['gave no answer', 503, 'desk', notAnswered('zh', 'stale')],
    ['broke', 503, 'desk', faultNotice('zh', 'f-1')],
    ['does not let this asker ask', 403, 'no_permission', noPermission('zh', '县政务公开办')],
  ] as const)('says what the desk says when it %s', async (_, status, code, message) => {
    const own = await siteOver({}, { answer: () => Promise.resolve({ answer: null, message }) });
    const response = await own.app.request(`${HOST}/api/ask`, { method: 'POST', body: '{"q":"x"}', headers: { host: 'localhost', 'content-type': 'application/json' } });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code, message: { zh: message.text } } });
    await own.close();
  });
});

describe('GET /api/figures', () => {
  it('tells the figures of a report as the command does', async () => {
    const [card] = await site.desk.held.library.reports();
    const lines = FigureLine.array().parse(await (await site.get(`/api/figures?report=${encodeURIComponent(card!.report)}`)).json());
    expect(lines.length).toBe(card!.figures);
    const { text } = await site.desk.held.library.source(card!.report);
    expect(lines.filter(({ citation }) => citation.spans.some(({ start, end }, i) => text.slice(start, end) !== citation.quotes[i]))).toEqual([]);
    const one = await (await site.get(`/api/figures?report=${encodeURIComponent(card!.report)}&metric=req.new.total`)).json();
    expect(one).toMatchObject([{ metric: 'req.new.total' }]);
  });

  it.each([
    ['no report', '', 400, 'report'],
    ['a report that is not held', '?report=..%2F..', 404, 'report'],
    ['a version that is none', '?report=x&version=0', 400, 'version'],
    ['an unknown field', '?report=x&all=1', 400, null],
  ])('refuses %s', async (_, query, status, field) => {
    const response = await site.get(`/api/figures${query}`);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { field } });
  });
});

describe('GET /api/openapi.json', () => {
  it('describes every route there is, and no other', async () => {
    const { paths } = (await (await site.get('/api/openapi.json')).json()) as { paths: Record<string, Record<string, unknown>> };
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    const routes = site.app.routes.filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL' && path !== '/api/openapi.json').map(({ path, method }) => `${method} ${path}`);
    expect(described.toSorted()).toEqual([...new Set(routes)].toSorted());
  });
});

/** Sends a file for checking, as the API takes it. */
const checkFile = (body: string, query = '?name=draft.txt', headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  Promise.resolve(site.app.request(`${HOST}/api/check${query}`, { method: 'POST', body, headers: { host: '127.0.0.1:8620', 'content-type': 'application/octet-stream', ...headers } }));

describe('/api/check', () => {
  it('tells what is found in a report held, its citations standing in the text', async () => {
    const cards = await site.desk.held.library.reports();
    const all = await Promise.all(cards.map(async ({ report }) => CheckLine.array().parse(await (await site.get(`/api/check?report=${encodeURIComponent(report)}`)).json())));
    expect(all.flat().length).toBeGreaterThan(0);
    for (const { report, quotes, spans } of all.flat().flatMap(({ citations }) => citations)) {
      const { text } = await site.desk.held.library.source(report);
      expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(quotes);
    }
    const year = await (await site.get('/api/check?year=2021')).json();
    expect(year).toEqual(all.flat().filter((finding) => finding.year === 2021));
  });

  it('checks a file without keeping it', async () => {
    const before = await site.desk.held.library.reports({ history: true });
    const [text] = Object.values(samples());
    const found = CheckLine.array().parse(await (await checkFile(text!.replaceAll(/\d{2,}/g, '7'))).json());
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ path }) => path))).toEqual(new Set(['draft.txt']));
    expect(await site.desk.held.library.reports({ history: true })).toEqual(before);
  });

  it.each([
    ['neither report nor year', () => site.get('/api/check'), 400, 'bad_request'],
    ['both', () => site.get('/api/check?report=x&year=2021'), 400, 'bad_request'],
    ['a report that is not held', () => site.get('/api/check?report=..%2f..%2fetc'), 404, 'not_found'],
    ['a year that is none', () => site.get('/api/check?year=soon'), 400, 'bad_request'],
    ['a file without a name', () => checkFile('x', ''), 400, 'bad_request'],
    ['what is no report file', () => checkFile('\u0000\u0001\u0002', '?name=a.docx'), 422, 'unreadable_file'],
    ['a form', () => checkFile('x', undefined, { 'content-type': 'text/plain' }), 415, 'unsupported_media_type'],
    ['a file that is too large', () => checkFile('x'.repeat(21 * 1024 * 1024)), 413, 'too_large'],
  ])('refuses %s', async (_, send, status, code) => {
    const response = await send();
    expect([response.status, Refusal.parse(await response.json()).error.code]).toEqual([status, code]);
  });

  it('reads files only of whoever may hand reports in', async () => {
    const own = await siteOver({}, { access: { may: (role) => role === 'ask', contact: null } });
    const response = await own.app.request(`${HOST}/api/check?name=a.txt`, { method: 'POST', body: 'x', headers: { host: 'localhost', 'content-type': 'application/octet-stream' } });
    expect([response.status, Refusal.parse(await response.json()).error.code]).toEqual([403, 'no_permission']);
    await own.close();
  });
});

describe('what the API refuses', () => {
  it.each([
    ['a way that it does not take', () => site.get('/api/ask'), 405, 'method_not_allowed'],
    ['an address that there is not', () => site.get('/api/nothing'), 404, 'not_found'],
    ['a question of 2 MB', () => ask('x'.repeat(2_000_000)), 413, 'too_large'],
  ])('%s, it refuses as JSON in both languages', async (_, send, status, code) => {
    const response = await send();
    const { error } = Refusal.parse(await response.json());
    expect([response.status, error.code]).toEqual([status, code]);
    expect(error.message.zh).not.toBe(error.message.en);
  });

  it('a fault has an id and says nothing of its cause', async () => {
    const own = await siteOver({}, { check: { held: () => Promise.reject(new Error('秘密')), file: () => Promise.reject(new Error()) } });
    const response = await own.get('/api/check?year=2021');
    const text = await response.text();
    expect([response.status, Refusal.parse(JSON.parse(text)).error.code]).toEqual([500, 'fault']);
    expect(text).not.toContain('秘密');
    await own.close();
  });
});

describe('GET /api/reports', () => {
  it('tells what is held as the command does', async () => {
    const lines = ReportLine.array().parse(await (await site.get('/api/reports')).json());
    expect(lines.map(({ org, year }) => `${org} ${year}`)).toContain('勐来乡 2020');
    expect(lines.length).toBe(10);
  });
});
