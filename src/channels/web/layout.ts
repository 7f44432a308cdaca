import type { Lang, ReportCard } from '../../../index/mod.js';
import { escaped, markup, type Markup } from '../../render/html-markup.js';
import type { Role } from '../channel.js';
import type { AssetName, Assets } from './assets.js';
import { word } from './words.js';

/** What every page needs to be drawn. */
export interface Frame {
  readonly lang: Lang;
  readonly assets: Assets;
  /** Path and query of the page itself, without `lang`, for the switch of language. */
  readonly here: string;
  /** What its reader may do: parts of the site that they may not use are not shown. */
  readonly may: (role: Role) => boolean;
}

/** Parts of the site in the bar above every page. To add one: a line. */
const PARTS = [
  { name: 'ask', href: '/', word: 'navAsk', role: 'ask' },
  { name: 'reports', href: '/reports', word: 'navReports', role: 'ask' },
  { name: 'charts', href: '/charts', word: 'navCharts', role: 'ask' },
  { name: 'totals', href: '/totals', word: 'navTotals', role: 'ask' },
  { name: 'intake', href: '/intake', word: 'navIntake', role: 'ingest' },
  { name: 'desk', href: '/desk', word: 'navDesk', role: 'admin' },
] as const satisfies readonly { readonly name: string; readonly href: string; readonly word: string; readonly role: Role }[];

/** Pages of the desk, and pages of a report, as tabs below the bar. */
const DESK_TABS = [
  { name: 'status', href: '/desk', word: 'tabStatus' },
  { name: 'deadlines', href: '/desk/deadlines', word: 'tabDeadlines' },
  { name: 'roster', href: '/desk/roster', word: 'tabRoster' },
  { name: 'recurring', href: '/desk/recurring', word: 'tabRecurring' },
  { name: 'people', href: '/desk/people', word: 'tabPeople' },
  { name: 'unanswered', href: '/desk/unanswered', word: 'tabUnanswered' },
] as const;
const REPORT_TABS = [
  { name: 'text', path: '', word: 'tabText' },
  { name: 'figures', path: '/figures', word: 'tabFigures' },
  { name: 'card', path: '/card', word: 'tabCard' },
] as const;

/** Which tabs a page shows and which one is open: those of the desk, or those of a report. */
export type Tabs = { readonly at: (typeof DESK_TABS)[number]['name'] } | { readonly card: ReportCard; readonly at: (typeof REPORT_TABS)[number]['name'] };

/** What a page puts into the frame of the site. */
export interface PageParts {
  readonly title: string;
  /** Name of the current part of the site; null for none. */
  readonly at: (typeof PARTS)[number]['name'] | null;
  readonly tabs?: Tabs;
  readonly body: Markup;
  readonly script?: AssetName;
}

const OTHER: Readonly<Record<Lang, Lang>> = { zh: 'en', en: 'zh' };
const HTML_LANG: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' };

/** A whole page. */
export function pageHtml({ lang, assets, here, may }: Frame, { title, at, tabs, body, script }: PageParts): string {
  const product = word(lang, 'product');
  const parts = PARTS.filter(({ role }) => may(role)).map(({ name, href, word: key }) => linkHtml(lang, href, key, name === at));
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
<header class="top"><a class="brand" href="/">${product}</a><nav aria-label="${word(lang, 'partsOfSite')}">${parts}</nav><a class="language" href="${withLanguage(here, OTHER[lang])}" lang="${HTML_LANG[OTHER[lang]]}" rel="nofollow">${word(lang, 'otherLanguage')}</a></header>
<main id="main" tabindex="-1">${tabs === undefined ? '' : tabsHtml(lang, tabs)}${body}</main>
</body>
</html>
`);
}

function tabsHtml(lang: Lang, tabs: Tabs): Markup {
  const links =
    'card' in tabs
      ? REPORT_TABS.map(({ name, path, word: key }) => linkHtml(lang, `/reports/${encodeURIComponent(tabs.card.report)}${path}?s=${tabs.card.source.slice(0, 12)}`, key, name === tabs.at))
      : DESK_TABS.map(({ name, href, word: key }) => linkHtml(lang, href, key, name === tabs.at));
  return markup`<nav class="tabs" aria-label="${word(lang, 'card' in tabs ? 'pagesOfReport' : 'pagesOfDesk')}">${links}</nav>`;
}

function linkHtml(lang: Lang, href: string, key: string, current: boolean): Markup {
  return markup`<a href="${href}"${current ? escaped(' aria-current="page"') : ''}>${word(lang, key)}</a>`;
}

function withLanguage(here: string, lang: Lang): string {
  return `${here}${here.includes('?') ? '&' : '?'}lang=${lang}`;
}

/** A page that says one thing: not found, too large, a fault. */
export function noticePage(frame: Frame, title: string, text: string): string {
  return pageHtml(frame, { title, at: null, body: markup`<div class="sheet"><h1>${title}</h1><p>${text}</p><p><a href="/">${word(frame.lang, 'navAsk')}</a> · <a href="/reports">${word(frame.lang, 'navReports')}</a></p></div>` });
}
