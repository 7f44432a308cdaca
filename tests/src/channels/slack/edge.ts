import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { refusals, viewRefusals } from '../../render/slack-payload.js';

/** A call of the Web API as it reached the edge. */
export interface ApiCall {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Methods that begin so are addresses for the answers to commands. */
export const RESPONSE = 'response/';

type Responder = (call: ApiCall, response: ServerResponse) => void;

/** Refuses as Slack does, in a body with status 200. */
export const refuse = (error: string): Responder => (_, response) => json(response, { ok: false, error });
export const agree: Responder = (_, response) => json(response, { ok: true });
/** Never answers. */
export const stall: Responder = () => undefined;
export const tooFast = (seconds?: number): Responder => (_, response) => response.writeHead(429, seconds === undefined ? {} : { 'retry-after': String(seconds) }).end();
export const hangUp: Responder = (_, response) => response.socket!.destroy();
export const status = (code: number): Responder => (_, response) => response.writeHead(code).end('no');

/** One Socket Mode connection, seen from Slack's side. */
export class EdgeSocket {
  readonly #socket: WebSocket;
  readonly acknowledged: string[] = [];
  readonly #waiting = new Map<string, () => void>();
  readonly closed: Promise<void>;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => socket.on('close', () => resolve()));
    socket.on('message', (data) => {
      const { envelope_id } = JSON.parse(String(data)) as { envelope_id: string };
      this.acknowledged.push(envelope_id);
      this.#waiting.get(envelope_id)?.();
    });
  }

  raw(text: string): void {
    this.#socket.send(text);
  }

  /** Sends an envelope; resolves when it is acknowledged. */
  deliver(payload: unknown, envelope: { readonly id: string; readonly type?: string; readonly retry?: number }): Promise<void> {
    const acknowledged = new Promise<void>((resolve) => this.#waiting.set(envelope.id, resolve));
    this.raw(JSON.stringify({ envelope_id: envelope.id, type: envelope.type ?? 'events_api', accepts_response_payload: false, retry_attempt: envelope.retry ?? 0, retry_reason: '', payload }));
    return acknowledged;
  }

  ping(): void {
    this.#socket.ping();
  }

  /** As when a cable is cut: no closing handshake. */
  cut(): void {
    this.#socket.terminate();
  }
}

/**
 * Stands where Slack's servers would: passes Web API calls on to the emulator, answers those it lacks (Socket Mode), fails when told to, and
 * holds each message that is posted to Slack's documented limits.
 */
export class SlackEdge {
  readonly calls: ApiCall[] = [];
  /** What Slack would have refused; tests expect it empty. */
  readonly broken: string[] = [];
  readonly #failing = new Map<string, Responder[]>();
  readonly #sockets: EdgeSocket[] = [];
  readonly #awaitingSocket: ((socket: EdgeSocket) => void)[] = [];
  readonly #awaitingCall: { readonly method: string; readonly resolve: (call: ApiCall) => void }[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response).catch(() => response.destroy()));
  readonly #ws = new WebSocketServer({ server: this.#server });
  readonly #behind: string | null;
  hello = true;
  #own = '';

