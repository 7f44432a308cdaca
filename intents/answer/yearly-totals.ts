import { sum } from '../../index/mod.js';
import type { Context } from '../intent.js';
import type { AcrossValue } from '../question/across-values.js';
import { counted } from './across-lines.js';
import type { Block } from './answer.js';
import { say } from './phrases.js';

/** A value that is added up, with the rows that show it. */
export interface Added {
  readonly value: AcrossValue;
  readonly rows: readonly number[];
}

/** More operands than this are not written out: the lines below tell them. */
const MOST_WRITTEN = 6;

/** What a total over years and organisations is made of, year by year, each with its operands; nothing where a year has but one of them. */
export function yearlyTotals({ lang }: Pick<Context, 'lang'>, added: readonly Added[], unit: string | null): Block[] {
  const years = [...new Set(added.flatMap(({ value: { card } }) => card.year ?? []))].sort((a, b) => a - b);
  const organisations = new Set(added.map(({ value: { card } }) => card.orgKey));
  if (years.length < 2 || organisations.size < 2) return [];
  return years.map((year): Block => {
    const own = added.filter(({ value: { card } }) => card.year === year);
    const values = own.map(({ value: { quantity } }) => quantity.value!);
    const from = own.flatMap(({ rows }) => rows);
    const formula = values.length === 1 || values.length > MOST_WRITTEN ? '' : `${values.join(' + ')} = `;
    const result = { type: 'derived' as const, text: `${formula}${sum(values)}${unit ?? ''}`, from };
    return { type: 'text', inlines: say(lang, 'totalOfYear', { year: say(lang, 'year', { n: counted(String(year)) }), n: counted(String(own.length)), result }) };
  });
}
