import { createHash } from 'node:crypto';
import type { FoundFigure } from '../../../index/document/figure.js';
import { passageAt, type Passage } from '../../../index/document/passage.js';
import type { SourceId, SourceText } from '../../../index/document/source-text.js';
import type { Paragraph, ReportDocument, Section } from '../../../index/document/tree.js';
import { readOrganisation } from '../../../index/parse/organisation.js';
import type { IncomingFile, IngestSteps } from '../../../index/ingest.js';

// A toy report: the first line is `甲县 勐来乡 2020` (places, then a year; either may be missing), `# ` starts a heading, every other line is a sentence.

export const fakeSteps: IngestSteps = {
  read: (name, bytes) => {
    if (bytes.length === 0) return { ok: false, refusal: { code: 'empty', message: { zh: '空', en: 'empty' } } };
    const id = createHash('sha256').update(bytes).digest('hex') as SourceId;
    return { ok: true, source: { id, origin: name, text: Buffer.from(bytes).toString('utf8'), reader: 'toy' } };
  },
  parse: fakeParse,
  align: () => ({ figures: [], forms: ['gen2021'], diagnostics: [] }),
  prose: (document) => ({ figures: fakeFigures(document), diagnostics: [] }),
  roles: () => [],
  lists: () => [],
};

function fakeParse(source: SourceText): ReportDocument {
  const [first = '', ...rest] = source.text.split('\n');
  const words = first.split(' ').filter((word) => word !== '');
  const year = /^\d{4}$/.test(words.at(-1) ?? '') ? Number(words.pop()) : null;
  const path = first.startsWith('?') ? [] : words;
  const sections: { heading: Passage | null; paragraphs: Paragraph[] }[] = [{ heading: null, paragraphs: [] }];
  let at = first.length + 1;
  for (const line of rest) {
    if (line.trim() !== '') {
      const passage = passageAt(source.text, [{ start: at, end: at + line.length }]);
      if (line.startsWith('# ')) sections.push({ heading: passage, paragraphs: [] });
      else sections.at(-1)!.paragraphs.push({ kind: 'paragraph', spans: passage.spans, sentences: [passage] });
    }
    at += line.length + 1;
  }
  return {
    source: source.id,
    title: first === '' ? null : passageAt(source.text, [{ start: 0, end: first.length }]),
    issuer: source.hints?.told?.organisation !== undefined ? readOrganisation(source.hints.told.organisation) : path.length === 0 ? null : { name: path.at(-1)!, fullName: `${path.join('')}人民政府`, path, level: 'township' },
    year: source.hints?.told?.year ?? year,
    sections: sections.map(({ heading, paragraphs }): Section => ({ kind: 'section', level: 1, heading, title: heading?.text.slice(2) ?? '', span: { start: 0, end: source.text.length }, children: paragraphs })),
    diagnostics: [],
  };
}

/** Every run of digits is a figure that is part of the first one in its sentence. */
function fakeFigures(document: ReportDocument): FoundFigure[] {
  const figures: FoundFigure[] = [];
  for (const section of document.sections) {
    for (const child of section.children) {
      if (child.kind !== 'paragraph') continue;
      const sentence = child.sentences[0]!;
      const first = figures.length;
      for (const match of sentence.text.matchAll(/\d+/g)) {
        const start = sentence.spans[0].start + match.index;
        figures.push({
          quantity: { value: match[0], state: 'number', unit: '件', approx: null, asWritten: match[0] },
          place: [{ start, end: start + match[0].length }],
          labels: [sentence.text.slice(0, match.index)],
          inherited: [],
          metric: `toy.${figures.length - first}`,
          scope: null,
          partOf: figures.length === first ? null : first,
          stat: 'count',
          trust: 'stated',
          year: null,
          period: null,
          quote: sentence.spans,
          unit: 'passage',
          path: [section.title],
        });
      }
    }
  }
  return figures;
}

export function file(name: string, text: string, told?: IncomingFile['told']): IncomingFile {
  return { name, path: `in/${name}`, bytes: () => Buffer.from(text, 'utf8'), ...(told && { told }) };
}
