import { Hono, type Context } from 'hono';
import { totalsOf } from '../../../index/mod.js';
import type { HostPorts } from '../channel.js';
import { fileHeaders, XLSX } from './file-headers.js';
import type { Frame } from './layout.js';
import { totalsPage } from './totals-page.js';

/** What the totals need of the site around them. `missing` answers for what is not there, with the words of `key`. */
export interface TotalsSurroundings extends Pick<HostPorts, 'library' | 'operations'> {
  readonly frameOf: (c: Context) => Frame;
  readonly missing: (c: Context, key: string) => Response | Promise<Response>;
}

/** Totals, under `/totals`: the official tables added over the organisations of a year, and the same as a workbook. */
export function totalsRoutes({ library, operations, frameOf, missing }: TotalsSurroundings): Hono {
  const totals = new Hono();
  const yearsHeld = async (): Promise<number[]> => [...new Set((await library.reports()).flatMap(({ year }) => year ?? []))].sort((a, b) => b - a);

  totals.get('/', async (c) => {
    const years = await yearsHeld();
    const asked = Number(c.req.query('year'));
    const year = years.includes(asked) ? asked : years[0];
    return c.html(totalsPage(frameOf(c), years, year === undefined ? null : await totalsOf(library, year)));
  });

  totals.get('/:file', async (c) => {
    const [, year] = /^(\d{4})\.xlsx$/.exec(c.req.param('file')) ?? [];
    if (year === undefined || !(await yearsHeld()).includes(Number(year))) return missing(c, 'notFound');
    return c.body(new Uint8Array(await operations.totalsBook(Number(year))), 200, fileHeaders(XLSX, `汇总${year}.xlsx`));
  });

  return totals;
}
