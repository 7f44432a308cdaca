import { asSpans, fold, type ReportCard, type Spans } from '../../index/mod.js';
import { quotedDraft } from '../answer/quoted.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { firstFit } from '../language/cue-words.js';
import { asksOnlyProblem, toldAsks, toldWords } from '../language/told-words.js';
import { questionWords } from '../language/words.js';
import { DISTINGUISHING } from '../question/strength.js';
import { circumstanceAsked } from '../question/circumstance-asked.js';
import { asksDuty } from '../question/duty-asked.js';
import { examplesGiven, saysEach } from '../question/examples-given.js';
import { startsAsFollowUp } from '../question/find.js';
import { thingsAsked } from '../question/how-many-things.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import { nearestSentences, nearnessOf, saysTheThings, type Near, type ReadSentence } from '../question/nearest-sentence.js';
import { onlyCounts } from '../question/only-counts.js';
import { asks, type Question } from '../question/read.js';
import type { Zone } from '../question/report-turns.js';
import { remedyOf } from '../question/remedy.js';
import { answersInKind, saysWhatWasDone } from '../question/said-in-kind.js';
import { deedAsked, deedOfThings } from '../question/tells-more.js';
import { tellingTerms } from '../question/telling-terms.js';
import type { Term } from '../question/terms.js';
import { asksOnlyResult } from '../question/turn-before.js';

/** Share of the question's weight that a sentence must say. */
const ENOUGH = 0.55;
/** What it must say itself, not by its surroundings. */
const ENOUGH_ITSELF = 0.35;
/** By how much it must come before the nearest sentence of another paragraph. */
const MARGIN = 0.15;
/** UTF-16 units; shorter than this a sentence is a heading more than an answer. */
const ENOUGH_TO_SAY = 40;

/**
 * 「老人看不清公开墙咋解决」: the sentence nearest to the question by the words that few others of the report say, though not each of its words is said.
 * Comes last: only where no figure, list, post or whole sentence answers.
 */
export const told: Intent = {
  name: 'told',
  about: { zh: '报告里最贴近的一句', en: 'the nearest sentence of the report' },
  examples: { zh: [], en: [] },
  match(question, memory) {
    // 领导小组的职责是什么: a sentence on somebody else's duties is near by its words and no answer.
    if (asksOnlyResult(question) || asksDuty(question) || circumstanceAsked(question) !== null) return null;
    // 一般单位是哪五个 asks for their names, which a sentence that counts them does not give.
    if (thingsAsked(question)?.haveNames === true) return null;
    // What about WeChat, after figures, be the last one not told, asks for the figure of it and for no sentence that happens to speak of it.
    if (memory !== null && (memory.figure != null || (memory.recent?.length ?? 0) > 0) && startsAsFollowUp(question)) return null;
    if (question.counter !== null || question.numbers.length > 0 || !toldAsks('asks', question) || toldAsks('namesPost', question) || toldAsks('ranks', question) || toldAsks('asksOffice', question)) return null;
    if (asks(question, 'who', 'share', 'difference', 'average', 'ratio') || (asks(question, 'count') && !asks(question, 'when'))) return null;
    // 具体负责的是哪个: who answers for something is told by posts only.
    if (asks(question, 'which') && question.terms.some(({ concept }) => concept === 'be-responsible' || concept === 'lead')) return null;
    return { score: 0.1, because: ['may be told in other words'] };
  },
  async answer(question, context) {
    const [report] = context.reports;
    if (!report || context.reports.length !== 1 || !(await isScopeSure(question, context))) return null;
    // 赵勇哪年上任 asks about the person, of whom a report says no more than the post.
    if ((await context.library.roles(report.report)).some(({ holder }) => holder !== null && question.folded.includes(fold(holder).text.toLowerCase()))) return null;
    const sentences = await sentencesOf(report, context);
    const examples = examplesGiven(question);
    if (examples.length > 0) {
      const saying = sentences.filter((sentence) => saysEach(examples, sentence.folded));
      return saying.length === 1 ? show(context, report, saying[0]!.spans) : null;
    }
    const terms = tellingTerms(question);
    if (!terms.some(({ weight }) => weight >= DISTINGUISHING)) return null;
    const near = nearest(question, terms, sentences);
    if (!near) return null;
    const quoted = await quotedFor(question, terms, near, sentences, report, context);
    return quoted === null ? null : show(context, report, quoted);
  },
};

