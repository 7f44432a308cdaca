// Questions that miss a held figure by one qualifier: a modifier put in, a word swapped for its contrast, another unit, a part or a denial asked
// for, a whole that is not told, another year, a plan, all years together, the most at once, the organ itself. Beside them the same figures asked for with the qualifiers that they bear. What is right comes from the figures
// as they were read, with the sentence that each stands in.
import { readFileSync } from 'node:fs';
import { drawn, hashOf } from './draw.mjs';
import { askedIn, englishOf, filled } from './phrasings.mjs';

const data = JSON.parse(readFileSync(new URL('./near-misses.json', import.meta.url), 'utf8'));
const SHORTEST = 3;
const NONE = { status: 'none' };

/** Kinds of units, each by how one looks that is printed. */
const KINDS = [['money', /元/], ['people', /人|名|位/], ['pages', /页/], ['times', /次|场|期|届|轮/]];

const labelOf = ({ labels }) => labels.join('');
const wordsOf = ({ inherited, labels }) => [...inherited, ...labels].join('');
const valueOf = ({ quantity }) => Number(quantity.value);
const isNumber = ({ quantity }) => quantity.value !== null;
const isAsked = (figure) => figure.trust === 'stated' && isNumber(figure) && labelOf(figure).length >= SHORTEST && !/\d/.test(labelOf(figure)) && figure.stat === 'count';
const anyOf = (values) => (values.length === 0 ? NONE : { status: 'any', of: [...new Set(values)] });

/** Questions over one report (`{ card, figures, text, name }`), each `{ type, lang, q, report, expect }`; `metrics` is the dictionary. */
export function nearMisses(report, metrics, seed) {
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  const asked = report.figures.filter(isAsked);
  const made = [...asked.flatMap((figure) => [...modified(figure, report, seed), ...contrasted(figure, report), ...otherUnits(figure, report), ...denied(figure, report), ...oneOfSeveral(figure, report), ...wider(figure, report, seed), ...totalled(figure, report), ...ofAnotherTime(figure, report), ...mostAtOnce(figure, report), ...notDone(figure, report), ...ofOwnLevel(figure, report), ...wholeOfPart(figure, report), right(figure, report)]), ...anySuch(report), ...inEnglish(report, known, seed)];
  return made.map((question) => ({ id: `n${hashOf(`${report.name} ${question.q}`).toString(36)}`, lang: 'zh', ...question, report: report.name }));
}

/** At most `most` of all near misses of all reports, as many of each kind as there are, drawn by `seed`. */
export function drawnNearMisses(reports, metrics, seed, most) {
  const all = new Map(reports.flatMap((report) => nearMisses(report, metrics, seed)).map((question) => [`${question.report} ${question.q}`, question]));
  const kinds = new Map();
  for (const question of all.values()) kinds.set(question.type, [...(kinds.get(question.type) ?? []), question]);
  const each = Math.ceil(most / kinds.size);
  return [...kinds.entries()].flatMap(([kind, questions]) => drawn(questions, each, `${seed} ${kind}`, ({ report, q }) => `${report} ${q}`));
}

/** A sentence as printed, without blanks. */
const sentenceOf = ({ quote }, { text }) => quote.map(({ start, end }) => text.slice(start, end)).join('').replace(/\s/g, '');
const ask = (type, slots, expect) => ({ type, q: filled(data.phrasings[type], slots), expect });

function modified(figure, report, seed) {
  const free = data.modifiers.filter((word) => !report.text.includes(word));
  const [mod, other, third] = drawn(free, 3, `${seed} ${report.name} ${labelOf(figure)}`);
  const asked = askedIn(figure.quantity.unit);
  const label = labelOf(figure);
  const last = figure.labels.at(-1);
  return [
    ask('modifier before', { mod, label, asked }, NONE),
    ...(figure.labels.length > 1 ? [ask('modifier before the noun', { mod: other, first: figure.labels.slice(0, -1).join(''), last, asked }, NONE)] : []),
    ask('modifier behind', { mod: third, label, asked }, NONE),
  ];
}

