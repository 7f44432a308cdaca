import { fold, lexicon, type ConceptId } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { countsThingsThemselves, familyOf, isMoney, unitFor } from '../language/unit-families.js';
import { namesOneBody } from './bodies-joined.js';
import type { Candidate } from './candidates.js';
import type { Fit } from './explain.js';
import { isPlace } from './kind-counted.js';
import type { Wanted } from './ranking.js';

/**
 * True for a stated figure one word of which, or one word of the question, makes it a number of something else: what each of several has (各设1个),
 * what was got back of a loss, a score that others gave, a mean of days where one of places is asked, another change of state, what is still owed.
 */
export function isOfAnotherSide(wanted: Wanted, { facets, figures: [figure], subtotal }: Candidate, fit: Fit): boolean {
  if (figure.trust !== 'stated' || subtotal !== null) return false;
  const { terms, text = '', counter } = wanted;
  const asks = (concept: ConceptId): boolean => terms.some((term) => term.concept === concept);
  const label = `${facets.inheritedText} ${facets.ownText}`;
  const isSaid = (words: readonly string[]): boolean => words.some((word) => text.includes(word)) || (wanted.inEnglish === true && facets.own.some((facet, i) => fit.used.has(i) && words.some((word) => facet.text.includes(word))));
  const saidOnlyThere = (words: readonly string[]): boolean => words.some((word) => label.includes(word)) && !isSaid(words);
  const { becomes, failing, isNot, ofEach, ofEachOne, ofOne, passed, recovering } = labelCues();
  const unit = figure.quantity.unit;
  if (figure.labels.some((one) => namesOneBody(text, fold(one).text))) return true;
  // 通过保密审查的几条: what was put to it has not all passed.
  if (passed.test(text) && !passed.test(label.replaceAll(' ', ''))) return true;
  if (ofEachOne.some((word) => label.includes(word)) && !ofEach.some((word) => text.includes(word))) return true;
  // 不是网上留言的几条: what denies something else tells nothing of it. 超期公示11件 are not all that was made public.
  if (wanted.cues.size > 0 && isNot.test(text) && !isNot.test(label)) return true;
  if (figure.stat === 'count' && saidOnlyThere(failing)) return true;
  if (asksForPlaces(wanted) && OF_THEIR_OWN.includes(familyOf(unit))) return true;
  // 每期印1500份: what one issue has is not what was printed.
  if (wanted.inEnglish !== true && figure.labels.some((one) => ofOne.test(fold(one).text)) && !isSaid(ofEach) && !isSaid(ofEachOne)) return true;
  if (isMoney(unit) && saidOnlyThere(recovering)) return true;
  if (familyOf(unit) === 'score' && terms.some((term) => term.concept === MASSES && !fit.explained.has(term))) return true;
  if (figure.stat === 'change' && unit !== null && labelCues().placeUnits.includes(unit) && asks(SCORE) && !asks(PLACE)) return true;
  if (isMoney(unit) && figure.quantity.value !== '0' && terms.some((term) => term.concept === COLLECTED && !fit.explained.has(term))) return true;
  if (counter === unitFor('matter') && asks(MATTER) && unit !== null && unit !== counter && !countsThingsThemselves(unit) && !label.includes(counter!)) return !facets.own.some(({ concepts }) => concepts.includes(MATTER));
  // 政务服务窗口进驻事项72项: 进驻窗口几个 asks for no matters.
  const last = facets.own.at(-1);
  if (counter === unitFor('thing') && unit === unitFor('matter') && last?.concepts.includes(MATTER) === true && !asks(MATTER)) return true;
  const [asked, said] = [text, facets.ownText.replaceAll(' ', '')].map((one) => becomes.exec(one));
  return asked != null && said != null && !endAlike(behind(asked), behind(said));
}

/** 抽查了几个村: asks for the places that are named right behind the counter. */
function asksForPlaces({ counter, counterEnd = null, terms }: Wanted): boolean {
  return counter === unitFor('thing') && terms.some(({ start, concept }) => start === counterEnd && concept !== null && isPlace(concept));
}

/** Families of units that say themselves whom they count. */
const OF_THEIR_OWN: readonly string[] = ['people', 'household'];

function behind({ 0: word, index, input }: RegExpExecArray): string {
  return input.slice(index + word.length);
}

/** 转为主动公开, 转为依申请公开: what something became, as far as both say it. */
function endAlike(asked: string, said: string): boolean {
  const [a, b] = [longestMeaning(asked), longestMeaning(said)];
  return a.length === 0 || b.length === 0 || a.some((concept) => b.includes(concept));
}

/** What the longest beginning that the lexicon knows means. */
function longestMeaning(text: string): readonly ConceptId[] {
  for (let end = Math.min(text.length, LONGEST); end > 1; end -= 1) {
    const meaning = lexicon().meaning('zh', text.slice(0, end));
    if (meaning !== undefined) return meaning;
  }
  return [];
}

/** UTF-16 units of the longest word that is looked for. */
const LONGEST = 8;
const MASSES: ConceptId = 'masses';
const SCORE: ConceptId = 'score';
const PLACE: ConceptId = 'place-in-rank';
const COLLECTED: ConceptId = 'actually-collected';
const MATTER: ConceptId = 'matter';
