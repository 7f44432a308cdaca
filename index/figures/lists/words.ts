import { z } from 'zod';
import { loadData } from '../../data.js';

const list = z.array(z.string().min(1)).min(1);
const from = (file: string): string => `index/figures/lists/data/${file}.json`;

/** Words that lead in to a list, by how surely they do; `at` and `setUp` stand around places (在甲、乙设立…), `even` before clauses of one length. */
export const introducers = loadData(from('introducers'), z.object({ naming: list, such: list, objects: list, means: list, keep: list, leads: list, even: list, explicit: list, at: z.string().min(1), setUp: list }));
/** Words at the end of a list: 等, how many there are, what its items are. */
export const tails = loadData(
  from('tails'),
  z.object({
    /** What several things together are (形成甲、乙、丙的工作格局), and the word before it. */
    shapes: list,
    of: z.string().min(1),
    notOpen: list,
    numerals: z.record(z.string(), z.number().int()),
    counters: z.string().min(1),
    connectors: list,
    connectorKeep: list,
    members: list,
    /** 负责人: behind the last of several organs it is said of all. */
    heads: list,
    /** What no name of a place ends in (在…的领导下). */
    notPlaces: list,
    /** What no name of a place holds. */
    notInPlaces: list,
    /** 第二十条: a place in a law. */
    ordinal: z.string().length(1),
    articles: z.string().min(1),
    measured: z.string().min(1),
    bullets: z.string().min(1),
  }),
);
/** Marks that open an item; `numerals` are 一 to 十 in order, `spoken` words by their place (首先, 其次 …). */
export const markWords = loadData(from('marks'), z.object({ numerals: z.string().length(10), circled: z.string().min(10), spoken: z.array(list).min(2), boundary: z.string().min(1) }));
