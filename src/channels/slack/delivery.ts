import type { Delivery } from '../channel.js';

/** Errors of the Web API after which the same message can go out later; every other one is final until somebody mends something. */
const LATER = new Set(['ratelimited', 'rate_limited', 'service_unavailable', 'team_added_to_org', 'accesslimited']);
/** Slack cannot tell itself whether it took the message. */
const UNSURE = new Set(['internal_error', 'fatal_error', 'request_timeout']);
/** The token no longer opens anything: the whole channel is down, not this message only. */
const LOCKED_OUT = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'no_permission', 'org_login_required', 'app_uninstalled', 'team_access_not_granted']);

/** True for an error that no retry heals: the token is wrong, expired or revoked, or the app was removed. */
export function isLockedOut(error: unknown): boolean {
  return LOCKED_OUT.has(platformError(error) ?? '');
}

/** The Web API's own word for what went wrong; null when it was not the API that refused. */
export function platformError(error: unknown): string | null {
  const data = (error as { data?: { error?: unknown } } | null)?.data;
  return typeof data?.error === 'string' ? data.error : null;
}

/** What an error of `chat.postMessage` says about the message. Reasons are Slack's words and numbers only, never a token. */
export function deliveryOf(error: unknown, now: Date): Delivery {
  const none = { messageId: null, retryAt: null };
  const { code, retryAfter, statusCode } = (error ?? {}) as { code?: unknown; retryAfter?: unknown; statusCode?: unknown };
  if (typeof retryAfter === 'number') return { ...none, state: 'pending', reason: 'ratelimited', retryAt: new Date(now.getTime() + retryAfter * 1000) };
  const refused = platformError(error);
  if (refused !== null) return { ...none, state: LATER.has(refused) ? 'pending' : UNSURE.has(refused) ? 'unknown' : 'refused', reason: refused };
  // A request that never left was not posted; one that failed later may have been.
  const network = networkCode(error);
  if (network !== null && NEVER_SENT.has(network)) return { ...none, state: 'pending', reason: network };
  if (typeof statusCode === 'number') return { ...none, state: statusCode < 500 ? 'refused' : 'unknown', reason: `http ${statusCode}` };
  const reason = network ?? (typeof code === 'string' ? code : 'error');
  return { ...none, state: 'unknown', reason };
}

const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** The system's code of the innermost cause that has one. */
function networkCode(error: unknown): string | null {
  let found: string | null = null;
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = (at as { original?: unknown }).original ?? at.cause, depth += 1) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string' && !code.startsWith('slack_')) found = code;
    if (at.name === 'TimeoutError') found = 'timeout';
  }
  return found;
}
