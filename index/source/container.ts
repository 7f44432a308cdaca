import { crc32 } from 'node:zlib';
import { fromBuffer, type Entry as ZipEntry, type ZipFile } from 'yauzl';
import type { Text2 } from '../document/diagnostic.js';

/** What a container may hold at most: sizes in bytes after unpacking, `ratio` of unpacked to packed for anything large. */
export interface ContainerLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  readonly ratio: number;
}

/** A file in a container. Its bytes are unpacked when asked for, never more of them than the container declares. */
export interface ContainerEntry {
  /** Path in the container, parted by `/`. */
  readonly name: string;
  readonly bytes: number;
  readonly encrypted: boolean;
  read(): Promise<Uint8Array>;
}

/** The entries of a zip container, or which limit it goes beyond. */
export type Container = { readonly ok: true; readonly entries: readonly ContainerEntry[] } | { readonly ok: false; readonly excess: Text2 };

/** Below this a high ratio does no harm: a table of zeros packs well. */
const HARMLESS_BYTES = 4 * 1024 * 1024;

/**
 * Lists the files of a ZIP container without unpacking them. Limits are held against what the container declares; an entry that
 * unpacks to more than it declares fails when it is read. Throws where the bytes are no container or a damaged one.
 */
export async function openContainer(bytes: Uint8Array, limits: ContainerLimits): Promise<Container> {
  const zip = await open(bytes);
  const entries: ContainerEntry[] = [];
  let total = 0;
  for await (const entry of entriesOf(zip)) {
    const name = nameOf(entry);
    if (name.endsWith('/')) continue;
    total += entry.uncompressedSize;
    const excess = excessOf(entry, entries.length + 1, total, limits);
    if (excess !== null) return { ok: false, excess };
    entries.push({ name, bytes: entry.uncompressedSize, encrypted: (entry.generalPurposeBitFlag & 1) === 1, read: () => unpack(zip, entry) });
  }
  return { ok: true, entries };
}

function excessOf(entry: ZipEntry, count: number, total: number, limits: ContainerLimits): Text2 | null {
  const megabytes = (size: number): string => `${Math.ceil(size / 1024 / 1024)} MB`;
  if (count > limits.entries) return { zh: `文件超过 ${limits.entries} 个`, en: `it holds more than ${limits.entries} files` };
  if (entry.uncompressedSize > limits.entryBytes) return { zh: `其中一个文件解开后有 ${megabytes(entry.uncompressedSize)}`, en: `one file unpacks to ${megabytes(entry.uncompressedSize)}` };
  if (total > limits.totalBytes) return { zh: `解开后超过 ${megabytes(limits.totalBytes)}`, en: `it unpacks to more than ${megabytes(limits.totalBytes)}` };
  const swells = entry.uncompressedSize > HARMLESS_BYTES && entry.uncompressedSize > entry.compressedSize * limits.ratio;
  return swells ? { zh: `压缩比超过 ${limits.ratio}`, en: `it unpacks to more than ${limits.ratio} times its size` } : null;
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    // Names are decoded here: archives made on a Chinese Windows hold them in GBK and do not say so.
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<ZipEntry> {
  for (;;) {
    const entry = await new Promise<ZipEntry | null>((resolve, reject) => {
      const settle = (act: () => void): void => {
        zip.off('entry', onEntry).off('end', onEnd).off('error', onError);
        act();
      };
      const onEntry = (next: ZipEntry): void => settle(() => resolve(next));
      const onEnd = (): void => settle(() => resolve(null));
      const onError = (error: Error): void => settle(() => reject(error));
      zip.on('entry', onEntry).on('end', onEnd).on('error', onError);
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

const UTF8_NAME = 0x800;

function nameOf({ fileName, generalPurposeBitFlag }: ZipEntry): string {
  const raw = fileName as unknown as Buffer;
  const named = (encoding: string, fatal: boolean): string => new TextDecoder(encoding, { fatal }).decode(raw);
  try {
    return clean(named('utf-8', true));
  } catch {
    return clean(named((generalPurposeBitFlag & UTF8_NAME) === 0 ? 'gb18030' : 'utf-8', false));
  }
}

/** Some programs part folders by `\`. Names are only shown, never written to, so that `..` does no harm. */
const clean = (name: string): string => name.replaceAll('\\', '/').replace(/\p{Cc}/gu, '');

function unpack(zip: ZipFile, entry: ZipEntry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        // A flipped bit can make another digit of a digit.
        if (crc32(bytes) === entry.crc32) resolve(bytes);
        else reject(new Error(`checksum of ${nameOf(entry)} does not match`));
      });
      stream.on('error', reject);
    });
  });
}
