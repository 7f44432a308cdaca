import { asSpans, fold, type ReportCard } from '../../index/mod.js';
import { say } from '../answer/phrases.js';
import { Evidence, orgYear } from '../answer/present.js';
import type { Context, Intent } from '../intent.js';
import { valueIn } from '../language/cue-words.js';
import { reportWording } from '../language/report-wording.js';
import { questionWords } from '../language/words.js';
import { explain } from '../question/explain.js';
import { DISTINGUISHING } from '../question/strength.js';
import { facetsOfText } from '../question/facets.js';
import type { ReadSentence } from '../question/nearest-sentence.js';
import type { Question } from '../question/read.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';
import type { Term } from '../question/terms.js';

/** A place in a rank that a sentence tells, with the words that say in what. */
interface PlaceTold {
  readonly sentence: ReadSentence;
  /** The sentence from the place before, or from its beginning, to this one. */
  readonly words: string;
  readonly place: number;
  /** 名 or 位 as printed; null where the number stands alone. */
  readonly unit: string | null;
}

/** 「考核排第几」: the place in a rank that the report itself tells; ordinals are no figures, so its sentence is read. */
export const placeTold: Intent = {
  name: 'place-told',
  about: { zh: '报告自己写的名次', en: 'a place in a rank that the report tells' },
  examples: { zh: [], en: [] },
  match(question) {
    return asksForPlace(question) && question.organisations.length < 2 ? { score: 0.82, because: ['asks for a place in a rank'] } : null;
  },
  async answer(question, context) {
    const [report] = context.reports;
    if (report === undefined || context.reports.length !== 1 || !(await isScopeSure(question, context))) return null;
    const asked = questionWords(question.lang).patterns.placeAsked.exec(question.folded)!;
    const isOfAsking = ({ start, end }: Term): boolean => start < asked.index + asked[0].length && asked.index < end;
    const terms = question.terms.filter((term) => term.weight >= DISTINGUISHING && !isOfAsking(term));
    const told = placesIn(await sentencesOf(report, context)).filter(({ words }) => saysAll(terms, words, context));
    const [only] = told;
    if (only === undefined || told.some(({ place }) => place !== only.place)) return null;
    return { draft: await drawn(only, report, context), remember: { terms: question.terms, figure: null } };
  },
};

function asksForPlace({ folded, lang }: Question): boolean {
  return questionWords(lang).patterns.placeAsked.test(folded);
}

function placesIn(sentences: readonly ReadSentence[]): PlaceTold[] {
  return sentences.flatMap((sentence) => {
    const text = fold(sentence.text).text;
    const found = reportWording().placeInRank.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'gu'))]).toSorted((a, b) => a.index - b.index);
    return found.flatMap((match, i): PlaceTold[] => {
      const before = found[i - 1];
      const place = valueIn('zh', ['numeral'], match.groups?.['n']);
      const words = text.slice(before === undefined ? 0 : before.index + before[0].length, match.index + match[0].length);
      return place === null ? [] : [{ sentence, words, place, unit: match.groups?.['unit'] || null }];
    });
  });
}

/** Each thing that the question names is said where the place is told, not in some other part of the sentence. */
function saysAll(terms: readonly Term[], words: string, context: Context): boolean {
  const facets = facetsOfText(words, context.terms(words));
  return explain(terms, facets).unexplained.length === 0;
}

async function drawn({ sentence, place, unit }: PlaceTold, report: ReportCard, context: Context) {
  const evidence = new Evidence(context.library);
  const citation = await evidence.place(report, asSpans([...sentence.spans]), 'passage', sentence.path);
  return { status: 'answered' as const, blocks: [{ type: 'text' as const, inlines: say(context.lang, 'passageLead', orgYear(context.lang, report)) }, { type: 'quote' as const, citation }], value: place, unit, citations: evidence.citations };
}
