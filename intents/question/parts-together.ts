import { compare, sum, type ConceptId } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { calculations } from '../language/calculations.js';
import { labelCues } from '../language/label-cues.js';
import { unitMisfit } from '../language/unit-families.js';
import { unitOf, type Candidate } from './candidates.js';
import { isDone } from './deeds.js';
import { DISTINGUISHING, means, meansAlike, runsThrough } from './strength.js';
import type { Facet } from './facets.js';
import { findFigures } from './find.js';
import { partsOfJoint } from './joint-names.js';
import { isOneOf, type Operands } from './operand-search.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** Two words that name one part each, with what else the question asks of both. */
interface Pair {
  readonly first: Term;
  readonly second: Term;
  /** The rest of the question. */
  readonly rest: readonly Term[];
}

/** Nothing but a list mark between two words. */
const SIDE_BY_SIDE = /^、?$/u;

/**
 * 线上线下招聘会一共多少场: two parts named side by side without 和, and no figure of both. The two figures that are added; null when the words
 * name one figure, when one of the parts is not held, or when they are no parts of one thing.
 */
export async function partsTogether(question: Question, context: Context): Promise<Operands | null> {
  const [report] = context.reports;
  if (report === undefined || context.reports.length !== 1) return null;
  const pairs = pairsIn(question);
  if (pairs.length === 0) return null;
  const candidates = (await context.candidates(report)).filter((candidate) => candidate.subtotal === null && unitMisfit(question.counter, unitOf(candidate)) !== null);
  for (const pair of pairs) {
    if (!mayBeParts(pair, candidates)) continue;
    const [a, b] = [await figureFor(question, context, [...pair.rest, pair.first]), await figureFor(question, context, [...pair.rest, pair.second])];
    const named = [...pair.rest, pair.first, pair.second];
    if (a !== null && b !== null && areParts(pair, a, b) && isNamed(a, b, named) && isNamed(b, a, named) && !isSpeltOut(a, b, candidates) && !isSpeltOut(b, a, candidates)) return { report, figures: [a.figures[0], b.figures[0]] };
  }
  return null;
}

/** True when a question for a number names two telling words side by side. */
export function mayNameParts(question: Question): boolean {
  return pairsIn(question).length > 0;
}

function pairsIn({ terms, folded, lang }: Question): Pair[] {
  if (lang !== 'zh') return [];
  const telling = terms.filter((term) => term.weight >= DISTINGUISHING && !isOneOf(term, calculations().calculation));
  const without = (...named: readonly Term[]): Term[] => terms.filter((term) => !named.includes(term));
  const joint = telling.flatMap((term) => {
    const parts = partsOfJoint(term);
    return parts === null ? [] : [{ first: parts[0], second: parts[1], rest: without(term) }];
  });
  const beside = telling.flatMap((first, i) => {
    const second = telling[i + 1];
    // 抽检合格的食品: two deeds before a noun say which ones.
    const qualifies = second !== undefined && isDeed(first) && isDeed(second) && folded[second.end] === '的';
    // 稿件退改多少篇, 社保办结多少件: an unknown word right before the number is what was done, and so is 办结.
    const isWhatWasDone = second !== undefined && (second.concept === null || second.concept === CLOSED) && labelCues().askedNext.test(folded.slice(second.end));
    return second !== undefined && !qualifies && !isWhatWasDone && isDeed(first) === isDeed(second) && (second.start === first.start || (second.start >= first.end && SIDE_BY_SIDE.test(folded.slice(first.end, second.start)))) ? [{ first, second, rest: without(first, second) }] : [];
  });
  return [...joint, ...beside];
}

const CLOSED: ConceptId = 'closed';

/** 举报查实几件: what became of one thing is no second thing. */
function isDeed({ concept, gloss }: Term): boolean {
  return gloss?.isDeed === true || isDone(concept);
}

