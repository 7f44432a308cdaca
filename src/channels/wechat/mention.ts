import { words } from './words.js';

/** What WeChat's own picker puts behind a name, so that a blank within a name is told from its end. */
const NAME_END = '\u2005';

/** Who is called what in a group. */
export interface Names {
  /** The bot's nickname and its alias in the group. */
  readonly mine: readonly string[];
  /** Other members, as far as known: one may be called as the bot is, and more. */
  readonly others?: readonly string[];
}

/** A message's mentions read out of its text. */
export interface Mentions {
  readonly me: boolean;
  /** Somebody else is mentioned; the whole group does not count. */
  readonly others: boolean;
  /** What was said, without mentions and without what it quotes. */
  readonly text: string;
}

/** Longest name that WeChat allows, with room to spare. */
const LONGEST_NAME = 40;

/** Characters that take no room: they hide in names and in copied text, and count for nothing. */
const UNSEEN = /[\p{Cf}\ufe00-\ufe0f]/gu;
/** WeChat's client writes a quoted message above the reply: 「name：words」, a line of dashes, the reply. */
const QUOTED = /^「[\s\S]*?」[^\S\n]*\n(?:[-—–][^\S\n]?){5,}\n/u;

/**
 * Reads mentions as WeChat writes them: `@name` with U+2005, a blank, punctuation or the end behind it; `＠` for `@`. `@所有人` mentions nobody,
 * nor does a name that only begins like the bot's, an address of mail, or a mention within a quoted message.
 */
export function mentionsIn(text: string, names: Names): Mentions {
  const said = text.replace(UNSEEN, '').replace(QUOTED, '');
  const everyone = new Set(words().everyone.map(folded));
  const known = [...named(names.mine, 'me' as const), ...named(names.others ?? [], 'other' as const)].filter(({ name }) => !everyone.has(name)).sort((a, b) => b.name.length - a.name.length);
  let me = false;
  let others = false;
  let rest = '';
  let at = 0;
  while (at < said.length) {
    if (!/[@＠]/.test(said[at]!)) {
      rest += said[at];
      at += 1;
      continue;
    }
    const mention = mentionAt(said, at, known);
    if (mention === null) {
      rest += said[at];
      at += 1;
      continue;
    }
    if (mention.who === 'me') me = true;
    else if (!everyone.has(folded(mention.name))) others = true;
    rest += ' ';
    at = mention.end;
  }
  return { me, others, text: rest.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').trim() };
}

interface Known {
  readonly name: string;
  readonly who: 'me' | 'other';
}

function named(list: readonly string[], who: 'me' | 'other'): Known[] {
  return list.map((name) => ({ name: folded(name), who })).filter(({ name }) => name !== '');
}

function folded(name: string): string {
  return name.replace(UNSEEN, '').trim().toLowerCase();
}

/** The mention that begins with the sign at `at`; null when it is none. */
function mentionAt(said: string, at: number, known: readonly Known[]): { who: 'me' | 'other'; name: string; end: number } | null {
  const after = said.slice(at + 1, at + 1 + LONGEST_NAME * 2);
  const picked = after.indexOf(NAME_END);
  const fromPicker = picked > 0 && !/[@＠\n]/.test(after.slice(0, picked));
  // Before a typed sign there is no Latin letter, or it is an address; the picker may put it anywhere.
  if (!fromPicker && at > 0 && /[\w.]/.test(said[at - 1]!)) return null;
  if (fromPicker) {
    const name = after.slice(0, picked);
    return { who: known.find((one) => one.name === folded(name))?.who ?? 'other', name, end: at + 1 + picked + 1 };
  }
  const fits = known.find(({ name }) => folded(after.slice(0, name.length)) === name && /^(?:$|[\s\p{P}])/u.test(after.slice(name.length)));
  const typed = fits ? after.slice(0, fits.name.length) : (/^[^\s\p{P}@＠]+/u.exec(after)?.[0] ?? '');
  if (typed === '') return null;
  return { who: fits?.who ?? 'other', name: typed, end: at + 1 + typed.length };
}
