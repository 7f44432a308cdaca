import { connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessPart } from '../../../../src/desk/config.js';
import { createIntake } from '../../../../src/desk/intake.js';
import { UPLOAD_LIMITS, type UploadLimits } from '../../../../src/channels/web/uploads.js';
import { siteOver, type TestSite } from './site-over.js';

/** Silence counts after two ticks; what trickles is ended after the third window only, so that the two are told apart. */
const QUICK: UploadLimits = { ...UPLOAD_LIMITS, tickMs: 20, quietTicks: 2 };

/** Whoever comes through a proxy counts as a person, and needs the role. */
const EVERYBODY = accessPart.schema.parse({ everyone: ['ask', 'ingest'] });

let site: TestSite;
let server: ReturnType<typeof createAdaptorServer>;
let port: number;
const sockets: Socket[] = [];

async function serve(uploads: UploadLimits): Promise<void> {
  site = await siteOver({}, { access: { may: () => true, contact: null }, takeIn: (file, who) => createIntake(site.desk.held, EVERYBODY)(file, who) }, { uploads });
  server = createAdaptorServer({ fetch: site.app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
}
beforeEach(() => void sockets.splice(0));
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  await site.close();
});

const HEAD = (path: string, length: string, from = '127.0.0.1'): string => `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:8620\r\nOrigin: http://127.0.0.1:8620\r\nX-Forwarded-For: ${from}\r\nContent-Type: ${path === '/intake' ? 'multipart/form-data; boundary=x' : 'application/octet-stream'}\r\n${length}\r\n\r\n`;
const BEGINNING = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n云岭县';

/** A client that begins an upload and then says nothing more; what it is answered. */
async function stall(path: string, length = 'Content-Length: 5000000', from?: string): Promise<{ readonly answered: Promise<string> }> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  await once(socket, 'connect');
  const beginning = length.startsWith('Transfer') ? `${Buffer.byteLength(BEGINNING).toString(16)}\r\n${BEGINNING}\r\n` : BEGINNING;
  socket.write(HEAD(path, length, from) + beginning);
  let heard = '';
  socket.on('data', (data: Buffer) => (heard += data.toString()));
  socket.on('error', () => undefined);
  return { answered: once(socket, 'close').then(() => heard) };
}

const text = (n: number): string => `东山县石桥乡人民政府${n}年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息5条。\n`;

/** Hands a report in as our script does: told to wait, it tries again. */
async function handIn(n: number): Promise<number> {
  const body = (): FormData => {
    const form = new FormData();
    form.append('file', new File([text(n)], `${n}.txt`));
    return form;
  };
  for (;;) {
    const { status, headers } = await fetch(`http://127.0.0.1:${port}/intake`, { method: 'POST', body: body(), headers: { 'x-wenbao-part': '1' } });
    if (status !== 429) return status;
    expect(headers.get('retry-after')).toBe('2');
  }
}

describe('uploads that stall', () => {
  it.each([
    ['that told their length', 'Content-Length: 5000000'],
    ['that told none', 'Transfer-Encoding: chunked'],
  ])('%s give way to whoever brings something, and are told so', async (_, length) => {
    await serve(QUICK);
    // By addresses of their own, so that they hold every place.
    const stalled = await Promise.all(Array.from({ length: UPLOAD_LIMITS.atOnce }, (_each, n) => stall('/intake', length, `192.0.2.${n + 1}`)));
    expect(await handIn(2020)).toBe(200);
    expect((await site.desk.held.library.reports()).map(({ year }) => year)).toEqual([2020]);
    const answers = await Promise.all(stalled.map(({ answered }) => answered));
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 .*\r\n/u);
    expect(answers.join('')).toContain('上传停住了');
    expect(site.faults).toEqual([]);
  });

  it('of one client leave places to others, also while none is silent yet', async () => {
    await serve({ ...UPLOAD_LIMITS, quietTicks: 1e6, windowTicks: 1e6 });
    // One too many: whichever comes last is turned away, and only that is answered.
    const begun = await Promise.all(Array.from({ length: UPLOAD_LIMITS.ofOne + 1 }, () => stall('/intake', undefined, '192.0.2.1')));
    const refused = await Promise.race(begun.map(({ answered }) => answered));
    expect(refused).toMatch(/^HTTP\/1\.1 429 /u);
    expect(refused).toMatch(/Retry-After: 2/iu);
    expect(await handIn(2021)).toBe(200);
  });

  it('in the API are ended as well, in its own form', async () => {
    await serve({ ...QUICK, windowTicks: 3 });
    const { answered } = await stall('/api/check?name=a.txt');
    const answer = await answered;
    expect(answer).toMatch(/^HTTP\/1\.1 408 /u);
    expect(JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1))).toMatchObject({ error: { code: 'stalled', message: { en: expect.stringContaining('send it again') } } });
    expect(site.faults).toEqual([]);
  });

  it('whose client went away leave their place', async () => {
    await serve({ ...UPLOAD_LIMITS, quietTicks: 1e6, windowTicks: 1e6 });
    await Promise.all(Array.from({ length: UPLOAD_LIMITS.atOnce }, (_, n) => stall('/intake', undefined, `192.0.2.${n + 1}`)));
    for (const socket of sockets) socket.destroy();
    expect(await handIn(2022)).toBe(200);
  });
});
