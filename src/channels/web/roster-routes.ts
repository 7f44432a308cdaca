import { Hono, type Context } from 'hono';
import { dayInChina, yearOf, type Text2 } from '../../../index/mod.js';
import type { DeskSurroundings } from './desk-routes.js';
import { fieldsOf, textOf } from './form-fields.js';
import type { TriedImport } from './roster-import.js';
import { NOTHING_MARKED, rosterPage, type Marked } from './roster-page.js';
import { receiving, UPLOAD_REFUSALS } from './uploads.js';

/** Years reported on that the roster can be looked at for: the one in hand and those before. */
const YEARS_BACK = 10;

/** Where spreadsheets of states are sent; part of the address so that its limit can differ from that of all others. */
export const ROSTER_IMPORT = '/desk/roster/import';
/** Beyond what the import reads, so that it says itself what it takes. */
const LARGEST_SHEET = 6_000_000;

/** The roster, under `/desk/roster`: how everybody stands with a year's report, saying what became of one, and taking over a list of states. */
export function rosterRoutes({ operations, now, frameOf, notice, signatureOf, clientOf, uploads }: Pick<DeskSurroundings, 'operations' | 'now' | 'frameOf' | 'notice' | 'signatureOf' | 'clientOf' | 'uploads'>): Hono {
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

  roster.post(
    '/import',
    receiving(uploads, { maxBytes: LARGEST_SHEET, clientOf, refuse: (c, why) => notice(c, UPLOAD_REFUSALS[why].status, UPLOAD_REFUSALS[why].title, why === 'too-large' ? 'sheetTooLarge' : UPLOAD_REFUSALS[why].says) }),
    async (c) => {
      const form: Readonly<Record<string, unknown>> = await c.req.parseBody().catch(() => ({}));
      const sheet = form['sheet'];
      const year = yearIn(textOf(form['year']));
      if (year === null || !(sheet instanceof File) || sheet.name === '') return notice(c, 400, 'faultTitle', 'unreadable');
      const onlyChecked = textOf(form['check']) !== '';
      const imported = await operations.importRoster({ name: sheet.name, bytes: new Uint8Array(await sheet.arrayBuffer()) }, year, signatureOf(c), !onlyChecked);
      // Said on the page at once: the same file sent again adds nothing.
      return c.html(await shown(c, year, NOTHING_MARKED, null, { file: sheet.name, imported, onlyChecked }), imported.ok ? 200 : 422);
    },
  );

  async function shown(c: Context, year: number, marked: Marked, problem: Text2 | null, tried: TriedImport | null = null): Promise<string> {
    return rosterPage(frameOf(c), { year, years: yearsShown(), owed: await operations.owed(year), marked, problem, tried });
  }

  return roster;
}
