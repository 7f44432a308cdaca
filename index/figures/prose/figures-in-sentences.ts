import type { FoundFigure } from '../../document/figure.js';
import { originalEnd } from '../../document/folded.js';
import { spansWithin, type Passage } from '../../document/passage.js';
import type { FoldedRange } from '../../language/numbers/mod.js';
import { draftsOf } from './drafts.js';
import { isAdditive, type Draft } from './draft.js';
import { inheritAll } from './ellipsis.js';
import { heldOf, plannedOf, plansIn } from './held.js';
import { signals } from './lexicon.js';
import { mentionsIn, type Mention } from './mentions.js';
import { findParents } from './parts.js';
import { prepare, withBounds, type Sentence } from './sentence.js';
import { statOf } from './stat.js';
import { namesTime, periodsIn, whenOf, yearOpening, type When } from './time.js';
import { zerosIn } from './zeros.js';

/** Where sentences stand. */
export interface ProseContext {
  /** The report's own year; a sentence that names it names nothing new. Null when the report has none. */
  readonly year: number | null;
  /** Titles of the sections around them, outermost first. */
  readonly path: readonly string[];
}

/** Parts may spell out a total of so many sentences before, and of so many candidates in each. */
const SENTENCES_BACK = 3;
const MOST_TOTALS = 12;
const WORTH_READING = /[\d０-９零〇○一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾未没无不]/;

/** What the sentences before opened with, for a sentence that names no time itself. */
interface Standing {
  readonly year: number;
  /** True where they mean to do what they tell: 2021年将从两方面发力。录制音频6期。 */
  readonly isAhead: boolean;
}

type Reading = (sentence: Sentence, before: readonly Draft[], earlier: readonly Draft[], standing: Standing | null) => Draft[];

/**
 * The figures of the sentences of one paragraph, in reading order; `partOf` counts in the list returned.
 * Pure and total: it never throws, whatever the text.
 */
export function figuresInSentences(passages: readonly Passage[], context: ProseContext): FoundFigure[] {
  return figuresRead(passages, context, draftsIn);
}

/** What the sentences of one paragraph only mean to reach: all numbers of those that `isPlan`, else those behind words of a plan. As `figuresInSentences`. */
export function plannedInSentences(passages: readonly Passage[], context: ProseContext, isPlan: (sentence: Passage) => boolean): FoundFigure[] {
  return figuresRead(passages, context, (sentence, before, earlier, standing) => plannedIn(sentence, isPlan(sentence.passage) ? wholeOf(sentence) : plansUnder(standing, sentence), before, earlier));
}

function figuresRead(passages: readonly Passage[], context: ProseContext, read: Reading): FoundFigure[] {
  const all: Draft[] = [];
  let before: readonly Draft[] = [];
  let earlier: readonly (readonly Draft[])[] = [];
  let standing: Standing | null = null;
  for (const passage of passages) {
    if (!WORTH_READING.test(passage.text)) {
      before = [];
      continue;
    }
    const sentence = prepare(passage);
    const taken: Standing | null = standing === null || namesTime(sentence) ? null : standing;
    const drafts = read(sentence, before, earlier.flat(), taken);
    standing = taken ?? standingAfter(sentence, context.year);
    all.push(...drafts);
    before = drafts.filter((draft) => isAdditive(draft) && draft.mention!.level === 0).reverse();
    before = [...before.filter((draft) => draft.parent === null), ...before.filter((draft) => draft.parent !== null)];
    earlier = [before.slice(0, MOST_TOTALS), ...earlier.slice(0, SENTENCES_BACK - 1)];
  }
  const position = new Map(all.map((draft, i) => [draft, i]));
  return all.map((draft) => figure(draft, position, context));
}

/** A year after the report's own of which the sentence means to do something is still ahead. */
function standingAfter(sentence: Sentence, own: number | null): Standing | null {
  const year = yearOpening(sentence);
  return year === null ? null : { year, isAhead: own !== null && year > own && plansIn(sentence).length > 0 };
}

function plansUnder(standing: Standing | null, sentence: Sentence): readonly FoldedRange[] {
  return standing?.isAhead === true ? wholeOf(sentence) : plansIn(sentence);
}

function wholeOf({ text }: Sentence): readonly FoldedRange[] {
  return [{ start: 0, end: text.length }];
}

function draftsIn(sentence: Sentence, before: readonly Draft[], earlier: readonly Draft[], standing: Standing | null): Draft[] {
  const plans = plansUnder(standing, sentence);
  const mentions = mentionsIn(sentence);
  const held = heldOf(sentence, mentions, plans);
  // A plan's year is no year of what is told.
  const told = plans.length === 0 ? sentence : { ...sentence, numbers: sentence.numbers.filter(({ start }) => !plans.some((plan) => plan.start <= start && start < plan.end)) };
  const drafts = draftsOfThose(sentence, told, held, before, earlier);
  const zeros = zerosIn(sentence, mentions, plans);
  datesBefore(drafts, told, zeros);
  const merged = [...drafts, ...zeros].sort((a, b) => a.place.start - b.place.start);
  inheritAll(merged);
  for (const draft of merged) if (draft.period === null) draft.year ??= standing?.year ?? null;
  return merged;
}

