import type { Diagnostic, Figure, Lang, ReportCard, ReportDocument, SourceText } from '../../../index/mod.js';
import { figureHints, figureMarks, type FigureWords } from '../../render/html-figures.js';
import { markup, type Markup } from '../../render/html-markup.js';
import { reportHtml } from '../../render/html-report.js';
import type { NotedFinding } from '../operations.js';
import { figureCard, findingHtml, placeHref, trustShort, versionQuery } from './figure-card.js';
import type { FigureFacts } from './figure-facts.js';
import { pageHtml, type Frame } from './layout.js';
import { placeIn } from './place.js';
import { shortQuote } from './short-quote.js';
import { word } from './words.js';

/** A version of a report as it is to be shown. */
export interface ShownReport {
  readonly card: ReportCard;
  /** The version that answers use, when it is not this one; null when there is none. */
  readonly newer: ReportCard | null;
  /** True when the link names a version that is not held: its places count in another text. */
  readonly versionUnknown: boolean;
  readonly source: SourceText;
  readonly document: ReportDocument;
  readonly figures: readonly Figure[];
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly NotedFinding[];
  readonly facts: FigureFacts;
  /** The figure whose card is open; null for none. */
  readonly chosen: Figure | null;
}

/** The page of a report, with the words at `place` (`?c=`) marked. */
export function reportPage(frame: Frame, shown: ShownReport, place: string | undefined): string {
  const { lang } = frame;
  const { card, source, document, figures, versionUnknown, chosen } = shown;
  const cited = versionUnknown ? ({ kind: 'none' } as const) : placeIn(source.text, place);
  const { body, contents } = reportHtml(document, source.text, {
    figures: figureMarks(figures, wordsOf(lang, shown)),
    cited: cited.kind === 'spans' ? cited.spans : (chosen?.place ?? []),
    citedId: cited.kind === 'spans' ? cited.id : chosen === null ? null : `f-${chosen.id}`,
  });
  const said = [word(lang, 'version', { n: card.version }), word(lang, 'ingested', { date: card.ingestedAt.slice(0, 10) }), word(lang, 'figuresCounted', { n: figures.length })];
  const toCited = markup`<a id="to-cited" class="to-cited" href="#${cited.kind === 'spans' ? cited.id : 'report'}"${cited.kind === 'spans' ? '' : markup` hidden`}>${word(lang, 'toCited')}</a>`;
  const sections = contents.length < 2 ? '' : markup`<nav class="contents" aria-label="${word(lang, 'contents')}"><details open><summary>${word(lang, 'contents')}</summary><ol>${contents.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ol></details></nav>`;
  const notices = versionNotices(lang, shown);
  // Whoever comes by a citation lands in the middle of the text: what is the matter with this version stays in sight there.
  const whole = markup`<div class="report-page">
${String(notices) === '' ? '' : markup`<div class="version-notices">${notices}</div>`}
<div class="report-head"><p class="facts">${said.join(' · ')} · <a href="${fileHref(card, 'original')}">${word(lang, 'original')}</a> · <a href="${fileHref(card, 'text')}">${word(lang, 'download')}</a></p><p id="bad-place" class="notice" role="status"${cited.kind === 'foreign' ? '' : markup` hidden`}>${word(lang, 'placeUnknown')}</p>${findingsHtml(lang, shown)}${diagnosticsHtml(lang, shown)}<p class="facts figure-hint">${word(lang, 'figureHint')}</p>${toCited}</div>
${sections}
<article id="report" class="report" lang="zh-CN" data-length="${source.text.length}" data-hints="${fileHref(card, 'hints')}"${versionUnknown ? markup` data-other-version` : ''}>${body}</article>
<p class="facts foot">${word(lang, 'madeBy')}</p>
<aside id="figure" class="figure-note" aria-label="${word(lang, 'figureAside')}" tabindex="-1" data-close="${word(lang, 'close')}"${chosen === null ? markup` hidden` : ''}>${chosen === null ? '' : chosenHtml(lang, shown, chosen)}</aside>
</div>`;
  return pageHtml(frame, { title: card.title === '' ? card.org.name : card.title, at: 'reports', tabs: { card, at: 'text' }, body: whole, script: 'report.js' });
}

