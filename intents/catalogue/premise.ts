import { compare } from '../../index/mod.js';
import { say } from '../answer/phrases.js';
import type { Context, Intent } from '../intent.js';
import { isUnit } from '../language/unit-families.js';
import type { Candidate } from '../question/candidates.js';
import { explain } from '../question/explain.js';
import { asksForNumber, findFigures } from '../question/find.js';
import { asks, type Question } from '../question/read.js';
import { valueOf } from '../question/select.js';
import { answerFor } from './figure-lookup.js';

/** 「为什么处罚了5家」: a question that takes a number for granted which the report does not give; what the report gives is said instead. */
export const premise: Intent = {
  name: 'premise',
  about: { zh: '问题里的数和报告不符', en: 'a number in the question that the report contradicts' },
  examples: { zh: [], en: [] },
  match(question) {
    return takesForGranted(question) ? { score: 0.9, because: ['takes a number for granted'] } : null;
  },
  async answer(question, context) {
    if (context.reports.length !== 1) return null;
    const number = numberTaken(question);
    const terms = number === null ? [] : termsOfClause(question, number.start);
    if (number === null || terms.length === 0) return null;
    const candidate = (await oneFigure(question, context, terms, null)) ?? (await oneFigure(question, context, terms, unitBehind(question, number)));
    if (candidate === null) return null;
    if (await isGiven(context, terms, number.value)) return null;
    const value = valueOf(candidate);
    if (value === null || compare(value, number.value) === 0) return null;
    const { draft, ...rest } = await answerFor(question, context, candidate);
    return { ...rest, draft: { ...draft, blocks: [{ type: 'text', inlines: say(context.lang, 'premiseOther', { n: { type: 'echo', text: number.value } }) }, ...draft.blocks] } };
  },
};

/** True when some figure that the words fit has this very number: 1047件咨询 is a part, and no contradiction of the total. */
async function isGiven(context: Context, terms: Question['terms'], number: string): Promise<boolean> {
  const candidates = await context.candidates(context.reports[0]!);
  return candidates.some((candidate) => {
    const value = valueOf(candidate);
    return value !== null && compare(value, number) === 0 && !candidate.facets.stock && explain(terms, candidate.facets).unexplained.length === 0;
  });
}

async function oneFigure(question: Question, context: Context, terms: Question['terms'], counter: string | null): Promise<Candidate | null> {
  const [found] = await findFigures(question, context, { terms, counter, cues: new Set() });
  return found?.selection.kind === 'one' ? found.selection.best.candidate : null;
}

/** The unit that the number of the question is counted in (9件); null when none follows it. */
function unitBehind({ folded, lang }: Question, { value, start }: { readonly value: string; readonly start: number }): string | null {
  const unit = lang === 'zh' ? folded.slice(start + value.length, start + value.length + 1) : '';
  return isUnit(unit) ? unit : null;
}

function takesForGranted(question: Question): boolean {
  return numberTaken(question) !== null && asks(question, 'why', 'how') && !asksForNumber(question) && !asks(question, 'difference', 'share', 'sum', 'average', 'ratio', 'change');
}

/** 15 penalties: in English any number before a noun in the plural. */
const ENGLISH_NUMBER = /(?<![\d.,])\d{1,7}(?= (?:[a-z-]+ )?[a-z-]+s\b)/gu;

/** The only number that a question names beside its years; null when there is none, or more. */
function numberTaken({ numbers, lang, folded, years }: Question): { readonly value: string; readonly start: number } | null {
  const found = numbers.length > 0 || lang === 'zh' ? numbers : [...folded.matchAll(ENGLISH_NUMBER)].map((match) => ({ value: match[0], start: match.index })).filter(({ start }) => !years.some((year) => start >= year.start && start < year.end));
  return found.length === 1 ? found[0]! : null;
}

/** 收到9件申请，怎么处理的: what the number is of stands in its own clause. */
function termsOfClause({ folded, terms }: Question, at: number): Question['terms'] {
  const start = Math.max(...[',', '，', ';', '；'].map((mark) => folded.lastIndexOf(mark, at))) + 1;
  const ends = [',', '，', ';', '；'].map((mark) => folded.indexOf(mark, at)).filter((end) => end >= 0);
  const end = Math.min(folded.length, ...ends);
  return terms.filter((term) => term.start >= start && term.end <= end);
}
