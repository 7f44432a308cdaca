import { compare, fold, sum, unitOfFigure, type Figure, type ReportCard } from '../../index/mod.js';
import { fits } from '../language/cue-words.js';
import { isShare } from '../language/unit-families.js';
import type { Candidate } from './candidates.js';
import { compares, movedBy, restWords, saysBefore } from './course-asked.js';
import { baseOf } from './remainder.js';
import { partsOf } from './shown-operands.js';
import type { Term } from './terms.js';
import { objectsOf } from './thread.js';
import { wholeOf } from './whole.js';

/** What one sentence tells of one figure: what it was, what it came to, by how much it changed. */
export interface Course {
  readonly before: Candidate | null;
  readonly now: Candidate | null;
  /** The change in the figure's own unit, and in percent. */
  readonly by: Candidate | null;
  readonly percent: Candidate | null;
}

/** Cuts a label into its words. */
type Words = (label: string) => readonly Term[];

/**
 * 线路由18条增至21条；申请24件，比上年的17件多7件: the course that the sentence of `figure` tells of it. `candidates` are those of its report. Empty
 * where two numbers of its sentence may be the one before.
 */
export function courseOf(figure: Figure, candidates: readonly Candidate[], words: Words): Course {
  const unit = unitOfFigure(figure);
  const own = candidates.find((candidate) => isFigure(candidate, figure));
  const core = own === undefined || figure.trust !== 'stated' ? '' : coreOf(own, words);
  const behind = own === undefined ? [] : rightBehind(own, core, candidates, words);
  const inSentence = core === '' ? [] : candidates.filter((candidate) => isBeside(candidate, figure));
  const cores = new Map(inSentence.map((candidate) => [candidate, coreOf(candidate, words)]));
  const isOfIt = (candidate: Candidate): boolean => cores.get(candidate) === core || (candidate.figures[0].stat === 'change' && isSaidInFewer(candidate, own!, cores));
  const beside = inSentence.filter((candidate) => behind.includes(candidate) || isOfIt(candidate));
  const levels = beside.filter(({ figures: [one] }) => one.stat !== 'change' && unitOfFigure(one) === unit);
  const earlier = levels.filter((candidate) => isEarlier(candidate, words));
  const later = levels.filter((candidate) => !isEarlier(candidate, words));
  const changes = beside.filter(({ figures: [one] }) => one.stat === 'change');
  const inUnit = changes.filter(({ figures: [one] }) => !isShare(unitOfFigure(one)) && (unitOfFigure(one) === unit || isShare(unit)));
  const percents = changes.filter(({ figures: [one] }) => isShare(unitOfFigure(one)) && !isShare(unit));
  return { before: only(earlier), now: only(later), by: only(inUnit), percent: only(percents) };
}

/** 通过各类渠道主动公开信息486条，较上年的412条多74条: what is told right behind a total is told of it, in fewer words. */
function rightBehind(own: Candidate, core: string, candidates: readonly Candidate[], words: Words): readonly Candidate[] {
  const [figure] = own.figures;
  if (figure.partOf !== null) return [];
  // 受理97件，其中路灯42件、其他55件，比2024年减少18件: once its parts are told, the total is spoken of again.
  const after = candidates.slice(candidates.indexOf(own) + 1).filter(({ figures: [one] }) => one.partOf !== (figure.id as number) || one.stat === 'change');
  const isTold = (candidate: Candidate): boolean => isBeside(candidate, figure) && (candidate.figures[0].stat === 'change' || isEarlier(candidate, words)) && isWithin(coreOf(candidate, words), core);
  const end = after.findIndex((candidate) => !isTold(candidate));
  return end < 0 ? after : after.slice(0, end);
}

/** 橱窗发稿52篇、展板41篇，前者较上年减少6篇: a change that says some of the words of `own`, which no other number of the sentence says. */
function isSaidInFewer(change: Candidate, own: Candidate, cores: ReadonlyMap<Candidate, string>): boolean {
  const labels = cores.get(change)!.split(' ').filter((label) => label !== '');
  const says = (candidate: Candidate): boolean => labels.every((label) => cores.get(candidate)!.split(' ').includes(label));
  return labels.length > 0 && [...cores.keys()].every((candidate) => candidate.figures[0].stat === 'change' || says(candidate) === (candidate === own));
}

