import { metricById, type Figure, type Lang, type MetricId } from '../../index/mod.js';
import type { Inline, Row } from './answer.js';
import { labelOf, named, shortLabel } from './present.js';

/** What parts a metric's English name: requests newly received this year; natural persons. */
const NAME_JOINT = '; ';

/** What a row counts, in the language of the answer: a cell of the official forms by its English name, what a sentence counts by the words it prints. */
export function saidLabel(lang: Lang, { label, metric, trust }: Pick<Row, 'label' | 'metric' | 'trust'>): Inline {
  return named(englishName(lang, metric, trust) ?? label);
}

/** The same of a figure that is no row. */
export function saidLabelOf(lang: Lang, figure: Figure): Inline {
  return named(englishName(lang, figure.metric, figure.trust) ?? labelOf(figure));
}

/** What tells a part from those beside it: in English the end of its name, as far as `beside` (all parts and, where it is shown, their total) do not share it. */
export function saidPart(lang: Lang, part: Figure, shared: readonly string[], beside: readonly Figure[]): Inline {
  const pieces = namePieces(lang, part);
  const others = beside.filter(({ id }) => id !== part.id).map((other) => namePieces(lang, other));
  if (pieces === null || others.some((other) => other === null)) return named(shortLabel(part, shared));
  const own = pieces.filter((piece) => !others.every((other) => other!.includes(piece)));
  return named((own.length > 0 ? own : pieces).join(', '));
}

function namePieces(lang: Lang, { metric, trust }: Figure): readonly string[] | null {
  return englishName(lang, metric, trust)?.split(NAME_JOINT) ?? null;
}

function englishName(lang: Lang, metric: MetricId | null, trust: Row['trust']): string | null {
  return lang === 'en' && metric !== null && trust !== 'stated' ? (metricById(metric)?.en ?? null) : null;
}

