import type { Lang } from '../../../index/mod.js';
import { escaped, markup, type Markup } from '../../render/html-markup.js';
import type { AssetName, Assets } from './assets.js';
import { word } from './words.js';

/** What every page needs to be drawn. */
export interface Frame {
  readonly lang: Lang;
  readonly assets: Assets;
  /** Path and query of the page itself, without `lang`, for the switch of language. */
  readonly here: string;
}

export interface PageParts {
  readonly title: string;
  /** Name of the current item of the navigation; null for none. */
  readonly at: 'ask' | 'reports' | 'intake' | null;
  readonly body: Markup;
  readonly script?: AssetName;
}

const OTHER: Readonly<Record<Lang, Lang>> = { zh: 'en', en: 'zh' };
const HTML_LANG: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' };

/** A whole page. */
export function pageHtml({ lang, assets, here }: Frame, { title, at, body, script }: PageParts): string {
  const item = (name: PageParts['at'], href: string, key: string): Markup => markup`<a href="${href}"${name === at ? escaped(' aria-current="page"') : ''}>${word(lang, key)}</a>`;
  const product = word(lang, 'product');
  return String(markup`<!doctype html>
<html lang="${HTML_LANG[lang]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === product ? product : `${title} · ${product}`}</title>
<link rel="icon" href="${assets['icon.svg'].href}">
<link rel="stylesheet" href="${assets['style.css'].href}">
${script === undefined ? '' : markup`<script src="${assets[script].href}" defer></script>`}
</head>
<body class="${at ?? 'other'}">
<a class="skip" href="#main">${word(lang, 'skip')}</a>
<header class="top"><a class="brand" href="/">${product}</a><nav>${item('ask', '/', 'navAsk')}${item('reports', '/reports', 'navReports')}${item('intake', '/intake', 'navIntake')}</nav><a class="language" href="${withLanguage(here, OTHER[lang])}" lang="${HTML_LANG[OTHER[lang]]}" rel="nofollow">${word(lang, 'otherLanguage')}</a></header>
<main id="main" tabindex="-1">${body}</main>
</body>
</html>
`);
}

function withLanguage(here: string, lang: Lang): string {
  return `${here}${here.includes('?') ? '&' : '?'}lang=${lang}`;
}

/** A page that says one thing: not found, too large, a fault. */
export function noticePage(frame: Frame, title: string, text: string): string {
  return pageHtml(frame, { title, at: null, body: markup`<div class="sheet"><h1>${title}</h1><p>${text}</p><p><a href="/">${word(frame.lang, 'navAsk')}</a> · <a href="/reports">${word(frame.lang, 'navReports')}</a></p></div>` });
}
