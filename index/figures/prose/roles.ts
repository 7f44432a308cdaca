import { signals, words } from './lexicon.js';

/** What a piece of a clause says about the number: who, did what, to what; against what it is compared, which way it went. */
export type Role = 'scope' | 'frame' | 'time' | 'measure' | 'subject' | 'verb' | 'object' | 'topic' | 'base' | 'change' | 'total';

/** A word of a figure's clause with the part it plays there. */
export interface Piece {
  /** Verbatim, blanks dropped. */
  readonly text: string;
  readonly role: Role;
}

/** A piece as it was cut, before its part is known. */
export interface Raw {
  readonly text: string;
  readonly kind: 'noun' | 'verb' | 'scope' | 'time' | 'base' | 'change' | 'total';
}

const SPAN_OF_YEARS = /^[一二两三四五六七八九十\d]+年[间来内]?$/;

/** The parts that pieces play: nouns before the first verb are `subject`, after it `object`; without a verb they are `topic`. */
export function assignRoles(raws: readonly Raw[]): Piece[] {
  const firstVerb = raws.findIndex((raw) => raw.kind === 'verb');
  return raws.map(({ text, kind }, i) => {
    // 受理投诉, 开展培训: a deed may be the object of another.
    if (kind === 'verb' && i === raws.length - 1 && i > firstVerb && raws[i - 1]!.kind === 'verb' && words.soft.has(text)) return { text, role: 'object' };
    if (kind !== 'noun') return { text, role: kind };
    if (SPAN_OF_YEARS.test(text)) return { text, role: 'time' };
    if (signals.restOnly.has(text)) return { text, role: 'topic' };
    if (signals.share.has(text)) return { text, role: 'measure' };
    return { text, role: firstVerb < 0 ? 'topic' : i < firstVerb ? 'subject' : 'object' };
  });
}