/** A word of the label swapped for one that its sentence does not say; figures elsewhere that say all of it may be meant. */
function contrasted(figure, report) {
  const label = labelOf(figure);
  const sentence = sentenceOf(figure, report);
  return data.contrasts.flatMap((group) => {
    const held = group.find((word) => label.includes(word));
    const other = held === undefined ? undefined : group.find((word) => word !== held && !sentence.includes(word) && !label.includes(word));
    if (other === undefined) return [];
    const pieces = figure.labels.map((piece) => piece.replaceAll(held, other));
    const meant = report.figures.filter((one) => isNumber(one) && (pieces.every((piece) => wordsOf(one).includes(piece)) || (one.trust === 'stated' ? sentenceOf(one, report) : wordsOf(one)).includes(other)));
    return [ask('contrast', { swapped: pieces.join(''), asked: askedIn(figure.quantity.unit) }, anyOf(meant.map(valueOf)))];
  });
}

/** Another kind of unit than that of the figure; figures whose sentence is the same and whose unit is of that kind may be meant. */
function otherUnits(figure, report) {
  const kindOf = (unit) => KINDS.find(([, pattern]) => pattern.test(unit ?? ''))?.[0] ?? 'things';
  const own = kindOf(figure.quantity.unit);
  const sentence = figure.quote[0].start;
  return Object.entries(data.units).filter(([kind]) => kind !== own && !(kind === 'things' && own === 'times')).map(([kind, ways]) => {
    const meant = report.figures.filter((one) => isNumber(one) && kindOf(one.quantity.unit) === kind && (one.quote[0].start === sentence || wordsOf(one).includes(figure.labels.at(-1))));
    return ask('unit', { label: labelOf(figure), otherAsked: ways[hashOf(labelOf(figure)) % ways.length] }, anyOf(meant.map(valueOf)));
  });
}

/** What is not of a part: the rest of its total, or nothing. */
function denied(figure, { figures }) {
  const total = figure.partOf === null ? null : figures[figure.partOf];
  const rest = total?.quantity.value == null ? [] : [Math.round((valueOf(total) - valueOf(figure)) * 1e6) / 1e6];
  const slots = { label: labelOf(figure), asked: askedIn(figure.quantity.unit) };
  return [ask('not of it', slots, anyOf(rest)), ask('except it', slots, anyOf(rest))];
}

/** One of the things that a label counts together: only a figure that says it without the others answers. */
function oneOfSeveral(figure, { figures }) {
  const piece = figure.labels.find((label) => data.between.slice(0, 1).some((mark) => label.includes(mark)));
  if (piece === undefined) return [];
  const items = piece.split('、');
  return items.filter((item) => item.length > 1).slice(0, 2).map((item) => {
    const meant = figures.filter((one) => one !== figure && isNumber(one) && one.labels.some((label) => label.includes(item)) && !one.labels.includes(piece));
    return ask('one of several', { item, asked: askedIn(figure.quantity.unit) }, anyOf(meant.map(valueOf)));
  });
}

function wider(figure, { card, text, name }, seed) {
  const free = data.wholes.filter((word) => !text.includes(word) && !(card.org.level === 'township' && word === '全镇'));
  const [whole] = drawn(free, 1, `${seed} ${name} ${labelOf(figure)}`);
  return whole === undefined ? [] : [ask('of a wider whole', { whole, label: labelOf(figure), asked: askedIn(figure.quantity.unit) }, NONE)];
}

/** The largest or the mean of many asked for as if it were all of them. */
function totalled(figure, { figures }) {
  const label = labelOf(figure);
  const word = data.extremes.find((one) => label.includes(one));
  if (word === undefined) return [];
  const rest = label.replace(word, '');
  const meant = figures.filter((one) => isNumber(one) && wordsOf(one).includes(rest) && !data.extremes.some((extreme) => labelOf(one).includes(extreme)));
  return rest.length < 2 ? [] : [ask('extreme as a total', { rest, total: data.totals[0], asked: askedIn(figure.quantity.unit) }, anyOf(meant.map(valueOf)))];
}

