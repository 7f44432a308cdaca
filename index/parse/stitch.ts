import { asSpans, type Span } from '../document/span.js';
import type { Paragraph } from '../document/tree.js';
import { lineWords } from './headings.js';
import { COUNTING, YEAR_DIGIT } from './characters.js';
import { ladder } from './ladder.js';
import { isTableLabel, isValue } from './vocabulary.js';
import { MAX_BRACKET, sentencesOf } from './sentences.js';

/** A piece of running text: a line, or what follows a heading on its line. */
export interface Run {
  readonly spans: readonly Span[];
  readonly bare: string;
  readonly indented: boolean;
  /** Never joined with its neighbours. */
  readonly apart: boolean;
}

/** Makes paragraphs of lines: a line that a page's or column's end cut is joined with the next one. */
export function paragraphsOf(source: string, runs: readonly Run[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Run[] = [];
  let open = openness();
  const finish = (): void => {
    const spans = current.flatMap((run) => [...run.spans]);
    if (spans.length > 0) paragraphs.push({ kind: 'paragraph', spans: asSpans(spans), sentences: sentencesOf(source, spans) });
  };
  for (const [n, run] of runs.entries()) {
    const last = current[current.length - 1];
    const goesOn = last !== undefined && !last.apart && !run.apart && ((isValue(run.bare) && countsOn(runs[n + 1])) || continues(last, current.length, current[0]!.indented, open.isOpen(), run));
    if (last !== undefined && !goesOn) {
      finish();
      current = [];
      open = openness();
    }
    current.push(run);
    open.read(run.bare);
  }
  finish();
  return paragraphs;
}

const ENDED = /[。！？!?：:…](?:[”’）)》」』】]{0,3})$/;
const DATE = new RegExp(`^(?:\\d{4}|${YEAR_DIGIT}{4})年(?:\\d{1,2}|${COUNTING}{1,3})月(?:(?:\\d{1,2}|${COUNTING}{1,3})日)?$`);
const FIELD = /^[\u4e00-\u9fff]{2,8}[：:]/;
/** A line shorter than this, without any mark, may stand for itself: a signature, a small heading. */
const SHORT = 20;
const LONGEST_FIELD = 40;

/**
 * Does `run` go on where `last` stopped? Evidence in order: an open bracket or a comma (yes); a stop, a list number,
 * a new paragraph's indentation (no); a short line that stands for itself or may be a cell (no); else the break cut a sentence (yes).
 */
function continues(last: Run, count: number, indentedFirst: boolean, open: boolean, run: Run): boolean {
  const item = ladder(run.bare) !== null;
  if (lineWords.continues.has(run.bare[0]!) && !ENDED.test(last.bare)) return true;
  if (lineWords.cutEndings.some((ending) => last.bare.endsWith(ending))) return true;
  if (open && !item) return true;
  if (item || ENDED.test(last.bare) || /[；;]$/.test(last.bare)) return false;
  if (run.indented && indentedFirst) return false;
  // Cells of a table that was not recognised must never run together: 400 and 12 are not 40012.
  if (isTableLabel(run.bare) || isTableLabel(last.bare) || (count === 1 && (isValue(last.bare) || (last.bare.length <= SHORT && isValue(run.bare))))) return false;
  if (/\d$/.test(last.bare) && !DATE.test(run.bare) && !FIELD.test(run.bare)) return true;
  if (DATE.test(run.bare) || DATE.test(last.bare) || (FIELD.test(run.bare) && last.bare.length <= 60)) return false;
  // 信息来源:石湾镇人民政府: a page's own line is no part of the text below it.
  if (count === 1 && last.bare.length <= LONGEST_FIELD && lineWords.pageFields.test(last.bare) && !/[，。；,;]/.test(last.bare)) return false;
  if (count === 1 && last.bare.length <= SHORT && !/[，、；。,]/.test(last.bare)) return !lineWords.nounEndings.some((ending) => last.bare.endsWith(ending));
  return true;
}

/** 公开信息 / 5317 / 条，…: the line behind a number alone begins with its counter and goes on, as no cell does. */
function countsOn(next: Run | undefined): boolean {
  return next !== undefined && !next.apart && /^(?:\p{Script=Han}{1,2}|[%％])[，,；;]./u.test(next.bare);
}

/** Watches brackets line by line, so that a paragraph is read once however often it was cut. */
function openness(): { read(bareText: string): void; isOpen(): boolean } {
  let depth = 0;
  let length = 0;
  let opened = 0;
  return {
    read(bareText) {
      for (const character of bareText) {
        length += character.length;
        if ('（(《“'.includes(character)) {
          depth += 1;
          opened = length;
        } else if ('）)》”'.includes(character) && depth > 0) depth -= 1;
      }
    },
    isOpen: () => depth > 0 && length - opened <= MAX_BRACKET,
  };
}
