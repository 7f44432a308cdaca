import type { Kysely } from 'kysely';
import { changesBetween, type FigureChange } from './changes.js';
import { derive } from './derive.js';
import type { Diagnostic } from './document/diagnostic.js';
import type { FigureId, FoundList, FoundRole } from './document/figure.js';
import type { SourceText } from './document/source-text.js';
import type { ReportDocument, ReportId } from './document/tree.js';
import { LibraryError } from './errors.js';
import { derivationFingerprint } from './fingerprint.js';
import { ingestFiles, type IncomingFile, type IngestOutcome, type IngestSteps } from './ingest.js';
import { createPassageFinder, type PassageFinder } from './passage-finder.js';
import { readDocument } from './read-document.js';
import { Recent } from './recent.js';
import type { PassageHit, PassageQuery, PassageText } from './search/mod.js';
import { standardSteps } from './steps.js';
import { openStore, writtenReport, type Figure, type FigureQuery, type HeldValue, type OwnMigrations, type ReportCard, type Store } from './store/mod.js';
import { loadSegmenter, type Token } from './text/mod.js';
import { together } from './together.js';

export type { Figure, HeldValue } from './store/mod.js';

/**
 * What is held, for reading. Reports are named by id; without `version` the one in use is meant.
 * A report that is not held is a `LibraryError` with code `report-unknown`; ask `report` first.
 */
export interface Library {
  /** Versions in use, by organisation and year; with `history` every version, withdrawn ones too. */
  reports(options?: { readonly history?: boolean }): Promise<ReportCard[]>;
  report(id: ReportId | string, version?: number): Promise<ReportCard | null>;
  source(id: ReportId | string, version?: number): Promise<SourceText>;
  /** The texts of many reports in use, by report, read together. */
  sources(ids: readonly (ReportId | string)[]): Promise<ReadonlyMap<string, SourceText>>;
  /** The file it was read from, byte for byte, with its base name. */
  original(id: ReportId | string, version?: number): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  document(id: ReportId | string, version?: number): Promise<ReportDocument>;
  figures(id: ReportId | string, version?: number): Promise<readonly Figure[]>;
  /** Single figures of versions in use, in the order of asking; null where a report has none of that number. For answers that show single figures of many reports. */
  figuresAt(places: readonly PlaceInReport[]): Promise<(Figure | null)[]>;
  /** What differs between two versions, figure by figure: without numbers between the one in use and the one before it; null when there is none before. */
  changes(id: ReportId | string, from?: number, to?: number): Promise<VersionChanges | null>;
  roles(id: ReportId | string, version?: number): Promise<readonly FoundRole[]>;
  lists(id: ReportId | string, version?: number): Promise<readonly FoundList[]>;
  diagnostics(id: ReportId | string, version?: number): Promise<readonly Diagnostic[]>;
  /** Figures of the versions in use, by organisation, year and reading order. Filters, never ranks; `organisations` are `ReportCard.orgKey`s. */
  findFigures(query: FigureQuery): Promise<Figure[]>;
  /**
   * The same without their words, for ranks and totals over everything held: by metric, thousands of reports cost some hundredths of a
   * second, a quarter of what `findFigures` takes. Of those that are shown, `figuresAt` gives the whole figures. What was asked last is kept.
   */
  figureValues(query: FigureQuery): Promise<readonly HeldValue[]>;
  search(query: PassageQuery): Promise<PassageHit[]>;
  /** Opens the index of passages and brings it up to date, which the first search would else do while somebody waits. */
  prepareSearch(): Promise<void>;
  segment(text: string): Token[];
  /** True for a word that the dictionary knows first of all as a verb. */
  isVerb(word: string): boolean;
}

/** One figure by its report and its number in it. */
export interface PlaceInReport {
  readonly report: ReportId;
  readonly id: FigureId;
}

/** What differs between two versions of a report. */
export interface VersionChanges {
  readonly from: ReportCard;
  readonly to: ReportCard;
  readonly changes: readonly FigureChange[];
}

