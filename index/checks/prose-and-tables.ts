import { sum } from '../document/decimal.js';
import type { FoundFigure, MetricId } from '../document/figure.js';
import { figuresAt } from './cells.js';
import type { Check, Facts } from './check.js';
import { quoteText, sentencesOf } from './prose-of.js';
import { cellName, finding, placeOfFigure, ruleData, valueAt } from './rules.js';

/** All words that say what a figure of a sentence counts. */
function labelOf(figure: FoundFigure): string {
  return [...figure.inherited, ...figure.labels].join('');
}

const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

/** A sentence's figure that counts this organ's own cases of the year reported on: no part, no share, no other year, no other's. */
function countsWhole(figure: FoundFigure): boolean {
  return figure.trust === 'stated' && figure.stat === 'count' && figure.quantity.value !== null && figure.partOf === null && figure.year === null && figure.scope === null && figure.quantity.approx === null;
}

/** C5-1: how many requests the text tells of, on any base that the form knows. */
export const requestsTold: Check = {
  rules: ['C5-1'],
  *run(facts) {
    const base = figuresAt(facts, ['req.new.total', 'req.carried_in.total', 'req.processed.total']);
    if (base === null) return;
    const [fresh, before, processed] = base.map(({ quantity }) => quantity.value!) as [string, string, string];
    const both = sum([fresh, before]);
    const { what, about, did, not } = ruleData().words.requests;
    // 全县 in a county's report is its own whole: scopes count here, since one that agrees with the table settles it.
    const told = facts.figures.filter((figure) => countsWhole({ ...figure, scope: null })).filter((figure) => {
      const label = labelOf(figure);
      return holds(label, what) && holds(label, did) && !holds(label, not) && holds(label, about) && !isZeroWord(figure);
    });
    const [first] = told;
    // Where one of them is the table's, the others are told of some organ or some channel.
    if (first === undefined || told.some(({ quantity }) => [fresh, both, processed].includes(quantity.value!))) return;
    yield finding('C5-1', { slots: { new: fresh, both, processed }, expected: fresh, actual: first.quantity.value, places: [placeOfFigure(facts, first), placeOfFigure(facts, base[0]!)] });
  },
};

/** C5-2: how many requests ended how. A sentence may tell one row only, so a single row of the block will do. */
export const resultsTold: Check = {
  rules: ['C5-2'],
  *run(facts) {
    const { results, requests } = ruleData().words;
    for (const [name, roots] of Object.entries(results)) {
      const metrics = [...facts.cells.keys()].filter((metric) => metric.endsWith('.total') && roots.some((root) => metric === `${root}.total` || (root.endsWith('.') && metric.startsWith(root))));
      const cells = figuresAt(facts, metrics);
      if (cells === null || cells.length === 0) continue;
      const expected = sum(cells.map(({ quantity }) => quantity.value!));
      for (const figure of facts.figures) {
        // 不予公开 of documents is another thing: the words of a request must stand with it.
        if (!countsWhole({ ...figure, partOf: null }) || !figure.labels.at(-1)?.includes(name) || !holds(labelOf(figure), requests.what) || isZeroWord(figure)) continue;
        const told = figure.quantity.value!;
        if (told !== expected && !cells.some(({ quantity }) => quantity.value === told)) yield finding('C5-2', { slots: { row: name }, expected, actual: told, places: [placeOfFigure(facts, figure), placeOfFigure(facts, cells[0]!)], metrics });
      }
    }
  },
};

/** F-13: the title names an office, the requests counted are those of the whole place. */
export const officeAndPlace: Check = {
  rules: ['F-13'],
  *run(facts) {
    const cell = facts.cells.get('req.new.total');
    if (!ruleData().words.office.test(facts.organisation.fullName) || !cell || cell.quantity.value === null || cell.quantity.value === '0') return;
    const whole = facts.figures.find((figure) => figure.trust === 'stated' && figure.scope !== null && figure.scope.startsWith('全') && holds(labelOf(figure), ruleData().words.requests.what) && figure.quantity.value === cell.quantity.value);
    if (whole) yield finding('F-13', { slots: { org: facts.organisation.fullName, words: whole.scope! }, actual: cell.quantity.value, places: [placeOfFigure(facts, whole), placeOfFigure(facts, cell)], metrics: ['req.new.total'] });
  },
};

