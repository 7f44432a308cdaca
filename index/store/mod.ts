export { BackupProblemError, copyBackup, copyDatabase, isAtRest, type BackupFacts, type BackupProblem } from './backup.js';
export { migrationNames, type OwnMigrations } from './migrations.js';
export { openStore, STORE_FILE, type Store } from './store.js';
export { mayBeOne, organisationKey, reportId } from './naming.js';
export type { Derived, Kept, PreparedReport, ReportCard, StoredPassage } from './prepared.js';
export type { FigureQuery } from './find-figures.js';
export type { Figure, HeldValue } from './rows.js';
export { withSource, writtenReport, type WrittenReport } from './written.js';
