import { compare, difference, quotient, sum, type Decimal } from '../document/decimal.js';
import type { FoundFigure } from '../document/figure.js';
import type { Check, Facts, Finding } from './check.js';
import { finding, placeOfFigure, ruleData } from './rules.js';

/** C5-5: 共…其中…: parts that one clause or bracket tells must not be more than their whole; when they are less, some are untold. */
export const partsAndWholes: Check = {
  rules: ['C5-5', 'C5-5-partial'],
  *run(facts) {
    for (const [n, total] of facts.figures.entries()) {
      if (!isExactCount(total)) continue;
      const parts = facts.figures.filter((figure) => figure.partOf === n && isExactCount(figure) && sameUnit(figure, total));
      const groups = groupsOf(total, parts, facts);
      const announced = announcedBy(n, facts);
      const told = announced.length > 1 && !groups.some((group) => announced.every((part) => group.includes(part))) ? [...groups, announced] : groups;
      for (const group of told) yield* judge(total, group, facts);
    }
  },
};

function* judge(total: FoundFigure, parts: readonly FoundFigure[], facts: Facts): Iterable<Finding> {
  if (parts.length < 2) return;
  const expected = sum(parts.map(({ quantity }) => quantity.value!));
  const actual = total.quantity.value!;
  const more = compare(expected, actual);
  if (more === 0) return;
  const shown = parts.map(({ quantity }) => quantity.value!).join(' + ');
  const slots = { unit: total.quantity.unit ?? '', parts: shown };
  const places = [placeOfFigure(facts, total), ...parts.map((part) => placeOfFigure(facts, part))];
  if (more > 0) yield finding('C5-5', { slots, expected, actual, places: once(places) });
  else if (nearlyAll(expected, actual) && !tellsSome(total, parts, facts)) yield finding('C5-5', { slots, expected, actual, places: once(places), severity: 'warning' });
  else yield finding('C5-5-partial', { slots, expected, actual, places: once(places) });
}

/**
 * 收到203件（咨询88件，投诉907件）: what a bracket right after a figure, or 其中 in its sentence, announces as its parts. The grammar of sentences takes
 * no part that is more than its whole; here it is just such parts that matter, so announced ones count whether it took them or not.
 */
