import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LONGEST_INCOMING, type HostPorts, type Role } from '../channel.js';
import { CHECK, refuse, said } from './api.js';
import { guarded, isOpenToAll, type Door } from './door.js';
import { knownHost, packed, safeHeaders, sameOrigin, secureCookies } from './guard.js';
import { INTAKE, INTAKE_CHECK } from './intake-routes.js';
import { ROSTER_IMPORT } from './roster-routes.js';
import { isApi, isFromHere, type People } from './people.js';
import { Pace } from './pace.js';
import { languageOf } from './reader.js';
import { word } from './words.js';

/** A question as long as any channel's, each character three bytes of UTF-8, each byte three characters of a form. */
const BODY_LIMIT = LONGEST_INCOMING * 9 + 10_000;

/** Where files are taken, each with a limit of its own. */
const TAKES_FILES: ReadonlySet<string> = new Set([INTAKE, INTAKE_CHECK, CHECK, ROSTER_IMPORT]);

/** What a part of the site asks of whoever opens it; of what fits the first counts, and all else is for whoever may ask. */
const ROLES: readonly (readonly [path: RegExp, role: Role])[] = [
  [/^\/intake(?:\/|$)/, 'ingest'],
  [/^\/desk(?:\/|$)/, 'admin'],
];

/** The role that a path of the site asks for; `ask` where none is listed. */
export function roleFor(path: string): Role {
  return ROLES.find(([shape]) => shape.test(path))?.[1] ?? 'ask';
}

/** What the gate asks and shows. */
export interface GateSurroundings extends Pick<HostPorts, 'publicAddress' | 'access' | 'now'> {
  readonly hosts: readonly string[];
  readonly door: Door;
  readonly people: People;
  /** A page that says one thing. */
  readonly notice: (c: Context, status: 403 | 413 | 429, title: string, key: string, slots?: Readonly<Record<string, string>>) => Response | Promise<Response>;
  /** The page that asks for the token. */
  readonly login: (c: Context) => Response | Promise<Response>;
}

/**
 * What every request passes, in this order: it names this server, comes from no other site's page, is no longer than its part of the site
 * takes, is not one too many, is let in by the door, and its sender has the role for where it goes.
 */
export function gate(app: Hono, { hosts, door, people, publicAddress, access, now, notice, login }: GateSurroundings): void {
  const pace = new Pace(now);
  const publicHost = publicAddress === null ? null : new URL(publicAddress).host;
  app.use(packed(isFromHere));
  app.use(safeHeaders);
  app.use(secureCookies(publicAddress));
  app.use(knownHost(hosts, (c) => (isApi(c) ? refuse(c, 421, 'wrong_host', null, said('wrongHost')) : c.text(`${word('zh', 'wrongHost')} ${word('en', 'wrongHost')}`, 421))));
  app.use(sameOrigin(publicHost, (c) => (isApi(c) ? refuse(c, 403, 'wrong_origin', null, said('wrongOrigin')) : c.text(`${word('zh', 'wrongOrigin')} ${word('en', 'wrongOrigin')}`, 403))));

  const limited = bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => (isApi(c) ? refuse(c, 413, 'too_large', null, said('tooLarge')) : notice(c, 413, 'faultTitle', 'tooLarge')) });
  app.use((c, next) => (TAKES_FILES.has(c.req.path) ? next() : limited(c, next)));

  app.use(async (c, next) => {
    if (c.req.path.startsWith('/assets/') || people.personOf(c) === null) return next();
    const wait = pace.waitFor(people.clientOf(c));
    if (wait === 0) return next();
    c.header('Retry-After', String(wait));
    return isApi(c) ? refuse(c, 429, 'too_many_requests', null, said('tooMany')) : notice(c, 429, 'tooManyTitle', 'tooMany');
  });

  app.use(guarded(door, (c) => {
    if (isApi(c)) return refuse(c, 401, 'no_permission', null, said('loginNeeded'));
    return door.kind === 'token' ? login(c) : notice(c, 403, 'loginTitle', 'proxyNeeded');
  }));

  app.use(async (c, next) => {
    if (isOpenToAll(c.req.path) || people.may(roleFor(c.req.path), c)) return next();
    const whom = (lang: 'zh' | 'en'): string => access.contact ?? word(lang, 'theOperator');
    if (isApi(c)) return refuse(c, 403, 'no_permission', null, { zh: word('zh', 'mayNot', { contact: whom('zh') }), en: word('en', 'mayNot', { contact: whom('en') }) });
    return notice(c, 403, 'mayNotTitle', 'mayNot', { contact: access.contact ?? word(languageOf(c), 'theOperator') });
  });
}
