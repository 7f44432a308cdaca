import { describe, expect, it } from 'vitest';
import { loadSegmenter } from '../../../index/text/mod.js';
import { englishTerms } from '../../../intents/question/english.js';
import { FacetReader, facetsOfWords } from '../../../intents/question/facets.js';
import { countsKind, countsTheHead, kindCounted } from '../../../intents/question/kind-counted.js';

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
    ['how many loudspeakers broadcast?', '次'],
    ['how many vaccine doses were given?', '条'],
    ['how many text messages were sent?', '人'],
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
    ['how many text messages were sent?', '条'],
    ['how many calls did the hotline take?', '通'],
    ['residents asked how much?', '条'],
    // What people put in is counted, and what messages are about is not.
    ["how many of the residents' proposals were adopted?", '条'],
    ["how many netizens' messages were answered?", '条'],
    ['how many text messages about vaccination were sent?', '条'],
  ])('%s may be answered in %s', (question, unit) => {
    expect(refuses(question, unit)).toBe(false);
  });
});

describe('the thing that a figure counts', () => {
  const counts = (question: string, label: string): boolean => {
    const facets = facetsOfWords({ own: new FacetReader((text) => loadSegmenter().segment(text)).words(label), inherited: [], ownText: label, inheritedText: '' });
    return countsTheHead(kindCounted(question, englishTerms(question, []))!, '个', facets);
  };

  it.each([
    ['how many villages are there?', '村级代办点', false],
    ['how many villages are there?', '辖行政村', true],
    ['how many village stations are there?', '村为民服务站', true],
    ['how many kindergartens does the county have?', '幼儿园', true],
    ['how many kindergartens does the county have?', '幼儿园教师', false],
  ])('%s against %s: %s', (question, label, expected) => {
    expect(counts(question, label)).toBe(expected);
  });
});
