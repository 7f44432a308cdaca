import { Hono, type Context } from 'hono';
import { identitiesHeld, type Figure, type ReportCard } from '../../../index/mod.js';
import type { HostPorts } from '../channel.js';
import { cardPage } from './card-page.js';
import { factsOfFigures, type FigureFacts } from './figure-facts.js';
import { figuresPage } from './figures-page.js';
import { fileHeaders } from './file-headers.js';
import type { Frame } from './layout.js';
import type { NotedFinding } from '../operations.js';
import { chosenHtml, hintsOf, reportPage } from './report-page.js';
import { shownGrid } from './grid.js';
import { reportsPage } from './reports-page.js';
import { versionOf } from './version.js';

/** What the pages of reports need of the site around them. */
export interface ReportSurroundings extends Pick<HostPorts, 'library' | 'operations' | 'now'> {
  readonly frameOf: (c: Context) => Frame;
  /** The page that says that something is not there. */
  readonly missing: (c: Context, key: string) => Response | Promise<Response>;
  /** True when our script asks, which takes a part alone. */
  readonly partOnly: (c: Context) => boolean;
}

interface Known {
  readonly figures: readonly Figure[];
  readonly findings: readonly NotedFinding[];
  readonly facts: FigureFacts;
}

/** What is held, under `/reports`: the grid, each report with its cited words, its figures, its card, its text and its original as files. */
export function reportRoutes({ library, operations, now, frameOf, missing, partOnly }: ReportSurroundings): Hono {
  const reports = new Hono();

  reports.get('/', async (c) => c.html(reportsPage(frameOf(c), await shownGrid({ library, operations, now }, c.req.query()))));

  reports.get('/:id', async (c) => {
    const found = await versionOf(library, c.req.param('id'), c.req.query('s'));
    if (found === null) return missing(c, 'reportNotFound');
    const { report, version } = found.card;
    const known = await knownOf(found.card);
    const chosen = found.versionUnknown ? null : (known.figures[numberOf(c.req.query('f'))] ?? null);
    if (partOnly(c)) return chosen === null ? missing(c, 'notFound') : c.html(chosenHtml(frameOf(c).lang, { ...known, card: found.card }, chosen));
    const [source, document, diagnostics] = await Promise.all([library.source(report, version), library.document(report, version), library.diagnostics(report, version)]);
    return c.html(reportPage(frameOf(c), { ...found, ...known, source, document, diagnostics, chosen }, c.req.query('c')));
  });

  reports.get('/:id/figures', async (c) => {
    const found = await versionOf(library, c.req.param('id'), c.req.query('s'));
    if (found === null || found.versionUnknown) return missing(c, 'reportNotFound');
    const { figures, facts } = await knownOf(found.card);
    return c.html(figuresPage(frameOf(c), found.card, figures, facts));
  });

  reports.get('/:id/hints', async (c) => {
    const found = await versionOf(library, c.req.param('id'), c.req.query('s'));
    if (found === null || found.versionUnknown) return missing(c, 'reportNotFound');
    return c.json(hintsOf(frameOf(c).lang, { card: found.card, ...(await knownOf(found.card)) }));
  });

  reports.get('/:id/card', async (c) => {
    const found = await versionOf(library, c.req.param('id'), c.req.query('s'));
    if (found === null || found.versionUnknown) return missing(c, 'reportNotFound');
    const { card } = found;
    const versions = (await library.reports({ history: true })).filter(({ report }) => report === card.report).sort((a, b) => a.version - b.version);
    return c.html(cardPage(frameOf(c), { ...found, ...(await knownOf(card)), versions, changes: await library.changes(card.report, undefined, card.version) }));
  });

  reports.get('/:id/text', async (c) => {
    const found = await versionOf(library, c.req.param('id'), c.req.query('s'));
    if (found === null || found.versionUnknown) return missing(c, 'reportNotFound');
    const { text } = await library.source(found.card.report, found.card.version);
    return c.body(text, 200, fileHeaders('text/plain; charset=utf-8', `${found.card.report}@${found.card.version}.txt`));
  });

  reports.get('/:id/original', async (c) => {
    const found = await versionOf(library, c.req.param('id'), c.req.query('s'));
    if (found === null || found.versionUnknown) return missing(c, 'reportNotFound');
    const { name, bytes } = await library.original(found.card.report, found.card.version);
    // Never by its own type: a report that came as a web page must not run as one of ours.
    return c.body(new Uint8Array(bytes), 200, fileHeaders('application/octet-stream', name));
  });

  async function knownOf(card: ReportCard): Promise<Known> {
    const [figures, findings, identities] = await Promise.all([library.figures(card.report, card.version), operations.findings(card), identitiesHeld(library, card)]);
    return { figures, findings, facts: factsOfFigures(card.report, figures, identities, findings) };
  }

  return reports;
}

/** The number of a figure in an address; -1 where it is none. */
function numberOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : -1;
}
