import type { FoundFigure } from '../document/figure.js';
import { metricById } from './metrics.js';

/** The unit as printed, else the official form's for a cell; null when neither says. A change of a list's length counts in the list's unit. */
export function unitOfFigure(figure: FoundFigure): string | null {
  if (figure.quantity.unit !== null) return figure.quantity.unit;
  const official = figure.metric !== null && figure.trust !== 'stated' ? (metricById(figure.metric)?.unit ?? null) : null;
  return official === null || official === '' ? null : official.replace('±', '');
}
