import { z } from 'zod';
import { loadData } from '../../data.js';
import { childrenOf, elements, isHidden, textOf, type PageNode } from './node.js';

const words = loadData('index/source/html/page-words.json', z.object({ about: z.string(), dropTags: z.array(z.string()), dropNames: z.array(z.string()), lineStarts: z.array(z.string()), byline: z.array(z.string()), counters: z.array(z.string()) }));
const DROP_TAGS = new Set(words.dropTags);
const DROP_NAMES = new Set(words.dropNames);
/** An element named like navigation that holds a greater part of the page's text is not navigation. */
const NAVIGATION_SHARE = 0.1;
/** The part of a page that holds so much of its text is where the report stands. */
const MAIN_SHARE = 0.85;
/** A block whose text is made of links for so large a part leads elsewhere. */
const LINK_SHARE = 0.6;

/** The part of a page that holds its text, and what of it belongs to the page rather than to the text. */
export interface MainPart {
  readonly root: PageNode;
  /** Elements to pass over. */
  readonly dropped: ReadonlySet<PageNode>;
  /** What the page says its title is; null where it says nothing. */
  readonly title: string | null;
}

/** Finds the text of a page: navigation, head, foot and side columns are left out. A page that has none of them is taken whole. */
export function mainPart(page: PageNode): MainPart {
  const weights = new Map<PageNode, Weight>();
  const dropped = new Set<PageNode>();
  const body = elements(page, ({ name }) => name === 'body')[0] ?? page;
  weigh(body, false, weights, dropped);
  const whole = weights.get(body)!.plain;
  dropNavigation(body, whole, weights, dropped);
  let root = body;
  for (;;) {
    const larger = childrenOf(root).find((child) => child.name !== 'table' && (weights.get(child)?.plain ?? 0) >= whole * MAIN_SHARE);
    const table = childrenOf(root).find((child) => child.name === 'table' && (weights.get(child)?.plain ?? 0) >= whole * MAIN_SHARE);
    if (table !== undefined || larger === undefined) break;
    root = larger;
  }
  return { root, dropped, title: titleOf(page, body) };
}

/** True for a short line that belongs to the page: its place in the site, its counters and buttons. */
export function isPageLine(line: string): boolean {
  if (line.length > 120) return false;
  const bare = line.replace(/[\s\u00a0\u3000]+/g, '');
  return words.lineStarts.some((start) => bare.startsWith(start));
}

const COUNTER = new RegExp(`(?:${words.counters.join('|')})[：:\\s]*[\\[（(]?\\d*[\\]）)]?\\s*次?`, 'g');

/** A page's line about itself (when it was put up, by whom) without the count of its readers; any other line as it is. */
export function withoutCounters(line: string): string {
  if (line.length > 160 || /[，。；]/.test(line) || words.byline.filter((word) => line.includes(word)).length < 2) return line;
  return line.replace(COUNTER, '').trim();
}

interface Weight {
  /** Printed characters outside links. */
  readonly plain: number;
  readonly linked: number;
  readonly links: number;
}

const NOTHING: Weight = { plain: 0, linked: 0, links: 0 };

function weigh(node: PageNode, linked: boolean, weights: Map<PageNode, Weight>, dropped: Set<PageNode>): Weight {
  if (node.type === 'text') {
    const length = (node.data ?? '').replace(/\s+/g, '').length;
    return linked ? { plain: 0, linked: length, links: 0 } : { plain: length, linked: 0, links: 0 };
  }
  if (node.children === undefined) return NOTHING;
  if (isHidden(node) || DROP_TAGS.has(node.name ?? '')) {
    dropped.add(node);
    return NOTHING;
  }
  const isLink = node.name === 'a' && node.attribs?.['href'] !== undefined;
  let plain = 0;
  let inLinks = 0;
  let links = isLink ? 1 : 0;
  for (const child of node.children) {
    const weight = weigh(child, linked || isLink, weights, dropped);
    plain += weight.plain;
    inLinks += weight.linked;
    links += weight.links;
  }
  const weight = { plain, linked: inLinks, links };
  weights.set(node, weight);
  return weight;
}

const BLOCKS = new Set(['div', 'ul', 'ol', 'li', 'dl', 'dd', 'dt', 'p', 'td', 'section', 'span', 'center', 'table', 'tr', 'tbody', 'form', 'h3', 'h4', 'h5']);

function dropNavigation(node: PageNode, whole: number, weights: ReadonlyMap<PageNode, Weight>, dropped: Set<PageNode>): void {
  for (const child of childrenOf(node)) {
    const weight = weights.get(child);
    if (weight === undefined || dropped.has(child)) continue;
    const named = namesOf(child).some((name) => DROP_NAMES.has(name)) && weight.plain + weight.linked <= whole * NAVIGATION_SHARE;
    const leads = weight.links >= 2 && BLOCKS.has(child.name ?? '') && weight.linked > (weight.plain + weight.linked) * LINK_SHARE;
    if (child.name !== 'td' && child.name !== 'tr' && child.name !== 'tbody' ? named || leads : leads && weight.links >= 4) dropped.add(child);
    else dropNavigation(child, whole, weights, dropped);
  }
}

function namesOf({ attribs }: PageNode): string[] {
  return `${attribs?.['class'] ?? ''} ${attribs?.['id'] ?? ''} ${attribs?.['role'] ?? ''}`.toLowerCase().split(/[^a-z]+/);
}

const squeezed = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, '');

/**
 * Sites print the title of an article in a heading outside its text and repeat it, with the site's name, in `<title>`.
 * What both say is the title; without such a heading the site's own field for it, else `<title>` up to the site's name.
 */
function titleOf(page: PageNode, body: PageNode): string | null {
  const tab = squeezed(elements(page, ({ name }) => name === 'title').map(textOf)[0] ?? '');
  const headings = elements(body, (element) => /^h[1-3]$/.test(element.name!) || namesOf(element).includes('title')).map((element) => textOf(element).replace(/\s+/g, ' ').trim());
  const shared = headings.find((heading) => squeezed(heading).length >= 8 && tab.includes(squeezed(heading)));
  if (shared !== undefined) return shared;
  const field = elements(page, ({ name, attribs }) => name === 'meta' && /^(?:ArticleTitle|title|og:title)$/i.test(attribs?.['name'] ?? attribs?.['property'] ?? ''))[0]?.attribs?.['content']?.trim();
  if (field !== undefined && field !== '') return field;
  return tab.split(/[-_|—–·]/)[0] || null;
}
