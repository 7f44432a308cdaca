import { fold, type Lang } from '../../../index/mod.js';
import { counterAsked } from '../../../intents/mod.js';
import { CHANGES, type Change } from '../standing.js';
import { commandWords } from './words.js';

/** What a message says of a report: 勐来乡2020年 已发布 https://…. Names and links as typed. */
export interface Command {
  readonly lang: Lang;
  readonly change: Change;
  /** As it was named; null when nobody was. */
  readonly name: string | null;
  /** The year reported on; null when none was named. */
  readonly year: number | null;
  readonly link: string | null;
  readonly why: string | null;
}

/** Longer than any such message: an organisation, a year, a link and a reason. */
const LONGEST = 1500;
const LINK = /https?:\/\/[^\s，。；、）)>」』]+/iu;
const GIVES_REASON: readonly Change[] = ['returned', 'exempt'];
/** How what follows the word begins: with something that parts it, a link, or not at all. */
const PARTED = /^(?:[\s:：,，—-]|https?:|$)/iu;
const QUESTION = /[?？]\s*$|(?:吗|没有?|么|呢|几[个家件条]|多少)\s*[。.!！]*$/u;

/**
 * Reads a message that says what became of a report; null for anything else, questions first of all. The word that says it stands first or right
 * after the organisation and the year; what follows is parted from it by a blank, a colon or a comma, or is a link.
 */
export function readCommand(text: string): Command | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST || QUESTION.test(trimmed) || counterAsked(trimmed) !== null) return null;
  for (const { lang, change, word } of wordsToFind()) {
    const at = trimmed.toLowerCase().indexOf(word);
    const rest = trimmed.slice(at + word.length);
    if (at < 0 || at > MOST_BEFORE || !PARTED.test(rest)) continue;
    const named = readLead(trimmed.slice(0, at), lang);
    if (named !== null) {
      const link = LINK.exec(rest)?.[0] ?? null;
      const why = rest.replace(link ?? '', ' ').replace(/^[\s:：,，—-]+|[\s,，。;；]+$/gu, '').replace(/\s+/gu, ' ');
      // Published items, submitted requests: only who sends back or exempts goes on with words of his own.
      if (why !== '' && link === null && !GIVES_REASON.includes(change)) return null;
      return { lang, change, ...named, link, why: why === '' ? null : why };
    }
  }
  return null;
}

/** Every word that says what became of a report, longest first. */
function wordsToFind(): { readonly lang: Lang; readonly change: Change; readonly word: string }[] {
  const all = (['zh', 'en'] as const).flatMap((lang) => CHANGES.flatMap((change) => commandWords()[lang][change].map((word) => ({ lang, change, word }))));
  return all.sort((a, b) => b.word.length - a.word.length);
}

/** UTF-16 units: the full name of an organisation, a year, 政府信息公开工作年度报告. */
const MOST_BEFORE = 60;

/** Organisation and year before the word; null when what stands there is no name (a sentence in which the word only occurs). */
function readLead(lead: string, lang: Lang): { readonly name: string | null; readonly year: number | null } | null {
  const { report } = commandWords()[lang];
  const parted = new RegExp(`^(?<name>.*?)[\\s,，:：]*(?<year>(?:19|20)\\d{2})?年?度?${report}[\\s,，:：]*$`, 'iu').exec(lead.trim());
  const name = parted?.groups?.['name']?.trim() ?? '';
  const year = parted?.groups?.['year'];
  if (/[。；;！!？?\n]/u.test(name) || name.length > 40) return null;
  return { name: fold(name).text === '' ? null : name, year: year === undefined ? null : Number(year) };
}
