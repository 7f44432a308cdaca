import { z } from 'zod';
import { lexicon, loadData, type ConceptId, type Lang } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { countsThingsThemselves, familyOf } from '../language/unit-families.js';
import { questionWords } from '../language/words.js';
import type { Candidate } from './candidates.js';
import { type Fit } from './explain.js';
import { DISTINGUISHING, means } from './strength.js';
import { baseForms } from './english.js';
import type { Facet, Facets } from './facets.js';
import type { Term } from './terms.js';

const Kind = z.strictObject({
  /** Names of such things; what is narrower than one of them is such a thing too. */
  concepts: z.array(z.string()),
  /** Families of units, and single units, that count them. */
  families: z.array(z.string()),
  units: z.array(z.string()),
});
const Kinds = z.record(z.string(), Kind);

let loaded: z.output<typeof Kinds> | undefined;
function kinds(): z.output<typeof Kinds> {
  loaded ??= loadData('intents/language/kinds.json', Kinds);
  return loaded;
}

/** True for 站, 窗口, 村: a concept that names where something is done, or who does it there. */
export function isPlace(concept: ConceptId): boolean {
  return kinds()['places']!.concepts.some((place) => place === concept || lexicon().withNarrower(place)?.has(concept) === true);
}

/** What a question counts by name (how many villages): the word itself and the kinds of things it may be, by their names in kinds.json. */
export interface KindCounted {
  readonly head: Term;
  /** All that the head was read as (village, station). */
  readonly readings: readonly Term[];
  readonly kinds: readonly string[];
}

const PERSON: ConceptId = 'person';
const HOW_MANY = /\b(?:how many(?: (?:more|fewer))?|number of) /u;

/** How many more attendances: both numbers that are set against each other count what is named. */
export function countsHowManyMore({ folded, lang }: { readonly folded: string; readonly lang: Lang }): boolean {
  return lang === 'en' && /\bhow many (?:more|fewer) /u.test(folded);
}