/** A library with the doors for those who change it. */
export interface OpenLibrary {
  readonly library: Library;
  ingest(files: AsyncIterable<IncomingFile> | Iterable<IncomingFile>, onOutcome: (outcome: IngestOutcome) => void): Promise<void>;
  /** Takes a report, or one version of it, out of use; false when none by that id is in use. Its citations still open. Without one of its versions the newest of the others is used. */
  withdraw(report: string, why: string, version?: number): Promise<boolean>;
  /** The embedded database, seen as the tables that the caller's own migrations made (`LibraryOptions.migrations`); never for the reports' tables. */
  database<OwnTables>(): Kysely<OwnTables>;
  close(): Promise<void>;
}

/** How a data folder is opened; everything has a default. */
export interface LibraryOptions {
  /** From bytes to figures; the real ones unless a test brings its own. */
  readonly steps?: IngestSteps;
  readonly now?: () => Date;
  /** Tables of the floors above, kept in the same database and migrated together. */
  readonly migrations?: OwnMigrations;
  /** Told before everything held is made anew, which takes some 10 ms a report. */
  readonly onUpgrade?: (reports: number) => void;
  /** How many reports are searched by an index in memory; more are searched by one in a file. */
  readonly searchInMemoryUpTo?: number;
}

/** More reports than this are searched in a file: beside a thousand of them a question over all takes MiniSearch longer than FTS5. */
const MEMORY_INDEX = 1000;

/** From so many new reports in one call the index follows at once; fewer wait for the next search. */
const INDEX_AT_ONCE = 20;

/**
 * Opens the library in a folder, creating it when absent. Makes derived things anew when parser, forms or lexicon changed.
 * Throws `LibraryError` when the folder cannot be used.
 */
export async function openLibrary(folder: string, { steps = standardSteps, now = () => new Date(), migrations = {}, onUpgrade = () => {}, searchInMemoryUpTo = MEMORY_INDEX }: LibraryOptions = {}): Promise<OpenLibrary> {
  const store = await openOrExplain(folder, migrations);
  await bringUpToDate(store, steps, onUpgrade);
  const finder = createPassageFinder(store, folder, searchInMemoryUpTo);
  return {
    library: readingView(store, finder, steps),
    ingest: async (files, onOutcome) => {
      let kept = 0;
      const afterBatch = async (fresh: ReadonlyMap<number, readonly PassageText[]>): Promise<void> => {
        kept += fresh.size;
        if (kept >= INDEX_AT_ONCE) await finder.follow(fresh);
      };
      await ingestFiles(store, files, onOutcome, { steps, now, afterBatch });
      if (kept > 0) await store.analyse();
      await finder.save();
    },
    withdraw: (report, why, version) => store.withdraw(report, why, version ?? null),
    database: <OwnTables>() => store.database as unknown as Kysely<OwnTables>,
    close: async () => {
      await finder.save();
      await finder.close();
      await store.close();
    },
  };
}

async function openOrExplain(folder: string, migrations: OwnMigrations): Promise<Store> {
  try {
    return await openStore(folder, migrations);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LibraryError('data-folder-unusable', `${folder}: ${why}`, { zh: `数据目录 ${folder} 不能用：${why}。请检查路径、权限和磁盘空间。`, en: `The data folder ${folder} cannot be used: ${why}. Check path, permissions and free space.` }, error);
  }
}

async function bringUpToDate(store: Store, steps: IngestSteps, onUpgrade: (reports: number) => void): Promise<void> {
  const fingerprint = derivationFingerprint();
  const before = await store.derivedWith();
  if (before === fingerprint) return;
  const held = before === null ? 0 : (await store.cards()).length;
  if (held === 0) return store.markDerived(fingerprint);
  onUpgrade(held);
  await store.replayAll((source) => writtenReport({ ...derive(source, steps), bytes: new Uint8Array() }), fingerprint);
}

