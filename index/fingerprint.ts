import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './data.js';

// What is derived from a text depends on code and data of these rooms; when either changes it must be made again.
// Files are hashed instead of a version being raised by hand, because a forgotten raise would leave wrong figures in a store.
const ROOMS = ['document', 'parse', 'forms', 'figures', 'language', 'search'];

let known: string | null = null;

/** Changes whenever the code or data that makes figures and passages of a text changes. Takes some milliseconds once. */
export function derivationFingerprint(): string {
  if (known !== null) return known;
  const here = fileURLToPath(import.meta.url);
  const hash = createHash('sha256');
  for (const room of ROOMS) {
    addFiles(hash, join(dirname(here), room), extname(here));
    addFiles(hash, join(projectRoot, 'index', room), '.json');
  }
  known = hash.digest('hex').slice(0, 16);
  return known;
}

function addFiles(hash: ReturnType<typeof createHash>, folder: string, extension: string): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(extension) && !entry.name.endsWith('.d.ts'));
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of paths) hash.update(path.slice(folder.length)).update('\u0000').update(readFileSync(path));
}
