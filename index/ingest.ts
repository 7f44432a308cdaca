import { createHash } from 'node:crypto';
import type { SourceText } from './document/source-text.js';
import { derive, type Steps } from './derive.js';
import { hintsOf, type FileError, type IncomingFile } from './incoming-file.js';
import { refusals } from './source/refusal.js';
import { MAX_BYTES } from './source/source.js';
import { createTeller, type Drafted, type IngestOutcome } from './outcome.js';
import { indexedText, type PassageText } from './search/mod.js';
import { writtenReport, type Kept, type Store, type WrittenReport } from './store/mod.js';
import { unpacked } from './unpacked.js';

export type { IncomingFile } from './incoming-file.js';
export type { IngestOutcome } from './outcome.js';

export type ReadOutcome = { readonly ok: true; readonly source: SourceText } | { readonly ok: false; readonly refusal: FileError };

export type ReadStep = (name: string, bytes: Uint8Array) => Promise<ReadOutcome> | ReadOutcome;

export interface IngestSteps extends Steps {
  readonly read: ReadStep;
}

/** Files of one transaction: a commit waits for the disk, so many small files share one; the time keeps answers coming. */
const BATCH = { files: 128, characters: 4_000_000, milliseconds: 500 };

/** Told of the reports that a transaction kept: their passages by edition. */
export type AfterBatch = (kept: ReadonlyMap<number, readonly PassageText[]>) => Promise<void>;

/** What waits for the transaction: as it will be written, so that little is held meanwhile. */
interface Ready extends Drafted {
  readonly report: WrittenReport;
  readonly passages: readonly PassageText[];
}

type Step = { readonly path: string; readonly refused: FileError } | { readonly path: string; readonly ready: Ready } | { readonly path: string; readonly kept: Kept };

/**
 * Reads files, makes figures and passages of them and keeps them. `onOutcome` is told of every file, in order, once it is safe on the disk.
 * One bad file never stops the others; what throws is the store (a full disk), and then no file that was not told of is kept.
 */
export async function ingestFiles(
  store: Store,
  files: AsyncIterable<IncomingFile> | Iterable<IncomingFile>,
  onOutcome: (outcome: IngestOutcome) => void,
  { steps, now = () => new Date(), afterBatch = async () => {} }: { steps: IngestSteps; now?: () => Date; afterBatch?: AfterBatch },
): Promise<void> {
  const tell = createTeller(store);
  let batch: Step[] = [];
  let characters = 0;
  let started = performance.now();

  async function flush(): Promise<void> {
    const ready = batch.flatMap((step) => ('ready' in step ? step.ready : []));
    const kept = await store.keepAll(ready.map(({ report }) => report), now().toISOString());
    let next = 0;
    for (const step of batch) {
      if ('refused' in step) onOutcome(tell.refused(step.path, step.refused));
      else if ('kept' in step) onOutcome(await tell.kept(step.path, step.kept, null));
      else onOutcome(await tell.kept(step.path, kept[next++]!, step.ready));
    }
    await afterBatch(new Map(kept.flatMap(({ status, card }, i) => (status === 'unchanged' ? [] : [[card.edition, ready[i]!.passages] as const]))));
    batch = [];
    characters = 0;
    started = performance.now();
  }

  for await (const { path, reading } of ahead(unpacked(files), (file) => begun(store, file, steps))) {
    const step = prepare(path, await reading, steps);
    batch.push(step);
    if ('ready' in step) characters += step.ready.source.text.length;
    if (batch.length >= BATCH.files || characters >= BATCH.characters || performance.now() - started >= BATCH.milliseconds) await flush();
  }
  if (batch.length > 0) await flush();
}

type Reading = { readonly refused: FileError } | { readonly kept: Kept } | { readonly source: SourceText; readonly bytes: Uint8Array };

function begun(store: Store, file: IncomingFile, steps: IngestSteps): { readonly path: string; readonly reading: Promise<Reading> } {
  const reading = readFile(store, file, steps);
  // Whoever awaits it is told; nobody does when the file before it brought everything down.
  reading.catch(() => {});
  return { path: file.path, reading };
}

/** A file's text. Bytes that are held already are not read again. Rejects only when the store does. */
async function readFile(store: Store, file: IncomingFile, steps: IngestSteps): Promise<Reading> {
  if (file.refused !== undefined) return { refused: file.refused };
  if (file.size !== undefined && file.size > MAX_BYTES) return { refused: refusals.tooLarge(file.size, MAX_BYTES) };
  let bytes: Uint8Array;
  try {
    bytes = await file.bytes();
  } catch (error) {
    return { refused: { code: 'unreadable', message: { zh: `读不了这个文件：${messageOf(error)}`, en: `The file cannot be read: ${messageOf(error)}` } } };
  }
  // What a person says of a file that is held may be new: then the store decides.
  const known = bytes.length > MAX_BYTES || file.told !== undefined ? null : await store.cardOfSource(createHash('sha256').update(bytes).digest('hex'));
  if (known !== null) return { kept: { status: 'unchanged', card: known, diagnostics: [] } };
  const read = await attempt(() => steps.read(file.name, bytes));
  if ('fault' in read) return { refused: read.fault };
  if (!read.made.ok) return { refused: read.made.refusal };
  const hints = hintsOf(file, file.told === undefined ? null : await store.hints(read.made.source.id));
  return { source: hints === null ? read.made.source : { ...read.made.source, hints }, bytes };
}

/** text → what is kept of it. */
function prepare(path: string, reading: Reading, steps: IngestSteps): Step {
  if (!('source' in reading)) return { path, ...reading };
  const { source, bytes } = reading;
  const ready = attemptNow(() => {
    const derived = derive(source, steps);
    return { source, card: derived.card, report: writtenReport({ ...derived, bytes }), passages: derived.passages.map(indexedText) };
  });
  return 'fault' in ready ? { path, refused: ready.fault } : { path, ready: ready.made };
}

/** Begins work on the item after the one that is given out: a file is read in another thread while the one before it is derived. */
async function* ahead<T, R>(items: AsyncIterable<T>, begin: (item: T) => R): AsyncGenerator<R> {
  let waiting: R | null = null;
  for await (const item of items) {
    const begun = begin(item);
    if (waiting !== null) yield waiting;
    waiting = begun;
  }
  if (waiting !== null) yield waiting;
}

type Attempt<T> = { readonly made: T } | { readonly fault: FileError };

/** A fault of ours in one file must not cost the others. */
async function attempt<T>(step: () => T | Promise<T>): Promise<Attempt<T>> {
  try {
    return { made: await step() };
  } catch (error) {
    return faulty(error);
  }
}

function attemptNow<T>(step: () => T): Attempt<T> {
  try {
    return { made: step() };
  } catch (error) {
    return faulty(error);
  }
}

function faulty(error: unknown): Attempt<never> {
  return { fault: { code: 'fault', message: { zh: `处理这个文件时程序出错：${messageOf(error)}`, en: `The program failed on this file: ${messageOf(error)}` } } };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
