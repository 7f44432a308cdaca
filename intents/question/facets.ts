import { z } from 'zod';
import { lexicon, loadData, fold, type ConceptId, type Figure, type MetricId } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { changeSaid, measuredBy } from '../language/unit-families.js';
import { DISTINGUISHING } from './strength.js';
import type { Surroundings } from './surroundings.js';
import { chineseTerms, type Cut, type Term } from './terms.js';
import { tableOf, type PrintedTable } from './printed-tables.js';
import { withNamesMarked } from './quoted-names.js';
import { yearComparedWith } from './year-of-figure.js';

const NONE: ReadonlySet<ConceptId> = new Set();

const NO_ENUMERATION: Facets['enumerations'] = [];

/** One thing a figure says of itself: any of `concepts`, or the raw word `text`. */
export interface Facet {
  readonly concepts: readonly ConceptId[];
  readonly text: string;
  readonly weight: number;
  /** The label that names it together with other things; absent for what stands by itself. */
  readonly listedIn?: string;
  /** True for a word of the name of what the label says besides (公众号“苍岭三农”). */
  readonly ofName?: boolean;
}

/** What a figure is about, in the concepts that questions are read into. */
export interface Facets {
  /** Said by its own label; what the question leaves unsaid of these counts against it. */
  readonly own: readonly Facet[];
  /** What stands right behind the number in its sentence. */
  readonly counted: string;
  /** Items of a label that names several things at once (停车、噪声、违建三类). */
  readonly enumerations: readonly (readonly (readonly Facet[])[])[];
  /** The same of the labels that it takes from the clause or total before it. */
  readonly enumerationsAbove: Facets['enumerations'];
  /** Things that its label runs together and its sentence then counts one by one (来电来信来访): it is the number of none of them. Absent where there are none. */
  readonly joined?: readonly (readonly Facet[])[];
  /** How many of `own` name the row of a cell; the rest name its column. */
  readonly rowFacets: number;
  /** Taken from the clause or total before it. */
  readonly inherited: readonly Facet[];
  /** Said of figures before it in its sentence; explains a word only when the figure's own label is said in full. */
  readonly context: readonly Facet[];
  /** What a unit says it measures (万元: money, 户: households); explains a question's word, never asked for. */
  readonly measures: ReadonlySet<ConceptId>;
  /** What stands around a stated figure, read when asked for; null for what stands in no sentence. */
  readonly around: ((kindAsked: boolean) => Surroundings) | null;
  /** What goes without saying for this cell of the form; explains a question's word, never asked for. */
  readonly implied: ReadonlySet<ConceptId>;
  /** Verbatim labels, folded and joined, for words that the lexicon lacks. */
  readonly ownText: string;
  readonly inheritedText: string;
  /** Concepts of which the question must name one; empty when its own words are enough. */
  readonly anchors: readonly ConceptId[];
  /** Concepts by which a total's parts are told apart (中心 and 村站 of a total that itself speaks of 中心): a part's before the total's. */
  readonly delegated: ReadonlySet<ConceptId>;
  /** How many totals it is a part of, one inside the other: 0 for a total. */
  readonly depth: number;
  /** The metric of the figure and of the totals above it: an alias names a figure by them. Absent for what has none. */
  readonly metrics?: { readonly own: MetricId | null; readonly above: readonly MetricId[] };
  /** True for a stock (上一年项目数量): answers only when the stock is asked for. */
  readonly stock: boolean;
}

/** Terms as facets, each counting `share` of its weight. */
export function facetsOfTerms(terms: readonly Term[], share = 1): Facet[] {
  return terms.map((term) => ({ concepts: term.concept === null ? [] : [term.concept], text: term.text, weight: term.weight * share }));
}

/** Facets of something that is no figure (a list, a post, a passage): its own words, those that stand above it, those around it. */
export function facetsOfWords(words: Pick<Facets, 'own' | 'inherited' | 'ownText' | 'inheritedText'> & { readonly context?: readonly Facet[] }): Facets {
  return { counted: '', enumerations: [], enumerationsAbove: [], rowFacets: 0, context: [], measures: NONE, around: null, implied: NONE, anchors: [], delegated: NONE, depth: 0, stock: false, ...words };
}

