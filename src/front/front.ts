import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { totalsOf, type IngestSteps, type Lang, type OpenLibrary } from '../../index/mod.js';
import { FileRefused, type Front, type HandedFile, type Workbook } from '../channels/front.js';
import type { Access, HostPorts, Person } from '../channels/channel.js';
import { checkedDraft, checkedHeld, type Checked } from '../checks/checked.js';
import type { Explanations } from '../checks/explained.js';
import type { Deed } from '../desk/deeds.js';
import type { Desk } from '../desk/desk.js';
import { languageKept } from '../desk/notices.js';
import { chooseLanguage, languageChosen, languageOfPerson } from '../desk/preference.js';
import type { Message } from '../render/message.js';
import { createOverviews, type OverviewPorts } from './overview.js';
import { pickableIn } from './pickable.js';
import { checkNotice, intakeNotice } from './report-notices.js';
import { frontWord, noticeOf } from './words.js';

/** What the front needs of the run. */
export interface FrontPorts extends Pick<OverviewPorts, 'standings' | 'database' | 'now'> {
  readonly desk: Pick<Desk, 'act'>;
  readonly held: Pick<OpenLibrary, 'library'>;
  readonly takeIn: HostPorts['takeIn'];
  /** Reads a file that is not to be kept. */
  readonly read: IngestSteps['read'];
  readonly explanations: Explanations;
  readonly access: Access;
}

/** What people do and see beside asking, over the desk, which does each act once and writes it down. */
export function createFront({ desk, held, takeIn, read, explanations, access, standings, database, now }: FrontPorts): Front {
  const { library } = held;
  const overview = createOverviews({ library, explanations, standings, database, now });

  async function intake(lang: Lang, who: Person, file: HandedFile): Promise<{ message: Message; reports: string[] }> {
    const outcomes = (await takeIn(file, who)) ?? [];
    const parts = await Promise.all(
      outcomes.map(async (outcome) => {
        const card = outcome.report === undefined ? null : await library.report(outcome.report);
        return { outcome, taken: card === null ? null : { card, checked: await checkedHeld(library, explanations, card) } };
      }),
    );
    return { message: intakeNotice(lang, parts), reports: outcomes.flatMap(({ report }) => report ?? []) };
  }

  const deed = (name: Deed['name'], role: Deed['role'], run: Deed['run']): Deed => ({ name, role, run });

  /** A file that was no report is told with the reason; anything else that fails is a fault. */
  async function withFile(lang: Lang, file: () => Promise<HandedFile>, then: (file: HandedFile) => Promise<{ message: Message; reports?: readonly string[] }>): Promise<{ message: Message; reports?: readonly string[] }> {
    let handed: HandedFile;
    try {
      handed = await file();
    } catch (error) {
      if (error instanceof FileRefused) return { message: noticeOf(lang, [frontWord(lang, 'fault', { why: error.why[lang] })], [], 'not_found') };
      throw error;
    }
    return then(handed);
  }

  return {
    language: (who) => languageChosen(database, who),
    chooseLanguage: (act, lang, telling) =>
      desk.act(act, deed('setting', 'ask', async (spoken) => {
        await chooseLanguage(database, act, lang, now());
        return { message: languageKept(lang ?? spoken, lang) };
      }), telling),
    offer: (act, names, telling) => desk.act(act, deed('offer', 'ingest', async (lang) => ({ message: noticeOf(lang, [frontWord(lang, 'offer', { names: names.join('、') })]) })), telling),
    turnAway: (act, telling) => desk.act(act, deed('turned away', null, () => Promise.reject(new Error('nobody may'))), telling),
    handIn: (act, file, telling) => desk.act(act, deed('ingest', 'ingest', (lang) => withFile(lang, file, (handed) => intake(lang, act, handed))), telling),
    check: (act, file, telling) =>
      desk.act(act, deed('check', 'ask', (lang) =>
        withFile(lang, file, async ({ name, bytes }) => {
          const source = await read(name, bytes);
          return { message: checkNotice(lang, name, source.ok ? await checkedDraft(library, explanations, source.source, name) : { refusal: source.refusal.message }) };
        }),
      ), telling),
    workbook: (act, which, year, put, telling) =>
      desk.act(act, deed('export', 'ask', async (lang) => {
        const name = frontWord(lang, `${which}Name`, { year });
        const bytes = await WRITERS[which](library, explanations, year);
        if (bytes === null) return { message: noticeOf(lang, [frontWord(lang, 'workbookEmpty', { year })], [], 'not_found') };
        await put({ name, bytes });
        return { message: noticeOf(lang, [frontWord(lang, 'workbookSent', { name })]) };
      }), telling),
    pickable: async (who) => (access.may('ask', who) ? pickableIn(await library.reports(), standings.roster.organisations) : { organisations: [], years: [] }),
    overview: async (who) => (access.may('ask', who) ? overview(await languageOfPerson(database, who), who.from.channel) : null),
  };
}

type Writer = (library: OpenLibrary['library'], explanations: Explanations, year: number) => Promise<Uint8Array | null>;

/** Workbooks are written as files and read back: the writers serve commands too. Null where there is nothing to write. */
const WRITERS: Readonly<Record<Workbook, Writer>> = {
  totals: async (library, _, year) => {
    const totals = await totalsOf(library, year);
    if (totals.forms.length === 0) return null;
    const { writeTotals } = await import('../totals/totals-xlsx.js');
    return written((file) => writeTotals(file, totals));
  },
  findings: async (library, explanations, year) => {
    const cards = (await library.reports()).filter((card) => card.year === year);
    const all: Checked[] = [];
    for (const card of cards) all.push(await checkedHeld(library, explanations, card));
    if (all.length === 0) return null;
    const { writeFindings } = await import('../checks/findings-xlsx.js');
    return written((file) => writeFindings(file, all));
  },
};

async function written(write: (file: string) => Promise<void>): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-export-'));
  try {
    const file = join(folder, 'book.xlsx');
    await write(file);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
