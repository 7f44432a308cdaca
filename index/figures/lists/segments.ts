/** A stretch of folded text between two breaks of the same bracket level, with the places of its 、. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Where each 、 stands; a cut of no width (`width` 0) lies between 》 and 《. */
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
const BREAKS = new Set([...',;。:!?']);

/** Cuts folded `text` into segments, brackets and quotes apart; what an opening mark that never closes holds stays where it is. Linear. */
export function segmentsIn(text: string): Segment[] {
  const partner = pairs(text);
  const found: Segment[] = [];
  const stack: Region[] = [{ start: 0, after: '', cuts: [], inside: null }];
  const close = (region: Region, end: number, before: string): void => {
    if (end > region.start) found.push({ start: region.start, end, cuts: region.cuts, inside: region.inside, after: region.after, before });
  };
  const ends: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const region = stack.at(-1)!;
    const character = text[i]!;
    if (ends.at(-1) === i) {
      close(region, i, '');
      stack.pop();
      ends.pop();
    } else if (partner.has(i) && character === '《') {
      const end = partner.get(i)!;
      if (text[i - 1] === '》') region.cuts.push({ at: i, width: 0 });
      i = end;
    } else if (partner.has(i)) {
      stack.push({ start: i + 1, after: '', cuts: [], inside: { mark: character === '“' ? '“' : '(', at: i } });
      ends.push(partner.get(i)!);
    } else if (BREAKS.has(character)) {
      close(region, i, character);
      Object.assign(region, { start: i + 1, after: character, cuts: [] });
    } else if (character === '、' && i > region.start) region.cuts.push({ at: i, width: 1 });
  }
  for (const region of stack) close(region, text.length, '');
  return found.toSorted((a, b) => a.start - b.start);
}

/** Where each opening mark that closes again is closed; marks nest, and a mark that closes nothing is skipped. */
function pairs(text: string): Map<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]!;
    if (character in CLOSES) open.push(i);
    else if (character === ')' || character === '”' || character === '》') {
      const at = open.findLastIndex((start) => CLOSES[text[start]!] === character);
      if (at < 0) continue;
      found.set(open[at]!, i);
      open.length = at;
    }
  }
  return found;
}