function isWithin(core: string, other: string): boolean {
  return core.split(' ').every((label) => other.includes(label));
}

function only<T>(list: readonly T[]): T | null {
  return list.length === 1 ? list[0]! : null;
}

function isFigure({ subtotal, figures: [one] }: Candidate, figure: Figure): boolean {
  return subtotal === null && one.id === figure.id;
}

function isBeside({ subtotal, figures: [one] }: Candidate, figure: Figure): boolean {
  return subtotal === null && one.trust === 'stated' && one.quantity.value !== null && one.quote[0].start === figure.quote[0].start;
}

/** What a figure counts, without what it is set against: the same for 申请24件 and 比上年的17件多7件. */
function coreOf({ figures: [{ inherited, labels }], step }: Candidate, words: Words): string {
  const said = [...inherited, ...labels].filter((label) => {
    const text = fold(label).text;
    if (step?.includes(text) === true || movedBy(text) !== null) return false;
    const found = words(text);
    if (found.length === 0) return true;
    return !found.every(({ concept, text: word }) => (concept === null ? OF_A_YEAR.test(word) : compares(concept)));
  });
  return said.map((label) => fold(label).text).join(' ');
}

/** 2020年 of 比2020年. */
const OF_A_YEAR = /^(?:\d{4}|年)$/u;

function isEarlier({ report, former, figures: [figure] }: Candidate, words: Words): boolean {
  const year = figure.year ?? report.year;
  return former || (year !== null && report.year !== null && year < report.year) || figure.labels.some((label) => words(fold(label).text).some(({ concept }) => concept !== null && saysBefore(concept)));
}

/** The sentence that says what a cell of the same report says, and of the same thing; null where there is none, or several. */
export function toldBeside(cell: Candidate, candidates: readonly Candidate[]): Figure | null {
  const [{ quantity, trust }] = cell.figures;
  const objects = new Set(objectsOf(cell));
  if (trust === 'stated' || quantity.value === null) return null;
  const alike = candidates.filter(({ subtotal, figures: [one] }) => subtotal === null && one.trust === 'stated' && one.stat === 'count' && one.quantity.value === quantity.value);
  const same = alike.filter((candidate) => objectsOf(candidate).some((object) => objects.has(object)));
  return same.length === 1 ? same[0]!.figures[0] : null;
}

/** 比2017年减少14件 of a report of 2018, 较上年, 同比: not 比年初, and not from any other year. `words` cuts a label. */
export function isSinceYearBefore({ labels, inherited }: Figure, words: Words, report: ReportCard): boolean {
  const said = [...labels, ...inherited];
  const years = said.flatMap((label) => [...fold(label).text.matchAll(/(?:19|20)\d{2}(?=年)/gu)].map(([year]) => Number(year)));
  if (years.length > 0) return years.every((year) => year === (report.year ?? 0) - 1);
  return said.some((label) => words(label).some(({ concept }) => concept === 'last-year' || concept === 'year-on-year'));
}

/**
 * By how much a figure changed since the year before, in its own unit or `inPercent`; null where no such change is told. 比2017年增加4件，增长36.4%: what is told
 * beside it in percent is told of the same change, unless it names what it is set against itself (较年初增长5%).
 */
export function changeSinceYearBefore({ by, percent }: Course, inPercent: boolean, words: Words, report: ReportCard): Candidate | null {
  const change = inPercent ? percent : by;
  if (change === null || isSinceYearBefore(change.figures[0], words, report)) return change;
  const [{ labels, inherited }] = change.figures;
  const namesItsBase = [...labels, ...inherited].some((label) => words(label).some(({ concept, text }) => (concept === null ? OF_A_YEAR.test(text) : movedBy(text) === null && compares(concept))));
  return inPercent && by !== null && !namesItsBase && isSinceYearBefore(by.figures[0], words, report) ? change : null;
}

