import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { HostPorts, Person, Role } from '../channel.js';
import { METRICS } from './vitals-routes.js';
import { logsIn, whoAsksAt, type Door } from './door.js';

/** The session of a browser: whose conversation it is. A session cookie, gone with the browser. */
export const SESSION = 'wenbao-session';
const SESSION_SHAPE = /^[0-9a-f-]{36}$/;

/** Who is behind a request that the door let in, and what they may do. */
export interface People {
  /** The name that a proxy gives; null where nobody tells. */
  nameOf(c: Context): string | null;
  /** The person by whom access rules decide; null for whoever sits at this machine, who could call the commands as well. */
  personOf(c: Context): Person | null;
  may(role: Role, c: Context): boolean;
  /**
   * Whom limits count as one. Many may come by one address; who has logged in is told apart by name or session, so that colleagues do not wait for
   * each other.
   */
  clientOf(c: Context): string;
  /** Under what name a change is kept. */
  signatureOf(c: Context): string;
}

/**
 * People at a door. Whoever reaches an address of this machine alone, without a login and without a public address that leads here, counts as
 * sitting at it, unless the request says that it was passed on from elsewhere.
 */
export function peopleAt(door: Door, { access, publicAddress }: Pick<HostPorts, 'access' | 'publicAddress'>): People {
  const nameOf = whoAsksAt(door);
  const personOf = (c: Context): Person | null => {
    if (door.kind === 'open' && publicAddress === null && !passedOn(c)) return null;
    const speaker = nameOf(c) ?? sessionOf(c) ?? (isApi(c) ? 'api' : '');
    return { from: { channel: 'web', conversation: sessionOf(c) ?? speaker, thread: null }, speaker };
  };
  return { nameOf, personOf, may: (role, c) => access.may(role, personOf(c)), clientOf: (c) => nameOf(c) ?? (logsIn(door, c) ? sessionOf(c) : null) ?? addressBehind(c), signatureOf: (c) => nameOf(c) ?? 'web' };
}

function passedOn(c: Context): boolean {
  return ['x-forwarded-for', 'forwarded', 'x-real-ip'].some((header) => c.req.header(header) !== undefined);
}

/** The browser's session; null where it brought none, or something else in its place. */
export function sessionOf(c: Context): string | null {
  const session = getCookie(c, SESSION);
  return session !== undefined && SESSION_SHAPE.test(session) ? session : null;
}

/** True where programs ask, which are refused in JSON. */
export function isApi(c: Context): boolean {
  return /^\/api(?:\/|$)/.test(c.req.path) || c.req.path === METRICS;
}

/** The address that a request came from: what a proxy on this machine names last, else the socket's; '' where there is none (tests). */
function addressBehind(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const socket = incoming?.socket?.remoteAddress ?? '';
  const named = OWN.test(socket) ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return named === undefined || named === '' || named.length > LONGEST_ADDRESS ? socket : named;
}

/** Whether a request came from this machine itself, not passed on for somebody elsewhere. */
export function isFromHere(c: Context): boolean {
  return OWN.test(addressBehind(c));
}

/** Addresses of this machine as a socket names them. */
const OWN = /^(?:127\.|::1$|::ffff:127\.|$)/;
const LONGEST_ADDRESS = 45;
