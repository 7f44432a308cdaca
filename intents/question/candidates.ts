import { fold, type ConceptId, type Decimal, type Figure, type Metric, type MetricId, type ReportCard } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import type { Facet, FacetReader, Facets } from './facets.js';
import { overYears, withYearBeside } from './accumulated.js';
import { DISTINGUISHING } from './strength.js';
import { isPlace } from './kind-counted.js';
import { withDecisions } from './decided.js';
import { kindsIn, kindsOfNames } from './quoted-names.js';
import { countedTogether, runTogether } from './counted-together.js';
import { leftStanding, stepTo, withFormer } from './replaced-number.js';
import { subtotalsOf } from './subtotals.js';
import { surroundingsOf, type Surroundings } from './surroundings.js';
import { topicsTold } from './topic-told.js';
import { sinceLastYear, wayCarried, yearGiven } from './year-of-figure.js';

/** Something that a question about a figure may mean: a figure held, or a subtotal that the form implies but does not print. */
export interface Candidate {
  readonly report: ReportCard;
  /** The figure itself, or the operands of a subtotal in the formula's order. */
  readonly figures: readonly [Figure, ...Figure[]];
  /** Null for a figure as printed; the addends' sum otherwise. */
  readonly subtotal: { readonly metric: Metric; readonly value: Decimal } | null;
  readonly facets: Facets;
  /** The year that the figure's sentence gives it; null for the report's own. */
  readonly year: number | null;
  /** True for a total whose parts are held too. */
  readonly hasParts: boolean;
  /** True for what the number behind it in its sentence took the place of (由26个精简到19个). */
  readonly former: boolean;
  /** True for what counts all years until now (历年累计). */
  readonly accumulated: boolean;
  /** Of a number in a list of what requests are about, the topic, folded; else null. */
  readonly topic: string | null;
  /** For the number that took the place: the words that led there (精简到), folded. Else null. */
  readonly step: string | null;
}

/** The unit a candidate's value is in, as printed; that of the metric for a sum of ours. */
export function unitOf(candidate: Candidate): string | null {
  return candidate.subtotal?.metric.unit ?? candidate.figures[0].quantity.unit;
}

/** All candidates of one report, whose text is `text`: each figure once, then the subtotals whose every operand is a number. */
export function candidatesOf(report: ReportCard, figures: readonly Figure[], text: string, reader: FacetReader): Candidate[] {
  const kinds = kindsOfNames(text, reader.isVerb);
  const totals = new Set(figures.flatMap((figure) => (figure.partOf !== null && figure.trust === 'stated' ? [figure.partOf] : [])));
  const sentences = new Map<number, Figure[]>();
  for (const figure of figures) {
    if (figure.trust !== 'stated') continue;
    const beside = sentences.get(figure.quote[0].start);
    if (beside === undefined) sentences.set(figure.quote[0].start, [figure]);
    else beside.push(figure);
  }
  const around = (figure: Figure): ((kindAsked: boolean) => Surroundings) | null => {
    if (figure.trust !== 'stated') return null;
    let known: Map<boolean, Surroundings> | undefined;
    return (kindAsked) => {
      known ??= new Map();
      const words = known.get(kindAsked) ?? surroundingsOf(figure, (sentences.get(figure.quote[0].start) ?? []).filter((other) => other !== figure), idsAbove(figure, figures), kindAsked, text, (piece) => reader.words(piece));
      known.set(kindAsked, words);
      return words;
    };
  };
  const facetsOf = (figure: Figure): Facets => {
    const metrics = metricsOf(figure, figures);
    const cell = reader.facetsOfCell(figure, metrics);
    if (cell !== null) return cell;
    const { labels, depth } = above(figure, figures);
    return reader.facets(withoutOwnName(figure, report), labels, depth, { metrics, counted: countedNoun(figure, text), around: around(figure), together: countedTogether(figure, text), joined: runTogether(figure, sentences.get(figure.quote[0].start) ?? []), kinds: [...kindsOf(figure, kinds), ...sinceLastYear(figure, report.year), ...wayCarried(figure, report.year), ...saidTogether(figure), ...leftStanding(figure), ...allPublished(figure, reader)] });
  };
  const { all: accumulated, added } = overYears(figures, text);
  const topics = topicsTold(figures, text);
  /** Of each figure the words that led from it to the next one. */
  const steps = figures.map((figure, n) => stepTo(figures[n + 1], figure, text));
  const printed = figures.map((figure, n): Candidate => ({ report, figures: [figure], year: yearGiven(figure, figures), subtotal: null, hasParts: totals.has(n), accumulated: accumulated.has(n), former: steps[n] !== null, topic: topics.get(n) ?? null, step: steps[n - 1] ?? null, facets: added.has(n) ? withoutAdded(facetsOf(figure)) : facetsOf(figure) }));
  return [...withContext(withDelegation(withDecisions(withYearBeside(withFormer(printed)))), text), ...subtotalsOf(report, figures)];
}

