import { asksForLevel, fold, lexicon, type ConceptId } from '../../index/mod.js';
import { countsOn, saysAllYears, sumsOneYear } from './accumulated.js';
import { unitOf, type Candidate } from './candidates.js';
import { isDeed, isDone } from './deeds.js';
import { type Fit } from './explain.js';
import { DISTINGUISHING, means, namesMetric, NEGATION } from './strength.js';
import type { Facet, Facets } from './facets.js';
import { calculations } from '../language/calculations.js';
import { labelCues } from '../language/label-cues.js';
import { familyOf, unitFor } from '../language/unit-families.js';
import { couldOnlyOneOf, tellsWhatFailed } from './could-not.js';
import { longestMention } from './cue.js';
import { questionWords } from '../language/words.js';
import { saysLevelReached } from './level-reached.js';
import { asksForOneOfJoined } from './one-of-joined.js';
import { countsKind, namesMoreThanColumn, OF_CELLS } from './kind-counted.js';
import type { Wanted } from './ranking.js';
import { isDisputeUnasked, isDocumentsUnasked, isRequestsForInformation, isRequestsUnasked } from './requests-unasked.js';
import type { Term } from './terms.js';
import { isOfYearAsked } from './year-of-figure.js';

/** What of a question is held against every candidate, read once. */
export interface AskedOf {
  readonly concepts: ReadonlySet<string>;
}

/** False for a figure of another year, of another statistic or of another kind of thing than the question asks for, whatever its words. */
export function mayAnswer(wanted: Wanted, asked: AskedOf, candidate: Candidate): boolean {
  return (!candidate.accumulated || says(asked, 'total', 'all-years') || saysAllYears(wanted.text ?? '')) && !sumsOneYear(wanted.text ?? '', candidate) && statFits(wanted, asked, candidate) && isOfKind(wanted, candidate) && !isOfOtherThing(wanted.terms, candidate) && !isDisputeUnasked(wanted.terms, candidate) && !isDocumentsUnasked(wanted.terms, candidate) && !isRequestsForInformation(wanted, candidate) && !isRequestsUnasked(wanted, candidate) && !isStockOfLastYear(wanted, candidate) && !(wanted.counter === unitFor('matter') && isDecisions(candidate) && !says(asked, ...DECIDED)) && !(says(asked, PLACE_IN_RANK) && !isPlace(candidate));
}

/** 全年164条里转发占七成: what some of them are is not said of all, though it stands right behind the number. */
function isWholeOfThose(terms: readonly Term[], { counted, ownText, inheritedText }: Candidate['facets']): boolean {
  const part = labelCues().outOfThem.exec(counted)?.groups?.['part'];
  return part !== undefined && terms.some(({ text, weight }) => weight > 0 && part.includes(text) && !ownText.includes(text) && !inheritedText.includes(text));
}

/** 考核第几 asks for a place in a rank, which 16个镇街 is not. */
function isPlace({ figures: [{ quantity, trust }] }: Candidate): boolean {
  return trust === 'stated' && (quantity.unit === null || labelCues().placeUnits.includes(quantity.unit));
}

const PLACE_IN_RANK: ConceptId = 'place-in-rank';

/** 没办结的事件几件: the table of requests counts no events that are named beside. */
function isOfOtherThing(terms: readonly Term[], { figures: [{ metric, trust }] }: Candidate): boolean {
  return trust !== 'stated' && metric !== null && metric.startsWith('req.') && terms.some(({ concept }) => concept === 'matter') && !terms.some(({ concept }) => concept === 'request' || concept === 'information');
}

/** 许可项目现在几项: those of last year's list are not those that there are now, nor are those by which it has changed. */
function isStockOfLastYear({ cues, text = '', inEnglish = false }: Wanted, { facets, figures: [{ trust }] }: Candidate): boolean {
  return trust !== 'stated' && facets.stock && !cues.has('change') && longestMention(text, questionWords(inEnglish ? 'en' : 'zh').now, inEnglish ? 'en' : 'zh') !== null;
}

/** 行政处罚几项 asks how many items the list has, which is not how many decisions were made. */
function isDecisions({ figures: [{ metric, trust }] }: Candidate): boolean {
  return trust !== 'stated' && metric !== null && metric.endsWith('.decisions');
}

const DECIDED: readonly ConceptId[] = ['decisions', 'closed', 'handle'];

