import type { Context, MiddlewareHandler } from 'hono';

/** How many uploads are taken in side by side, and how long one may keep its place without bringing anything. */
export interface UploadLimits {
  /** In memory at once, and of these the ones of one client. */
  readonly atOnce: number;
  readonly ofOne: number;
  /** How often is looked whether something came, in milliseconds. */
  readonly tickMs: number;
  /** After so many ticks without a byte an upload gives its place to one that waits. */
  readonly quietTicks: number;
  /** In so many ticks at least so many bytes have to come, or the upload is ended. */
  readonly windowTicks: number;
  readonly bytesAWindow: number;
}

/** 2 kB in a second, which any line brings that brings 20 MB before a request is over; a second and a half of silence is none that a line has by itself. */
export const UPLOAD_LIMITS: UploadLimits = { atOnce: 4, ofOne: 2, tickMs: 500, quietTicks: 3, windowTicks: 10, bytesAWindow: 10_000 };

/** Why an upload was not taken in: too many at once · nothing, or next to nothing, came any more · more came than is taken. */
export type UploadRefusal = 'busy' | 'stalled' | 'too-large';

/** What whoever uploads is told, by keys of the site's words. */
export const UPLOAD_REFUSALS = {
  busy: { status: 429, title: 'tooManyTitle', says: 'uploadsBusy' },
  stalled: { status: 408, title: 'uploadStalledTitle', says: 'uploadStalled' },
  'too-large': { status: 413, title: 'faultTitle', says: 'fileTooLarge' },
} as const satisfies Readonly<Record<UploadRefusal, { readonly status: number; readonly title: string; readonly says: string }>>;

/** An upload that has a place. */
export interface Upload {
  /** Why it was ended; null while nothing is wrong. */
  readonly ended: Exclude<UploadRefusal, 'busy'> | null;
  /** The body as it comes, which fails once the upload is ended. */
  metered(body: ReadableStream<Uint8Array>, maxBytes: number): ReadableStream<Uint8Array>;
  /** Gives the place back. */
  close(): void;
}

/**
 * The places for uploads. Whoever stalls starves nobody: one client has few places, silence gives way to whoever waits, and what only trickles is
 * ended. Ticks are counted instead of time, since a process that was busy itself would find everybody silent.
 */
export class Uploads {
  readonly #limits: UploadLimits;
  /** Longest there first. */
  readonly #there = new Set<OpenUpload>();

  constructor(limits: UploadLimits = UPLOAD_LIMITS) {
    this.#limits = limits;
  }

  /** A place for an upload of that client; null when it has to wait. */
  begin(client: string): Upload | null {
    const { atOnce, ofOne } = this.#limits;
    const own = [...this.#there].filter((one) => one.client === client);
    if (own.length >= ofOne && !giveWay(own)) return null;
    if (this.#there.size >= atOnce && !giveWay([...this.#there])) return null;
    const upload = new OpenUpload(client, this.#limits, () => this.#there.delete(upload));
    this.#there.add(upload);
    return upload;
  }
}

/** Ends the one that has been silent longest; false when all bring something. */
function giveWay(uploads: readonly OpenUpload[]): boolean {
  const [quiet] = uploads.filter((one) => one.isQuiet).sort((a, b) => b.silence - a.silence);
  quiet?.end('stalled');
  return quiet !== undefined;
}

class OpenUpload implements Upload {
  readonly client: string;
  readonly #limits: UploadLimits;
  readonly #left: () => void;
  readonly #ticking: NodeJS.Timeout;
  #ended: Upload['ended'] = null;
  #stop: (() => void) | null = null;
  #received = 0;
  #inWindow = 0;
  #ticks = 0;
  /** Ticks since something came. */
  silence = 0;

  constructor(client: string, limits: UploadLimits, left: () => void) {
    this.client = client;
    this.#limits = limits;
    this.#left = left;
    this.#ticking = setInterval(() => this.#tick(), limits.tickMs);
  }

  get ended(): Upload['ended'] {
    return this.#ended;
  }

  get isQuiet(): boolean {
    return this.silence >= this.#limits.quietTicks;
  }

  metered(body: ReadableStream<Uint8Array>, maxBytes: number): ReadableStream<Uint8Array> {
    const reader = body.getReader();
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#stop = () => {
          controller.error(new Error(`the upload was ended: ${this.#ended}`));
          void reader.cancel().catch(() => {});
        };
      },
      pull: async (controller) => {
        const { done, value } = await reader.read();
        if (this.#ended !== null) return;
        if (done) {
          this.#whole();
          controller.close();
          return;
        }
        this.#received += value.length;
        this.#inWindow += value.length;
        this.silence = 0;
        if (this.#received > maxBytes) this.end('too-large');
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    });
  }

  end(why: Exclude<UploadRefusal, 'busy'>): void {
    if (this.#ended !== null) return;
    this.#ended = why;
    this.close();
    this.#stop?.();
  }

  close(): void {
    clearInterval(this.#ticking);
    this.#left();
  }

  /** All has come: what takes time now is ours, and the place is kept until the file is taken in. */
  #whole(): void {
    clearInterval(this.#ticking);
    this.silence = 0;
  }

  #tick(): void {
    this.silence += 1;
    this.#ticks += 1;
    if (this.#ticks % this.#limits.windowTicks !== 0) return;
    if (this.#inWindow < this.#limits.bytesAWindow) this.end('stalled');
    this.#inWindow = 0;
  }
}

/** How uploads are received: the most bytes of one, whose it is, and what is said to whoever is refused. */
export interface ReceivingOptions {
  readonly maxBytes: number;
  readonly clientOf: (c: Context) => string;
  readonly refuse: (c: Context, why: UploadRefusal) => Response | Promise<Response>;
}

/** Refused requests may come again after so many seconds. */
const AGAIN_S = '2';

/** Lets requests with a body through that have a place among `uploads`, and keeps it until they are answered. */
export function receiving(uploads: Uploads, { maxBytes, clientOf, refuse }: ReceivingOptions): MiddlewareHandler {
  return async (c, next) => {
    const { body } = c.req.raw;
    if (body === null) return next();
    if (Number(c.req.header('content-length') ?? 0) > maxBytes) return refuse(c, 'too-large');
    const upload = uploads.begin(clientOf(c));
    if (upload === null) {
      c.header('Retry-After', AGAIN_S);
      return refuse(c, 'busy');
    }
    c.req.raw = new Request(c.req.raw, { method: c.req.method, body: upload.metered(body, maxBytes), duplex: 'half' });
    try {
      await next();
    } finally {
      upload.close();
    }
    if (upload.ended === null) return undefined;
    if (upload.ended === 'stalled') c.header('Retry-After', AGAIN_S);
    // What is still to come of this request is not waited for.
    c.header('Connection', 'close');
    c.res = undefined;
    c.res = await refuse(c, upload.ended);
    return undefined;
  };
}