/** 新增公开4860条，历年累计2.6万条: beside all years what was added is all of this one. */
function withoutAdded(facets: Facets): Facets {
  const mute = (facet: Facet): Facet => (facet.concepts.includes('newly-added') ? { ...facet, weight: 0 } : facet);
  return { ...facets, own: facets.own.map(mute), inherited: facets.inherited.map(mute) };
}

/** 底张街道共主动公开140条: in its own report an organisation's name says nothing of what is counted, unless the label says nothing else. */
function withoutOwnName(figure: Figure, { org }: ReportCard): Figure {
  if (figure.trust !== 'stated') return figure;
  const labels = figure.labels.filter((label) => !(org.name.endsWith(label) || org.fullName.endsWith(label) || label.endsWith(org.name) || isNamedShort(label, org.name)) || label.length < SHORTEST_NAME);
  return labels.length === 0 || labels.length === figure.labels.length ? figure : { ...figure, labels };
}

/** 底张街办 is what 底张街道 calls itself: its name with another word for the kind of office that it is. */
function isNamedShort(label: string, name: string): boolean {
  return labelCues().ownKinds.some(({ called, is }) => called.some((word) => label.endsWith(word) && is.some((kind) => name === label.slice(0, -word.length) + kind)));
}

/** 镇 ends many a name and is none. */
const SHORTEST_NAME = 2;

/** 收到申请27件，……，信函6件: what the sentence's first total counts says what is counted after it in the same unit; so for 面积 and 得分, which have units of their own. */
function withContext(candidates: readonly Candidate[], text: string): Candidate[] {
  const firstOf = new Map<number, Candidate>();
  return candidates.map((candidate, _, figures) => {
    const figure = candidate.figures[0];
    if (figure.trust !== 'stated') return candidate;
    const sentence = figure.quote[0].start;
    const first = firstOf.get(sentence);
    if (!first) firstOf.set(sentence, candidate);
    const topic = first?.figures[0];
    if (!first || !topic || topic.partOf !== null) return candidate;
    const base = baseOf(figure, figures);
    if (base !== null) return { ...candidate, facets: { ...candidate.facets, own: candidate.facets.own.map((facet) => (facet.concepts.includes('last-year') ? { ...facet, weight: 0 } : facet)), inherited: [...candidate.facets.inherited, ...base.facets.own, ...base.facets.inherited], inheritedText: [candidate.facets.inheritedText, base.facets.ownText, base.facets.inheritedText].join(' ') } };
    const counts = topic.quantity.unit === figure.quantity.unit || figure.quantity.unit === null || (OWN_MEASURE.has(figure.stat) && !isOfAnotherMatter(candidate, first, text)) || countsCopies(figure, topic);
    // 现场答复问题31个，会后答复6个: what is counted is left out where the number before it says it.
    const before = beforeIt(figure, figures);
    const context = [...(counts ? [...first.facets.own, ...first.facets.inherited] : []), ...(before === null ? [] : before.facets.own.slice(-1).filter(({ weight }) => weight >= DISTINGUISHING))];
    // A stated figure's facets were made for it alone: copies of them would take as long as all the rest.
    if (context.length > 0) (candidate.facets as { context: Facets['context'] }).context = context;
    return candidate;
  });
}

