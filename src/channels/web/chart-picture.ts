import { markup, type Markup } from '../../render/html-markup.js';
import type { ChartLook } from '../../render/charts/chart.js';

/** Widths that charts are drawn for: a phone's and a page's. */
const WIDTHS = { narrow: 360, wide: 720 } as const;

/** A chart as a picture that fits the reader's window and colours. `address` gives it for a look; `alternative` tells it in words. */
export function chartPicture(address: (look: ChartLook) => string, alternative: string): Markup {
  const source = (media: string, theme: ChartLook['theme'], width: number): Markup => markup`<source media="${media}" srcset="${address({ theme, width })}">`;
  return markup`<figure class="chart"><picture>${source('(prefers-color-scheme: dark) and (max-width: 40rem)', 'dark', WIDTHS.narrow)}${source('(prefers-color-scheme: dark)', 'dark', WIDTHS.wide)}${source('(max-width: 40rem)', 'light', WIDTHS.narrow)}<img src="${address({ theme: 'light', width: WIDTHS.wide })}" alt="${alternative}" width="${WIDTHS.wide}" loading="lazy"></picture></figure>`;
}

/** The look that an address asks for; what it does not say, or says wrongly, is a page's in light. */
export function lookOf(query: Readonly<Record<string, string>>): ChartLook {
  return { theme: query['theme'] === 'dark' ? 'dark' : 'light', width: query['width'] === String(WIDTHS.narrow) ? WIDTHS.narrow : WIDTHS.wide };
}

/** The look as a part of an address. */
export function lookQuery({ theme, width }: ChartLook): string {
  return `theme=${theme}&width=${width}`;
}

/** Headers of a chart: shown as a picture only, never opened as a document that could do anything. */
export const SVG_HEADERS = { 'Content-Type': 'image/svg+xml; charset=utf-8' } as const;
