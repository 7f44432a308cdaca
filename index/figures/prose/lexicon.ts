import { z } from 'zod';
import { loadData } from '../../data.js';
import { WordSet } from '../../language/numbers/word-set.js';

const list = z.array(z.string().min(1)).transform((words) => new WordSet(words));

/** Words that a clause is made of, from `words.json`: what to keep together, what acts, what only joins. */
export const words = loadData(
  'index/figures/prose/words.json',
  z.object({
    verbs: list,
    soft: list,
    firm: list,
    actors: list,
    tails: list,
    hardTails: list,
    keep: list,
    drop: list,
    edgeDrop: list,
    trailDrop: list,
    aspect: list,
    time: list,
    nounScope: list,
    pronounScope: list,
    frames: z.object({ lasting: list, starts: list, ends: list }),
  }),
);

/** Words that say how figures belong together and what they measure, from `signals.json`. */
export const signals = loadData(
  'index/figures/prose/signals.json',
  z.object({
    opensParts: list,
    ofThose: list,
    totals: list,
    weakTotals: list,
    wholeYear: list,
    restOnly: list,
    remainder: list,
    complement: list,
    comparisonBases: list,
    comparisonHeads: list,
    standing: list,
    change: list,
    changeNot: list,
    level: list,
    share: list,
    rateTails: list,
    average: list,
    averageOnly: list,
    score: list,
    otherUnits: list,
    plan: list,
    receives: list,
    handles: list,
    finishes: list,
    extremes: list,
    carriesOver: list,
    returned: list,
    dependents: list,
    periods: list,
    periodAsPrinted: z.record(z.string(), z.string()),
    sentencePeriods: list,
    periodNot: list,
    lastYear: list,
    distributes: list,
    sharedBy: list,
    listMarks: list,
    zeroVerbs: list,
    zeroPrinted: list,
    zeroStrong: list,
    zeroNouns: list,
    zeroNot: list,
    zeroNotBut: list,
    zeroAfterNot: list,
    zeroBareAfter: list,
    zeroTail: list,
  }),
);
