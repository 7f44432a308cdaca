import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/**
 * Who may come in. `open`: whoever reaches the address (this machine alone) · `token`: who knows the token, as a bearer (programs) or at the
 * login page (people) · `proxy`: whom the reverse proxy before us names in a header, having checked them.
 */
export type Door = { readonly kind: 'open' } | { readonly kind: 'token'; readonly token: string } | { readonly kind: 'proxy'; readonly header: string };

/** Who is behind a request that was let in, by the name that access rules use; null where nobody tells. */
export type WhoAsks = (c: Context) => string | null;

const COOKIE = 'wenbao-login';
const A_WORKING_DAY_S = 12 * 3600;
/** A name longer than this is none. */
const LONGEST_NAME = 200;

/** Lets in whom the door lets in; `refuse` answers the others. Styles and the login itself are open to all. */
export function guarded(door: Door, refuse: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  return async (c, next) => {
    if (!isOpenToAll(c.req.path) && !letsIn(door, c)) return refuse(c);
    await next();
    return undefined;
  };
}

const OPEN_TO_ALL = /^\/(?:login|healthz|assets\/[\w.]+)$/;

/** What everybody gets: the login itself and what it is drawn with, and whether the run is well. */
export function isOpenToAll(path: string): boolean {
  return OPEN_TO_ALL.test(path);
}

/** Whether a request brings what a login gave: the token itself or the cookie for it. */
export function logsIn(door: Door, c: Context): boolean {
  return door.kind === 'token' && letsIn(door, c);
}

function letsIn(door: Door, c: Context): boolean {
  if (door.kind === 'open') return true;
  if (door.kind === 'proxy') return nameFrom(door, c) !== null;
  const bearer = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  return (bearer !== undefined && same(bearer, door.token)) || same(getCookie(c, COOKIE) ?? '', cookieFor(door.token));
}

/** The name that the proxy gives, where one stands before us; else nobody tells. */
export function whoAsksAt(door: Door): WhoAsks {
  return (c) => nameFrom(door, c);
}

function nameFrom(door: Door, c: Context): string | null {
  const name = door.kind === 'proxy' ? (c.req.header(door.header)?.trim() ?? '') : '';
  return name === '' || name.length > LONGEST_NAME ? null : name;
}

/** Takes a token from the login page: sets the cookie and tells true when it is right. */
export function logIn(door: Door, c: Context, token: string): boolean {
  if (door.kind !== 'token' || !same(token.trim(), door.token)) return false;
  // Lax, since links in chats lead here from other sites; what changes something is checked for its origin.
  setCookie(c, COOKIE, cookieFor(door.token), { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: A_WORKING_DAY_S });
  return true;
}

/** The cookie proves that its bearer knew the token without holding it; another token makes it void. */
function cookieFor(token: string): string {
  return createHmac('sha256', token).update('wenbao login').digest('hex');
}

/** Compares in a time that tells nothing, whatever the lengths. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
