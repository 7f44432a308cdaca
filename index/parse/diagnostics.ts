import type { Diagnostic, Text2 } from '../document/diagnostic.js';
import type { Span } from '../document/span.js';
import type { YearEvidence, YearPlace } from './year.js';

/** How each place of a year is called. */
const PLACES: Readonly<Record<YearPlace, Text2>> = {
  told: { zh: '导入时', en: 'the person who took it in' },
  title: { zh: '标题', en: 'the title' },
  period: { zh: '统计期限', en: 'the statistical period' },
  introduction: { zh: '引言', en: 'the introduction' },
  'file-name': { zh: '文件名', en: 'the file name' },
  mention: { zh: '正文开头', en: 'the beginning of the text' },
  address: { zh: '网页地址', en: "the page's address" },
  folder: { zh: '所在文件夹', en: 'the folder' },
  published: { zh: '发布日期的上一年', en: 'the year before its publication' },
};

/** Every diagnostic of this room, one function a code; codes are stable. */
export const report = {
  noTitle: (): Diagnostic => at('no-title', 'warning', null, '没有找到报告的标题。', 'No title of the report was found.'),
  noYear: (): Diagnostic => at('no-year', 'error', null, '标题和正文都没有说明是哪一年的报告。', 'Neither title nor text says which year the report is about.'),
  noOrganisation: (): Diagnostic => at('no-organisation', 'error', null, '标题和落款都没有写明发布机关。', 'Neither title nor signature names the issuing organisation.'),
  noSections: (): Diagnostic => at('no-sections', 'warning', null, '没有找到任何章节标题。', 'No section heading was found.'),
  duplicateHeading: (span: Span, title: string): Diagnostic =>
    at('duplicate-heading', 'info', span, `标题“${title}”重复出现且下面没有内容，已略去前一个。`, `The heading “${title}” comes twice; the first one, which has no content, was left out.`),
  repeatedTitle: (span: Span): Diagnostic => at('repeated-title', 'info', span, '报告的标题重复出现，已略去。', "The report's title is repeated; the repetition was left out."),
  twoReports: (span: Span, title: string): Diagnostic =>
    at('two-reports', 'error', span, `文件里还有另一份报告“${title}”（机关或年份不同）：只读了它之前的一份，从这里到文末都没有读。请拆成两个文件。`, `The file holds a second report, “${title}” (another organisation or year): only the one before it was read, nothing from here to the end. Please split it into two files.`),
  yearConflict: (one: YearEvidence, other: YearEvidence): Diagnostic => ({
    ...at('year-conflict', 'error', one.span ?? other.span, `${PLACES[one.from].zh}写${one.year}年，${PLACES[other.from].zh}写${other.year}年，互相矛盾，没有猜；请人确认后用 --year ${one.year} 或 --year ${other.year} 重新导入。`, `${PLACES[one.from].en} says ${one.year}, ${PLACES[other.from].en} says ${other.year}; nothing was guessed: have a person decide, then ingest again with --year ${one.year} or --year ${other.year}.`),
    ...(one.span !== null && other.span !== null && { also: [other.span] }),
    options: [...new Set([one.year, other.year])].map(String),
  }),
  yearDiffers: (taken: YearEvidence, other: YearEvidence): Diagnostic =>
    at('year-differs', 'warning', other.span, `${PLACES[other.from].zh}写的是${other.year}年，按${PLACES[taken.from].zh}取${taken.year}年。`, `${PLACES[other.from].en} says ${other.year}; ${taken.year} was taken from ${PLACES[taken.from].en}.`),
  yearDamaged: ({ damaged, year, span }: YearEvidence): Diagnostic =>
    at('year-damaged', 'warning', span, `年份印作“${damaged}”，按${year}年理解；原文未改。`, `The year is printed as “${damaged}” and was read as ${year}; the text is left as it is.`),
  yearInferred: ({ from, year, span }: YearEvidence): Diagnostic =>
    ({ ...at('year-inferred', 'warning', span, `标题和统计期限都没有写年份，按${PLACES[from].zh}推为${year}年；不对请用 --year 指明。`, `Neither title nor statistical period gives the year; ${year} was inferred from ${PLACES[from].en}. If that is wrong, say --year.`), options: [String(year)] }),
  yearTold: (year: number, { from, year: printed, span }: YearEvidence): Diagnostic =>
    at('year-told', 'info', span, `年份${year}是导入时指定的；${PLACES[from].zh}写的是${printed}年。`, `The year ${year} was given when the file was taken in; ${PLACES[from].en} says ${printed}.`),
  organisationTold: (name: string, printed: string | null): Diagnostic =>
    at('organisation-told', 'info', null, `机关“${name}”是导入时指定的${printed === null ? '' : `；报告里写的是“${printed}”`}。`, `The organisation “${name}” was given when the file was taken in${printed === null ? '' : `; the report says “${printed}”`}.`),
  organisationFromFileName: (name: string): Diagnostic =>
    at('organisation-from-file-name', 'warning', null, `报告里没有写明机关，按文件名取“${name}”。`, `The report does not name the organisation; “${name}” was taken from the file's name.`),
  organisationFromText: (name: string): Diagnostic =>
    at('organisation-from-text', 'warning', null, `标题和落款都没有写明机关，按正文取“${name}”，请核对。`, `Neither title nor signature names the organisation; “${name}” was taken from the running text: please check.`),
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
