import { speaksForOthers, type Organisation, type ReportCard } from '../../index/mod.js';
import { countsThemAll } from './many-asked.js';
import type { Question } from './read.js';

/** Reports that are set against each other, and those that are about all of them together. */
export interface Units {
  readonly units: readonly ReportCard[];
  readonly whole: readonly ReportCard[];
}

/**
 * A county's report counts what its offices count: beside their reports it is no office among them, but all of them. Where governments are compared
 * with each other none of them lies in another, and each is a unit. Who is named by its own name is a unit in any case, and so is everybody where the
 * question counts as many as `inScope` are of.
 */
export function unitsAmong(question: Pick<Question, 'folded' | 'lang' | 'organisations'>, cards: readonly ReportCard[], inScope: readonly ReportCard[] = cards): Units {
  if (countsThemAll(question, inScope)) return { units: cards, whole: [] };
  const { organisations } = question;
  const named = new Set(organisations.flatMap(({ keys }) => (keys.length === 1 ? keys : [])));
  const places = new Set(cards.flatMap(({ org }) => aroundOf(org)));
  const isWhole = ({ org, orgKey }: ReportCard): boolean => speaksForOthers(org) && !named.has(orgKey) && places.has(org.path.join(' '));
  return { units: cards.filter((card) => !isWhole(card)), whole: cards.filter(isWhole) };
}

/** The paths of the places that an organisation lies in, outermost first. */
function aroundOf({ path }: Pick<Organisation, 'path'>): string[] {
  return path.slice(0, -1).map((_, i) => path.slice(0, i + 1).join(' '));
}
