import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnswerJson } from '../../../../intents/mod.js';
import { faultNotice, noPermission, notAnswered } from '../../../../src/desk/notices.js';
import { FigureLine } from '../../../../src/render/figure-line.js';
import { ReportLine } from '../../../../src/render/report-line.js';
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

describe('GET /api/reports', () => {
  it('tells what is held as the command does', async () => {
    const lines = ReportLine.array().parse(await (await site.get('/api/reports')).json());
    expect(lines.map(({ org, year }) => `${org} ${year}`)).toContain('勐来乡 2020');
    expect(lines.length).toBe(10);
  });
});
