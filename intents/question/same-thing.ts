import { z } from 'zod';
import { asksForLevel, fold, lexicon, loadData, type ConceptId, type Stat } from '../../index/mod.js';
import { calculations } from '../language/calculations.js';
import type { Candidate } from './candidates.js';
import type { Facet } from './facets.js';
import { familyOf } from '../language/unit-families.js';
import type { Term } from './terms.js';

/** Weight from which a word of a label tells two reports' figures apart; what is done to put something up or out (设, 公开) hardly does. */
const TELLS_APART = 0.65;

/** 增加到, 增至: how a number that is no change came to be, not what it counts. */
function saysHowReached({ concepts, text }: Facet): boolean {
  return concepts.some((concept) => calculations().moved.includes(concept)) || (concepts.length === 0 && text.length === 2 && asksForLevel(text, text.length));
}

/**
 * True when figures of two reports that the same words found may be taken for one thing, so that they can be set against each other or added:
 * the same official figure, or sentences of which neither says a telling word that the other lacks and `asked` does not say.
 */
export function sameThing(a: Candidate, b: Candidate, asked: readonly Term[]): boolean {
  return setApart(a, b, asked)?.every((words) => words.length === 0) === true;
}

/** True also when one of the two says more than the other of what is counted: enough to be listed side by side, each in its own words, never to be added or subtracted. */
export function mayStandBeside(a: Candidate, b: Candidate, asked: readonly Term[]): boolean {
  const [left, right] = setApart(a, b, asked) ?? [];
  if (left === undefined || right === undefined || (left.length > 0 && right.length > 0)) return false;
  return [...left, ...right].every(({ concepts }) => !concepts.some((concept) => deeds().settled.includes(concept)));
}

/** What either says beyond the other and the question; null for two that differ in kind. */
function setApart(a: Candidate, b: Candidate, asked: readonly Term[]): readonly [readonly Facet[], readonly Facet[]] | null {
  const [left, right] = [a.figures[0], b.figures[0]];
  const inOneWord = left.trust === 'stated' && right.trust === 'stated' && left.stat === right.stat && left.quantity.unit === right.quantity.unit && left.labels.join() === right.labels.join() && left.inherited.join() === right.inherited.join();
  // Whatever the dictionary calls them: what is said word for word alike is one thing.
  if (inOneWord) return [[], []];
  if (left.metric !== null && right.metric !== null) return left.metric === right.metric ? [[], []] : null;
  // A sentence that the dictionary has no name for may say the same as one that it has; a cell says what its form says.
  if (left.metric !== right.metric && (left.unit === 'cell' || right.unit === 'cell')) return null;
  if (kindOf(left.stat) !== kindOf(right.stat) || familyOf(left.quantity.unit) !== familyOf(right.quantity.unit)) return null;
  return [saidBeyond(a, b, asked), saidBeyond(b, a, asked)];
}

/** 满意率 is read as a rate here and as a share there. */
function kindOf(stat: Stat): Stat {
  return stat === 'share' ? 'rate' : stat;
}

const isLevel = (concept: ConceptId): boolean => LEVELS.includes(concept);
const LEVELS: readonly ConceptId[] = ['township-level', 'county-level', 'city-level', 'province-level'];

/** “云岭市监”公众号, “青石发布”公众号: names in marks before the noun that says what they are names of; everybody's is called otherwise. */
function namesBefore(labels: readonly string[]): string[] {
  return labels.flatMap((label) => [...fold(label).text.matchAll(NAME)].flatMap((match) => match[1] ?? []));
}

const NAME = /[“"「『]([^“”"「」『』]{1,16})[”"」』](?=\p{Script=Han})/gu;

function saidBeyond(one: Candidate, other: Candidate, asked: readonly Term[]): readonly Facet[] {
  const { own, delegated } = one.facets;
  // 本年新收12件 under 依申请公开: what stands right beside it and above says the rest of its label.
  const around = other.facets.around?.(false);
  const known = [...other.facets.own, ...other.facets.inherited, ...(around === undefined ? [] : [...around.clause.facets, ...around.headings.facets])];
  // 大厅和7个村便民服务点共接待: what one of its parts is called by does not tell the total.
  const ofAPart = new Set(own.flatMap(({ concepts, text }) => (concepts.some((concept) => delegated.has(concept)) ? [text] : [])));
  const names = namesBefore(one.figures[0].labels);
  return own.filter((facet) => {
    if (facet.weight < TELLS_APART || ofAPart.has(facet.text) || names.some((name) => name.includes(facet.text))) return false;
    if (one.figures[0].stat !== 'change' && saysHowReached(facet)) return false;
    // 镇便民服务中心 and 便民服务中心, not 县级检查 and 镇级检查: a level tells apart where the other label says another one.
    if (facet.concepts.some(isLevel) && !other.facets.own.some(({ concepts }) => concepts.some(isLevel))) return false;
    // 接待现场查阅63人次 here, 现场查阅58人次 there: whoever came was received.
    if (facet.concepts.some((concept) => deeds().came.includes(concept))) return false;
    return !asked.some(({ concept, text }) => shares(facet, { concepts: concept === null ? [] : [concept], text })) && !known.some((word) => shares(facet, word));
  });
}

const Deeds = z.strictObject({ about: z.string(), deeds: z.array(z.array(z.string()).min(2)), came: z.array(z.string()), settled: z.array(z.string()) });

let loaded: z.output<typeof Deeds> | undefined;

function deeds(): z.output<typeof Deeds> {
  return (loaded ??= loadData('intents/language/same-deeds.json', Deeds));
}

/** 受理工单 here is 收到工单 there, and 推送 is a way of 公开. */
function oneDeed(a: ConceptId, b: ConceptId): boolean {
  if (deeds().deeds.some((deed) => deed.includes(a) && deed.includes(b))) return true;
  const [one, other] = [lexicon().concept(a), lexicon().concept(b)];
  return one?.isAction === true && other?.isAction === true && (one.broader.includes(b) || other.broader.includes(a));
}

/** True for words of one meaning; words that no concept covers must be written alike. */
function shares(a: Pick<Facet, 'concepts' | 'text'>, b: Pick<Facet, 'concepts' | 'text'>): boolean {
  if (a.concepts.some((concept) => b.concepts.includes(concept) || b.concepts.some((other) => oneDeed(concept, other)))) return true;
  return a.text !== '' && b.text !== '' && (a.text.includes(b.text) || b.text.includes(a.text));
}
