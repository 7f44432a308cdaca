import type { Organisation, ReportCard } from '../../index/mod.js';
import { nameWords } from '../language/name-words.js';
import { placeNames } from './organisation-names.js';
import type { OrganisationMention } from './organisation.js';
import type { Question } from './read.js';

/** The county that an organisation lies in, as its report writes it; null of a county itself, and where the report does not say. */
export function countyOf({ path }: Pick<Organisation, 'path'>): string | null {
  return path.slice(0, -1).findLast((place) => nameWords().countyEnd.test(place)) ?? null;
}

/** The counties that reports come from, the one with most of them first; what no report says counts for none. */
export function countiesOf(cards: readonly ReportCard[]): string[] {
  const counts = new Map<string, number>();
  for (const { org } of cards) {
    const county = countyOf(org);
    if (county !== null) counts.set(county, (counts.get(county) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([county]) => county);
}

/** True when a mention is of the place that all it may mean lie in: 岚漪县 of 岚漪县各乡镇. */
export function isPlaceAround({ keys, text }: OrganisationMention, cards: readonly ReportCard[]): boolean {
  // A county's name may mean thousands.
  const wanted = new Set(keys);
  return cards.filter(({ orgKey }) => wanted.has(orgKey)).some(({ org }) => org.path.slice(0, -1).some((place) => placeNames(place).includes(text)));
}

/** True when a question calls two organisations by the one short name that both have, and by nothing else: 石泉镇 of two counties. */
export function sharesAName({ organisations }: Question, cards: readonly ReportCard[]): boolean {
  return organisations.some((mention) => new Set(cards.flatMap(({ orgKey }) => (mention.keys.includes(orgKey) ? [orgKey] : []))).size > 1 && !isPlaceAround(mention, cards) && organisations.every(({ keys }) => mention.keys.every((key) => keys.includes(key)) || !keys.some((key) => mention.keys.includes(key))));
}

/** The organisations that a question names, each mention once whatever it may mean. */
export function mentionsApart({ organisations }: Pick<Question, 'organisations'>): readonly OrganisationMention[] {
  return [...new Map(organisations.map((mention) => [mention.keys.join(' '), mention])).values()];
}

/** The name that a question calls an organisation by, where that says more than its short one (岚漪县人民政府 beside 岚漪县); else the short one. */
export function nameAsked({ organisations }: Pick<Question, 'organisations'>, { org, orgKey }: ReportCard): string {
  const called = organisations.find(({ keys, text }) => keys.length === 1 && keys[0] === orgKey && text.length > org.name.length && org.fullName.endsWith(text));
  return called?.text ?? org.name;
}
