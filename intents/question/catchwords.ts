import { fold, type FoundList } from '../../index/mod.js';
import { catchwordWords } from '../language/catchword-words.js';
import { firstFit, fits, groupCue, valueIn, withoutFirst } from '../language/cue-words.js';
import type { Question } from './read.js';

/** What a question calls a catchword: how many things, and what each of them says, as the report prints it or in any of some English words. */
export interface Catchword {
  readonly count: number;
  readonly rest: string;
}

/** Where a question names a catchword. Offsets count in its folded text. */
export interface CatchwordSaid {
  readonly start: number;
  readonly end: number;
}

const QUOTED = /“([^“”]{2,8})”/gu;
const FEWEST = 2;
/** Characters that the items share at most in what is taken for a catchword's word. */
const LONGEST_SHARED = 4;

/** The catchwords by which a list may be called: one in quotes that counts its items (“三提升”), and their number with what each of them begins or ends in (一月一检查、一季一评估、一年一考评: 三个一). */
export function catchwordsOf({ about, items, open }: FoundList): Catchword[] {
  const count = items.length;
  if (open || count < FEWEST) return [];
  const quoted = about.flatMap((words) => [...fold(words).text.matchAll(QUOTED)].flatMap(([, name = '']) => counted(name))).filter((catchword) => catchword.count === count);
  const texts = items.map(({ text }) => fold(text).text);
  const shared = [sharedBy(texts), [...sharedBy(texts.map(turned))].toReversed().join('')].filter((rest) => rest !== '' && rest.length <= LONGEST_SHARED);
  return [...quoted, ...shared.map((rest) => ({ count, rest }))];
}

/** 三提升, 五个到位: how many and what. */
function counted(name: string): Catchword[] {
  const numeral = groupCue('zh', 'numeral').exec(name);
  const count = numeral?.index === 0 ? valueIn('zh', ['numeral'], numeral[0]) : null;
  const rest = withoutFirst(catchwordWords().zh.counter, name.slice(numeral?.[0].length ?? 0));
  return count === null || rest === '' ? [] : [{ count, rest }];
}

function turned(text: string): string {
  return [...text].toReversed().join('');
}

/** What all texts begin with. */
function sharedBy([first = '', ...others]: readonly string[]): string {
  let length = 0;
  while (length < first.length && others.every((text) => text[length] === first[length])) length += 1;
  return first.slice(0, length);
}

/** Where a question calls `catchword` by its name (三提升, 三个提升, the three improvements) and asks what it holds; null where it does not. */
export function saidIn(question: Question, catchword: Catchword): CatchwordSaid | null {
  return question.lang === 'en' ? saidInEnglish(question, catchword) : saidInChinese(question.folded, catchword);
}

function saidInChinese(folded: string, { count, rest }: Catchword): CatchwordSaid | null {
  const { asked, behind, numeral: before } = catchwordWords().zh;
  if (!fits(asked, folded)) return null;
  for (let at = folded.indexOf(rest); at >= 0; at = folded.indexOf(rest, at + 1)) {
    const numeral = firstFit(before, folded.slice(0, at));
    const end = at + rest.length;
    if (numeral !== null && valueIn('zh', ['numeral'], numeral.groups?.['n']) === count && fits(behind, folded.slice(end))) return { start: numeral.index, end };
  }
  return null;
}

function saidInEnglish({ folded, text }: Question, { count, rest }: Catchword): CatchwordSaid | null {
  const { en } = catchwordWords();
  const match = firstFit(en.asked, folded);
  if (match === null) return null;
  const said = { start: match.index, end: folded.length };
  // ("三提升"): the Chinese name beside says which one.
  if ([...text.matchAll(HAN)].some(([run]) => counted(run).some((one) => one.count === count && one.rest === rest))) return said;
  const thing = folded.slice(match.index + match[0].length).trimStart();
  const isNamed = (name: string): boolean => ['s', 'es', ''].some((ending) => thing.startsWith(name + ending) && fits(en.behind, thing.slice(name.length + ending.length)));
  return valueIn('en', ['numeral'], match.groups?.['n']) === count && (en.things[rest] ?? []).some(isNamed) ? said : null;
}

const HAN = /\p{Script=Han}+/gu;
const CLAUSES = /[,;:。()“”]/u;

/** The catchwords that a sentence spells out between two marks (提升水平、提升效率、提升形象): how many, and what each begins or ends in. */
export function spelledOut(folded: string): Catchword[] {
  return folded.split(CLAUSES).flatMap((clause) => {
    const parts = clause.split('、');
    const [first = '', last = ''] = [parts[0], parts.at(-1)];
    if (parts.length <= FEWEST) return [];
    // What leads in to the first (要求做到提升水平) or goes on behind the last is no item.
    const head = sharedBy(parts.slice(1)).slice(0, LONGEST_SHARED);
    const tail = turned(sharedBy(parts.slice(0, -1).map(turned)).slice(0, LONGEST_SHARED));
    const heads = [...head].map((_, i) => head.slice(0, i + 1)).filter((rest) => first.includes(rest));
    const tails = [...tail].map((_, i) => tail.slice(i)).filter((rest) => last.includes(rest));
    return [...heads, ...tails].map((rest) => ({ count: parts.length, rest }));
  });
}
