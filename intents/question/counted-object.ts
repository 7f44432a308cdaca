import { fold, lexicon, type ConceptId } from '../../index/mod.js';
import { earliestFit, fits } from '../language/cue-words.js';
import { labelCues } from '../language/label-cues.js';
import { reportWording } from '../language/report-wording.js';
import { countsThings, countsThingsThemselves, familyOf, isMoney, unitFor } from '../language/unit-families.js';
import type { Candidate } from './candidates.js';
import { isDeed } from './deeds.js';
import { isPlace, kindsOf } from './kind-counted.js';
import { saysLevelReached } from './level-reached.js';
import { SAID_IN_FULL, type Fit } from './explain.js';
import { needsNoSaying } from './object-unsaid.js';
import { DISTINGUISHING, NEGATION, means } from './strength.js';
import type { Facet } from './facets.js';
import { saysPieceOfThem, saysWhichOfThem } from './some-of-them.js';
import { namesOneRunTogether, namesOnlySome } from './one-of-several.js';
import type { Term } from './terms.js';

/** What a question says of the thing it counts. */
export interface Counted {
  readonly terms: readonly Term[];
  readonly counter: string | null;
  /** The folded question. */
  readonly text: string;
  /** Where the counter ends in the question: what begins there is what is counted (几块|公开屏); null when there is none. */
  readonly counterEnd: number | null;
  /** Tells verbs from other words; nothing is a verb where it is absent. */
  readonly isVerb?: (word: string) => boolean;
}

/** What a candidate's unit is, and how it suits the counter asked with. */
export interface CountedAs {
  readonly unit: string | null;
  readonly misfit: number;
  /** True when the sentence around the figure helped to explain it. */
  readonly around: boolean;
  /** True for the only figure of what was done, of which the question asks nothing else. */
  readonly sole: boolean;
}

/** How well everything asked must stand in the clause itself before people of another name count. */
const SAID_NEARBY = 0.7;
/** How far 个 is from the counters that it may stand for. */
const OF_ANY_THING = 0.03;
/** Own words left over from which a figure of people is about some of them. */
const ABOUT_SOME = 1;

/** False when a figure counts another thing than the question does, however well its words fit. */
export function countsWhatIsAsked(asked: Counted, candidate: Candidate, fit: Fit, { unit, misfit, around, sole }: CountedAs): boolean {
  const { facets, figures: [figure] } = candidate;
  const stated = figure.trust === 'stated';
  if (!stated) return !needsObject(asked.counter) || objectIsAsked(asked, facets, fit);
  if (around && saysNeighboursDeed(asked, facets, fit)) return false;
  if (tellsOtherDeed(asked.terms, facets, fit)) return false;
  if (asked.terms.some((term) => (term.concept !== null || term.gloss !== undefined) && term.weight >= DONE && !fit.explained.has(term) && saysWhichOfThem(term, asked))) return false;
  if (saysPieceOfThem(asked, facets.ownText) || countsItsDoer(asked, facets)) return false;
  if (saysNot(facets.own) && !asked.terms.some(deniesSomething)) return false;
  // 无超期答复: that there was none of some kind says nothing of all.
  if (figure.quantity.value === '0' && figure.quantity.unit === null && figure.metric === null && (saysWhichKind(asked.terms, facets, fit) || namesOnlyWhere(facets, figure.labels, fit))) return false;
  // 追回工资的有多少人 asks for people, whatever the clause calls them.
  const people = around && familyOf(asked.counter) === 'people' && familyOf(unit) === 'people' && fit.far >= SAID_NEARBY;
  if (namesOnlySome(asked, facets) || namesOneRunTogether(asked, facets) || joinsTwo(asked, facets) || namesAnotherThing(asked, facets, fit, people, figure.metric !== null) || asksForPlaces(asked, facets, fit)) return false;
  if (countsPeople(asked.counter) && onlyPeople(asked.terms) && (fit.surplus >= ABOUT_SOME || (fit.literal === 0 && fit.surplus >= SAID_IN_FULL))) return false;
  if (familyOf(asked.counter) === 'people' && (unit === null ? figure.quantity.value === '0' : familyOf(unit) !== 'people') && (countsPlaces(facets) || !namesPeople(facets))) return false;
  // 小区改造方案7个: 多少户 asks for no plans.
  if (familyOf(asked.counter) === 'household' && unit === unitFor('thing') && !namesHouseholds(facets)) return false;
  // 渔民有多少人 asks how many there are, not how often some of them came.
  if (familyOf(asked.counter) === 'people' && asked.counter !== unitFor('attendance') && unit === unitFor('attendance') && (labelCues().asksMembers.test(asked.text) || saysOtherDeed(asked.terms, fit) || !saysWhatWasDone(asked.terms))) return false;
  // 公开多少条 is asked: 推送文章几篇 is something narrower and counted otherwise.
  if (misfit > OF_ANY_THING && fit.narrowed && !isMoney(unit)) return false;
  if (figure.partOf !== null && standsForTotal(asked.terms, facets, fit)) return false;
  return people || sole || !(needsObject(asked.counter) || (misfit > 0 && countsThings(unit))) || objectIsAsked(asked, facets, fit);
}

