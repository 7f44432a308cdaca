import { Hono, type Context } from 'hono';
import type { Text2 } from '../../../index/mod.js';
import type { DeskSurroundings } from './desk-routes.js';
import { fieldsOf } from './form-fields.js';
import { recurringPage, type TriedOn } from './recurring-page.js';

/** Names as a Chinese reader looks for them: by sound. */
const BY_SOUND = new Intl.Collator('zh');

interface Told {
  readonly chosen?: string | null;
  readonly tried?: TriedOn;
  readonly problem?: Text2;
}

/** Recurring work, under `/desk/recurring`: switched on from the sentence that promises it, recorded as done, switched off. */
export function recurringRoutes({ library, operations, frameOf, missing, signatureOf }: Pick<DeskSurroundings, 'library' | 'operations' | 'frameOf' | 'missing' | 'signatureOf'>): Hono {
  const recurring = new Hono();

  recurring.get('/', async (c) => c.html(await shown(c, { chosen: c.req.query('org') ?? null })));

  recurring.post('/on', async (c) => {
    const { work, org, owner, to, lang: named } = await fieldsOf(c, 'work', 'org', 'owner', 'to', 'lang');
    const wish = { owner, to, lang: named === 'en' ? 'en' : 'zh' } as const;
    const done = await operations.recurringOn(work, org, wish, signatureOf(c));
    return done.ok ? c.redirect('/desk/recurring#running', 303) : c.html(await shown(c, { chosen: org, tried: { work, ...wish }, problem: done.why }), 422);
  });

  recurring.post('/done', async (c) => {
    const { work, evidence } = await fieldsOf(c, 'work', 'evidence');
    const done = await operations.recurringDone(work, evidence, signatureOf(c));
    return done.ok ? c.redirect('/desk/recurring#running', 303) : c.html(await shown(c, { problem: done.why }), 422);
  });

  recurring.post('/off', async (c) => {
    const { work } = await fieldsOf(c, 'work');
    return (await operations.recurringOff(work)) ? c.redirect('/desk/recurring', 303) : missing(c, 'noSuchWork');
  });

  async function shown(c: Context, { chosen = null, tried, problem }: Told): Promise<string> {
    const cards = await library.reports();
    const names = new Map(cards.map(({ orgKey, org }) => [orgKey, org.name]));
    const known = chosen !== null && names.has(chosen) ? chosen : null;
    return recurringPage(frameOf(c), {
      recurring: await operations.recurringWork(),
      organisations: [...names].map(([orgKey, name]) => ({ orgKey, name })).sort((a, b) => BY_SOUND.compare(a.name, b.name)),
      chosen: known,
      promised: known === null ? [] : await operations.promisedBy(known),
      rooms: operations.namedRooms(),
      tried: tried ?? null,
      problem: problem ?? null,
    });
  }

  return recurring;
}
