import type { ReportCard } from '../../index/mod.js';

interface Place {
  readonly nth: number;
  readonly card: ReportCard;
}

/** Kept as long as the list of what is held is the same. */
const byOrganisation = new WeakMap<readonly ReportCard[], ReadonlyMap<string, readonly Place[]>>();

/** The cards of the organisations with these keys, in the order of `held`, which must be everything that is held: ten thousand reports can be, and a question names one or two organisations. */
export function cardsOf(held: readonly ReportCard[], keys: Iterable<string>): ReportCard[] {
  let places = byOrganisation.get(held);
  if (places === undefined) byOrganisation.set(held, (places = placed(held)));
  const found = [...new Set(keys)].flatMap((key) => places.get(key) ?? []);
  return found.sort((a, b) => a.nth - b.nth).map(({ card }) => card);
}

function placed(held: readonly ReportCard[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const [nth, card] of held.entries()) {
    const own = places.get(card.orgKey);
    if (own === undefined) places.set(card.orgKey, [{ nth, card }]);
    else own.push({ nth, card });
  }
  return places;
}
