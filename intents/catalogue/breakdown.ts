import { compare, toJsonValue, unitOfFigure, type Figure, type ReportCard } from '../../index/mod.js';
import type { Block, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear, printed, sharedPieces } from '../answer/present.js';
import { saidLabelOf, saidPart } from '../answer/said-label.js';
import { trustNotes } from '../answer/trust-note.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { toldAsks } from '../language/told-words.js';
import { questionWords } from '../language/words.js';
import { explain } from '../question/explain.js';
import { DISTINGUISHING } from '../question/strength.js';
import { besideBreakdownCue, partsByForm } from '../question/form-parts.js';
import { recentYears } from '../question/many-asked.js';
import { asksForNumber, findFigures, leansOnMemory } from '../question/find.js';
import { asksOfBoth } from '../question/pair-asked.js';
import { asks, type Question } from '../question/read.js';
import type { Candidate } from '../question/candidates.js';

/** 「4079件是怎么来的」「按申请人类型列一下」: a figure with all its parts, each cited. */
export const breakdown: Intent = {
  name: 'breakdown',
  about: { zh: '一个数由哪些部分组成', en: 'what a figure is made of' },
  examples: { zh: ['便民服务事项是怎么来的', '申请都是怎么处理的', '按申请人类型列一下'], en: ['Break down the requests by applicant type'] },
  match(question) {
    // 三年处罚各几件 asks for years, not for parts.
    if (recentYears(question) !== null) return null;
    // 那1件是什么原因没办完, 9件申请主要问啥内容: a reason and a matter are told in words, of whatever a number is made.
    if (asks(question, 'why') || toldAsks('asksMatter', question) || toldAsks('asksContent', question)) return null;
    // 按过程性信息不予公开的有多少: one of the kinds by its name.
    if (toldAsks('oneKind', question)) return null;
    if (question.numbers.length > 0 && asks(question, 'list', 'how', 'breakdown') && !asks(question, 'count')) return { score: 0.9, because: ['asks what a number is made of'] };
    // 增减情况为多少 asks for one number.
    if (question.counter === null && questionWords(question.lang).patterns.situationInNumbers.test(question.folded)) return null;
    // What did not come from natural persons is one number.
    if (asks(question, 'count') && question.terms.some(({ concept }) => concept === 'negation')) return null;
    // 依申请公开情况念一下 wants the text read out.
    return asks(question, 'breakdown') && !(asks(question, 'summary') && !asksForNumber(question)) ? { score: 0.9, because: ['asks how a figure is made up'] } : null;
  },
  async answer(question, context) {
    const [report] = context.reports;
    // 2020年和2021年公开多少条: the parts of one year's figure are no years.
    if (context.reports.length !== 1 || !report || new Set(context.years).size > 1) return null;
    // 受理900件，镇里村里各几件: what the two do not make up is not the total of something else.
    if (question.numbers.length > 0 && asksOfBoth(question)) return null;
    const figures = await context.library.figures(report.report);
    const groups = [...(question.numbers.length > 0 ? [] : partsByForm(question, figures)), ...(await partsOfNamed(question, context, figures))];
    return groups.length === 0 ? null : show(question, context, report, groups);
  },
};

/** From here on a number says by itself which figure is meant (4079件是怎么来的); 3家 may be any three. */
const TELLING_NUMBER = '10';

interface Group {
  readonly total: Figure | null;
  readonly parts: readonly Figure[];
}

