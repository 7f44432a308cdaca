import { describe, expect, it } from 'vitest';
import { placeIn } from '../../../../src/channels/web/place.js';

const text = '甲乙丙😀丁戊';

describe('the cited place of a link', () => {
  it.each([
    ['none named', undefined, { kind: 'none' }],
    ['one span', '0-2', { kind: 'spans', spans: [{ start: 0, end: 2 }], id: 'c-0-2' }],
    ['several, a whole pair', '1-2.3-5', { kind: 'spans', spans: [{ start: 1, end: 2 }, { start: 3, end: 5 }], id: 'c-1-2.3-5' }],
    ['out of order, overlapping', '2-3.0-1.0-2', { kind: 'spans', spans: [{ start: 0, end: 2 }, { start: 2, end: 3 }], id: 'c-2-3.0-1.0-2' }],
    ['the whole text', '0-7', { kind: 'spans', spans: [{ start: 0, end: 7 }], id: 'c-0-7' }],
    ['beyond the end', '0-8', { kind: 'foreign' }],
    ['empty', '2-2', { kind: 'foreign' }],
    ['backwards', '3-1', { kind: 'foreign' }],
    ['half a pair', '3-4', { kind: 'foreign' }],
    ['the other half', '4-5', { kind: 'foreign' }],
    ['no number', 'a-b', { kind: 'foreign' }],
    ['markup', '0-1"><script>', { kind: 'foreign' }],
    ['far too long a number', '0-99999999999999999999', { kind: 'foreign' }],
    ['far too many', Array.from({ length: 300 }, () => '0-1').join('.'), { kind: 'foreign' }],
  ])('%s', (_, place, expected) => {
    expect(placeIn(text, place)).toEqual(expected);
  });
});