/**
 * An answer over many reports cites up to three hundred, each twice: when it is made and when its quotes are compared. Values of one metric in
 * one year weigh about 1 MB where 2,500 reports are held, and are what such an answer waits for most: enough for a few years of a few figures.
 */
const KEPT = { documents: 40, figures: 80, sources: 320, values: 12 };

function readingView(store: Store, finder: PassageFinder, steps: IngestSteps): Library {
  const sources = new Recent<string, SourceText>(KEPT.sources);
  const documents = new Recent<number, ReportDocument>(KEPT.documents);
  const figures = new Recent<string, readonly Figure[]>(KEPT.figures);

  let shelf: { readonly generation: string; readonly all: readonly ReportCard[]; readonly current: ReportCard[]; readonly byId: ReadonlyMap<string, ReportCard> } | null = null;

  /** All cards, read again only when something was kept or withdrawn, by whatever process. */
  async function cards(): Promise<NonNullable<typeof shelf>> {
    const generation = await store.generation();
    if (shelf?.generation === generation) return shelf;
    const all = await store.cards();
    const current = all.filter((card) => card.current);
    shelf = { generation, all, current, byId: new Map(current.map((card) => [card.report as string, card])) };
    return shelf;
  }

  async function held(id: string, version?: number): Promise<ReportCard> {
    const inUse = (await cards()).byId.get(id);
    const card = inUse !== undefined && (version === undefined || version === inUse.version) ? inUse : await store.card(id, version);
    if (card !== null) return card;
    const name = version === undefined ? id : `${id}@${version}`;
    throw new LibraryError('report-unknown', `no report ${name}`, { zh: `库中没有报告 ${name}`, en: `There is no report ${name}` });
  }
  const readSource = together(store.sources);
  const sourceOf = (card: ReportCard): Promise<SourceText> => sources.get(card.source, () => readSource(card.source));

  /** What a rank looked at is asked again by the total after it; a change of the store makes another key. */
  const values = new Recent<string, readonly HeldValue[]>(KEPT.values);

  return {
    reports: async (options) => (options?.history === true ? [...(await cards()).all] : (await cards()).current),
    report: (id, version) => store.card(id, version),
    source: async (id, version) => sourceOf(await held(id, version)),
    sources: async (ids) => {
      const { byId } = await cards();
      const found = await Promise.all(ids.map(async (id) => [id as string, await sourceOf(byId.get(id) ?? (await held(id)))] as const));
      return new Map(found);
    },
    original: async (id, version) => store.original((await held(id, version)).source),
    document: async (id, version) => {
      const card = await held(id, version);
      return documents.get(card.edition, async () => readDocument(await sourceOf(card), steps.parse).printed);
    },
    figures: async (id, version) => {
      const { edition, report } = await held(id, version);
      return figures.get(`${edition} ${report}`, () => store.figures({ edition, report }));
    },
    changes: async (id, from, to) => {
      const newer = await held(id, to);
      const older = from === undefined ? await store.earlier(newer.report, newer.version) : await held(id, from);
      return older === null ? null : { from: older, to: newer, changes: changesBetween(await store.figures(older), await store.figures(newer)) };
    },
    figuresAt: async (places) => {
      const { byId } = await cards();
      const wanted = await Promise.all(places.map(async ({ report, id }) => ({ card: byId.get(report) ?? (await held(report)), n: id as number })));
      return store.figuresAt(wanted.map(({ card: { edition, report }, n }) => ({ edition, report, n })));
    },
    roles: async (id, version) => store.roles((await held(id, version)).edition),
    lists: async (id, version) => store.lists((await held(id, version)).edition),
    diagnostics: async (id, version) => store.diagnostics((await held(id, version)).edition),
    findFigures: (query) => store.findFigures(query),
    figureValues: async (query) => values.get(`${await store.generation()} ${JSON.stringify(query)}`, () => store.findValues(query)),
    search: (query) => finder.search(query),
    prepareSearch: () => finder.follow(),
    segment: (text) => loadSegmenter().segment(text),
    isVerb: (word) => loadSegmenter().isVerb(word),
  };
}
