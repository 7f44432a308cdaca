import { fold, type Figure, type Spans } from '../../index/mod.js';
import { fits } from '../language/cue-words.js';
import { labelCues } from '../language/label-cues.js';
import { familyOf } from '../language/unit-families.js';
import type { Facet } from './facets.js';

/** Words of a text, read as facets and as they stand (folded). */
export interface Words {
  readonly facets: readonly Facet[];
  readonly text: string;
}

/** What stands around a number that its label does not say. */
export interface Surroundings {
  /** Its own clause: from the number or mark before it to the mark behind it. */
  readonly clause: Words;
  /** What its sentence says before, save what other numbers of the same kind and other totals' parts say of themselves. */
  readonly sentence: Words;
  /** The titles it stands under. */
  readonly headings: Words;
}

const EDGE = /[,;。:()!?]/;
const NOTHING: Words = { facets: [], text: '' };

/** Words of which most are only looked at as they stand: what they mean is read when somebody asks. */
function wordsOf(text: string, meaning: () => readonly Facet[]): Words {
  let facets: readonly Facet[] | null = null;
  return {
    text,
    get facets() {
      return (facets ??= meaning());
    },
  };
}

/**
 * The surroundings of a stated figure. `beside`: the other figures of its sentence; `above`: ids of the totals it is a part of, whose words it may use.
 * `kindAsked`: the question says what is counted (多少元), so that words of numbers of another kind may be about this one too.
 * Its words are read when they are asked for, which is meant to be only when labels were not enough.
 */
export function surroundingsOf(figure: Figure, beside: readonly Figure[], above: ReadonlySet<number>, kindAsked: boolean, text: string, read: (text: string) => readonly Facet[]): Surroundings {
  const headings = figure.path.map((title) => fold(title).text.toLowerCase());
  const head = wordsOf(headings.join(' '), () => headings.flatMap(read));
  const folded = fold(figure.quote.map((span) => text.slice(span.start, span.end)).join(''));
  const placeOf = (other: Figure): { start: number; end: number } | null => (other.place === null ? null : placeIn(figure.quote, other.place, folded.start));
  const own = placeOf(figure);
  if (own === null) return { clause: NOTHING, sentence: NOTHING, headings: head };
  const numbers = beside.flatMap((other) => placeOf(other) ?? []);
  const before = Math.max(0, ...numbers.filter((other) => other.end <= own.start).map((other) => other.end));
  const behind = Math.min(folded.text.length, ...numbers.filter((other) => other.start >= own.end).map((other) => other.start));
  const start = Math.max(lastEdge(folded.text, own.start), between(folded.text, before, own.start) + 1 || before);
  const end = Math.min(nextEdge(folded.text, own.end), behind < folded.text.length ? (between(folded.text, own.end, behind) + 1 || behind + 1) - 1 : behind);
  const clause = `${folded.text.slice(start, own.start)} ${folded.text.slice(own.end, end)}${figure.partOf === null ? saidOfAll(folded.text, end, behind) : ''}`;
  const family = familyOf(figure.quantity.unit);
  // 关闭企业6家；查处焚烧27起，罚款1.35万元: what is said before a semicolon of things of another kind is said of them alone.
  const isApart = (other: Figure): boolean => folded.text.slice(placeOf(other)?.end ?? own.start, own.start).includes(';');
  const rivals = beside.filter((other) => !above.has(other.id) && (!kindAsked || familyOf(other.quantity.unit) === family || other.partOf !== null || isApart(other) || sharesName(figure, other, read)) && !isBaseOf(figure, other)).flatMap((other) => other.labels.map((label) => fold(label).text));
  const total = beside.find((other) => (other.id as number) === figure.partOf);
  const rest = rivals.reduce((left, label) => left.replaceAll(label, ' '), withoutSaidOf(total === undefined ? null : placeOf(total), folded.text, start));
  const besideRivals = (): readonly Facet[] => {
    const theirs = new Set(rivals.flatMap(read).flatMap((facet) => facet.concepts));
    return read(rest).filter((facet) => !facet.concepts.some((concept) => theirs.has(concept)));
  };
  return { clause: wordsOf(clause.toLowerCase(), () => read(clause)), sentence: wordsOf(rest.toLowerCase(), besideRivals), headings: head };
}

/** 收到来件8件，均已登记，全部按期答复: the clauses behind that are said of all of them; '' where none is, or where it denies something. */
function saidOfAll(text: string, end: number, behind: number): string {
  const { allOfThem, lacking } = labelCues();
  let said = end;
  while (text[said] === ',') {
    const close = nextEdge(text, said + 1);
    const clause = text.slice(said + 1, close);
    if (close > behind || !fits([allOfThem], clause) || lacking.some((word) => clause.includes(word))) break;
    said = close;
  }
  return text.slice(end, said);
}

/** What stands before `start`, but for what is said of all that a total counts: 收到8件，均已答复，其中公开5件 says of the five alone no answer. */
function withoutSaidOf(total: { readonly end: number } | null, text: string, start: number): string {
  if (total === null || total.end >= start) return text.slice(0, start);
  const end = nextEdge(text, total.end);
  return text.slice(0, end) + text.slice(end + saidOfAll(text, end, start).length, start);
}

/** 全员培训1次、骨干培训3次: what is called alike is told apart by its own words, which are nobody else's. */
function sharesName(figure: Figure, other: Figure, read: (text: string) => readonly Facet[]): boolean {
  const telling = ({ labels, inherited }: Figure): string[] => (labels.length > 0 ? labels : inherited).flatMap((label) => read(fold(label).text)).flatMap((facet) => (facet.weight >= TELLING ? (facet.concepts[0] ?? facet.text) : []));
  const [own, theirs] = [telling(figure), telling(other)];
  const apart = (here: readonly string[], there: readonly string[]): boolean => here.some((word) => !there.includes(word));
  return theirs.some((word) => own.includes(word)) && apart(own, theirs) && apart(theirs, own);
}

/** 主动公开524条，上年为538条: the year before is told of the same thing as the number before it. */
function isBaseOf(figure: Figure, other: Figure): boolean {
  return figure.period !== null && (other.id as number) === (figure.id as number) - 1 && other.quantity.unit === figure.quantity.unit;
}

/** A word of at least this weight tells figures apart. */
const TELLING = 0.5;

/** Where `place` stands in the folded words of `quote`; null when it stands elsewhere. */
function placeIn(quote: Spans, place: Spans, starts: ArrayLike<number>): { start: number; end: number } | null {
  const offset = (at: number): number => {
    let before = 0;
    for (const span of quote) {
      if (at >= span.start && at < span.end) return before + at - span.start;
      before += span.end - span.start;
    }
    return -1;
  };
  const [first, last] = [offset(place[0].start), offset(place[place.length - 1]!.end - 1)];
  if (first < 0 || last < 0) return null;
  const index = (at: number): number => {
    let i = 0;
    while (i < starts.length && starts[i]! < at) i += 1;
    return i;
  };
  return { start: index(first), end: index(last + 1) };
}

/** 企业287家、职工1.38万人: where a list mark parts two numbers; -1 when none does. */
function between(text: string, from: number, to: number): number {
  const at = text.indexOf('、', from);
  return at >= from && at < to && from > 0 ? at : -1;
}

function lastEdge(text: string, before: number): number {
  for (let at = before - 1; at >= 0; at -= 1) if (EDGE.test(text[at]!)) return at + 1;
  return 0;
}

function nextEdge(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (EDGE.test(text[at]!)) return at;
  return text.length;
}
