export type { OwnMigrations } from './migrations.js';
export { openStore, type Store } from './store.js';
export { organisationKey, reportId } from './naming.js';
export type { Derived, Kept, PreparedReport, ReportCard, StoredPassage } from './prepared.js';
export type { FigureQuery, PlacedFigure } from './find-figures.js';
