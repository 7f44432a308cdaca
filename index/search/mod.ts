export { createFileIndex } from './file-index.js';
export { createMemoryIndex } from './memory-index.js';
export { indexedText, passagesOf, type SearchPassage } from './passages.js';
export { createTermReader, type TermReader } from './passage-terms.js';
export { searchPassages, type PassageSource } from './passage-search.js';
export type { PassageHit } from './rank.js';
export type { PassageQuery, PassageRef, PassageText, ReportPassages, SectionIndex } from './section-index.js';