/** Concepts and words that say nothing of which kind of these it is. */
function sayNothingOf(concepts: readonly ConceptId[]): readonly string[] {
  return concepts.flatMap((concept) => labelCues().goesWithoutSaying[concept] ?? []);
}

/** 收费 of 收取 and 费用: concepts of the question that no label says alone and several say together. */
export function saidTogether(terms: Iterable<Term>, measures: ReadonlySet<ConceptId>): ConceptId[] {
  return [...terms].flatMap(({ concept }) => (concept !== null && measures.has(concept) && labelCues().together.some(({ means: one }) => one === concept) ? [concept] : []));
}

/** 32所学校，其中小学23所: the total says 学校 itself, so that the part answers for no more than 小学. */
function standsForTotal(terms: readonly Term[], { own, ownText, inheritedText }: Candidate['facets'], { narrowed, used }: Fit): boolean {
  const telling = terms.filter((term) => term.weight >= DISTINGUISHING);
  // 解读里短视频几篇 names the part itself.
  if (!narrowed || telling.some((term) => ownText.includes(term.text) || own.some(({ concepts }) => concepts[0] === term.concept))) return false;
  const says = (term: Term): boolean => own.some((facet, i) => used.has(i) && means(term, facet));
  return telling.some((term) => term.concept !== null && inheritedText.includes(term.text) && says(term));
}

/** 网站未发生泄密事件: 网站几条 asks for something else that the website might have none of. */
function namesOnlyWhere({ own }: Candidate['facets'], [where = '', ...what]: readonly string[], fit: Fit): boolean {
  const telling = own.flatMap((facet, i) => (facet.weight >= DISTINGUISHING && facet.text !== '' ? [{ text: facet.text, isUsed: fit.used.has(i) }] : []));
  const isOfWhat = (text: string): boolean => what.some((label) => fold(label).text.includes(text));
  const used = telling.filter(({ isUsed }) => isUsed);
  return used.length > 0 && used.every(({ text }) => fold(where).text.includes(text) && !isOfWhat(text)) && telling.some(({ isUsed, text }) => !isUsed && isOfWhat(text));
}

/**
 * True where the denied thing is another than the one asked for (网上申请 is no 申请 of all kinds), or a telling word before it, which the question
 * leaves unsaid, says which kind it is; of a request that it asks to make public says nothing.
 */
function saysWhichKind(terms: readonly Term[], { own, measures }: Candidate['facets'], fit: Fit): boolean {
  const object = own.findLastIndex((facet) => facet.weight > 0);
  if (object < 0) return false;
  // 收取费用: its words say together what is asked for in one.
  const together = saidTogether(terms, measures);
  // 行政复议申请: that it was asked for says nothing of the dispute.
  const goesAlong = own.some((facet, i) => fit.used.has(i) && sayNothingOf(facet.concepts).some((word) => own[object]!.concepts.includes(word)));
  if (!fit.used.has(object) && together.length === 0 && !goesAlong) return own[object]!.weight >= DISTINGUISHING;
  const unsaid = new Set(sayNothingOf([...together, ...own[object]!.concepts]));
  return own.some((facet, i) => i < object && facet.weight >= DISTINGUISHING && facet.text !== '' && !fit.used.has(i) && ![...facet.concepts, facet.text].some((word) => unsaid.has(word)));
}

