import { z } from 'zod';
import { loadData, matchesOf, type Lang } from '../../index/mod.js';
import { compiled, wordsOf } from './compile-template.js';
import { readTemplate, type Sequence, type TemplateOptions } from './template.js';

/** A group of words, or words with what each counts as. A word is a template of its own that may name groups stated before it. */
const Group = z.union([z.array(z.string().min(1)).min(1, 'a group without words'), z.record(z.string().min(1), z.number()).refine((words) => Object.keys(words).length > 0, 'a group without words')]);
const Groups = z.strictObject({ about: z.string(), zh: z.record(z.string().regex(/^[a-z][A-Za-z]*$/u), Group), en: z.record(z.string().regex(/^[a-z][A-Za-z]*$/u), Group) });

/** The groups of one language: the sequences that a name stands for, and what words of a group count as. */
interface LanguageGroups {
  readonly sequences: ReadonlyMap<string, readonly Sequence[]>;
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const FILE = 'intents/language/groups.json';
let loaded: Readonly<Record<Lang, LanguageGroups>> | undefined;

function groupsOf(lang: Lang): LanguageGroups {
  if (loaded === undefined) {
    const data = loadData(FILE, Groups);
    loaded = { zh: readGroups(data.zh, 'zh'), en: readGroups(data.en, 'en') };
  }
  return loaded[lang];
}

/** Reads the groups of a language in their order. Throws an `Error` that names the group that is wrong. */
export function readGroups(data: z.output<typeof Groups>[Lang], lang: Lang): LanguageGroups {
  const sequences = new Map<string, readonly Sequence[]>();
  const values = new Map<string, ReadonlyMap<string, number>>();
  for (const [name, group] of Object.entries(data)) {
    const words = Array.isArray(group) ? group : Object.keys(group);
    const twice = words.find((word, i) => words.indexOf(word) !== i);
    if (twice !== undefined) throw new Error(`${FILE}: ${lang}.${name}: “${twice}” stands twice`);
    try {
      sequences.set(name, words.map((word) => readTemplate(word, { groups: (other) => sequences.get(other), blanks: lang === 'en' })));
    } catch (error) {
      throw new Error(`${FILE}: ${lang}.${name}: ${(error as Error).message}`, { cause: error });
    }
    if (!Array.isArray(group)) values.set(name, new Map(Object.entries(group)));
  }
  return { sequences, values };
}

function optionsOf(lang: Lang): TemplateOptions {
  return { groups: (name) => groupsOf(lang).sequences.get(name), blanks: lang === 'en' };
}

/** The expression that finds the words of a group. Throws where there is no such group. */
export function groupCue(lang: Lang, group: string): RegExp {
  const known = groupCues.get(`${lang} ${group}`) ?? compiled(readTemplate(`{${group}}`, optionsOf(lang)), optionsOf(lang));
  groupCues.set(`${lang} ${group}`, known);
  return known;
}

const groupCues = new Map<string, RegExp>();

/** What a word of the first of `groups` that has it counts as, digits as the number they are; null where none has it. */
export function valueIn(lang: Lang, groups: readonly string[], word: string | undefined): number | null {
  if (word === undefined) return null;
  if (/^\d+$/u.test(word)) return Number(word);
  const { values } = groupsOf(lang);
  return groups.map((group) => values.get(group)?.get(word.toLowerCase())).find((value) => value !== undefined) ?? null;
}

/** Schema of a template, compiled to the expression that finds it. */
export function cue(lang: Lang): z.ZodType<RegExp, string> {
  return z.string().min(1).transform((source, context) => {
    try {
      return compiled(readTemplate(source, optionsOf(lang)), optionsOf(lang));
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });
}

/** Schema of templates of which one must fit. */
export function cues(lang: Lang): z.ZodType<readonly RegExp[], string[]> {
  return z.array(cue(lang));
}

/** Schema of words, each given as a template without gaps (`{each}乡镇`): all that they stand for. */
export function words(lang: Lang): z.ZodType<readonly string[], string[]> {
  return z.array(z.string().min(1)).transform((sources, context) => {
    try {
      return [...new Set(sources.flatMap((source) => wordsOf(readTemplate(source, optionsOf(lang)))))];
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });
}

/** True when one of `patterns` fits. */
export function fits(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}

/** `text` without the first words that each of `patterns` finds. */
export function withoutFirst(patterns: readonly RegExp[], text: string): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, ''), text);
}

/** The first of `patterns` that fits, by its match; null when none does. */
export function firstFit(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}

/** Of `patterns` the match that begins first; null when none fits. */
export function earliestFit(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  return patterns.map((pattern) => pattern.exec(text)).reduce((first, match) => (match !== null && (first === null || match.index < first.index) ? match : first), null);
}

/** Every stretch of `text` that one of `patterns` finds. */
export function placesOf(patterns: readonly RegExp[], text: string): { readonly start: number; readonly end: number }[] {
  return patterns.flatMap((pattern) => matchesOf(everywhere(pattern), text).map((match) => ({ start: match.index, end: match.index + match[0].length })));
}

/** A pattern as it finds all of its matches: made once, for compiling one takes longer than looking through a question with it. */
function everywhere(pattern: RegExp): RegExp {
  let all = global.get(pattern);
  if (all === undefined) global.set(pattern, (all = new RegExp(pattern, 'giu')));
  return all;
}

const global = new WeakMap<RegExp, RegExp>();
