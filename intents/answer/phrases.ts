import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import type { Inline } from './answer.js';

const Phrases = z.record(z.string(), z.strictObject({ zh: z.string(), en: z.string() }));

let loaded: z.output<typeof Phrases> | undefined;

type Filling = Inline | readonly Inline[];

/**
 * The sentence frame `key` in `lang`, its `{slots}` filled. Frames hold no digit of their own.
 * Throws when the frame is unknown or a slot is not given: a fault of ours.
 */
export function say(lang: Lang, key: string, slots: Readonly<Record<string, Filling>> = {}): Inline[] {
  loaded ??= loadData('intents/language/phrases.json', Phrases);
  const frame = loaded[key]?.[lang];
  if (frame === undefined) throw new Error(`intents/language/phrases.json has no "${key}"`);
  const pieces = frame
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece): readonly Inline[] => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (name === undefined) return [piece];
      const filling = slots[name];
      if (filling === undefined) throw new Error(`"${key}" needs {${name}}`);
      const said = isList(filling) ? filling : [filling];
      return lang === 'en' && LISTS.has(name) ? said.map(inEnglishRow) : said;
    });
  return lang === 'zh' ? pieces.flat() : pieces.flatMap((piece, i) => (BEFORE_MARK.test(textOf(pieces[i + 1]?.[0])) ? withoutBlank(piece) : piece));
}

/** Slots that hold names or words in a row. */
const LISTS: ReadonlySet<string> = new Set(['names', 'held', 'words']);
/** A mark that stands right behind a word. */
const BEFORE_MARK = /^[.,:;)?!]/u;

function inEnglishRow(inline: Inline): Inline {
  return typeof inline === 'string' ? inline.replaceAll('、', ', ') : { ...inline, text: inline.text.replaceAll('、', ', ') };
}

/** 2021 of `2021 : 12`: the blank that parts a year from the word behind it goes where a mark follows. */
function withoutBlank(piece: readonly Inline[]): readonly Inline[] {
  return piece.at(-1) === ' ' ? piece.slice(0, -1) : piece;
}

function textOf(inline: Inline | undefined): string {
  return inline === undefined ? '' : typeof inline === 'string' ? inline : inline.text;
}

/** Years and the like one after the other, each as `say` gives it. */
export function inARow(lang: Lang, items: readonly (readonly Inline[])[]): Inline[] {
  return items.flatMap((item, i) => [...(i === 0 ? [] : [lang === 'zh' ? '、' : ', ']), ...(lang === 'zh' ? item : withoutBlank(item))]);
}

function isList(filling: Filling): filling is readonly Inline[] {
  return Array.isArray(filling);
}

/** The words of inlines, for options and logs. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('');
}