function plannedIn(sentence: Sentence, plans: readonly FoldedRange[], before: readonly Draft[], earlier: readonly Draft[]): Draft[] {
  if (plans.length === 0) return [];
  const whole = withBounds(sentence);
  const drafts = draftsOfThose(whole, whole, plannedOf(whole, mentionsIn(whole), plans), before, earlier);
  inheritAll(drafts);
  return drafts;
}

/** What `mentions` of a sentence state, with their totals; `told` holds the numbers that may date them. */
function draftsOfThose(sentence: Sentence, told: Sentence, mentions: readonly Mention[], before: readonly Draft[], earlier: readonly Draft[]): Draft[] {
  const whens = whenOf(told, mentions);
  const drafts = draftsOf(sentence, mentions, whens);
  drafts.forEach((draft, i) => {
    draft.stat = statOf(draft, drafts[i - 1] ?? null);
    // 2022年12件，2021年9件，同比增加3件: a change is said of the later year.
    if (draft.stat === 'change' && draft.year !== null && draft.year === whens[draft.mention!.index]!.year) draft.year = Math.max(...drafts.slice(Math.max(0, i - 4), i + 1).map((other) => other.year ?? 0));
    if (draft.pieces.some((piece) => piece.role === 'total') && whens[draft.mention!.index]!.years.length > 1) draft.year = null;
  });
  findParents(drafts, before, earlier);
  yearsOfTotals(drafts, whens);
  return drafts;
}

/** Figures looked back over for the one that named the year. */
const NEAR = 12;

/** 846条(2019年为701条)，其中网站312条: a part is of its total's year, not of the year that a number beside the total named. */
function yearsOfTotals(drafts: readonly Draft[], whens: readonly When[]): void {
  const dates = (drafts[0]?.sentence.numbers ?? []).filter((number) => number.kind === 'date');
  if (dates.length === 0) return;
  drafts.forEach((draft, i) => {
    const total = draft.parent;
    if (total === null || total.sentence !== draft.sentence || draft.year === total.year || whens[draft.mention!.index]!.years.length > 0) return;
    const since = drafts[i - 1]?.place.end ?? 0;
    const isNamedHere = dates.some((date) => date.year === draft.year && date.start >= since && date.start < draft.place.start);
    const isBeside = drafts.slice(Math.max(0, i - NEAR), i).some((other) => other !== total && other.parent !== total && other.year === draft.year && other.place.start > total.place.start && other.place.start < draft.place.start);
    if (!isNamedHere && isBeside) draft.year = total.year;
  });
}

/** A zero said in words holds for the year that the sentence named last. */
function datesBefore(drafts: readonly Draft[], sentence: Sentence, zeros: readonly Draft[]): void {
  const dates = sentence.numbers.filter((number) => number.kind === 'date' && number.year !== null);
  const periods = zeros.length === 0 ? [] : periodsIn(sentence.text);
  let next = 0;
  let named = 0;
  for (const zero of zeros) {
    while (next < dates.length && dates[next]!.start < zero.place.start) next += 1;
    const last = dates[next - 1];
    const compares = last !== undefined && signals.comparisonHeads.before(sentence.text, last.start) !== null;
    while (named < periods.length && periods[named]!.at < zero.place.start) named += 1;
    zero.period ??= periods[named - 1]?.word ?? null;
    zero.year = last === undefined || compares ? (drafts.at(-1)?.year ?? null) : last.year;
  }
}

function figure(draft: Draft, position: ReadonlyMap<Draft, number>, context: ProseContext): FoundFigure {
  const { sentence, place } = draft;
  const { folded, passage } = sentence;
  const start = folded.start[place.start]!;
  const end = originalEnd(folded, place.end);
  const scope = [...draft.pieces, ...draft.inherited].find((piece) => piece.role === 'scope' || signals.ownOffices.at(piece.text, 0) !== null);
  return {
    quantity: { value: draft.value, state: 'number', unit: draft.unit, approx: draft.approx, asWritten: passage.text.slice(start, end) },
    place: spansWithin(passage, start, end),
    labels: draft.pieces.map((piece) => piece.text),
    inherited: draft.inherited.map((piece) => piece.text),
    metric: null,
    scope: scope?.text ?? null,
    partOf: draft.parent === null ? null : (position.get(draft.parent) ?? null),
    stat: draft.stat,
    trust: 'stated',
    year: draft.year === context.year ? null : draft.year,
    period: draft.period,
    quote: passage.spans,
    unit: 'passage',
    path: context.path,
  };
}
