import { longest, type Node, type Sequence, type TemplateOptions } from './template.js';

/** The most words that a template used as a list of words may stand for. */
const MOST_WORDS = 400;

/** The expression that finds a template, with its named brackets as groups. Without case; English words are found whole. */
export function compiled(sequence: Sequence, { blanks }: Pick<TemplateOptions, 'blanks'>): RegExp {
  const before = blanks && sequence[0]?.kind !== 'start' && sequence[0]?.kind !== 'end' ? WORD_STARTS : '';
  const last = sequence.findLast(({ kind }) => kind !== 'beside');
  const open = last?.kind === 'end' || (last?.kind === 'text' && !/[a-z0-9]$/iu.test(last.text));
  const after = blanks && !open ? WORD_ENDS : '';
  return new RegExp(before + sourceOf(sequence, blanks) + after, 'iu');
}

const WORD_STARTS = '(?<![a-z0-9])';
const WORD_ENDS = '(?![a-z0-9])';
/** What closes a question does not count as a word behind its last one. */
const END = '[\\s?？!！。.,，~～]*$';
/** What a gap does not pass: the end of a sentence. */
const WITHIN = '[^。？?！!；;\\n]';

function sourceOf(sequence: Sequence, blanks: boolean): string {
  return sequence.map((node) => nodeSource(node, blanks)).join('');
}

function nodeSource(node: Node, blanks: boolean): string {
  switch (node.kind) {
    case 'text':
      return node.text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
    case 'gap': {
      const text = named(node.any ? `[^]{1,${node.most}}?` : `${WITHIN}{0,${node.most}}?`, node.name);
      return blanks && !node.any && node.name === undefined ? WORD_ENDS + text + WORD_STARTS : text;
    }
    case 'digits':
      return `\\d{${node.least},${node.most}}`;
    case 'han':
      return `\\p{Script=Han}{${node.least},${node.most}}?`;
    case 'choice': {
      // One that begins another (报, 报送) comes after it, in whatever order the data has them.
      const of = node.of.toSorted((a, b) => longest(b) - longest(a)).map((each) => sourceOf(each, blanks));
      const once = of.length === 1 && node.least === 1 && node.most === 1 ? of[0]! : `(?:${of.join('|')})`;
      if (node.name !== undefined) return `(?<${node.name}>${of.join('|')})${node.least === 0 ? '?' : ''}`;
      return node.most > 1 ? `${once}{${node.least},${node.most}}` : node.least === 0 ? `${once}?` : once;
    }
    case 'beside':
      return `(?${node.side === 'before' ? '<' : ''}${node.is ? '=' : '!'}${node.of.map((each) => sourceOf(each, blanks)).join('|')})`;
    case 'start':
      return '^';
    case 'end':
      return END;
  }
}

function named(source: string, name: string | undefined): string {
  return name === undefined ? source : `(?<${name}>${source})`;
}

/** Every text that a template stands for. Throws where it has a gap, digits or the like, or stands for too many. */
export function wordsOf(sequence: Sequence): readonly string[] {
  let words: readonly string[] = [''];
  for (const node of sequence) {
    const next = nodeWords(node);
    words = words.flatMap((word) => next.map((more) => word + more));
    if (words.length > MOST_WORDS) throw new Error(`stands for more than ${MOST_WORDS} words`);
  }
  return [...new Set(words)];
}

function nodeWords(node: Node): readonly string[] {
  if (node.kind === 'text') return [node.text];
  if (node.kind === 'choice' && node.most === 1) return [...(node.least === 0 ? [''] : []), ...node.of.flatMap(wordsOf)];
  throw new Error(`holds a ${node.kind}: only words fit here`);
}