/** 2个分中心: 几个人 does not ask for what is a place. */
function countsPlaces({ own, counted }: Candidate['facets']): boolean {
  const object = own.findLast((facet) => facet.weight >= DISTINGUISHING);
  const behind = own.find((facet) => facet.text !== '' && counted.startsWith(facet.text));
  return [behind, object].some((facet) => facet !== undefined && facet.concepts.some((concept) => kindsOf(concept).includes('places')));
}

/** 38个项目 are nobody; 3个代办员 are. */
function namesPeople({ own, counted }: Candidate['facets']): boolean {
  const { people } = labelCues();
  return own.some((facet) => facet.concepts.some((concept) => kindsOf(concept).includes('people')) || fits(people, facet.text)) || fits(people, counted);
}

/** 2个商铺 and 3个农户 may be counted by households; 7个方案 may not. */
function namesHouseholds({ own, counted }: Candidate['facets']): boolean {
  const { households } = labelCues();
  return own.some((facet) => facet.concepts.some((concept) => kindsOf(concept).includes('households')) || fits(households, facet.text)) || fits(households, counted);
}

function needsObject(counter: string | null): boolean {
  return countsThingsThemselves(counter) || isMoney(counter);
}

/** 村站有几个 asks for stations, not for what stations handled: the last telling word of a label, its object, or the noun right behind the number must be among those asked for. */
function objectIsAsked(asked: Counted, facets: Candidate['facets'], fit: Fit): boolean {
  const { counter } = asked;
  // 工作经费, 救助金: whoever asks how much money need not say that it was money, where the label says for what; 立案多少元 asks for no 罚没款.
  const saysForWhat = facets.own.some(({ weight, text }, i) => weight >= DISTINGUISHING && fit.used.has(i) && !fits(labelCues().costs, text));
  const object = facets.own.findLastIndex((facet, i) => facet.weight >= DISTINGUISHING && facet.ofName !== true && !saysLevelReached(facet, facets) && !saysUnitAgain(facet, facets.measures) && !(saysForWhat && isMoney(counter) && !fit.used.has(i) && fits(labelCues().costs, facet.text)));
  const behind = facets.own.some((facet, i) => fit.used.has(i) && facet.text !== '' && facets.counted.startsWith(facet.text));
  return object < 0 || fit.used.has(object) || facets.implied.size > 0 || behind || saidTogether(fit.explained, facets.measures).length > 0 || handledBy(facets, fit, object) || needsNoSaying(asked, facets.own, fit, object);
}

/** 惠农补贴资金186万元: 资金 says again what the unit says; 农户310户 says no more of a village. */
function saysUnitAgain({ concepts }: Facet, measures: ReadonlySet<ConceptId>): boolean {
  const again = [...measures, ...sayNothingOf([...measures])];
  return concepts.some((concept) => again.includes(concept));
}

/** What the village stations handled names the 村为民服务站 in part only; with what they did it is told from the stations themselves. */
function handledBy({ own }: Candidate['facets'], fit: Fit, object: number): boolean {
  const says = (facet: Facet, i: number): boolean => fit.used.has(i) && facet.text === own[object]!.text;
  return own.some(says) && own.some((facet, i) => i > object && facet.weight >= DONE && facet.weight < DISTINGUISHING && fit.used.has(i));
}

/** Weight from which a word says what was done. */
const DONE = 0.3;

/** True for a label that counts what was not done (未设公开专栏). */
function saysNot(own: readonly Facet[]): boolean {
  return own.some((facet) => facet.concepts.includes(NEGATION));
}

function deniesSomething(term: Term): boolean {
  return term.concept === NEGATION || labelCues().lacking.some((word) => term.text.includes(word));
}

/** Hospitals and health centres: two things joined in the question are counted together, not by a figure that says one of them. */
function joinsTwo({ terms, text }: Counted, { own, ownText }: Candidate['facets']): boolean {
  const telling = terms.filter((term) => term.weight >= DISTINGUISHING);
  const explaining = (term: Term): number[] => own.flatMap((facet, i) => (means(term, facet) ? [i] : []));
  return telling.some((term, i) => {
    const next = telling[i + 1];
    if (next === undefined || next.start <= term.end || !fits(labelCues().joins, text.slice(term.end, next.start))) return false;
    // 宣布失效和废止: the label itself joins the two.
    if ([term, next].every((one) => ownText.includes(one.text))) return false;
    const [left, right] = [explaining(term), explaining(next)];
    return left.length > 0 && left.length === right.length && left.every((at, k) => at === right[k]);
  });
}

