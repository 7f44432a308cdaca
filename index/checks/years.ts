import { quoteText, proseSentences } from './prose-of.js';
import { acrossYears, metricsOfTable } from './cells.js';
import type { Check, Facts } from './check.js';
import { cellName, finding, placeOfFigure, rowAndColumn } from './rules.js';

/** what was carried forward last year is what was carried in this year, column by column. */
export const carriedOver: Check = {
  rules: ['X-1'],
  *run(facts) {
    for (const metric of metricsOfTable.get('requests')!) {
      if (!metric.startsWith('req.carried_in.')) continue;
      const cell = acrossYears(facts, metric, metric.replace('carried_in', 'carried_out'));
      if (cell !== null && cell.now !== cell.before) yield finding('X-1', { slots: { column: rowAndColumn(metric).column }, expected: cell.before, actual: cell.now, places: cell.places, metrics: [metric] });
    }
  },
};

const LEAP = 10;
/** A leap from or to so few is chance. */
const WORTH_A_LOOK = 10;

/** a cell that is more than ten times last year's, or less than a tenth. */
export const leaps: Check = {
  rules: ['X-4'],
  *run(facts) {
    for (const metric of facts.cells.keys()) {
      const cell = acrossYears(facts, metric);
      if (cell === null) continue;
      const [now, then] = [Number(cell.now), Number(cell.before)];
      if (Math.min(now, then) <= 0 || Math.max(now, then) < WORTH_A_LOOK) continue;
      if (now / then > LEAP || then / now > LEAP) yield finding('X-4', { slots: { cell: cellName(metric) }, expected: cell.before, actual: cell.now, places: cell.places, metrics: [metric] });
    }
  },
};

const SHINGLE = 6;
const COPIED = 0.9;
const LEAST_SHINGLES = 100;
const LEAST_SAME_FIGURES = 3;

/** nearly the same text as last year's, and the same figures in it. */
export const copied: Check = {
  rules: ['X-3'],
  *run(facts) {
    if (facts.previous === null) return;
    const [now, then] = [shingles(facts), shingles(facts.previous)];
    if (now.size < LEAST_SHINGLES) return;
    const shared = [...now].filter((piece) => then.has(piece)).length / now.size;
    if (shared < COPIED) return;
    const before = new Set(statedFigures(facts.previous).map(({ quantity, labels }) => `${labels.join('')} ${quantity.value}`));
    const same = statedFigures(facts).filter(({ quantity, labels }) => before.has(`${labels.join('')} ${quantity.value}`));
    if (same.length < LEAST_SAME_FIGURES || same.length < statedFigures(facts).length * COPIED) return;
    yield finding('X-3', { slots: { share: String(Math.floor(shared * 100)), count: String(same.length) }, places: [placeOfFigure(facts, same[0]!)] });
  },
};

/** Runs of six characters of the sentences, digits left out, so that the year and the figures do not hide a copy. */
function shingles(facts: Facts): Set<string> {
  const text = proseSentences(facts.document).map((sentence) => quoteText(sentence).replace(/[\d\s\p{P}]/gu, '')).join('');
  return new Set(Array.from({ length: Math.max(0, text.length - SHINGLE + 1) }, (_, i) => text.slice(i, i + SHINGLE)));
}

function statedFigures({ figures }: Facts): Facts['figures'] {
  return figures.filter(({ trust, quantity }) => trust === 'stated' && quantity.value !== null && quantity.value !== '0');
}
