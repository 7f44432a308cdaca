import type { Library, ReportCard, Severity } from '../../index/mod.js';
import { checkedHeld, type CheckedFinding } from './checked.js';
import type { Explanations } from './explained.js';

/** How many findings of a report nobody has explained yet. */
export type FindingCounts = Readonly<Record<Severity, number>>;

/** What is kept of a report's findings for counting. */
type Brief = readonly { readonly id: string; readonly severity: Severity }[];

/** Whole findings, with their quotes, of so many reports; what is kept for counting weighs some hundred bytes a report. */
const KEPT_WHOLE = 40;
const KEPT_BRIEF = 20_000;

/**
 * Findings of the reports that are held, made once for each version: rules take some 15 ms a report, and a page that counts over a county would
 * wait for minutes. Explanations are read afresh each time. What a rule sees is the version and last year's, so both name an entry.
 */
export class FindingShelf {
  readonly #library: Library;
  readonly #explanations: Explanations;
  readonly #whole = new Map<string, Promise<readonly CheckedFinding[]>>();
  readonly #brief = new Map<string, Brief>();
  #waiting: ReportCard[] = [];
  #counting: Promise<void> | null = null;
  #shelf: { readonly cards: readonly ReportCard[]; readonly editions: ReadonlyMap<string, number> } | null = null;

  constructor(library: Library, explanations: Explanations) {
    this.#library = library;
    this.#explanations = explanations;
  }

  /** All findings of a version, worst first, with who explained what. */
  async of(card: ReportCard): Promise<readonly CheckedFinding[]> {
    const key = await this.#keyOf(card);
    const known = this.#whole.get(key) ?? checkedHeld(this.#library, this.#explanations, card).then(({ findings }) => findings);
    this.#whole.delete(key);
    this.#whole.set(key, known);
    known.catch(() => this.#whole.delete(key));
    if (this.#whole.size > KEPT_WHOLE) this.#whole.delete(this.#whole.keys().next().value!);
    const findings = await known;
    this.#keepBrief(key, findings);
    const explained = await this.#explanations.of(findings.map(({ id }) => id));
    return findings.map((one) => ({ ...one, explained: explained.get(one.id) ?? null }));
  }

  /**
   * Counts by edition, of as many of the reports as are counted within `withinMs`. The others are counted meanwhile, so that whoever asks again is
   * told more. Never rejects for a report that cannot be checked: it is left out.
   */
  async counts(cards: readonly ReportCard[], withinMs: number): Promise<ReadonlyMap<number, FindingCounts>> {
    const keys = await Promise.all(cards.map((card) => this.#keyOf(card)));
    this.#waiting = cards.filter((_, n) => !this.#brief.has(keys[n]!));
    if (this.#waiting.length > 0) await Promise.race([this.#countOn(), new Promise((resolve) => setTimeout(resolve, withinMs).unref())]);
    const explained = await this.#explanations.ids();
    return new Map(
      cards.flatMap((card, n) => {
        const brief = this.#brief.get(keys[n]!);
        return brief === undefined ? [] : [[card.edition, countsOf(brief.filter(({ id }) => !explained.has(id)))]];
      }),
    );
  }

  #countOn(): Promise<void> {
    this.#counting ??= (async () => {
      for (let card = this.#waiting.shift(); card !== undefined; card = this.#waiting.shift()) {
        const key = await this.#keyOf(card);
        if (this.#brief.has(key)) continue;
        await checkedHeld(this.#library, this.#explanations, card).then(({ findings }) => this.#keepBrief(key, findings), () => {});
        // Whoever asks a question meanwhile goes first.
        await new Promise((resolve) => setImmediate(resolve));
      }
    })().finally(() => {
      this.#counting = null;
    });
    return this.#counting;
  }

  #keepBrief(key: string, findings: readonly CheckedFinding[]): void {
    this.#brief.set(key, findings.map(({ id, finding }) => ({ id, severity: finding.severity })));
    if (this.#brief.size > KEPT_BRIEF) this.#brief.delete(this.#brief.keys().next().value!);
  }

  async #keyOf({ edition, orgKey, year }: ReportCard): Promise<string> {
    const before = year === null ? undefined : (await this.#previous()).get(`${orgKey} ${year - 1}`);
    return `${edition}/${before ?? ''}`;
  }

  /** Editions in use by organisation and year; the library gives the same list until something is kept or withdrawn. */
  async #previous(): Promise<ReadonlyMap<string, number>> {
    const cards = await this.#library.reports();
    if (this.#shelf?.cards !== cards) this.#shelf = { cards, editions: new Map(cards.map((card) => [`${card.orgKey} ${card.year}`, card.edition])) };
    return this.#shelf.editions;
  }
}

function countsOf(findings: readonly { readonly severity: Severity }[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
