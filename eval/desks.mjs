// Desks over folders of reports, from what was built.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openLibrary, standardSteps, verify } from '../dist/index/mod.js';
import { ConversationsInMemory, createAssistant } from '../dist/intents/mod.js';
import { countyFolder } from './generated/county.mjs';
import { isHeldFor } from './scoring.mjs';

/** The moment of asking, so that relative years stay where they are. */
export const AT = new Date('2026-11-23T10:00:00+08:00');

/** Stands for the reports of the county that is made (`generated/county.mjs`). */
const MADE = 'county.mjs';

/** Report files under paths, folders in the order of their names. */
export function filesOf(paths) {
  return paths.map((path) => (basename(path) === MADE ? countyFolder() : path)).flatMap((path) => (statSync(path).isDirectory() ? readdirSync(path).filter((name) => name.endsWith('.txt')).sort().map((name) => join(path, name)) : [path]));
}

/** A desk over `paths`, with `aliases` in force (`{ phrase, metric }`). Throws when a file is refused. */
export async function deskOver(paths, { aliases = [], debug = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-eval-'));
  const held = await openLibrary(folder, { steps: standardSteps });
  await held.ingest(paths.map((path) => ({ name: basename(path), path, bytes: () => readFileSync(path) })), (outcome) => {
    if (outcome.status === 'refused') throw new Error(`${outcome.path}: ${outcome.error.message.en}`);
  });
  const assistant = createAssistant({ library: held.library, conversations: new ConversationsInMemory(), aliases: { held: () => Promise.resolve(aliases) }, onFault: (id, error) => console.error(id, error) });
  return {
    library: held.library,
    ask: ({ q, session }) => assistant.ask(q, { at: AT, ...(session && { session }), ...(debug && { debug: true }) }),
    async isCited({ citations }) {
      for (const citation of citations) if (citation.kind === 'report' && !verify(citation, await held.library.source(citation.report))) return false;
      return true;
    },
    async close() {
      await held.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Each question's desk: over its own report or reports where it names some, else over all files. */
export function desksOver(files, options) {
  return (report) => deskOver(files.filter((path) => isHeldFor(report, path)), options);
}

/** What the generator needs of everything a library holds. */
export async function heldReports(library) {
  const cards = await library.reports();
  return Promise.all(cards.map(async (card) => ({ card, figures: await library.figures(card.report), text: (await library.source(card.report)).text })));
}