function announcedBy(n: number, { figures, source }: Facts): FoundFigure[] {
  const total = figures[n]!;
  const found: FoundFigure[] = [];
  let from = total.place!.at(-1)!.end;
  let depth = 0;
  let inBracket: boolean | null = null;
  for (const figure of figures.slice(n + 1)) {
    if (!figure.place || !inOneSentence([total, figure])) break;
    const gap = source.text.slice(from, figure.place[0].start);
    from = figure.place.at(-1)!.end;
    if (inBracket === null) {
      const plain = gap.replace(total.quantity.unit ?? '', '').trim();
      if (/^[（(]/u.test(plain)) inBracket = true;
      else if (plain.replace(/^[，,、]/u, '').startsWith(ruleData().words.again)) inBracket = false;
      else break;
    } else {
      depth += depthOf(gap);
      if (depth < 0 || (inBracket === false && (/[；;]/u.test(gap) || gap.includes(ruleData().words.again)))) break;
      if (depth > 0) continue;
    }
    if (isExactCount(figure) && sameUnit(figure, total) && figure.year === total.year && (figure.period === null || figure.period === total.period)) found.push(figure);
  }
  return found;
}

/** Parts that make up nearly the whole were meant to make up all of it. */
const NEARLY = 0.9;

function nearlyAll(parts: Decimal, whole: Decimal): boolean {
  return Number(whole) > 0 && Number(parts) / Number(whole) >= NEARLY;
}

/** 主要包括, 等: the sentence says itself that the list is not whole. */
function tellsSome(total: FoundFigure, parts: readonly FoundFigure[], { source }: Facts): boolean {
  const from = total.place!.at(-1)!.end;
  const to = parts.at(-1)!.place!.at(-1)!.end;
  return ruleData().words.partial.some((word) => source.text.slice(from, to + AFTER).includes(word));
}

/** …5件等: the word may stand right behind the last part and its counter. */
const AFTER = 3;

/** Parts told together: a group begins in the clause of its whole or after 其中, and no stop, closing bracket or the whole itself parts it. A whole may be split twice. */
function groupsOf(total: FoundFigure, parts: readonly FoundFigure[], { source }: Facts): FoundFigure[][] {
  const groups: FoundFigure[][] = [];
  const between = (from: FoundFigure | undefined, to: FoundFigure): string => (from?.place && to.place ? source.text.slice(from.place.at(-1)!.end, to.place[0].start) : '');
  for (const part of parts) {
    const before = groups.at(-1)?.at(-1);
    const gap = between(before ?? total, part);
    const again = gap.includes(ruleData().words.again);
    const stops = /[。；;]/u.test(gap);
    const acrossWhole = before !== undefined && startOf(before) < startOf(total) && startOf(total) < startOf(part);
    if (acrossWhole) groups.push([part]);
    else if (before !== undefined && !again && !stops && depthOf(gap) === 0) groups.at(-1)!.push(part);
    else if (again || (!stops && before === undefined)) groups.push([part]);
    else groups.push([]);
  }
  return groups;
}

function startOf({ place, quote }: FoundFigure): number {
  return place?.[0].start ?? quote[0].start;
}

/** Opening brackets minus closing ones: one that opens and closes in between belongs to the part before. */
function depthOf(text: string): number {
  return [...text].reduce((depth, character) => depth + (/[（(]/u.test(character) ? 1 : /[）)]/u.test(character) ? -1 : 0), 0);
}

function isExactCount({ quantity, stat, trust }: FoundFigure): boolean {
  return trust === 'stated' && stat === 'count' && quantity.value !== null && quantity.approx === null && !/[万亿]/u.test(quantity.asWritten);
}

function sameUnit(a: FoundFigure, b: FoundFigure): boolean {
  return a.quantity.unit === b.quantity.unit;
}

/** C5-4: growth and shares recomputed from the figures of their sentence, rounded to the digits printed. */
export const percentages: Check = {
  rules: ['C5-4', 'C5-4-truncated'],
  *run(facts) {
    for (const [n, figure] of facts.figures.entries()) {
      if (figure.trust !== 'stated' || figure.quantity.unit !== '%' || figure.quantity.value === null || figure.quantity.approx !== null) continue;
      const worked = figure.stat === 'change' ? growthsOf(n, facts) : figure.stat === 'share' ? sharesOf(n, facts) : [];
      const [likeliest] = worked;
      const printed = figure.quantity.value;
      const places = decimalsOf(figure.quantity.asWritten);
      // A sentence may hold several figures that could be the base: only when none of them gives the percentage is it wrong.
      if (likeliest === undefined || worked.some(({ part, base }) => compare(percent(part, base, places), printed) === 0)) continue;
      const truncated = worked.find(({ part, base }) => isTruncated(percent(part, base, EXACT), printed, places));
      const { part, base, from } = truncated ?? likeliest;
      yield finding(truncated ? 'C5-4-truncated' : 'C5-4', { slots: { formula: `${part} ÷ ${base}` }, expected: percent(part, base, places), actual: printed, places: once([figure, ...from].map((one) => placeOfFigure(facts, one))) });
    }
  },
};

const EXACT = 12;

/** `part` ÷ `base` in per cent, both whole numbers. */
function percent(part: Decimal, base: Decimal, places: number): Decimal {
  return quotient(`${part}00`, base, places);
}

interface Worked {
  readonly part: Decimal;
  readonly base: Decimal;
  readonly from: readonly FoundFigure[];
}

/** 486条，比上年的412条增加74条，增长17.96%: the change right before the rate, over each count that the sentence told before. */
function growthsOf(n: number, { figures }: Facts): Worked[] {
  const [change, rate] = [figures[n - 1], figures[n]!];
  if (!change || change.stat !== 'change' || !isWhole(change) || !inOneSentence([change, rate])) return [];
  const falls = saysFall([...change.labels, ...rate.labels].join(''));
  const counts = figures.slice(0, n - 1).filter((figure) => figure.stat === 'count' && isWhole(figure) && sameUnit(figure, change) && inOneSentence([figure, rate]));
  return counts.toReversed().flatMap((count): Worked[] => {
    const value = count.quantity.value!;
    const before = falls ? sum([value, change.quantity.value!]) : difference(value, change.quantity.value!);
    // The first count of the sentence is the one that grew; one after it may be the base itself.
    const bases = count === counts.at(-1) ? [before] : [value, before];
    return bases.filter((base) => compare(base, '0') > 0).map((base) => ({ part: change.quantity.value!, base, from: [count, change] }));
  });
}

/** 甲A件，占总数B件的C%: the part right before the share, over its whole and over each other count of the sentence. */
function sharesOf(n: number, { figures, source }: Facts): Worked[] {
  const [part, share] = [figures[n - 1], figures[n]!];
  if (!part?.place || !share.place || part.stat !== 'count' || part.partOf === null || !isWhole(part) || !inOneSentence([part, share])) return [];
  // 收回386份，表示满意的占95.1% is no share of what was collected: nothing but the counter may stand before 占.
  const gap = source.text.slice(part.place.at(-1)!.end, share.place[0].start).replace(part.quantity.unit ?? '', '').replace(/[\s\p{P}]/gu, '');
  if (!gap.startsWith(ruleData().words.takes)) return [];
  const whole = figures[part.partOf];
  const others = figures.slice(0, n - 1).filter((figure) => figure !== whole && figure.stat === 'count' && sameUnit(figure, part) && inOneSentence([figure, share]));
  return [...(whole ? [whole] : []), ...others].filter((base) => isWhole(base) && base.quantity.value !== '0').map((base) => ({ part: part.quantity.value!, base: base.quantity.value!, from: [part, base] }));
}

function isWhole({ quantity }: FoundFigure): boolean {
  return quantity.value !== null && quantity.approx === null && /^\d+$/.test(quantity.value);
}

function inOneSentence(figures: readonly FoundFigure[]): boolean {
  return new Set(figures.map(({ quote, unit }) => `${unit} ${quote[0].start}`)).size === 1;
}

function saysFall(label: string): boolean {
  return ruleData().words.falls.some((word) => label.includes(word));
}

function decimalsOf(asWritten: string): number {
  return /[.．](\d+)/u.exec(asWritten.normalize('NFKC'))?.[1]?.length ?? 0;
}

function isTruncated(exact: Decimal, printed: Decimal, places: number): boolean {
  const [whole = '', fraction = ''] = exact.replace('-', '').split('.');
  const cut = places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0').slice(0, places)}`;
  return compare(cut, printed) === 0;
}

function once(places: Finding['places']): Finding['places'] {
  return [...new Map(places.map((place) => [place.spans.map(({ start }) => start).join(), place])).values()];
}

