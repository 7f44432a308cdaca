import { describe, expect, it } from 'vitest';
import type { OrganisationLevel, ReportCard } from '../../../index/mod.js';
import type { OrganisationMention } from '../../../intents/question/organisation.js';
import { unitsAmong } from '../../../intents/question/units.js';

const card = (level: OrganisationLevel, ...path: string[]): ReportCard => ({ orgKey: path.join('/'), org: { name: path.at(-1), path, level } }) as unknown as ReportCard;
const COUNTY = card('county', '凌川县');
const TOWN = card('township', '凌川县', '白杨镇');
const BUREAU = card('department', '凌川县', '水务局');
const NEXT = card('county', '汶岭县');
const CITY = card('city', '江源市');
const INNER = card('county', '江源市', '东川县');

describe('units among reports', () => {
  it.each<[says: string, cards: readonly ReportCard[], whole: readonly ReportCard[], named: readonly string[], folded?: string]>([
    ['a county beside its offices is all of them', [COUNTY, TOWN, BUREAU], [COUNTY], []],
    ['a county beside its offices is a unit where it is named itself', [COUNTY, TOWN], [], ['凌川县']],
    ['a county beside its offices is a unit where as many are counted', [COUNTY, TOWN, BUREAU], [], [], '三家哪家最多'],
    ['a county beside its offices is all of them where fewer are counted', [COUNTY, TOWN, BUREAU], [COUNTY], [], '两家哪家最多'],
    ['counties side by side are units', [COUNTY, NEXT], [], []],
    ['a county of which no office is there is a unit', [NEXT, TOWN], [], []],
    ['a county beside one of its offices, another beside none', [COUNTY, NEXT, TOWN], [COUNTY], []],
    ['a city is all of its counties', [CITY, INNER], [CITY], []],
  ])('%s', (_, cards, whole, named, folded = '') => {
    const organisations = named.map((key) => ({ keys: [key] }) as unknown as OrganisationMention);
    const found = unitsAmong({ organisations, folded, lang: 'zh' }, cards);
    expect(found.whole).toEqual(whole);
    expect([...found.units, ...found.whole]).toHaveLength(cards.length);
  });
});