/** C5-3: reviews and lawsuits told in the text; another scope is common, so never more than a warning. */
export const disputesTold: Check = {
  rules: ['C5-3'],
  *run(facts) {
    const { review, lawsuits, not } = ruleData().words.disputes;
    const totals: readonly { readonly words: readonly string[]; readonly others: readonly string[]; readonly metrics: readonly MetricId[] }[] = [
      { words: review, others: lawsuits, metrics: ['review.total'] },
      { words: lawsuits, others: review, metrics: ['lit.direct.total', 'lit.post_review.total'] },
    ];
    for (const { words, others, metrics } of totals) {
      const cells = figuresAt(facts, metrics);
      if (cells === null) continue;
      const expected = sum(cells.map(({ quantity }) => quantity.value!));
      for (const figure of facts.figures.filter(countsWhole)) {
        const own = figure.labels.join('');
        if (!holds(own, words) || holds(own, others) || holds(labelOf(figure), not) || isZeroWord(figure) || figure.quantity.value === expected) continue;
        yield finding('C5-3', { slots: { row: words[0]! }, expected, actual: figure.quantity.value!, places: [placeOfFigure(facts, figure), placeOfFigure(facts, cells[0]!)] });
      }
    }
  },
};

/** C5-6: normative documents issued, repealed and in force. */
export const documentsTold: Check = {
  rules: ['C5-6'],
  *run(facts) {
    const { what, issued, repealed, inForce, not } = ruleData().words.normative;
    const rows: readonly (readonly [readonly string[], MetricId])[] = [
      [inForce, 'active.normative.in_force'],
      [repealed, 'active.normative.repealed'],
      [issued, 'active.normative.issued'],
      [issued, 'active.normative.made'],
    ];
    for (const figure of facts.figures.filter(countsWhole)) {
      const label = figure.labels.join('');
      if (!holds(label, what) || holds(label, not) || isZeroWord(figure)) continue;
      const fitting = rows.filter(([words]) => holds(label, words));
      const cells = fitting.flatMap(([, metric]) => facts.cells.get(metric) ?? []).filter(({ quantity }) => quantity.value !== null);
      // 制发并废止 in one label names two rows: nobody can tell which is meant.
      if (cells.length !== 1 || new Set(fitting.map(([words]) => words)).size !== 1 || cells[0]!.quantity.value === figure.quantity.value) continue;
      yield finding('C5-6', { slots: { row: fold(label) }, expected: cells[0]!.quantity.value, actual: figure.quantity.value, places: [placeOfFigure(facts, figure), placeOfFigure(facts, cells[0]!)], metrics: [cells[0]!.metric!] });
    }
  },
};

/** C5-7: the text says none, a table counts some. */
export const noneTold: Check = {
  rules: ['C5-7'],
  *run(facts) {
    const words = ruleData().words.none;
    const rows: readonly (readonly [readonly string[], readonly MetricId[]])[] = [
      [words.requests, ['req.new.total']],
      [words.review, ['review.total']],
      [words.lawsuits, ['lit.direct.total', 'lit.post_review.total']],
    ];
    for (const figure of facts.figures) {
      if (figure.trust !== 'stated' || !isZeroWord(figure) || figure.year !== null || figure.scope !== null || figure.partOf !== null) continue;
      const label = figure.labels.join('');
      if (holds(label, words.not)) continue;
      // 未收到申请，未发生复议: a label that names two things is told of each.
      for (const [names, metrics] of rows.filter(([names]) => holds(label, names)).slice(-1)) {
        const over = metrics.flatMap((metric) => facts.cells.get(metric) ?? []).find(({ quantity }) => quantity.value !== null && quantity.value !== '0');
        if (over && (names !== words.requests || holds(label, words.about))) yield finding('C5-7', { slots: { words: quotedOf(facts, figure), cell: cellName(over.metric!) }, expected: '0', actual: over.quantity.value, places: [placeOfFigure(facts, figure), placeOfFigure(facts, over)], metrics: [over.metric!] });
      }
    }
  },
};

/** C5-8: requests dropped because a fee was not paid, and not a word of the fee in section six. */
export const feeTold: Check = {
  rules: ['C5-8'],
  *run(facts) {
    const metric = 'req.other.fee_unpaid.total';
    const value = valueAt(facts, metric);
    const last = facts.document.sections.at(-1);
    if (value === null || value === '0' || !last) return;
    const told = sentencesOf(last).map(quoteText).join('');
    if (!holds(told, ruleData().words.fee)) yield finding('C5-8', { slots: { cell: cellName(metric) }, actual: value, places: [placeOfFigure(facts, facts.cells.get(metric)!)], metrics: [metric] });
  },
};

/** 未收到, 无: a zero said in words, not printed. */
function isZeroWord({ quantity }: FoundFigure): boolean {
  return quantity.value === '0' && !/[\p{N}零〇]/u.test(quantity.asWritten);
}

function quotedOf({ source }: Facts, figure: FoundFigure): string {
  return fold(figure.quote.map(({ start, end }) => source.text.slice(start, end)).join(''));
}

/** Short enough for a line. */
const LONGEST_QUOTE = 40;
function fold(text: string): string {
  const plain = text.replace(/[\s\u3000]+/gu, '');
  return plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE)}…` : plain;
}