/** Facets of a text that stands alone (a clause, a title, a point): all of its words are its own, `terms` being what they are read as. */
export function facetsOfText(text: string, terms: readonly Term[]): Facets {
  return facetsOfWords({ own: facetsOfTerms(terms), inherited: [], ownText: text, inheritedText: '' });
}

const Row = z.strictObject({
  own: z.array(z.array(z.string()).min(1)),
  context: z.array(z.string()),
  /** The cell that is meant when nothing is said. */
  default: z.boolean().optional(),
  stock: z.boolean().optional(),
  /** How much its words count where it is not what they count elsewhere. */
  weight: z.number().min(0).max(1).optional(),
  anchors: z.array(z.string()).optional(),
  /** The form asks this row for nothing but its list (行政事业性收费 in 2019), so the list answers. */
  stockAnswers: z.boolean().optional(),
});
const MetricFacets = z.strictObject({ rows: z.record(z.string(), Row), columns: z.record(z.string(), Row) });

let metricFacets: z.output<typeof MetricFacets> | undefined;

function forms(): z.output<typeof MetricFacets> {
  metricFacets ??= loadData('intents/language/metric-facets.json', MetricFacets);
  return metricFacets;
}

const Indicators = z.strictObject({ about: z.string(), period: Row, rows: z.record(z.string(), Row) });
let indicators: z.output<typeof Indicators> | undefined;
const NO_COLUMN: z.output<typeof Row> = { own: [], context: [] };

/** Row and column of a metric id: `req.new.total` is a cell, `legacy.req.total` an indicator, with `.period` behind it in its other column. */
function rowAndColumn(metric: string): readonly [z.output<typeof Row> | undefined, z.output<typeof Row> | undefined] {
  const cut = metric.lastIndexOf('.');
  const root = metric.slice(0, cut);
  const last = metric.slice(cut + 1);
  if (!metric.startsWith('legacy.')) return [forms().rows[root], forms().columns[last]];
  const { period, rows } = (indicators ??= loadData('intents/language/indicator-facets.json', Indicators));
  return last === 'period' ? [rows[root], period] : [rows[metric], NO_COLUMN];
}

/** The facets of a form's cell by its metric id (`req.new.total`), or null when the id is no cell of an official form. */
export function facetsOfMetric(metric: string, labels: readonly string[]): Facets | null {
  const [row, column] = rowAndColumn(metric);
  if (!row || !column) return null;
  const words = lexicon();
  const facet = (concepts: readonly string[], { default: muted, weight }: z.output<typeof Row>): Facet => ({ concepts, text: '', weight: muted === true ? 0 : (weight ?? words.concept(concepts[0]!)?.weight ?? 1) });
  return {
    own: [...row.own.map((concepts) => facet(concepts, row)), ...column.own.map((concepts) => facet(concepts, column))],
    counted: '',
    enumerations: [],
    enumerationsAbove: [],
    rowFacets: row.own.length,
    inherited: [],
    context: [],
    measures: NONE,
    around: null,
    implied: new Set([...row.context, ...column.context]),
    ownText: labels.map((label) => fold(label).text).join(' '),
    inheritedText: '',
    anchors: row.anchors ?? [],
    delegated: NONE,
    depth: 0,
    stock: column.stock === true && row.stockAnswers !== true,
  };
}

/** Tables of which a row is named in full by these concepts. */
export function tablesNamed(concepts: ReadonlySet<ConceptId>): ReadonlySet<PrintedTable> {
  const named = new Set<PrintedTable>();
  const says = (any: readonly string[]): boolean => any.some((concept) => concepts.has(concept));
  for (const [root, { own, anchors }] of Object.entries(forms().rows)) {
    const table = tableOf(root);
    if (table !== null && own.length > 0 && own.every(says) && (anchors === undefined || says(anchors))) named.add(table);
  }
  return named;
}

