import { decodeText } from '../encoding.js';
import { recogniseType } from '../file-types.js';
import { plainText } from '../plain-text.js';
import type { Reader, ReadResult } from '../reader.js';
import { refusals } from '../refusal.js';
import { SourceWriter } from '../source-writer.js';
import { judgeText } from '../text-check.js';
import { excessOf } from './excess.js';
import { writeFlow } from './flow.js';
import { mainPart } from './main-part.js';
import type { PageNode } from './node.js';

const NOTHING: ReadonlySet<PageNode> = new Set();

/** Saved web pages: the text of the page without its navigation, its tables with merged cells. */
export const html: Reader = {
  name: 'html',
  accepts: ({ name, head }) => recogniseType(head)?.id === 'html' || (/\.(?:s|x|j)?html?$/i.test(name) && recogniseType(head) === null),
  async read(bytes, file): Promise<ReadResult> {
    const text = decodeText(bytes, declaredEncoding(bytes));
    if (text === null) return { ok: false, refusal: refusals.undecodable() };
    if (!/<[a-z!/]/i.test(text)) return plainText.read(bytes, file);
    return readMarkup(text);
  },
};

/** Reads a page that has been decoded. Word files are read through this too (`whole`: they hold no navigation, and their tabs mean something). */
export async function readMarkup(markup: string, { whole = false }: { readonly whole?: boolean } = {}): Promise<ReadResult> {
  const excess = excessOf(markup);
  if (excess !== null) return { ok: false, refusal: refusals.tooComplex(excess) };
  const { load } = await import('cheerio');
  const page: PageNode = load(markup, { scriptingEnabled: false }).root()[0]!;
  const { root, dropped, title } = whole ? { root: page, dropped: NOTHING, title: null } : mainPart(page);
  const writer = new SourceWriter();
  if (!writeFlow(root, dropped, writer, whole)) return { ok: false, refusal: refusals.tooComplex({ zh: '表格太大', en: 'a table is too large' }) };
  const read = writer.finish();
  if (title === null || opensWith(read.text, title)) return judgeText(read);
  const titled = new SourceWriter();
  titled.line(title);
  titled.gap();
  writeFlow(root, dropped, titled);
  return judgeText(titled.finish());
}

/** The title may stand in the text itself, over two lines perhaps. */
function opensWith(text: string, title: string): boolean {
  const squeezed = (part: string): string => part.replace(/[\s\u3000]+/g, '');
  return squeezed(text.slice(0, 600)).includes(squeezed(title));
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null;
}
