import { harmless } from '../harmless.js';
import type { Colours } from './colours.js';

/** Families in the order they are looked for: what ships with the product, then what readers' machines have. */
const FONT_FAMILY = "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** A piece of SVG with its size in pixels. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Any text as it may stand in SVG, within an element or an attribute; what XML 1.0 forbids altogether is left out. */
function svgText(text: string): string {
  return harmless(text).replace(/[\ufffe\uffff]|\p{Cs}/gu, '').replace(/[&<>"']/g, (mark) => ESCAPES[mark]!);
}

/** How a line of text is drawn; `size` in pixels. */
export interface TextLook {
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
}

/** A line of text with its baseline at `y`. */
export function textAt(x: number, y: number, text: string, { size, fill, anchor = 'start', bold = false }: TextLook): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${bold ? ' font-weight="700"' : ''}>${svgText(text)}</text>`;
}

/** A straight line; `dash` as SVG writes it. A `wide` one is seen under the grid that is drawn over it. */
export function lineAt(x1: number, y1: number, x2: number, y2: number, stroke: string, { dash, wide = false }: { readonly dash?: string; readonly wide?: boolean } = {}): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${stroke}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}${wide ? ' stroke-width="2"' : ''}/>`;
}

/** Coordinates need no more than hundredths of a pixel. */
export function round(number: number): number {
  return Math.round(number * 100) / 100;
}

/** A whole picture: its ground, what is drawn on it, and its words for who does not see it. */
export function document({ svg, width, height }: Drawing, colours: Colours, alternative: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${svgText(alternative)}" font-family="${FONT_FAMILY}"><title>${svgText(alternative)}</title><rect width="${width}" height="${height}" fill="${colours.ground}"/>${svg}</svg>`;
}
