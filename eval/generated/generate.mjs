// Questions made of what reports hold: figure × report × phrasing in both languages, and questions that must not be answered because a facet
// is swapped or added. What is right is known from the figures as they were read, so these questions measure asking, not reading.
// The same seed over the same reports makes the same questions. A third, by the hash of the question, is sealed: only ever counted.
import { drawn, hashOf, oneOf } from './draw.mjs';
import { askedIn, cellQuestions, englishOf, filled, phrasings } from './phrasings.mjs';

const SEALED_OF = 3;
const SHORTEST_LABEL = 4;
/** Shorter labels say what many reports say in other words. */
const SHORTEST_FOREIGN = 6;

/** True for a question of the sealed third. */
export function isSealed({ q }) {
  return hashOf(`sealed ${q}`) % SEALED_OF === 0;
}

/**
 * `reports`: `{ card, figures, text }` of everything that is held together; `metrics`: the dictionary. Questions have the form of
 * `../shared/eval/README.md`; `expect.of` lists the values that may be answered where a question leaves open which is meant.
 */
export function generatedQuestions(reports, metrics, seed) {
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  const made = reports.flatMap((report) => {
    const others = reports.filter((other) => other.card.orgKey !== report.card.orgKey);
    return [...ofSentences(report), ...ofCells(report, known, seed), ...unanswerable(report, others, known, seed), ...withoutFacet(report)];
  });
  const unlike = new Map(made.map((question) => [question.q, question]));
  return [...unlike.values()].map((question) => ({ id: `g${hashOf(question.q).toString(36)}`, ...question }));
}

const headOf = ({ card }) => ({ org: card.org.name, year: card.year });
const labelOf = ({ labels }) => labels.join('');
const valueOf = ({ quantity }) => Number(quantity.value);
const isNumber = ({ quantity }) => quantity.value !== null;
/** Labels with a number in them (较2020年多) name another year or are numbers themselves: not asked. */
const isStated = (figure) => figure.trust === 'stated' && isNumber(figure) && labelOf(figure).length >= SHORTEST_LABEL && !/\d/.test(labelOf(figure));

/** Different values of the figures that these words may mean: those whose labels, with what stands above them, hold every piece. */
function meant(pieces, figures) {
  return [...new Set(figures.filter((figure) => isNumber(figure) && pieces.every((piece) => [...figure.inherited, ...figure.labels].join('').includes(piece))).map(valueOf))];
}

function ofSentences(report) {
  const head = headOf(report);
  return report.figures.filter(isStated).flatMap((figure) => {
    const of = meant(figure.labels, report.figures);
    const slots = { ...head, label: labelOf(figure), turned: figure.labels.toReversed().join(''), asked: askedIn(figure.quantity.unit) };
    const words = [...phrasings.stated.zh, ...(figure.labels.length > 1 ? phrasings.stated.turned : [])];
    // Words that several figures share leave open which is meant: any of them is right, asking back is not wrong.
    const expect = of.length === 1 ? { status: 'answered', value: of[0], unit: figure.quantity.unit } : { status: 'any', of };
    return words.map((phrasing) => ({ type: of.length === 1 ? 'sentence' : 'sentence, several meant', lang: 'zh', q: filled(phrasing, slots), expect }));
  });
}

function ofCells(report, known, seed) {
  const cells = report.figures.filter((figure) => figure.trust === 'aligned' && figure.metric !== null && isNumber(figure) && known.has(figure.metric));
  const { cellsWithValue, cellsOfZero } = phrasings.most;
  const by = `${seed} ${report.card.report}`;
  const chosen = [...drawn(cells.filter((figure) => valueOf(figure) !== 0), cellsWithValue, by, ({ metric }) => metric), ...drawn(cells.filter((figure) => valueOf(figure) === 0), cellsOfZero, by, ({ metric }) => metric)];
  return chosen.flatMap((figure) => cellQuestions(headOf(report), known.get(figure.metric)).map(({ lang, phrasing, q }) => ({ type: `cell, ${phrasing}`, lang, q, expect: { status: 'answered', value: valueOf(figure), unit: null } })));
}

