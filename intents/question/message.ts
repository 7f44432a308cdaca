import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cues, firstFit, fits } from '../language/cue-words.js';

const wordsIn = (lang: Lang) =>
  z.strictObject({
    /** A whole message that thanks or says yes and asks nothing. */
    courtesy: cues(lang),
    /** The same before a question: 好的，那2021年呢. */
    leadingCourtesy: cues(lang),
    /** A whole message that only says yes. */
    agreed: cues(lang),
    /** Asks for the last question to be answered once more. */
    again: cues(lang),
  });
const Messages = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof Messages> | undefined;
function messageWords(lang: Lang): z.output<typeof Messages>[Lang] {
  loaded ??= loadData('intents/language/message.json', Messages);
  return loaded[lang];
}

/** True for 好的，谢谢 and thanks: between two questions that is no question, and changes nothing. */
export function isCourtesy(text: string): boolean {
  const plain = plainOf(text);
  return /\p{L}/u.test(plain) && LANGS.some((lang) => fits(messageWords(lang).courtesy, plain));
}

/** True for 好的, yes: where one question was offered, that one. */
export function saysYes(text: string): boolean {
  const plain = plainOf(text);
  return /\p{L}/u.test(plain) && LANGS.some((lang) => fits(messageWords(lang).agreed, plain));
}

/** 好的，那2021年呢 → 那2021年呢; the text itself where nothing stands behind the courtesy. */
export function withoutCourtesy(text: string): string {
  for (const lang of LANGS) {
    const rest = text.slice(firstFit(messageWords(lang).leadingCourtesy, text)?.[0].length ?? 0).trim();
    if (rest !== '' && rest.length < text.trim().length) return rest;
  }
  return text;
}

/** True for 再查一下 and check again. */
export function asksAgain(text: string): boolean {
  const plain = plainOf(text);
  return plain !== '' && LANGS.some((lang) => fits(messageWords(lang).again, plain));
}

const LANGS = ['zh', 'en'] as const satisfies readonly Lang[];

function plainOf(text: string): string {
  return text.normalize('NFKC').trim();
}
