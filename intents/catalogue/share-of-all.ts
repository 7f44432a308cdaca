import { product, quotient, speaksForOthers, toJsonValue, unitOfFigure, type ReportCard } from '../../index/mod.js';
import { counted, labelOfRows, totalOf, valueShown } from '../answer/across-lines.js';
import type { Block, Inline } from '../answer/answer.js';
import { coverageBlocks, unlikeDraft } from '../answer/coverage.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear } from '../answer/present.js';
import type { Intent } from '../intent.js';
import { questionWords } from '../language/words.js';
import { acrossValues } from '../question/across-values.js';
import { inRegion, namesAFigure, regionOf } from '../question/many-asked.js';
import { DISTINGUISHING } from '../question/strength.js';
import { asks, type Question } from '../question/read.js';

/** More reports than this are not added for a share: their places could not all be shown. */
const MOST_ADDED = 300;

/** 「青石镇的申请占全县的比例」: one organisation's figure as a share of the total over those held of the same year. */
export const shareOfAll: Intent = {
  name: 'share-of-all',
  about: { zh: '占全县的比例', en: 'share of the total over all organisations' },
  examples: { zh: ['2021年青石镇新收申请占全县的比例'], en: ["What share of the county's total requests did Qingshi Town receive in 2021?"] },
  examplesOver: 'several',
  match(question) {
    return asksShareOfAll(question) ? { score: 0.93, because: ['asks for a share of all organisations'] } : null;
  },
  async answer(question, context) {
    const [own] = context.reports;
    if (own === undefined || own.year === null || speaksForOthers(own.org) || !namesAFigure(question) || new Set(context.reports.map(({ orgKey }) => orgKey)).size !== 1) return null;
    const others = inRegion(question, await context.library.reports(), context.roster).filter(({ year, orgKey, org }) => year === own.year && orgKey !== own.orgKey && !speaksForOthers(org));
    const cards: ReportCard[] = [own, ...others];
    if (others.length === 0 || cards.length > MOST_ADDED) return null;
    const across = await acrossValues({ ...question, counter: null, counterEnd: null, terms: question.terms.filter(({ concept }) => concept !== 'share') }, context, cards);
    if (across !== null && across.unlike.length > 0) return { draft: await unlikeDraft(context, across) };
    const part = across?.values.find(({ card }) => card === own);
    if (!across || !part || across.values.length < 2) return null;
    const { lang } = context;
    const evidence = new Evidence(context.library);
    const shown = await valueShown(context, evidence, part);
    const rows = [...shown.rows];
    for (const value of across.values) if (value !== part) rows.push(...(await valueShown(context, evidence, value)).rows);
    const sum = totalOf(across.values);
    const unit = unitOfFigure(shown.figures[0]!) ?? '';
    const derived = (text: string): Inline => ({ type: 'derived', text, from: rows });
    const quote: Block = { type: 'quote', citation: evidence.rows[0]!.citation };
    if (sum === '0') return { draft: { status: 'not_found', reason: 'no_base', blocks: [{ type: 'text', inlines: say(lang, 'noBase', { label: named(evidence.rows[0]!.label), value: derived(`0${unit}`) }) }, quote], rows: evidence.rows, citations: evidence.citations } };
    const value = quotient(product(part.quantity.value!, '100'), sum, 2);
    const formula = `${part.quantity.value} ÷ (${rows.map((row) => evidence.rows[row]!.value).join(' + ')}) × 100% = ${value}%`;
    const lead = say(lang, 'shareOfAll', { ...orgYear(lang, own), label: labelOfRows(evidence, across, lang), a: shown.value, n: counted(String(across.values.length)), b: derived(`${sum}${unit}`), result: derived(`${value}%`) });
    const blocks: Block[] = [{ type: 'text', inlines: lead }, { type: 'text', inlines: say(lang, 'formula', { formula: derived(formula) }) }, ...(await coverageBlocks(context, evidence, across)), quote];
    return { draft: { status: 'answered', blocks, value: toJsonValue(value), unit: '%', derived: { formula, operands: rows, rounding: 'half-up, 2 decimals' }, rows: evidence.rows, citations: evidence.citations }, remember: { terms: question.terms, organisations: [own.orgKey], figure: part.parts ? null : { report: own.report, id: part.id } } };
  },
};

function asksShareOfAll(question: Question): boolean {
  return question.organisations.length === 1 && asks(question, 'share') && (regionOf(question) !== null || onlyWhose(question));
}

/** What share of all licences did 教育局 issue: nothing is said of the part but whose it is. */
function onlyWhose({ folded, lang, organisations: [whose], terms }: Question): boolean {
  const part = questionWords(lang).patterns.wholeFirst.exec(folded)?.indices?.groups?.['part'];
  if (part === undefined || whose === undefined) return false;
  const [from, to] = part;
  // Issued, imposed: what is done with whatever is counted.
  const { frames } = questionWords(lang);
  return from <= whose.start && whose.end <= to && !terms.some((term) => from <= term.start && term.end <= to && term.weight >= DISTINGUISHING && !frames.includes(term.text));
}
