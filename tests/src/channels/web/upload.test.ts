import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteOver, type TestSite } from './site-over.js';

const GB = 1024 ** 3;
let site: TestSite;
let server: ReturnType<typeof createAdaptorServer>;
let port: number;

beforeAll(async () => {
  site = await siteOver({});
  server = createAdaptorServer({ fetch: site.app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await site.close();
});

const multipart = { host: '127.0.0.1:8620', origin: 'http://127.0.0.1:8620', 'content-type': 'multipart/form-data; boundary=x' };

/** Sends the beginning of an upload and tells the answer's status, and how much was sent by then. */
function begin(headers: Record<string, string>, mostBytes: number): Promise<{ readonly status: number; readonly sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let done = false;
    const sending = request({ port, host: '127.0.0.1', method: 'POST', path: '/intake', headers: { ...multipart, ...headers } }, (response) => {
      done = true;
      response.resume();
      sending.destroy();
      resolve({ status: response.statusCode ?? 0, sent });
    });
    sending.on('error', (error) => (done ? undefined : reject(error)));
    const chunk = Buffer.alloc(64 * 1024, 120);
    const more = (): void => {
      if (done || sent >= mostBytes) return;
      sent += chunk.length;
      if (sending.write(chunk)) setImmediate(more);
      else sending.once('drain', more);
    };
    more();
  });
}

describe('an upload of a gigabyte', () => {
  it('is refused by the length that it tells, before it is sent', async () => {
    const { status, sent } = await begin({ 'content-length': String(GB) }, GB);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(20 * 1024 * 1024);
  });

  it('that tells no length is refused at the limit, whatever is still to come', async () => {
    const { status, sent } = await begin({ 'transfer-encoding': 'chunked' }, GB);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(150 * 1024 * 1024);
  });
});

describe('200 uploads at once', () => {
  it('are taken a few at a time, the others told to wait; the page goes on meanwhile', async () => {
    const text = (year: number): string => `东山县石桥乡人民政府${year}年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息5条。\n`;
    const base = `http://127.0.0.1:${port}`;
    const send = async (n: number): Promise<number> => {
      const body = new FormData();
      body.append('file', new File([text(1900 + n)], `${n}.txt`));
      return (await fetch(`${base}/intake`, { method: 'POST', body, headers: { 'x-wenbao-part': '1' } })).status;
    };
    const sent = Promise.all(Array.from({ length: 200 }, (_, n) => send(n)));
    const during = await fetch(`${base}/`);
    expect(during.status).toBe(200);
    const statuses = await sent;
    expect(statuses.filter((status) => status !== 200 && status !== 429)).toEqual([]);
    const taken = statuses.filter((status) => status === 200).length;
    expect(taken).toBeGreaterThanOrEqual(4);
    expect((await site.desk.held.library.reports()).length).toBe(taken);
  });
});
