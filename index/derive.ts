import { basename, extname } from 'node:path';
import type { Diagnostic } from './document/diagnostic.js';
import type { FoundFigure, FoundList, FoundRole } from './document/figure.js';
import type { SourceText, Unread } from './document/source-text.js';
import type { FormId, Organisation, ReportDocument } from './document/tree.js';
import { withProseMetrics } from './figures/dictionary/mod.js';
import { withToldCells } from './figures/dictionary/told-cells.js';
import { readDocument } from './read-document.js';
import { readingCard, type ReadingCard } from './reading-card.js';
import { passagesOf } from './search/passages.js';
import type { PreparedReport } from './store/mod.js';

/** The steps from a text to its meaning. Each is a pure function of the one before; `steps.ts` names the real ones. */
export interface Steps {
  parse(source: SourceText): ReportDocument;
  align(document: ReportDocument): { readonly figures: readonly FoundFigure[]; readonly forms: readonly FormId[]; readonly diagnostics: readonly Diagnostic[] };
  prose(document: ReportDocument): { readonly figures: readonly FoundFigure[]; readonly diagnostics: readonly Diagnostic[] };
  roles(document: ReportDocument): readonly FoundRole[];
  lists(document: ReportDocument): readonly FoundList[];
}

/** Everything that is kept of a text. Depends on the text, its origin's name and the steps alone. */
export function derive(source: SourceText, steps: Steps): Omit<PreparedReport, 'bytes'> & { readonly card: ReadingCard } {
  const { read, printed, words } = readDocument(source, steps.parse);
  const cells = steps.align(read);
  const prose = steps.prose(read);
  const missing: Diagnostic[] = unreadIn(source);
  if (read.issuer === null) missing.push(NO_ORGANISATION);
  if (read.year === null && !read.diagnostics.some(({ code }) => code === 'year-conflict')) missing.push(NO_YEAR);
  const figures = inReadingOrder(cells.figures, withToldCells(withProseMetrics(prose.figures), cells.figures, cells.forms));
  const found = [...read.diagnostics, ...cells.diagnostics, ...prose.diagnostics];
  const judged = readingCard(read, figures, found);
  const roles = steps.roles(read);
  const lists = steps.lists(read);
  return {
    source,
    organisation: read.issuer ?? organisationOfFile(source.origin),
    assumed: read.issuer === null,
    year: read.year,
    title: printed.title?.text.replace(/\s+/gu, ' ').trim() ?? '',
    forms: cells.forms,
    figures: words === null ? figures : figures.map(words.figure),
    roles: words === null ? roles : roles.map(words.role),
    lists: words === null ? lists : lists.map(words.list),
    passages: passagesOf(printed, source.text),
    diagnostics: [...found, ...judged.diagnostics, ...missing],
    card: judged.card,
  };
}

/** Both lists as one, in the order in which a reader meets them; `partOf` is made to point into it. */
export function inReadingOrder(cells: readonly FoundFigure[], prose: readonly FoundFigure[]): FoundFigure[] {
  const ordered = [...placed(cells, 0), ...placed(prose, cells.length)].sort((a, b) => a.at - b.at || a.old - b.old);
  const newIndex = new Map(ordered.map(({ old }, n) => [old, n]));
  return ordered.map(({ figure, base }) => (figure.partOf === null ? figure : { ...figure, partOf: newIndex.get(base + figure.partOf) ?? null }));
}

/** Each list is in reading order already; a blank cell, which has no place, stands where the one before it stands. */
function placed(figures: readonly FoundFigure[], base: number): { readonly figure: FoundFigure; readonly base: number; readonly old: number; readonly at: number }[] {
  let at = 0;
  return figures.map((figure, i) => {
    at = Math.max(at, figure.place?.[0].start ?? figure.quote[0].start);
    return { figure, base, old: base + i, at };
  });
}

const UNREAD: Readonly<Record<Unread['kind'], Omit<Diagnostic, 'span'>>> = {
  picture: { code: 'picture-unread', severity: 'info', message: { zh: '这里有一张图片，图里的文字和数字没有读', en: 'a picture stands here; words and figures in it were not read' } },
  page: { code: 'page-unread', severity: 'warning', message: { zh: '这里有一页没有文字，是空白页或图片，没有读', en: 'a page without text stands here, blank or a picture; it was not read' } },
};

/** What of a file no reader could read. Placed at the character before which it stood. */
function unreadIn({ text, layout }: SourceText): Diagnostic[] {
  return (layout?.unread ?? []).map(({ kind, at }) => ({ ...UNREAD[kind], span: at < text.length ? { start: at, end: at + (text.codePointAt(at)! > 0xffff ? 2 : 1) } : null }));
}

function organisationOfFile(origin: string): Organisation {
  const name = basename(origin, extname(origin)).trim() || origin;
  return { name, fullName: name, path: [name], level: 'unknown' };
}

const NO_ORGANISATION: Diagnostic = {
  code: 'organisation-unknown',
  severity: 'warning',
  message: { zh: '看不出是哪个机关的报告，暂用文件名作为机关名称', en: 'the report does not say whose it is; the file name serves as the organisation for now' },
  span: null,
};
const NO_YEAR: Diagnostic = {
  code: 'year-unknown',
  severity: 'warning',
  message: { zh: '看不出是哪一年的报告', en: 'the report does not say which year it is about' },
  span: null,
};