/** What may stand between the words of one noun: supervisors' proposals. */
const JOINS = /^(?:'s?)? ?$/u;

/** At village level, by letter: where, when and by what is no piece of the noun. */
const SAYS_WHERE = /^(?:at|in|on|by|for|from|through|over|via|with|within|under) /u;

/** Text messages about vaccination are messages. */
function isFrame({ text, weight }: Term): boolean {
  return weight === 0 && questionWords('en').frames.includes(text);
}

/** The noun behind how many, the last of its words before one that says what is done; null when there is none or its kind is not known. */
export function kindCounted(folded: string, terms: readonly Term[]): KindCounted | null {
  const asked = HOW_MANY.exec(folded);
  if (!asked) return null;
  let head: Term | null = null;
  let readings: readonly Term[] = [];
  let end = asked.index + asked[0].length;
  for (const term of terms.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (term.start < end && term.end <= end && head !== null && term.start === head.start) {
      head = term;
      readings = [...readings, term];
      continue;
    }
    if (term.start < end) continue;
    if (!JOINS.test(folded.slice(end, term.start)) || (head !== null && SAYS_WHERE.test(term.text))) break;
    if (head !== null && (isFrame(term) || (isDone(term) && !isOccasions(term)) || (term.gloss?.mayBeDeed === true && kindsNamed(readings).length > 0))) break;
    head = term;
    readings = [term];
    end = term.end;
  }
  if (head === null) return null;
  const named = [...new Set([...withoutMoney(kindsNamed(readings)), ...householdsNamedLast(head)])];
  const of = named.length === 0 ? placesNamedLast(head) : named;
  return of.length === 0 ? null : { head, readings, kinds: of };
}

/** Hearings of residents are counted, whatever was done with them: a deed in the plural is a noun. */
function isOccasions({ concept, text }: Term): boolean {
  return PLURAL.test(text) && kindsOf(concept).includes('occasions');
}

const PLURAL = /s$/u;

/** How many penalties asks for cases: only how much asks for what they came to. */
function withoutMoney(kinds: readonly string[]): readonly string[] {
  return kinds.length > 1 ? kinds.filter((name) => name !== MONEY) : kinds;
}

const MONEY = 'money';

/** Civil affairs offices are offices, whatever the lexicon makes of the whole phrase. */
function placesNamedLast({ text }: Term): string[] {
  const words = text.split(' ');
  if (words.length < 2) return [];
  const kinds = baseForms(words.at(-1)!).flatMap((word) => (lexicon().meaning('en', word) ?? []).flatMap(kindsOf));
  return kinds.includes('places') ? ['places'] : [];
}

/** Farming households are counted as households, whoever lives in them. */
function householdsNamedLast({ text }: Term): string[] {
  const last = text.split(' ').at(-1)!;
  return baseForms(last).some((word) => (lexicon().meaning('en', word) ?? []).some((concept) => kindsOf(concept).includes(HOUSEHOLDS))) ? [HOUSEHOLDS] : [];
}

const HOUSEHOLDS = 'households';

function kindsNamed(readings: readonly Term[]): string[] {
  // Trainees are people, whatever training itself is counted in.
  if (readings.length > 1 && readings.some(({ concept }) => concept === PERSON)) return [...kindsOf(PERSON)];
  return [...new Set(readings.flatMap(({ concept, gloss }) => [...kindsOf(concept), ...(gloss?.kinds ?? [])]))];
}

/** 多少村, 村数量: the noun right behind 多少 without a counter, or right before 数量; null with a counter, or where its kind is not known. */
export function kindNamed({ folded, counter }: { readonly folded: string; readonly counter: string | null }, terms: readonly Term[]): KindCounted | null {
  if (counter !== null) return null;
  const { howMany, quantityNouns } = labelCues();
  const head = terms.find(({ start }) => howMany.some((word) => folded.endsWith(word, start))) ?? terms.find(({ end }) => quantityNouns.some((word) => folded.startsWith(word, end)));
  const of = head === undefined ? [] : kindsOf(head.concept);
  return head === undefined || of.length === 0 ? null : { head, readings: [head], kinds: of };
}

function isDone({ concept, gloss }: Term): boolean {
  if (gloss?.isDeed === true) return true;
  return concept !== null && (lexicon().concept(concept)?.isAction ?? false);
}

/** The kinds of things that a word names: of people, of places, of occasions; none for any other word. */
export function kindsOf(concept: ConceptId | null): readonly string[] {
  if (concept === null) return [];
  const broader = lexicon().concept(concept)?.broader ?? [];
  return Object.entries(kinds()).flatMap(([name, { concepts }]) => (concepts.includes(concept) || broader.some((up) => concepts.includes(up)) ? [name] : []));
}

/** True when a figure's unit may count things of that kind; a figure without a unit may. */
export function countsKind({ kinds: asked }: KindCounted, unit: string | null): boolean {
  return unit === null || asked.some((name) => kinds()[name]!.units.includes(unit) || kinds()[name]!.families.includes(familyOf(unit)));
}

/** Kinds of which a figure in 个 counts the very things that its label names last. */
const THINGS: readonly string[] = ['places', 'objects'];

/**
 * False where a stated figure counts another thing than the one asked for by name: 11个村级代办点 are no villages, though they say the word.
 * What is counted stands last in the label or right behind the number; behind it may stand what became of it (加装电梯批准112部), where one of `terms`
 * says so, and of a part that says nothing else (其中暂缓校验6家) it stands in the total.
 */
export function countsTheHead({ readings, kinds: asked }: KindCounted, unit: string | null, { own, inherited, counted, measures, ownText }: Facets, terms: readonly Term[] = []): boolean {
  if (!asked.some((name) => THINGS.includes(name)) || !countsThingsThemselves(unit)) return true;
  const label = ownText.replaceAll(' ', '');
  // 微型|消防站 is cut in two, and its last piece stands for all of it.
  const endsAName = ({ text }: Facet): boolean => text !== '' && readings.some(({ gloss }) => gloss?.words.some((word) => word.length > text.length && word.endsWith(text) && label.includes(word)) === true);
  const isHead = (facet: Facet): boolean => endsAName(facet) || readings.some((reading) => means(reading, facet));
  const deeds = terms.filter(isDone);
  const saysWhatBecame = (facet: Facet): boolean => !isHead(facet) && facet.concepts.every((concept) => kindsOf(concept).length === 0) && deeds.some((deed) => means(deed, facet));
  const named = own.filter((facet) => facet.weight >= DISTINGUISHING && !facet.concepts.some((concept) => measures.has(concept)));
  const telling = named.filter((facet) => !saysWhatBecame(facet));
  if (telling.length === 0) return named.length === 0 || inherited.some(isHead);
  // 村级代办点 is read as a village and a post: the post, said last, is what is counted.
  const noun = (text: string | undefined): Facet | undefined => {
    const said = telling.filter((facet) => facet.text === text);
    return said.findLast(({ concepts }) => concepts.some((concept) => kindsOf(concept).some((name) => THINGS.includes(name)))) ?? said.at(-1);
  };
  const last = noun(telling.at(-1)?.text);
  const behind = noun(telling.find((facet) => facet.text !== '' && counted.startsWith(facet.text))?.text);
  return [last, behind].some((facet) => facet !== undefined && isHead(facet));
}

/** The number of matters handled by the hall is not how many windows it has: true for a figure of places or objects, named last in its label, of which an English question says nothing. */
export function countsThingsUnasked(unit: string | null, { own, measures }: Facets, { used }: Pick<Fit, 'used'>): boolean {
  if (!countsThingsThemselves(unit)) return false;
  const last = own.findLastIndex((facet) => facet.weight >= DISTINGUISHING && !facet.concepts.some((concept) => measures.has(concept)));
  return last >= 0 && !used.has(last) && own[last]!.concepts.some((concept) => kindsOf(concept).some((name) => THINGS.includes(name)));
}

/** What the cells of the official forms are counted in. */
export const OF_CELLS = '件';

/** False for a cell where people or places are asked for that it does not name: how many villagers were fined is not how many fines there were. */
export function countedInCell(kind: KindCounted, { explained }: Pick<Fit, 'explained'>): boolean {
  return countsKind(kind, OF_CELLS) || kind.head.weight === 0 || explained.has(kind.head);
}

/**
 * True for a cell of which the question names more than its column: how many law firms there are is not how many requests they made,
 * which the column by that name counts.
 */
export function namesMoreThanColumn(head: Term, terms: readonly Term[], { facets }: Pick<Candidate, 'facets'>): boolean {
  const ofRow = (concept: ConceptId): boolean => facets.implied.has(concept) || facets.anchors.includes(concept) || facets.own.slice(0, facets.rowFacets).some((facet) => facet.concepts.includes(concept));
  const ofColumn = (concept: ConceptId): boolean => facets.own.slice(facets.rowFacets).some((facet) => facet.concepts.includes(concept));
  return terms.some((term) => term !== head && term.concept !== null && ofRow(term.concept) && !ofColumn(term.concept));
}
