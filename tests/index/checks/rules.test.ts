import { describe, expect, it } from 'vitest';
import { checks, ruleData } from '../../../index/checks/mod.js';
import { ruleCases } from './cases.js';
import { edited, findingsOf, sample } from './facts-of.js';

const rulesIn = async (text: string, previous?: string): Promise<string[]> => (await findingsOf(text, previous === undefined ? null : sample(previous))).map(({ rule }) => rule);

describe.each(ruleCases)('$rule', ({ rule, sample: name, previous, broken, near }) => {
  it('is silent on the sample', async () => {
    expect(await rulesIn(sample(name), previous)).not.toContain(rule);
  });

  it.each(broken.map((edits, i) => [i + 1, edits] as const))('finds broken report %i', async (_n, edits) => {
    expect(await rulesIn(edited(sample(name), ...edits), previous)).toContain(rule);
  });

  it('lets a near miss pass', async () => {
    expect(await rulesIn(edited(sample(name), ...near), previous)).not.toContain(rule);
  });
});

describe('the rule book', () => {
  it('describes every rule that a check may find, and no other', () => {
    expect(checks.flatMap(({ rules }) => rules).toSorted()).toEqual(Object.keys(ruleData().rules).toSorted());
  });
});
