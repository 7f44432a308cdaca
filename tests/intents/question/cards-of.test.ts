import { describe, expect, it } from 'vitest';
import type { ReportCard } from '../../../index/mod.js';
import { cardsOf } from '../../../intents/question/cards-of.js';

const card = (orgKey: string, year: number): ReportCard => ({ orgKey, year }) as ReportCard;
const HELD = [card('a', 2021), card('b', 2021), card('a', 2022), card('c', 2022)];

describe('the cards of some organisations', () => {
  it.each([
    [['a'], [0, 2]],
    [['c', 'a'], [0, 2, 3]],
    [['a', 'a'], [0, 2]],
    [['d'], []],
    [[], []],
  ])('%j are %j, in the order of what is held', (keys, places) => {
    expect(cardsOf(HELD, keys)).toEqual(places.map((nth) => HELD[nth]));
  });

  it('are those of the list that is given', () => {
    expect(cardsOf(HELD.slice(0, 1), ['a'])).toEqual([HELD[0]]);
  });
});