/** 几块公开屏 is asked and the report says 6个社区卫生服务站: the noun behind the counter there and the noun behind the number here are two things. */
function namesAnotherThing({ terms, counter, counterEnd, isVerb }: Counted, facets: Candidate['facets'], fit: Fit, people: boolean, known: boolean): boolean {
  const at = nounBehind(facets, fit, isVerb);
  const noun = facets.own[at];
  if (noun !== undefined && needsObject(counter) && !known && !people && (!fit.used.has(at) || qualified(facets, fit, at))) return true;
  const asked = counterEnd === null ? [] : terms.filter((term) => term.start === counterEnd && term.weight >= DISTINGUISHING);
  return noun !== undefined && asked.length > 0 && !asked.some((term) => means(term, noun));
}

/** 咨询热线接了多少个电话 of 咨询热线3部: the label says what did it, and what was counted only by being something of that kind. */
function countsItsDoer({ terms, counterEnd }: Counted, { own }: Candidate['facets']): boolean {
  const thing = terms.find(({ start, weight }) => start === counterEnd && weight >= DISTINGUISHING);
  const saying = thing === undefined ? [] : own.filter((facet) => means(thing, facet));
  const isDoer = ({ concepts, text }: Facet): boolean => !concepts.includes(thing!.concept!) && !text.includes(thing!.text) && terms.some((term) => term !== thing && (term.concept === null ? text !== '' && term.text.includes(text) : concepts.includes(term.concept)));
  return saying.length > 0 && saying.every(isDoer);
}

/** 一事一议项目涉及几个村 of 村级一事一议项目12个: whose things they are counts no villages. */
function asksForPlaces({ terms, counterEnd }: Counted, { own, counted }: Candidate['facets'], { used }: Fit): boolean {
  const place = terms.find(({ start, concept }) => start === counterEnd && concept !== null && isPlace(concept));
  const object = own.findLastIndex(({ text, weight }) => weight >= DISTINGUISHING && text !== '');
  const isSaidBehind = own.some(({ text, weight }) => weight >= DISTINGUISHING && text !== '' && counted.startsWith(text));
  if (place === undefined || object < 0 || !used.has(object) || isSaidBehind || terms.some(({ start }) => start === place.end)) return false;
  return !means(place, own[object]!) && own.some((facet, i) => i < object && means(place, facet));
}

/**
 * Which facet is the noun behind the number: the first that tells anything or, where the question does not say that one, the last of those that make it up
 * (38个|专项资金|项目|开展绩效评价); -1 where a deed stands there or nothing that tells anything.
 */
function nounBehind({ own, counted }: Candidate['facets'], { used }: Fit, isVerb: (word: string) => boolean = () => false): number {
  const isNoun = ({ concepts, text, weight }: Facet): boolean => text !== '' && weight >= DISTINGUISHING && !concepts.some(isDeed) && !(concepts.length === 0 && isVerb(text));
  const first = own.findIndex((facet) => facet.text !== '' && facet.weight >= DISTINGUISHING && counted.startsWith(facet.text));
  if (first < 0 || used.has(first)) return first;
  if (!isNoun(own[first]!)) return -1;
  let head = first;
  for (let end = own[head]!.text.length; head + 1 < own.length && isNoun(own[head + 1]!) && counted.startsWith(own[head + 1]!.text, end); head += 1) end += own[head + 1]!.text.length;
  return head;
}

/** 3个公示栏更新超期: what else stands behind the noun says which ones are counted. */
function qualified({ own, counted }: Candidate['facets'], fit: Fit, noun: number): boolean {
  // 52家单位考核中位列第9: 考核中 says when, not which.
  const all = /^\p{Script=Han}*/u.exec(counted)?.[0] ?? '';
  const ranking = earliestFit(reportWording().inRanking, all);
  const run = ranking === null ? all : all.slice(0, Math.max(0, ranking.index - RANKED_BY));
  if (sayWhatWasDoneTo(own, fit, noun)) return false;
  return own.some((facet, i) => i > noun && facet.weight >= DISTINGUISHING && facet.text !== '' && !fit.used.has(i) && run.includes(facet.text));
}

