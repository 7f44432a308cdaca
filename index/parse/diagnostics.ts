import type { Diagnostic } from '../document/diagnostic.js';
import type { Span } from '../document/span.js';

/** Every diagnostic of this room, one function a code; codes are stable. */
export const report = {
  noTitle: (): Diagnostic => at('no-title', 'warning', null, '没有找到报告的标题。', 'No title of the report was found.'),
  noYear: (): Diagnostic => at('no-year', 'error', null, '标题和正文都没有说明是哪一年的报告。', 'Neither title nor text says which year the report is about.'),
  noOrganisation: (): Diagnostic => at('no-organisation', 'error', null, '标题和落款都没有写明发布机关。', 'Neither title nor signature names the issuing organisation.'),
  noSections: (): Diagnostic => at('no-sections', 'warning', null, '没有找到任何章节标题。', 'No section heading was found.'),
  duplicateHeading: (span: Span, title: string): Diagnostic =>
    at('duplicate-heading', 'info', span, `标题“${title}”重复出现且下面没有内容，已略去前一个。`, `The heading “${title}” comes twice; the first one, which has no content, was left out.`),
  repeatedTitle: (span: Span): Diagnostic => at('repeated-title', 'info', span, '报告的标题重复出现，已略去。', "The report's title is repeated; the repetition was left out."),
  twoReports: (span: Span): Diagnostic =>
    at('two-reports', 'error', span, '文件里还有另一份报告（机关或年份不同），请拆成两个文件。', 'The file holds a second report (another organisation or year); please split it into two files.'),
  yearConflict: (span: Span, title: number, stated: number): Diagnostic =>
    at('year-conflict', 'warning', span, `标题写的是${title}年，正文写的是${stated}年；以标题为准。`, `The title says ${title} but the text says ${stated}; the title is taken.`),
  controlCharacters: (span: Span, count: number): Diagnostic =>
    at('control-characters', 'warning', span, `文中有 ${count} 个控制字符，文件可能已损坏。`, `The text holds ${count} control character(s); the file may be damaged.`),
  missingSections: (names: readonly string[]): Diagnostic =>
    at('missing-sections', 'info', null, `没有找到这些规定的章节：${names.join('；')}。`, `These official sections were not found: ${names.join('; ')}.`),
  sectionsFound: (titles: readonly string[]): Diagnostic =>
    at('sections-found', 'info', null, `找到的章节：${titles.join('；')}。`, `Sections found: ${titles.join('; ')}.`),
} as const;

function at(code: string, severity: Diagnostic['severity'], span: Span | null, zh: string, en: string): Diagnostic {
  return { code, severity, message: { zh, en }, span };
}

const CONTROL = /[^\P{Cc}\t\n\v\f\r\u0085]|\ufffd/gu;

/** Control characters (and U+FFFD, which a broken conversion leaves) stay in the text but are told. */
export function controlCharacters(text: string): Diagnostic[] {
  const first = text.search(CONTROL);
  return first < 0 ? [] : [report.controlCharacters({ start: first, end: first + 1 }, text.match(CONTROL)!.length)];
}
