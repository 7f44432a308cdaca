import type { Lang } from '../../../index/mod.js';
import type { Series, SeriesLine } from '../../../intents/mod.js';
import { MOST_LINES } from './colours.js';
import { chartWord } from './words.js';

/** Points of a line that can still be told apart on a page. */
const MOST_POINTS = 120;
/** Bars of a rank: more make a picture that no screen shows. */
const MOST_BARS = 40;
/** UTF-16 units; longer words are no name, title or note that a picture could show. */
const LONGEST_NAME = 60;
const LONGEST_TEXT = 240;
const MOST_NOTES = 6;

/** No report counts beyond these; arithmetic on an axis does not hold there. */
const LARGEST = 1e21;
const SMALLEST = 1e-12;

/** What can be drawn of a series, and what has to be said about the rest. Drawing it takes bounded time, whatever the series held. */
export function bounded(series: Series, lang: Lang): Series {
  const notes: string[] = [];
  const told = (key: string, kept: number, all: number): void => void notes.push(chartWord(lang, key, { kept: String(kept), left: String(all - kept) }));
  let { lines } = series;
  if (lines.length > MOST_LINES) {
    told('fewerLines', MOST_LINES, lines.length);
    lines = lines.slice(0, MOST_LINES);
  }
  let kept = [...series.categories.keys()];
  if (series.kind === 'rank' && kept.length > MOST_BARS) {
    kept = kept.slice(0, MOST_BARS);
    told('shortened', kept.length, series.categories.length);
  } else if (series.kind === 'years' && kept.length > MOST_POINTS) {
    kept = extremes(lines, kept.length);
    told('thinned', kept.length, series.categories.length);
  }
  return {
    kind: series.kind,
    title: cut(series.title, LONGEST_TEXT),
    unit: series.unit === null ? null : cut(series.unit, LONGEST_NAME),
    categories: kept.map((i) => cut(series.categories[i]!, LONGEST_NAME)),
    lines: lines.map(({ name, points }) => ({ name: cut(name, LONGEST_NAME), points: kept.map((i) => drawable(points[i])) })),
    breaks: series.breaks.map((at) => kept.findIndex((i) => i >= at)).filter((at, i, all) => at > 0 && all.indexOf(at) === i),
    notes: [...notes, ...series.notes.slice(0, MOST_NOTES).map((note) => chartWord(lang, 'note', { note: cut(note, LONGEST_TEXT) }))],
  };
}

/** A number that an axis can hold; null for what is none. */
function drawableNumber(value: number | string): number | null {
  const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  if (!(Math.abs(number) < LARGEST)) return null;
  return Math.abs(number) < SMALLEST ? 0 : number;
}

function drawable(point: SeriesLine['points'][number] | undefined): SeriesLine['points'][number] {
  if (point === undefined || 'gap' in point) return point ?? { gap: 'missing' };
  const value = drawableNumber(point.value);
  return value === null ? { gap: 'missing' } : { ...point, value, shown: cut(point.shown, LONGEST_NAME) };
}

/** The first, the last, and of each stretch between them where some line is highest or lowest, so that no peak gets lost. */
function extremes(lines: readonly SeriesLine[], length: number): number[] {
  const stretches = Math.max(1, Math.floor((MOST_POINTS - 2) / (2 * lines.length)));
  const kept = new Set([0, length - 1]);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const from = Math.floor((stretch * length) / stretches);
    const to = Math.floor(((stretch + 1) * length) / stretches);
    for (const { points } of lines) {
      let lowest: number | null = null;
      let highest: number | null = null;
      for (let i = from; i < to; i += 1) {
        const value = valueAt(points, i);
        if (value === null) continue;
        if (lowest === null || value < valueAt(points, lowest)!) lowest = i;
        if (highest === null || value > valueAt(points, highest)!) highest = i;
      }
      for (const i of [lowest, highest]) if (i !== null) kept.add(i);
    }
  }
  return [...kept].sort((a, b) => a - b);
}

function valueAt(points: SeriesLine['points'], i: number): number | null {
  const point = points[i];
  return point === undefined || 'gap' in point ? null : drawableNumber(point.value);
}

function cut(text: string, most: number): string {
  const characters = Array.from(text.slice(0, most * 2 + 2));
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