/** The nearest sentence where it says enough and no other comes as near; null else. */
function nearest(question: Question, terms: readonly Term[], sentences: readonly ReadSentence[]): Near | null {
  const all = nearestSentences(terms, sentences);
  const best = all.find(({ sentence: { text, zone } }) => answersInKind(question, text) && !answersNoProblem(question, zone));
  // A nearer sentence that gives no reason, no time, no name is a rival too: what it leaves out need not stand elsewhere.
  const rival = all.find(({ sentence }) => best && isRival(question, best.sentence, sentence));
  return best && saysTheThings(best) && !lacksThingAsked(question, best) && best.score >= ENOUGH && best.own >= ENOUGH_ITSELF && nearnessOf(best) - (rival ? nearnessOf(rival) : 0) >= MARGIN ? best : null;
}

/** 培训有什么问题: what is done or will be done about it is not what is wanting. */
function answersNoProblem(question: Question, zone: Zone): boolean {
  return asksOnlyProblem(question) && (zone === 'plan' || zone === 'measure');
}

/** 得了什么奖: a sentence that says no word of the thing asked for tells of another. */
function lacksThingAsked(question: Question, { unsaid }: Near): boolean {
  const thing = firstFit(toldWords().whatThing[question.lang], question.folded)?.groups?.['thing'];
  return thing !== undefined && unsaid.some(({ text, weight }) => weight >= DISTINGUISHING && text === thing);
}

/** 补贴标准是怎么定的: a sentence that does not say how it is set only mentions it. */
function saysTheDeed(question: Question, { sentence }: Near): boolean {
  const ofThings = deedOfThings(question);
  const meant = question.terms.find(({ text }) => text === ofThings)?.concept ?? null;
  if (ofThings !== null && ![...ofThings].some((character) => sentence.folded.includes(character)) && !(meant !== null && sentence.concepts.has(meant))) return false;
  const asked = deedAsked(question);
  return asked === null || [...asked].some((character) => sentence.folded.includes(character));
}

/** A problem and what is done about it say the same words and are one answer to who asks how. */
function isRival(question: Question, best: ReadSentence, other: ReadSentence): boolean {
  if (other.paragraph === best.paragraph) return false;
  const ofOneMatter = best.zone !== 'plain' && other.zone !== 'plain' && Math.abs(best.part - other.part) <= 1 && (best.zone === 'problem') !== (other.zone === 'problem');
  return !((wantsDeed(question) || asks(question, 'when')) && ofOneMatter);
}

function wantsDeed(question: Question): boolean {
  return toldAsks('asksHow', question) || toldAsks('asksPlan', question);
}

/** What answers: of a problem, when it is asked how, what is done about it; else the sentence with those it leans on. */
async function quotedFor(question: Question, terms: readonly Term[], near: Near, sentences: readonly ReadSentence[], report: ReportCard, context: Context): Promise<Spans | null> {
  const { sentence, leaning } = near;
  if (wantsDeed(question) && sentence.zone === 'problem') {
    const remedy = remedyOf(sentence, terms, sentences, (text) => context.terms(text));
    if (remedy.length === 0) return null;
    // Measures that name nothing of the problem are told behind it: what has to be done may stand in the problem itself (范围要再扩大).
    const names = remedy.some(({ folded }) => terms.some(({ text, weight }) => weight >= DISTINGUISHING && sentence.folded.includes(text) && folded.includes(text)));
    return spansOf(names ? remedy : [sentence, ...remedy]);
  }
  // 分了哪六条: one point of several is not all that are asked for.
  if (thingsAsked(question) !== null && sentence.opensItem) return null;
  if (!saysWhatWasDone(question, sentence.text) || !saysTheDeed(question, near)) return null;
  if (questionWords(question.lang).patterns.whichOfThem.test(question.folded) && (await onlyCounts(question, report, sentence.spans, context))) return null;
  const at = sentences.indexOf(sentence);
  const next = sentence.text.length < ENOUGH_TO_SAY && sentences[at + 1]?.paragraph === sentence.paragraph ? [sentences[at + 1]!] : [];
  return spansOf(sentences.filter((one) => one === sentence || leaning.includes(one) || next.includes(one)));
}

function spansOf(sentences: readonly ReadSentence[]): Spans {
  return asSpans(sentences.flatMap(({ spans }) => spans));
}

async function show(context: Context, report: ReportCard, spans: Spans): Promise<Outcome> {
  const sentence = (await sentencesOf(report, context)).find((one) => one.spans[0].start === spans[0].start);
  return { draft: await quotedDraft(context, report, [{ spans, path: sentence?.path ?? [] }]) };
}
