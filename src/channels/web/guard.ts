import type { Context, MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';

/**
 * Headers of every response. No script or style but our own files. `same-origin` tells other sites nothing, yet lets a browser name the origin
 * of a posted form, which `no-referrer` would turn into `null` (Fetch, "append a request Origin header").
 */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

/** Sets the headers that every response carries; what is not said to be kept is not stored. */
export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
};

/** Sends text packed to readers elsewhere. On this machine there is no line to save, and packing would only take time. */
export function packed(isFromHere: (c: Context) => boolean): MiddlewareHandler {
  const pack = compress();
  return (c, next) => (isFromHere(c) ? next() : pack(c, next));
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for an address to bind that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * Lets only requests through that name this server: a page elsewhere whose name was rebound to this address still sends its own Host.
 * `hosts` are allowed besides the names of loopback: the public address, without port.
 */
export function knownHost(hosts: readonly string[], refuse: (c: Parameters<MiddlewareHandler>[0]) => Response): MiddlewareHandler {
  const known = new Set([...LOOPBACK, ...hosts.map((host) => host.toLowerCase())]);
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase().replace(/:\d+$/, '');
    if (!known.has(host)) return refuse(c);
    await next();
    return undefined;
  };
}

/**
 * Marks every cookie `Secure` where the reader came by https, which only a proxy before us speaks: it says so itself, or the request names the
 * public address, which is an https one. Over plain http on this machine a browser would drop such a cookie.
 */
export function secureCookies(publicAddress: string | null): MiddlewareHandler {
  const secureHost = publicAddress !== null && publicAddress.startsWith('https:') ? new URL(publicAddress).host : null;
  return async (c, next) => {
    await next();
    const cookies = c.res.headers.getSetCookie();
    if (cookies.length === 0) return;
    const https = c.req.header('host')?.toLowerCase() === secureHost || c.req.header('x-forwarded-proto') === 'https' || new URL(c.req.url).protocol === 'https:';
    if (!https) return;
    c.res.headers.delete('set-cookie');
    for (const cookie of cookies) c.res.headers.append('set-cookie', /;\s*secure\b/i.test(cookie) ? cookie : `${cookie}; Secure`);
  };
}

/**
 * Refuses what another site makes a browser send. Browsers tell where a request that changes something comes from; programs that are no browser
 * send neither header, and carry no cookie that could be misused. `publicHost` is the host of the public address: a proxy may put another Host in its place.
 */
export function sameOrigin(publicHost: string | null, refuse: (c: Parameters<MiddlewareHandler>[0]) => Response): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !fromHere(c.req.header('sec-fetch-site'), c.req.header('origin'), [c.req.header('host')?.toLowerCase(), publicHost])) return refuse(c);
    await next();
    return undefined;
  };
}

function fromHere(site: string | undefined, origin: string | undefined, hosts: readonly (string | null | undefined)[]): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
