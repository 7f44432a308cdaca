import { z } from 'zod';
import { loadData } from '../../data.js';

const list = z.array(z.string().min(1)).min(1);
const from = (file: string): string => `index/figures/people/data/${file}.json`;

/** Surnames of one character and of two; `openers` and `closers` are how names of other tongues begin and end (扎西, 卓玛). */
export const surnames = loadData(from('surnames'), z.object({ single: z.string().min(100), double: list, openers: list, closers: list }));
/** Words and characters that no name of a person holds. */
export const notNames = loadData(from('not-names'), z.object({ words: list, characters: z.string(), phraseWords: list, phraseCharacters: z.string() }));
/** Posts, each with the kinds of bodies that have it; `notPeople` are words that only look like one. */
export const posts = loadData(from('posts'), z.object({ prefixes: list, notPeople: list, posts: z.array(z.object({ word: z.string().min(2), kinds: list })).min(1) }));
/** Nouns of bodies by kind (小组, 办公室), and the words that found one. */
export const bodies = loadData(
  from('bodies'),
  z.object({ nouns: z.array(z.object({ word: z.string().min(2), kind: z.string() })).min(1), under: list, founding: list, stops: list, keep: list, pronouns: list }),
);
/** Words by which somebody is named by an office rather than by name (分管副乡长). */
export const offices = loadData(from('offices'), z.object({ titles: list, ranks: list, organs: list, anonymous: list, starts: list, departments: list, manyOf: list, andOthers: z.string().min(1) }));
/** Words by which a sentence says who holds a post or does a task. */
export const roles = loadData(
  from('roles'),
  z.object({
    strong: list,
    weak: list,
    notVerbBefore: z.record(z.string(), z.string()),
    notVerbAfter: z.record(z.string(), z.string()),
    introducers: list,
    leading: list,
    trailing: list,
    past: list,
    pastOpeners: list,
    closers: list,
    connectors: list,
    connectorKeep: list,
    duties: list,
    dutyVerbs: list,
    dutyObjects: list,
    relative: list,
    foundingTails: list,
    continuing: list,
    countable: z.string().min(1),
    tasks: z.object({ plain: list, said: list, steering: list, closing: list, namedOnly: list, ofUnnamed: list, shared: list }),
    notTaskBefore: z.record(z.string(), z.string()),
    notTaskAfter: z.record(z.string(), z.string()),
    /** 形成了, 实行: open a way of working that says who does what. */
    mechanismLeads: list,
    /** 机制, 格局: what such a way of working is called. */
    mechanisms: list,
    /** 经…签发: introduces who approves, in tasks only. */
    approvedBy: list,
    /** 甲：副镇长，负责农业: verbs of a staff list, those that say no more than who does it left out; `openers` may stand before. */
    staff: z.object({ omitted: list, kept: list, openers: list }),
    /** What the name of an office never holds (街道要求主要领导). */
    notInOffice: list,
    planned: list,
    plannedBefore: list,
    taskOpeners: list,
    notOfficeStart: list,
    /** Offices that open like a deed (组织委员). */
    officeStart: list,
    notObjectStart: list,
    /** 副组长兼办公室主任: joins a second post; a word that goes on with `notAfter` (兼顾) is another. */
    besides: z.object({ words: list, notAfter: z.string().min(1) }),
    /** 分别: each of those named has one. */
    apiece: list,
    /** 公开工作暂由…代管: words of time between what a task is about and 由. */
    objectTrailing: list,
    notObjectEnd: list,
    seats: list,
    /** Work of the body that was named before. */
    bareWork: list,
    workNouns: list,
    events: list,
    notIntroducer: list,
    labels: list,
    /** What may stand behind a post: it ends there. */
    afterPost: list,
    /** 组长一职: may stand behind a post and say no more. */
    postWords: list,
    /** 兼任其他, 共同: between a verb and the post. */
    modifiers: list,
    /** 组长为…, 组长由…: says that the holder comes next. */
    namesHolder: list,
    /** Before a post that stands alone in its clause. */
    beforeAlone: list,
    /** 承办43件: counters of what was done, a character each. */
    deedCounters: z.string().min(1),
    /** 负责公文审核的同志: those who do a task. */
    doers: list,
  }),
);

/** The longest of `words` that `text` ends in, else null. */
export function endingIn(text: string, words: ReadonlySet<string>, longest: number): string | null {
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const tail = text.slice(text.length - length);
    if (words.has(tail)) return tail;
  }
  return null;
}
