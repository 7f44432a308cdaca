import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../index/mod.js';
import { compiled, wordsOf } from '../../../intents/language/compile-template.js';
import { cue, readGroups, valueIn, words } from '../../../intents/language/cue-words.js';
import { longest, readTemplate } from '../../../intents/language/template.js';
import { StepwiseMatcher } from './stepwise.js';

const FOLDER = join(projectRoot, 'intents/language');
const data = JSON.parse(readFileSync(join(FOLDER, 'groups.json'), 'utf8')) as { readonly zh: Parameters<typeof readGroups>[0]; readonly en: Parameters<typeof readGroups>[0] };
const groups = { zh: readGroups(data.zh, 'zh').sequences, en: readGroups(data.en, 'en').sequences };
const read = (source: string, lang: 'zh' | 'en' = 'zh') => readTemplate(source, { groups: (name) => groups[lang].get(name), blanks: lang === 'en' });
const matcher = (source: string, lang: 'zh' | 'en' = 'zh'): RegExp => compiled(read(source, lang), { blanks: lang === 'en' });

/** The files that hold templates. */
const HOLDING = ['many.json', 'roster.json', 'deadline.json', 'consistency.json', 'parts.json', 'choices.json', 'message.json', 'among.json', 'remind.json', 'county-table.json', 'report-wording.json', 'follow-ups.json', 'held.json', 'told.json', 'ranks.json', 'counting.json', 'label-cues.json', 'its-course.json', 'row-phrases.json', 'small-talk.json', 'change-asked.json', 'class-names.json', 'own-heads.json', 'zh.json', 'en.json'];

/** Those that hold templates of one language only: how reports word things, and counting in Chinese. */
const CHINESE_ONLY = ['report-wording.json', 'counting.json', 'label-cues.json'];
/** How English questions call whoever heads an office. */
const ENGLISH_ONLY = ['own-heads.json'];

