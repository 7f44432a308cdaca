import type { Passage } from '../document/passage.js';
import { hull, type Span } from '../document/span.js';
import { bare } from './characters.js';
import { yearIn } from './title-line.js';

/** What the text says about the year it reports on, and where. */
export interface YearEvidence {
  readonly year: number;
  readonly span: Span;
}

const PERIOD = /(\d{4}|[〇零○一二三四五六七八九]{4})年(?:1|01|一)月(?:1|01|一)日起?(?:至|到|[-—－–~～]{1,2})(?:(?:\d{4}|[〇零○一二三四五六七八九]{4})年|当年|同年)?(?:12|十二)月(?:31|三十一)日/;
const OWN_NAME = /(\d{4}|[〇零○一二三四五六七八九]{4})年度?[^，。；《》]{0,20}?(?:信息公开|政务公开)[^，。；《》]{0,14}?(?:报告|年报|情况)/;
/** How many sentences of the beginning count as the introduction. */
const INTRODUCTION = 4;

/** The statutory period (2020年1月1日至12月31日), wherever it stands. */
export function statedPeriod(sentences: readonly Passage[]): YearEvidence | null {
  for (const sentence of sentences) {
    if (!sentence.text.includes('月') || !sentence.text.includes('日')) continue;
    const found = evidence(sentence, PERIOD);
    if (found !== null) return found;
  }
  return null;
}

/** The year under which the introduction speaks of the report itself. */
export function introducedYear(sentences: readonly Passage[]): YearEvidence | null {
  return firstOf(sentences, (sentence) => evidence(sentence, OWN_NAME));
}

/** The first year the introduction names at all: the weakest evidence. */
export function firstYear(sentences: readonly Passage[]): YearEvidence | null {
  return firstOf(sentences, (sentence) => {
    const year = yearIn(bare(sentence.text).replace(/[〔﹝[（(《][^〕﹞\]）)》]{0,40}[〕﹞\]）)》]/g, ''));
    return year === null ? null : { year: year.value, span: hull(sentence.spans) };
  });
}

function firstOf(sentences: readonly Passage[], read: (sentence: Passage) => YearEvidence | null): YearEvidence | null {
  for (const sentence of sentences.slice(0, INTRODUCTION)) {
    const found = read(sentence);
    if (found !== null) return found;
  }
  return null;
}

function evidence(sentence: Passage, pattern: RegExp): YearEvidence | null {
  const found = pattern.exec(bare(sentence.text));
  const year = found === null ? null : yearIn(`${found[1]!}年`);
  return year === null ? null : { year: year.value, span: hull(sentence.spans) };
}
