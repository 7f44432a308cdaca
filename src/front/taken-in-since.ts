import type { Library } from '../../index/mod.js';
import type { TakenInSince } from '../desk/interrupted.js';

/** Looks among the reports that came since then for those of one file, or of an archive of that name. */
export function takenInSince(library: Pick<Library, 'reports' | 'original'>): TakenInSince {
  return async (file, since) => {
    const cards = (await library.reports()).filter(({ ingestedAt }) => ingestedAt >= since.toISOString());
    const named = await Promise.all(cards.map(async (card) => ((await library.original(card.report, card.version)).name.startsWith(file) ? [card] : [])));
    return named.flat();
  };
}
