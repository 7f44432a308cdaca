import { fold, lexicon, type ConceptId } from '../../index/mod.js';
import type { Candidate } from './candidates.js';
import type { Facet } from './facets.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** A name in quotes with the words on both sides of it: 公众号“X”, “X”专区. */
const QUOTED = /(\p{Script=Han}*)“([^“”]{2,12})”(\p{Script=Han}*)/gu;
const QUOTED_AND_AFTER = /“([^“”]{2,12})”(\p{Script=Han}*)/gu;
const HAN_END = /\p{Script=Han}*$/u;
/** UTF-16 units before a name that are looked at: those of the longest kind, were each of its characters two. */
const MOST_BEFORE = 12;
/** Shorter names may be any two characters of a question. */
const SHORTEST_NAME = 3;
/** Weight from which a word says what a thing is. */
const NAMES_A_THING = 0.75;

/** What the things are that a report calls by a name in quotes: of 公众号“X” and “X”公众号, X is a 公众号. By the folded name; verbs beside a name say nothing of it. */
export function kindsOfNames(text: string, isVerb: (word: string) => boolean): ReadonlyMap<string, readonly ConceptId[]> {
  const kinds = new Map<string, ConceptId[]>();
  let behind = 0;
  for (const { 0: said, 1: quoted = '', 2: after = '', index } of text.matchAll(QUOTED_AND_AFTER)) {
    // Looked for from the mark back: to begin at every character of a report, as QUOTED does, takes ten times as long.
    const before = HAN_END.exec(text.slice(Math.max(behind, index - MOST_BEFORE), index))![0];
    behind = index + said.length;
    const name = fold(quoted).text;
    const surfaces = [...longest(before, (run, length) => run.slice(-length)), ...longest(after, (run, length) => run.slice(0, length))];
    const concepts = surfaces.flatMap((surface) => (isVerb(surface) ? [] : (lexicon().meaning('zh', surface) ?? []).filter((id) => (lexicon().concept(id)?.weight ?? 1) >= NAMES_A_THING)));
    if (concepts.length > 0) kinds.set(name, [...new Set([...(kinds.get(name) ?? []), ...concepts])]);
  }
  return kinds;
}

/** Characters of the longest word for what a thing is. */
const LONGEST_KIND = 6;

function longest(run: string, piece: (run: string, length: number) => string): string[] {
  for (let length = Math.min(run.length, LONGEST_KIND); length >= 2; length -= 1) {
    const surface = piece(run, length);
    if (lexicon().meaning('zh', surface) !== undefined) return [surface];
  }
  return [];
}

/** The kinds of the names that stand in any of `labels`. */
export function kindsIn(labels: readonly string[], kinds: ReadonlyMap<string, readonly ConceptId[]>): readonly ConceptId[] {
  if (kinds.size === 0) return NOTHING;
  return labels.flatMap((label) => (label.includes('“') ? [...fold(label).text.matchAll(QUOTED)].flatMap(([, , name = '']) => kinds.get(name) ?? NOTHING) : NOTHING));
}

const NOTHING: readonly ConceptId[] = [];

/** Facets of a folded label that says what its name in quotes is (公众号“苍岭三农”), the words of the name marked as such: they tell such things apart, and are no other thing. 好差评 of a “好差评”系统 that got so many 评价 is the thing itself, in another word. */
export function withNamesMarked(own: readonly Facet[], label: string): readonly Facet[] {
  const names = [...label.matchAll(QUOTED)].map(([, , name = '']) => name);
  const outside = label.replace(QUOTED, '$1 $3');
  const isOfName = ({ text }: Facet): boolean => text !== '' && names.some((name) => name.includes(text)) && !outside.includes(text);
  const said = new Set(own.flatMap((facet) => (isOfName(facet) ? [] : facet.concepts)));
  return own.map((facet) => (isOfName(facet) && !facet.concepts.some((concept) => said.has(concept)) ? { ...facet, ofName: true } : facet));
}

/** The candidates of a report are asked again and again. */
const namesOf = new WeakMap<readonly Candidate[], ReadonlySet<string>>();

function namesIn(candidates: readonly Candidate[]): ReadonlySet<string> {
  let names = namesOf.get(candidates);
  if (names === undefined) {
    names = new Set(candidates.flatMap(({ facets }) => (!facets.ownText.includes('“') ? [] : [...facets.ownText.matchAll(QUOTED)].map(([, , name = '']) => name))));
    namesOf.set(candidates, names);
  }
  return names;
}

const IN_QUOTES = /“([^“”]{2,12})”/gu;

/** True when the question says something that `text`, a report's own, has in quotes: a cheap look before its figures are read for it. */
export function saysWhatIsQuoted({ folded, lang }: Question, text: string): boolean {
  if (lang !== 'zh') return false;
  for (const [, quoted = ''] of text.matchAll(IN_QUOTES)) {
    const name = fold(quoted).text;
    if (name.length >= SHORTEST_NAME && folded.includes(name)) return true;
  }
  return false;
}

/** A question that says a name which a figure's label has in quotes means that name, not the words that it is made of. `reports`: the candidates of each report that is asked. */
export function withQuotedNames(question: Question, reports: readonly (readonly Candidate[])[]): Question {
  if (question.lang !== 'zh') return question;
  const names = new Set(reports.flatMap((candidates) => [...namesIn(candidates)]));
  const said = [...names].flatMap((name): Term[] => {
    const start = name.length < SHORTEST_NAME || lexicon().meaning('zh', name) !== undefined ? -1 : question.folded.indexOf(name);
    // 公众号“溪口镇”: the town's own name names the town.
    const named = question.organisations.some((mention) => mention.start <= start && start + name.length <= mention.end);
    return start < 0 || named ? [] : [{ text: name, start, end: start + name.length, concept: null, weight: 1 }];
  });
  if (said.length === 0) return question;
  const inside = (term: Term): boolean => said.some((name) => term.start < name.end && name.start < term.end);
  return { ...question, terms: [...question.terms.filter((term) => !inside(term)), ...said].sort((a, b) => a.start - b.start) };
}