/** What is left of a total: a number that the report gives, or the total and what is taken off. */
export type Rest = { readonly stated: Figure } | { readonly whole: Figure; readonly parts: readonly Figure[] };

/**
 * What is left over of the total that `figure` is, or is a part of, without the parts that were `told` before; null where it is not clear what
 * that is. `text` is that of the `report`.
 */
export function restOf(figure: Figure, figures: readonly Figure[], told: readonly Figure[], { report, text }: { readonly report: ReportCard; readonly text: string }): Rest | null {
  const hasParts = (one: Figure): boolean => figures.some(({ partOf, trust }) => partOf === (one.id as number) && trust === 'stated');
  const whole = figure.trust !== 'stated' ? null : hasParts(figure) ? figure : wholeOf(figure, figures, false);
  if (whole === null || whole.quantity.value === null) return null;
  const unit = unitOfFigure(whole);
  const all = figures.filter((one) => one.partOf === (whole.id as number) && one.quantity.value !== null && unitOfFigure(one) === unit);
  // A total may be told apart twice (by place, by kind): what is left is left of the way that was asked by.
  const run = whole === figure ? [] : partsOf({ report, figure: whole }, figures, figure).map((part) => part.figure);
  const parts = run.length > 0 ? run : all;
  const leftOver = parts.filter((part) => part.labels.some((label) => fits(restWords().labels, fold(label).text)));
  const total = sum(parts.map(({ quantity }) => quantity.value!));
  const way = compare(total, whole.quantity.value);
  const asked = parts.filter((part) => part.id === figure.id || told.some(({ id }) => id === part.id));
  if (leftOver.length === 1 && (way !== 0 || asked.length === 0)) return { stated: leftOver[0]! };
  if (way === 0) return parts.length - asked.length === 1 ? { stated: parts.find((part) => !asked.includes(part))! } : asked.length > 0 && asked.length < parts.length ? { whole, parts: asked } : null;
  if (way > 0) return null;
  const sentence = text.slice(whole.quote[0].start, whole.quote.at(-1)!.end);
  return parts.length === 1 || (parts.length > 1 && fits(restWords().said, fold(sentence).text)) ? { whole, parts } : null;
}

/** 没办的: the total, and the part of it that was `done`; null where no part says so, or others may be among what is left. */
export function undoneOf(figure: Figure, figures: readonly Figure[], done: string): Rest | null {
  if (figure.trust !== 'stated') return null;
  const says = ({ labels }: Figure): boolean => isDone(fold(labels.at(-1) ?? '').text, done) === true;
  const partsIn = (whole: Figure): readonly Figure[] => figures.filter((one) => one.trust === 'stated' && one.quantity.value !== null && baseOf(one, figures) === whole && unitOfFigure(one) === unitOfFigure(whole));
  const whole = says(figure) ? baseOf(figure, figures) : figure;
  const undone = whole === null ? [] : figures.filter((one) => one.trust === 'stated' && one.quote[0].start === figure.quote[0].start && unitOfFigure(one) === unitOfFigure(whole) && isDone(fold(one.labels.at(-1) ?? '').text, done) === false);
  if (undone.length === 1) return { stated: undone[0]! };
  const meant = whole === null ? [] : partsIn(whole).filter(says);
  const [part] = meant;
  if (whole === null || whole.quantity.value === null || part === undefined || meant.length > 1) return null;
  const others = partsIn(whole).filter((one) => one !== part);
  const total = sum([...others, part].map(({ quantity }) => quantity.value!));
  if (others.length === 1 && compare(total, whole.quantity.value) === 0) return { stated: others[0]! };
  return others.length === 0 || compare(sum(others.map(({ quantity }) => quantity.value!)), whole.quantity.value) === 0 ? { whole, parts: [part] } : null;
}

/** Whether a label says that a thing was done (采纳) or was not (未采纳); null when it says neither. */
function isDone(label: string, done: string): boolean | null {
  const at = label.indexOf(done);
  return at < 0 ? null : !fits(restWords().denies, label.slice(0, at));
}
