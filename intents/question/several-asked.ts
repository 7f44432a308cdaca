import { lexicon, type Lang } from '../../index/mod.js';
import { questionWords } from '../language/words.js';
import { DISTINGUISHING } from './strength.js';
import type { Question } from './read.js';

/** More questions than this in one message are not taken one by one. */
export const MOST_AT_ONCE = 8;

/**
 * The questions of one message, in their order; only the message itself when it asks once. 中心和村站一共办了多少 asks once.
 * `read` reads a piece as a question: where only a comma parts two pieces, each must ask for itself and name what it asks for.
 */
export function questionsIn(text: string, lang: Lang, read: (piece: string) => Question): readonly string[] {
  const numbered = byMarks(text, lang);
  const pieces = (numbered ?? [text]).flatMap((piece) => withHowMany(joined(split(piece, questionWords(lang).several.ends), lang), lang)).flatMap((piece) => byClauses(piece, lang, read));
  return pieces.length === 0 ? [text] : pieces.flatMap((piece) => byItems(piece, lang, read));
}

/** 许可、处罚、强制各几件, 组长和副组长各是谁: one question for each thing that is named. Two numbers are one answer (`both`). */
function byItems(text: string, lang: Lang, read: (piece: string) => Question): string[] {
  const { each } = questionWords(lang).patterns;
  const { joints, eachWord, holders, ofBefore, ofShared, person } = questionWords(lang).several;
  const asked = lang === 'zh' ? (each.exec(text) ?? holders.exec(text)) : null;
  if (asked === null) return [text];
  const { organisations, years } = read(text.slice(0, asked.index));
  const begins = Math.max(0, ...[...organisations, ...years].map(({ end }) => end));
  const scope = text.slice(0, begins);
  const items = text.slice(begins, asked.index).replace(ofBefore, '').split(joints).map((item) => item.trim());
  // Two numbers of one office are one answer, of two offices four.
  const apart = person.test(asked[0]) || new Set(organisations.map((mention) => mention.text)).size > 1;
  if (items.length < (apart ? 2 : 3) || items.length > MOST_AT_ONCE || items.some((item) => item === '' || item.length > LONGEST_ITEM)) return [text];
  const asks = text.slice(asked.index).replace(eachWord, '');
  const shared = ofShared.exec(items.at(-1)!)?.[0] ?? '';
  const questions = items.map((item) => `${scope}${item}${item.endsWith(shared) ? '' : shared}${asks}`);
  return questions.every((one) => namesSomething(read(one))) ? questions : [text];
}

/** UTF-16 units of one thing in a list that is asked for each. */
const LONGEST_ITEM = 16;

/** 1、…… 2、……: what stands behind each mark, with what stands before the first one; null unless the marks count from one. */
function byMarks(text: string, lang: Lang): string[] | null {
  const { marks: pattern, ordinals } = questionWords(lang).several;
  const number = (mark: RegExpMatchArray): number => numberOf(mark, ordinals);
  const marks = [...text.matchAll(pattern)].filter((mark, i, all) => number(mark) === i + 1 || (i > 0 && number(mark) === number(all[i - 1]!) + 1));
  if (marks.length < 2 || marks.some((mark, i) => number(mark) !== i + 1) || text.slice(0, marks[0]!.index).trim() !== '') return null;
  return marks.map((mark, i) => text.slice(mark.index + mark[0].length, marks[i + 1]?.index).trim()).filter((piece) => piece !== '');
}

function numberOf(mark: RegExpMatchArray, ordinals: readonly string[]): number {
  const told = mark[1] ?? mark[2] ?? mark[3] ?? '';
  return ordinals.includes(told) ? ordinals.indexOf(told) + 1 : Number(told);
}

/** Cut behind every match; what only says hello or names whose report is meant goes with the piece after it. */
function split(text: string, at: RegExp): string[] {
  const cuts = [...text.matchAll(at)].map((match) => match.index + match[0].length);
  return [0, ...cuts].map((start, i) => text.slice(start, cuts[i]).trim()).filter((piece) => piece !== '');
}

function joined(pieces: readonly string[], lang: Lang): string[] {
  const { asks } = questionWords(lang).several;
  const whole: string[] = [];
  let before = '';
  for (const piece of pieces) {
    if (asks.test(piece) || /[?？]$/u.test(piece)) {
      whole.push(before + piece);
      before = '';
    } else before += `${piece} `;
  }
  if (before === '') return whole;
  const last = whole.pop();
  return [...whole, `${last ?? ''}${last === undefined ? '' : ' '}${before.trim()}`];
}

/** 有人重复申请吗？几件: how many there are of what is asked about right before is one question. */
function withHowMany(pieces: readonly string[], lang: Lang): string[] {
  const { onlyHowMany, yesOrNoEnd } = questionWords(lang).several;
  return pieces.reduce<string[]>((whole, piece) => {
    const before = whole.at(-1);
    return before !== undefined && onlyHowMany.test(piece) && yesOrNoEnd.test(before) ? [...whole.slice(0, -1), before.replace(yesOrNoEnd, '') + piece] : [...whole, piece];
  }, []);
}

/** 由哪个来推进，什么机构: of what kind the one asked for is, is no question of its own. */
function withKind(pieces: readonly string[], lang: Lang): readonly string[] {
  const { onlyKind } = questionWords(lang).several;
  return pieces.length > 1 && onlyKind.test(pieces.at(-1)!) ? [...pieces.slice(0, -2), pieces.slice(-2).join('')] : pieces;
}

/** 公开了多少条，组长是谁: parted only where every piece asks and has something of its own to ask for. */
function byClauses(text: string, lang: Lang, read: (piece: string) => Question): string[] {
  const { asks, clauses } = questionWords(lang).several;
  const pieces = withKind(split(text, clauses), lang);
  // 增减情况如何，数量是多少: the second piece says what the first one wants to hear.
  if (questionWords(lang).patterns.situationInNumbers.test(text) && !pieces.some((piece) => questionWords(lang).patterns.situationInNumbers.test(piece))) return [text];
  if (pieces.length < 2 || pieces.length > MOST_AT_ONCE) return [text];
  const stands = (piece: string): boolean => asks.test(piece) && namesSomething(read(piece));
  return pieces.every(stands) ? pieces.map((piece) => piece.replace(/、$/u, '')) : [text];
}

/** What is asked about, beside words that compare or add up: 一共多少, 比上年多几件 lean on what stands before them. */
function namesSomething({ terms, cues }: Question): boolean {
  if (cues.some(({ cue }) => LEANING.includes(cue))) return false;
  return terms.some((term) => term.weight >= DISTINGUISHING && (term.concept === null || lexicon().concept(term.concept) !== undefined));
}

const LEANING: readonly string[] = ['share', 'difference', 'sum', 'average', 'ratio', 'change'];