/** How many residents got vaccinated: a number of text messages about it counts no residents. */
function isOfKind({ kind = null, terms }: Wanted, candidate: Candidate): boolean {
  if (kind === null) return true;
  const [{ trust }] = candidate.figures;
  return trust === 'stated' ? countsKind(kind, unitOf(candidate)) : countsKind(kind, OF_CELLS) || namesMoreThanColumn(kind.head, terms, candidate);
}

/** 新开通的视频号发布短视频48个: what was added is who did it; what was done by it is counted. */
function saysWhichAdded({ own }: Facets): boolean {
  const added = own.findIndex(({ concepts }) => concepts.includes(ADDED));
  const isDeed = ({ concepts }: Facet): boolean => concepts.some((concept) => lexicon().concept(concept)?.isAction ?? false) || concepts.some((concept) => labelCues().publishing.includes(concept));
  const deed = own.findIndex((facet, i) => i > added + 1 && isDeed(facet));
  return added >= 0 && deed > 0 && own.slice(added + 1, deed).some(({ weight, text }) => weight >= DISTINGUISHING && text !== '') && own.slice(deed + 1).some(({ weight, text }) => weight >= DISTINGUISHING && text !== '');
}

/**
 * True for a figure whose own label says what makes it another number than the one asked for: what was meant is not what was done, what came on top
 * not what there is, and a rate with a name of its own (离柜率) not the share of the thing named in it.
 */
export function saysOtherwise(wanted: Wanted, candidate: Candidate, fit: Fit): boolean {
  const { facets, figures: [figure] } = candidate;
  const { terms, text = '', inEnglish = false } = wanted;
  if (figure.trust !== 'stated' || terms.some((term) => namesMetric(term, facets))) return false;
  const labelled = (concept: ConceptId): boolean => facets.own.some(({ concepts, weight }, i) => weight > 0 && !fit.used.has(i) && concepts.includes(concept));
  if (labelled(INTENDED) || isOnlyMeant(wanted, facets, figure.labels, fit) || (meansToDo(terms) && !saysWhatIsMeant(facets))) return true;
  if (labelled(ADDED) && terms.every((term) => isThing(term, facets.ownText)) && !saysWhichAdded(facets)) return true;
  if (terms.every(isBareThing) && cameOrWent(text, figure.labels)) return true;
  if (!RELATIVE.has(figure.stat) && figure.stat !== 'change' && figure.stat !== 'average' && terms.some((term) => term.concept === ADDED) && !saysAny(facets, ADDED, INCREASE, SET_UP) && !(inEnglish && facets.ownText.includes(NEW))) return true;
  if (figure.stat === 'count' && asksHowMuchMoved(terms, text) && facets.own.some((facet) => saysLevelReached(facet, facets))) return true;
  if (figure.stat === 'change' && isOfNothingAsked(terms, fit)) return true;
  // 占几分 asks what something counts for in a score, 得几分 what it got.
  if (familyOf(figure.quantity.unit) === 'score' && labelled(SHARE) !== (!inEnglish && labelCues().partOfScore.test(text))) return true;
  if (isNoneOfAnotherDeed(wanted, figure, fit)) return true;
  if (inEnglish && saysAllYears(text) && !countsOn(candidate)) return true;
  if (isBounded(terms, text, facets) || isFirstOfThem(text, facets) || isWholeOfThose(terms, facets)) return true;
  const named = facets.own.findLastIndex((facet) => NAMED_RATE.test(facet.text));
  if (RELATIVE.has(figure.stat) && named >= 0 && !fit.used.has(named) && (terms.some((term) => term.concept === SHARE) || !asksForShare(wanted, facets.own[named]!))) return true;
  if (inEnglish && RELATIVE.has(figure.stat) && named >= 0 && !namesRate(wanted, facets.own[named]!)) return true;
  if (asksForOneOfJoined(text, facets)) return true;
  if (inEnglish && !terms.some(({ concept }) => concept === NEGATION) && facets.own.some(({ text: word }, i) => fit.used.has(i) && isOnlyDenied(word, facets.ownText))) return true;
  return couldOnlyOneOf(text, facets.ownText) || (!inEnglish && tellsWhatFailed(facets.ownText, text)) || terms.some((term) => isDeniedInLabel(term, text, facets.ownText));
}

