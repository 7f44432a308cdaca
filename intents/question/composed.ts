import type { Lang } from '../../index/mod.js';
import { wholeQuestions, type Frame } from '../language/whole-questions.js';
import { followUpWords } from './follow-up-words.js';
import { asTyped, type Question } from './read.js';
import type { Claimed } from './terms.js';

/** What a complete question is made of. */
export interface Pieces {
  readonly names: readonly string[];
  /** As a complete question says them: 2021年, in 2021, 近三年. */
  readonly years: readonly string[];
  /** 各乡镇. */
  readonly group: string;
  readonly figure: string;
  readonly counter: string;
  /** A place in a rank, or how many of it. */
  readonly n: string;
  /** What was typed, where a question keeps it. */
  readonly text?: string;
}

/** Whose and which year's; empty lists for what is not said. */
export type ScopeSaid = Pick<Pieces, 'names' | 'years'>;

/** A complete question of the pieces. */
export function filled(frame: Frame, lang: Lang, { names, years, ...pieces }: Pieces): string {
  const { joins, frames } = wholeQuestions(lang);
  const filling: Readonly<Record<string, string>> = { ...pieces, names: names.join(joins.names), years: years.join(joins.years) };
  return frames[frame].replace(/\{(\w+)\}/gu, (_, slot: string) => filling[slot] ?? '').replace(/\s+(?=\?|$)/gu, '');
}

/** A question with other organisations and years in the place of its own; what it has no place for is put to it. */
export function withScope(question: Pick<Question, 'folded' | 'lang' | 'organisations' | 'years'>, { names, years }: ScopeSaid): string {
  const { lang } = question;
  const { joins, yearLead } = wholeQuestions(lang);
  const swaps: (Claimed & { readonly by: string })[] = [];
  const swapped = (places: readonly Claimed[], by: readonly string[], join: string): boolean => {
    const spans = by.length === 0 ? [] : [...new Map(places.map((place) => [place.start, place])).values()];
    for (const [i, { start, end }] of spans.entries()) swaps.push({ start, end, by: i === 0 ? by.join(join) : '' });
    return spans.length > 0;
  };
  const left = { names: swapped(question.organisations, names, joins.names) ? [] : names, years: swapped(question.years, years.map((year) => year.startsWith(yearLead) ? year.slice(yearLead.length) : year), joins.years) ? [] : years };
  const text = swaps.toSorted((a, b) => b.start - a.start).reduce((folded, { start, end, by }) => folded.slice(0, start) + by + folded.slice(end), question.folded);
  return scoped(text, lang, left);
}

/** A question as one of its own about one organisation's report of a year, in the words it was typed in; `figure` are words to be put to it. */
export function wholeFor(question: Question, { names, years, figure }: { readonly names: readonly string[]; readonly years: readonly number[]; readonly figure: string }): string {
  const { lead, tail } = followUpWords(question.lang);
  const { year } = wholeQuestions(question.lang);
  const typed = asTyped(question);
  const opening = lead.exec(typed)?.[0].length ?? 0;
  const moved = <T extends Claimed>(places: readonly T[]): T[] => places.map((place) => ({ ...place, start: place.start - opening, end: place.end - opening }));
  const text = typed.slice(opening).replace(tail, '');
  const said = { folded: joinedWords([text, figure], question.lang), lang: question.lang, organisations: moved(question.organisations), years: moved(question.years) };
  const whole = withScope(said, { names, years: years.map((one) => year.replace('{n}', String(one))) });
  // What asks, asks on.
  return /[?？]$/u.test(typed) && !/[?？]$/u.test(whole) ? `${whole}${question.lang === 'zh' ? '？' : '?'}` : whole;
}

/** A text with organisations and years put to it. */
export function scoped(text: string, lang: Lang, { names, years }: ScopeSaid): string {
  if (names.length === 0 && years.length === 0) return text;
  const { joins, scoped: frames } = wholeQuestions(lang);
  const put = (frame: string, value: string): string => (value === '' ? '' : frame.replace('{value}', value));
  const asked = text.replace(/[?？.。!\s]*$/u, '');
  return frames.whole.replace('{names}', put(frames.names, names.join(joins.names))).replace('{years}', put(frames.years, years.join(joins.years))).replace('{text}', () => asked);
}

/** Words of a figure side by side. */
export function joinedWords(words: readonly string[], lang: Lang): string {
  return words.filter((word) => word !== '').join(wholeQuestions(lang).joins.words);
}

/** The question without what opens and ends a follow-up. */
export function bare({ folded, lang }: Pick<Question, 'folded' | 'lang'>): string {
  const { lead, tail } = followUpWords(lang);
  return folded.replace(lead, '').replace(tail, '');
}
