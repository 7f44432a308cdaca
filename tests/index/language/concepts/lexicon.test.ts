import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../../../../index/language/concepts/lexicon.js';
import { differ, meet, within } from './pairs.js';

interface Row { id: string; zh?: string[]; en?: string[]; is?: string[]; weight?: number }
interface Compound { zh?: string[]; en?: string[]; means: string[] }

const folder = new URL('../../../../index/language/concepts/', import.meta.url);
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as T;
const files = ['people', 'places', 'services', 'disclosure', 'actions', 'things', 'measures'];
const rows = files.flatMap((name) => read<Row[]>(name));
const compounds = read<Compound[]>('compounds');
const words = lexicon();

/** Surfaces that stand in two entries on purpose and so mean both concepts at once: none today. */
const meantTwice: readonly string[] = [];

/** Ids that other data files name. */
const facets = JSON.parse(readFileSync(new URL('../../../../intents/language/metric-facets.json', import.meta.url), 'utf8')) as Record<'rows' | 'columns', Record<string, { own: string[][]; context: string[] }>>;

const indicators = JSON.parse(readFileSync(new URL('../../../../intents/language/indicator-facets.json', import.meta.url), 'utf8')) as typeof facets;

const meaning = (surface: string): readonly string[] => {
  const found = words.meaning(/^[a-z]/.test(surface) ? 'en' : 'zh', surface);
  expect(found, `${surface} is no surface`).toBeDefined();
  return found!;
};

/** True when each concept of `question` is a concept of `label` or broader than one. */
const explains = (label: string, question: string): boolean => {
  const has = new Set(meaning(label).flatMap((id) => [id, ...words.concept(id)!.broader]));
  return meaning(question).every((id) => has.has(id));
};

const pairs = (lines: readonly string[], sign: string): [string, string][] => lines.map((line) => line.split(` ${sign} `) as [string, string]);

describe('the data', () => {
  it('is large enough for the world of such reports', () => {
    expect(rows.length).toBeGreaterThanOrEqual(700);
    expect(words.surfaces('zh').length).toBeGreaterThanOrEqual(2500);
    expect(words.surfaces('en').length).toBeGreaterThanOrEqual(1800);
  });

  it('gives each concept one id and at least one Chinese surface', () => {
    const ids = rows.map((row) => row.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(rows.filter((row) => !row.zh?.length).map((row) => row.id)).toEqual([]);
  });

  it('knows each broader concept and runs in no circle', () => {
    const broken = rows.flatMap((row) => (row.is ?? []).filter((up) => !words.concept(up)).map((up) => `${row.id} is ${up}`));
    expect(broken).toEqual([]);
    expect(rows.filter((row) => words.concept(row.id)!.broader.includes(row.id)).map((row) => row.id)).toEqual([]);
  });

  it('has no surface in two places', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    const note = (surface: string, where: string): void => {
      if (seen.has(surface) && !meantTwice.includes(surface)) twice.push(`${surface}: ${seen.get(surface)!} and ${where}`);
      seen.set(surface, where);
    };
    for (const lang of ['zh', 'en'] as const) {
      seen.clear();
      for (const row of rows) for (const surface of row[lang] ?? []) note(surface, row.id);
      for (const compound of compounds) for (const surface of compound[lang] ?? []) note(surface, compound.means.join('+'));
    }
    expect(twice).toEqual([]);
  });

  it('writes English so that a reader of words can meet it: lower case, no stray signs', () => {
    const bad = words.surfaces('en').filter((surface) => !/^[a-z0-9]+(?:[-' ][a-z0-9]+)*$/.test(surface));
    expect(bad).toEqual([]);
  });

  it('writes Chinese without blanks', () => {
    expect(words.surfaces('zh').filter((surface) => /\s/.test(surface))).toEqual([]);
  });

  it('keeps every id that the metric facets name', () => {
    const named = [...Object.values(facets.rows), ...Object.values(facets.columns), ...Object.values(indicators.rows)].flatMap((facet) => [...facet.own.flat(), ...facet.context]);
    expect([...new Set(named)].filter((id) => !words.concept(id))).toEqual([]);
  });

  it('lets compounds mean known concepts only', () => {
    expect(compounds.flatMap((compound) => compound.means).filter((id) => !words.concept(id))).toEqual([]);
  });
});

describe('words', () => {
  it('are checked in pairs enough', () => {
    expect(meet.length).toBeGreaterThanOrEqual(150);
    expect(differ.length).toBeGreaterThanOrEqual(150);
  });
  it.each(pairs(meet, '='))('%s and %s are one thing', (a, b) => {
    expect([explains(a, b), explains(b, a)]).toEqual([true, true]);
  });
  it.each(pairs(within, '>'))('%s asks for what %s answers, not the other way', (broad, narrow) => {
    expect([explains(narrow, broad), explains(broad, narrow)]).toEqual([true, false]);
  });
  it.each(pairs(differ, '#'))('%s is not %s', (a, b) => {
    expect([explains(a, b), explains(b, a)]).toEqual([false, false]);
  });
  it.each(['本乡', '数量', '今年', '全面'])('%s says nothing', (surface) => {
    expect(meaning(surface).map((id) => words.concept(id)!.weight)).toEqual([0]);
  });
});
