import type { Cut, Term } from './terms.js';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Characters of the longest word that is looked for. */
const LONGEST = 8;
/** Two characters are printed side by side by chance. */
const SHORTEST = 3;
const HAN = /^\p{Script=Han}+$/u;

/**
 * A cut of the question in the words of reports: where a word of `terms` that no concept covers is printed in none of `texts` (员有 of 民情员有几个),
 * the longest run around it that is printed takes its place. `texts` are folded. `particles` begin and end no word.
 */
export function cutAsPrinted(cut: Cut, terms: readonly Term[], texts: readonly string[], particles: string): Cut {
  const isPrinted = (run: string): boolean => texts.some((text) => text.includes(run));
  const isWord = (run: string): boolean => texts.some((text) => standsAlone(run, text, cut));
  const unknown = terms.filter((term) => term.concept === null && term.metric === undefined && HAN.test(term.text));
  return (question) => {
    const guessed = unknown.filter(({ start, end, text }) => question.slice(start, end) === text && !isPrinted(text));
    const printed = unknown.flatMap(({ start, end }) => longestRuns(question, start, end, isPrinted, particles).filter(({ start: from, end: to }) => isWord(question.slice(from, to))));
    const overlap = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;
    // 立案 of a question is a word all the same where nothing around it is printed.
    const kept = cut(question).filter((word) => word.end - word.start === 1 || !guessed.some((guess) => overlap(word, guess)) || !printed.some((run) => overlap(word, run)));
    return [...kept, ...printed];
  };
}

/** 级职称 of 高级职称: a run that is only ever the rest of a longer word is no word that the report prints. */
function standsAlone(run: string, text: string, cut: Cut): boolean {
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + 1)) {
    const from = Math.max(0, at - LONGEST);
    if (!cut(text.slice(from, at + run.length + LONGEST)).some(({ start, end }) => from + start < at && at + run.length <= from + end)) return true;
  }
  return false;
}

/** The longest printed runs that share a character with `start`–`end`, at most one from each beginning. */
function longestRuns(question: string, start: number, end: number, isPrinted: (run: string) => boolean, particles: string): Place[] {
  const runs: Place[] = [];
  for (let from = Math.max(0, start - LONGEST + 1); from < end; from += 1) {
    for (let to = Math.min(question.length, from + LONGEST); to >= Math.max(from + SHORTEST, start + 1); to -= 1) {
      const run = question.slice(from, to);
      if (!HAN.test(run) || particles.includes(run[0]!) || particles.includes(run.at(-1)!) || !isPrinted(run)) continue;
      runs.push({ start: from, end: to });
      break;
    }
  }
  return runs.filter((run) => !runs.some((other) => other !== run && other.start <= run.start && run.end <= other.end));
}

/** What is left of a guessed word once its neighbours are read as printed (配 of 箱配) must be said by the figure, however little it tells elsewhere. */
export function withTellingRest(after: readonly Term[], before: readonly Term[]): readonly Term[] {
  const isRest = (term: Term): boolean => before.some((guess) => guess.concept === null && guess.start < term.end && term.start < guess.end && !before.some((same) => same.start === term.start && same.end === term.end));
  return after.map((term) => (term.weight > 0 && isRest(term) ? { ...term, weight: 1 } : term));
}