  private constructor(behind: string | null) {
    this.#behind = behind;
    this.#ws.on('connection', (socket) => {
      const edge = new EdgeSocket(socket);
      if (this.hello) edge.raw(JSON.stringify({ type: 'hello', num_connections: 1 }));
      const waiting = this.#awaitingSocket.shift();
      if (waiting) waiting(edge);
      else this.#sockets.push(edge);
    });
  }

  /** Listens on a free port; `behind` is the address of the emulator, null where every call is scripted. */
  static async open(behind: string | null = null): Promise<SlackEdge> {
    const edge = new SlackEdge(behind);
    await new Promise<void>((resolve) => edge.#server.listen(0, '127.0.0.1', resolve));
    edge.#own = `http://127.0.0.1:${(edge.#server.address() as AddressInfo).port}`;
    return edge;
  }

  get api(): string {
    return `${this.#own}/api/`;
  }

  /** The next call of a method is answered by `responder` instead; several queue up. */
  failNext(method: string, ...responders: Responder[]): void {
    this.#failing.set(method, [...(this.#failing.get(method) ?? []), ...responders]);
  }

  /** The next Socket Mode connection, or one that nobody took yet. */
  socket(): Promise<EdgeSocket> {
    const waiting = this.#sockets.shift();
    return waiting ? Promise.resolve(waiting) : new Promise((resolve) => this.#awaitingSocket.push(resolve));
  }

  /** The next call of a method from now on. */
  nextCall(method: string): Promise<ApiCall> {
    return new Promise((resolve) => this.#awaitingCall.push({ method, resolve }));
  }

  callsOf(method: string): ApiCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  async close(): Promise<void> {
    for (const client of this.#ws.clients) client.terminate();
    this.#ws.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Files that are served instead of the emulator's, by path, to whoever brings a token. */
  readonly files = new Map<string, { readonly type: string; readonly bytes: Uint8Array; readonly status?: number }>();
  /** Bodies that were sent to the addresses for uploads. */
  readonly uploaded: Buffer[] = [];
  /** Requests for files, with the token they brought. */
  readonly fetched: { readonly path: string; readonly authorization: string }[] = [];

  async #pass(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const { authorization = '' } = request.headers;
    const path = request.url!.split('?')[0]!;
    if (request.method === 'GET') this.fetched.push({ path, authorization });
    const own = this.files.get(path);
    if (own !== undefined) return void response.writeHead(own.status ?? 200, { 'content-type': own.type, location: '/login' }).end(own.bytes);
    if (request.method === 'POST') this.uploaded.push(body);
    await this.#forward(request, body, response);
  }

  async #forward(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const { authorization = '', 'content-type': type = '' } = request.headers;
    if (this.#behind === null) return void response.writeHead(404).end();
    const passed = await fetch(new URL(request.url!, this.#behind), { method: request.method!, headers: { authorization, 'content-type': type }, ...(request.method !== 'GET' && { body: new Uint8Array(body) }) });
    const answered = Buffer.from(await passed.arrayBuffer());
    const isJson = (passed.headers.get('content-type') ?? '').startsWith('application/json');
    const here = hereFor(this.#behind, this.#own);
    response.writeHead(passed.status, { 'content-type': passed.headers.get('content-type') ?? 'text/plain' }).end(isJson ? here(answered.toString()) : answered);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (!request.url!.startsWith('/api/')) return this.#pass(request, Buffer.concat(chunks), response);
    const body = Buffer.concat(chunks).toString();
    const call = { method: request.url!.replace('/api/', ''), params: paramsOf(body, request.headers['content-type'] ?? '') };
    this.calls.push(call);
    if (call.method === 'chat.postMessage' || call.method === 'chat.update' || call.method.startsWith(RESPONSE)) this.broken.push(...refusals(call.params));
    if (call.method === 'views.open' || call.method === 'views.publish') this.broken.push(...viewRefusals(call.params['view']));
    const failing = this.#failing.get(call.method)?.shift();
    if (failing) failing(call, response);
    else if (call.method === 'apps.connections.open') json(response, { ok: true, url: this.api.replace('http:', 'ws:').replace('/api/', '/link?ticket=secret') });
    else if (this.#behind === null || call.method.startsWith(RESPONSE)) json(response, { ok: true, user_id: 'UBOT', bot_id: 'BBOT', ts: '1.2' });
    else await this.#forward(request, Buffer.from(body), response);
    const waiting = this.#awaitingCall.findIndex(({ method }) => method === call.method);
    if (waiting >= 0) this.#awaitingCall.splice(waiting, 1)[0]!.resolve(call);
  }
}

/** Addresses of the emulator in its answers become the edge's, so that files go through it too. */
function hereFor(behind: string, own: string): (text: string) => string {
  const { port } = new URL(behind);
  return (text) => text.replaceAll(new RegExp(`http://(?:localhost|127\\.0\\.0\\.1):${port}`, 'g'), own);
}

function paramsOf(body: string, type: string): Record<string, unknown> {
  if (type.startsWith('application/json')) return JSON.parse(body) as Record<string, unknown>;
  return Object.fromEntries([...new URLSearchParams(body)].map(([key, value]) => [key, key === 'blocks' || key === 'view' ? (JSON.parse(value) as unknown) : value]));
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
