import { createRequire } from 'node:module';
import { z } from 'zod';
import { loadData } from '../../data.js';
import { hasStrangers, isLookalike, isTraditional, isWideBar, plainUnit } from '../../document/plain-characters.js';

const word = z.object({ read: z.string().min(2), as: z.string().min(2) }).refine(({ read, as }) => read.length === as.length, 'not one for one');
const { words } = loadData('index/language/script/vocabulary.json', z.object({ about: z.string(), words: z.array(word) }));

/** Reads as nothing and is as long as what it stands for: offsets stay. */
const NOTHING = '\ufeff';
/** 公(gong)開(kai): mirrors print the sound after every character. */
const SOUND = /[（(](?<=\p{Script=Han}[（(])[a-zA-Zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,6}[）)]/gu;
/** Fewer are an English word in brackets or two. */
const MANY_SOUNDS = 8;
const LOOKED_FOR_SOUNDS = 4000;
/** From this share of its characters on, a line is traditional print rather than simplified print with an odd name in it. */
const TRADITIONAL_SHARE = 0.08;

/** ｜规章｜0｜0｜: bars with a number or nothing between two of them part cells, not words (首页｜公开｜年报). */
const BARRED_CELLS = /｜[\s\u3000]*[\d０-９.,，/—-]*[\s\u3000]*｜/;

/**
 * The text that grammars and search read instead of a text in traditional characters: simplified, with the words of the mainland, the printed sounds left out.
 * As long as `text`, unit for unit, so that every place found in it is the place in `text`; `text` itself when there is nothing to change.
 * Quotations are always taken from the text as printed.
 */
export function readingOf(text: string): string {
  const silent = text.slice(0, LOOKED_FOR_SOUNDS).search(SOUND) < 0 ? text : withoutSounds(text);
  if (!hasStrangers(silent)) return silent;
  return silent.split(/(?<=\n)/).map(readingOfLine).join('');
}

function withoutSounds(text: string): string {
  const sounds = text.match(SOUND)?.length ?? 0;
  return sounds < MANY_SOUNDS ? text : text.replace(SOUND, (sound) => NOTHING.repeat(sound.length));
}

function readingOfLine(printed: string): string {
  if (!hasStrangers(printed)) return printed;
  const line = replaced(printed, BARRED_CELLS.test(printed) ? (code) => isLookalike(code) || isWideBar(code) : isLookalike);
  let traditional = 0;
  let han = 0;
  for (let i = 0; i < line.length; i += 1) {
    const code = line.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff) han += 1;
    if (isTraditional(code)) traditional += 1;
  }
  if (traditional === 0) return line;
  if (traditional < han * TRADITIONAL_SHARE) return replaced(line, isTraditional);
  // Words are told from each other without what stands for nothing between their characters.
  const spoken = line.includes(NOTHING) ? line.replaceAll(NOTHING, '') : line;
  const simplified = converter()(spoken);
  // A rare character outside the basic plane can become one unit shorter; then only what goes one for one is read.
  const read = withMainlandWords(simplified.length === spoken.length ? simplified : replaced(spoken, isTraditional));
  return spoken === line ? read : spreadLike(line, read);
}

/** `read` with nothing put in wherever `line` has it. */
function spreadLike(line: string, read: string): string {
  let at = 0;
  let made = '';
  for (let i = 0; i < line.length; i += 1) made += line[i] === NOTHING ? NOTHING : read[at++]!;
  return made;
}

/** Full-width signs stay: grammars tell 、（ from ASCII. */
function replaced(line: string, which: (code: number) => boolean): string {
  let made = '';
  for (let i = 0; i < line.length; i += 1) {
    const code = line.charCodeAt(i);
    made += which(code) ? String.fromCharCode(plainUnit(code)) : line[i]!;
  }
  return made;
}

function withMainlandWords(line: string): string {
  return words.reduce((text, { read, as }) => text.replaceAll(read, as), line);
}

let loaded: ((text: string) => string) | null = null;

/** OpenCC's dictionary takes 0.1 s and 11 MB: loaded with the first traditional line. */
function converter(): (text: string) => string {
  if (loaded !== null) return loaded;
  const { Converter } = createRequire(import.meta.url)('opencc-js/t2cn') as typeof import('opencc-js/t2cn');
  return (loaded = Converter({ from: 't', to: 'cn' }));
}
