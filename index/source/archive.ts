import { openContainer, type ContainerEntry } from './container.js';
import { HEAD_LENGTH, recogniseType } from './file-types.js';
import { refusals, type Refusal } from './refusal.js';

/** Bytes. Five hundred reports with their pictures stay below. */
export const MAX_ARCHIVE_BYTES = 200 * 1024 * 1024;

const LIMITS = { entries: 5_000, entryBytes: 512 * 1024 * 1024, totalBytes: 1024 * 1024 * 1024, ratio: 200 };
/** Archives in archives are opened so deep: a county's archive of its towns' archives. */
export const MAX_DEPTH = 2;

/** What other systems leave in archives and folders; none of it is anybody's file. */
const LITTER = /(?:^|\/)(?:__MACOSX\/.*|\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini)$/i;

/** True for what a system left beside the files, by its path. */
export function isLitter(path: string): boolean {
  return LITTER.test(path);
}

/** A file in an archive; `read` unpacks it. */
export type ArchivedFile = Pick<ContainerEntry, 'name' | 'bytes' | 'encrypted' | 'read'>;

/** The files of an archive. `null` when the bytes are no archive of files: some other container (Word, Excel), or no container. */
export async function filesIn(bytes: Uint8Array): Promise<{ readonly ok: true; readonly files: readonly ArchivedFile[] } | { readonly ok: false; readonly refusal: Refusal } | null> {
  if (recogniseType(bytes.subarray(0, HEAD_LENGTH))?.id !== 'zip') return null;
  if (bytes.length > MAX_ARCHIVE_BYTES) return { ok: false, refusal: refusals.tooLarge(bytes.length, MAX_ARCHIVE_BYTES) };
  try {
    const container = await openContainer(bytes, LIMITS);
    if (!container.ok) return { ok: false, refusal: refusals.archiveLimits(container.excess) };
    if (container.entries.some(({ name }) => /^(?:\[Content_Types\]\.xml|mimetype|OFD\.xml)$/i.test(name))) return null;
    const files = container.entries.filter(({ name }) => !isLitter(name));
    return files.length === 0 ? { ok: false, refusal: refusals.archiveEmpty() } : { ok: true, files };
  } catch (error) {
    return { ok: false, refusal: refusals.damagedArchive(error instanceof Error ? error.message.slice(0, 200) : String(error)) };
  }
}
