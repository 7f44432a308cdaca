import { metricById, toJsonValue, unitOfFigure, type Figure, type Lang } from '../../index/mod.js';
import type { FigureMark } from './html-source.js';
import { markup } from './html-markup.js';

/** What each way of knowing a figure's meaning is called, in the reader's language. */
export type TrustWords = Readonly<Record<Figure['trust'], string>>;

/** The marks of a report's figures: what each counts and how that is known, as a title for hovering and for the line that follows the focus. */
export function figureMarks(figures: readonly Figure[], lang: Lang, trust: TrustWords): FigureMark[] {
  return figures.flatMap((figure) => {
    const title = `${nameOf(figure, lang)} ${shown(figure)} · ${trust[figure.trust]}`;
    const attributes = String(markup` class="fig ${figure.trust}" tabindex="-1" title="${title}"`);
    return (figure.place ?? []).map((span) => ({ span, attributes }));
  });
}

/** What a figure counts: the official name where its metric is known, else its own words. */
function nameOf(figure: Figure, lang: Lang): string {
  const metric = figure.metric === null ? undefined : metricById(figure.metric);
  return metric?.[lang] ?? [...figure.inherited.filter((piece) => !figure.labels.includes(piece)), ...figure.labels].join(' ');
}

function shown(figure: Figure): string {
  const { value, asWritten } = figure.quantity;
  return value === null ? asWritten : `${toJsonValue(value)}${unitOfFigure(figure) ?? ''}`;
}
