import type { ConceptId, ReportCard } from '../../index/mod.js';
import type { Draft } from '../answer/answer.js';
import { nameWords } from '../language/name-words.js';
import { placeNames, stemOf } from './organisation-names.js';
import type { Question } from './read.js';

/**
 * The place that a question names and of which the one report held below it is no report: 沅浦县收到多少申请, where only the
 * county's water bureau is held (of the years asked for), asks for the county's. `held`: the reports in scope. Null where an organisation is named itself, where the place holds
 * several of those held (their figures are shown side by side), where it is called by its name alone (沅浦 is what people call
 * whatever of it they know), and where none was named.
 */
export function onlyPlaceAbove({ organisations }: Question, held: readonly ReportCard[]): string | null {
  const [first, ...others] = organisations;
  if (first === undefined || first.guessed || others.length > 0 || stemOf(first.text) === first.text) return null;
  const wanted = new Set(first.keys);
  const [card, ...more] = held.filter(({ orgKey }) => wanted.has(orgKey));
  if (card === undefined || more.some(({ orgKey }) => orgKey !== card.orgKey)) return null;
  const { name, path } = card.org;
  const above = path.slice(0, -1).flatMap(placeNames);
  const own = [name, ...path.slice(-1)].flatMap(placeNames);
  return above.includes(first.text) && !own.includes(first.text) ? first.text : null;
}

/** What every report tells of the office whose it is. */
const OF_EVERY_OFFICE: readonly ConceptId[] = ['request', 'ogi', 'publish', 'website', 'wechat', 'weibo', 'new-media', 'account', 'review', 'litigation', 'group'];

/**
 * True for an answer that the office below a place may give for it: what only that office does (抽检不合格几批). Not for what every report
 * tells of its own office (requests, what was published), nor for a township, which is a part of the county and no office of it.
 */
export function isOwnBusiness({ folded, terms }: Question, reports: readonly ReportCard[], draft: Pick<Draft, 'status' | 'rows'> | null): boolean {
  const [row, ...others] = draft?.rows ?? [];
  if (nameWords().ownGovernment.test(folded) || terms.some(({ concept }) => concept !== null && OF_EVERY_OFFICE.includes(concept))) return false;
  return draft?.status === 'answered' && row !== undefined && [row, ...others].every(({ metric }) => metric === null) && reports.every(({ org }) => org.level === 'department');
}
