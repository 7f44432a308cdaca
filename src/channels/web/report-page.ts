import type { Diagnostic, Figure, ReportCard, ReportDocument, SourceText } from '../../../index/mod.js';
import { figureMarks } from '../../render/html-figures.js';
import { markup, type Markup } from '../../render/html-markup.js';
import { reportHtml } from '../../render/html-report.js';
import { pageHtml, type Frame } from './layout.js';
import { placeIn } from './place.js';
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
}

/** The page of a report, with the words at `place` (`?c=`) marked. */
export function reportPage(frame: Frame, shown: ShownReport, place: string | undefined): string {
  const { lang } = frame;
  const { card, source, document, figures, versionUnknown } = shown;
  const cited = versionUnknown ? ({ kind: 'none' } as const) : placeIn(source.text, place);
  const trust = { aligned: word(lang, 'trustAligned'), repaired: word(lang, 'trustRepaired'), read: word(lang, 'trustRead'), stated: word(lang, 'trustStated') };
  const { body, contents } = reportHtml(document, source.text, {
    figures: figureMarks(figures, lang, trust),
    cited: cited.kind === 'spans' ? cited.spans : [],
    citedId: cited.kind === 'spans' ? cited.id : null,
  });
  const facts = [word(lang, 'version', { n: card.version }), word(lang, 'ingested', { date: card.ingestedAt.slice(0, 10) }), word(lang, 'figuresCounted', { n: figures.length })];
  const toCited = markup`<a id="to-cited" class="to-cited" href="#${cited.kind === 'spans' ? cited.id : 'report'}"${cited.kind === 'spans' ? '' : markup` hidden`}>${word(lang, 'toCited')}</a>`;
  const sections = contents.length < 2 ? '' : markup`<nav class="contents" aria-label="${word(lang, 'contents')}"><details open><summary>${word(lang, 'contents')}</summary><ol>${contents.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ol></details></nav>`;
  const whole = markup`<div class="report-page">
<div class="report-head"><p class="facts">${facts.join(' · ')} · <a href="${fileHref(card, 'original')}">${word(lang, 'original')}</a> · <a href="${fileHref(card, 'text')}">${word(lang, 'download')}</a></p>${noticesHtml(frame, shown)}<p id="bad-place" class="notice" role="status"${cited.kind === 'foreign' ? '' : markup` hidden`}>${word(lang, 'placeUnknown')}</p>${findingsHtml(frame, shown)}${toCited}</div>
${sections}
<article id="report" class="report" lang="zh-CN" data-length="${source.text.length}"${versionUnknown ? markup` data-other-version` : ''}>${body}</article>
<p class="facts foot">${word(lang, 'madeBy')}</p>
<p id="figure-note" class="figure-note" role="status" data-hint="${word(lang, 'figureHint')}" hidden></p>
</div>`;
  return pageHtml(frame, { title: card.title === '' ? card.org.name : card.title, at: null, body: whole, script: 'report.js' });
}

/** Where this version can be had as a file: the one it was read from, or the text that citations count in. */
function fileHref(card: ReportCard, kind: 'text' | 'original'): string {
  return `/reports/${encodeURIComponent(card.report)}/${kind}?s=${card.source.slice(0, 12)}`;
}

const SEVERITIES = { error: 'severityError', warning: 'severityWarning', info: 'severityInfo' } as const;
/** A damaged report can have thousands; nobody reads on. */
const SHOWN_FINDINGS = 200;

/** What was noticed when the report was read, each with a link to its place. */
function findingsHtml({ lang }: Frame, { card, diagnostics }: ShownReport): Markup {
  if (diagnostics.length === 0) return markup``;
  const items = diagnostics.slice(0, SHOWN_FINDINGS).map(({ severity, message, span }) => {
    const place = span === null ? '' : `${span.start}-${span.end}`;
    const said = message[lang];
    return markup`<li class="${severity}"><small>${word(lang, SEVERITIES[severity])}</small> ${place === '' ? said : markup`<a href="?s=${card.source.slice(0, 12)}&amp;c=${place}#c-${place}">${said}</a>`}</li>`;
  });
  return markup`<details class="findings"><summary>${word(lang, 'findings', { n: diagnostics.length })}</summary><ul>${items}</ul></details>`;
}

function noticesHtml({ lang }: Frame, { card, newer, versionUnknown }: ShownReport): Markup {
  const notices: Markup[] = [];
  const newest = newer === null ? '' : markup` <a href="/reports/${encodeURIComponent(newer.report)}">${word(lang, 'openNewest')}</a>`;
  if (card.withdrawn !== null) notices.push(markup`<p class="notice withdrawn">${word(lang, 'withdrawn', { why: card.withdrawn })}${newest}</p>`);
  else if (newer !== null) notices.push(markup`<p class="notice">${word(lang, 'replaced', { n: card.version })}${newest}</p>`);
  if (versionUnknown) notices.push(markup`<p class="notice">${word(lang, 'versionUnknown')}</p>`);
  return markup`${notices}`;
}
