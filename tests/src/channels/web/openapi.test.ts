import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HOST, samples, siteOver, type TestSite } from './site-over.js';

/** What OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0) asks of a document such as ours; unknown fields are mistakes. */
const Schema = z.record(z.string(), z.unknown());
const Content = z.record(z.string().regex(/^[a-z]+\/[a-z-]+$/), z.strictObject({ schema: Schema }));
const Operation = z.strictObject({
  operationId: z.string().regex(/^\w+$/),
  summary: z.string().min(1),
  parameters: z.array(z.strictObject({ in: z.literal('query'), name: z.string().min(1), required: z.boolean(), description: z.string().min(1), schema: Schema })).optional(),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.strictObject({ description: z.string().min(1), content: Content })),
});
const Document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string().min(1), version: z.string().regex(/^\d+\.\d+\.\d+$/), description: z.string() }),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post']), Operation)),
  components: z.strictObject({ schemas: z.record(z.string().regex(/^[\w.-]+$/), Schema) }),
});

let site: TestSite;
let document: z.output<typeof Document>;
beforeAll(async () => {
  site = await siteOver(samples());
  document = Document.parse(await (await site.get('/api/openapi.json')).json());
});
afterAll(() => site.close());

/** Whether a value is as a schema of the document says, read back from the document alone. */
function fits(schema: Readonly<Record<string, unknown>>, value: unknown): z.ZodSafeParseResult<unknown> {
  const whole = JSON.parse(JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/'));
  return z.fromJSONSchema(whole).safeParse(value);
}

describe('/api/openapi.json', () => {
  it('names each operation once and refers only to what it defines', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((ref) => !(ref.replace('#/components/schemas/', '') in document.components.schemas))).toEqual([]);
  });

  const get = (path: string) => () => site.get(path);
  const post = (path: string, body: string, type: string) => () => Promise.resolve(site.app.request(HOST + path, { method: 'POST', body, headers: { host: '127.0.0.1:8620', 'content-type': type } }));
  const ask = (q: string) => post('/api/ask', JSON.stringify({ q }), 'application/json');
  const figuresOf = async (): Promise<Response> => site.get(`/api/figures?report=${encodeURIComponent((await site.desk.held.library.reports())[0]!.report)}`);

  it.each([
    ['post', '/api/ask', 200, ask('勐来乡村为民服务站办理了多少件？')],
    ['post', '/api/ask', 200, ask('青石镇近三年新收申请')],
    ['post', '/api/ask', 200, ask('年报截止日是哪天')],
    ['post', '/api/ask', 200, ask('办理了多少件')],
    ['post', '/api/ask', 200, ask('你好')],
    ['post', '/api/ask', 400, post('/api/ask', '{"q":1}', 'application/json')],
    ['post', '/api/ask', 415, post('/api/ask', 'q=1', 'text/plain')],
    ['post', '/api/ask', 413, post('/api/ask', 'x'.repeat(2_000_000), 'application/json')],
    ['get', '/api/reports', 200, get('/api/reports?history=true')],
    ['get', '/api/reports', 400, get('/api/reports?history=yes')],
    ['get', '/api/figures', 200, figuresOf],
    ['get', '/api/figures', 404, get('/api/figures?report=x')],
    ['get', '/api/check', 200, get('/api/check?year=2021')],
    ['get', '/api/check', 400, get('/api/check')],
    ['get', '/api/check', 404, get('/api/check?report=x')],
    ['post', '/api/check', 200, post('/api/check?name=a.txt', Object.values(samples())[0]!, 'application/octet-stream')],
    ['post', '/api/check', 422, post('/api/check?name=a.pdf', 'x', 'application/octet-stream')],
  ] as const)('%s %s answers %i as the document says', async (method, path, status, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    const described = document.paths[path]![method]!.responses[String(status)]!.content['application/json']!.schema;
    const body = await response.json();
    expect(fits(described, body)).toMatchObject({ success: true });
    expect(fits(described, { ...body, surprise: 1 }).success).toBe(false);
  });
});
