import { fold } from '../../index/mod.js';
import { firstFit, fits } from '../language/cue-words.js';
import { toldAsks, toldWords } from '../language/told-words.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** One clause of a sentence with what parts it from the next. */
interface Clause {
  readonly text: string;
  readonly mark: string;
}

const PART = /[;。]/u;
const CLAUSE = /([^,:]+)([,:]?)/gu;
/** Blots out a word of the question. */
const BLOT = '_';

/**
 * Of a sentence whose items are strung together (1.…；2.…) the item that says most of the question: a time or a place in another item is of another thing.
 * `sentence` as printed; the part is folded. Whole where the question is in another language than the report.
 */
export function partAsked({ terms, lang }: Question, sentence: string): string {
  return lang === 'en' ? fold(sentence).text : mostSaying(fold(sentence).text.split(PART).filter((part) => part !== ''), terms)[0] ?? '';
}

/** 疫苗在哪里接种 is answered by a sentence that says where, apart from the words of the question (到直播间 does not say where that is). */
export function saysWhere(question: Question, sentence: string): boolean {
  if (!toldAsks('asksWhere', question)) return true;
  return fits(toldWords().place, blotted(partAsked(question, sentence), question.terms));
}

function blotted(text: string, terms: readonly Term[]): string {
  return terms.reduce((left, term) => left.replaceAll(term.text, BLOT), text);
}

/** 取消了哪些证明, 培训讲了什么, 工资怎么追回的: a sentence that only says how many tells neither what nor how. */
export function tellsMoreThanCounts(question: Question, sentence: string): boolean {
  const clauses = clausesOf(partAsked(question, sentence));
  return tellsWhat(question, clauses) && tellsHow(question, clauses);
}

/** 提案内容是什么: 政协提案22件全部办结并公开 says how many there are and what became of them, and nothing of what they say. */
export function saysContent(question: Question, sentence: string): boolean {
  if (!toldAsks('asksContent', question)) return true;
  return fold(sentence).text.split(COUNTED).some((stretch) => fits(toldWords().content, blotted(stretch, question.terms)));
}

/** A number with what is counted by it, up to the next mark. */
const COUNTED = /[^,;。:、]*\d[^,;。:、]*/u;

function tellsWhat(question: Question, clauses: readonly Clause[]): boolean {
  if (question.lang === 'en' || !toldAsks('asksWhat', question)) return true;
  const telling = firstFit(toldWords().contentDeed[question.lang], question.folded)?.groups?.['deed'];
  if (telling !== undefined && !clauses.some(({ text }) => text.includes(telling))) return false;
  const best = mostSaying(clauses.map(({ text }) => text), question.terms);
  return clauses.some((clause, i) => best.includes(clause.text) && (!onlyCounts(clause) || isNames(clause) || (clauses[i + 1] !== undefined && isNames(clauses[i + 1]!))));
}

/** What is told of the deed at its last mention and behind it. */
function tellsHow(question: Question, clauses: readonly Clause[]): boolean {
  const deed = deedAsked(question);
  // 四件申请是怎么提交的 asks what a number is made of.
  if (deed === null || question.numbers.length > 0) return true;
  // 保密审查员怎么审查: the name of the one who does it does not tell the deed.
  const others = question.terms.filter(({ text }) => text.length > deed.length && [...deed].some((character) => text.includes(character)));
  const last = clauses.findLastIndex(({ text }) => [...deed].some((character) => blotted(text, others).includes(character)));
  return last >= 0 && clauses.slice(last).some((clause) => !onlyCounts(clause) || fits(toldWords().regularly, clause.text));
}

/** What is asked how it is done; null where any deed would answer (怎么办). */
export function deedAsked(question: Question): string | null {
  const { deed, anyDeed } = toldWords();
  const asked = firstFit(deed[question.lang], question.folded)?.groups?.['deed'];
  return asked === undefined || anyDeed.includes(asked) ? null : asked;
}

/** 公布了哪些: what was done to the things that are asked for; null where any deed would answer, and where none is named. */
export function deedOfThings(question: Question): string | null {
  const asked = firstFit(toldWords().didWhat[question.lang], question.folded)?.groups?.['deed'];
  return asked === undefined || toldWords().anyDeed.includes(asked) || toldWords().generalWords[question.lang].includes(asked) ? null : asked;
}

function onlyCounts({ text, mark }: Clause): boolean {
  return mark !== ':' && fits(toldWords().endsInQuantity, text);
}

/** 来自企业、社区、媒体: several things one after another. */
function isNames({ text }: Clause): boolean {
  return text.includes('、');
}

function clausesOf(part: string): Clause[] {
  return [...part.replace(/\([^)]*\)/gu, '').matchAll(CLAUSE)].map(([, text, mark]) => ({ text: text!, mark: mark! }));
}

/** Those of `texts` that hold most characters of the question's words. */
function mostSaying(texts: readonly string[], terms: readonly Term[]): string[] {
  const characters = new Set(terms.flatMap(({ text }) => [...text]));
  const said = texts.map((text) => [...characters].filter((character) => text.includes(character)).length);
  const most = Math.max(...said);
  return texts.filter((_, i) => said[i] === most);
}
