import { compare, difference, sum } from '../document/decimal.js';
import type { OrganisationLevel } from '../document/tree.js';
import { acrossYears, figuresAt } from './cells.js';
import type { Check } from './check.js';
import { cellName, finding, placeOfFigure, rowAndColumn, ruleData, valueAt } from './rules.js';

const KINDS_OF_DOCUMENT = ['rules', 'normative'] as const;
const LISTS = ['licence', 'other_services', 'penalty', 'compulsory'] as const;
/** Ministries, provinces, districted cities and autonomous prefectures may issue rules; of a department the level is not known. */
const NO_RULES: readonly OrganisationLevel[] = ['county', 'township'];

/** C2-3: 规章 in the report of an organ that cannot issue any. */
export const rulesBelowCity: Check = {
  rules: ['C2-3'],
  *run(facts) {
    const { belowCity, notBelowCity } = ruleData().words;
    const name = facts.organisation.fullName.replace(new RegExp(notBelowCity.join('|'), 'gu'), '');
    const department = facts.organisation.level === 'department' && belowCity.some((sign) => name.includes(sign));
    if (!NO_RULES.includes(facts.organisation.level) && !department) return;
    for (const [metric, figure] of facts.cells) {
      const { value } = figure.quantity;
      if (metric.startsWith('active.rules.') && value !== null && value !== '0') yield finding('C2-3', { slots: { cell: cellName(metric) }, expected: '0', actual: value, places: [placeOfFigure(facts, figure)], metrics: [metric] });
    }
  },
};

/** C2-9: a township or sub-district that punished or compelled: allowed where powers were delegated, so worth a look. */
export const enforcementOfTownships: Check = {
  rules: ['C2-9'],
  *run(facts) {
    if (facts.organisation.level !== 'township') return;
    for (const list of ['penalty', 'compulsory']) {
      const metric = `active.${list}.decisions`;
      const figure = facts.cells.get(metric);
      const value = figure?.quantity.value;
      if (figure && value != null && value !== '0') yield finding('C2-9', { slots: { cell: cellName(metric) }, actual: value, places: [placeOfFigure(facts, figure)], metrics: [metric] });
    }
  },
};

/** C2-2 and C2-4: a flow that is more than the stock allows. */
export const stockAndFlow: Check = {
  rules: ['C2-2', 'C2-4'],
  *run(facts) {
    for (const kind of KINDS_OF_DOCUMENT) {
      const { row } = rowAndColumn(`active.${kind}.issued`);
      const slots = { row: `“${row}”` };
      const flow = figuresAt(facts, [`active.${kind}.issued`, `active.${kind}.in_force`, `active.${kind}.repealed`]);
      if (flow !== null) {
        const [issued, inForce, repealed] = flow.map(({ quantity }) => quantity.value!);
        const most = sum([inForce!, repealed!]);
        if (compare(issued!, most) > 0) yield finding('C2-2', { slots, expected: most, actual: issued!, places: [placeOfFigure(facts, flow[0]!)] });
      }
      const published = figuresAt(facts, [`active.${kind}.newly_public`, `active.${kind}.public_total`]);
      if (published !== null) {
        const [fresh, total] = published.map(({ quantity }) => quantity.value!);
        if (compare(fresh!, total!) > 0) yield finding('C2-4', { slots, expected: total!, actual: fresh!, places: [placeOfFigure(facts, published[0]!)] });
      }
    }
  },
};

/** Hardly any organ charges more kinds of fees than this. */
const MOST_FEE_ITEMS = '100';

/** C2-6 and C2-7: items entered for decisions, an amount entered for a number of items (2019 form). */
export const misfilled: Check = {
  rules: ['C2-6', 'C2-7'],
  *run(facts) {
    for (const list of LISTS) {
      const cells = figuresAt(facts, [`active.${list}.decisions`, `active.${list}.items_prev`, `active.${list}.items_delta`]);
      if (cells === null) continue;
      const [decisions, before, delta] = cells.map(({ quantity }) => quantity.value!);
      const items = sum([before!, delta!]);
      // Without a change on the list the two are equal by chance too often.
      if (delta !== '0' && items !== '0' && decisions === items) yield finding('C2-6', { slots: { row: `“${rowAndColumn(cells[0]!.metric!).row}”` }, expected: items, actual: decisions!, places: [placeOfFigure(facts, cells[0]!)] });
    }
    for (const metric of ['active.fees.items_prev', 'active.fees.items_delta']) {
      const figure = facts.cells.get(metric);
      const value = figure?.quantity.value;
      if (figure && value != null && (compare(value, MOST_FEE_ITEMS) > 0 || value.includes('.'))) yield finding('C2-7', { slots: { cell: cellName(metric) }, actual: value, places: [placeOfFigure(facts, figure)], metrics: [metric] });
    }
  },
};

/** From here on two amounts differ by a unit (万元 and 元), not by what was charged. */
const UNIT_APART = 3000;

/** C2-1, C2-5 and C2-8: what has to follow from last year's report. */
export const sinceLastYear: Check = {
  rules: ['C2-1', 'C2-5', 'C2-8'],
  *run(facts) {
    for (const kind of KINDS_OF_DOCUMENT) {
      const stock = acrossYears(facts, `active.${kind}.in_force`);
      const [issued, repealed] = [valueAt(facts, `active.${kind}.issued`), valueAt(facts, `active.${kind}.repealed`)];
      if (stock === null || issued === null || repealed === null) continue;
      const expected = difference(sum([stock.before, issued]), repealed);
      if (expected !== stock.now) yield finding('C2-1', { slots: { row: `“${rowAndColumn(`active.${kind}.in_force`).row}”`, before: stock.before, issued, repealed }, expected, actual: stock.now, places: stock.places });
    }
    for (const list of [...LISTS, 'fees']) {
      const items = acrossYears(facts, `active.${list}.items_prev`);
      const delta = facts.previous === null ? null : valueAt(facts.previous, `active.${list}.items_delta`);
      if (items === null || delta === null) continue;
      const expected = sum([items.before, delta]);
      if (expected !== items.now) yield finding('C2-5', { slots: { row: `“${rowAndColumn(`active.${list}.items_prev`).row}”` }, expected, actual: items.now, places: items.places });
    }
    const fees = acrossYears(facts, 'active.fees.amount');
    if (fees !== null && fees.before !== '0' && fees.now !== '0') {
      const ratio = Number(fees.now) / Number(fees.before);
      if (ratio > UNIT_APART || ratio < 1 / UNIT_APART) yield finding('C2-8', { slots: { cell: cellName('active.fees.amount') }, expected: fees.before, actual: fees.now, places: fees.places, metrics: ['active.fees.amount'] });
    }
  },
};
