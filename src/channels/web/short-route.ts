import { Hono, type Context } from 'hono';
import type { Library } from '../../../index/mod.js';
import { SHORT_SOURCE } from '../../render/message.js';
import { SOURCE_PREFIX } from './version.js';

/** Where the short addresses of chats begin. */
export const SHORT = '/s';

/**
 * `/s/SOURCE` leads to the very version that SOURCE begins the id of, in use or not. A browser takes the fragment (`#c-START-END`) along by itself
 * (Fetch, "HTTP-redirect fetch": a location without a fragment gets that of the request). What begins several ids leads nowhere: a citation must not open another text.
 */
export function shortRoute(library: Library, missing: (c: Context, key: string) => Response | Promise<Response>): Hono {
  const short = new Hono();
  short.get('/:source', async (c) => {
    const source = c.req.param('source');
    const [card, another] = SOURCE_PREFIX.test(source) ? (await library.reports({ history: true })).filter((one) => one.source.startsWith(source)) : [];
    if (card === undefined || another !== undefined) return missing(c, 'reportNotFound');
    return c.redirect(`/reports/${encodeURIComponent(card.report)}?s=${card.source.slice(0, Math.max(SHORT_SOURCE, source.length))}`, 302);
  });
  return short;
}
