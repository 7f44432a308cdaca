import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** HTML that is safe to send: made by `markup`, or by code here that escaped every piece itself. */
export type Markup = HtmlEscapedString;

/** A piece of HTML; every value is escaped unless it is `Markup`, lists are joined, null, undefined and booleans leave nothing. */
export function markup(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  // hono's tag is asynchronous only when a value is a promise; none is ever passed here.
  return html(strings, ...values) as Markup;
}

/** Names a string as HTML that was escaped already. */
export function escaped(text: string): Markup {
  return raw(text);
}

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\r': '&#13;', '\0': '&#0;' };

/**
 * Source text as HTML that a browser reads back as a string of the same length, UTF-16 unit for unit: HTML's own parsing would join CR LF into
 * one character and drop NUL, and every offset behind would be wrong.
 */
export function sourceText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[&<>"'\r\0]/g, (character) => REFERENCES[character]!);
}
