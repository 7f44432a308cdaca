import type { Passage } from '../document/passage.js';
import { spansWithin } from '../document/passage.js';
import type { Check, CheckedPlace, Facts } from './check.js';
import { proseSentences, quoteText } from './prose-of.js';
import { finding, ruleData } from './rules.js';

/** Where the characters `[start, end)` of a sentence's text stand. */
function placeIn({ report }: Pick<Facts, 'report'>, sentence: Passage, start: number, end: number): CheckedPlace {
  return { report, spans: spansWithin(sentence, start, end), unit: 'passage', path: [] };
}

interface Match {
  readonly sentence: Passage;
  readonly match: RegExpExecArray;
  readonly place: CheckedPlace;
}

/** The places of a pattern (flag `g`) in the running text. */
function* matches(facts: Facts, pattern: RegExp): Iterable<Match> {
  for (const sentence of proseSentences(facts.document)) {
    for (const match of sentence.text.matchAll(pattern)) yield { sentence, match: match as RegExpExecArray, place: placeIn(facts, sentence, match.index, match.index + match[0].length) };
  }
}

/** A date with its blanks and lost characters: 2021 年 1月1日, 20201月1日, 202020年. */
const PERIOD = /(?<from>\d[\d\s]{2,9}年?\s*\d{0,2}\s*月\s*\d{1,2}\s*日)\s*[起]?\s*[，,]?\s*[至到—\-－~～]+\s*(?<to>(?:\d[\d\s]{2,9}年?\s*)?(?:同年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*日)/gu;

/** F-3: the period that the report says it counts. */
export const period: Check = {
  rules: ['F-3'],
  *run(facts) {
    if (facts.year === null) return;
    for (const { match, sentence, place } of matches(facts, PERIOD)) {
      const plain = match[0].replace(/\s+/gu, '');
      if (!ruleData().words.counted.some((word) => sentence.text.includes(word)) || !/1月1日/u.test(plain) || !/12月31日/u.test(plain)) continue;
      const good = new RegExp(`^${facts.year}年1月1日起?[，,]?[至到—\\-－~～]+(?:${facts.year}年|同年)?12月31日$`, 'u');
      if (!good.test(plain)) yield finding('F-3', { slots: { words: plain, year: String(facts.year) }, places: [place] });
      return;
    }
  },
};

/** F-4: published before the year had ended. Whether it was late depends on the local date, which the deadline desk knows. */
export const publishedEarly: Check = {
  rules: ['F-4'],
  *run(facts) {
    if (facts.year === null) return;
    for (const sentence of proseSentences(facts.document)) {
      const { year, month, day } = ruleData().words.published.exec(quoteText(sentence))?.groups ?? {};
      if (year === undefined || month === undefined || day === undefined) continue;
      const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      if (date < `${facts.year}-12-31`) yield finding('F-4', { slots: { year: String(facts.year) }, actual: date, places: [{ report: facts.report, spans: sentence.spans, unit: 'passage', path: [] }] });
      return;
    }
  },
};

/** F-5: the text speaks of another year as its own: 2022年，我镇…, 2022年度工作. A year that is compared with is no stale one. */
export const staleYear: Check = {
  rules: ['F-5'],
  *run(facts) {
    if (facts.year === null) return;
    const { organs, self } = ruleData().words;
    const own = new RegExp(`(?:^|[。；\\s])(?<year>20\\d{2})\\s*年(?:以来|来|度)?[，,]\\s*全?(?:${self.join('|')})(?:${organs.join('|')})`, 'gu');
    for (const { match, place } of matches(facts, own)) {
      const year = Number(match.groups!['year']);
      if (year < facts.year) yield finding('F-5', { slots: { year: String(facts.year), words: match[0].replace(/^[。；\s]+/u, '') }, places: [place] });
      if (year < facts.year) return;
    }
  },
};

/** F-6: the text calls itself another kind of organ than the title. */
export const otherSelf: Check = {
  rules: ['F-6'],
  *run(facts) {
    const { self, selfBefore, selfKinds } = ruleData().words;
    const { level, fullName } = facts.organisation;
    if (level === 'unknown') return;
    const pattern = new RegExp(`(?<![\\p{Script=Han}])(?:${self.join('|')})(?<kind>${Object.keys(selfKinds).join('|')})(?=(?:政府)?(?:${selfBefore.join('|')}))`, 'gu');
    for (const { match, place } of matches(facts, pattern)) {
      const kind = match.groups!['kind']!;
      // A bureau of a county may say 我县 of its county, and a title that holds the word is its own.
      if (selfKinds[kind]!.includes(level) || fullName.includes(kind)) continue;
      yield finding('F-6', { slots: { org: facts.organisation.name, words: match[0] }, places: [place] });
      return;
    }
  },
};

/** F-7: the format document of another generation. Numbers lose brackets and 号 on the way, so digits decide. */
export const formatCited: Check = {
  rules: ['F-7'],
  *run(facts) {
    const { year } = facts;
    const { formatNumber, formatOffice } = ruleData().words;
    const right = year === null ? undefined : ruleData().formats.find(({ from, to }) => from <= year && year <= to);
    if (year === null || right === undefined) return;
    for (const { match, place } of matches(facts, formatNumber)) {
      const cited = `${match.groups!['year']}${match.groups!['number']}`;
      const other = ruleData().formats.find(({ number }) => number.includes(cited));
      const misnamed = right.number.includes(cited) && !match[0].includes(formatOffice);
      if ((other && other !== right && other.to < year) || misnamed) yield finding('F-7', { slots: { year: String(year), words: match[0].replace(/\s+/gu, '') }, expected: right.name, places: [place] });
    }
  },
};

/** F-12: what the template tells the writer to do. */
export const templateLeft: Check = {
  rules: ['F-12'],
  *run(facts) {
    for (const sentence of proseSentences(facts.document)) {
      const words = ruleData().words.templates.find((phrase) => quoteText(sentence).includes(phrase));
      if (words !== undefined) yield finding('F-12', { slots: { words }, places: [{ report: facts.report, spans: sentence.spans, unit: 'passage', path: [] }] });
    }
  },
};

/** F-15: the tables are only referred to. */
export const tablesAttached: Check = {
  rules: ['F-15'],
  *run(facts) {
    if (facts.year === null || facts.year < 2019 || facts.cells.size > 0) return;
    for (const sentence of proseSentences(facts.document)) {
      const words = ruleData().words.attached.find((phrase) => quoteText(sentence).includes(phrase));
      if (words === undefined) continue;
      yield finding('F-15', { slots: { words }, places: [{ report: facts.report, spans: sentence.spans, unit: 'passage', path: [] }] });
      return;
    }
  },
};

/** F-14: a text without a figure that speaks of some regions instead of this organ. */
export const genericText: Check = {
  rules: ['F-14'],
  *run(facts) {
    if (facts.figures.some(({ trust, quantity }) => trust === 'stated' && quantity.value !== null)) return;
    for (const sentence of proseSentences(facts.document)) {
      const words = ruleData().words.generic.find((phrase) => quoteText(sentence).includes(phrase));
      if (words === undefined) continue;
      yield finding('F-14', { slots: { words }, places: [{ report: facts.report, spans: sentence.spans, unit: 'passage', path: [] }] });
      return;
    }
  },
};
