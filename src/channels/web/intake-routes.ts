import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { MAX_BYTES, type IngestOutcome } from '../../../index/mod.js';
import type { HostPorts } from '../channel.js';
import type { Frame } from './layout.js';
import { intakePage, outcomeHtml } from './intake-page.js';

/** Files of one form: the script sends one at a time, a form without a script a handful. */
const UPLOAD_LIMIT = 3 * MAX_BYTES;
/** Uploads that are in memory at once. */
const AT_ONCE = 4;

/** Where files are handed in; part of the address so that its limit can differ from that of all others. */
export const INTAKE = '/intake';

export interface IntakeSurroundings {
  readonly takeIn: HostPorts['takeIn'];
  readonly frameOf: (c: Context) => Frame;
  /** Who hands in: null for whoever sits at this machine. */
  readonly whoHandsIn: (c: Context) => Parameters<HostPorts['takeIn']>[1];
  readonly notice: (c: Context, status: 400 | 403 | 413 | 429, title: string, key: string) => Response | Promise<Response>;
  /** True when our script asks, which takes the outcomes alone. */
  readonly partOnly: (c: Context) => boolean;
}

/** Handing in reports, under `/intake`: a form, and a place to drop files on. */
export function intakeRoutes({ takeIn, frameOf, whoHandsIn, notice, partOnly }: IntakeSurroundings): Hono {
  const intake = new Hono();
  let inMemory = 0;

  intake.get('/', (c) => c.html(intakePage(frameOf(c), [])));

  // Before anything is read: a body that does not tell its length is read up to the limit to find out.
  intake.use(async (c, next) => {
    if (c.req.method !== 'POST') return next();
    if (inMemory >= AT_ONCE) {
      c.header('Retry-After', '2');
      return notice(c, 429, 'tooManyTitle', 'uploadsBusy');
    }
    inMemory += 1;
    try {
      return await next();
    } finally {
      inMemory -= 1;
    }
  });
  intake.use(bodyLimit({ maxSize: UPLOAD_LIMIT, onError: (c) => notice(c, 413, 'faultTitle', 'fileTooLarge') }));
  intake.post('/', async (c) => {
    const form = await c.req.parseBody({ all: true }).catch(() => null);
    if (form === null) return notice(c, 400, 'faultTitle', 'unreadable');
    const outcomes: IngestOutcome[] = [];
    for (const file of [form['file'] ?? []].flat()) {
      // An empty file field of a form comes as a file without a name.
      if (typeof file === 'string' || file.name === '') continue;
      const taken = await takeIn({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, whoHandsIn(c));
      if (taken === null) return notice(c, 403, 'mayNotTitle', 'mayNotHandIn');
      outcomes.push(...taken);
    }
    const { lang } = frameOf(c);
    return c.html(partOnly(c) ? outcomes.map((outcome) => String(outcomeHtml(lang, outcome))).join('') : intakePage(frameOf(c), outcomes));
  });

  return intake;
}
