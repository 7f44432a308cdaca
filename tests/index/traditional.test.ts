import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/data.js';
import { derive } from '../../index/derive.js';
import type { FoundFigure } from '../../index/document/figure.js';
import type { SourceId, SourceText } from '../../index/document/source-text.js';
import { quotesAt } from '../../index/document/span.js';
import { standardSteps } from '../../index/steps.js';

const { Converter } = createRequire(import.meta.url)('opencc-js/cn2t') as typeof import('opencc-js/cn2t');

const samples = readdirSync(join(projectRoot, 'samples')).filter((name) => name.endsWith('.txt')).map((name) => ({ name, text: readFileSync(join(projectRoot, 'samples', name), 'utf8') }));
const sourceOf = (text: string): SourceText => ({ id: createHash('sha256').update(text).digest('hex') as SourceId, origin: 'a.txt', text, reader: 'text' });
const facts = ({ quantity, place, labels, metric, scope, partOf, trust, quote }: FoundFigure): unknown => [quantity.value, quantity.state, place, labels.join('|'), metric, scope, partOf, trust, quote];

describe('mirrors that convert words too, and print the sound after every character', () => {
  const region = Converter({ from: 'cn', to: 'twp' });
  const sounded = (text: string): string => text.replace(/\p{Script=Han}/gu, (character) => `${character}(${pinyin(character, { toneType: 'none' })})`);
  const byMetric = (figures: readonly FoundFigure[]): Map<string, string | null> => new Map(figures.flatMap(({ metric, unit, quantity }) => (metric === null || unit !== 'cell' ? [] : [[metric, quantity.value]])));

  it.each(samples.flatMap((sample) => [['words', region, sample] as const, ['sounds', sounded, sample] as const, ['both', (text: string) => sounded(region(text)), sample] as const]))('%s: no cell gets another value', (_name, convert, { text }) => {
    const plain = derive(sourceOf(text), standardSteps);
    const mirrored = derive(sourceOf(convert(text)), standardSteps);
    expect([mirrored.organisation.path, mirrored.year, mirrored.forms]).toEqual([plain.organisation.path, plain.year, plain.forms]);
    const [cells, found] = [byMetric(plain.figures), byMetric(mirrored.figures)];
    const wrong = [...found].filter(([metric, value]) => value !== null && value !== cells.get(metric));
    expect(wrong).toEqual([]);
    expect(found.size).toBeGreaterThanOrEqual(cells.size * 0.85);
  });
});

describe.each(['t', 'tw', 'hk'])('the samples in traditional characters (%s)', (region) => {
  const convert = Converter({ from: 'cn', to: region });

  it.each(samples)('$name reads as it does in simplified ones', ({ text }) => {
    const printed = convert(text);
    expect(printed).toHaveLength(text.length);
    const simplified = derive(sourceOf(text), standardSteps);
    const traditional = derive(sourceOf(printed), standardSteps);
    expect([traditional.organisation, traditional.year, traditional.forms, traditional.roles.length, traditional.lists.length]).toEqual([simplified.organisation, simplified.year, simplified.forms, simplified.roles.length, simplified.lists.length]);
    expect(traditional.figures.map(facts)).toEqual(simplified.figures.map(facts));
  });

  it.each(samples)('$name is quoted as printed', ({ text }) => {
    const printed = convert(text);
    const { title, figures, roles, lists } = derive(sourceOf(printed), standardSteps);
    const within = (words: string): boolean => printed.replace(/\s+/g, '').includes(words.replace(/\s+/g, ''));
    expect(within(title)).toBe(true);
    for (const { quantity, place } of figures) if (place !== null) expect(quotesAt(printed, place).join('').replace(/\s+/g, '')).toContain(quantity.asWritten.replace(/\s+/g, ''));
    for (const { holder } of roles) if (holder !== null) expect(within(holder)).toBe(true);
    for (const item of lists.flatMap(({ items }) => items)) expect(quotesAt(printed, item.spans).join('').replace(/\s+/g, '')).toBe(item.text.replace(/\s+/g, ''));
  });
});