/** What unit and kind of a stated figure say that its label need not: 户均 is an average, 比上年多3件 an increase. */
function measuredOf({ stat, quantity, labels }: Figure): ReadonlySet<ConceptId> {
  const said = measuredBy(quantity.unit);
  if (stat === 'average') return new Set([...said, 'average']);
  return stat === 'change' ? new Set([...said, ...labels.flatMap(changeSaid)]) : said;
}

/** What is known of a stated figure beside its labels, as `Facets` has it. */
export interface Beside extends Pick<Facets, 'counted' | 'around'> {
  readonly metrics: NonNullable<Facets['metrics']>;
  /** Things that the sentence names together before the number, list by list. */
  readonly together: readonly (readonly string[])[];
  /** Things that its label runs together, by the labels of those that count them one by one. */
  readonly joined?: readonly string[];
  /** Kinds of the things that its labels call by a name, and what goes without saying of it in its report. */
  readonly kinds: readonly ConceptId[];
}

const NOTHING_BESIDE: Beside = { metrics: { own: null, above: [] }, counted: '', around: null, together: [], kinds: [] };

const REQUEST: ConceptId = 'request';
const NO_FACETS: readonly Facet[] = [];

/** Forms have some hundreds of cells; the rest is how reports write their labels. */
const MOST_CELLS = 20_000;
const MOST_LABELS = 50_000;

/** A label as questions are read: folded, and in small letters (4A级, LED屏). */
function asAsked(label: string): string {
  return fold(label).text.toLowerCase();
}

/** Reads the facets of figures; labels that recur (every report has the same form) are read once. */
export class FacetReader {
  readonly #cut: Cut;
  /** Tells verbs from other words. */
  readonly isVerb: (word: string) => boolean;
  readonly #labels = new Map<string, readonly Facet[]>();
  readonly #enumerations = new Map<string, Facets['enumerations']>();
  readonly #metrics = new Map<string, Facets | null>();
  readonly #cells = new Map<string, Facets | null>();

  constructor(cut: Cut, isVerb: (word: string) => boolean = () => false) {
    this.#cut = cut;
    this.isVerb = isVerb;
  }

