import { markup } from '../../render/html-markup.js';
import { pageHtml, type Frame } from './layout.js';
import { word } from './words.js';

/** The page that asks for the token; `next` is where its bearer wanted to go. `wrong`: the token given was not the one. */
export function loginPage(frame: Frame, next: string, wrong: boolean): string {
  const { lang } = frame;
  return pageHtml(frame, {
    title: word(lang, 'loginTitle'),
    at: null,
    script: 'login.js',
    body: markup`<div class="sheet"><h1>${word(lang, 'loginTitle')}</h1><p>${word(lang, 'loginAbout')}</p>${wrong ? markup`<p class="notice" role="alert">${word(lang, 'loginWrong')}</p>` : ''}
<form class="login" method="post" action="/login"><input type="hidden" name="next" value="${ownPath(next)}"><label for="token">${word(lang, 'loginToken')}</label><input id="token" name="token" type="password" required autocomplete="current-password"><button class="send">${word(lang, 'loginSend')}</button></form></div>`,
  });
}

/** A path of this site; anything that could lead elsewhere becomes the first page. */
export function ownPath(text: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : '/';
}