function wordsOf(lang: Lang, { card, facts }: Pick<ShownReport, 'card' | 'facts'>): FigureWords {
  return { trust: (figure) => trustShort(lang, figure.trust), hrefOf: ({ id }) => `?${versionQuery(card)}&f=${id}#f-${id}`, oddityOf: (figure) => (facts.isOdd(figure) ? word(lang, 'oddFigure') : null) };
}

/** A line on each figure, for hovering and for arrow keys. */
export function hintsOf(lang: Lang, shown: Pick<ShownReport, 'card' | 'figures' | 'facts'>): Record<string, string> {
  return figureHints(shown.figures, lang, wordsOf(lang, shown));
}

/** The card of a figure as it stands beside the text, and as the script puts it there. */
export function chosenHtml(lang: Lang, { card, figures, facts }: Pick<ShownReport, 'card' | 'figures' | 'facts'>, chosen: Figure): Markup {
  return markup`${figureCard(lang, card, chosen, facts, (id) => figures[id])}<a class="close quiet" href="?${versionQuery(card)}" aria-label="${word(lang, 'close')}">✕</a>`;
}

/** Where this version can be had as a file: the one it was read from, the text that citations count in, or a line on each of its figures. */
export function fileHref(card: ReportCard, kind: 'text' | 'original' | 'hints'): string {
  return `/reports/${encodeURIComponent(card.report)}/${kind}?${versionQuery(card)}`;
}

/** What rules found that nobody explained, above the text; each with links to its words. */
function findingsHtml(lang: Lang, { card, findings }: ShownReport): Markup {
  if (findings.length === 0) return markup``;
  const open = findings.some(({ finding, explained }) => explained === null && finding.severity === 'error');
  return markup`<details class="findings"${open ? markup` open` : ''}><summary>${word(lang, 'checkFindings', { n: findings.length })}</summary><ul class="found">${findings.map((one) => markup`${findingHtml(lang, one)}${placesHtml(lang, card, one)}`)}</ul></details>`;
}

/** Links to the places that a finding rests on; those of last year's report lead there. */
export function placesHtml(lang: Lang, card: ReportCard, { citations }: NotedFinding): Markup {
  if (citations.length === 0) return markup``;
  const links = citations.map(({ report, source, spans, quotes }) => markup` <a href="${placeHref(source === card.source ? card : { ...card, report, source }, spans)}">「${shortQuote(quotes.join(' '))}」</a>`);
  return markup`<li class="places"><small>${word(lang, 'quoted')}</small>${links}</li>`;
}

const SEVERITIES = { error: 'severityError', warning: 'severityWarning', info: 'severityInfo' } as const;
/** A damaged report can have thousands; nobody reads on. */
const SHOWN_DIAGNOSTICS = 200;

/** What was noticed when the report was read, each with a link to its place. */
function diagnosticsHtml(lang: Lang, { card, diagnostics }: ShownReport): Markup {
  if (diagnostics.length === 0) return markup``;
  const items = diagnostics.slice(0, SHOWN_DIAGNOSTICS).map(({ severity, message, span }) => {
    const said = message[lang];
    return markup`<li class="${severity}"><small>${word(lang, SEVERITIES[severity])}</small> ${span === null ? said : markup`<a href="${placeHref(card, [span])}">${said}</a>`}</li>`;
  });
  return markup`<details class="findings noticed"><summary>${word(lang, 'findings', { n: diagnostics.length })}</summary><ul>${items}</ul></details>`;
}

/** That a version was withdrawn or replaced, or is not the one that the link names. */
export function versionNotices(lang: Lang, { card, newer, versionUnknown }: Pick<ShownReport, 'card' | 'newer' | 'versionUnknown'>): Markup {
  const notices: Markup[] = [];
  const newest = newer === null ? '' : markup` <a href="/reports/${encodeURIComponent(newer.report)}">${word(lang, 'openNewest')}</a>`;
  if (card.withdrawn !== null) notices.push(markup`<p class="notice withdrawn">${word(lang, newer === null ? 'withdrawn' : 'withdrawnVersion', { why: card.withdrawn, n: card.version })}${newest}</p>`);
  else if (newer !== null) notices.push(markup`<p class="notice">${word(lang, 'replaced', { n: card.version })}${newest}</p>`);
  if (versionUnknown) notices.push(markup`<p class="notice">${word(lang, 'versionUnknown')}</p>`);
  return markup`${notices}`;
}