  /** The facets of a cell with the metrics of itself and of the totals above it: one for all reports that print it alike; null for what is told by words. */
  facetsOfCell(figure: Figure, metrics: NonNullable<Facets['metrics']>): Facets | null {
    if (figure.trust === 'stated' || figure.metric === null) return null;
    const key = [figure.metric, ...metrics.above, '', ...figure.labels].join('\n');
    let known = this.#cells.get(key);
    if (known === undefined) {
      const read = this.#ofMetric(figure.metric, figure.labels);
      known = read === null ? null : { ...read, metrics };
      if (this.#cells.size > MOST_CELLS) this.#cells.clear();
      this.#cells.set(key, known);
    }
    return known;
  }

  /** `above`: labels of the totals it is a part of; `depth`: how many they are. */
  facets(figure: Figure, above: readonly string[] = [], depth = 0, beside: Beside = NOTHING_BESIDE): Facets {
    return (figure.trust !== 'stated' && figure.metric !== null && this.#ofMetric(figure.metric, figure.labels)) || this.#ofLabels(figure, above, depth, beside);
  }

  #ofMetric(metric: string, labels: readonly string[]): Facets | null {
    const key = `${metric} ${labels.join(' ')}`;
    let known = this.#metrics.get(key);
    if (known === undefined) {
      known = facetsOfMetric(metric, labels);
      this.#metrics.set(key, known);
    }
    return known;
  }

  #ofLabels(figure: Figure, above: readonly string[], depth: number, { metrics, counted, around, together, joined = [], kinds }: Beside): Facets {
    const inherited = [...figure.inherited, ...above.filter((label) => !figure.inherited.includes(label) && !figure.labels.includes(label))];
    const join = (labels: readonly string[]): string => labels.map(asAsked).join(' ');
    // 比2019年: what a change is counted from is asked for by its year.
    const own = figure.labels.filter((label) => yearComparedWith(label) === null).flatMap((label) => this.words(label.replace(labelCues().carriedOver, '$<deed>')));
    // 局公众号“苍岭三农”: a kind that the label says is a word of it, and what it is called by says no other thing.
    const unsaidKinds = kinds.filter((kind) => !own.some(({ concepts }) => concepts.includes(kind)));
    return {
      own: unsaidKinds.length < kinds.length ? withNamesMarked(own, join(figure.labels)) : own,
      counted,
      enumerations: [...figure.labels.flatMap((label) => this.#enumeration(asAsked(label))), ...together.map((items) => this.#things(items))],
      enumerationsAbove: inherited.flatMap((label) => this.#enumeration(asAsked(label))),
      ...(joined.length > 1 && { joined: joined.map((label) => this.words(label)) }),
      rowFacets: Number.POSITIVE_INFINITY,
      inherited: [...inherited.flatMap((label) => this.words(label)), ...this.#subjectOfTitle(figure, inherited)],
      context: [],
      measures: unsaidKinds.length === 0 ? measuredOf(figure) : new Set([...measuredOf(figure), ...unsaidKinds]),
      around,
      implied: NONE,
      anchors: [],
      delegated: NONE,
      depth,
      ownText: join(figure.labels),
      inheritedText: join(inherited),
      metrics,
      stock: figure.stat === 'stock-last-year' || figure.stat === 'stock-change',
    };
  }

  /** （二）依申请公开 收到3件: a count whose words say no thing at all is of the requests that its title speaks of. */
  #subjectOfTitle({ labels, path, partOf }: Figure, inherited: readonly string[]): readonly Facet[] {
    const title = path.at(-1);
    if (title === undefined || partOf !== null || [...labels, ...inherited].some((label) => this.words(label).some(({ weight }) => weight >= DISTINGUISHING))) return NO_FACETS;
    return this.words(title).filter(({ concepts }) => concepts.includes(REQUEST));
  }

  /** The things that a label names together; 涉及 and 参与 join nothing. */
  #enumeration(label: string): Facets['enumerations'] {
    if (!labelCues().between.some((word) => label.includes(word))) return NO_ENUMERATION;
    let known = this.#enumerations.get(label);
    if (known === undefined) {
      known = this.#readEnumeration(label);
      if (this.#enumerations.size > MOST_LABELS) this.#enumerations.clear();
      this.#enumerations.set(label, known);
    }
    return known;
  }

  #readEnumeration(label: string): Facets['enumerations'] {
    const items = [''];
    for (const { start, end } of this.#cut(label)) {
      const word = label.slice(start, end);
      // 门诊楼、敬老院设信报箱: what was set up there is no place of the list.
      if (items.length > 1 && items.at(-1) !== '' && labelCues().setsUp.includes(word)) break;
      if (labelCues().between.includes(word)) items.push('');
      else items[items.length - 1] += word;
    }
    const named = items.filter((item) => item !== '');
    return named.length > 1 ? [this.#things(named)] : NO_ENUMERATION;
  }

  /** The facets of each thing of a list; of whatever else there is (公民、法人及其他组织) none: it has no name. */
  #things(items: readonly string[]): (readonly Facet[])[] {
    return items.map((item) => (labelCues().others.some((word) => item.startsWith(word)) ? NO_FACETS : this.words(item)));
  }

  /** The facets of a label or another short text, read once. */
  words(label: string): readonly Facet[] {
    let known = this.#labels.get(label);
    if (known === undefined) {
      const folded = asAsked(label);
      const read = facetsOfTerms(chineseTerms(folded, this.#cut));
      known = this.#enumeration(folded).length === 0 ? read : read.map((facet) => ({ ...facet, listedIn: folded }));
      if (this.#labels.size > MOST_LABELS) this.#labels.clear();
      this.#labels.set(label, known);
    }
    return known;
  }
}
