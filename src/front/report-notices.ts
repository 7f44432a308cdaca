import type { IngestOutcome, Lang, LinedCard, ReportCard, Text2 } from '../../index/mod.js';
import type { AnswerCitation } from '../../intents/mod.js';
import type { Checked, CheckedFinding } from '../checks/checked.js';
import type { Message } from '../render/message.js';
import { frontWord, noticeOf, type NoticeLine } from './words.js';

/** Diagnostics and findings that one message shows; the rest is counted. */
const MOST_PROBLEMS = 4;
const MOST_FINDINGS = 6;

/** A report that was taken in now or before, with what the rules find in it. */
export interface TakenIn {
  readonly card: ReportCard;
  readonly checked: Checked;
}

/** What became of a file and what was read in it; `taken` null for one that was refused. */
export function intakeNotice(lang: Lang, parts: readonly { readonly outcome: IngestOutcome; readonly taken: TakenIn | null }[]): Message {
  const citations: AnswerCitation[] = [];
  const lines = parts.flatMap(({ outcome, taken }): NoticeLine[] => {
    if (outcome.status === 'refused' || taken === null) return [frontWord(lang, 'refused', { name: outcome.path, why: outcome.error?.message[lang] ?? '' })];
    const { card, checked } = taken;
    const head = frontWord(lang, outcome.status, { org: card.org.name, year: card.year ?? frontWord(lang, 'noYear'), report: card.report, ...(outcome.status === 'updated' && { version: card.version }) });
    return [head, ...(outcome.card ? cardLines(lang, outcome.card, outcome.forms ?? [], outcome.figures ?? 0) : []), ...changesLine(lang, outcome), ...problemLines(lang, outcome), ...findingLines(lang, checked, card.title, citations)];
  });
  return noticeOf(lang, lines, citations, parts.every(({ taken }) => taken === null) ? 'not_found' : 'notice');
}

/** What the rules find in a file that is not kept; a refusal where it could not be read. */
export function checkNotice(lang: Lang, name: string, checked: Checked | { readonly refusal: Text2 }): Message {
  if ('refusal' in checked) return noticeOf(lang, [frontWord(lang, 'notChecked', { name, why: checked.refusal[lang] })], [], 'not_found');
  const citations: AnswerCitation[] = [];
  const head = frontWord(lang, 'checkedOf', { org: checked.org, year: checked.year ?? frontWord(lang, 'noYear'), name });
  return noticeOf(lang, [head, ...findingLines(lang, checked, null, citations)], citations);
}

function cardLines(lang: Lang, { sections, tables, figures }: LinedCard, forms: readonly string[], count: number): string[] {
  const missing = sections.missing.length === 0 ? '' : frontWord(lang, 'missing', { names: sections.missing.join('、') });
  return [
    frontWord(lang, 'sections', { found: sections.found.length, all: sections.found.length + sections.missing.length, missing }),
    tables.length === 0 ? frontWord(lang, 'noTables') : frontWord(lang, 'tables', { n: tables.length, forms: forms.join('、') || frontWord(lang, 'unknownForm') }),
    frontWord(lang, 'figures', { n: count, aligned: figures.aligned, repaired: figures.repaired, read: figures.read, stated: figures.stated }),
  ];
}

function changesLine(lang: Lang, { changes }: IngestOutcome): string[] {
  return changes === undefined || changes.length === 0 ? [] : [frontWord(lang, 'changes', { n: changes.length })];
}

function problemLines(lang: Lang, { diagnostics }: IngestOutcome): string[] {
  const all = diagnostics.filter(({ severity }) => severity !== 'info').map(({ message }) => frontWord(lang, 'problem', { message: message[lang] }));
  return shortened(lang, all, MOST_PROBLEMS);
}

function shortened(lang: Lang, lines: readonly string[], most: number): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), frontWord(lang, 'more', { n: lines.length - most })];
}

/** Findings that nobody explained, worst first, each with its words; quotes of a draft stand in the line, since there is no page to lead to. */
function findingLines(lang: Lang, { findings }: Checked, title: string | null, citations: AnswerCitation[]): NoticeLine[] {
  const open = findings.filter(({ explained }) => explained === null);
  if (open.length === 0) return [frontWord(lang, 'checkedNone')];
  const many = (severity: string): number => open.filter(({ finding }) => finding.severity === severity).length;
  const head = frontWord(lang, 'checked', { errors: many('error'), warnings: many('warning'), infos: many('info') });
  const shown = open.slice(0, MOST_FINDINGS).flatMap((one): NoticeLine[] => [findingLine(lang, one), ...(title === null ? one.citations.slice(0, 1).map(({ quotes }) => `“${quotes.join(' ').replace(/\s+/gu, ' ')}”`) : quotesOf(one, title, citations))]);
  return [head, ...shown, ...(open.length > MOST_FINDINGS ? [frontWord(lang, 'more', { n: open.length - MOST_FINDINGS })] : [])];
}

function findingLine(lang: Lang, { finding }: CheckedFinding): string {
  return frontWord(lang, 'finding', { severity: frontWord(lang, finding.severity), message: finding.message[lang] + (finding.doubtful ? frontWord(lang, 'doubtful') : '') });
}

function quotesOf({ citations: of }: CheckedFinding, title: string, citations: AnswerCitation[]): NoticeLine[] {
  return of.slice(0, 1).map(({ report, source, path, quotes, spans }) => {
    citations.push({ kind: 'report', report, source, org: '', year: null, title, path: [...path], quotes: [...quotes], quote: quotes.join(''), spans: spans.map(({ start, end }) => ({ start, end })) });
    return { quote: citations.length - 1 };
  });
}
