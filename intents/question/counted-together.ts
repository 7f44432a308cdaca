import { fold, type Figure } from '../../index/mod.js';
import { earliestFit, fits } from '../language/cue-words.js';
import { labelCues } from '../language/label-cues.js';

/** A clause that ends in a number and its counter. */
const COUNTED = /\d\p{Script=Han}{1,4}$/u;

/** UTF-16 units of a sentence that are looked at before a number. */
const LONGEST_SENTENCE = 300;

/**
 * Lists of things that a stated figure counts over as a whole, so that it is no number of one of them: what its sentence names before 累计
 * (线上培训2期、线下培训1期，累计参训135人次), the means or fields that a clause before it lists (依托简报、广播等载体，发布信息90条), and the one
 * means that its own clause names among others (利用广播等方式公开信息45条), beside which stands ''. Folded words.
 */
export function countedTogether(figure: Figure, text: string): string[][] {
  const start = figure.trust === 'stated' ? figure.place?.[0].start : undefined;
  const sentence = figure.quote[0].start;
  if (start === undefined || start <= sentence || start - sentence > LONGEST_SENTENCE) return [];
  const before = fold(text.slice(sentence, start)).text;
  const { respectively, totals, ways } = labelCues();
  const clauses = before.split(/[,;:()]/u);
  const items = clauses.pop()!.split('、');
  const own = items.at(-1)!;
  // 报纸、广播等媒体发布34条: behind the last number of the clause several are named.
  const named = items.slice(items.findLastIndex((item) => COUNTED.test(item)) + 1).join('、');
  // 围绕甲、乙、丙三类，分别公开3条、9条、6条: each of the numbers is of one of them.
  if (respectively.some((word) => items.some((item) => item.includes(word)))) return amongOthers(named);
  if (!totals.some((word) => own.includes(word))) {
    // 通过网站、快手号，发布预警90条，发布短讯7条: the means named last hold up to the semicolon.
    const since = before.slice(before.lastIndexOf(';') + 1).split(/[,:()]/u).slice(0, -1);
    const isWay = (clause: string): boolean => fits([ways], clause) && !COUNTED.test(clause);
    // 依托网站、快手号，采用图解，发布90条: a way of another kind between leaves those means to the number.
    const near = listsOf(since.slice(since.findLastIndex((clause) => COUNTED.test(clause)) + 1).filter(isWay));
    const held = near.length > 0 ? near : listsOf(since.slice(Math.max(0, since.findLastIndex((clause) => fits([ways], clause)))).filter(isWay));
    // 依托网站、公众号等载体，公开102条，其中公众号公开27条: what the number's own clause names is its own means.
    return [...held.filter((items) => !items.some((item) => namesAgain(named, item))), ...amongOthers(named)];
  }
  // 更新公开栏13块，新建显示屏3块，共投入6.8万元: what was counted by itself before is counted together here.
  const told = clauses.map((clause) => withoutName(clause, figure.labels));
  const counted = told.filter((clause) => COUNTED.test(clause));
  // 各乡镇、各部门合计公开3万条: so is what stands before the word for the sum.
  const clause = items.join('、');
  const summed = clause.slice(0, Math.max(...totals.map((word) => clause.indexOf(word))));
  return [...listsOf([...told, summed]), ...(counted.length > 1 ? [counted] : []), ...amongOthers(named)];
}

/** 网站包括动态12条、公告30条，共42条: what the sum is called begins the list and is no item of it. */
function withoutName(clause: string, labels: readonly string[]): string {
  const among = labelCues().amongThem.find((word) => clause.startsWith(word)) ?? '';
  const name = labels.map((label) => fold(label).text).find((label) => label !== '' && clause.startsWith(label, among.length));
  return name === undefined ? clause : clause.slice(among.length + name.length);
}

/** True for 公众号公开 beside the item 公众号等新媒体. */
function namesAgain(clause: string, item: string): boolean {
  const thing = labelCues().andOthers.reduce((text, word) => text.split(word)[0]!, item);
  return thing.length > 1 && clause.includes(thing);
}

/** 利用广播|等方式公开信息: the one that is named, and the others that are not. */
function amongOthers(clause: string): string[][] {
  const others = earliestFit([labelCues().otherWays], clause);
  if (others === null) return [];
  const before = clause.slice(0, others.index);
  const named = listsOf([before]).length > 0 ? '' : before;
  const lead = earliestFit([labelCues().ways], named);
  return named === '' ? [] : [[lead === null ? named : named.slice(lead.index + lead[0].length), '']];
}

/** 线上、线下和现场: the things that each clause names, where it names several. */
function listsOf(clauses: readonly string[]): string[][] {
  return clauses.map((clause) => labelCues().between.reduce<string[]>((parts, word) => parts.flatMap((part) => part.split(word)), [clause]).filter((part) => part !== '')).filter((items) => items.length > 1);
}

/**
 * 来电来信来访276件次，其中来电198个，来信31封: labels of the figures behind one in its sentence that stand, two or more of them, within one of its own
 * labels, folded. Empty where fewer do.
 */
export function runTogether(figure: Figure, sentence: readonly Figure[]): string[] {
  if (figure.trust !== 'stated') return [];
  const behind = sentence.filter(({ id, labels }) => id > figure.id && labels.length === 1).map(({ labels }) => fold(labels[0]!).text);
  for (const label of figure.labels.map((printed) => fold(printed).text)) {
    const within = [...new Set(behind.filter((word) => word.length > 1 && word.length < label.length && label.includes(word)))];
    if (within.length > 1 && !within.some((word) => within.some((other) => other !== word && other.includes(word)))) return within;
  }
  return [];
}