/** One facet swapped for another that the report does not hold, or one added that it does not know. */
function unanswerable(report, others, known, seed) {
  const head = headOf(report);
  const figures = report.figures.filter(isStated);
  const held = new Set([report, ...others].filter(({ card }) => card.orgKey === report.card.orgKey).map(({ card }) => card.year));
  const knows = (words) => report.text.includes(words);
  const years = phrasings.years.filter((year) => !held.has(year) && !held.has(year + 1) && !knows(String(year)));
  const narrower = phrasings.narrower.filter((words) => !knows(words.replace(/^涉及|的$/g, '')));
  const swaps = {
    'another year': ({ label }) => ({ otherYear: years.length > 0 ? oneOf(years, `${seed} ${label}`) : null }),
    'another place': ({ label }) => ({ otherPlace: oneOf(phrasings.places, `${seed} ${label}`) }),
    'another unit': ({ figure, label }) => ({ otherUnit: oneOf((phrasings.units[figure.quantity.unit] ?? [null]).filter((unit) => !report.figures.some(({ quantity }) => quantity.unit === unit)).concat(null).slice(0, 1), label) }),
    narrower: ({ label }) => ({ narrower: narrower.length > 0 ? oneOf(narrower, `${seed} ${label}`) : null }),
  };
  const swapped = Object.entries(swaps).flatMap(([kind, swap]) =>
    drawn(figures, phrasings.most.unanswerableOfAKind, `${seed} ${kind} ${report.card.report}`, labelOf).flatMap((figure) => {
      const slots = { ...head, label: labelOf(figure), asked: askedIn(figure.quantity.unit), ...swap({ figure, label: labelOf(figure) }) };
      return Object.values(slots).includes(null) ? [] : [{ type: kind, lang: 'zh', q: filled(phrasings.unanswerable[kind], slots), expect: { status: 'none' } }];
    }),
  );
  return [...swapped, ...ofOtherReports(report, others, seed), ...cellsElsewhere(report, years, known, seed)];
}

/** A cell of the forms, in English, of a year or a place that is not held. */
function cellsElsewhere(report, years, known, seed) {
  const head = headOf(report);
  const cells = report.figures.filter(({ trust, metric }) => trust === 'aligned' && known.has(metric));
  const elsewhere = { 'another year, in English': (metric) => ({ otherYear: years.length > 0 ? oneOf(years, `${seed} ${metric}`) : null }), 'another place, in English': (metric) => ({ otherPlace: oneOf(phrasings.places, `${seed} ${metric}`) }) };
  return Object.entries(elsewhere).flatMap(([kind, swap]) =>
    drawn(cells, phrasings.most.unanswerableOfAKind, `${seed} ${kind} ${report.card.report}`, ({ metric }) => metric).flatMap(({ metric }) => {
      const slots = { ...head, en: englishOf(known.get(metric)), ...swap(metric) };
      return Object.values(slots).includes(null) ? [] : [{ type: kind, lang: 'en', q: filled(phrasings.unanswerable[kind], slots), expect: { status: 'none' } }];
    }),
  );
}

/** What only other reports count: no two neighbouring characters of the longest piece of its label stand in this report. */
function ofOtherReports(report, others, seed) {
  const head = headOf(report);
  const foreign = others.flatMap(({ figures }) => figures.filter(isStated)).filter((figure) => {
    const longest = figure.labels.toSorted((a, b) => b.length - a.length)[0];
    return longest.length >= SHORTEST_FOREIGN && [...longest].slice(1).every((_, i) => !report.text.includes(longest.slice(i, i + 2)));
  });
  const by = `${seed} ${report.card.report}`;
  return drawn(foreign, phrasings.most.unanswerableOfAKind, by, labelOf).map((figure) => ({ type: "another report's figure", lang: 'zh', q: filled(phrasings.unanswerable["another report's figure"], { ...head, otherLabel: labelOf(figure), otherAsked: askedIn(figure.quantity.unit) }), expect: { status: 'none' } }));
}

/** A piece of the label left out: whatever holds the rest may be meant; anything else is wrong. */
function withoutFacet(report) {
  const head = headOf(report);
  return report.figures.filter((figure) => isStated(figure) && figure.labels.slice(1).join('').length >= SHORTEST_LABEL).map((figure) => {
    const rest = figure.labels.slice(1);
    return { type: 'facet removed', lang: 'zh', q: filled(phrasings.facetRemoved, { ...head, rest: rest.join(''), asked: askedIn(figure.quantity.unit) }), expect: { status: 'any', of: meant(rest, report.figures) } };
  });
}
