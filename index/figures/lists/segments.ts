/** A stretch of folded text between two breaks of the same bracket level, with the places of its 、. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Where each 、 stands; a cut of no width (`width` 0) lies between 》 and 《, or ” and “. */
  readonly cuts: readonly { readonly at: number; readonly width: 0 | 1 }[];
  /** What the segment stands in, and where that opens; null outside brackets and quotes. */
  readonly inside: { readonly mark: '(' | '“'; readonly at: number } | null;
  /** The break before it, '' at the start of its region. */
  readonly after: string;
  /** The break behind it, '' at the end of its region. */
  readonly before: string;
}

interface Region {
  start: number;
  after: string;
  cuts: { at: number; width: 0 | 1 }[];
  readonly inside: Segment['inside'];
}

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '“': '”', '《': '》' };
/** Marks nest no deeper in prose; the bound keeps a run of opening marks cheap. */
const DEEPEST = 16;
const SPECIAL = /[(“《)”》,;。:!?、]/g;

interface Sign {
  readonly at: number;
  readonly character: string;
  /** Where the opening mark closes, or the closing mark opens; -1 for marks without partner and for all other signs. */
  partner: number;
}

/** Cuts folded `text` into segments, brackets and quotes apart; what an opening mark that never closes holds stays where it is. Linear. */
export function segmentsIn(text: string): Segment[] {
  const found: Segment[] = [];
  const stack: Region[] = [{ start: 0, after: '', cuts: [], inside: null }];
  const close = (region: Region, end: number, before: string): void => {
    if (end > region.start) found.push({ start: region.start, end, cuts: region.cuts, inside: region.inside, after: region.after, before });
  };
  let title = -1;
  for (const { at, character, partner } of signsIn(text)) {
    const region = stack[stack.length - 1]!;
    // What stands in a title 《…》 cuts nothing.
    if (at < title) continue;
    if (character === '《' && partner >= 0) {
      if (text[at - 1] === '》') region.cuts.push({ at, width: 0 });
      title = partner;
    } else if (partner > at) {
      // “甲”“乙”等专栏: nothing need stand between two that are quoted.
      if (character === '“' && text[at - 1] === '”' && at > region.start) region.cuts.push({ at, width: 0 });
      stack.push({ start: at + 1, after: '', cuts: [], inside: { mark: character === '“' ? '“' : '(', at } });
    }
    else if (partner >= 0 && character !== '》') close(stack.pop()!, at, '');
    else if (character === '、' && at > region.start) region.cuts.push({ at, width: 1 });
    else if (BREAKS.has(character)) {
      close(region, at, character);
      region.start = at + 1;
      region.after = character;
      region.cuts = [];
    }
  }
  for (const region of stack) close(region, text.length, '');
  return found.toSorted((a, b) => a.start - b.start);
}

/** The signs of `text` in order. Marks nest: one that closes across another leaves the inner one without partner. */
function signsIn(text: string): Sign[] {
  const signs: Sign[] = [];
  const open: Sign[] = [];
  SPECIAL.lastIndex = 0;
  for (let match = SPECIAL.exec(text); match !== null; match = SPECIAL.exec(text)) {
    const sign: Sign = { at: match.index, character: match[0], partner: -1 };
    signs.push(sign);
    if (sign.character in CLOSES) {
      if (open.length === DEEPEST) open.shift();
      open.push(sign);
    } else if (sign.character === ')' || sign.character === '”' || sign.character === '》') {
      const from = open.findLastIndex((mark) => CLOSES[mark.character] === sign.character);
      if (from < 0) continue;
      sign.partner = open[from]!.at;
      open[from]!.partner = sign.at;
      open.length = from;
    }
  }
  return signs;
}

const BREAKS = new Set(',;。:!?');
