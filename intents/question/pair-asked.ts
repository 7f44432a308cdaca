import { compare, lexicon, sum, type Figure } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { calculations } from '../language/calculations.js';
import { questionWords } from '../language/words.js';
import type { Candidate } from './candidates.js';
import { longestMention } from './cue.js';
import { explain } from './explain.js';
import { DISTINGUISHING } from './strength.js';
import { findFigures } from './find.js';
import { isLevel } from './level-words.js';
import { isOneOf, saysDeeds, type Operands } from './operand-search.js';
import { asks, type Question } from './read.js';
import type { Claimed, Term } from './terms.js';

/** Terms that stand on the same characters: 村站 is a village's and a station. */
type Word = readonly [Term, ...Term[]];

/** What each of two is told apart by, and what is asked of both. */
interface Pair {
  readonly first: readonly Term[];
  readonly second: readonly Term[];
  readonly shared: readonly Term[];
}

/** Words on one side of a pair that may belong to its own name: 乡为民服务|中心. */
const LONGEST_NAME = 3;

/**
 * The two figures of 咨询的中心和村站各几件, 乡里村里受理加起来多少: what is asked of both may stand before or behind the two names, which are as short
 * as makes sense. Each figure must say its own name and all that is shared, and stand in one sentence or table with the other. Null where the
 * words name no such pair, and where a total that the question names (受理的2908件按中心和村站怎么分) is not the sum of the two.
 */
export async function pairAsked(question: Question, context: Context): Promise<Operands | null> {
  const [report] = context.reports;
  if (question.lang !== 'zh' || report === undefined || context.reports.length !== 1) return null;
  for (const pair of pairsIn(question)) {
    const [a, b] = [await figureOf([...pair.first, ...pair.shared], question, context), await figureOf([...pair.second, ...pair.shared], question, context)];
    if (a === null || b === null || !areApart(pair, a, b) || !areBeside(a.figures[0], b.figures[0]) || ![a, b].every((one) => saysDeeds(pair.shared, one))) continue;
    return makesUp(question, a.figures[0], b.figures[0]) ? { report, figures: [a.figures[0], b.figures[0]] } : null;
  }
  return null;
}

/** True when a question asks for each of two by two names, or how a total falls into them: 乡里村里各几件, 按中心和村站怎么分. */
export function namesAPair(question: Question): boolean {
  const { patterns } = questionWords(question.lang);
  return (patterns.eachAsks.test(question.folded) || patterns.fallsInto.test(question.folded)) && pairsIn(question).length > 0;
}

/** True where such a question says what of the two is asked for: 受理 of 受理的乡里村里各几件. */
export function asksOfBoth(question: Question): boolean {
  // The shortest names leave most to both.
  return namesAPair(question) && pairsIn(question)[0]!.shared.some(isTelling);
}

/** True for 中心和村站受理多少件: two names joined, and nothing that says whether each of them or both together are asked for. */
export function joinsAPair(question: Question): boolean {
  return asks(question, 'count') && anchorIn(question) === null && pairsIn(question).some(({ shared }) => shared.some(isTelling));
}

function pairsIn(question: Question): Pair[] {
  const anchor = anchorIn(question) ?? countIn(question);
  if (anchor === null) return [];
  const words = wordsOf(question).filter((word) => !overlaps(word[0], anchor));
  return joints(question, words, anchor).flatMap(({ left, right, needsShared }) => {
    const behind = right.filter((word) => word[0].start >= anchor.end);
    const named = right.filter((word) => word[0].start < anchor.end);
    const pairs: (Pair & { readonly length: number })[] = [];
    for (let i = 1; i <= Math.min(LONGEST_NAME, left.length); i += 1) {
      for (let j = 1; j <= Math.min(LONGEST_NAME, named.length); j += 1) {
        const shared = [...left.slice(0, -i), ...named.slice(j), ...behind].flat();
        if (needsShared && !shared.some(({ weight }) => weight >= DISTINGUISHING)) continue;
        pairs.push({ first: left.slice(-i).flat(), second: named.slice(0, j).flat(), shared, length: i + j });
      }
    }
    return pairs.toSorted((a, b) => a.length - b.length);
  }).filter(({ first, second }) => first.some(isTelling) && second.some(isTelling));
}

/** 各, 一共, 加起来, 怎么分: what says that each of two, or both together, are asked for; null when nothing does. */
function anchorIn({ folded, lang }: Question): Claimed | null {
  const { patterns, total, cues } = questionWords(lang);
  const falls = patterns.fallsInto.exec(folded);
  const each = falls ?? patterns.eachAsks.exec(folded);
  const asks = each?.groups?.['asks'];
  if (each !== null && asks !== undefined) {
    const end = each.index + each[0].length;
    const start = folded.lastIndexOf(asks, end);
    return { start, end: falls === null ? start + asks.length : end };
  }
  return longestMention(folded, [...cues.sum, ...total], lang);
}

