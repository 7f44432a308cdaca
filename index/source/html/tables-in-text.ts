import type { Span } from '../../document/span.js';
import type { ReadResult } from '../reader.js';
import { refusals } from '../refusal.js';
import { SourceWriter } from '../source-writer.js';
import { judgeText } from '../text-check.js';
import { excessOf } from './excess.js';
import { writeFlow } from './flow.js';

const NOTHING = new Set<never>();

/** True for a text with tables written as markup in it: converters do so where Markdown has no merged cells. */
export function holdsMarkupTables(text: string): boolean {
  return /<table[\s>]/i.test(text) && /<t[dh][\s>]/i.test(text);
}

/** Such a text with its tables as rows; what stands between them is left as it is, line by line. */
export async function readTablesInText(text: string): Promise<ReadResult> {
  const excess = excessOf(text);
  if (excess !== null) return { ok: false, refusal: refusals.tooComplex(excess) };
  const { load } = await import('cheerio');
  const writer = new SourceWriter();
  const between = (part: string): void => {
    for (const line of part.split(/\r\n?|\n/)) {
      if (line.trim() === '') writer.gap();
      else writer.line(line);
    }
  };
  let at = 0;
  for (const { start, end } of placesOf(text)) {
    between(text.slice(at, start));
    if (!writeFlow(load(text.slice(start, end), { scriptingEnabled: false }).root()[0]!, NOTHING, writer, true)) return { ok: false, refusal: refusals.tooComplex({ zh: '表格太大', en: 'a table is too large' }) };
    at = end;
  }
  between(text.slice(at));
  return judgeText(writer.finish());
}

/** Where tables open and close. Looks for an end only while there is one: the time is linear whatever the text opens. */
function* placesOf(text: string): Generator<Span> {
  const opens = /<table[\s>]/gi;
  const closes = /<\/table\s*>/gi;
  for (let open = opens.exec(text); open !== null; open = opens.exec(text)) {
    closes.lastIndex = open.index;
    if (closes.exec(text) === null) return;
    yield { start: open.index, end: closes.lastIndex };
    opens.lastIndex = closes.lastIndex;
  }
}
