import { z } from 'zod';
import { loadData } from '../data.js';
import type { Text2 } from '../document/diagnostic.js';
import { bothLanguages, filledBoth } from '../document/frame.js';

/** Why a file was not read. `code` is stable; `message` says what to do in both languages. */
export interface Refusal {
  readonly code:
    | 'empty'
    | 'binary'
    | 'wrong-type'
    | 'unsupported-type'
    | 'too-large'
    | 'too-complex'
    | 'too-slow'
    | 'undecodable'
    | 'no-chinese'
    | 'damaged'
    | 'encrypted'
    | 'scanned'
    | 'archive-empty'
    | 'archive-limits';
  readonly message: Text2;
}

const MESSAGES = [
  'empty', 'tooLarge', 'tooComplex', 'tooSlow', 'tooMuchMemory', 'binary', 'notText', 'wrongType', 'notOfType', 'unsupported', 'archive', 'undecodable',
  'noChinese', 'damaged', 'damagedArchive', 'encrypted', 'scanned', 'garbled', 'archiveEmpty', 'archiveLimits',
] as const;
type MessageName = (typeof MESSAGES)[number];

const { saveAs, ...messages } = loadData('index/source/refusals.json', z.strictObject({ saveAs: bothLanguages, ...(Object.fromEntries(MESSAGES.map((name) => [name, bothLanguages])) as Record<MessageName, typeof bothLanguages>) }));

const refusal = (code: Refusal['code'], name: MessageName, slots: Readonly<Record<string, string | number | Text2>> = {}): Refusal => ({ code, message: filledBoth(messages[name], { saveAs, ...slots }) });

/** Every refusal by what is wrong with the file. `type` names what the file is, `excess` what there is too much of. */
export const refusals = {
  empty: (): Refusal => refusal('empty', 'empty'),
  /** `bytes` are what the file has, `limit` what it may have. */
  tooLarge: (bytes: number, limit: number): Refusal => refusal('too-large', 'tooLarge', { size: megabytes(bytes), limit: megabytes(limit) }),
  tooComplex: (excess: Text2): Refusal => refusal('too-complex', 'tooComplex', { excess }),
  tooSlow: (seconds: number): Refusal => refusal('too-slow', 'tooSlow', { seconds }),
  tooMuchMemory: (): Refusal => refusal('too-complex', 'tooMuchMemory'),
  binary: (type: Text2 | null): Refusal => (type === null ? refusal('binary', 'notText') : refusal('binary', 'binary', { type })),
  /** `ending` is that of the name, with its dot. */
  wrongType: (ending: string, type: Text2 | null): Refusal => (type === null ? refusal('wrong-type', 'notOfType', { ending }) : refusal('wrong-type', 'wrongType', { ending, type })),
  unsupported: (type: Text2): Refusal => refusal('unsupported-type', 'unsupported', { type }),
  archive: (type: Text2): Refusal => refusal('unsupported-type', 'archive', { type }),
  undecodable: (): Refusal => refusal('undecodable', 'undecodable'),
  noChinese: (): Refusal => refusal('no-chinese', 'noChinese'),
  /** `why` is what the library said, as it said it. */
  damaged: (type: Text2, why: string): Refusal => refusal('damaged', 'damaged', { type, why }),
  damagedArchive: (why: string): Refusal => refusal('damaged', 'damagedArchive', { why }),
  encrypted: (type: Text2): Refusal => refusal('encrypted', 'encrypted', { type: { zh: type.zh.trim(), en: type.en } }),
  scanned: (pages: number): Refusal => refusal('scanned', 'scanned', { pages }),
  garbled: (): Refusal => refusal('undecodable', 'garbled'),
  archiveEmpty: (): Refusal => refusal('archive-empty', 'archiveEmpty'),
  archiveLimits: (excess: Text2): Refusal => refusal('archive-limits', 'archiveLimits', { excess }),
} as const;

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
}
