import { fold, plannedInProse, withArabicYears, type Figure, type FigureId, type ReportCard, type ReportDocument } from '../../index/mod.js';
import { fits } from '../language/cue-words.js';
import { plannedWords } from '../language/planned-words.js';
import { toldSentences, turnOf, type ToldSentence } from './report-turns.js';

/**
 * What a report only means to reach, as figures that are held nowhere: their ids count in this list, none of them is a part of another. So no question
 * about what was done finds them, and nothing is added to them. `year` is that which the sentence names, else null. `text` is the report's.
 */
export function plannedFigures({ report, year }: Pick<ReportCard, 'report' | 'year'>, document: ReportDocument, text: string): Figure[] {
  const sentences = toldSentences(document, year);
  const plans = new Set(sentences.filter((sentence) => isPlan(sentence, sentences, year)).map(({ spans }) => spans[0].start));
  const found = plannedInProse(document, ({ spans }) => plans.has(spans[0].start)).filter(({ place, quote }) => place !== null && !isTold(clauseOf({ place, quote }, text), year));
  return found.map((figure, id) => ({ ...figure, stat: figure.stat === 'change' && figure.labels.some((label) => fits(plannedWords().ahead, label)) ? 'other' : figure.stat, labels: withoutPlan(figure.labels), inherited: withoutPlan(figure.inherited), partOf: null, id: id as FigureId, report }));
}

/** 力争|粉丝: that it is planned goes for all of them. */
function withoutPlan(labels: readonly string[]): string[] {
  return labels.map((label) => plannedWords().said.reduce((left, said) => left.replace(said, ''), label)).filter((label) => label !== '');
}

/** 2023年给各站配电脑 among the measures is still to come; a measure that names no such year may have been taken. What follows the plans in a paragraph of its own may be no plan. */
function isPlan(sentence: ToldSentence, sentences: readonly ToldSentence[], year: number | null): boolean {
  if (sentence.zone === 'measure') return namesYearAfter(sentence.folded, year);
  if (sentence.zone !== 'plan') return false;
  const before = sentences.filter(({ paragraph, spans }) => paragraph === sentence.paragraph && spans[0].start <= sentence.spans[0].start);
  return sentence.path.some((title) => turnOf(title) === 'plan') || before.some(({ folded, opensItem }) => opensItem || turnOf(folded) === 'plan' || namesYearAfter(folded, year));
}

function namesYearAfter(words: string, year: number | null): boolean {
  return year !== null && yearsIn(words).includes(year + 1);
}

/** 已在6个病区试用, 由2023年的91.5%: a clause among the plans that tells what was. */
function isTold(clause: string, year: number | null): boolean {
  return fits(plannedWords().held, clause) || yearsIn(clause).some((named) => year !== null && named <= year);
}

function yearsIn(words: string): number[] {
  return [...withArabicYears(words).matchAll(new RegExp(plannedWords().yearNamed, 'gu'))].map(({ groups }) => Number(groups?.['year']));
}

/** True for 每月3次: so much each time, not in all. `text` is the report's. */
export function isEachTime({ labels, place, quote }: Figure, text: string): boolean {
  const before = place === null ? '' : fold(text.slice(quote[0].start, place[0].start)).text.split(/[,;:。]/u).at(-1)!;
  return [...labels, before].some((words) => fits(plannedWords().eachTime, words));
}

/** What stands round a number between semicolons, folded. */
function clauseOf({ place, quote }: Pick<Figure, 'place' | 'quote'>, text: string): string {
  const before = text.slice(quote[0].start, place![0].start).split(/[;；。]/u).at(-1)!;
  const behind = text.slice(place!.at(-1)!.end, quote.at(-1)!.end).split(/[;；。]/u)[0]!;
  return fold(before + behind).text;
}
