import type { Text2 } from './document/diagnostic.js';

/** Something an operator has to mend: never thrown because of what a report says. */
export class LibraryError extends Error {
  /** Stable, kebab-case. */
  readonly code: 'data-folder-unusable' | 'store-unreadable' | 'report-unknown' | 'nothing-held' | 'folder-not-empty' | 'folder-in-use' | 'backup-damaged' | 'backup-foreign' | 'backup-newer';
  readonly hint: Text2;

  constructor(code: LibraryError['code'], message: string, hint: Text2, cause?: unknown) {
    super(message, { cause });
    this.name = 'LibraryError';
    this.code = code;
    this.hint = hint;
  }
}
