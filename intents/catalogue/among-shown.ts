import { compare, difference, quotient, sum, toJsonValue, unitOfFigure } from '../../index/mod.js';
import type { Block, Draft, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, orgYear, printed } from '../answer/present.js';
import { saidLabel } from '../answer/said-label.js';
import { trustNotes } from '../answer/trust-note.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { amongAsked, type AmongAsked } from '../question/among.js';
import { inOrderSaid, type OrderSaid } from '../question/order-said.js';
import { operandsAmong, type ShownFigure } from '../question/shown-operands.js';

/** 「两个加起来呢」「差多少」「哪个最多」after figures: computed from, or chosen among, those that the last answers showed. */
export const amongShown: Intent = {
  name: 'among-shown',
  about: { zh: '在刚才的几个数里比一比、加一加', en: 'the figures just shown, added up or set side by side' },
  examples: { zh: [], en: [] },
  match(question, memory) {
    return (memory?.recent?.length ?? 0) > 0 && amongAsked(question) !== null ? { score: 0.995, because: ['asks of the figures just shown'] } : null;
  },
  async answer(question, context) {
    const asked = amongAsked(question);
    const operands = asked && (await operandsAmong(asked, context));
    if (operands && question.order !== undefined) return toldInOrder(question.order, operands, context);
    return operands && told(asked, asked.kind === 'more' || asked.kind === 'less' ? ordered(operands, asked.kind === 'more') : operands, context);
  },
};

/** 差多少，后头的减前头的: the difference of two, taken as the remark says; null where it does not tell which is which. */
async function toldInOrder(order: OrderSaid, [a, b]: readonly ShownFigure[], context: Context): Promise<Outcome | null> {
  const [before, after] = [a!, b!];
  const candidates = await context.candidates(before.report);
  const operands = { report: before.report, figures: [before.figure, after.figure] as const, ...(after.report.report !== before.report.report && { second: after.report }) };
  const said = inOrderSaid(order, operands, (i) => candidates.find(({ subtotal, figures: [figure] }) => subtotal === null && figure.id === operands.figures[i].id));
  if (said === null) return null;
  return told({ kind: 'difference', n: 2, isOfAll: false }, said.figures[0] === before.figure ? [before, after] : [after, before], context);
}

/** The larger first, or the smaller. */
function ordered(operands: readonly ShownFigure[], descending: boolean): ShownFigure[] {
  const up = operands.toSorted((a, b) => compare(a.figure.quantity.value!, b.figure.quantity.value!));
  return descending ? up.toReversed() : up;
}

/** The sum, difference, mean or extreme of `operands`, with its formula and places. */
export async function told(asked: AmongAsked, operands: readonly ShownFigure[], context: Context): Promise<Outcome> {
  const { lang } = context;
  const evidence = new Evidence(context.library);
  const rows: number[] = [];
  for (const { report, figure } of operands) rows.push(await evidence.figure(report, figure));
  const isOfSeveral = new Set(operands.map(({ report }) => report.report)).size > 1;
  const piece = (i: number): Inline[] => {
    const { report, figure } = operands[i]!;
    const row = evidence.rows[rows[i]!]!;
    return [...(i === 0 || isOfSeveral ? say(lang, 'whose', orgYear(lang, report)) : []), saidLabel(lang, row), ' ', ...printed(lang, figure, row.citation, evidence.citations[row.citation]!.quote)];
  };
  const { lead, draft, winner } = outcomeOf(asked, operands, rows, piece, context);
  const doubts = await trustNotes(context, operands.map(({ report, figure }) => [report.report, figure] as const));
  const quotes = [...new Set(rows.map((row) => evidence.rows[row]!.citation))].map((citation): Block => ({ type: 'quote', citation }));
  const formula: Block[] = draft.derived == null ? [] : [{ type: 'text', inlines: say(lang, 'formula', { formula: { type: 'derived', text: draft.derived.formula, from: rows } }) }];
  const label = winner === null ? null : evidence.rows[rows[winner]!]!.label;
  const value = winner === null ? draft.value : isOfSeveral ? nameOf(operands[winner]!, operands) : label;
  return {
    draft: { status: 'answered', ...draft, ...(value !== undefined && { value }), blocks: [{ type: 'text', inlines: lead }, ...formula, ...doubts, ...quotes], rows: evidence.rows, citations: evidence.citations },
    remember: { terms: context.memory?.terms ?? [], unit: unitOfFigure(operands[0]!.figure), figure: winner === null ? null : { report: operands[winner]!.report.report as string, id: operands[winner]!.figure.id } },
  };
}

/** Whose figure it is where organisations are set side by side, which year's where the years of one are. */
function nameOf({ report }: ShownFigure, operands: readonly ShownFigure[]): string {
  return new Set(operands.map((one) => one.report.orgKey)).size > 1 ? report.org.name : String(report.year);
}

interface Told {
  readonly lead: Inline[];
  readonly draft: Pick<Draft, 'value' | 'unit' | 'derived'>;
  /** Which of them it is; null for a number made of all. */
  readonly winner: number | null;
}

const HALF_UP = 'half-up, 2 decimals';

function outcomeOf({ kind }: AmongAsked, operands: readonly ShownFigure[], rows: readonly number[], piece: (i: number) => Inline[], { lang }: Context): Told {
  const values = operands.map(({ figure }) => figure.quantity.value!);
  const unit = unitOfFigure(operands[0]!.figure);
  const list = operands.flatMap((_, i): Inline[] => [...(i === 0 ? [] : say(lang, 'partJoin')), ...piece(i)]);
  const derived = (text: string): Inline => ({ type: 'derived', text, from: [...rows] });
  const made = (key: string, value: string, told: string | null, formula: string, rounding: string | null, slots: Record<string, Inline | Inline[]>): Told => ({
    lead: say(lang, key, { ...slots, result: derived(`${kind === 'sum' || kind === 'average' ? value : value.replace('-', '')}${told ?? ''}`) }),
    draft: { value: toJsonValue(value), unit: told, derived: { formula, operands: [...rows], rounding } },
    winner: null,
  });
  switch (kind) {
    case 'sum': {
      const value = sum(values);
      return made('amongSum', value, unit, `${values.join(' + ')} = ${value}`, null, { list });
    }
    case 'average': {
      const value = quotient(sum(values), String(values.length), 2);
      return made('amongAverage', value, unit, `(${values.join(' + ')}) ÷ ${values.length} = ${value}`, HALF_UP, { list });
    }
    case 'most':
    case 'least': {
      const best = values.reduce((found, value, i) => ((kind === 'most' ? compare(value, values[found]!) > 0 : compare(value, values[found]!) < 0) ? i : found), 0);
      const isTied = values.filter((value) => compare(value, values[best]!) === 0).length > 1;
      if (isTied) return { lead: say(lang, 'amongTied', { list }), draft: { value: null, unit: null }, winner: null };
      return { lead: say(lang, kind === 'most' ? 'amongMost' : 'amongLeast', { list, best: piece(best) }), draft: { unit: null }, winner: best };
    }
    default: {
      const value = difference(values[0]!, values[1]!);
      const told = unit === '%' ? '个百分点' : unit;
      return made(value === '0' ? 'derivedDifference' : value.startsWith('-') ? 'derivedLess' : 'derivedMore', kind === 'difference' ? value : value.replace('-', ''), told, `${values[0]} − ${values[1]} = ${value}`, null, { a: piece(0), b: piece(1) });
    }
  }
}
