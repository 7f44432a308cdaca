import { Hono, type Context } from 'hono';
import type { Markup } from '../../render/html-markup.js';
import { checkedHtml } from './check-outcome.js';
import { MAX_BYTES, type IngestOutcome } from '../../../index/mod.js';
import type { HostPorts } from '../channel.js';
import type { Frame } from './layout.js';
import { toldOfFile } from '../told-of-file.js';
import { textOf } from './form-fields.js';
import { intakePage, outcomeHtml, refusedHtml } from './intake-page.js';
import { receiving, UPLOAD_REFUSALS, type Uploads } from './uploads.js';

/** Files of one form: the script sends one at a time, a form without a script a handful. */
const UPLOAD_LIMIT = 3 * MAX_BYTES;

/** Where files are handed in; part of the address so that its limit can differ from that of all others. */
export const INTAKE = '/intake';
/** Where files are only checked. */
export const INTAKE_CHECK = `${INTAKE}/check`;

/** What taking files in needs of the site around it. */
export interface IntakeSurroundings {
  readonly takeIn: HostPorts['takeIn'];
  readonly check: HostPorts['check'];
  readonly frameOf: (c: Context) => Frame;
  /** Who hands in: null for whoever sits at this machine. */
  readonly whoHandsIn: (c: Context) => Parameters<HostPorts['takeIn']>[1];
  /** Whom the places for uploads count as one. */
  readonly clientOf: (c: Context) => string;
  readonly uploads: Uploads;
  readonly notice: (c: Context, status: 400 | 403 | 408 | 413 | 429, title: string, key: string) => Response | Promise<Response>;
  /** True when our script asks, which takes the outcomes alone. */
  readonly partOnly: (c: Context) => boolean;
}

/** Handing in reports, under `/intake`: a form, and a place to drop files on; files can also be checked by the rules without being kept. */
export function intakeRoutes({ takeIn, check, frameOf, whoHandsIn, clientOf, uploads, notice, partOnly }: IntakeSurroundings): Hono {
  const intake = new Hono();

  intake.get('/', (c) => c.html(intakePage(frameOf(c), [])));

  // Before anything is read, so that nobody's file is read into memory only to be refused.
  intake.use(receiving(uploads, { maxBytes: UPLOAD_LIMIT, clientOf, refuse: (c, why) => notice(c, UPLOAD_REFUSALS[why].status, UPLOAD_REFUSALS[why].title, UPLOAD_REFUSALS[why].says) }));
  intake.post('/', async (c) => {
    const form = await c.req.parseBody({ all: true }).catch(() => null);
    if (form === null) return notice(c, 400, 'faultTitle', 'unreadable');
    const said = toldOfFile(textOf(form['org']), textOf(form['year']));
    if (!('told' in said)) return partOnly(c) ? c.html(String(refusedHtml(said.why[frameOf(c).lang])), 422) : c.html(intakePage(frameOf(c), [], said.why), 422);
    const outcomes: IngestOutcome[] = [];
    for (const file of filesOf(form['file'])) {
      const taken = await takeIn({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), ...(said.told && { told: said.told }) }, whoHandsIn(c));
      if (taken === null) return notice(c, 403, 'mayNotTitle', 'mayNotHandIn');
      outcomes.push(...taken);
    }
    const { lang } = frameOf(c);
    return outcomesShown(c, outcomes.map((outcome) => outcomeHtml(lang, outcome)));
  });

  intake.post('/check', async (c) => {
    const form = await c.req.parseBody({ all: true }).catch(() => null);
    if (form === null) return notice(c, 400, 'faultTitle', 'unreadable');
    const checked: Markup[] = [];
    for (const file of filesOf(form['file'])) checked.push(checkedHtml(frameOf(c).lang, { path: file.name, ...(await check.file({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })) }));
    return outcomesShown(c, checked);
  });

  function outcomesShown(c: Context, outcomes: readonly Markup[]): Response | Promise<Response> {
    return c.html(partOnly(c) ? outcomes.map(String).join('') : intakePage(frameOf(c), outcomes));
  }

  return intake;
}

/** The files of a form's field; an empty one comes as a file without a name. */
function filesOf(field: unknown): File[] {
  return [field ?? []].flat().filter((file): file is File => file instanceof File && file.name !== '');
}
