import type { FoundFigure, FoundList, FoundRole } from './figure.js';
import { passageAt, type Passage } from './passage.js';
import { plainUnit } from './plain-characters.js';
import type { Spans } from './span.js';
import { headingWords, type Cell, type Paragraph, type ReportDocument, type Section, type Table } from './tree.js';

// A report in traditional characters is read as simplified text of the same length. What is quoted, shown as a value or named
// as a place must be what the file prints: these functions put the printed words back. Labels stay as read, to be compared with questions.

/** The same tree with every passage and cell as `text` prints it; `Section.title` stays as read. */
export function printedDocument(read: ReportDocument, text: string): ReportDocument {
  const passage = ({ spans }: Passage): Passage => passageAt(text, spans);
  const cell = (one: Cell): Cell => (one.spans === null ? one : { ...one, text: passageAt(text, one.spans).text });
  const child = (one: Section | Paragraph | Table): Section | Paragraph | Table => {
    if (one.kind === 'section') return section(one);
    return one.kind === 'table' ? { ...one, rows: one.rows.map((row) => row.map(cell)) } : { ...one, sentences: one.sentences.map(passage) };
  };
  const section = (one: Section): Section => ({ ...one, heading: one.heading === null ? null : passage(one.heading), children: one.children.map(child) });
  return { ...read, title: read.title === null ? null : passage(read.title), sections: read.sections.map(section) };
}

/** What was found in `read`, with the words of `text` where they are shown: headings of the path, the number, a holder's name, an item. */
export interface PrintedWords {
  figure(found: FoundFigure): FoundFigure;
  role(found: FoundRole): FoundRole;
  list(found: FoundList): FoundList;
}

/** The printed words for what was found in `reading`, which stands for `text` character by character; `read` and `printed` are the two parsed, of one shape. */
export function printedWords(read: ReportDocument, printed: ReportDocument, reading: string, text: string): PrintedWords {
  const headings = new Map<string, string>();
  const pair = (one: Section, other: Section): void => {
    headings.set(headingWords(one), headingWords(other));
    one.children.forEach((child, i) => child.kind === 'section' && pair(child, other.children[i] as Section));
  };
  read.sections.forEach((section, i) => pair(section, printed.sections[i]!));
  const pathOf = (path: readonly string[]): string[] => path.map((title) => headings.get(title) ?? title);
  const within = (words: string, spans: Spans): string => wordsAt(words, spans, reading, text);
  return {
    figure: (found) => ({ ...found, path: pathOf(found.path), quantity: { ...found.quantity, asWritten: within(found.quantity.asWritten, found.place ?? found.quote) } }),
    role: (found) => ({ ...found, path: pathOf(found.path), holder: found.holder === null ? null : within(found.holder, found.quote), holderPost: found.holderPost === null ? null : within(found.holderPost, found.quote) }),
    list: (found) => ({ ...found, path: pathOf(found.path), items: found.items.map((item) => ({ ...item, text: within(item.text, item.spans) })) }),
  };
}

/** Items come with narrow signs, their places with whatever is printed. */
const plain = (character: string): string => (character.length === 1 ? String.fromCharCode(plainUnit(character.charCodeAt(0))) : character);

const BLANKS = /[\s\u200b-\u200d\u2060\ufeff]/u;

/** `words` (blanks dropped) as the text prints them at `spans`; as they are when they do not stand there. */
function wordsAt(words: string, spans: Spans, reading: string, text: string): string {
  let read = '';
  let printed = '';
  for (const { start, end } of spans) {
    for (let i = start; i < end; i += 1) {
      if (BLANKS.test(reading[i]!)) continue;
      read += plain(reading[i]!);
      printed += text[i]!;
    }
  }
  const wanted = [...words].filter((character) => !BLANKS.test(character)).map(plain).join('');
  const at = wanted === '' ? -1 : read.indexOf(wanted);
  return at < 0 ? words : printed.slice(at, at + wanted.length);
}