/** Each word is said by a figure that does not say the other, and no figure says both, be it by what stands above it (大厅1400件，其中咨询800件: 大厅咨询). */
function mayBeParts({ first, second }: Pair, candidates: readonly Candidate[]): boolean {
  let [one, other] = [false, false];
  for (const candidate of candidates) {
    const [isFirst, isSecond] = [says(candidate, first), says(candidate, second)];
    if ((isFirst || takesOver(candidate, first)) && (isSecond || takesOver(candidate, second)) && (isFirst || isSecond)) return false;
    one ||= isFirst;
    other ||= isSecond;
  }
  return one && other;
}

/** 线上线下 is two words in one: each is said by its meaning; 漫画解读 also by its characters, however the label was cut. */
function says({ facets }: Candidate, term: Term): boolean {
  for (const facet of facets.own) if (isSaidBy(term, facet)) return true;
  return runsThrough(facets.ownText, term.text);
}

/** A word that the lexicon knows is said by its meaning alone. */
function isSaidBy(term: Term, facet: Facet): boolean {
  return term.concept === null ? means(term, facet) : meansAlike(term, facet);
}

/** True where a figure takes a word from what stands before or above it. */
function takesOver({ facets }: Candidate, term: Term): boolean {
  return facets.inherited.some((facet) => isSaidBy(term, facet)) || runsThrough(facets.inheritedText, term.text);
}

/** 大厅窗口: the departments in the hall are no part that the question names; what both numbers count (业务) it may leave out. */
function isNamed({ facets }: Candidate, other: Candidate, terms: readonly Term[]): boolean {
  const object = facets.own.findLast(({ weight }) => weight >= DISTINGUISHING);
  const isShared = (facet: Facet): boolean => other.facets.inherited.some(({ text }) => text !== '' && text === facet.text);
  return object === undefined || isShared(object) || terms.some((term) => isSaidBy(term, object) || term.text.endsWith(object.text));
}

/** 依申请公开：12件，网络渠道9件，信函渠道3件: numbers right behind `total` in its sentence, `part` among them, come to it. */
function isSpeltOut({ figures: [total] }: Candidate, { figures: [part] }: Candidate, candidates: readonly Candidate[]): boolean {
  const { value, unit } = total.quantity;
  if (value === null || part.id <= total.id || part.quote[0].start !== total.quote[0].start) return false;
  let added = '0';
  for (const { figures: [next] } of candidates) {
    if (next.id <= total.id || next.quote[0].start !== total.quote[0].start || next.quantity.unit !== unit) continue;
    added = sum([added, next.quantity.value ?? '0']);
    const more = compare(added, value);
    if (more >= 0) return more === 0 && next.id >= part.id;
  }
  return false;
}

/** The only figure that a question of these words means. */
async function figureFor(question: Question, context: Context, terms: readonly Term[]): Promise<Candidate | null> {
  const [found] = await findFigures(question, context, { terms, cues: new Set() });
  return found?.selection.kind === 'one' && found.selection.best.candidate.subtotal === null ? found.selection.best.candidate : null;
}

/** Two numbers of one sentence or one total, in one unit, neither a part of the other, each saying its own word. */
function areParts({ first, second }: Pair, a: Candidate, b: Candidate): boolean {
  const [left, right] = [a.figures[0], b.figures[0]];
  if (left.id === right.id || left.quantity.unit !== right.quantity.unit || left.stat !== right.stat || a.year !== b.year) return false;
  // 公示屏关停了多少: what was closed is closed of the screens, no part beside them.
  if (a.step !== null || b.step !== null || takesOver(a, second) || takesOver(b, first)) return false;
  if (left.partOf === (right.id as number) || right.partOf === (left.id as number)) return false;
  const together = left.partOf === null ? left.trust === 'stated' && left.quote[0].start === right.quote[0].start && right.partOf === null : left.partOf === right.partOf;
  return together && says(a, first) && says(b, second);
}
