import type { ReportCard, Stat } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { unitMisfit } from '../language/unit-families.js';
import type { Across, AcrossValue } from './across-values.js';
import { unitOf, type Candidate } from './candidates.js';
import { DISTINGUISHING } from './strength.js';
import type { Question } from './read.js';
import { chosenIn } from './stated-across.js';

/** Reports without the cell whose sentences are looked through, one by one; where more lack it, none is. */
const MOST_READ = 12;

/**
 * A cell of the official tables that some reports tell in a sentence only (作出行政许可决定41件): there the sentence's number stands for the cell where its label says
 * nothing that the cell does not; where it says more, it is shown beside the others and set against none.
 */
export async function withSentences(asked: Question, context: Context, across: Across): Promise<Across> {
  const [first] = across.values;
  if (first === undefined || across.missing.length === 0 || across.missing.length > MOST_READ) return across;
  const cell = (await context.candidates(first.card)).find(({ subtotal, figures: [figure] }) => subtotal === null && figure.id === first.id);
  if (cell === undefined) return across;
  const [values, unlike, missing]: [AcrossValue[], AcrossValue[], ReportCard[]] = [[...across.values], [...across.unlike], []];
  for (const card of across.missing) {
    const told = await chosenIn(asked, context, card);
    if (typeof told === 'string' || !mayStandFor(told, cell)) missing.push(card);
    else (saysNoMore(told, cell) ? values : unlike).push({ card, id: told.figures[0].id, quantity: told.figures[0].quantity });
  }
  return { ...across, values, unlike, missing };
}

/** What a cell holds: how many or how much, no change and no share. */
const COUNTED: readonly Stat[] = ['count', 'amount'];

/** A number of one thing in one unit, of the report's own year, and no part of a larger one. */
function mayStandFor({ figures: [told], facets, accumulated, year }: Candidate, cell: Candidate): boolean {
  const unit = unitOf(cell);
  return told.trust === 'stated' && told.quantity.state === 'number' && COUNTED.includes(told.stat) && facets.depth === 0 && !accumulated && year === null && (told.quantity.unit === null || unitMisfit(unit, told.quantity.unit) === 0);
}

/** Every telling word of the sentence's label is one of the cell's. */
function saysNoMore({ facets: { own } }: Candidate, { facets: cell }: Candidate): boolean {
  const known = new Set([...cell.own, ...cell.inherited].flatMap(({ concepts }) => concepts));
  return own.every(({ weight, concepts }) => weight < DISTINGUISHING || concepts.some((concept) => known.has(concept) || cell.implied.has(concept)));
}
