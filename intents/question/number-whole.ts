import { z } from 'zod';
import { compare, loadData } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { cues, fits } from '../language/cue-words.js';
import type { Candidate } from './candidates.js';
import { findFigures, type Found } from './find.js';
import type { Question } from './read.js';

const WholeWords = z.strictObject({
  about: z.string(),
  /** What stands behind or before the number. */
  zh: z.strictObject({ behind: cues('zh'), before: cues('zh') }),
  en: z.strictObject({ behind: cues('en'), before: cues('en') }),
});

let loaded: z.output<typeof WholeWords> | undefined;

/** A smaller number may be that of anything. */
const TELLING_NUMBER = '10';
/** Totals of totals that are looked at above a figure. */
const DEEPEST = 6;

/**
 * 1988件里咨询几件, of the 1,988: what is found among the parts of what the question names by its number and their parts; of several that fit alike the one
 * that is a part of it itself. Null where no number is named so, no figure has it, the report tells no parts of it, or none of them fits.
 */
export async function ofNumberNamed(question: Question, context: Context): Promise<Found[] | null> {
  const [report] = context.reports;
  const named = numbersIn(question).filter((number) => namesWhole(question, number) && compare(number.value, TELLING_NUMBER) >= 0);
  if (report === undefined || context.reports.length !== 1 || named.length !== 1) return null;
  const printed = (await context.candidates(report)).filter(({ subtotal }) => subtotal === null);
  const byId = new Map(printed.map(({ figures: [figure] }) => [figure.id as number, figure]));
  const wholes = new Set(printed.flatMap(({ figures: [{ id, quantity }] }) => (quantity.value !== null && compare(quantity.value, named[0]!.value) === 0 ? [id as number] : [])));
  const isPart = ({ figures: [figure], subtotal }: Candidate): boolean => {
    let at = subtotal === null ? figure.partOf : null;
    for (let steps = 0; at !== null && steps < DEEPEST; steps += 1) {
      if (wholes.has(at)) return true;
      at = byId.get(at)?.partOf ?? null;
    }
    return false;
  };
  if (!printed.some(isPart)) return null;
  const [found] = await findFigures(question, context, { terms: question.terms, stays: isPart });
  if (found === undefined || found.selection.kind === 'none') return null;
  if (found.selection.kind === 'one') return [found];
  const itself = found.selection.ranked.filter(({ candidate: { figures: [{ partOf }] } }) => partOf !== null && wholes.has(partOf));
  return itself.length === 1 ? [{ report, selection: { kind: 'one', best: itself[0]!, others: [] } }] : [found];
}

/** True for a value that is more than the whole which the question names by its number: no part of 1047件 is 2908件. */
export function exceedsNumber(question: Question, value: string | null): boolean {
  return value !== null && numbersIn(question).some((number) => namesWhole(question, number) && compare(number.value, TELLING_NUMBER) >= 0 && compare(value, number.value) > 0);
}

/** Also those without a unit (4079里头咨询占几件), which mostly count nothing. */
function numbersIn({ folded, years }: Question): { readonly value: string; readonly start: number; readonly end: number }[] {
  const found = [...folded.matchAll(NUMBER)].map(({ index, 0: said }) => ({ value: said.replaceAll(',', ''), start: index, end: index + said.length }));
  return found.filter(({ start, end }) => !years.some((year) => year.start < end && start < year.end));
}

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/gu;

function namesWhole({ folded, lang }: Question, { start, end }: { readonly start: number; readonly end: number }): boolean {
  loaded ??= loadData('intents/language/number-whole.json', WholeWords);
  const { behind, before } = loaded[lang];
  return fits(behind, folded.slice(end)) || fits(before, folded.slice(0, start));
}
