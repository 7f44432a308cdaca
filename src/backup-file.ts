import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { backUp, dayInChina } from '../index/mod.js';
import type { BackupFile } from './channels/operations.js';
import { productVersion } from './product-version.js';

/**
 * A backup of a data folder on its way out, as `wenbao backup` writes it. It is made beside the store, readable to its owner only, and gone once it
 * is read or nobody reads on. Throws what `backUp` throws.
 */
export async function backupFile(folder: string, now: Date): Promise<BackupFile> {
  const staging = await mkdtemp(join(folder, '.backing-up-'));
  const gone = (): Promise<void> => rm(staging, { recursive: true, force: true }).catch(() => undefined);
  try {
    const file = join(staging, 'backup.sqlite');
    await backUp(folder, file, { now, product: productVersion() });
    const handle = await open(file, 'r');
    const { size } = await handle.stat();
    const content = handle.createReadStream();
    content.once('close', () => void gone());
    // Where a file that is open can be removed, a killed process leaves nothing behind; elsewhere it goes when it is read.
    await gone();
    return { name: `wenbao-${dayInChina(now)}.sqlite`, bytes: size, content: Readable.toWeb(content) as ReadableStream<Uint8Array> };
  } catch (error) {
    await gone();
    throw error;
  }
}