/** 关闭企业6家；查处秸秆焚烧27起，罚款1.35万元: behind a semicolon a sentence goes on to another matter, unless a measure says the first one again (饮水工程14处；工程总投资). */
function isOfAnotherMatter({ facets: { own, inherited }, figures: [figure] }: Candidate, first: Candidate, text: string): boolean {
  const between = fold(text.slice(first.figures[0].place?.at(-1)?.end ?? 0, figure.place?.[0].start ?? 0)).text;
  const ofFirst = ({ text: word, concepts }: Facet): boolean => [...first.facets.own, ...first.facets.inherited].some((facet) => facet.text.includes(word) || facet.concepts.some((concept) => concepts.includes(concept)));
  return between.includes(';') && ![...own, ...inherited].some((facet) => facet.weight >= DISTINGUISHING && facet.text !== '' && ofFirst(facet));
}

/** 公报出刊6期，免费发放1.8万册: copies are of what came out. */
function countsCopies({ quantity: { unit } }: Figure, topic: Figure): boolean {
  const { issues, copies } = labelCues();
  return unit !== null && copies.includes(unit) && topic.quantity.unit !== null && issues.includes(topic.quantity.unit);
}

/** 主动公开524条，上年为538条: the number of another year is of the same thing as the total before it; null for any other figure. */
function baseOf({ id, period, partOf, quantity, quote, stat }: Figure, candidates: readonly Candidate[]): Candidate | null {
  if (period === null || partOf !== null || stat !== 'count') return null;
  let at = candidates[id - 1];
  for (let steps = 0; at !== undefined && at.figures[0].partOf !== null && steps < MOST_LEVELS; steps += 1) at = candidates[at.figures[0].partOf];
  const before = at?.figures[0];
  return before !== undefined && before.period === null && before.stat === 'count' && before.quote[0].start === quote[0].start && before.quantity.unit === quantity.unit ? at! : null;
}

/** The number right before in the same sentence and the same unit, where it is none of its totals. */
function beforeIt({ id, partOf, quantity, quote, stat }: Figure, candidates: readonly Candidate[]): Candidate | null {
  const before = candidates[(id as number) - 1];
  const [other] = before?.figures ?? [];
  return other !== undefined && stat === 'count' && other.stat === 'count' && (other.id as number) !== partOf && other.quote[0].start === quote[0].start && other.quantity.unit === quantity.unit ? before! : null;
}

const OWN_MEASURE: ReadonlySet<string> = new Set(['amount', 'share', 'rate', 'score', 'average', 'other']);

/** Weight from which a word names a thing rather than what was done with it. */
const NAMES_A_THING = 0.75;

/** Where a part repeats a word of its total (其中中心…), the word means the part: the total, its other parts and theirs yield to it. */
function withDelegation(candidates: readonly Candidate[]): Candidate[] {
  const byId = new Map(candidates.map((candidate) => [candidate.figures[0].id as number, candidate]));
  const ownConcepts = (candidate: Candidate): ConceptId[] => candidate.facets.own.flatMap((facet) => (facet.weight >= NAMES_A_THING ? facet.concepts : []));
  const parts = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const total = candidate.figures[0].partOf;
    if (total !== null && candidate.figures[0].trust === 'stated' && byId.has(total)) parts.set(total, [...(parts.get(total) ?? []), candidate]);
  }
  const delegated = new Map<number, Set<ConceptId>>();
  const yieldTo = (owner: Candidate, at: Candidate, concepts: readonly ConceptId[], steps: number): void => {
    if (at === owner || steps > MOST_LEVELS) return;
    const { id } = at.figures[0];
    const known = delegated.get(id) ?? new Set<ConceptId>();
    for (const concept of concepts) known.add(concept);
    delegated.set(id, known);
    for (const child of parts.get(id) ?? []) yieldTo(owner, child, concepts, steps + 1);
  };
  for (const [id, children] of parts) {
    const said = new Set(ownConcepts(byId.get(id)!));
    // 9个社区（含涉农社区2个）: what the total counts is not handed to a part that counts some kind of it.
    const counted = byId.get(id)!.facets.own.at(-1)?.concepts ?? [];
    const saidOnce = (concept: ConceptId): boolean => !counted.includes(concept) && children.filter((child) => ownConcepts(child).includes(concept)).length === 1;
    for (const child of children) {
      const repeated = ownConcepts(child).filter((concept) => said.has(concept) && saidOnce(concept) && !isNameOfAnother(child, concept, said));
      if (repeated.length > 0) yieldTo(child, byId.get(id)!, repeated, 0);
    }
  }
  return candidates.map((candidate) => {
    const concepts = delegated.get(candidate.figures[0].id);
    return concepts ? { ...candidate, facets: { ...candidate.facets, delegated: concepts } } : candidate;
  });
}

