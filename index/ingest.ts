import { createHash } from 'node:crypto';
import type { SourceText } from './document/source-text.js';
import type { Steps } from './derive.js';
import { draftOf, type Draft } from './draft.js';
import { openDraftingRoom, type DraftingRoom } from './drafting-room.js';
import { hintsOf, type FileError, type IncomingFile } from './incoming-file.js';
import { refusals } from './source/refusal.js';
import { MAX_BYTES } from './source/source.js';
import { createTeller, type Drafted, type IngestOutcome } from './outcome.js';
import type { PassageText } from './search/mod.js';
import { withSource, type Kept, type Store, type WrittenReport } from './store/mod.js';
import { unpacked } from './unpacked.js';

export type { IncomingFile } from './incoming-file.js';
export type { IngestOutcome } from './outcome.js';

/** The text of a file, or why there is none. */
export type ReadOutcome = { readonly ok: true; readonly source: SourceText } | { readonly ok: false; readonly refusal: FileError };

/** Reads the bytes of a file; `name` is a path or base name. Refuses rather than throws. */
export type ReadStep = (name: string, bytes: Uint8Array) => Promise<ReadOutcome> | ReadOutcome;

/** The steps from bytes to figures: reading and what is derived of a text. */
export interface IngestSteps extends Steps {
  readonly read: ReadStep;
}

/** Files of one transaction: a commit waits for the disk, so many small files share one; the time keeps answers coming. */
const BATCH = { files: 128, characters: 4_000_000, milliseconds: 500 };
/** From so many files on a thread is worth its start. */
const MANY = 24;
/** Work that is begun before its turn: read by another thread beside the one file in hand; drafted by another thread through a whole transaction. */
const AHEAD = { reading: 1, drafting: 64, bytes: 8_000_000 };

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

  let count = 0;
  let room: DraftingRoom | null = null;
  const begin = (file: IncomingFile): Begun => {
    count += 1;
    if (count === MANY) room = openDraftingRoom(steps);
    return begun(store, file, steps, room);
  };
  try {
    for await (const { path, reading } of ahead(unpacked(files), begin, () => (room === null ? AHEAD.reading : AHEAD.drafting))) {
      const step = await prepare(path, await reading, steps, room);
      batch.push(step);
      if ('ready' in step) characters += step.ready.source.text.length;
      if (batch.length >= BATCH.files || characters >= BATCH.characters || performance.now() - started >= BATCH.milliseconds) await flush();
    }
    if (batch.length > 0) await flush();
  } finally {
    await (room as DraftingRoom | null)?.close();
  }
}

/** `draft` is on its way when a thread makes it; null when it is made in its turn. */
type Reading = { readonly refused: FileError } | { readonly kept: Kept } | { readonly source: SourceText; readonly bytes: Uint8Array; readonly draft: Promise<Draft | null> | null };

interface Begun {
  readonly path: string;
  /** Of the file, 0 where it is not known yet. */
  readonly bytes: number;
  readonly reading: Promise<Reading>;
}

function begun(store: Store, file: IncomingFile, steps: IngestSteps, room: DraftingRoom | null): Begun {
  const reading = readFile(store, file, steps, room);
  // Whoever awaits it is told; nobody does when the file before it brought everything down.
  reading.catch(() => {});
  return { path: file.path, bytes: file.size ?? 0, reading };
}

/** A file's text. Bytes that are held already are not read again. Rejects only when the store does. */
async function readFile(store: Store, file: IncomingFile, steps: IngestSteps, room: DraftingRoom | null): Promise<Reading> {
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
  const source = hints === null ? read.made.source : { ...read.made.source, hints };
  return { source, bytes, draft: room?.draft(source) ?? null };
}

/** text → what is kept of it. */
async function prepare(path: string, reading: Reading, steps: IngestSteps, room: DraftingRoom | null): Promise<Step> {
  if (!('source' in reading)) return { path, ...reading };
  const { source, bytes } = reading;
  const drafted = reading.draft === null ? null : await room!.wait(reading.draft);
  const ready = attemptNow(() => {
    const { card, meaning, passages } = drafted ?? draftOf(source, steps);
    return { source, card, report: withSource(meaning, source, bytes), passages };
  });
  return 'fault' in ready ? { path, refused: ready.fault } : { path, ready: ready.made };
}

/** Begins work on as many items after the one that is given out as `depth` says at the time, one at least. */
async function* ahead(files: AsyncIterable<IncomingFile>, begin: (file: IncomingFile) => Begun, depth: () => number): AsyncGenerator<Begun> {
  const waiting: Begun[] = [];
  let bytes = 0;
  for await (const file of files) {
    waiting.push(begin(file));
    bytes += waiting.at(-1)!.bytes;
    while (waiting.length > 1 && (waiting.length > depth() || bytes > AHEAD.bytes)) {
      const next = waiting.shift()!;
      bytes -= next.bytes;
      yield next;
    }
  }
  yield* waiting;
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
