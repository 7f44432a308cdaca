import type { Series } from '../../../intents/mod.js';
import type { Message } from '../message.js';
import { chartAlternative, chartSvg, type ChartData } from './chart.js';
import { asPicture, type Picture } from './picture.js';
import { tableAlternative, tableSvg } from './table.js';
import { tableOfMessage } from './table-of-message.js';

/** What a picture is looked at on: its layout in SVG pixels, and how many pixels of PNG each becomes. Type stays readable at the width of a phone. */
const FORMATS = {
  phone: { width: 480, scale: 2.25 },
  page: { width: 720, scale: 2 },
} as const;
/** A format that a chart can be had in. */
export type PictureFormat = keyof typeof FORMATS;

/** A list with fewer values is read sooner than a picture is opened. */
const LEAST_ROWS = 4;

/** The chart of a message; null when it has none. */
export function chartOf({ blocks, citations, lang }: Pick<Message, 'blocks' | 'citations' | 'lang'>): ChartData | null {
  const series = blocks.find((block): block is { type: 'series'; series: Series } => block.type === 'series')?.series;
  return series === undefined ? null : { series, citations, lang };
}

/** Whether a message has a chart or, where its lists are too long for one message (`long`), a list that is worth a picture. */
export function hasPicture(message: Pick<Message, 'blocks' | 'citations' | 'lang'>, long: boolean): boolean {
  return chartOf(message) !== null || (long && (tableOfMessage(message)?.rows.length ?? 0) >= LEAST_ROWS);
}

/** The chart of a message as a picture to be sent; null when it has none. Throws `NoTypeError` where Chinese type is not installed. */
export async function chartPicture(message: Pick<Message, 'blocks' | 'citations' | 'lang'>, format: PictureFormat): Promise<Picture | null> {
  const data = chartOf(message);
  if (data === null) return null;
  const { width, scale } = FORMATS[format];
  return asPicture(await chartSvg(data, { theme: 'light', width }), width * scale, chartAlternative(data));
}

/** The longest list of a message as a picture to be sent; null when it has none that is worth one. Throws `NoTypeError` where Chinese type is not installed. */
export async function tablePicture(message: Pick<Message, 'blocks' | 'citations' | 'lang'>, format: PictureFormat): Promise<Picture | null> {
  const table = tableOfMessage(message);
  if (table === null || table.rows.length < LEAST_ROWS) return null;
  const { width, scale } = FORMATS[format];
  return asPicture(tableSvg(table, width), width * scale, tableAlternative(table));
}
