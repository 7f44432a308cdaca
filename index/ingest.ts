import { createHash } from 'node:crypto';
import type { Diagnostic } from './document/diagnostic.js';
import type { SourceText } from './document/source-text.js';
import type { FormId, ReportId } from './document/tree.js';
import { derive, type Steps } from './derive.js';
import { hintsOf, type FileError, type IncomingFile } from './incoming-file.js';
import { refusals } from './source/refusal.js';
import { MAX_BYTES } from './source/source.js';
import type { Kept, PreparedReport, Store, StoredPassage } from './store/mod.js';
import { unpacked } from './unpacked.js';

export type { IncomingFile } from './incoming-file.js';

/** What became of one file. For `refused`, `error` says why and nothing was kept; for the others the report is on the disk. */
export interface IngestOutcome {
  readonly path: string;
  readonly status: 'added' | 'updated' | 'unchanged' | 'refused';
  readonly report?: ReportId;
  readonly version?: number;
  readonly org?: string;
  readonly year?: number | null;
  readonly forms?: readonly FormId[];
  readonly figures?: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly error?: FileError;
}

export type ReadOutcome = { readonly ok: true; readonly source: SourceText } | { readonly ok: false; readonly refusal: FileError };

export type ReadStep = (name: string, bytes: Uint8Array) => Promise<ReadOutcome> | ReadOutcome;

export interface IngestSteps extends Steps {
  readonly read: ReadStep;
}

/** Files of one transaction: a commit waits for the disk, so many small files share one; the time keeps answers coming. */
const BATCH = { files: 128, characters: 4_000_000, milliseconds: 500 };

/** Told of the reports that a transaction kept: their passages by edition. */
export type AfterBatch = (kept: ReadonlyMap<number, readonly StoredPassage[]>) => Promise<void>;

type Step = { readonly path: string; readonly refused: FileError } | { readonly path: string; readonly ready: PreparedReport } | { readonly path: string; readonly kept: Kept };

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
  let batch: Step[] = [];
  let characters = 0;
  let started = performance.now();

  async function flush(): Promise<void> {
    const ready = batch.flatMap((step) => ('ready' in step ? step.ready : []));
    const kept = await store.keepAll(ready, now().toISOString());
    let next = 0;
    for (const step of batch) onOutcome('refused' in step ? refusal(step.path, step.refused) : outcome(step.path, 'kept' in step ? step.kept : kept[next++]!));
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
  const derived = attemptNow(() => derive(reading.source, steps));
  return 'fault' in derived ? { path, refused: derived.fault } : { path, ready: { ...derived.made, bytes: reading.bytes } };
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

function refusal(path: string, error: FileError): IngestOutcome {
  return { path, status: 'refused', diagnostics: [], error };
}

function outcome(path: string, { status, card, diagnostics: found }: Kept): IngestOutcome {
  const diagnostics = card.withdrawn === null ? found : [...found, withdrawn(card.withdrawn)];
  return { path, status, report: card.report, version: card.version, org: card.org.name, year: card.year, forms: card.forms, figures: card.figures, diagnostics };
}

/** The same bytes do not bring a withdrawn report back: whoever withdrew it had a reason. */
function withdrawn(why: string): Diagnostic {
  return { code: 'withdrawn', severity: 'warning', message: { zh: `这份文件已撤下，不再用于回答（${why}）；更正后的文件可以直接导入`, en: `this very file was withdrawn and is not used (${why}); a corrected one can be ingested` }, span: null };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
