import type { Organisation, ReportId } from '../document/tree.js';

/** An issuer as a report states it, as far as joining needs to know. */
export interface Stated {
  readonly key: string;
  readonly path: readonly string[];
  /** Named by the file only: never joined with another. */
  readonly assumed: boolean;
}

export interface Meaning {
  /** Key of the organisation that is meant: the stated one's own, or that of the only fuller name held. */
  readonly key: string;
  readonly how: 'itself' | 'joined' | 'ambiguous';
}

/** What an organisation is known by: its places joined, without 人民政府. Characters that an id or a shell would stumble over become `_`. */
export function organisationKey({ path, name }: Pick<Organisation, 'path' | 'name'>): string {
  const joined = (path.length > 0 ? path : [name]).map((place) => place.replace(/人民政府$/u, '')).join('');
  return joined.replace(/[\s@/\\?#%]+/gu, '_') || '_';
}

/** Stable for the same organisation and year. */
export function reportId(organisation: string, year: number | null): ReportId {
  return `${organisation}-${year ?? 'unknown'}` as ReportId;
}

/**
 * Who is meant by each stated name, given all stated organisations that share the same last name.
 * A name joins the fullest one that ends in it when there is only one such; when two places have an organisation of that name, it stays apart.
 * Depends on the set alone, so files may come in any order.
 */
export function meaningsOf(group: readonly Stated[]): Map<string, Meaning> {
  return new Map(group.map((stated) => [stated.key, meaningOf(stated, group)]));
}

function meaningOf(stated: Stated, group: readonly Stated[]): Meaning {
  if (stated.assumed) return { key: stated.key, how: 'itself' };
  const fuller = group.filter((other) => endsIn(other, stated));
  const fullest = fuller.filter((one) => !fuller.some((other) => endsIn(other, one)));
  if (fullest.length === 0) return { key: stated.key, how: 'itself' };
  return fullest.length === 1 ? { key: fullest[0]!.key, how: 'joined' } : { key: stated.key, how: 'ambiguous' };
}

/** True when `fuller` names the same place with more of the places around it. */
function endsIn(fuller: Stated, stated: Stated): boolean {
  const extra = fuller.path.length - stated.path.length;
  return !fuller.assumed && extra > 0 && stated.path.every((place, i) => place === fuller.path[i + extra]);
}
