import QRCode from 'qrcode-terminal/vendor/QRCode/index.js';
import { markup, type Markup } from '../../render/html-markup.js';
import type { ChannelName } from '../channel.js';
import type { LoginShows } from '../logins.js';
import { pageHtml, type Frame } from './layout.js';
import { word, wordFor } from './words.js';

/** The lowest level of correction makes the coarsest code, which phones read best off a screen. */
const LEVEL_L = 1;
/** Light modules around a code (ISO/IEC 18004). */
const QUIET = 4;

/** Asks before the code is shown: it is shown once, and whatever only looks at links must not use it up. */
export function beforeCodePage(frame: Frame, name: ChannelName): string {
  const { lang } = frame;
  return page(frame, name, markup`<p>${word(lang, 'loginCodeBefore')}</p><form method="post"><button type="submit">${word(lang, 'loginCodeShow')}</button></form>`);
}

/** Shows the code. */
export function codePage(frame: Frame, name: ChannelName, code: string): string {
  const { lang } = frame;
  return page(frame, name, markup`<p>${word(lang, 'loginCodeScan')}</p>${codeSvg(code, word(lang, 'loginCode'))}<p><a href="/desk">${word(lang, 'loginCodeAfter')}</a></p>`);
}

/** A code that was shown, replaced or used up; leads to those that wait. */
export function voidCodePage(frame: Frame, waiting: ReturnType<LoginShows['waiting']>): string {
  const { lang } = frame;
  return page(frame, null, markup`<p>${word(lang, 'loginCodeVoid')}</p>${waitingHtml(frame, waiting)}<p><a href="/desk">${word(lang, 'loginCodeAfter')}</a></p>`);
}

/** Links to the codes that wait to be scanned. */
export function waitingHtml({ lang }: Pick<Frame, 'lang'>, waiting: ReturnType<LoginShows['waiting']>): Markup {
  return markup`${waiting.map(({ name, path }) => markup`<p class="login-code"><a href="${path}">${word(lang, 'loginCodeOf', { channel: wordFor(lang, 'channel', name) })}</a></p>`)}`;
}

function page(frame: Frame, name: ChannelName | null, body: Markup): string {
  const title = name === null ? word(frame.lang, 'loginCode') : word(frame.lang, 'loginCodeOf', { channel: wordFor(frame.lang, 'channel', name) });
  return pageHtml(frame, { title, at: 'desk', tabs: { at: 'status' }, body: markup`<div class="sheet"><h1>${title}</h1>${body}</div>` });
}

/** A code as SVG, dark on light whatever the page's colours are. */
function codeSvg(code: string, label: string): Markup {
  const qr = new QRCode(-1, LEVEL_L);
  qr.addData(code);
  qr.make();
  const modules = qr.getModuleCount();
  const dark: string[] = [];
  for (let row = 0; row < modules; row += 1) for (let column = 0; column < modules; column += 1) if (qr.isDark(row, column)) dark.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
  const side = modules + 2 * QUIET;
  return markup`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${side} ${side}" width="320" height="320" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path fill="#000" d="${dark.join('')}"/></svg>`;
}
