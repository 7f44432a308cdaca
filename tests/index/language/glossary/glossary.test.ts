import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fold, glossary, projectRoot } from '../../../../index/mod.js';

const folder = join(projectRoot, 'index/language/glossary');
const entries = readdirSync(folder).filter((name) => name.endsWith('.json')).flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { en: string[]; zh: string[]; kinds?: string[]; butNot?: string[] }[]);
const kinds = Object.keys(JSON.parse(readFileSync(join(projectRoot, 'intents/language/kinds.json'), 'utf8')) as object);

describe('the glossary', () => {
  it('reads every file in its folder', () => {
    expect(entries.length).toBeGreaterThan(1500);
    for (const { en, zh } of entries) for (const phrase of en) expect(glossary().of(phrase)?.words.length ?? 0, `${phrase}: ${zh.join('')}`).toBeGreaterThanOrEqual(zh.filter((word) => !word.startsWith('-')).length > 0 ? 1 : 0);
  });

  it('names only kinds that are known', () => {
    expect(entries.flatMap((entry) => entry.kinds ?? []).filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  it('writes Chinese as labels are folded, and no word twice in a line', () => {
    expect(entries.flatMap(({ zh }) => zh).filter((word) => fold(word).text !== word)).toEqual([]);
    expect(entries.filter(({ en, zh }) => new Set(en).size < en.length || new Set(zh).size < zh.length)).toEqual([]);
  });

  it('sets longer words apart only where they hold one of its own', () => {
    expect(entries.filter(({ zh, butNot = [] }) => butNot.some((other) => !zh.some((word) => other.includes(word) && other !== word)))).toEqual([]);
  });

  it.each([
    ['export', 'import'],
    ['exporter', 'importer'],
    ['inpatient', 'outpatient'],
    ['inpatient cost', 'outpatient cost'],
    ['plaintiff', 'defendant'],
    ['revenue', 'expenditure'],
    ['surplus', 'deficit'],
    ['urban', 'rural'],
    ['online', 'offline'],
    ['admit', 'discharge'],
    ['load', 'unload'],
    ['move in', 'move out'],
    ['marriage', 'divorce'],
    ['private school', 'public school'],
    ['first-time petition', 'repeat petition'],
    ['group visit', 'individual visit'],
    ['red alert', 'orange alert'],
    ['exemption', 'charge'],
    ['floating population', 'registered population'],
    ['national highway', 'county road'],
    ['theft', 'fraud'],
    ['hire', 'dismiss'],
    ['drought', 'typhoon'],
  ])('gives %s and %s no word in common', (one, other) => {
    const words = (phrase: string): readonly string[] => glossary().of(phrase)?.words ?? [];
    expect(words(one).filter((word) => words(other).includes(word))).toEqual([]);
  });

  it('puts the senses of a word together, whichever line they stand in', () => {
    expect(glossary().of('job')?.words).toEqual(expect.arrayContaining(['就业', '岗位']));
    expect(glossary().of('event')?.words).toEqual(expect.arrayContaining(['活动', '事件']));
  });

  it('tells endings from words', () => {
    expect(glossary().of('meeting')).toMatchObject({ endings: ['会'], isDeed: false });
    expect(glossary().of('recover')).toMatchObject({ endings: [], isDeed: true });
  });

  it('takes the concept that all known words share, and none where they differ', () => {
    expect(glossary().of('estate')?.concept).toBe('old-community');
    expect(glossary().of('accept')?.concept).toBeNull();
  });

  it.each(['xyzzy', '', 'of the'])('does not know %j', (phrase) => {
    expect(glossary().of(phrase)).toBeUndefined();
  });
});
