import { fold, type Folded } from '../../document/folded.js';
import type { Passage } from '../../document/passage.js';

/** A sentence made readable, with the places where a printed line (or a left-over mark) cut it. */
export interface Line extends Folded {
  /** Folded offsets at which another span of the passage begins, in order. */
  readonly seams: readonly number[];
}

/** Folds a passage and remembers its seams. */
export function lineOf(passage: Passage): Line {
  const folded = fold(passage.text);
  const seams: number[] = [];
  let printed = 0;
  let at = 0;
  for (const span of passage.spans.slice(0, -1)) {
    printed += span.end - span.start;
    while (at < folded.text.length && folded.start[at]! < printed) at += 1;
    if (at > 0 && at < folded.text.length) seams.push(at);
  }
  return { text: folded.text, start: folded.start, seams };
}
