import { fold, type Library, type ReportCard } from '../index/mod.js';
import type { Draft } from './answer/answer.js';
import { bindingFor, type Asking } from './binding.js';
import { derive } from './catalogue/derive.js';
import { figureLookup } from './catalogue/figure-lookup.js';
import { MOST_LOOKED_INTO, type Drafting } from './drafting.js';
import type { Memory } from './intent.js';
import { questionWords } from './language/words.js';
import { withHeldYears } from './question/held-years.js';
import { askedOfPeriod } from './question/period-column.js';
import { cutAsPrinted, withTellingRest } from './question/printed-words.js';
import type { Question, ReadingRoom } from './question/read.js';
import { rewordings } from './question/reworded.js';
import { scopeOf } from './question/scope.js';
import { soundedBehind, soundedInPrint } from './question/sounded.js';
import { sameTerms, type Cut, type Respell } from './question/terms.js';
import type { Roster } from './roster.js';
import type { Turn } from './turns.js';

/** What a question is read again with. */
export interface ReadingAgain {
  readonly library: Library;
  readonly roster: Roster;
  readonly cut: Cut;
  /** What a mistyped word sounds like. */
  readonly respell: Respell;
  readonly draftFor: Drafting['draftFor'];
}

/** A question that led nowhere as typed is read once more in the words that the reports print, in an order or wording that is known to ask the same, and by its sound as the lexicon or the reports have it; only an answer is taken. What was answered is read again only where a character of it must be mistyped. */
export async function readAgain(text: string, room: ReadingRoom, first: Draft, cards: readonly ReportCard[], memory: Memory | null, asking: Asking, { cut, draftFor, library, respell, roster }: ReadingAgain): Promise<Turn | null> {
  const before = withHeldYears(text, room, cards, memory, asking.at);
  const meant = await reportsMeant(before, cards, memory, asking, { library, roster });
  const behind = soundedBehind(before, meant);
  if (behind !== null) {
    const putRight = await draftFor(withHeldYears(behind, room, cards, memory, asking.at), cards, memory, { ...asking, reminders: null });
    if (putRight.draft.status === 'answered') return putRight;
  }
  if (first.status === 'clarify') return null;
  const printedTexts = onFirstUse(() => meant.map((printed) => fold(printed).text));
  for (const { said, inWords } of meant.length === 1 ? rewordings(before.folded, before.lang, printedTexts, true) : []) {
    const meantSo = await draftFor(withHeldYears(said, room, cards, memory, asking.at), cards, memory, { ...asking, reminders: null });
    if (meantSo.draft.status === 'answered' && (inWords || meantSo.intent === derive.name)) return meantSo;
  }
  if (first.status === 'answered') return null;
  const texts = printedTexts();
  const asPrinted = withHeldYears(text, { ...room, cut: cutAsPrinted(cut, before.terms, texts, questionWords(before.lang).particles) }, cards, memory, asking.at);
  // Only a number of something is looked for so: a sentence that shares printed words with a question need not answer it.
  if (texts.length === 1 && asPrinted.counter !== null && !sameTerms(before.terms, asPrinted.terms)) {
    const inItsWords = await draftFor({ ...asPrinted, terms: withTellingRest(asPrinted.terms, before.terms) }, cards, memory, { ...asking, reminders: null });
    if (inItsWords.draft.status === 'answered' && inItsWords.intent === figureLookup.name) return inItsWords;
  }
  const ofPeriod = texts.length === 1 ? askedOfPeriod(before, texts[0]!) : null;
  if (ofPeriod !== null) {
    const inColumn = await draftFor(ofPeriod, cards, memory, { ...asking, reminders: null });
    if (inColumn.draft.status === 'answered' && inColumn.intent === figureLookup.name) return inColumn;
  }
  for (const { said, inWords } of rewordings(before.folded, before.lang, printedTexts)) {
    const { draft, ...rest } = await draftFor(withHeldYears(said, room, cards, memory, asking.at), cards, memory, { ...asking, reminders: null });
    if (draft.status === 'answered' && (inWords || typeof draft.value === 'number')) return { ...rest, draft };
  }
  const printed = before.terms.flatMap(({ concept, text: word }) => (concept === null && word.length > 1 && texts.some((report) => report.includes(word)) ? [word] : []));
  const asHeard = (run: string): string | null => (printed.some((word) => word.includes(run) || run.includes(word)) ? null : respell(run));
  const heard = withHeldYears(text, { ...room, respell: asHeard }, cards, memory, asking.at);
  const inPrint = soundedInPrint(before.folded, before.terms, texts);
  for (const question of [heard, ...(inPrint === null ? [] : [withHeldYears(inPrint, room, cards, memory, asking.at)])]) {
    if (!before.terms.some((term) => term.concept === null) || sameTerms(before.terms, question.terms)) continue;
    // By its sound nothing is changed for anybody: only questions are read so.
    const second = await draftFor(question, cards, memory, { ...asking, reminders: null });
    if (second.draft.status === 'answered') return second;
  }
  return null;
}

/** `make`, asked once: what was answered as typed mostly needs nothing of it. */
function onFirstUse<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Texts of the few reports that a question means, as printed; none when it means many. */
async function reportsMeant(question: Question, cards: readonly ReportCard[], memory: Memory | null, asking: Asking, { library, roster }: Pick<ReadingAgain, 'library' | 'roster'>): Promise<string[]> {
  const scope = scopeOf(question, cards, memory, asking.at, bindingFor(question, asking, roster, cards));
  if (scope.kind !== 'reports' || scope.reports.length > MOST_LOOKED_INTO) return [];
  return Promise.all(scope.reports.map(async (card) => (await library.source(card.report)).text));
}
