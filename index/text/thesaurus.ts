import { lexicon, type Lexicon } from '../language/concepts/lexicon.js';
import { glossary } from '../language/glossary/glossary.js';

/** A run of words that the lexicon knows, and the Chinese words that mean the same. */
export interface Reading {
  /** Words taken, from the first of those given. */
  readonly length: number;
  /** One for each concept that the run means at once. */
  readonly meanings: readonly { readonly surfaces: readonly string[]; readonly weight: number }[];
}

/** Other words for what a question says, so that 打官司 finds 诉讼 and an English question finds Chinese sentences. */
export interface Thesaurus {
  /** The longest known run that starts `words`; null when none does. Words of one language, folded; English in lower case. */
  read(lang: 'zh' | 'en', words: readonly string[]): Reading | null;
}

/** Over the product's lexicon; reads its data on first use. */
export function lexiconThesaurus(): Thesaurus {
  let known: { readonly words: Lexicon; readonly chinese: ReadonlyMap<string, readonly string[]> } | null = null;

  function load(): NonNullable<typeof known> {
    const words = lexicon();
    const chinese = new Map<string, string[]>();
    for (const surface of words.surfaces('zh')) {
      const means = words.meaning('zh', surface)!;
      // 村站 means two things at once: it does not say either of them alone.
      if (means.length !== 1) continue;
      const list = chinese.get(means[0]!);
      if (list === undefined) chinese.set(means[0]!, [surface]);
      else list.push(surface);
    }
    return { words, chinese };
  }

  return {
    read: (lang, words) => {
      known ??= load();
      const { words: entries, chinese } = known;
      for (let length = Math.min(words.length, lang === 'en' ? Math.max(entries.longest('en'), glossary().longest) : MOST_TOKENS); length > 0; length -= 1) {
        const spelt = spellings(lang, words.slice(0, length));
        const means = spelt.map((surface) => entries.meaning(lang, surface)).find((found) => found !== undefined);
        const gloss = lang === 'en' ? spelt.map((surface) => glossary().of(surface)).find((found) => found !== undefined) : undefined;
        const listed = gloss?.words ?? [];
        if (means !== undefined) return { length, meanings: means.map((id) => ({ surfaces: [...listed, ...(chinese.get(id) ?? [])], weight: entries.concept(id)?.weight ?? 1 })) };
        if (gloss !== undefined) return { length, meanings: [{ surfaces: listed, weight: gloss.weight ?? 1 }] };
      }
      return null;
    },
  };
}

/** A Chinese surface is seldom cut into more pieces than this. */
const MOST_TOKENS = 5;

/** The run as it stands and in its base form: the lexicon has English words in the singular and verbs in base form. */
function spellings(lang: 'zh' | 'en', words: readonly string[]): string[] {
  if (lang === 'zh') return [words.join('')];
  const [head, last] = [words.slice(0, -1), words.at(-1)!];
  const bases = baseForms(last);
  return [...bases.map((base) => [...head, base].join(' ')), ...bases.map((base) => [...head.map((word) => baseForms(word).at(-1)!), base].join(' '))];
}

function baseForms(word: string): string[] {
  const forms = [word];
  if (/[^s]s$/.test(word)) forms.push(word.slice(0, -1));
  if (/(?:[sxz]|[cs]h)es$/.test(word)) forms.push(word.slice(0, -2));
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('ed')) forms.push(word.slice(0, -2), word.slice(0, -1));
  if (word.endsWith('ing')) forms.push(word.slice(0, -3), `${word.slice(0, -3)}e`);
  return forms;
}
