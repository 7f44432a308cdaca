import type { FigureId, FoundFigure } from '../document/figure.js';
import { passageAt } from '../document/passage.js';
import type { ReportId } from '../document/tree.js';
import type { FigureRow } from './database.js';
import { readSpans, writeSpans, type readWording, type Wording } from './encoding.js';
import type { StoredPassage } from './prepared.js';

/** What a row says of a figure beside its metric, in this order. */
type Content = readonly [
  value: string | null,
  state: FoundFigure['quantity']['state'],
  unit: string | null,
  approx: string | null,
  asWritten: string,
  place: string | null,
  labels: number,
  inherited: number,
  scope: string | null,
  partOf: number | null,
  stat: FoundFigure['stat'],
  trust: FoundFigure['trust'],
  year: number | null,
  period: string | null,
  quote: string,
  quotedUnit: FoundFigure['unit'],
  path: number,
];

/** A figure as its row's content; its lists of words go into `wording`. */
export function contentOf(figure: FoundFigure, wording: Wording): string {
  const { value, state, unit, approx, asWritten } = figure.quantity;
  const { labels, inherited, scope, partOf, stat, trust, year, period, path } = figure;
  const place = figure.place === null ? null : writeSpans(figure.place);
  const content: Content = [value, state, unit, approx, asWritten, place, wording.numberOf(labels), wording.numberOf(inherited), scope, partOf, stat, trust, year, period, writeSpans(figure.quote), figure.unit, wording.numberOf(path)];
  return JSON.stringify(content);
}

type ReadWording = ReturnType<typeof readWording>;

/** A figure as it is held: `id` counts from 0 in reading order within its report. */
export interface Figure extends FoundFigure {
  readonly id: FigureId;
  readonly report: ReportId;
}

/** A figure as it is held, without labels, inherited labels and path. */
export type HeldValue = Omit<Figure, 'labels' | 'inherited' | 'path'>;

type Row = Pick<FigureRow, 'metric' | 'content'>;

// A report has hundreds of rows, and each question reads some reports. So rows are read by number, not taken apart by a pattern (which goes
// through an iterator), and each figure is made whole at once: one that is copied to be added to takes five times as long and four times the memory.

function quantityIn(content: Content): FoundFigure['quantity'] {
  return { value: content[0], state: content[1], unit: content[2], approx: content[3], asWritten: content[4] } as FoundFigure['quantity'];
}

function placeIn(content: Content): FoundFigure['place'] {
  return content[5] === null ? null : readSpans(content[5]);
}

/** The figure `id` of `report` that `contentOf` wrote, without its words. */
export function valueOf({ metric, content: written }: Row, report: ReportId, id: number): HeldValue {
  const content = JSON.parse(written) as Content;
  return {
    quantity: quantityIn(content),
    place: placeIn(content),
    metric,
    scope: content[8],
    partOf: content[9],
    stat: content[10],
    trust: content[11],
    year: content[12],
    period: content[13],
    quote: readSpans(content[14]),
    unit: content[15],
    id: id as FigureId,
    report,
  };
}

/** The figure `id` of `report` that `contentOf` wrote. */
export function figureOf({ metric, content: written }: Row, wording: ReadWording, report: ReportId, id: number): Figure {
  const content = JSON.parse(written) as Content;
  // In one literal, as above: a copy that adds fields costs four times as much (docs/decisions/0020).
  return {
    quantity: quantityIn(content),
    place: placeIn(content),
    labels: wording(content[6]),
    inherited: wording(content[7]),
    metric,
    scope: content[8],
    partOf: content[9],
    stat: content[10],
    trust: content[11],
    year: content[12],
    period: content[13],
    quote: readSpans(content[14]),
    unit: content[15],
    path: wording(content[16]),
    id: id as FigureId,
    report,
  };
}

type WrittenPassage = readonly [kind: StoredPassage['kind'], path: number, units: readonly string[]];

/** Passages as JSON: places only, the words stand in the source's text. */
export function writePassages(passages: readonly StoredPassage[], wording: Wording): string {
  return JSON.stringify(passages.map(({ kind, path, units }): WrittenPassage => [kind, wording.numberOf(path), units.map(({ spans }) => writeSpans(spans))]));
}

/** Reads passages back as they were written. `wording` gives back texts that are stored once, `text` is the source's. */
export function readPassages(written: string, wording: ReadWording, text: string): StoredPassage[] {
  return (JSON.parse(written) as WrittenPassage[]).map(([kind, path, units]) => ({ kind, path: wording(path), units: units.map((spans) => passageAt(text, readSpans(spans))) }));
}
