import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../index/mod.js';

const Package = z.object({ version: z.string() });

/** The version of the product, as its package says. */
export function productVersion(): string {
  return Package.parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))).version;
}
