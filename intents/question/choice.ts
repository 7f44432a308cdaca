import { z } from 'zod';
import { fold, loadData, type Lang } from '../../index/mod.js';
import { cues, firstFit, fits, valueIn } from '../language/cue-words.js';

const wordsIn = (lang: Lang) => z.strictObject({ number: cues(lang), last: cues(lang), /** What makes a few words lean on the turn before. */ lead: z.string(), corrections: cues(lang) });
const Choices = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof Choices> | undefined;
function choiceWords(): z.output<typeof Choices> {
  loaded ??= loadData('intents/language/choices.json', Choices);
  return loaded;
}

/** Shorter names than this choose nothing: they would fit by chance. */
const LEAST_NAME = 2;
/** A longer text is a question of its own, though its words may stand in an option. */
const LONGEST_NAME = 16;

/**
 * Which of the questions that were offered last somebody means by 2, 第二个, the second one, or (`byName`) by a name that only one of them holds.
 * Null when it is none of these: then the text is a question of its own.
 */
export function chosenOf(text: string, offered: readonly string[], byName: boolean): string | null {
  if (offered.length === 0) return null;
  const plain = text.normalize('NFKC').trim();
  for (const lang of ['zh', 'en'] as const satisfies readonly Lang[]) {
    const { number, last } = choiceWords()[lang];
    if (fits(last, plain)) return offered.at(-1)!;
    const told = firstFit(number, plain)?.groups?.['n'];
    if (told === undefined) continue;
    const n = valueIn(lang, ['numeral', 'ordinal'], told);
    return n === null ? null : (offered[n - 1] ?? null);
  }
  if (!byName) return null;
  const name = fold(plain).text.replace(/[呢吧的？?。.!！]+$/u, '');
  if (name.length < LEAST_NAME || name.length > LONGEST_NAME) return null;
  const holding = offered.filter((option) => fold(option).text.includes(name));
  return holding.length === 1 ? holding[0]! : null;
}

/** 不是，我问的是咨询 → 那咨询: what stands after the words that take the last question back, leaning on it; the text itself when it takes nothing back. */
export function withoutCorrection(text: string, lang: Lang): string {
  for (const pattern of choiceWords()[lang].corrections) {
    const match = pattern.exec(text);
    if (match === null || text.slice(0, match.index).trim() !== '') continue;
    const rest = text.slice(match.index + match[0].length).trim();
    if (rest !== '') return choiceWords()[lang].lead + rest;
  }
  return text;
}
