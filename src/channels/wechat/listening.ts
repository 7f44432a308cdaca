import { words } from './words.js';
import type { Heard } from './bot.js';
import { mentionsIn } from './mention.js';

/** What a message asks of the bot: its words, or what it is instead of words; or why nothing. */
export type Listened = { readonly text: string } | { readonly kind: Exclude<Heard['kind'], 'text' | 'nothing to answer'> } | 'own' | 'nobody' | 'nothing to answer' | 'not addressed' | 'said to somebody else';

/**
 * Reads a message: in a group only what mentions the bot, or goes on from its answer (`goesOn`); directly everything. What is no text can
 * mention nobody, so it is heard in direct messages only, but for files that the bot would take from their sender (`takes`).
 */
export function listen(heard: Heard, goesOn: (text: string) => boolean, takes: () => boolean): Listened {
  if (heard.own) return 'own';
  if (heard.official) return 'nobody';
  if (heard.kind === 'nothing to answer') return 'nothing to answer';
  if (heard.kind !== 'text') return heard.room === null || (heard.kind === 'file' && takes()) ? { kind: heard.kind } : 'not addressed';
  const mentions = mentionsIn(heard.text, heard.names);
  // Faces alone say nothing; said to somebody by name they ask for a word.
  const faces = isWordless(mentions.text);
  if (heard.room === null && faces) return 'nothing to answer';
  if (heard.room === null || mentions.me) return { text: faces ? '' : mentions.text };
  // A puppet that tells by id knows names that nobody else does; some tell the whole group as everybody in it.
  if (heard.mentionsMe === true && mentions.others && !callsEverybody(heard.text)) return { text: mentions.text };
  if (mentions.others) return 'said to somebody else';
  return goesOn(mentions.text) ? { text: mentions.text } : 'not addressed';
}

/** WeChat writes its own faces as words in brackets. */
const FACES = /\[\p{L}{1,8}\]/gu;

function isWordless(text: string): boolean {
  return !/[\p{L}\p{N}?？]/u.test(text.replace(FACES, ''));
}

function callsEverybody(text: string): boolean {
  return words().everyone.some((word) => new RegExp(`[@＠]${word}(?:$|[\\s\\p{P}])`, 'iu').test(text));
}
