import { describe, expect, it } from 'vitest';
import { englishTerms } from '../../../intents/question/english.js';
import { countsKind, kindCounted } from '../../../intents/question/kind-counted.js';

function refuses(question: string, unit: string | null): boolean {
  const kind = kindCounted(question, englishTerms(question, []));
  return kind !== null && !countsKind(kind, unit);
}

describe('what an English question counts by its noun', () => {
  it.each([
    ['how many residents got vaccinated?', '条'],
    ['how many fishing boats does the town have?', '件'],
    ['how many fishing boats does the town have?', '人次'],
    ['how many villages did the information concern?', '条'],
    ['how many village stations were there?', '场'],
    ['how many elderly people were visited?', '篇'],
  ])('%s is not answered in %s', (question, unit) => {
    expect(refuses(question, unit)).toBe(true);
  });

  it.each([
    ['how many residents got vaccinated?', '人次'],
    ['how many fishing boats does the town have?', '艘'],
    ['how many service windows does the hall have?', '个'],
    // What stations closed is counted, not the stations.
    ['how many matters did the village stations close?', '件'],
    ['how many people attended?', null],
    ['residents asked how much?', '条'],
  ])('%s may be answered in %s', (question, unit) => {
    expect(refuses(question, unit)).toBe(false);
  });
});
