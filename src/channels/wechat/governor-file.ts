import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { GovernorMemory } from './governor.js';

const Kept = z.strictObject({ day: z.number().int(), spent: z.number().int().min(0), breakUntil: z.number().min(0), breaks: z.number().int().min(0).max(100) });

/** Keeps what a governor counts in `governor.json` of the channel's folder; a file that is missing or damaged counts as nothing. */
export function governorFile(folder: string): GovernorMemory {
  const file = join(folder, 'governor.json');
  return {
    load() {
      try {
        return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        return null;
      }
    },
    save(kept) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.tmp`, JSON.stringify(kept), { mode: 0o600 });
      renameSync(`${file}.tmp`, file);
    },
  };
}