/** The figure that the question names by its number, by its words, or that the turn before was about, with its stated parts. */
async function partsOfNamed(question: Question, context: Context, figures: readonly Figure[]): Promise<Group[]> {
  const withParts = (total: Figure): Group => ({ total, parts: figures.filter((figure) => figure.partOf === (total.id as number) && figure.quantity.value !== null) });
  const [report] = context.reports;
  const fitting = report && question.numbers.length > 0 ? (await context.candidates(report)).filter(({ facets, subtotal }) => subtotal === null && explain(question.terms, facets).unexplained.length === 0) : [];
  const fits = new Set(fitting.map((candidate) => candidate.figures[0].id as number));
  const byNumber = question.numbers.flatMap(({ value }) => figures.filter((figure) => figure.quantity.value !== null && compare(figure.quantity.value, value) === 0 && (fits.has(figure.id) || (figure.trust === 'stated' && compare(value, TELLING_NUMBER) >= 0))));
  if (question.numbers.length > 0 && byNumber.length === 0) return [];
  const chosen = byNumber.length > 0 ? byNumber : await byWords(question, context);
  return chosen.map(withParts).filter(({ parts }) => parts.length > 0);
}

async function byWords(question: Question, context: Context): Promise<Figure[]> {
  const memory = context.memory;
  const kept = memory && leansOnMemory(question, context) ? { kept: memory.terms } : {};
  const named = besideBreakdownCue(question).filter(({ weight }) => weight >= DISTINGUISHING);
  const terms = named.length > 0 ? named : question.terms.length > 0 ? question.terms : (memory?.terms ?? []);
  const found = await findFigures(question, context, { terms, ...kept });
  // 收费公示不全后来怎么处理的: a number that only stands in a sentence on it is not made of anything that was asked.
  if (found.some(({ selection }) => selection.kind === 'one' && explain(terms, selection.best.candidate.facets).unexplained.length > 0)) return [];
  const candidates = found.flatMap(({ selection }): Candidate[] => (selection.kind === 'one' ? [selection.best.candidate] : selection.kind === 'several' ? selection.ranked.map(({ candidate }) => candidate) : []));
  return candidates.filter((candidate) => candidate.subtotal === null).map((candidate) => candidate.figures[0]);
}

async function show(question: Question, context: Context, report: ReportCard, groups: readonly Group[]): Promise<Outcome> {
  const evidence = new Evidence(context.library);
  const blocks: Block[] = [];
  for (const { total, parts } of groups) {
    const lead = orgYear(context.lang, report);
    const piece = async (figure: Figure): Promise<Inline[]> => {
      const row = await evidence.figure(report, figure);
      const { citation } = evidence.rows[row]!;
      return printed(context.lang, figure, citation, evidence.citations[citation]!.quote);
    };
    const inlines: Inline[] = total ? say(context.lang, 'figure', { ...lead, label: saidLabelOf(context.lang, total), value: await piece(total) }) : [lead.org, ...(context.lang === 'zh' ? [] : [' ']), ...lead.year];
    const shared = total ? [] : sharedPieces(parts);
    if (shared.length > 0 && (context.lang === 'zh' || parts.some(({ metric }) => metric === null))) inlines.push(named(shared.join(' ')));
    inlines.push('\n', ...say(context.lang, 'parts'));
    for (const [i, part] of parts.entries()) inlines.push(...(i === 0 ? [] : say(context.lang, 'partJoin')), saidPart(context.lang, part, shared, total ? [total, ...parts] : parts), ' ', ...(await piece(part)));
    blocks.push({ type: 'text', inlines });
  }
  blocks.push(...(await trustNotes(context, groups.flatMap(({ total, parts }) => (total ? [total, ...parts] : parts)).map((figure) => [report.report, figure] as const))));
  const first = evidence.rows[0]!;
  blocks.push({ type: 'quote', citation: first.citation });
  const total = groups.length === 1 ? groups[0]!.total : null;
  return {
    draft: { status: 'answered', blocks, value: total?.quantity.value ? toJsonValue(total.quantity.value) : null, unit: total ? unitOfFigure(total) : null, rows: evidence.rows, citations: evidence.citations },
    remember: { terms: question.terms.length > 0 || !total ? question.terms : total.labels.flatMap((label) => context.terms(label)), unit: total?.quantity.unit ?? null, figure: total ? { report: report.report as string, id: total.id } : null },
  };
}