/** 对32所学校开展校务公开检查: behind the word for carrying out stands what was done to them, and not which ones they are, where the question says that it was. */
function sayWhatWasDoneTo(own: readonly Facet[], fit: Fit, noun: number): boolean {
  const verb = own.findIndex((facet, i) => i > noun && facet.concepts.includes(CARRIED_OUT));
  return verb === noun + 1 && own.some((facet, i) => i > verb && fit.used.has(i) && facet.weight >= DISTINGUISHING && facet.concepts.some(isDeed));
}

const CARRIED_OUT: ConceptId = 'carry-out';

/** Characters of a word for what ranks (考核|中位列). */
const RANKED_BY = 2;

/** False for 几场, 几件, which people hold or bring. */
function countsPeople(counter: string | null): boolean {
  return counter === null || familyOf(counter) === 'people' || countsThingsThemselves(counter);
}

/** 信息员换了几个人: a deed that nothing of the figure tells. */
function saysOtherDeed(terms: readonly Term[], fit: Fit): boolean {
  return terms.some((term) => term.weight > 0 && term.weight < DISTINGUISHING && !fit.explained.has(term) && (term.concept === null || (lexicon().concept(term.concept)?.isAction ?? false)));
}

/** 县政府办公室收到几件: 县政府办公室制发规范性文件9件 says another deed of a thing that the question does not name. */
function tellsOtherDeed(terms: readonly Term[], { own }: Candidate['facets'], { explained, used }: Fit): boolean {
  const deeds = terms.filter(({ concept, weight }) => weight >= DONE && isDeed(concept));
  const object = own.findLastIndex(({ weight }) => weight >= DISTINGUISHING);
  if (deeds.length === 0 || object < 0 || used.has(object) || deeds.some((term) => explained.has(term))) return false;
  return own.some((facet, i) => !used.has(i) && i !== object && facet.concepts.some(isDeed));
}

/** 编发通报4期，约谈单位2家: a figure that says what was done itself answers no question for what its sentence says was done elsewhere. */
function saysNeighboursDeed({ terms, counter }: Counted, facets: Candidate['facets'], fit: Fit): boolean {
  const here = facets.around?.(counter !== null)?.clause.facets ?? [];
  const elsewhere = (term: Term): boolean => term.weight >= DISTINGUISHING && isDeed(term.concept) && ![...facets.own, ...facets.inherited, ...here].some((facet) => means(term, facet));
  return terms.some(elsewhere) && facets.own.some((facet, i) => !fit.used.has(i) && facet.weight >= DISTINGUISHING && facet.concepts.some(isDeed));
}

/** False for a bare name of people. */
function saysWhatWasDone(terms: readonly Term[]): boolean {
  return terms.filter((term) => term.weight > 0 && term.concept !== TOTAL).length > 1 || terms.some((term) => term.weight > 0 && term.concept !== null && term.concept !== TOTAL && !isPerson(term) && !kindsOf(term.concept).includes('people'));
}

const TOTAL: ConceptId = 'total';

/** True for a word for people, by the lexicon or by what it may stand for. */
export function isPerson(term: Term): boolean {
  if (term.gloss?.kinds.includes('people') === true) return true;
  return term.concept === 'person' || (term.concept !== null && (lexicon().concept(term.concept)?.broader.includes('person') ?? false));
}

const FOLLOWER: ConceptId = 'follower';

/** How many employees does the bureau have: asks for all of them, not for those who did something. */
function onlyPeople(terms: readonly Term[]): boolean {
  // 全市有多少职工: the whole of a place says which ones no more than 有 does.
  const isPlace = (term: Term): boolean => terms.some((other) => other.concept === 'self' && other.start === term.start);
  const telling = terms.filter((term) => term.weight >= DISTINGUISHING && !isPlace(term));
  // 粉丝多少: followers are always those of some account, which the label names.
  return telling.length > 0 && telling.every(isPerson) && !telling.some(({ concept }) => concept === FOLLOWER);
}
