import type { Readable } from 'node:stream';
import { MAX_BYTES } from '../../../index/mod.js';
import { FileRefused, type HandedFile } from '../front.js';

/** A file that somebody sent, fetched only when it is wanted. */
export interface HeardFile {
  /** As `plainName` makes it. */
  readonly name: string;
  /** Bytes; null where the puppet does not say. */
  readonly size: number | null;
  open(): Promise<Readable>;
}

/** Longest name of a file that is shown, in code points; the ending stays. */
const LONGEST_NAME = 120;
/** Nothing to be seen: controls, marks of direction and width, the ends of lines. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** A file's name as people may be shown it: no folders, nothing that cannot be seen, no longer than a line or two. */
export function plainName(name: string): string {
  const points = [...name.split(/[/\\]/u).at(-1)!.replace(UNSEEN, '').trim()];
  if (points.length <= LONGEST_NAME) return points.join('') || '?';
  return `${points.slice(0, LONGEST_NAME / 2).join('')}…${points.slice(1 - LONGEST_NAME / 2).join('')}`;
}

const TIMEOUT_MS = 60_000;
const MB = 1024 * 1024;

/** Fetches a file. Throws `FileRefused` for one that is too large, is not there any more or does not come in time. */
export async function fetchHeard({ name, size, open }: HeardFile, withinMs = TIMEOUT_MS): Promise<HandedFile> {
  if (size !== null && size > MAX_BYTES) throw tooLarge();
  let timer: NodeJS.Timeout | undefined;
  let stream: Readable | null = null;
  let over = false;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new FileRefused({ zh: '文件一分钟还没收完，请重新发送', en: 'the file did not come within a minute; please send it again' })), withinMs)));
  const reading = (async () => {
    stream = await open();
    if (over) stream.destroy();
    return read(stream);
  })();
  // Nobody waits for what comes too late.
  reading.catch(() => undefined);
  try {
    return { name, bytes: await Promise.race([reading, late]) };
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    // Whatever a puppet says of it, the file has to be sent again.
    throw new FileRefused({ zh: '微信没有给出文件，请重新发送', en: 'WeChat did not give the file; please send it again' });
  } finally {
    clearTimeout(timer);
    over = true;
    (stream as Readable | null)?.destroy();
  }
}

async function read(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MAX_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): FileRefused {
  return new FileRefused({ zh: `文件超过 ${MAX_BYTES / MB} MB`, en: `the file is larger than ${MAX_BYTES / MB} MB` });
}
