import type { FormId, Section } from '../document/tree.js';
import { forms } from '../forms/forms.js';
import { metricsOfTable, tableName } from './cells.js';
import type { Check, CheckedPlace, Facts } from './check.js';
import { quoteText, sentencesOf } from './prose-of.js';
import { finding, placeOfFigure, ruleData } from './rules.js';

/** Which of the six official sections each top section is, by the words of its title; a title may name two (申请 and 复议 in one part). */
function officialSections({ document }: Facts): { readonly section: Section; readonly numbers: readonly number[] }[] {
  const { sections } = ruleData().words;
  return document.sections
    .filter(({ heading, level }) => heading !== null && level === 1)
    .map((section) => ({ section, numbers: sections.flatMap((words, i) => (words.some((word) => section.title.includes(word)) ? [i] : [])).slice(0, 2) }));
}

/** F-1: the six sections of the form, all there and in order. */
export const sixSections: Check = {
  rules: ['F-1', 'F-1-order'],
  *run(facts) {
    if (facts.year === null || facts.year < 2019) return;
    const found = officialSections(facts);
    if (found.length === 0) return;
    const there = new Set(found.flatMap(({ numbers }) => numbers));
    const { official } = ruleData().words;
    const missing = official.filter((_, i) => !there.has(i));
    if (missing.length > 0) yield finding('F-1', { slots: { missing: missing.join('、') }, places: [] });
    const firsts = found.filter(({ numbers }) => numbers.length > 0);
    const astray = firsts.find(({ numbers }, i) => i > 0 && numbers[0]! < firsts[i - 1]!.numbers[0]!);
    if (astray) yield finding('F-1-order', { slots: { section: astray.section.title }, places: [headingPlace(facts, astray.section)] });
  },
};

/** F-2: the introduction announces so many parts. Only a sentence before the first section or at its beginning does. */
export const partsAnnounced: Check = {
  rules: ['F-2'],
  *run(facts) {
    const tops = facts.document.sections.filter(({ heading, level }) => heading !== null && level === 1);
    const opening = facts.document.sections.flatMap(sentencesOf).slice(0, OPENING);
    for (const sentence of opening) {
      const match = ruleData().words.parts.exec(quoteText(sentence));
      const announced = match === null ? undefined : ruleData().words.counts[match.groups!['n']!];
      if (match === null || announced === undefined || !/报告/u.test(sentence.text)) continue;
      if (tops.length > 0 && tops.length !== announced) yield finding('F-2', { slots: { words: match[0] }, expected: String(announced), actual: String(tops.length), places: [{ report: facts.report, spans: sentence.spans, unit: 'passage', path: [] }] });
      return;
    }
  },
};

/** An introduction is over after so many sentences. */
const OPENING = 6;

/** F-10: a section is there, its table was not found: then nothing can be said about it, least of all that it is right. */
export const tablesThere: Check = {
  rules: ['F-10'],
  *run(facts) {
    if (facts.year === null || facts.year < 2019) return;
    for (const [id, metrics] of metricsOfTable) {
      if (![...metrics].some((metric) => facts.cells.has(metric))) yield finding('F-10', { slots: { table: tableName(id) }, places: [] });
    }
  },
};

/** F-8: tables of another year's form. The form is a table's: one is enough to say so. */
export const formOfYear: Check = {
  rules: ['F-8'],
  *run(facts) {
    const { year } = facts;
    const format = year === null ? undefined : ruleData().formats.find(({ from, to }) => from <= year && year <= to);
    if (year === null || format === undefined) return;
    for (const form of forms) {
      const own = telling(form.id);
      const cell = form.id === format.form ? undefined : [...own].map((metric) => facts.cells.get(metric)).find((figure) => figure !== undefined);
      const named = ruleData().formats.find((other) => other.form === form.id);
      if (cell && named) yield finding('F-8', { slots: { year: String(year), form: named.name }, expected: format.name, places: [placeOfFigure(facts, cell)] });
    }
  },
};

/** The metrics that only one form has. */
function telling(id: FormId): ReadonlySet<string> {
  const of = (form: (typeof forms)[number]): string[] => form.tables.flatMap((table) => table.blocks.flatMap((block) => block.rows.flatMap((row) => [...row.metrics])));
  const others = new Set(forms.filter((form) => form.id !== id).flatMap(of));
  return new Set(forms.filter((form) => form.id === id).flatMap(of).filter((metric) => !others.has(metric)));
}

const LEAST_CHARACTERS = 30;
const PROBLEMS = 4;

/** F-11: section five says nothing. */
export const problemsTold: Check = {
  rules: ['F-11'],
  *run(facts) {
    const found = officialSections(facts).filter(({ numbers }) => numbers.includes(PROBLEMS));
    if (found.length === 0) return;
    // Subheadings count: a list of problems may be printed as headings alone.
    const characters = found.reduce((sum, { section }) => sum + charactersIn(facts.source.text.slice(section.heading!.spans.at(-1)!.end, section.span.end)), 0);
    const { section } = found[0]!;
    if (characters < LEAST_CHARACTERS) yield finding('F-11', { slots: { section: section.title, count: String(characters) }, places: [headingPlace(facts, section)] });
  },
};

/** Printed characters, blanks left out. */
function charactersIn(text: string): number {
  return quoteText({ text }).length;
}

/** A section's heading as a place; the section has one. */
function headingPlace({ report }: Pick<Facts, 'report'>, section: Section): CheckedPlace {
  return { report, spans: section.heading!.spans, unit: 'passage', path: [] };
}
