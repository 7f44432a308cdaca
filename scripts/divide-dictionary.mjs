// Divides nodejieba's dictionary into the parts that load sooner; `npm run build` runs it.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dictionaryFolder, divided, dividedPaths } from '../dist/index/text/dictionary.js';

const [dictionary, user] = ['jieba.dict.utf8', 'user.dict.utf8'].map((name) => readFileSync(join(dictionaryFolder(), name), 'utf8'));
const paths = dividedPaths();
for (const [part, text] of Object.entries(divided(dictionary, user))) {
  const path = paths[part];
  mkdirSync(dirname(path), { recursive: true });
  // Whole or not at all: half a dictionary would cut other words.
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
