import { figuresInProse } from './figures/prose/mod.js';
import { listsIn } from './figures/lists/mod.js';
import { rolesIn } from './figures/people/mod.js';
import { alignTables } from './forms/mod.js';
import type { IngestSteps } from './ingest.js';
import { parseDocument } from './parse/document.js';
import { readSource } from './source/source.js';

/** The real steps from bytes to figures, named in one place. */
export const standardSteps: IngestSteps = {
  read: readSource,
  parse: parseDocument,
  align: alignTables,
  prose: figuresInProse,
  roles: rolesIn,
  lists: listsIn,
};
