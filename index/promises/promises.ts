import { z } from 'zod';
import { loadData } from '../data.js';
import { flowOf } from '../document/flow.js';
import { readingOf } from '../language/script/mod.js';
import type { Passage } from '../document/passage.js';
import type { ReportDocument } from '../document/tree.js';

/** How often promised work comes round. */
export const INTERVALS = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
/** How often something comes back. */
export type Interval = (typeof INTERVALS)[number];

const Patterns = z.array(z.string().min(1));
const Data = z.strictObject({
  note: z.string(),
  clauseEnds: z.string().min(1),
  intervals: z.record(z.enum(INTERVALS), z.array(z.string().min(1)).min(1)),
  numbers: z.record(z.string(), z.number().int().positive()),
  /** Name the work themselves (`what`): 一季一评估, 月检查. */
  paired: Patterns,
  /** Mark a clause as promising: 每季度…. */
  clauses: Patterns,
  times: z.string(),
  /** What makes a clause none: averages, comparisons, dates of the law. */
  not: Patterns,
});

/** Work that a report promises to do again and again. */
export interface FoundPromise {
  readonly interval: Interval;
  /** How often in each interval; null where the report does not count. */
  readonly times: number | null;
  /** The work in the report's own words: 评估, 每季度发布政策解读不少于2期. */
  readonly what: string;
  /** The sentence it stands in. */
  readonly sentence: Passage;
  /** Headings above the sentence, outermost first. */
  readonly path: readonly string[];
}

interface Grammar {
  readonly data: z.output<typeof Data>;
  readonly paired: readonly { readonly interval: Interval; readonly pattern: RegExp }[];
  readonly clauses: readonly { readonly interval: Interval; readonly pattern: RegExp }[];
  readonly times: RegExp;
  readonly not: RegExp;
}

let loaded: Grammar | undefined;

function grammar(): Grammar {
  if (loaded) return loaded;
  const data = loadData('index/promises/promises.json', Data);
  const made = (sources: readonly string[]): Grammar['paired'] => sources.flatMap((source) => INTERVALS.map((interval) => ({ interval, pattern: new RegExp(source.replace('{interval}', `(?:${data.intervals[interval].join('|')})`), 'gu') })));
  loaded = { data, paired: made(data.paired), clauses: made(data.clauses), times: new RegExp(data.times, 'u'), not: new RegExp(data.not.join('|'), 'u') };
  return loaded;
}

/** What a report promises to do again and again, in reading order; the same work at the same interval once. Never throws. */
export function promisesIn(document: ReportDocument): FoundPromise[] {
  const found = new Map<string, FoundPromise>();
  for (const { kind, passage, path } of flowOf(document)) {
    if (kind !== 'sentence') continue;
    for (const one of promisesOf(passage.text)) {
      const key = `${one.interval} ${one.what}`;
      if (!found.has(key)) found.set(key, { ...one, sentence: passage, path });
    }
  }
  return [...found.values()];
}

function promisesOf(text: string): Pick<FoundPromise, 'interval' | 'times' | 'what'>[] {
  const { data, paired, clauses, times, not } = grammar();
  // Character for character: offsets stay.
  const read = readingOf(text);
  const places: { at: number; interval: Interval; what: string; times: number | null }[] = [];
  for (const { interval, pattern } of paired) for (const match of read.matchAll(pattern)) places.push({ at: match.index, interval, what: match.groups!['what']!, times: 1 });
  for (const { at, clause } of clausesOf(read, data.clauseEnds)) {
    if (not.test(clause) || places.some((place) => place.at >= at && place.at < at + clause.length)) continue;
    const hit = clauses.flatMap(({ interval, pattern }) => [...clause.matchAll(pattern)].map((match) => ({ interval, match })))[0];
    if (hit === undefined) continue;
    const number = times.exec(clause.slice(hit.match.index))?.groups?.['n'];
    places.push({ at: at + hit.match.index, interval: hit.interval, what: tidied(clause), times: number === undefined ? null : (data.numbers[number] ?? Number(number)) });
  }
  return places.sort((a, b) => a.at - b.at).map(({ interval, what, times: often }) => ({ interval, what, times: often }));
}

function clausesOf(text: string, ends: string): { readonly at: number; readonly clause: string }[] {
  const clauses: { at: number; clause: string }[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !ends.includes(text[at]!)) continue;
    if (at > from) clauses.push({ at: from, clause: text.slice(from, at) });
    from = at + 1;
  }
  return clauses;
}

/** Without blanks and the marks of a list in front: 三是, 1. */
function tidied(clause: string): string {
  return clause.replace(/\s+/gu, '').replace(/^(?:[一二三四五六七八九十]是|\d+[.、]|\*+)/u, '').replace(/[*“”"]/gu, '');
}
