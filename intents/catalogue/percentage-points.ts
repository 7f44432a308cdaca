import { compare, difference, product, quotient, toJsonValue, type Figure, type ReportCard } from '../../index/mod.js';
import type { Block, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, printed } from '../answer/present.js';
import { saidLabel } from '../answer/said-label.js';
import { trustNotes } from '../answer/trust-note.js';
import type { Context, Outcome } from '../intent.js';
import { asks, type Question } from '../question/read.js';

/** Two parts, each followed by what it is a part of, in the order the question names them. */
export type Shares = readonly [Figure, Figure, Figure, Figure];

/** True for 村站占比比中心占比高几个百分点: one share set against another. */
export function asksForPoints(question: Question): boolean {
  return question.counter === '个百分点' && asks(question, 'share') && asks(question, 'difference');
}

/** The difference of two shares in percentage points, exact until the last step, to two decimals; null where a whole is nothing. */
export async function percentagePoints(report: ReportCard, [a, wholeA, b, wholeB]: Shares, context: Context, question: Question): Promise<Outcome | null> {
  const values = [a, wholeA, b, wholeB].flatMap(({ quantity }) => quantity.value ?? []);
  const [x, ofX, y, ofY] = values;
  if (x === undefined || ofX === undefined || y === undefined || ofY === undefined || compare(ofX, '0') <= 0 || compare(ofY, '0') <= 0) return null;
  const value = quotient(product(difference(product(x, ofY), product(y, ofX)), '100'), product(ofX, ofY), 2);
  const evidence = new Evidence(context.library);
  const rows: number[] = [];
  for (const figure of [a, wholeA, b, wholeB]) rows.push(await evidence.figure(report, figure));
  const said = (figure: Figure, i: number): readonly Inline[] => {
    const row = evidence.rows[rows[i]!]!;
    return [saidLabel(context.lang, row), ' ', ...printed(context.lang, figure, row.citation, evidence.citations[row.citation]!.quote)];
  };
  const formula = `${x} ÷ ${ofX} × 100% − ${y} ÷ ${ofY} × 100% = ${value}`;
  const doubts = await trustNotes(context, [a, wholeA, b, wholeB].map((figure) => [report.report, figure] as const));
  const quotes = [...new Set(rows.map((row) => evidence.rows[row]!.citation))].map((citation): Block => ({ type: 'quote', citation }));
  const blocks: Block[] = [
    { type: 'text', inlines: say(context.lang, 'derivedPoints', { a: said(a, 0), wholeA: said(wholeA, 1), b: said(b, 2), wholeB: said(wholeB, 3), result: { type: 'derived', text: `${value}个百分点`, from: rows } }) },
    { type: 'text', inlines: say(context.lang, 'formula', { formula: { type: 'derived', text: formula, from: rows } }) },
    ...doubts,
    ...quotes,
  ];
  return {
    draft: { status: 'answered', blocks, value: toJsonValue(value), unit: '个百分点', derived: { formula, operands: rows, rounding: 'half-up, 2 decimals' }, rows: evidence.rows, citations: evidence.citations },
    remember: { terms: question.terms, figure: { report: report.report as string, id: a.id } },
  };
}
