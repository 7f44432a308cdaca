// The floor's face: all that intents and channels may know of reports.
export { cite, verify, type Citation } from './document/citation.js';
export * from './document/decimal.js';
export type { Diagnostic, Lang, Text2 } from './document/diagnostic.js';
export type { ConceptId, FigureId, FoundFigure, FoundList, FoundRole, MetricId, Quantity, QuantityState, Stat, Trust } from './document/figure.js';
export { placeOf } from './document/figure.js';
export { fold, originalEnd, type Folded } from './document/folded.js';
export { part, passageAt, spansWithin, type Passage } from './document/passage.js';
export type { SourceId, SourceText } from './document/source-text.js';
export { asSpans, hull, quotesAt, type Span, type Spans } from './document/span.js';
export type { Cell, FormId, Organisation, OrganisationLevel, Paragraph, ReportDocument, ReportId, Section, Table } from './document/tree.js';
export { loadData, projectRoot } from './data.js';
export { LibraryError } from './errors.js';
export type { IncomingFile, IngestOutcome, IngestSteps } from './ingest.js';
export { openLibrary, type Figure, type Library, type OpenLibrary } from './library.js';
export type { PassageHit, PassageQuery } from './search/mod.js';
export type { FigureQuery, ReportCard } from './store/mod.js';
export type { Token } from './text/mod.js';
