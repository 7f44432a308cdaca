import { dayInChina, yearOf, type Day, type Lang, type ReportCard } from '../../index/mod.js';
import type { Contradiction } from '../question/contradiction.js';
import { asTyped, type Question } from '../question/read.js';
import { nearestTo } from '../question/unheld-places.js';
import type { Lacking } from '../question/scope.js';
import type { Block, Draft, Inline } from './answer.js';
import { inARow, say, wordsOf } from './phrases.js';
import { named } from './present.js';

/** From when the Regulation on Open Government Information is in force: before it nobody had to report. Source: 政府信息公开条例（2007）第三十八条. */
export const LAW_SINCE = '2008-05-01' as Day;

/** Why no report of these years is held, by the name of the sentence that says so. */
export function yearRefusal(years: readonly number[], at: Date): 'yearBeforeLaw' | 'yearFuture' | 'yearNotHeld' {
  if (years.length > 0 && years.every((year) => year < yearOf(LAW_SINCE))) return 'yearBeforeLaw';
  return years.length > 0 && years.every((year) => year > yearOf(dayInChina(at))) ? 'yearFuture' : 'yearNotHeld';
}

/** Says where the organisation lies, and offers the question without the place that it does not lie in. */
export function contradictionDraft(question: Question, { place, card }: Contradiction): Draft {
  const { lang } = question;
  const path = card.org.path.slice(0, -1).join('') || card.org.fullName;
  const option = question.text.replace(new RegExp(`${place.text}(?:的)?`, 'u'), path);
  const lead = say(lang, 'contradictoryPlace', { name: named(card.org.name), path: named(path), place: { type: 'echo', text: place.text } });
  const blocks: Block[] = [{ type: 'choices', lead: wordsOf(lead), options: [option] }];
  return { status: 'clarify', reason: 'ambiguous_scope', blocks, options: [option] };
}

const MOST_NAMES = 12;
const MOST_NEAREST = 3;

/** Says that no report of the organisation is held and who is; offers the question for those whose name is nearest. */
export function organisationRefusal(question: Question, name: string, cards: readonly ReportCard[]): Draft {
  const { answerIn: lang } = question;
  const held = [...new Map(cards.map((card) => [card.orgKey, card.org])).values()];
  const names = [...new Set(held.map((org) => org.name))];
  const inlines = say(lang, 'organisationNotHeld', { name: { type: 'echo', text: name }, held: named(names.slice(0, MOST_NAMES).join('、') + (names.length > MOST_NAMES ? '…' : '')) });
  const typed = asTyped(question);
  const at = typed.toLowerCase().indexOf(name.toLowerCase());
  const options = at < 0 ? [] : nearestTo(name, held).slice(0, MOST_NEAREST).map((org) => typed.slice(0, at) + org.name + typed.slice(at + name.length));
  const choices: Block[] = options.length === 0 ? [] : [{ type: 'choices', lead: wordsOf(say(lang, 'nearest')), options }];
  return { status: 'not_found', reason: 'no_document', blocks: [{ type: 'text', inlines }, ...choices], options };
}

/** Whom a name that was not written right was taken for; nothing where every name was. */
export function takenNames({ organisations, answerIn }: Question, cards: readonly ReportCard[]): Block[] {
  const taken = organisations.flatMap(({ guessed, keys }) => (guessed && keys.length === 1 ? keys : []));
  if (taken.length === 0) return [];
  const names = [...new Set(cards.filter(({ orgKey }) => taken.includes(orgKey)).map(({ org }) => org.name))];
  return names.length === 0 ? [] : [{ type: 'text', inlines: say(answerIn, 'guessed', { name: named(names.join('、')) }) }];
}

/** Reports that a question names beside those that are held: said, so that what is answered is not taken for all that was asked. Where they were to be added up, what is held answers nothing and is only told. */
export function withLacking(draft: Draft, lang: Lang, lacking: Lacking, addsUp: boolean): Draft {
  if (lacking.length === 0 || draft.status !== 'answered') return draft;
  const names = lacking.slice(0, MOST_NAMES).flatMap(({ name, year }, i): Inline[] => [...(i === 0 ? [] : say(lang, 'listJoin')), ...say(lang, 'ofYear', { org: named(name), year: { type: 'counted', text: String(year), basis: 'asked' } })]);
  // 2018年至2020年累计投入35万元, told by the report of 2020, adds them up itself.
  const isTold = ({ year }: Lacking[number]): boolean => draft.citations?.some((citation) => citation.kind === 'report' && citation.quote.includes(String(year))) ?? false;
  if (addsUp && lacking.some(isTold)) return draft;
  if (addsUp) return { ...draft, status: 'not_found', reason: 'no_document', value: null, unit: null, blocks: [{ type: 'text', inlines: say(lang, 'lackingForTotal', { names }) }, ...draft.blocks] };
  // What is answered is not the one number that was asked for.
  return { ...draft, value: null, unit: null, blocks: [...draft.blocks, { type: 'text', inlines: say(lang, 'lackingReports', { names }) }] };
}

/** The years of the reports given, each once. */
export function heldYears(lang: Lang, cards: readonly ReportCard[]): Inline[] {
  const years = [...new Set(cards.flatMap((card) => (card.year === null ? [] : [card.year])))].sort((a, b) => a - b);
  return inARow(lang, years.map((year) => say(lang, 'year', { n: { type: 'counted', text: String(year), basis: 'held' } })));
}
