import type { Lang } from '../../../index/mod.js';
import type { Series, SeriesLine } from '../../../intents/mod.js';
import { DASHES, MARKS, type Colours } from './colours.js';
import { MARGIN } from './frame.js';
import { cutToWidth, widthOf } from './measure.js';
import { TYPE, type Plot } from './plot.js';
import { scaleOf, tickText, tickTexts, type Scale } from './scale.js';
import { lineAt, textAt } from './svg.js';
import { chartWord } from './words.js';

const PLOT_HEIGHT = 250;
const LEGEND_ROW = 26;
const LEGEND_MARK = 40;
/** Values are written at their points while the points leave room for it; of several lines only of two, above and below. */
const MOST_LABELLED = { points: 12, lines: 2 };

/** Pixels that a value below its point takes. */
const LABEL_ROOM = 26;

/** A figure over years: a line for each organisation with marks at its values, interrupted where there is none. */
export function yearsPlot(series: Series, lang: Lang, colours: Colours, width: number): Plot {
  const { lines, categories } = series;
  const numbers = lines.map((line) => line.points.map((point) => ('gap' in point ? null : Number(point.value))));
  const labelled = lines.length <= MOST_LABELLED.lines && categories.length <= MOST_LABELLED.points;
  const scale = roomBelow(scaleOf(numbers.flat().filter((value) => value !== null)), labelled ? numbers.flat() : []);
  const legend = legendRows(lines, width - 2 * MARGIN);
  const top = legend.length * LEGEND_ROW + 26;
  const left = MARGIN + Math.max(...tickTexts(scale).map((text) => widthOf(text, TYPE))) + 10;
  const right = MARGIN + 14;
  const height = top + PLOT_HEIGHT + 34;
  const pitch = (width - left - right) / categories.length;
  const valueY = (value: number): number => top + ((scale.max - value) / (scale.max - scale.min)) * PLOT_HEIGHT;

  const under = [lineAt(left, valueY(0), width - right, valueY(0), colours.zero, { wide: true })];
  const over: string[] = [];
  for (const at of series.breaks) {
    const x = left + at * pitch;
    under.push(lineAt(x, top - 12, x, top + PLOT_HEIGHT, colours.quiet, { dash: '5 4' }), textAt(x, top - 16, chartWord(lang, 'break'), { size: 12, fill: colours.quiet, anchor: 'middle' }));
  }
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) {
    for (const [i, point] of only.points.entries()) {
      if (!('gap' in point) || categories.length > MOST_LABELLED.points) continue;
      const why = cutToWidth(chartWord(lang, point.gap), pitch, 12);
      over.push(textAt(left + (i + 0.5) * pitch, valueY(0) - 8, why, { size: 12, fill: colours.quiet, anchor: 'middle' }));
    }
  }

  const option = {
    animation: false,
    textStyle: { fontFamily: 'Noto Sans SC', fontSize: TYPE },
    grid: { left, right, top, height: PLOT_HEIGHT },
    legend: legend.map((names, i) => ({ data: names, left: MARGIN, top: i * LEGEND_ROW, itemWidth: LEGEND_MARK - 8, itemGap: 16, textStyle: { color: colours.text, fontSize: TYPE }, selectedMode: false })),
    xAxis: { type: 'category', data: categories.map(String), axisLine: { onZero: false, lineStyle: { color: colours.quiet } }, axisTick: { show: false }, axisLabel: { color: colours.text, fontSize: TYPE, margin: 10, hideOverlap: true } },
    yAxis: { type: 'value', min: scale.min, max: scale.max, interval: scale.step, splitLine: { lineStyle: { color: colours.grid } }, axisLabel: { color: colours.quiet, fontSize: TYPE, formatter: tickText } },
    series: lines.map((line, i) => ({
      type: 'line',
      name: legendName(lines, i),
      data: numbers[i]!.map((value, at) => ({ value, label: { position: value !== null && top + PLOT_HEIGHT - valueY(value) < LABEL_ROOM ? 'top' : labelPlace(numbers, i, at) } })),
      connectNulls: false,
      silent: true,
      symbol: MARKS[i],
      symbolSize: categories.length > 40 ? 4 : 9,
      showAllSymbol: true,
      clip: false,
      color: colours.lines[i],
      lineStyle: { width: 2.5, type: DASHES[i]!.length === 0 ? 'solid' : DASHES[i] },
      label: { show: labelled, textBorderColor: colours.ground, textBorderWidth: 3, distance: 7, fontSize: TYPE, color: lines.length === 1 ? colours.text : colours.lines[i], formatter: ({ dataIndex }: { dataIndex: number }) => shownAt(line, dataIndex) },
      labelLayout: { hideOverlap: true },
    })),
  };
  return { option, under: under.join(''), over: over.join(''), width, height };
}

/** One tick more where the lowest value would be written over the years below the axis. */
function roomBelow(scale: Scale, labelled: readonly (number | null)[]): Scale {
  const { min, max, step } = scale;
  const close = labelled.some((value) => value !== null && value < 0 && ((value - min) / (max - min)) * PLOT_HEIGHT < LABEL_ROOM);
  return close ? { min: min - step, max, step } : scale;
}

function shownAt(line: SeriesLine, i: number): string {
  const point = line.points[i];
  return point === undefined || 'gap' in point ? '' : point.shown;
}

/** Above, but below where another line runs above it, or where its own neighbours do. */
function labelPlace(numbers: readonly (readonly (number | null)[])[], line: number, at: number): 'top' | 'bottom' {
  const value = numbers[line]![at];
  if (value === null || value === undefined) return 'top';
  const others = numbers.filter((_, i) => i !== line).map((other) => other[at]).filter((other): other is number => typeof other === 'number');
  if (others.length > 0) return others.some((other) => other > value || (other === value && line > 0)) ? 'bottom' : 'top';
  const around = [numbers[line]![at - 1], numbers[line]![at + 1]].filter((other): other is number => typeof other === 'number');
  return around.length > 0 && around.every((other) => other > value) ? 'bottom' : 'top';
}

/** Names as the legend bears them: echarts knows lines by name, so a second one of a name is numbered. */
function legendName(lines: readonly SeriesLine[], i: number): string {
  const { name } = lines[i]!;
  return name === '' || lines.findIndex((line) => line.name === name) < i ? `${name} (${i + 1})`.trim() : name;
}

/** The names row by row as they fit; none for a single line, whose name stands in the title. */
function legendRows(lines: readonly SeriesLine[], room: number): string[][] {
  if (lines.length < 2) return [];
  const rows: string[][] = [[]];
  let used = 0;
  for (const i of lines.keys()) {
    const name = legendName(lines, i);
    const width = LEGEND_MARK + 16 + widthOf(name, TYPE);
    if (used > 0 && used + width > room) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(name);
    used += width;
  }
  return rows;
}