/** True where a question joins two names (乡里和村里, the centre and the stations) and `candidate` says one of them itself and the other no better than a total leaves it to its parts: one of two would be taken for both. */
export function isOneOfJoined(question: Question, { facets }: Candidate): boolean {
  const words = wordsOf(question);
  return [...question.folded.matchAll(questionWords(question.lang).patterns.together)].some(({ index, 0: joint }) => {
    const left = words.findLast(([{ end }]) => end <= index);
    const right = words.find(([{ start }]) => start >= index + joint.length);
    if (left === undefined || right === undefined || !touch(question.folded.slice(left[0].end, right[0].start), joint) || ![left, right].every((word) => word.some(isTelling))) return false;
    const said = [left, right].map((word) => explain(word, facets)).map(({ unexplained, far }) => (unexplained.length > 0 ? 0 : far));
    return Math.min(...said) < SAID_ITSELF && Math.max(...said) >= SAID_ITSELF;
  });
}

/** Nothing stands between two names but the word that joins them and an article. */
function touch(between: string, joint: string): boolean {
  return between.replace(joint, '').replace(ARTICLE, '').trim() === '';
}

const ARTICLE = /\bthe\b/gu;

/** 多少, 几件: what only asks for a number. */
function countIn({ cues }: Question): Claimed | null {
  return cues.find(({ cue, start, end }) => cue === 'count' && start < end) ?? null;
}

/** Where two names may meet before the anchor: at a word for 和, or side by side. */
function joints(question: Question, words: readonly Word[], anchor: Claimed): { left: readonly Word[]; right: readonly Word[]; needsShared: boolean }[] {
  const before = (at: number): Word[] => words.filter(([{ end }]) => end <= at);
  const said = [...question.folded.matchAll(questionWords(question.lang).patterns.together)].flatMap(({ index, 0: joint }) => {
    const inWord = words.some(([{ start, end, concept }]) => start < index + joint.length && index < end && !(concept === null && end - start === joint.length));
    const right = words.filter(([{ start }]) => start >= index + joint.length);
    return inWord || index >= anchor.start ? [] : [{ left: before(index), right, needsShared: true }];
  });
  const touching = words.flatMap((word, i) => {
    const next = words[i + 1];
    const meet = next !== undefined && word[0].end === next[0].start && next[0].end <= anchor.start && isLevelName(word) && isLevelName(next);
    return meet ? [{ left: words.slice(0, i + 1), right: words.slice(i + 1), needsShared: false }] : [];
  });
  return [...said, ...touching];
}

function wordsOf({ terms, lang }: Question): Word[] {
  const { dividing } = questionWords(lang).patterns;
  const words: [Term, ...Term[]][] = [];
  for (const term of terms.filter((one) => one.weight > 0 && !isOneOf(one, calculations().calculation) && !dividing.test(one.text)).map(atItsWeight).toSorted((a, b) => a.start - b.start)) {
    const last = words.at(-1);
    if (last !== undefined && last[0].start === term.start) last.push(term);
    else words.push([term]);
  }
  return words;
}

/** 乡里 of a township's own report says little, until it is set beside 村里. */
function atItsWeight(term: Term): Term {
  return { ...term, weight: Math.max(term.weight, term.concept === null ? 0 : (lexicon().concept(term.concept)?.weight ?? 0)) };
}

async function figureOf(terms: readonly Term[], question: Question, context: Context): Promise<Candidate | null> {
  const [found] = await findFigures({ ...question, terms }, context, { terms, counter: question.counter, cues: new Set() });
  return found?.selection.kind === 'one' && found.selection.best.candidate.subtotal === null ? found.selection.best.candidate : null;
}

/** 乡里, 村里: of levels two stand side by side without a word for 和; of other words the first mostly says which the second is. */
function isLevelName(word: Word): boolean {
  return word.some((term) => isLevel(term) || isOneOf(term, BELOW_TOWNSHIP));
}

const BELOW_TOWNSHIP: readonly string[] = ['village', 'administrative-village', 'community'];

/** Each says its own name itself, and better than the other one's. */
function areApart({ first, second }: Pair, a: Candidate, b: Candidate): boolean {
  const says = (terms: readonly Term[], { facets }: Candidate): number => {
    const { unexplained, far } = explain(terms, facets);
    return unexplained.length > 0 ? 0 : far;
  };
  return a !== b && Math.min(says(first, a), says(second, b)) >= SAID_ITSELF && says(first, a) > says(first, b) && says(second, b) > says(second, a);
}

/** What a total only leaves to one of its parts (为民服务中心 of the stations' number) is said less well. */
const SAID_ITSELF = 0.7;

/** Two numbers of one kind, neither a part of the other, told in one sentence or in tables. */
function areBeside(a: Figure, b: Figure): boolean {
  if (a.quantity.value === null || b.quantity.value === null || a.quantity.unit !== b.quantity.unit || a.stat !== b.stat) return false;
  if (a.partOf === (b.id as number) || b.partOf === (a.id as number)) return false;
  return a.trust === 'stated' ? b.trust === 'stated' && a.quote[0].start === b.quote[0].start : b.trust !== 'stated';
}

function makesUp({ numbers }: Question, a: Figure, b: Figure): boolean {
  return numbers.length === 0 || numbers.some(({ value }) => compare(value, sum([a.quantity.value!, b.quantity.value!])) === 0);
}

function isTelling({ weight }: Term): boolean {
  return weight >= DISTINGUISHING;
}

function overlaps(a: Claimed, b: Claimed): boolean {
  return a.start < b.end && b.start < a.end;
}
