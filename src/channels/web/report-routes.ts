import { Hono, type Context } from 'hono';
import type { Library } from '../../../index/mod.js';
import type { Frame } from './layout.js';
import { reportPage } from './report-page.js';
import { reportsPage } from './reports-page.js';
import { versionOf } from './version.js';

/** What the pages of reports need of the site around them. */
export interface ReportSurroundings {
  readonly library: Library;
  readonly frameOf: (c: Context) => Frame;
  /** The page that says that something is not there. */
  readonly missing: (c: Context, key: string) => Response | Promise<Response>;
}

/** What is held, under `/reports`: the list, each report with its cited words, its text and its original as files. */
export function reportRoutes({ library, frameOf, missing }: ReportSurroundings): Hono {
  const reports = new Hono();

  reports.get('/', async (c) => c.html(reportsPage(frameOf(c), await library.reports())));

  reports.get('/:id', async (c) => {
    const found = await versionOf(library, c.req.param('id'), c.req.query('s'));
    if (found === null) return missing(c, 'reportNotFound');
    const { report, version } = found.card;
    const [source, document, figures, diagnostics] = await Promise.all([library.source(report, version), library.document(report, version), library.figures(report, version), library.diagnostics(report, version)]);
    return c.html(reportPage(frameOf(c), { ...found, source, document, figures, diagnostics }, c.req.query('c')));
  });

  reports.get('/:id/text', async (c) => {
    const found = await versionOf(library, c.req.param('id'), c.req.query('s'));
    if (found === null || found.versionUnknown) return missing(c, 'reportNotFound');
    const { text } = await library.source(found.card.report, found.card.version);
    return c.body(text, 200, asFile('text/plain; charset=utf-8', `${found.card.report}@${found.card.version}.txt`));
  });

  reports.get('/:id/original', async (c) => {
    const found = await versionOf(library, c.req.param('id'), c.req.query('s'));
    if (found === null || found.versionUnknown) return missing(c, 'reportNotFound');
    const { name, bytes } = await library.original(found.card.report, found.card.version);
    // Never by its own type: a report that came as a web page must not run as one of ours.
    return c.body(new Uint8Array(bytes), 200, asFile('application/octet-stream', name));
  });

  return reports;
}

/** Headers of a download, its name as RFC 8187 wants it. */
function asFile(type: string, name: string): Record<string, string> {
  const encoded = encodeURIComponent(name.replace(/\p{Cs}/gu, '\uFFFD')).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return { 'Content-Type': type, 'Content-Disposition': `attachment; filename*=UTF-8''${encoded}` };
}
