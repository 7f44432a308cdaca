import type { ReportCard } from '../../index/mod.js';
import type { Pickable } from '../channels/front.js';
import type { RosterOrganisation } from '../roster/roster.js';

/** Organisations of the roster in its order, then whoever else has reports; those that share a short name bear their places. */
export function pickableIn(cards: readonly Pick<ReportCard, 'org' | 'year'>[], roster: readonly Pick<RosterOrganisation, 'name' | 'orgPath'>[]): Pickable {
  const paths = new Map<string, { readonly name: string; readonly path: string }>();
  for (const { name, places } of [...roster.map(({ name, orgPath }) => ({ name, places: orgPath })), ...cards.map(({ org }) => ({ name: org.name, places: org.path }))]) {
    const path = places.join('');
    // A report that names fewer places is of the same organisation as far as anybody can tell who picks.
    if (![...paths.values()].some((known) => known.name === name && (known.path.endsWith(path) || path.endsWith(known.path)))) paths.set(path, { name, path });
  }
  const all = [...paths.values()];
  const shared = new Set(all.map(({ name }) => name).filter((name, i, names) => names.indexOf(name) !== i));
  return {
    organisations: all.map(({ name, path }) => (shared.has(name) ? path : name)),
    years: [...new Set(cards.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a),
  };
}
