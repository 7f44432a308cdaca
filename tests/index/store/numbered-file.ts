import type { IncomingFile } from '../../../index/ingest.js';
import { file } from './fakes.js';

/** Text of the nth file: its own number stands in it 100 times, so half a file would show. */
export function numberedText(n: number): string {
  return `甲县 第${n}乡 2020\n${Array.from({ length: 100 }, (_, i) => `第${i}项办理${n}件。`).join('\n')}\n`;
}

export function numberedFile(n: number): IncomingFile {
  return file(String(n), numberedText(n));
}
