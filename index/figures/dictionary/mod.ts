import { z } from 'zod';
import { loadData } from '../../data.js';
import type { ConceptId, FoundFigure, MetricId } from '../../document/figure.js';
import { fold } from '../../document/folded.js';
import { lexicon } from '../../language/concepts/lexicon.js';

const Words = z.array(z.string().min(1));
const Data = z.strictObject({
  service: z.strictObject({ units: Words, about: Words, village: Words, centre: Words, kinds: z.strictObject({ accepted: Words, consulted: Words }), othersIn: Words }),
  /** Where things are made public: what was published on several of them together is a total, not one of theirs. */
  channels: Words,
  /** `whole`: the figure is one of everything published only where its noun stands with nothing but these before it, and only totals behind it. */
  single: z.array(z.strictObject({ metric: z.string(), units: Words, needs: Words, not: Words, whole: z.strictObject({ noun: z.string(), qualifiers: Words, counted: Words, totals: Words }).optional() })),
});

const data = loadData('index/figures/dictionary/prose-metrics.json', Data);

type Place = 'all' | 'centre' | 'village';

/**
 * Gives prose figures the dictionary's ids (handbook 5.6) where one fits; an id is an addition, never needed to find or answer.
 * `partOf` counts in the given list. A count of service items is known by its tree: a total of service items, its centre and village parts,
 * and the accepted and consulted parts of each. A figure that says anything else of itself keeps no id.
 */
export function withProseMetrics(figures: readonly FoundFigure[]): FoundFigure[] {
  const said = figures.map((figure) => conceptsOf(figure.labels));
  const places = new Map<number, Place>();
  const metrics = figures.map((figure, n): MetricId | null => (figure.trust !== 'stated' || figure.stat !== 'count' || figure.year !== null ? null : (serviceMetric(figures, said, places, n) ?? singleMetric(figure, figure.partOf === null ? conceptsOf([...figure.labels, ...figure.inherited]) : said[n]!))));
  return figures.map((figure, n) => (metrics[n] ? { ...figure, metric: metrics[n] } : figure));
}

/** Totals stand before their parts or after them; either way the place of a total is found on demand. */
function serviceMetric(figures: readonly FoundFigure[], said: readonly ReadonlySet<ConceptId>[], places: Map<number, Place>, n: number): MetricId | null {
  const place = placeOf(figures, said, places, n, 0);
  if (place === null) return null;
  const { kinds } = data.service;
  const kind = hasAny(said[n]!, kinds.accepted) ? 'accepted' : hasAny(said[n]!, kinds.consulted) ? 'consulted' : 'total';
  const total = figures[n]!.partOf;
  // A part that is neither a place nor a kind we know (上门, 网上 …) is something else.
  if (total !== null && kind === 'total' && place === placeOf(figures, said, places, total, 1)) return null;
  return `prose.service.${place}.${kind}`;
}

const DEEPEST = 4;

function placeOf(figures: readonly FoundFigure[], said: readonly ReadonlySet<ConceptId>[], places: Map<number, Place>, n: number, depth: number): Place | null {
  const known = places.get(n);
  if (known) return known;
  const figure = figures[n];
  if (!figure || depth > DEEPEST || figure.trust !== 'stated' || !data.service.units.includes(figure.quantity.unit ?? '') || hasAny(said[n]!, data.service.othersIn)) return null;
  const found = figure.partOf === null ? totalPlace(said[n]!, figures, n) : partPlace(placeOf(figures, said, places, figure.partOf, depth + 1), said[n]!);
  if (found) places.set(n, found);
  return found;
}

function totalPlace(concepts: ReadonlySet<ConceptId>, figures: readonly FoundFigure[], n: number): Place | null {
  const inherited = conceptsOf(figures[n]!.inherited);
  if (!hasAny(concepts, data.service.about) || hasAny(inherited, data.service.othersIn)) return null;
  const hasParts = figures.some((figure) => figure.partOf === n);
  if (hasParts) return 'all';
  return hasAny(concepts, data.service.village) ? 'village' : hasAny(concepts, data.service.centre) ? 'centre' : 'all';
}

function partPlace(above: Place | null, concepts: ReadonlySet<ConceptId>): Place | null {
  if (above === null || above !== 'all') return above;
  return hasAny(concepts, data.service.village) ? 'village' : hasAny(concepts, data.service.centre) ? 'centre' : above;
}

