import type { Text2 } from '../../document/diagnostic.js';
import { CONTENTS, refusedAs, type Contents } from '../contents.js';
import { openContainer, type ContainerEntry } from '../container.js';
import { recogniseType } from '../file-types.js';
import { readMarkup } from '../html/html.js';
import type { Reader, ReadResult } from '../reader.js';
import { refusals, type Refusal } from '../refusal.js';
import { asShown } from './as-shown.js';
import { withoutLooks } from './without-looks.js';

const LIMITS = { entries: 4_000, entryBytes: 32 * 1024 * 1024, totalBytes: 128 * 1024 * 1024, ratio: 200 };
/** A report's main part has some 0.5 MB; beyond this reading takes more than seconds. */
const MAX_PART = 16 * 1024 * 1024;
const MAX_CELLS = 50_000;
const MAIN = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';

/** What uses the same container, told by a file in it. */
const TOLD_BY: readonly (readonly [RegExp, Contents])[] = [
  [/^word\/document\.xml$/, CONTENTS.word],
  [/^xl\/workbook/, CONTENTS.excel],
  [/^ppt\/presentation/, CONTENTS.powerpoint],
  [/^OFD\.xml$/i, CONTENTS.ofd],
  [/^mimetype$/, CONTENTS.openDocument],
];

/** Word files: paragraphs, tables with merged cells, text boxes; tracked insertions stand, deletions are gone, as Word shows them accepted. */
export const docx: Reader = {
  name: 'docx',
  accepts: ({ head }) => recogniseType(head)?.id === 'zip',
  async read(bytes, { name }): Promise<ReadResult> {
    const container = await openContainer(bytes, LIMITS);
    if (!container.ok) return refused(refusals.tooComplex(container.excess));
    const found = TOLD_BY.find(([told]) => container.entries.some((entry) => told.test(entry.name)))?.[1] ?? CONTENTS.archive;
    const broken = refusedAs(found, name);
    if (broken !== null) return broken;
    if (found !== CONTENTS.word) return refused(refusals.unsupported(found.label));
    const excess = await excessOf(container.entries);
    if (excess !== null) return refused(refusals.tooComplex(excess));
    const mammoth = (await import('mammoth')).default;
    // The library's own way of opening is passed over: it would not hold sizes against limits.
    const input = { file: await partsOf(container.entries) } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
    const { value } = await mammoth.convertToHtml(input, { includeEmbeddedStyleMap: false, includeDefaultStyleMap: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) });
    return value === '' ? refused(refusals.empty()) : readMarkup(value, { whole: true });
  },
};

function refused(refusal: Refusal): ReadResult {
  return { ok: false, refusal };
}

/** The document's parts as the library asks for them. Its numbering is kept from it, because the numbers are written out. */
async function partsOf(entries: readonly ContainerEntry[]): Promise<{ exists(name: string): boolean; read(name: string, encoding?: string): Promise<string | Uint8Array> }> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const textOf = async (name: string): Promise<string | null> => (byName.has(name) ? new TextDecoder().decode(await byName.get(name)!.read()) : null);
  const main = await asShown(withoutLooks((await textOf(MAIN))!), await textOf(NUMBERING), await textOf('word/styles.xml'));
  return {
    exists: (name) => name !== NUMBERING && byName.has(name),
    async read(name, encoding) {
      if (name === MAIN) return encoding === undefined ? new TextEncoder().encode(main) : main;
      const bytes = await byName.get(name)!.read();
      if (encoding === 'base64') return Buffer.from(bytes).toString('base64');
      return encoding === undefined ? bytes : new TextDecoder(encoding).decode(bytes);
    },
  };
}

/** Unpacks the parts that the library would unpack and looks whether it can bear them. */
async function excessOf(entries: readonly ContainerEntry[]): Promise<Text2 | null> {
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    if (entry.encrypted || entry.bytes > MAX_PART) return { zh: `${entry.name} 有 ${Math.ceil(entry.bytes / 1024 / 1024)} MB`, en: `${entry.name} has ${Math.ceil(entry.bytes / 1024 / 1024)} MB` };
    const part = Buffer.from(await entry.read()).toString('latin1');
    // Word never declares entities; who does wants them expanded without end.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(part)) return { zh: `${entry.name} 里有实体声明`, en: `${entry.name} declares entities` };
    if (entry.name === MAIN && part.split('<w:tc>').length > MAX_CELLS) return { zh: `表格单元超过 ${MAX_CELLS} 个`, en: `it has more than ${MAX_CELLS} table cells` };
  }
  return null;
}
