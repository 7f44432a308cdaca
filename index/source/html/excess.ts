import type { Text2 } from '../../document/diagnostic.js';

/** Beyond these a page is no report, and parsing it would take more than seconds. */
const MAX_TAGS = 300_000;
const MAX_CELLS = 50_000;
const MAX_DEPTH = 1_000;

const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'area', 'base', 'wbr', 'param', 'source', 'track', 'embed', 'p', 'li', 'td', 'tr', 'th', 'option']);

/** Counts tags and their depth without building anything: a parser would be minutes over a page that was made to stop it. */
export function excessOf(markup: string): Text2 | null {
  let tags = 0;
  let cells = 0;
  let depth = 0;
  for (const [, slash, name] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    tags += 1;
    const lower = name!.toLowerCase();
    if (slash === '' && (lower === 'td' || lower === 'th')) cells += 1;
    if (!VOID.has(lower)) depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    if (depth > MAX_DEPTH) return { zh: '标签嵌套过深', en: 'its tags are nested too deeply' };
    if (tags > MAX_TAGS) return { zh: `标签超过 ${MAX_TAGS} 个`, en: `it has more than ${MAX_TAGS} tags` };
    if (cells > MAX_CELLS) return { zh: `表格单元超过 ${MAX_CELLS} 个`, en: `it has more than ${MAX_CELLS} table cells` };
  }
  return null;
}
