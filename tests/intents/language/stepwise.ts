import type { Node, Sequence } from '../../../intents/language/template.js';

/** A second, plain matcher of templates, which counts its steps: what the compiled expressions are held against. Chinese only: blanks part nothing. */
export class StepwiseMatcher {
  steps = 0;

  /** Whether the template stands anywhere in `text`. */
  finds(sequence: Sequence, text: string): boolean {
    for (let at = 0; at <= text.length; at += 1) if (this.#ends(sequence, 0, text, at).next().done === false) return true;
    return false;
  }

  *#ends(sequence: Sequence, from: number, text: string, at: number): Generator<number> {
    this.steps += 1;
    const node = sequence[from];
    if (node === undefined) yield at;
    else for (const end of this.#nodeEnds(node, text, at)) yield* this.#ends(sequence, from + 1, text, end);
  }

  *#nodeEnds(node: Node, text: string, at: number): Generator<number> {
    this.steps += 1;
    if (node.kind === 'start' && at === 0) yield at;
    if (node.kind === 'end' && /^[\s?？!！。.,，~～]*$/u.test(text.slice(at))) yield at;
    if (node.kind === 'text' && text.startsWith(node.text, at)) yield at + node.text.length;
    if (node.kind === 'gap') {
      for (let end = at; end <= at + node.most && end <= text.length; end += 1) {
        this.steps += 1;
        if (!node.any && end > at && /[。？?！!；;\n]/u.test(text[end - 1]!)) return;
        if (!node.any || end > at) yield end;
      }
    }
    if (node.kind === 'digits' || node.kind === 'han') {
      const fits = node.kind === 'digits' ? /\d/u : /\p{Script=Han}/u;
      if (node.least === 0) yield at;
      for (let end = at + 1; end <= at + node.most && fits.test(text[end - 1] ?? ''); end += 1) if (end - at >= node.least) yield end;
    }
    if (node.kind === 'choice') yield* this.#repeated(node, text, at, 0);
    if (node.kind === 'beside') {
      const starts = node.side === 'after' ? [at] : Array.from({ length: at + 1 }, (_, start) => start).slice(-LONGEST_BEFORE);
      const stands = starts.some((start) => node.of.some((each) => [...this.#ends(each, 0, text, start)].some((end) => node.side === 'after' || end === at)));
      if (stands === node.is) yield at;
    }
  }

  *#repeated(node: Extract<Node, { kind: 'choice' }>, text: string, at: number, times: number): Generator<number> {
    if (times < node.most) for (const each of node.of) for (const end of this.#ends(each, 0, text, at)) if (end > at || node.most === 1) yield* this.#repeated(node, text, end, times + 1);
    if (times >= node.least) yield at;
  }
}

/** What stands before a place is never longer in the templates here. */
const LONGEST_BEFORE = 20;