/** 新添置查询机1台, 关停微博账号1个: 查询机几台 asks how many there are, and neither how many came nor how many went. */
function cameOrWent(text: string, labels: readonly string[]): boolean {
  const isSaid = (word: string): boolean => [...word].some((character) => text.includes(character));
  return labels.some((label) => {
    const said = fold(label).text;
    return labelCues().cameOrWent.some((word) => said.startsWith(word) && !isSaid(word));
  });
}

/** False for what may say that something was done. */
function isBareThing({ concept, gloss, weight }: Term): boolean {
  return weight === 0 || (weight >= DISTINGUISHING && !isDone(concept) && gloss?.isDeed !== true) || concept === TOTAL;
}

const TOTAL: ConceptId = 'total';

/** 视频类为零: how many times they were shown is not told by there being none of them, where the number has no counter and the deed is not said. */
function isNoneOfAnotherDeed({ terms, counter }: Wanted, { quantity: { unit, value } }: Candidate['figures'][0], { explained }: Fit): boolean {
  if (unit !== null || value !== '0' || counter === null || familyOf(counter) === 'things') return false;
  return terms.some((term) => isDeed(term.concept) && term.weight >= SAYS_A_DEED && !explained.has(term));
}

/** Weight from which a deed is more than that there was something (发生). */
const SAYS_A_DEED = 0.3;

/** 拟废止3件，实际废止2件: what was meant is not what was done; of what is meant to be open (拟公开的625条作保密审查) something else was done. */
function isOnlyMeant({ terms, text = '' }: Wanted, { own }: Candidate['facets'], labels: readonly string[], { used }: Fit): boolean {
  const { intends, intendsWithin } = labelCues();
  const at = labels.findIndex((label) => intends.includes(label));
  // 拟聘用教师264名: the label itself says of its verb that it is only meant.
  const within = labels.map((label) => fold(label).text).find((label) => intendsWithin.test(label)) ?? '';
  const meant = at < 0 ? within.replace(intendsWithin, '') : fold(labels[at + 1] ?? '').text;
  const i = own.findIndex((facet) => facet.text !== '' && meant.startsWith(facet.text));
  const isDeedUnsaid = ({ concept }: Term): boolean => isDeed(concept) && !own.some(({ concepts }) => concepts.includes(concept!));
  if (at < 0 && within !== '' && terms.some(isDeedUnsaid)) return true;
  if (i < 0 || intends.some((word) => text.includes(word)) || terms.some(({ concept }) => concept === INTENDED)) return false;
  return used.has(i) && !own.some(({ concepts }, k) => k > i && used.has(k) && isDone(concepts[0] ?? null));
}

/** 计划公开多少条: what is meant to be done; 营养改善计划公示多少 tells of a plan that has a name. */
function meansToDo(terms: readonly Term[]): boolean {
  const isNamed = (at: number): boolean => terms.some(({ end, weight }) => end === at && weight > 0);
  return terms.some(({ concept, start, end }) => concept === INTENDED && !isNamed(start) && terms.some((next) => next.start === end && isDone(next.concept)));
}

/** False where a label says 计划 of a kind of things (规划计划类6条), and of nothing that is to be done. */
function saysWhatIsMeant({ own, inherited }: Candidate['facets']): boolean {
  const said = [...inherited, ...own];
  const at = said.findIndex(({ concepts }) => concepts.includes(INTENDED));
  return at < 0 || said.some(({ concepts }, i) => i > at && isDone(concepts[0] ?? null));
}

/** 坐席多少 asks for no 接通率: a rate answers where it is asked for, by a unit, by a word, or by the turn before. */
function asksForShare({ counter, cues, kept = [] }: Wanted, name: Facet): boolean {
  return familyOf(counter) === 'share' || cues.has('share') || kept.some((term) => means(term, name));
}

/** Tickets closed asks for no 办结率, though that is a kind of closing: an English question names the rate itself. */
function namesRate(wanted: Wanted, name: Facet): boolean {
  return asksForShare(wanted, name) || wanted.terms.some(({ concept }) => concept !== null && (concept === SHARE || concept === RATE || name.concepts.includes(concept)));
}

/** 公开栏增加到41块: 增加了几块 asks how many were added, which is not how many there are. */
function asksHowMuchMoved(terms: readonly Term[], text: string): boolean {
  return terms.some(({ concept, end, text: word }) => concept !== null && calculations().moved.includes(concept) && !asksForLevel(text, end) && !asksForLevel(word, word.length));
}

