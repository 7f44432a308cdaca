import { compare, type Figure, type ReportCard } from '../../index/mod.js';
import type { Block } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, orgYear, printed } from '../answer/present.js';
import { saidLabel } from '../answer/said-label.js';
import { trustNotes } from '../answer/trust-note.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { unitMisfit } from '../language/unit-families.js';
import { explain } from '../question/explain.js';
import { numberNamed, type NumberNamed } from '../question/number-named.js';

/** More figures of one value than this are not told one by one: a zero says nothing about which of them is meant. */
const MOST_FIGURES = 4;

/** 「1047说的是啥」「2091件是哪里办的」: which figure has this value. Its label is what was asked for. */
export const figureNamed: Intent = {
  name: 'figure-named',
  about: { zh: '某个数是什么数', en: 'which figure has a value' },
  examples: { zh: ['2091这个数说的是什么', '1047件是哪里办的'], en: ['What does the figure 1047 refer to?'] },
  match(question) {
    // 2091件是谁办的 asks for no post.
    return numberNamed(question) === null ? null : { score: 0.96, because: ['asks what a number stands for'] };
  },
  async answer(question, context) {
    const [report] = context.reports;
    const number = numberNamed(question);
    if (report === undefined || context.reports.length !== 1 || number === null) return null;
    const held = (await context.candidates(report)).filter(({ subtotal, figures: [{ quantity }] }) => subtotal === null && quantity.state === 'number' && quantity.value !== null && compare(quantity.value, number.value) === 0);
    const counted = held.filter(({ figures: [{ quantity }] }) => number.unit === null || unitMisfit(number.unit, quantity.unit) !== null);
    const figures = counted.filter(({ facets }) => explain(number.terms, facets).unexplained.length === 0).map(({ figures: [figure] }) => figure);
    if (figures.length > 0) return figures.length > MOST_FIGURES ? null : told(figures, report, context);
    if (counted.length > 0) return null;
    // A number that is no figure (a hotline, an article of the law) may stand in the text all the same.
    return held.length === 0 && (await context.library.source(report.report)).text.includes(number.value) ? null : notHeld(number, report, context);
  },
};

/** Each figure with its label and the sentence it stands in. */
async function told(figures: readonly Figure[], report: ReportCard, context: Context): Promise<Outcome> {
  const evidence = new Evidence(context.library);
  const blocks: Block[] = [];
  for (const figure of figures) {
    const row = evidence.rows[await evidence.figure(report, figure)]!;
    const value = printed(context.lang, figure, row.citation, evidence.citations[row.citation]!.quote);
    blocks.push({ type: 'text', inlines: say(context.lang, 'figure', { ...orgYear(context.lang, report), label: saidLabel(context.lang, row), value }) });
    if (!blocks.some((block) => block.type === 'quote' && block.citation === row.citation)) blocks.push({ type: 'quote', citation: row.citation });
  }
  blocks.push(...(await trustNotes(context, figures.map((figure) => [report.report, figure] as const))));
  const labels = [...new Set(evidence.rows.map(({ label }) => label))];
  const [only] = figures;
  return {
    draft: { status: 'answered', blocks, value: labels.length === 1 ? labels[0]! : null, rows: evidence.rows, citations: evidence.citations },
    remember: { figure: figures.length === 1 ? { report: report.report as string, id: only!.id } : null },
  };
}

function notHeld({ value, unit }: NumberNamed, report: ReportCard, { lang }: Context): Outcome {
  return { draft: { status: 'not_found', reason: 'no_metric', blocks: [{ type: 'text', inlines: say(lang, 'numberNotHeld', { ...orgYear(lang, report), n: { type: 'echo', text: value + (unit ?? '') } }) }] } };
}