/** Every template that the data files hold for a language: strings that name a group or have a gap. */
function templates(lang: 'zh' | 'en'): string[] {
  const strings = (value: unknown): string[] => (typeof value === 'string' ? [value] : value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : []);
  const found = HOLDING.flatMap((name) => {
    const file = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Record<string, unknown>;
    if (name === 'told.json') return Object.values(file).flatMap((both) => strings((both as Record<string, unknown>)[lang]));
    return strings(name === `${lang}.json` || (lang === 'zh' ? CHINESE_ONLY : ENGLISH_ONLY).includes(name) ? file : name === 'zh.json' || name === 'en.json' ? [] : file[lang]);
  });
  return found.filter((source) => /\{[a-z][A-Za-z|=]*\}|…/u.test(source) && !/\\p\{|\(\?/u.test(source));
}

describe('a template', () => {
  it.each<[template: string, fits: readonly string[], not: readonly string[]]>([
    ['{everywhere} … {most}', ['全县哪里申请最多', '全市最高'], ['最多的是全县', `全县${'事'.repeat(21)}最多`, '全县有三家。哪家最多']],
    ['{everywhere} …3 {most}', ['全县哪里的最多'], ['全县哪里申请最多']],
    ['前{count}[名|位]!(年|月)', ['前三', '前10名', '前十二位'], ['前三年', '前2月', '前几名']],
    ['^表#!(#)$', ['表2', '表3？'], ['表23', '看表2', '表2呢']],
    ['<!(#){several}年共', ['两年共'], ['2两年共', '一年共']],
    ['(比|较)&(#4年)', ['比2020年'], ['比20年']],
    ['^(请|麻烦)*查$', ['查', '请麻烦请查'], ['别查']],
    ['百分之\\(几\\)', ['百分之(几)'], ['百分之几']],
    ['^§2-3局$', ['教育局', '住建委局'], ['县局', '3教局', '自然资源局']],
    ['^@的', ['@的'], ['镇的']],
    ['#1-12号', ['1234号'], ['号']],
  ])('%s', (template, fits, not) => {
    expect(fits.filter((text) => !matcher(template).test(text))).toEqual([]);
    expect(not.filter((text) => matcher(template).test(text))).toEqual([]);
  });

  it('finds English words whole and gaps between words', () => {
    const most = matcher('which {unit}[s] …30 {most}', 'en');
    expect(['which town has the most', 'which bureaus reported the most?'].every((text) => most.test(text))).toBe(true);
    expect(['which townhall has the most', 'which town is uppermost', 'which town almost'].some((text) => most.test(text))).toBe(false);
  });

  it('ends an English question with its marks, also right behind a word', () => {
    expect('and in 2020?'.replace(matcher('$', 'en'), '')).toBe('and in 2020');
  });

  it('names what stands in a bracket', () => {
    expect(matcher('近{n=count}年').exec('近十五年')?.groups?.['n']).toBe('十五');
    expect(matcher('由{owner=…9}负责').exec('由张三负责')?.groups?.['owner']).toBe('张三');
    expect([valueIn('zh', ['numeral'], '十五'), valueIn('zh', ['numeral'], '12'), valueIn('zh', ['numeral'], '百'), valueIn('zh', ['numeral'], undefined)]).toEqual([15, 12, null, null]);
  });

  it('is a list of words where it has no gaps', () => {
    expect(wordsOf(read('[各|所有]乡镇'))).toEqual(['乡镇', '各乡镇', '所有乡镇']);
    expect(words('zh').safeParse(['{everywhere}…']).error?.issues[0]?.message).toContain('only words fit here');
  });

  it.each<[template: string, says: string]>([
    ['{nobody}', 'there is no group “nobody”'],
    ['全县…900', 'unbounded'],
    ['全县…0', 'unbounded'],
    ['{x=~501}', 'unbounded'],
    ['全县(最多', '“)” is missing'],
    ['全县|最多', '“|” stands outside brackets'],
    ['全县§9-2', 'from 9 to 2 characters'],
    ['§1-21局', 'at most 20'],
    ['全县.*', '“*” stands where it means nothing'],
    ['{}', 'opens no name'],
  ])('%s is refused when it is loaded', (template, says) => {
    expect(cue('zh').safeParse(template).error?.issues[0]?.message).toContain(says);
  });
});

describe('groups', () => {
  it.each<[group: Parameters<typeof readGroups>[0], says: string]>([
    [{ a: ['{later}'], later: ['b'] }, 'zh.a: template “{later}”'],
    [{ a: ['b', 'b'] }, 'zh.a: “b” stands twice'],
  ])('%j is refused', (group, says) => {
    expect(() => readGroups(group, 'zh')).toThrow(says);
  });

  it.each(['zh', 'en'] as const)('of %s are all named by a template, by another group or by code', (lang) => {
    const folder = join(projectRoot, 'intents');
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => readFileSync(join(folder, path), 'utf8')).join('');
    const named = new Set([...templates(lang), ...Object.values(data[lang]).flatMap((group) => (Array.isArray(group) ? group : Object.keys(group)))].flatMap((source) => [...source.matchAll(/\{(?:[a-z][A-Za-z]*=)?([a-zA-Z|]+)\}/gu)].flatMap((match) => match[1]!.split('|'))));
    expect(Object.keys(data[lang]).filter((name) => !named.has(name) && !code.includes(`'${name}'`))).toEqual([]);
  });
});

describe('the templates of the data files', () => {
  const sequences = templates('zh').map((source) => ({ source, sequence: read(source), pattern: matcher(source) }));
  const known = [...groups.zh.values()].flat().filter((sequence) => sequence.every(({ kind }) => kind === 'text')).flatMap(wordsOf);
  const texts = (least: number, most: number) => fc.array(fc.constantFrom(...known, '，', '的', '3', '2021年'), { minLength: least, maxLength: most }).map((parts) => parts.join(''));

  it('mean what a plain matcher finds', () => {
    fc.assert(fc.property(texts(1, 12), fc.nat(sequences.length - 1), (text, i) => {
      expect([sequences[i]!.source, text, sequences[i]!.pattern.test(text)]).toEqual([sequences[i]!.source, text, new StepwiseMatcher().finds(sequences[i]!.sequence, text)]);
    }), { numRuns: 600 });
  });

  it('are tried in time that grows with the length of the text, whatever words it is made of', () => {
    fc.assert(fc.property(texts(40, 160), fc.nat(sequences.length - 1), (text, i) => {
      const counting = new StepwiseMatcher();
      counting.finds(sequences[i]!.sequence, text);
      expect(counting.steps / text.length, `${sequences[i]!.source}\n${text}`).toBeLessThan(STEPS_A_CHARACTER);
    }), { numRuns: 300 });
  });

  it('have a longest match', () => {
    expect(sequences.filter(({ sequence }) => longest(sequence) > 1500).map(({ source }) => source)).toEqual([]);
  });
});

/** Trying a template at one place costs no more, however long the text is. */
const STEPS_A_CHARACTER = 2000;
