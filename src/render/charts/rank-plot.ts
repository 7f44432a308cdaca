import type { Lang } from '../../../index/mod.js';
import type { Series } from '../../../intents/mod.js';
import type { Colours } from './colours.js';
import { MARGIN } from './frame.js';
import { balanced, widthOf } from './measure.js';
import { TYPE, type Plot } from './plot.js';
import { scaleOf, tickText } from './scale.js';
import { lineAt, textAt } from './svg.js';
import { chartWord } from './words.js';

const BAR = 18;
const NAME_LINE = 16;
/** Of the width, for names; longer ones take two lines. */
const NAMES_SHARE = 0.36;
const NAME_LINES = 2;

/** Organisations by one figure: a bar each, the first on top, its value at its end. What has no value says so in place of a bar. */
export function rankPlot(series: Series, lang: Lang, colours: Colours, width: number): Plot {
  const points = series.lines[0]?.points ?? [];
  const numbers = points.map((point) => ('gap' in point ? null : Number(point.value)));
  const values = numbers.filter((value) => value !== null);
  const scale = scaleOf(values);
  const names = series.categories.map((name) => balanced(name, width * NAMES_SHARE, TYPE, NAME_LINES));
  const namesWidth = Math.max(0, ...names.flat().map((line) => widthOf(line, TYPE)));
  const pitch = Math.max(BAR + 12, NAME_LINE * Math.max(1, ...names.map((lines) => lines.length)) + 6);
  const labelsWidth = Math.max(0, ...points.map((point) => ('gap' in point ? 0 : widthOf(point.shown, TYPE)))) + 10;
  const below = values.some((value) => value < 0) ? labelsWidth : 0;
  const left = MARGIN + namesWidth + 12 + below;
  const right = MARGIN + labelsWidth;
  const plotHeight = pitch * names.length;
  const zero = left + ((0 - scale.min) / (scale.max - scale.min)) * (width - left - right);
  const over: string[] = [];
  for (const [i, lines] of names.entries()) {
    const middle = 4 + (i + 0.5) * pitch;
    for (const [j, line] of lines.entries()) over.push(textAt(left - below - 10, middle + (j - (lines.length - 1) / 2) * NAME_LINE + TYPE * 0.36, line, { size: TYPE, fill: colours.text, anchor: 'end' }));
    const point = points[i];
    if (point !== undefined && 'gap' in point) over.push(textAt(zero + 6, middle + TYPE * 0.36, chartWord(lang, point.gap), { size: TYPE, fill: colours.quiet }));
  }
  const option = {
    animation: false,
    textStyle: { fontFamily: 'Noto Sans SC', fontSize: TYPE },
    grid: { left, right, top: 4, height: plotHeight },
    xAxis: { type: 'value', min: scale.min, max: scale.max, interval: scale.step, splitLine: { lineStyle: { color: colours.grid } }, axisLabel: { color: colours.quiet, fontSize: TYPE, hideOverlap: true, formatter: tickText } },
    yAxis: { type: 'category', inverse: true, data: series.categories.map((_, i) => String(i)), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { show: false } },
    series: [
      {
        type: 'bar',
        silent: true,
        clip: false,
        barWidth: BAR,
        color: colours.lines[0],
        data: numbers.map((value) => ({ value, label: { position: value !== null && value < 0 ? 'left' : 'right' } })),
        label: { show: true, textBorderColor: colours.ground, textBorderWidth: 3, fontSize: TYPE, color: colours.text, formatter: ({ dataIndex }: { dataIndex: number }) => { const point = points[dataIndex]; return point === undefined || 'gap' in point ? '' : point.shown; } },
      },
    ],
  };
  return { option, under: lineAt(zero, 4, zero, 4 + plotHeight, colours.zero, { wide: true }), over: over.join(''), width, height: 4 + plotHeight + 30 };
}
