import { describe, expect, it } from 'vitest';
import { checks, ruleData } from '../../../index/checks/mod.js';
import { ruleCases } from './cases.js';
import { moreRuleCases } from './more-cases.js';
import { edited, findingsOf, sample } from './facts-of.js';

const rulesIn = async (text: string, previous: string | null): Promise<string[]> => (await findingsOf(text, previous)).map(({ rule }) => rule);

describe.each([...ruleCases, ...moreRuleCases])('$rule', ({ rule, sample: name, previous: before, given = [], previousGiven = [], broken, near }) => {
  const clean = edited(sample(name), ...given);
  const previous = before === undefined ? null : edited(sample(before), ...previousGiven);

  it('is silent on the sample', async () => {
    expect(await rulesIn(clean, previous)).not.toContain(rule);
  });

  it.each(broken.map((edits, i) => [i + 1, edits] as const))('finds broken report %i', async (_n, edits) => {
    expect(await rulesIn(edited(clean, ...edits), previous)).toContain(rule);
  });

  it('lets a near miss pass', async () => {
    expect(await rulesIn(edited(clean, ...near), previous)).not.toContain(rule);
  });
});

/** See texts.test.ts. */
const TRIED_WITH_TEXTS_OF_THEIR_OWN = ['F-11', 'F-13', 'F-14', 'F-15', 'X-3'];

describe('the rule book', () => {
  it('has a clean report, three broken ones and a near miss for every rule', () => {
    const tried = new Map([...ruleCases, ...moreRuleCases].map((one) => [one.rule, one.broken.length]));
    expect(Object.keys(ruleData().rules).filter((rule) => (tried.get(rule) ?? 0) < 3).toSorted()).toEqual(TRIED_WITH_TEXTS_OF_THEIR_OWN);
  });

  it('describes every rule that a check may find, and no other', () => {
    expect(checks.flatMap(({ rules }) => rules).toSorted()).toEqual(Object.keys(ruleData().rules).toSorted());
  });
});
