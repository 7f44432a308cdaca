import { z } from 'zod';
import { loadData } from '../data.js';

const pairs = loadData('index/document/traditional-characters.json', z
  .object({ about: z.string(), traditional: z.string().min(1), simplified: z.string().min(1) })
  .refine(({ traditional, simplified }) => traditional.length === simplified.length, 'not one for one'));

const radicals = loadData('index/document/radicals.json', z
  .object({ about: z.string(), radicals: z.string().min(1), characters: z.string().min(1) })
  .refine((data) => data.radicals.length === data.characters.length, 'not one for one'));

const UPRIGHT = '│┃┆┇┊┋║╎╏╵╷╹╻╽╿';

/** For each UTF-16 unit the unit that grammars read instead, one for one: offsets stay. */
const PLAIN = plainUnits();
/** What kind of stranger to simplified print a unit is; 0 for none. */
const TRADITIONAL = 1;
const LOOKALIKE = 2;
const WIDE_BAR = 3;
const STRANGE = strangeUnits();

function strangeUnits(): Uint8Array {
  const strange = new Uint8Array(0x10000);
  for (let code = 0x2500; code <= 0xfaff; code += 1) if (PLAIN[code] !== code) strange[code] = LOOKALIKE;
  strange['｜'.charCodeAt(0)] = WIDE_BAR;
  for (let i = 0; i < pairs.traditional.length; i += 1) strange[pairs.traditional.charCodeAt(i)] = TRADITIONAL;
  return strange;
}

function plainUnits(): Uint16Array {
  const plain = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let code = 0xff01; code <= 0xff5e; code += 1) plain[code] = code - 0xfee0;
  for (let i = 0; i < pairs.traditional.length; i += 1) plain[pairs.traditional.charCodeAt(i)] = pairs.simplified.charCodeAt(i);
  // Tables drawn with characters: what stands upright parts cells, everything else only draws.
  for (let code = 0x2500; code <= 0x257f; code += 1) plain[code] = UPRIGHT.includes(String.fromCharCode(code)) ? 0x7c : 0x2d;
  // PDF files print radicals (⽉, ⼈) and compatibility forms for the characters they look like.
  for (const [from, to] of [[0x2e80, 0x2fdf], [0xf900, 0xfaff]] as const) {
    for (let code = from; code <= to; code += 1) {
      const usual = String.fromCharCode(code).normalize('NFKC');
      if (usual.length === 1) plain[code] = plain[usual.charCodeAt(0)]!;
    }
  }
  // For most radicals of the supplement (⺠, ⻓) Unicode's normal forms name no character, though fonts print them as one.
  for (let i = 0; i < radicals.radicals.length; i += 1) plain[radicals.radicals.charCodeAt(i)] = radicals.characters.charCodeAt(i);
  return plain;
}

/** The unit to read for `code`: full-width ASCII as half-width, traditional and compatibility characters as simplified ones, any other as it is. */
export function plainUnit(code: number): number {
  return PLAIN[code]!;
}

/** True for a unit that simplified print never uses (開, 務); false for what both use (著, 乾). */
export function isTraditional(code: number): boolean {
  return STRANGE[code] === TRADITIONAL;
}

/** True for a radical or compatibility form that only looks like the character it stands for, and for what draws lines. */
export function isLookalike(code: number): boolean {
  return STRANGE[code] === LOOKALIKE;
}

/** True for the full-width bar (｜), which parts cells in some lines and words in others. */
export function isWideBar(code: number): boolean {
  return STRANGE[code] === WIDE_BAR;
}

/** True when `text` holds a unit of any kind. One look-up a unit. */
export function hasStrangers(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (STRANGE[text.charCodeAt(i)] !== 0) return true;
  return false;
}
