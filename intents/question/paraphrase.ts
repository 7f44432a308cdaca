import { labelCues } from '../language/label-cues.js';
import { familyOf, isMoney } from '../language/unit-families.js';
import { questionWords, type Cue } from '../language/words.js';
import type { Candidate } from './candidates.js';
import { isDone } from './deeds.js';
import { prints } from './glossed.js';
import { DISTINGUISHING, means } from './strength.js';
import type { Ranked, Wanted } from './ranking.js';
import { saysWhichOfThem } from './some-of-them.js';
import type { Term } from './terms.js';

/** A question said in other words than the report's, with what of it must still be explained. */
export interface Paraphrased {
  readonly wanted: Wanted;
  /** Candidates counted in the very unit that is asked with. */
  readonly candidates: readonly Candidate[];
  /** True when the report counts nothing else in that unit: 趟 alone nearly names the figure. */
  readonly soleCounter: boolean;
  /** Verbs that are left unexplained: they may tell any of the figures that fit from the others. */
  readonly deeds: readonly Term[];
}

/** How much verbs that need no explaining help to choose. */
const HELP = 0.05;
/** Units of one quantity that people take one for another (钱 for 万元, 天 for 工作日). */
const MEASURES: readonly string[] = ['money', 'time'];

/** What is worked out from several figures is not one that is said otherwise. */
const WORKED_OUT: readonly Cue[] = ['sum', 'difference', 'ratio', 'average', 'share', 'change'];

/**
 * 电视上播了几条: what was done is said in a hundred ways, and a verb that the report prints nowhere tells none of its figures from another.
 * Such verbs, but for those that turn the meaning round (欠收), need not be explained, nor need words that never decide alone and that the report says of nothing; every noun must be explained, and the unit must
 * be the very one asked with. Null where the question names no counter or nothing that tells figures apart, asks for a total or something
 * worked out, or says a verb that the report says of something.
 */
export function paraphrased(wanted: Wanted, candidates: readonly Candidate[]): Paraphrased | null {
  const { counter, isVerb, cues } = wanted;
  if (counter === null || wanted.inEnglish === true || isVerb === undefined || wanted.total === true || WORKED_OUT.some((cue) => cues.has(cue))) return null;
  const { leftOver } = questionWords('zh').patterns;
  const isDeed = (term: Term): boolean => term.concept === null && term.metric === undefined && term.weight >= DISTINGUISHING && !leftOver.test(term.text) && isVerb(term.text) && isPredicate(term, wanted.text ?? '') && !labelCues().turning.some((turn) => term.text.includes(turn)) && !saysWhichOfThem(term, wanted);
  const deeds = wanted.terms.filter(isDeed);
  const terms = wanted.terms.filter((term) => !deeds.includes(term));
  if (!terms.some(({ weight }) => weight >= DISTINGUISHING)) return null;
  if (deeds.some((deed) => candidates.some(({ facets }) => saysDeed(facets, deed)))) return null;
  const uncounted = new Set(terms.filter((term) => term.weight < DISTINGUISHING && !isSaidOfAny(term, candidates)));
  const counted = candidates.filter((candidate) => isCountedIn(counter, candidate));
  return {
    wanted: { ...wanted, terms, kept: [...(wanted.kept ?? []), ...deeds], keptWeight: wanted.keptWeight ?? HELP, uncounted },
    candidates: counted,
    soleCounter: isSole(counted),
    deeds,
  };
}

/** 上门理发 is no 上门体检, nor is 结束 another word for 新入矫: true where a figure says by a word of its own what was done, in none of the characters of `deeds`. */
export function tellsAnotherDeed(deeds: readonly Term[], { candidate: { facets: { own } }, fit }: Ranked, isVerb: (word: string) => boolean = () => false): boolean {
  // 打进来, 逮到: a verb of one character with what came of it is said in too many ways to be another deed.
  const said = deeds.map(({ text }) => [...text].filter((character) => !questionWords('zh').particles.includes(character)).join('')).filter((text) => text.length > 1);
  if (said.length === 0) return false;
  const sharesCharacter = (text: string): boolean => said.some((deed) => [...text].some((character) => deed.includes(character)));
  const unsaid = own.filter(({ text, weight }, i) => weight >= DISTINGUISHING && text.length > 1 && !fit.used.has(i) && isVerb(text));
  return unsaid.length > 0 && !unsaid.some(({ text }) => sharesCharacter(text));
}

/**
 * 新入矫87人，解除矫正79人: a verb that the report prints nowhere may mean either of two numbers of one thing that stand in one sentence. True where
 * another candidate is counted beside `best` and its label says of things only what the question says too.
 */
export function tellsNeighbourAsWell({ terms }: Wanted, { candidate: best }: Ranked, candidates: readonly Candidate[], isVerb: (word: string) => boolean = () => false): boolean {
  const [figure] = best.figures;
  const isBeside = ({ figures: [other] }: Candidate): boolean => other.id !== figure.id && other.quote[0].start === figure.quote[0].start && other.quantity.unit === figure.quantity.unit && other.partOf === figure.partOf;
  const ofSameThing = ({ facets: { own } }: Candidate): boolean => {
    const things = own.filter(({ text, weight, concepts }) => weight >= DISTINGUISHING && text !== '' && !isVerb(text) && !concepts.some(isDone));
    return things.length > 0 && things.every((thing) => terms.some((term) => term.text.includes(thing.text) || means(term, thing)));
  };
  return candidates.some((candidate) => isBeside(candidate) && ofSameThing(candidate));
}

function saysDeed(facets: Candidate['facets'], { text, gloss }: Term): boolean {
  if (gloss !== undefined && (prints(gloss, facets.ownText, facets.own) || prints(gloss, facets.inheritedText, facets.inherited))) return true;
  return facets.ownText.includes(text) || facets.inheritedText.includes(text) || saidBehind(facets).includes(text);
}

/** 发放1.9万份，其余存放在村里: what the sentence goes on to say of the thing. */
function saidBehind({ counted }: Candidate['facets']): string {
  return counted.split('。')[0]!;
}

/** 播了几条, 几块换了: what was done. 匿名申请, 停工项目: before a noun it says which ones, and nothing else may stand for it. */
function isPredicate({ end }: Term, question: string): boolean {
  return labelCues().askedNext.test(question.slice(end));
}

function isSaidOfAny(term: Term, candidates: readonly Candidate[]): boolean {
  return term.concept !== null && candidates.some(({ facets }) => facets.own.some((facet) => means(term, facet)));
}

function isCountedIn(counter: string, { figures: [figure], subtotal }: Candidate): boolean {
  const { unit } = figure.quantity;
  if (subtotal !== null || figure.trust !== 'stated' || unit === null) return false;
  if (isMoney(counter) || MEASURES.includes(familyOf(counter))) return familyOf(counter === 'money' ? '元' : counter) === familyOf(unit);
  return unit === counter;
}

/** True when all of them are one figure and its parts. */
function isSole(counted: readonly Candidate[]): boolean {
  const totals = counted.filter(({ figures: [{ partOf }] }) => partOf === null || !counted.some(({ figures: [{ id }] }) => (id as number) === partOf));
  return totals.length === 1;
}
