export { createAnalyzer, analyzerFingerprint, condense, pairsIn, termOf, type Analyzer, type Asked, type AskedTerm, type Terms } from './analyzer.js';
export { loadSegmenter, segmenterFingerprint, SegmenterError } from './jieba.js';
export type { Segmenter, Token } from './token.js';
export { lexiconThesaurus, type Thesaurus } from './thesaurus.js';
