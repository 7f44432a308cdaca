import type { IncomingFile } from './incoming-file.js';
import { filesIn, MAX_ARCHIVE_BYTES, MAX_DEPTH, type ArchivedFile } from './source/archive.js';
import { refusals } from './source/refusal.js';
import { MAX_BYTES } from './source/source.js';

/** Puts the files of an archive in its place; everything else goes by. One archive is held in memory at a time. */
export async function* unpacked(files: AsyncIterable<IncomingFile> | Iterable<IncomingFile>): AsyncGenerator<IncomingFile> {
  for await (const file of files) yield* opened(file, 0);
}

async function* opened(file: IncomingFile, depth: number): AsyncGenerator<IncomingFile> {
  if (!/\.zip$/i.test(file.name) || file.refused !== undefined || (file.size ?? 0) > MAX_ARCHIVE_BYTES) return yield file;
  const read = await bytesOf(file);
  if ('error' in read) return yield { ...file, bytes: () => Promise.reject(read.error) };
  const found = await filesIn(read.bytes);
  if (found === null) return yield { ...file, bytes: () => read.bytes };
  if (!found.ok) return yield { ...file, refused: found.refusal };
  if (depth >= MAX_DEPTH) return yield { ...file, refused: refusals.archiveLimits({ zh: `压缩包套了 ${MAX_DEPTH} 层以上`, en: `archives in archives, more than ${MAX_DEPTH} deep` }) };
  for (const entry of found.files) yield* opened(inside(file, entry), depth + 1);
}

/** The error of a file that cannot be read is kept for the moment when it is told. */
async function bytesOf(file: IncomingFile): Promise<{ readonly bytes: Uint8Array } | { readonly error: unknown }> {
  try {
    return { bytes: await file.bytes() };
  } catch (error) {
    return { error };
  }
}

function inside(archive: IncomingFile, entry: ArchivedFile): IncomingFile {
  const file = { name: entry.name.split('/').at(-1)!, path: `${archive.path}/${entry.name}`, size: entry.bytes, bytes: () => entry.read(), ...(archive.told && { told: archive.told }) };
  if (entry.encrypted) return { ...file, refused: refusals.encrypted({ zh: '压缩包里的文件', en: 'a file in an archive' }) };
  return entry.bytes > MAX_BYTES && !/\.zip$/i.test(entry.name) ? { ...file, refused: refusals.tooLarge(entry.bytes, MAX_BYTES) } : file;
}
