import { Hono, type Context } from 'hono';
import { dayInChina, yearOf, type Text2 } from '../../../index/mod.js';
import type { DeskSurroundings } from './desk-routes.js';
import { fieldsOf } from './form-fields.js';
import { NOTHING_MARKED, rosterPage, type Marked } from './roster-page.js';

/** Years reported on that the roster can be looked at for: the one in hand and those before. */
const YEARS_BACK = 10;

/** The roster, under `/desk/roster`: how everybody stands with a year's report, and saying what became of one. */
export function rosterRoutes({ operations, now, frameOf, notice, signatureOf }: Pick<DeskSurroundings, 'operations' | 'now' | 'frameOf' | 'notice' | 'signatureOf'>): Hono {
  const roster = new Hono();
  const yearInHand = (): number => yearOf(dayInChina(now())) - 1;
  const yearsShown = (): number[] => Array.from({ length: YEARS_BACK + 2 }, (_, n) => yearInHand() + 1 - n);
  const yearIn = (text: string | undefined): number | null => yearsShown().find((year) => String(year) === text) ?? null;

  roster.get('/', async (c) => c.html(await shown(c, yearIn(c.req.query('year')) ?? yearInHand(), { ...NOTHING_MARKED, organisation: c.req.query('org') ?? '' }, null)));

  roster.post('/', async (c) => {
    const { organisation, year: named, change, why, link } = await fieldsOf(c, 'organisation', 'year', 'change', 'why', 'link');
    const year = yearIn(named);
    if (year === null || organisation === '') return notice(c, 400, 'faultTitle', 'unreadable');
    const done = await operations.mark(organisation, year, { change, by: signatureOf(c), why: why === '' ? null : why, link: link === '' ? null : link });
    return done.ok ? c.redirect(`/desk/roster?year=${year}`, 303) : c.html(await shown(c, year, { organisation, change, why, link }, done.why), 422);
  });

  async function shown(c: Context, year: number, marked: Marked, problem: Text2 | null): Promise<string> {
    return rosterPage(frameOf(c), { year, years: yearsShown(), owed: await operations.owed(year), marked, problem });
  }

  return roster;
}
