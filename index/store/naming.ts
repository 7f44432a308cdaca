import type { Organisation, ReportId } from '../document/tree.js';

/** An issuer as a report states it, as far as joining needs to know. */
export interface Stated {
  readonly key: string;
  readonly path: readonly string[];
  /** Named by the file only: never joined with another. */
  readonly assumed: boolean;
}

/** Whom a name in a title stands for among the organisations held. */
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

/**
 * Stable for the same organisation and year. Of a report whose year nobody knows only the source (its hash) can tell whether it is the same one:
 * two such reports must not pass for versions of each other.
 */
export function reportId(organisation: string, year: number | null, source: string): ReportId {
  return `${organisation}-${year ?? `unknown-${source.slice(0, 8)}`}` as ReportId;
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
  const fuller = group.filter((other) => isFuller(other, stated));
  const fullest = fuller.filter((one) => !fuller.some((other) => isFuller(other, one)));
  if (fullest.length === 0) return { key: stated.key, how: 'itself' };
  return fullest.length === 1 ? { key: fullest[0]!.key, how: 'joined' } : { key: stated.key, how: 'ambiguous' };
}

/** True when `fuller` names the same place with more of the places around it, or one of them by its longer name; places in between may be left out. */
function isFuller(fuller: Stated, stated: Stated): boolean {
  return !fuller.assumed && covers(fuller.path, stated.path) && !covers(stated.path, fuller.path);
}

/** True when two paths of places can name one organisation: one of them says the other with more, or longer, names around it. */
export function mayBeOne(a: readonly string[], b: readonly string[]): boolean {
  return covers(a, b) || covers(b, a);
}

function covers(fuller: readonly string[], stated: readonly string[]): boolean {
  let at = fuller.length - 1;
  if (stated.length === 0 || fuller[at] !== stated[stated.length - 1]) return false;
  for (let i = stated.length - 2; i >= 0; i -= 1) {
    at -= 1;
    while (at >= 0 && !isSamePlace(fuller[at]!, stated[i]!)) at -= 1;
    if (at < 0) return false;
  }
  return true;
}

/** 沧源县 is what people call 沧源佤族自治县: the county's own name, then its peoples'. */
function isSamePlace(fuller: string, stated: string): boolean {
  if (fuller === stated) return true;
  const autonomous = /自治(?:县|旗|州|区)$/u.exec(fuller)?.[0];
  const level = autonomous?.slice(-1);
  const name = level !== undefined && stated.endsWith(level) ? stated.slice(0, -1) : '';
  return name.length >= 2 && fuller.startsWith(name) && fuller.slice(name.length, -autonomous!.length).endsWith('族');
}
