import { z } from 'zod';
import { loadData, type ConceptId } from '../../index/mod.js';

const Data = z.strictObject({
  families: z.record(z.string(), z.array(z.string().min(1))),
  /** Counters and units that code speaks of, by what they are for. */
  named: z.strictObject({ thing: z.string(), matter: z.string(), person: z.string(), attendance: z.string(), points: z.string(), multiple: z.string(), percent: z.string(), area: z.string(), length: z.string() }),
  /** Counters of people, of which one may be said for another. */
  persons: z.array(z.string()),
  /** Counters that go with any countable thing. */
  any: z.array(z.string()),
  /** Counters of things and people that 个 may stand for; 件, 条 or 次 count something else. */
  anyFits: z.array(z.string()),
  /** Families that people mix up for one thing; a slight misfit. */
  near: z.array(z.tuple([z.string(), z.string()])),
  english: z.record(z.string(), z.array(z.string())),
  /** What a figure in a unit of a family, or in a unit itself, measures without saying so: concepts of the lexicon. */
  measures: z.record(z.string(), z.array(z.string())),
  /** What a label that is nothing but such a word says of a change (多, 少). */
  changes: z.record(z.string(), z.array(z.string())),
});

type NamedUnit = keyof z.output<typeof Data>['named'];

interface Families {
  readonly named: Readonly<Record<NamedUnit, string>>;
  readonly of: ReadonlyMap<string, string>;
  readonly persons: ReadonlySet<string>;
  readonly any: ReadonlySet<string>;
  readonly anyFits: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly english: ReadonlyMap<string, string>;
  readonly measures: ReadonlyMap<string, ReadonlySet<ConceptId>>;
  readonly changes: ReadonlyMap<string, readonly ConceptId[]>;
}

let loaded: Families | undefined;

function families(): Families {
  if (loaded) return loaded;
  const data = loadData('intents/language/units.json', Data);
  const of = new Map<string, string>();
  for (const [family, units] of Object.entries(data.families)) for (const unit of units) if (!of.has(unit)) of.set(unit, family);
  const english = new Map(Object.entries(data.english).flatMap(([family, words]) => words.map((word) => [word, family] as const)));
  loaded = { named: data.named, names: new Set(Object.keys(data.families)), of, persons: new Set(data.persons), any: new Set(data.any), measures: new Map(Object.entries(data.measures).map(([unit, concepts]) => [unit, new Set(concepts)])), changes: new Map(Object.entries(data.changes)), anyFits: new Set(data.anyFits), near: new Set(data.near.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`])), english };
  return loaded;
}

/** True for 个 and the counters it may stand for: who asks with one asks how many of the noun itself there are. */
export function countsThingsThemselves(unit: string | null): boolean {
  return unit !== null && unit !== unitFor('matter') && (families().any.has(unit) || families().anyFits.has(unit));
}

/** True for the many counters of things and papers (件, 条, 篇 …), which people take one for another. */
export function countsThings(unit: string | null): boolean {
  return unit !== null && familyOf(unit) === 'things';
}

/** True for 人, 名, 位, which people take one for another; not for attendances (人次). */
export function countsPersons(unit: string | null): boolean {
  return unit !== null && families().persons.has(unit);
}

/** True for a unit of money. */
export function isMoney(unit: string | null): boolean {
  return unit !== null && (unit === 'money' || families().of.get(unit) === 'money');
}

/** Families of what sets two figures against each other and counts nothing. */
const RELATING: readonly string[] = ['share', 'points', 'multiple'];

/** True for a unit of a share, of a change in one, or of a multiple (%, 成, 个百分点, 倍), and for the name of such a family. */
export function relatesFigures(unit: string | null): boolean {
  return unit !== null && RELATING.includes(families().of.get(unit) ?? unit);
}

/** True for a unit of a share (%, 成), and for the family's name. */
export function isShare(unit: string | null): boolean {
  return unit !== null && (families().of.get(unit) ?? unit) === 'share';
}

/** The counter or unit for things of any kind (个), matters handled as well as items on a list (项), people (人), attendances (人次), percentage points, multiples, percent, an area or a length. */
export function unitFor(what: NamedUnit): string {
  return families().named[what];
}

/** Every counter and unit known. */
export function allUnits(): string[] {
  return [...families().of.keys(), ...families().any];
}

/** Whether `text` is a counter or unit that a person may ask with (多少件). */
export function isUnit(text: string): boolean {
  return families().of.has(text) || families().any.has(text);
}

/** The family of a unit as printed; units that no family knows count things. */
export function familyOf(unit: string | null): string {
  return unit === null ? 'things' : (families().of.get(unit) ?? 'things');
}

const NOTHING: ReadonlySet<ConceptId> = new Set();

/** What a figure in this unit measures without saying so (万元: money). */
export function measuredBy(unit: string | null): ReadonlySet<ConceptId> {
  if (unit === null) return NOTHING;
  const { measures, of } = families();
  return measures.get(unit) ?? measures.get(of.get(unit) ?? '') ?? NOTHING;
}

/** Which way a change goes by a label that says no more than 多 or 少; empty for any other label. */
export function changeSaid(label: string): readonly ConceptId[] {
  return families().changes.get(label) ?? [];
}

/** The family an English unit word asks for, or null. */
export function englishFamily(word: string): string | null {
  return families().english.get(word) ?? null;
}

/** Counters of kinds of things (种, 类), which are not the things. */
const KINDS = 'kinds';

/** What is measured rather than counted is told with its unit: 没有 of something counted is no distance. */
const MEASURED: readonly string[] = ['area'];
/** Families of what a thing that happens has, and is not. */
const OF_A_THING: readonly string[] = [...MEASURED, 'pages', 'time', 'years', 'score', 'trips', 'share', 'points', 'multiple'];

/** True for a unit in which nothing is counted that happens or not: pages, days, kilometres. */
export function isMeasured(unit: string): boolean {
  return OF_A_THING.includes(families().of.get(unit) ?? unit);
}

/**
 * How well a figure's unit answers a question asked with `asked`: 0 the same thing, up to 0.2 a slight misfit, null when it cannot be meant.
 * `asked` is a unit or a family's name; null when the question names none.
 */
export function unitMisfit(asked: string | null, printed: string | null): number | null {
  const { of, any, anyFits, near, names } = families();
  if (asked === null || asked === printed) return 0;
  if (printed === null) return MEASURED.includes(of.get(asked) ?? asked) ? null : 0;
  const wanted = of.get(asked) ?? (any.has(asked) ? 'any' : asked);
  const has = of.get(printed) ?? (any.has(printed) ? 'any' : names.has(printed) ? printed : 'things');
  if (wanted === has) return wanted === 'people' || wanted === 'share' || wanted === 'time' ? 0.08 : 0.06;
  if (wanted === 'any' || has === 'any') return anyFits.has(wanted === 'any' ? printed : asked) ? 0.03 : null;
  // 可办业务几项: a kind of what is handled is a matter; 几笔 asks how often it was.
  if (asked === unitFor('matter') && has === KINDS) return 0.12;
  return near.has(`${wanted} ${has}`) ? 0.12 : null;
}
