import { existsSync, readFileSync } from 'node:fs';
import { placeOf, type FoundFigure } from '../../../../index/document/figure.js';
import { figuresInSentences } from '../../../../index/figures/prose/mod.js';
import { sentencesOf } from '../../../../index/parse/sentences.js';

/** A figure as a person labelled it. `start` counts UTF-16 units of the paragraph, `partOf` figures of the paragraph. */
export interface GoldFigure {
  readonly value: number;
  readonly unit: string | null;
  readonly state: 'number' | 'zero-words';
  readonly approx: string | null;
  readonly label: readonly string[];
  readonly asWritten: string;
  readonly start: number;
  readonly partOf: number | null;
  readonly stat: string;
  readonly year: number | null;
  readonly period: string | null;
}

export interface GoldParagraph {
  readonly id: string;
  readonly text: string;
  readonly figures: readonly GoldFigure[];
}

export interface Score {
  readonly gold: number;
  readonly found: number;
  /** Value and place agree. */
  readonly matched: number;
  /** Of the matched: how many agree in … */
  readonly unit: number;
  readonly approx: number;
  readonly partOf: number;
  readonly stat: number;
  readonly year: number;
  readonly period: number;
  readonly label: number;
  /** One line for each difference. */
  readonly differences: readonly string[];
}

/** The paragraphs of a file; an empty list when the file is not here. */
export function paragraphsOf(path: string): GoldParagraph[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as GoldParagraph);
}

/** The figures of one paragraph of running text. */
export function figuresOf(text: string): FoundFigure[] {
  return figuresInSentences(sentencesOf(text, [{ start: 0, end: text.length }]), { year: null, path: [] });
}

/** Compares what is found in the paragraphs with their labels. */
export function score(paragraphs: readonly GoldParagraph[]): Score {
  const total = { gold: 0, found: 0, matched: 0, unit: 0, approx: 0, partOf: 0, stat: 0, year: 0, period: 0, label: 0 };
  const differences: string[] = [];
  for (const paragraph of paragraphs) {
    const found = figuresOf(paragraph.text);
    const pairs = pair(paragraph.figures, found);
    const tell = (what: string): number => differences.push(`${paragraph.id} ${what}`);
    total.gold += paragraph.figures.length;
    total.found += found.length;
    paragraph.figures.forEach((gold, i) => {
      const index = pairs.get(i);
      const near = paragraph.text.slice(Math.max(0, gold.start - 12), gold.start + 8);
      if (index === undefined) return void tell(`MISSED ${gold.asWritten}${gold.unit ?? ''} …${near}`);
      const figure = found[index]!;
      const { quantity } = figure;
      total.matched += 1;
      const check = (key: keyof typeof total, good: boolean, what: string): void => {
        if (good) total[key] += 1;
        else tell(`${key} ${gold.asWritten}: ${what} …${near}`);
      };
      check('unit', quantity.unit === gold.unit, `${quantity.unit} ≠ ${gold.unit}`);
      check('approx', quantity.approx === gold.approx, `${quantity.approx} ≠ ${gold.approx}`);
      const parent = gold.partOf === null ? null : (pairs.get(gold.partOf) ?? -1);
      check('partOf', figure.partOf === parent, `${show(found, figure.partOf)} ≠ ${show(found, parent)}`);
      check('stat', figure.stat === gold.stat, `${figure.stat} ≠ ${gold.stat}`);
      check('year', figure.year === gold.year, `${figure.year} ≠ ${gold.year}`);
      check('period', figure.period === gold.period, `${figure.period} ≠ ${gold.period}`);
      const words = [...figure.labels, ...figure.inherited].join('');
      check('label', gold.label.every((piece) => words.includes(piece)), `${gold.label.join('|')} not in ${figure.labels.join('|')} + ${figure.inherited.join('|')}`);
    });
    const used = new Set(pairs.values());
    found.forEach((figure, i) => {
      if (!used.has(i)) tell(`EXTRA ${figure.quantity.asWritten}${figure.quantity.unit ?? ''} …${paragraph.text.slice(Math.max(0, placeOf(figure).start - 12), placeOf(figure).start + 8)}`);
    });
  }
  return { ...total, differences };
}

function show(found: readonly FoundFigure[], index: number | null): string {
  return index === null ? 'none' : (found[index]?.quantity.asWritten ?? '?');
}

/** Gold index → found index, by place and value; among several at one place the one that shares most label words. */
function pair(golds: readonly GoldFigure[], found: readonly FoundFigure[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  golds.forEach((gold, i) => {
    let best = -1;
    let most = -1;
    found.forEach((figure, k) => {
      if (used.has(k) || placeOf(figure).start !== gold.start || Number(figure.quantity.value) !== gold.value) return;
      const words = [...figure.labels, ...figure.inherited].join('');
      const shared = gold.label.filter((piece) => words.includes(piece)).length;
      if (shared > most) {
        most = shared;
        best = k;
      }
    });
    if (best < 0) return;
    used.add(best);
    pairs.set(i, best);
  });
  return pairs;
}

/** The score as a short table for people. */
export function table(score: Score): string {
  const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  const keys = ['unit', 'approx', 'partOf', 'stat', 'year', 'period', 'label'] as const;
  return [
    `precision ${percent(score.matched, score.found)} · recall ${percent(score.matched, score.gold)} (${score.matched}/${score.gold}, found ${score.found})`,
    keys.map((key) => `${key} ${percent(score[key], score.matched)}`).join(' · '),
  ].join('\n');
}