/** 办件量涨了多少: a change whose label says none of the words that name what changed is one of something else. */
function isOfNothingAsked(terms: readonly Term[], { explained }: Fit): boolean {
  const naming = terms.filter(({ concept, weight }) => weight > 0 && !(concept !== null && [...calculations().moved, 'last-year', 'year-on-year'].includes(concept)));
  return naming.length > 0 && naming.every((term) => !explained.has(term));
}

/** 不到10人次的 narrows what is counted: the figure must say the number too. */
function isBounded(terms: readonly Term[], text: string, { ownText, inheritedText }: Candidate['facets']): boolean {
  return terms.some(({ concept, end }) => {
    const bound = concept !== null && BOUNDS.includes(concept) ? /^\d+(?:\.\d+)?/u.exec(text.slice(end))?.[0] : undefined;
    return bound !== undefined && !`${ownText} ${inheritedText}`.includes(bound);
  });
}

/** 前三位占多少: the list that begins so gives each its number, and none of them is that of all three. */
function isFirstOfThem(text: string, { inheritedText, ownText }: Candidate['facets']): boolean {
  const first = labelCues().firstOfThem.exec(text)?.[0];
  return first !== undefined && `${ownText} ${inheritedText}`.includes(first);
}

const BOUNDS: readonly ConceptId[] = ['less-than', 'more-than'];

function saysAny({ own, inherited }: Candidate['facets'], ...any: readonly ConceptId[]): boolean {
  return [...own, ...inherited].some(({ concepts }) => concepts.some((concept) => any.includes(concept)));
}

const INCREASE: ConceptId = 'increase';
const SET_UP: ConceptId = 'set-up';
const INTENDED: ConceptId = 'intended';
const ADDED: ConceptId = 'newly-added';
/** 新制发, 新立: new, whatever was done; 新增 of a Chinese question says more than that. */
const NEW = '新';
const SHARE: ConceptId = 'share';
const RATE: ConceptId = 'rate';
const NAMED_RATE = /^\p{Script=Han}{2,}率$/u;

/** False for a word that may say what was done; one that no concept covers names a thing where the label says it. */
function isThing({ concept, gloss, text, weight }: Term, label: string): boolean {
  if (concept === null) return gloss?.isDeed === false || label.includes(text);
  return weight < SAYS_SOMETHING || !(lexicon().concept(concept)?.isAction ?? false);
}

const SAYS_SOMETHING = 0.2;

/** 准确 asked, 不准确 printed: a word that the label says only with a denial before it. */
function isDeniedInLabel({ text: word, start, weight }: Term, question: string, label: string): boolean {
  return weight >= DISTINGUISHING && !isDenied(question.slice(0, start)) && isOnlyDenied(word, label);
}

/** 4台不能上网: the label says the word, and each time what denies it right before. */
function isOnlyDenied(word: string, label: string): boolean {
  if (word.length < 2 || labelCues().denials.some((denial) => word.includes(denial))) return false;
  const before = label.split(word).slice(0, -1);
  return before.length > 0 && before.every(isDenied);
}

function isDenied(before: string): boolean {
  return labelCues().denials.some((denial) => before.endsWith(denial));
}

/** 由26个精简到19个: the first number answers only a question for what was, the second none such and none for how many went (精简了几个). */
function levelFits({ terms, years, text = '' }: Wanted, concepts: ReadonlySet<string>, { former, step, year, facets }: Candidate): boolean {
  const wasAsked = concepts.has(FORMERLY);
  const sinceStart = concepts.has('year-start');
  if (former) return wasAsked || sinceStart || concepts.has('last-year') || (year !== null && years.includes(year));
  if (step !== null && (sinceStart || concepts.has('last-year'))) return false;
  if (step !== null && terms.some((term) => term.weight > 0 && (step.includes(term.text) || CHANGES.includes(term.concept ?? '')) && !asksForLevel(text, term.end))) return false;
  return !wasAsked || facets.own.some((facet) => facet.concepts.includes(FORMERLY));
}

/** 栏目减了几个: how many went, however the report says that they did. */
const CHANGES: readonly ConceptId[] = ['decrease', 'increase'];

const RELATIVE: ReadonlySet<string> = new Set(['share', 'rate']);
/** 原来, 最初: asks for what is no more. */
const FORMERLY: ConceptId = 'formerly';

