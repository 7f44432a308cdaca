import type { Lang } from '../../../index/mod.js';
import type { AnswerCitation, Gap, Series } from '../../../intents/mod.js';
import { bounded } from './bounds.js';
import { COLOURS, type Theme } from './colours.js';
import { drawn } from './echarts.js';
import { framed } from './frame.js';
import { rankPlot } from './rank-plot.js';
import { rangesOf, sourceLine } from './source-line.js';
import { document } from './svg.js';
import { chartWord } from './words.js';
import { yearsPlot } from './years-plot.js';

/** A series with what its points cite. */
export interface ChartData {
  readonly series: Series;
  readonly citations: readonly AnswerCitation[];
  readonly lang: Lang;
}

/** How a chart is drawn. */
export interface ChartLook {
  readonly theme: Theme;
  /** Pixels; the height follows from what is drawn. */
  readonly width: number;
}

/** Widths that a chart is made for; narrower than 320 nothing could be read. */
const LEAST_WIDTH = 320;
const MOST_WIDTH = 1600;

/**
 * A chart as an SVG document: title, unit, axes, values, notes, source. The same data and look give the same bytes. Holds no script, style sheet or link
 * and every text escaped, so that a page may take it in. Never more than `bounded` lets through, whatever the series holds.
 */
export async function chartSvg(data: ChartData, { theme, width: asked }: ChartLook): Promise<string> {
  const { lang } = data;
  const series = bounded(data.series, lang);
  const colours = COLOURS[theme];
  const width = Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, asked)));
  const plot = series.kind === 'rank' ? rankPlot(series, lang, colours, width) : yearsPlot(series, lang, colours, width);
  const around = {
    title: series.title,
    subtitle: series.unit === null ? '' : chartWord(lang, 'unit', { unit: series.unit }),
    foot: [...gapsTold(series, lang), ...series.notes, sourceLine(lang, citedBy(data))].filter((line) => line !== ''),
  };
  return document(framed(await drawn(plot), around, colours), colours, chartAlternative(data));
}

/** A chart in words, for who does not see it and for channels that want a text beside a picture. Names every value that is drawn. */
export function chartAlternative({ series: whole, lang }: ChartData): string {
  const series = bounded(whole, lang);
  const unit = series.unit ?? '';
  const space = lang === 'en' ? ' ' : '';
  const lineTold = ({ name, points }: Series['lines'][number]): string => {
    const values = points.map((point, i) => `${series.categories[i]} ${'gap' in point ? chartWord(lang, point.gap) : point.shown + unit}`).join(chartWord(lang, 'listSeparator') + space);
    return series.lines.length === 1 ? values : `${name}: ${values}`;
  };
  return chartWord(lang, 'alternative', { title: series.title, values: series.lines.map(lineTold).join(chartWord(lang, 'pieceSeparator') + space) });
}

/** What the drawn points cite, not what else the answer does. */
function citedBy({ series, citations }: ChartData): AnswerCitation[] {
  const cited = new Set(series.lines.flatMap(({ points }) => points.flatMap((point) => ('gap' in point ? [] : [point.citation]))));
  return citations.filter((_, i) => cited.has(i));
}

/** Gaps are told in place when a single line or a rank is drawn; of several lines nobody could see whose they are. */
function gapsTold({ kind, lines, categories }: Series, lang: Lang): string[] {
  if (kind === 'rank' || lines.length < 2) return [];
  const separator = chartWord(lang, 'listSeparator') + (lang === 'en' ? ' ' : '');
  const gaps = lines.flatMap(({ name, points }) => {
    const at = new Map<Gap, string[]>();
    for (const [i, point] of points.entries()) if ('gap' in point) at.set(point.gap, [...(at.get(point.gap) ?? []), categories[i]!]);
    return [...at].map(([why, years]) => chartWord(lang, 'gap', { name, at: years.every((year) => /^\d{4}$/.test(year)) ? rangesOf(years.map(Number), separator) : years.join(separator), why: chartWord(lang, why) }));
  });
  return gaps.length === 0 ? [] : [chartWord(lang, 'gaps', { gaps: gaps.join(chartWord(lang, 'pieceSeparator')) })];
}