/** 收件 of 收件窗口 is what a window is called by, where the total speaks of no window: what all 收件 is stays the total's. */
function isNameOfAnother({ facets: { own } }: Candidate, concept: ConceptId, said: ReadonlySet<ConceptId>): boolean {
  if (isPlace(concept)) return false;
  return own.filter(({ concepts }) => concepts.includes(concept)).every(({ text }) => own.some((other) => other.text === text && other.concepts.some((one) => isPlace(one) && !said.has(one))));
}

/** “新声”粉丝数 counts the fans of a 公众号 where the report calls “新声” one. */
function kindsOf({ labels, inherited, trust }: Figure, kinds: ReadonlyMap<string, readonly ConceptId[]>): readonly ConceptId[] {
  return trust === 'stated' && kinds.size > 0 ? kindsIn([...labels, ...inherited], kinds) : NO_KINDS;
}

/** 收取 and 费用 of one figure: 收费. */
function saidTogether({ labels, inherited, trust }: Figure): readonly ConceptId[] {
  return trust === 'stated' ? labelCues().together.filter(({ labels: words }) => words.every((word) => [...labels, ...inherited].some((label) => label.endsWith(word)))).map(({ means }) => means) : NO_KINDS;
}

/** 共公开信息236条: a total that says nothing but that it was published is the 公开总数. */
function allPublished({ metric, labels, inherited, partOf, trust }: Figure, reader: FacetReader): readonly ConceptId[] {
  if (trust !== 'stated' || metric !== PUBLISHED || partOf !== null) return NO_KINDS;
  const isOfAll = ({ concepts, weight }: Facet): boolean => weight < DISTINGUISHING || concepts.some((concept) => labelCues().publishing.includes(concept));
  return [...labels, ...inherited].every((label) => reader.words(label).every(isOfAll)) ? ['public-total'] : NO_KINDS;
}

const PUBLISHED = 'prose.disclosed_items';
const NO_KINDS: readonly ConceptId[] = [];

/** What stands right behind a number and its counter (9个|行政村…), folded; '' for cells and where nothing follows. */
function countedNoun(figure: Figure, text: string): string {
  const end = figure.trust === 'stated' ? figure.place?.at(-1)?.end : undefined;
  if (end === undefined) return '';
  const behind = fold(text.slice(end, end + LONGEST_NOUN)).text;
  const unit = figure.quantity.unit ?? '';
  return behind.startsWith(unit) ? behind.slice(unit.length) : behind;
}

/** UTF-16 units looked at behind a number. */
const LONGEST_NOUN = 24;

/** Totals of totals of totals: no report goes deeper, and a loop in a broken tree must end. */
const MOST_LEVELS = 6;

/** Labels of the totals that a figure is a part of, innermost first: what a part does not say again, its total says. */
function above(figure: Figure, figures: readonly Figure[]): { readonly labels: readonly string[]; readonly depth: number } {
  const labels: string[] = [];
  let steps = 0;
  for (let at = figure.partOf; at !== null && steps < MOST_LEVELS; steps += 1) {
    const total: Figure | undefined = figures[at];
    if (!total || (total.id as number) !== at) break;
    labels.push(...total.inherited, ...total.labels);
    at = total.partOf;
  }
  return { labels, depth: steps };
}

function metricsOf(figure: Figure, figures: readonly Figure[]): NonNullable<Facets['metrics']> {
  if (figure.partOf === null) return { own: figure.metric, above: NO_METRICS };
  return { own: figure.metric, above: [...idsAbove(figure, figures)].flatMap((id) => figures[id]?.metric ?? []) };
}

const NO_METRICS: readonly MetricId[] = [];

/** The totals that a figure is a part of, by id. */
function idsAbove(figure: Figure, figures: readonly Figure[]): ReadonlySet<number> {
  const ids = new Set<number>();
  for (let at = figure.partOf; at !== null && !ids.has(at); at = figures[at]?.partOf ?? null) ids.add(at);
  return ids;
}