/** A change, a share, an average or a stock answers only a question that asks for one. */
function statFits(wanted: Wanted, asked: AskedOf, candidate: Candidate): boolean {
  const { concepts } = asked;
  const { cues, terms, years } = wanted;
  const [figure] = candidate.figures;
  if (!isOfYearAsked(wanted, concepts, candidate)) return false;
  if (years.length > 1 && (cues.has('difference') || cues.has('ratio'))) return false;
  if (!levelFits(wanted, concepts, candidate)) return false;
  if (isLevelForChange(wanted, figure)) return false;
  const byAlias = terms.some((term) => namesMetric(term, candidate.facets));
  // 粉丝涨了多少: what came since the beginning of the year is what the year brought, unless another beginning is named.
  const grew = figure.stat === 'change' && says(asked, 'increase', 'decrease') && !says(asked, 'last-year', 'year-on-year') && wanted.against !== true;
  if (!byAlias && !grew && !concepts.has('year-start') && candidate.facets.own.some((facet) => facet.concepts.includes('year-start'))) return false;
  const beside = (...any: string[]): boolean => says(asked, ...any) || (wanted.kept ?? []).some((term) => term.concept !== null && any.includes(term.concept));
  if (candidate.facets.stock) return byAlias || beside('items-prev', 'items-delta', 'last-year', 'catalogue', 'procurement-items', 'project', 'matter') || cues.has('change');
  // 占比多少 alone names nothing that a share could be of.
  if (RELATIVE.has(figure.stat) && !byAlias && wanted.kin?.has(figure.id) !== true && terms.every((term) => term.concept === 'share' || term.weight < DISTINGUISHING)) return false;
  switch (figure.stat) {
    case 'change':
      if (asksRateOfChange(wanted) && familyOf(figure.quantity.unit) !== 'share') return false;
      if (questionWords('en').patterns.movedByCount.test(wanted.text ?? '') && familyOf(figure.quantity.unit) === 'share') return false;
      return byAlias || cues.has('change') || cues.has('difference') || says(asked, 'increase', 'decrease');
    case 'share':
      return byAlias || cues.has('share') || says(asked, 'share', 'rate') || terms.some(({ text }) => NAMED_RATE.test(text));
    case 'average':
      return byAlias || (familyOf(figure.quantity.unit) === 'score' && says(asked, 'score')) || ((cues.has('average') || says(asked, 'average', 'duration')) && !(asksPerPlace(wanted) && labelCues().perTime.some((word) => candidate.facets.ownText.includes(word))));
    default:
      return !cues.has('difference') && !cues.has('ratio') && !cues.has('average') && !(asksPerPiece(wanted) && !/[每均]/u.test(`${candidate.facets.ownText}${candidate.facets.inheritedText}`));
  }
}

/** By how many items did the list change: neither how many it had nor what was decided. */
function isLevelForChange({ cues, inEnglish = false, text = '' }: Wanted, { stat, metric }: Candidate['figures'][0]): boolean {
  return inEnglish && cues.has('change') && questionWords('en').patterns.movedByCount.test(text) && stat !== 'change' && metric?.endsWith(DELTA) !== true;
}

/** How the metric of the column ends that says by how many a list grew or shrank. */
const DELTA = '_delta';

/** 降幅 asks for a share. */
function asksRateOfChange({ text = '' }: Wanted): boolean {
  return questionWords('zh').patterns.rateOfChange.test(text) || questionWords('en').patterns.rateOfChange.test(text);
}

/** 每期培训多少人次: all of them together are not those of one. */
function asksPerPiece({ text = '' }: Wanted): boolean {
  // 平均每个村站: an operand of an average is looked up with the same words.
  return !text.includes('均') && text.search(questionWords('zh').patterns.per) >= 0;
}

/** 平均每个专区: 日均 is no mean of places. */
function asksPerPlace({ text = '' }: Wanted): boolean {
  const { per, perTime } = questionWords('zh').patterns;
  return [...text.matchAll(per)].some(({ groups }) => groups?.['over'] !== undefined && groups['over'] !== '' && !perTime.test(groups['over'])) && !labelCues().perTime.some((word) => text.includes(word));
}

function says({ concepts }: AskedOf, ...any: readonly ConceptId[]): boolean {
  return any.some((concept) => concepts.has(concept));
}
