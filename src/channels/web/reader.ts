import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Lang } from '../../../index/mod.js';

const COOKIE = 'wenbao-lang';
const A_YEAR_S = 365 * 24 * 3600;

/** The reader's language: what `?lang=` just chose (and is then kept), the choice kept in the cookie, or what the browser prefers; Chinese where nothing tells. */
export function languageOf(c: Context): Lang {
  const chosen = asLang(c.req.query('lang'));
  if (chosen !== null) setCookie(c, COOKIE, chosen, { path: '/', maxAge: A_YEAR_S, sameSite: 'Lax', httpOnly: true });
  return chosen ?? asLang(getCookie(c, COOKIE)) ?? preferred(c.req.header('accept-language') ?? '');
}

/** The first of the two languages by the weights of an Accept-Language header (RFC 9110, 12.5.4). */
export function preferred(header: string): Lang {
  const wanted = header
    .split(',')
    .map((part, n) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return { lang: asLang(tag.split('-')[0]), weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0, n };
    })
    .filter(({ lang, weight }) => lang !== null && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.n - b.n);
  return wanted[0]?.lang ?? 'zh';
}

function asLang(text: string | undefined): Lang | null {
  const lower = text?.toLowerCase();
  return lower === 'zh' || lower === 'en' ? lower : null;
}
