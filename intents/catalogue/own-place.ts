import { compare, speaksForOthers } from '../../index/mod.js';
import { counted, labelOfRows, nameAmong, placesOfValues, rosterBlocks, valueLine, valueShown } from '../answer/across-lines.js';
import type { Block } from '../answer/answer.js';
import { coverageBlocks, unlikeDraft } from '../answer/coverage.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear } from '../answer/present.js';
import type { Intent } from '../intent.js';
import { acrossValues, ranked } from '../question/across-values.js';
import { countyOf } from '../question/counties.js';
import { figureTerms } from '../question/follow-up-said.js';
import { inRegion, namesAFigure } from '../question/many-asked.js';
import { asksOwnPlace } from '../question/place-asked.js';
import { unitsAmong } from '../question/units.js';
import { wholeBlocks } from './rank.js';

/** So many of those before it are told by name. */
const MOST_BEFORE = 5;

/** 「应急局处罚排第几」: the place of one organisation's figure among all of its county of which the year's report is held. What its own report says of its place is told first, by `figureLookup`. */
export const ownPlace: Intent = {
  name: 'own-place',
  about: { zh: '一个单位排第几', en: 'which place one organisation has' },
  examples: { zh: ['青石镇2021年行政许可排第几'], en: ['Where does Qingshi Town rank by licences in 2021?'] },
  examplesOver: 'several',
  match(question) {
    return question.organisations.length > 0 && asksOwnPlace(question) ? { score: 0.5, because: ['asks for the place of one'] } : null;
  },
  async answer(asked, context) {
    const question = { ...asked, terms: figureTerms(asked) };
    const [own] = context.reports;
    if (own === undefined || own.year === null || speaksForOthers(own.org) || !namesAFigure(question) || context.reports.length !== 1) return null;
    const near = (await context.library.reports()).filter(({ year, org }) => year === own.year && countyOf(org) === countyOf(own.org));
    const { units, whole } = unitsAmong(question, inRegion(question, near, context.roster));
    const cards = [own, ...units.filter((card) => card !== own && card.orgKey !== own.orgKey)];
    const across = cards.length < 2 ? null : await acrossValues(question, context, cards);
    if (across === null) return null;
    if (across.unlike.length > 0) return { draft: await unlikeDraft(context, across) };
    const value = across.values.find(({ card }) => card.orgKey === own.orgKey);
    // What only sentences tell is told by each in its own way: nobody's place is sure.
    if (value === undefined || across.metric === null || across.values.length < 2) return null;
    const { lang } = context;
    const before = ranked(across.values, false).filter(({ quantity }) => compare(quantity.value!, value.quantity.value!) > 0);
    const beside = across.values.filter((other) => other !== value && compare(other.quantity.value!, value.quantity.value!) === 0);
    const evidence = new Evidence(context.library);
    await evidence.readAhead(placesOfValues([value, ...before.slice(0, MOST_BEFORE)]));
    const shown = await valueShown(context, evidence, value);
    const lines: Block[] = [];
    for (const [i, one] of before.slice(0, MOST_BEFORE).entries()) lines.push((await valueLine(context, evidence, one, { ordinal: i + 1 })).block);
    const place = before.length + 1;
    const names = beside.map(({ card }) => nameAmong(card, near)).join(lang === 'zh' ? '、' : ', ');
    const lead = say(lang, 'ownPlace', { ...orgYear(lang, own), label: labelOfRows(evidence, across, lang), value: shown.value, all: counted(String(across.values.length)), n: counted(String(place)) });
    const blocks: Block[] = [
      { type: 'text', inlines: lead },
      ...(beside.length === 0 ? [] : [{ type: 'text' as const, inlines: say(lang, 'ownPlaceShared', { names: named(names) }) }]),
      ...(lines.length === 0 ? [] : [{ type: 'text' as const, inlines: say(lang, before.length > lines.length ? 'ownPlaceFirst' : 'ownPlaceBefore') }, ...lines]),
      ...(await coverageBlocks(context, evidence, across)),
      ...rosterBlocks(question, context, cards),
      ...wholeBlocks(context, whole),
      { type: 'quote', citation: evidence.rows[0]!.citation },
    ];
    return { draft: { status: 'answered', blocks, value: place, rows: evidence.rows, citations: evidence.citations }, remember: { terms: question.terms, organisations: [own.orgKey], figure: value.parts ? null : { report: own.report, id: value.id } } };
  },
};
