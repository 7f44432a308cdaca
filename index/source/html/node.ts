import { raised } from '../raised.js';

/** A node of a parsed page, as far as reading needs it. */
export interface PageNode {
  /** `text` holds `data`; `tag`, `root` and the like hold `children`; comments and directives are passed over. */
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly PageNode[];
}

const NONE: readonly PageNode[] = [];

/** Children of an element, none for anything else. */
export const childrenOf = (node: PageNode): readonly PageNode[] => node.children ?? NONE;

/** True for what a browser does not show. */
export function isHidden({ attribs }: PageNode): boolean {
  if (attribs === undefined) return false;
  return attribs['hidden'] !== undefined || attribs['aria-hidden'] === 'true' || /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(attribs['style'] ?? '');
}

/** The text of a node of text; `above`: it stands above the line. */
export function printedText({ data = '' }: PageNode, above: boolean): string {
  return above ? raised(data) : data;
}

/** True for an element whose text stands above the line, as numbers of footnotes do. */
export function isAbove({ name, attribs }: PageNode): boolean {
  return name === 'sup' || /vertical-align\s*:\s*super/i.test(attribs?.['style'] ?? '');
}

/** Every element below `node` (itself included) for which `wanted` holds, in order; what lies inside a hit is not looked at when `outermost`. */
export function elements(node: PageNode, wanted: (element: PageNode) => boolean, outermost = false): PageNode[] {
  const found: PageNode[] = [];
  const visit = (at: PageNode): void => {
    const hit = at.name !== undefined && wanted(at);
    if (hit) found.push(at);
    if (!(hit && outermost)) for (const child of childrenOf(at)) visit(child);
  };
  visit(node);
  return found;
}

/** All text below a node, as it stands in the file. */
export function textOf(node: PageNode): string {
  if (node.type === 'text') return node.data ?? '';
  let text = '';
  for (const child of childrenOf(node)) text += textOf(child);
  return text;
}
