import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary, projectRoot, standardSteps, verify, type IngestOutcome, type OpenLibrary, type OwnMigrations } from '../../index/mod.js';
import { AnswerJson, reportCitations, ConversationsInMemory, createAssistant, type Answer, type AskOptions, type Assistant, type AssistantPorts, type Roster } from '../../intents/mod.js';

/** The moment at which tests ask, so that relative years stay where they are. */
export const AT = new Date('2026-11-23T10:00:00+08:00');

/** An assistant over the texts given, in a folder of its own. */
export interface Desk {
  readonly held: OpenLibrary;
  readonly folder: string;
  readonly assistant: Assistant;
  readonly outcomes: readonly IngestOutcome[];
  /** What went to `onFault`; a test that asks ends by expecting none. */
  readonly faults: unknown[];
  /** Asks and checks what every answer must keep: its shape and that each quote stands where it is cited. */
  ask(question: string, session?: string, told?: Partial<AskOptions>): Promise<Answer>;
  add(texts: Readonly<Record<string, string | Uint8Array>>): Promise<IngestOutcome[]>;
  close(): Promise<void>;
}

/** Opens a desk over `texts` (file name → text), with the `ports` given beside what every desk has. */
export async function deskOver(texts: Readonly<Record<string, string | Uint8Array>>, { migrations = {}, ...ports }: Pick<AssistantPorts, 'aliases' | 'deadlines'> & { readonly roster?: (held: OpenLibrary) => Roster; readonly migrations?: OwnMigrations } = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-desk-'));
  const held = await openLibrary(folder, { steps: standardSteps, migrations });
  const faults: unknown[] = [];
  const { roster, ...others } = ports;
  const assistant = createAssistant({ library: held.library, conversations: new ConversationsInMemory(), onFault: (_, error) => faults.push(error), ...others, ...(roster && { roster: roster(held) }) });
  const add = async (more: Readonly<Record<string, string | Uint8Array>>): Promise<IngestOutcome[]> => {
    const outcomes: IngestOutcome[] = [];
    await held.ingest(
      Object.entries(more).map(([name, text]) => ({ name, path: name, bytes: () => (typeof text === 'string' ? new TextEncoder().encode(text) : text) })),
      (outcome) => outcomes.push(outcome),
    );
    return outcomes;
  };
  return {
    held,
    folder,
    assistant,
    faults,
    add,
    outcomes: await add(texts),
    ask: async (question, session, told = {}) => {
      const answer = await assistant.ask(question, { at: AT, ...told, ...(session !== undefined && { session }) });
      await keepsTheRules(held, answer);
      return answer;
    },
    close: async () => {
      await held.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The texts of the samples that come with the project, by file name. */
export function sampleTexts(): Record<string, Uint8Array> {
  const folder = join(projectRoot, 'samples');
  return Object.fromEntries(readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => [name, readFileSync(join(folder, name))]));
}

/** Holds conversations at a desk: each call asks the questions of a new one, in order, and gives their answers. */
export function talksAt(desk: () => Desk): (...questions: string[]) => Promise<Answer[]> {
  let talks = 0;
  return async (...questions) => {
    talks += 1;
    const session = `talk-${talks}`;
    const answers: Answer[] = [];
    for (const question of questions) answers.push(await desk().ask(question, session));
    return answers;
  };
}

/** Throws when an answer breaks the contract: shape, quotes, rows without a citation, a value that was not answered. */
export async function keepsTheRules({ library }: OpenLibrary, answer: Answer): Promise<void> {
  AnswerJson.parse(JSON.parse(JSON.stringify(answer)));
  for (const citation of reportCitations(answer)) {
    const card = await library.report(citation.report);
    const source = await library.source(citation.report, card?.version);
    if (!verify({ ...citation, report: card!.report, source: source.id, unit: 'passage', spans: citation.spans as never }, source)) throw new Error(`a quote of ${answer.question} does not stand in its source`);
    if (citation.source !== (source.id as string)) throw new Error(`${answer.question} cites another source`);
    if (citation.quote !== citation.quotes.join('')) throw new Error('quote is not quotes joined');
  }
  for (const row of answer.rows) if (!answer.citations[row.citation]) throw new Error(`row ${row.label} has no citation`);
  for (const at of answer.derived?.operands ?? []) if (!answer.rows[at]) throw new Error(`operand ${at} is no row`);
  if (answer.status === 'answered' && answer.reason !== null) throw new Error(`answered for a reason: ${answer.reason}`);
  if (answer.status !== 'answered' && (answer.value !== null || answer.reason === null)) throw new Error(`${answer.status} with value ${String(answer.value)}, reason ${answer.reason}`);
  if (answer.status === 'answered' && answer.value !== null && answer.citations.length === 0) throw new Error('a value without a citation');
}
