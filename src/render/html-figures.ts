import { metricById, toJsonValue, unitOfFigure, type Figure, type Lang } from '../../index/mod.js';
import type { FigureMark } from './html-source.js';
import { markup } from './html-markup.js';

/** What a report's page says and leads to at each figure. */
export interface FigureWords {
  /** How a figure is known, in the reader's language; short, since it stands at each. */
  readonly trust: (figure: Figure) => string;
  /** Where a figure is told of at length. */
  readonly hrefOf: (figure: Figure) => string;
  /** What is the matter with a figure, in a few words; null when nothing is known. */
  readonly oddityOf: (figure: Figure) => string | null;
}

/** The marks of a report's figures: each a link to all that is known of it. */
export function figureMarks(figures: readonly Figure[], { hrefOf, oddityOf }: Pick<FigureWords, 'hrefOf' | 'oddityOf'>): FigureMark[] {
  return figures.flatMap((figure) => {
    const attributes = String(markup` class="fig ${figure.trust}${oddityOf(figure) === null ? '' : ' odd'}" tabindex="-1" href="${hrefOf(figure)}"`);
    return (figure.place ?? []).map((span) => ({ span, attributes }));
  });
}

/** What each figure counts and how that is known, in a line by its id. As long as the report itself, so that it is asked for when the page stands. */
export function figureHints(figures: readonly Figure[], lang: Lang, { trust, oddityOf }: Pick<FigureWords, 'trust' | 'oddityOf'>): Record<string, string> {
  return Object.fromEntries(
    figures.map((figure) => {
      const oddity = oddityOf(figure);
      return [figure.id, [`${figureName(figure, lang)} ${figureShown(figure)}`, trust(figure), ...(oddity === null ? [] : [oddity])].join(' · ')];
    }),
  );
}

/** What a figure counts: the official name where its metric is known, else its own words. */
export function figureName(figure: Figure, lang: Lang): string {
  const metric = figure.metric === null ? undefined : metricById(figure.metric);
  return metric?.[lang] ?? [...figure.inherited.filter((piece) => !figure.labels.includes(piece)), ...figure.labels].join(' ');
}

/** A figure's value with its unit; as it is written where it is no number. */
export function figureShown(figure: Figure): string {
  const { value, asWritten } = figure.quantity;
  return value === null ? asWritten : `${toJsonValue(value)}${unitOfFigure(figure) ?? ''}`;
}
