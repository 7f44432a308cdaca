import type { ConceptId, ReportCard } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { nameWords } from '../language/name-words.js';
import { questionWords } from '../language/words.js';
import { fieldNames } from './organisation-names.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** Levels of government, by their concepts. */
export const LEVELS: readonly ConceptId[] = ['township-level', 'county-level', 'city-level', 'province-level'];

/** 乡里, 县级: a word for a level of government. */
export function isLevel({ concept }: Term): boolean {
  return concept !== null && LEVELS.includes(concept);
}

/** Below what tells figures apart: a figure that says it too still comes first. */
const HARDLY_TELLING = 0.3;

/**
 * Words for a level of government, read against whose report is asked. 全县 asked of a township's report is a word that its figures must say themselves;
 * 镇里 asked of a town's report may mean its own offices or nothing more than the report.
 */
export function withLevels(question: Question, reports: readonly ReportCard[]): Question {
  const levels = new Set(reports.map((card) => card.org.level as string));
  const words = questionWords(question.lang);
  const foreign = Object.entries(words.levels).flatMap(([level, names]) => (levels.has(level) || levels.has('unknown') ? [] : names.filter((name) => question.folded.includes(name) && !isOfLongerName(name, question))));
  const own = new Set(Object.entries(words.ownLevels).flatMap(([level, names]) => (levels.has(level) ? names : [])));
  const missing = foreign.map((text): Term => ({ text, start: question.folded.indexOf(text), end: question.folded.indexOf(text) + text.length, concept: null, weight: 1 }));
  const fields = question.folded.includes(nameWords().department) ? reports.flatMap(({ org }) => fieldNames(org)) : [];
  const saysWhose = (term: Term): boolean => term.weight > HARDLY_TELLING && (own.has(term.text) || isOfOwnMeans(term, question.terms, levels) || fields.some((name) => isWithin(name, term, question)));
  // As it is where it names no level: what was found out of a question is kept with it.
  if (missing.length === 0 && !question.terms.some(saysWhose)) return question;
  return { ...question, terms: [...question.terms.map((term) => (saysWhose(term) ? { ...term, weight: HARDLY_TELLING } : term)), ...missing] };
}

/** 县门户网站 asked of a county's report: whose website it is goes without saying. */
function isOfOwnMeans(term: Term, terms: readonly Term[], levels: ReadonlySet<string>): boolean {
  return isLevel(term) && levels.size === 1 && levels.has(term.concept!.slice(0, -'-level'.length)) && terms.some(({ concept, start }) => start === term.end && concept !== null && labelCues().channels.includes(concept));
}

/** 水利部门 asked of the 水利局: the office itself. */
function isWithin(name: string, { start, end }: Term, { folded }: Question): boolean {
  const at = folded.indexOf(name);
  return at >= 0 && at <= start && end <= at + name.length;
}

/** Did the county head attend: what a longer noun begins with is no level. */
function isOfLongerName(name: string, { folded, terms, organisations }: Question): boolean {
  const end = folded.indexOf(name) + name.length;
  return [...organisations, ...terms.filter(({ weight }) => weight >= NAMES_SOMETHING)].some((other) => other.start < end && end < other.end);
}

/** Weight from which a word names a thing: a county's government is the county. */
const NAMES_SOMETHING = 0.5;
