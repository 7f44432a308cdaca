/**
 * Cue templates: how a kind of question is worded, over named groups of words. The grammar stands in docs/architecture.md, "Cues".
 * Every template has a longest match, so trying one takes time in proportion to the length of the text.
 */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  /** At most `most` characters; `any` also those that end a sentence, and then at least one. */
  | { readonly kind: 'gap'; readonly most: number; readonly any: boolean; readonly name?: string }
  | { readonly kind: 'digits' | 'han'; readonly least: number; readonly most: number }
  /** One of several sequences, from `least` to `most` times. */
  | { readonly kind: 'choice'; readonly of: readonly Sequence[]; readonly least: number; readonly most: number; readonly name?: string }
  /** What must (`is`) or must not stand there. */
  | { readonly kind: 'beside'; readonly of: readonly Sequence[]; readonly side: 'before' | 'after'; readonly is: boolean }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };
/** Nodes that stand one right after another. */
export type Sequence = readonly Node[];

/** Gives the words of a group; undefined where there is no such group. */
export type GroupsOf = (name: string) => readonly Sequence[] | undefined;

/** How a template is read: whose groups, and whether blanks part words (English) or are for the eye only (Chinese). */
export interface TemplateOptions {
  readonly groups: GroupsOf;
  readonly blanks: boolean;
}

/** A gap without a number, in characters. */
const USUAL_GAP = 20;
/** The widest gap that a template may have. */
const WIDEST_GAP = 60;
const WIDEST_ANY = 500;
/** The most digits or Chinese characters in a row. */
const LONGEST_RUN = 20;
/** How often `*` repeats at most. */
const MOST_REPEATED = 12;

/** Reads a template. Throws an `Error` that names what is wrong: an unknown group, an unbounded gap, a bracket that is not closed. */
export function readTemplate(source: string, options: TemplateOptions): Sequence {
  const reader = new TemplateReader(source, options);
  const [only, ...more] = reader.sequences('');
  if (more.length > 0) throw reader.wrong('“|” stands outside brackets');
  return only!;
}

const CLOSING = { '(': ')', '[': ']', '{': '}' } as const;

class TemplateReader {
  #at = 0;
  readonly #source: string;
  readonly #options: TemplateOptions;

  constructor(source: string, options: TemplateOptions) {
    this.#source = options.blanks ? source.replace(/ *(…\d*) */gu, '$1') : source.replace(/(?<!\\)\s+/gu, '');
    this.#options = options;
  }

  wrong(why: string): Error {
    return new Error(`template “${this.#source}”, at ${this.#at}: ${why}`);
  }

  /** Sequences parted by `|` up to `closing` (empty: the end), which is taken too. */
  sequences(closing: string): readonly Sequence[] {
    const found: Node[][] = [[]];
    for (;;) {
      const sign = this.#source[this.#at];
      if (sign === undefined && closing !== '') throw this.wrong(`“${closing}” is missing`);
      if (sign === undefined || sign === closing) break;
      if (sign === '|') {
        this.#at += 1;
        found.push([]);
      } else found.at(-1)!.push(this.#node(sign));
    }
    this.#at += closing.length;
    return found;
  }

  #node(sign: string): Node {
    if (sign === '…') return this.#gap(this.#take(/…(\d*)/y), undefined);
    if (sign === '#' || sign === '§') return this.#run(sign === '#' ? 'digits' : 'han');
    if (sign === '^' || sign === '$') {
      this.#at += 1;
      return { kind: sign === '^' ? 'start' : 'end' };
    }
    const beside = this.#take(/(<?)([!&])(?=\()/y);
    if (beside !== null) {
      this.#at += 1;
      return { kind: 'beside', of: this.sequences(')'), side: beside[1] === '<' ? 'before' : 'after', is: beside[2] === '&' };
    }
    if (sign === '(' || sign === '[' || sign === '{') return this.#bracket(sign);
    const text = this.#take(/(?:\\.|[^\\…#§^$()[\]{}|!&<*~])+/uy);
    if (text === null) throw this.wrong(`“${sign}” stands where it means nothing`);
    return { kind: 'text', text: text[0].replace(/\\(.)/gu, '$1') };
  }

  #bracket(opening: keyof typeof CLOSING): Node {
    this.#at += 1;
    const name = this.#take(/([a-z][A-Za-z]*)=/y)?.[1];
    const rest = opening === '{' ? this.#take(/…(\d*)\}|(~)(\d+)\}/y) : null;
    if (rest !== null) return this.#gap(rest, name);
    const of = opening === '{' ? this.#groups() : this.sequences(CLOSING[opening]);
    const repeated = this.#take(/\*/y) !== null;
    return { kind: 'choice', of, least: opening === '[' || repeated ? 0 : 1, most: repeated ? MOST_REPEATED : 1, ...(name !== undefined && { name }) };
  }

  /** `{level}`, `{level|who}`: the words of all groups named. */
  #groups(): readonly Sequence[] {
    const names = this.#take(/([a-z][A-Za-z]*(?:\|[a-z][A-Za-z]*)*)\}/y)?.[1];
    if (names === undefined) throw this.wrong('“{” opens no name of a group');
    return names.split('|').flatMap((name) => {
      const words = this.#options.groups(name);
      if (words === undefined) throw this.wrong(`there is no group “${name}”`);
      return words;
    });
  }

  #gap(match: RegExpExecArray | null, name: string | undefined): Node {
    const any = match?.[2] !== undefined;
    const most = any ? Number(match?.[3]) : match?.[1] ? Number(match[1]) : USUAL_GAP;
    if (most < 1 || most > (any ? WIDEST_ANY : WIDEST_GAP)) throw this.wrong(`a gap of ${most} characters is unbounded: at most ${any ? WIDEST_ANY : WIDEST_GAP}`);
    return { kind: 'gap', most, any, ...(name !== undefined && { name }) };
  }

  /** `#1-3`, `§2-18`: so many digits or Chinese characters. */
  #run(kind: 'digits' | 'han'): Node {
    const [, least = '1', most = least] = this.#take(/[#§](\d{1,2})?(?:-(\d{1,2}))?/y)!;
    if (Number(most) < Number(least) || Number(most) > LONGEST_RUN) throw this.wrong(`from ${least} to ${most} characters: at most ${LONGEST_RUN}`);
    return { kind, least: Number(least), most: Number(most) };
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match !== null) this.#at += match[0].length;
    return match;
  }
}

/** The length of the longest text that a sequence can stand for, in UTF-16 units. */
export function longest(sequence: Sequence): number {
  return sequence.reduce((sum, node) => sum + longestOf(node), 0);
}

function longestOf(node: Node): number {
  if (node.kind === 'text') return node.text.length;
  if (node.kind === 'gap' || node.kind === 'digits' || node.kind === 'han') return node.most;
  return node.kind === 'choice' ? node.most * Math.max(...node.of.map(longest)) : 0;
}
