import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createFileIndex, createMemoryIndex } from '../../../index/search/mod.js';
import { createAnalyzer, loadSegmenter } from '../../../index/text/mod.js';
import { createNaiveIndex } from './naive-index.js';
import { sectionIndexContract } from './section-index-contract.js';

const analyzer = createAnalyzer(loadSegmenter());
const folder = mkdtempSync(join(tmpdir(), 'wenbao-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

sectionIndexContract('minisearch', () => createMemoryIndex(() => analyzer));
sectionIndexContract('fts5', () => createFileIndex(join(folder, `${(files += 1)}.sqlite`), 'f', () => analyzer));
sectionIndexContract('naive', () => createNaiveIndex(analyzer));
