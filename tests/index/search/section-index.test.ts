import { createMemoryIndex } from '../../../index/search/mod.js';
import { createAnalyzer, loadSegmenter } from '../../../index/text/mod.js';
import { createNaiveIndex } from './naive-index.js';
import { sectionIndexContract } from './section-index-contract.js';

const analyzer = createAnalyzer(loadSegmenter());
sectionIndexContract('minisearch', () => createMemoryIndex(() => analyzer));
sectionIndexContract('naive', () => createNaiveIndex(analyzer));
