import { MAX_BYTES } from '../../../index/mod.js';
import { FileRefused, type HandedFile } from '../front.js';

/** A file that somebody sent, fetched only when it is wanted. */
export interface HeardFile {
  readonly name: string;
  /** Bytes; null where the puppet does not say. */
  readonly size: number | null;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

const TIMEOUT_MS = 60_000;
const MB = 1024 * 1024;

/** Fetches a file. Throws `FileRefused` for one that is too large, is not there any more or does not come in time. */
export async function fetchHeard({ name, size, open }: HeardFile): Promise<HandedFile> {
  if (size !== null && size > MAX_BYTES) throw tooLarge();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new FileRefused({ zh: '文件一分钟还没收完，请重新发送', en: 'the file did not come within a minute; please send it again' })), TIMEOUT_MS)));
  try {
    return { name, bytes: await Promise.race([read(open), late]) };
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    // Whatever a puppet says of it, the file has to be sent again.
    throw new FileRefused({ zh: '微信没有给出文件，请重新发送', en: 'WeChat did not give the file; please send it again' });
  } finally {
    clearTimeout(timer);
  }
}

async function read(open: HeardFile['open']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of await open()) {
    length += chunk.length;
    if (length > MAX_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): FileRefused {
  return new FileRefused({ zh: `文件超过 ${MAX_BYTES / MB} MB`, en: `the file is larger than ${MAX_BYTES / MB} MB` });
}