function singleMetric(figure: FoundFigure, said: ReadonlySet<ConceptId>): MetricId | null {
  const channels = data.channels.filter((channel) => said.has(channel));
  const concepts = channels.length < 2 ? said : new Set([...said].filter((concept) => !channels.includes(concept)));
  const fits = data.single.find(({ units, needs, not }) => units.includes(figure.quantity.unit ?? '') && needs.every((concept) => concepts.has(concept)) && !hasAny(concepts, not) && !isOneOfSeveral(figure, needs));
  if (fits?.whole !== undefined && !isWhole([...figure.inherited, ...figure.labels], fits.whole, fits.needs)) return null;
  return fits && (figure.partOf === null || fits.needs.some((concept) => ['website', 'wechat'].includes(concept))) ? fits.metric : null;
}

/** 发布工作动态、政策解读、办事指南等信息340条: a number of several things is none of the one that is meant. */
function isOneOfSeveral({ labels, inherited }: FoundFigure, needs: readonly ConceptId[]): boolean {
  const [lists, single] = [[...labels, ...inherited].filter((label) => label.includes('、')), [...labels, ...inherited].filter((label) => !label.includes('、'))];
  const alone = conceptsOf(single);
  return needs.some((concept) => !alone.has(concept) && !lists.some((list) => list.split('、').every((item) => conceptsOf([item]).has(concept))));
}

type Whole = NonNullable<z.output<typeof Data>['single'][number]['whole']>;

/** 公开政府信息208条 is of everything; 公开会议信息26条 and 公开重点领域信息：救助156条 are of some of it. Words before the deed say who and where. */
function isWhole(labels: readonly string[], whole: Whole, deed: readonly ConceptId[]): boolean {
  const first = labels.findIndex((label) => hasAny(conceptsOf([label]), deed));
  return labels.slice(Math.max(0, first)).every((label) => consistsOf(label, whole.totals) || isPlain(fold(label).text, whole, deed));
}

function isPlain(label: string, { noun, qualifiers, counted }: Whole, deed: readonly ConceptId[]): boolean {
  const at = label.lastIndexOf(noun);
  if (at < 0) return hasAny(conceptsOf([label]), deed);
  const behind = label.slice(at + noun.length);
  if (behind !== '' && !counted.includes(behind)) return false;
  for (let start = 0; start <= at; start += 1) if (consistsOf(label.slice(start, at), qualifiers) && (start === 0 || endsInDeed(label.slice(0, start), deed))) return true;
  return false;
}

function endsInDeed(text: string, deed: readonly ConceptId[]): boolean {
  return Array.from(text, (_, from) => text.slice(from)).some((end) => lexicon().meaning('zh', end)?.some((id) => deed.includes(id)));
}

function consistsOf(text: string, words: readonly string[]): boolean {
  return text === '' || words.some((word) => text.startsWith(word) && consistsOf(text.slice(word.length), words));
}

function hasAny(concepts: ReadonlySet<ConceptId>, wanted: readonly string[]): boolean {
  return wanted.some((concept) => concepts.has(concept));
}

const known = new Map<string, readonly ConceptId[]>();
const MOST_KNOWN = 20_000;

function conceptsOf(labels: readonly string[]): ReadonlySet<ConceptId> {
  const all = new Set<ConceptId>();
  for (const label of labels) {
    let concepts = known.get(label);
    if (concepts === undefined) {
      concepts = readConcepts(fold(label).text);
      if (known.size > MOST_KNOWN) known.clear();
      known.set(label, concepts);
    }
    for (const concept of concepts) all.add(concept);
  }
  return all;
}

/** Longest surfaces from the left; a concept brings its broader ones. */
function readConcepts(text: string): ConceptId[] {
  const words = lexicon();
  const found: ConceptId[] = [];
  for (let at = 0; at < text.length; ) {
    let length = Math.min(words.longest('zh'), text.length - at);
    while (length > 0 && !words.meaning('zh', text.slice(at, at + length))) length -= 1;
    for (const id of words.meaning('zh', text.slice(at, at + length)) ?? []) found.push(id, ...(words.concept(id)?.broader ?? []));
    at += Math.max(1, length);
  }
  return found;
}
