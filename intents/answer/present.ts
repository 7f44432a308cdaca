import { cite, fold, toJsonValue, unitOfFigure, type Figure, type Library, type PlaceInReport, type ReportCard, type SourceText, type Spans } from '../../index/mod.js';
import type { Inline, ReportCitation, Row } from './answer.js';
import { say } from './phrases.js';
import type { Lang } from '../../index/mod.js';

/** Collects the rows and citations of an answer; equal places are cited once. */
export class Evidence {
  readonly rows: Row[] = [];
  readonly citations: ReportCitation[] = [];
  readonly #library: Library;
  readonly #figures = new Map<string, Figure>();
  readonly #sources = new Map<string, SourceText>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** Reads single figures of many reports together with their texts: one after the other takes many times as long. */
  async readAhead(places: readonly PlaceInReport[]): Promise<void> {
    const figures = await this.#library.figuresAt(places);
    for (const figure of figures) if (figure !== null) this.#figures.set(`${figure.report} ${figure.id}`, figure);
    for (const [report, source] of await this.#library.sources([...new Set(places.map(({ report }) => report))])) this.#sources.set(report, source);
  }

  /** A figure that is held, by its place. Throws when it is not. */
  async held(place: PlaceInReport): Promise<Figure> {
    const key = `${place.report} ${place.id}`;
    if (!this.#figures.has(key)) await this.readAhead([place]);
    const figure = this.#figures.get(key);
    if (figure === undefined) throw new Error(`no figure ${place.id} in ${place.report}`);
    return figure;
  }

  /** Adds a figure as a row with its citation; returns the row's index (the known one when it is there already). */
  async figure(card: ReportCard, figure: Figure): Promise<number> {
    const citation = await this.place(card, figure.quote, figure.unit, figure.path);
    const { quantity } = figure;
    const row: Row = {
      org: card.org.name,
      year: figure.year ?? card.year,
      label: figure.trust === 'stated' ? labelInContext(figure, figure.partOf === null ? [] : await this.#library.figures(card.report)) : labelOf(figure),
      value: quantity.value === null ? null : toJsonValue(quantity.value),
      unit: unitOfFigure(figure),
      state: quantity.state,
      approx: quantity.approx,
      metric: figure.metric,
      scope: figure.scope,
      trust: figure.trust,
      citation,
    };
    const known = this.rows.findIndex((other) => other.citation === citation && other.label === row.label && other.value === row.value && other.metric === row.metric);
    return known >= 0 ? known : this.rows.push(row) - 1;
  }

  /** Cites a place of a report; returns the citation's index. */
  async place(card: ReportCard, spans: Spans, unit: 'passage' | 'cell', path: readonly string[]): Promise<number> {
    const source = this.#sources.get(card.report) ?? (await this.#library.source(card.report));
    const citation = cite(card.report, source, unit, spans, path);
    const known = this.citations.findIndex((other) => other.report === card.report && other.spans.length === spans.length && other.spans.every((span, i) => span.start === spans[i]!.start && span.end === spans[i]!.end));
    if (known >= 0) return known;
    return (
      this.citations.push({
        kind: 'report',
        report: card.report,
        source: citation.source,
        org: card.org.name,
        year: card.year,
        title: card.title,
        path: [...path],
        quotes: [...citation.quotes],
        quote: citation.quotes.join(''),
        spans: spans.map((span) => ({ start: span.start, end: span.end })),
      }) - 1
    );
  }
}

/** A figure's label as one line: its verbatim pieces, outermost first. */
export function labelOf(figure: Figure): string {
  const pieces = figure.labels.length > 0 ? figure.labels : figure.inherited;
  return pieces.map((piece) => fold(piece).text).join(' ');
}

/** UTF-16 units; a shorter label (咨询件数) does not say whose it is. */
const SHORT_LABEL = 6;
const MOST_INHERITED = 3;

/** A short label with what it is a part of, or what it takes from the clause before: 乡为民服务中心 办理 咨询件数. */
function labelInContext(figure: Figure, figures: readonly Figure[]): string {
  const own = labelOf(figure);
  if (figure.trust !== 'stated' || own.replaceAll(' ', '').length > SHORT_LABEL) return own;
  const total = figure.partOf === null ? undefined : figures[figure.partOf];
  const before = total ? (total.partOf === null ? total.labels.slice(-1) : total.labels) : figure.inherited.slice(-MOST_INHERITED);
  const pieces = before.map((piece) => fold(piece).text).filter((piece) => !own.includes(piece));
  return [...pieces, own].filter((piece) => piece !== '').join(' ');
}

/** Label pieces that every part of a table's row or column repeats. */
export function sharedPieces(parts: readonly Figure[]): string[] {
  const [first, ...rest] = parts;
  return first && rest.length > 0 ? first.labels.filter((piece) => rest.every((part) => part.labels.includes(piece))) : [];
}

/** A label without the pieces that all beside it repeat. */
export function shortLabel(part: Figure, shared: readonly string[]): string {
  const own = part.labels.filter((piece) => !shared.includes(piece));
  return own.length > 0 ? own.map((piece) => fold(piece).text).join(' ') : labelOf(part);
}

/** The number as the file prints it, with 近 … 余 and the unit, as a cited piece. */
export function printed(lang: Lang, figure: Figure, citation: number, quote: string): Inline[] {
  const { asWritten, approx } = figure.quantity;
  if (!/\p{N}|[一二三四五六七八九十百千万两〇半]/u.test(asWritten)) return say(lang, 'zeroWords', { words: { type: 'cited', text: fold(asWritten).text, citation } });
  const number = fold(asWritten).text;
  const unit = unitOfFigure(figure) ?? '';
  const before = approx !== null && fold(quote).text.includes(fold(approx).text + number);
  const text = approx === null ? number + unit : before ? approx + number + unit : number + approx + unit;
  return [{ type: 'cited', text, citation }];
}

/** Organisation and year as a lead for a sentence; the year is counted over the report's title. */
export function orgYear(lang: Lang, card: ReportCard): { org: Inline; year: Inline[] } {
  return { org: named(card.org.name), year: card.year === null ? [] : say(lang, 'year', { n: { type: 'counted', text: String(card.year), basis: 'report' } }) };
}

/** Words of a report (labels, titles, names) that may hold digits: shown as from the report. */
export function named(text: string): Inline {
  return /\p{Nd}/u.test(text) ? { type: 'counted', text, basis: 'report' } : text;
}