/** The year before, where no figure is given to it; next year's plans and all years together, where the report speaks of neither. */
function ofAnotherTime(figure, { card, figures, text }) {
  if (card.year === null || figure.year !== null) return [];
  const slots = { label: labelOf(figure), asked: askedIn(figure.quantity.unit) };
  const isChange = (one) => one.stat === 'change' || one.stat === 'stock-change';
  const before = figures.filter((one) => isNumber(one) && (one.year === card.year - 1 || one.stat === 'stock-last-year' || one.metric?.endsWith('.items_prev') || data.lastYear.some((word) => wordsOf(one).includes(word))));
  // 148件，比上年增加26件 tells what it was.
  const worked = figures.filter((one) => isNumber(one) && isChange(one)).flatMap((one) => [valueOf(figure) - valueOf(one), valueOf(figure) + valueOf(one)]);
  const planned = figures.filter((one) => isNumber(one) && one.trust === 'stated' && data.plans.some((word) => wordsOf(one).includes(word)));
  return [
    ask('of another year', { ...slots, year: String(card.year - 1) }, anyOf([...before.map(valueOf), ...worked])),
    ask('planned for next year', { ...slots, year: String(card.year + 1) }, anyOf(planned.map(valueOf))),
    ...(data.cumulative.some((word) => text.includes(word)) ? [] : [ask('over all years', slots, NONE)]),
  ];
}

function mostAtOnce(figure, { text }) {
  return data.extremes.some((word) => text.includes(word)) ? [] : [ask('most at once', { label: labelOf(figure), asked: askedIn(figure.quantity.unit) }, NONE)];
}

/** What was not done: the rest of a total, of this figure or of any before it that it may be a part of, or a number that is told as not done. */
function notDone(figure, { figures }) {
  const denied = figures.filter((one) => isNumber(one) && (/[未没不无]/.test(wordsOf(one)) || one.quantity.value === '0')).map(valueOf);
  const rests = figures.filter((one) => isNumber(one) && valueOf(one) > valueOf(figure)).map((one) => Math.round((valueOf(one) - valueOf(figure)) * 1e6) / 1e6);
  return [ask('not done', { label: labelOf(figure), asked: askedIn(figure.quantity.unit) }, anyOf([...rests, ...denied]))];
}

/** The organ itself, where the sentence counts over a whole place. */
function ofOwnLevel(figure, report) {
  const sentence = sentenceOf(figure, report);
  const begins = Math.min(...data.ofAllPlaces.map((word) => sentence.indexOf(word)).filter((at) => at >= 0));
  const label = data.ofAllPlaces.reduce((text, word) => text.replaceAll(word, ''), labelOf(figure));
  if (sentence.includes(data.ownLevel) || !(begins < sentence.indexOf(figure.labels.at(-1))) || label.length < SHORTEST) return [];
  const meant = report.figures.filter((one) => isNumber(one) && wordsOf(one).includes(data.ownLevel));
  return [ask('of the own level', { label, asked: askedIn(figure.quantity.unit) }, anyOf(meant.map(valueOf)))];
}

/** A part's total, asked for by its own words: the part is no answer. */
function wholeOfPart(figure, { figures }) {
  const total = figure.partOf === null ? undefined : figures[figure.partOf];
  if (total === undefined || !isAsked(total)) return [];
  const meant = figures.filter((one) => isNumber(one) && total.labels.every((piece) => wordsOf(one).includes(piece)) && one.partOf !== total.id);
  return [ask('the whole of a part', { label: labelOf(total), total: data.totals[0], asked: askedIn(total.quantity.unit) }, anyOf([valueOf(total), ...meant.map(valueOf)]))];
}

function right(figure, { figures }) {
  const meant = figures.filter((one) => isNumber(one) && figure.labels.every((piece) => wordsOf(one).includes(piece)));
  const value = valueOf(figure);
  const expect = new Set(meant.map(valueOf)).size === 1 ? { status: 'answered', value, unit: figure.quantity.unit } : anyOf(meant.map(valueOf));
  return ask('right qualifier', { label: labelOf(figure), asked: askedIn(figure.quantity.unit) }, expect);
}

/** A noun that the report does not say. */
function anySuch({ text }) {
  return data.nouns.filter((noun) => !text.includes(noun.replace(/^(几.|多少)/u, ''))).map((noun) => ask('any such thing', { noun }, NONE));
}

function inEnglish({ figures, name }, known, seed) {
  const cells = figures.filter(({ trust, metric, quantity }) => trust === 'aligned' && known.has(metric) && quantity.value !== null && quantity.value !== '0');
  return cells.map(({ metric }) => {
    const [mod] = drawn(data.english, 1, `${seed} ${name} ${metric}`);
    return { ...ask('modifier, in English', { mod, en: englishOf(known.get(metric)) }, NONE), lang: 'en' };
  });
}
