import { z } from 'zod';
import { loadData } from '../data.js';
import type { Diagnostic, Text2 } from '../document/diagnostic.js';
import { hull } from '../document/span.js';
import type { FormId, ReportDocument, Section } from '../document/tree.js';
import type { FormTableId } from './form.js';
import { narrativeForms } from './forms.js';

const groups = z.array(z.array(z.string().min(1)).min(1));
const words = loadData(
  'index/forms/absent.json',
  z.object({
    tables: z.array(z.object({ table: z.enum(['active', 'requests', 'disputes']), sections: groups, zh: z.string(), en: z.string() })),
    printsTables: groups,
    attached: z.array(z.string().min(1)),
    pictured: z.array(z.string().min(1)),
  }),
);

const holdsOne = (title: string, list: readonly (readonly string[])[]): boolean => list.some((group) => group.every((word) => title.includes(word)));

/** The form of a report that prints no official table, where its headings tell: only the old regime asks for 收费及减免情况. `official`: tables that were recognised. */
export function narrativeFormOf(document: ReportDocument, official: ReadonlySet<FormTableId>): FormId | null {
  if (official.size > 0 || document.sections.some(({ title }) => holdsOne(title, words.printsTables))) return null;
  return narrativeForms.find(({ telling }) => document.sections.some(({ title }) => holdsOne(title, telling ?? [])))?.id ?? null;
}

const PLACES: Readonly<Record<'attached' | 'pictured' | 'lost', Text2>> = {
  attached: { zh: '表格在附件里', en: 'the table is in an attachment' },
  pictured: { zh: '表格是图片', en: 'the table is a picture' },
  lost: { zh: '表格可能是图片或附件', en: 'the table is probably a picture or an attachment' },
};

/**
 * Tells of official tables that should stand in a section and do not: pages lose them, or show them as a picture or an attachment.
 * Nothing is said of a narrative report. A section that speaks in sentences instead is an `info`.
 */
export function absentTables(document: ReportDocument, official: ReadonlySet<FormTableId>): Diagnostic[] {
  if (official.size === 0 && !document.sections.some(({ title }) => holdsOne(title, words.printsTables))) return attachmentOnly(document);
  return words.tables.flatMap(({ table, sections, zh, en }): Diagnostic[] => {
    if (official.has(table)) return [];
    const section = document.sections.find(({ title }) => holdsOne(title, sections));
    if (section === undefined || holdsTable(section)) return [];
    const text = textOf(section);
    const place = words.attached.some((word) => text.includes(word)) ? 'attached' : words.pictured.some((word) => text.includes(word)) ? 'pictured' : 'lost';
    const where = PLACES[place];
    const message = { zh: `“${zh}”一节没有读到表格，${where.zh}；其中各项没有数据，不等于零。`, en: `No table was read under “${en}”: ${where.en}. Its items have no data, which is not zero.` };
    return [{ code: `${table}-table-absent`, severity: text === '' || place !== 'lost' ? 'warning' : 'info', message, span: section.heading === null ? null : hull(section.heading.spans) }];
  });
}

/** More sentences than these are a report, whatever is attached to it. */
const FEW = 4;

/** A page that only names its attachment: 附件：….docx. */
function attachmentOnly(document: ReportDocument): Diagnostic[] {
  if (document.sections.some(holdsTable)) return [];
  const sentences = document.sections.flatMap(sentencesOf);
  const naming = sentences.find(({ text }) => words.attached.some((word) => text.includes(word)));
  if (naming === undefined || sentences.length > FEW) return [];
  return [{ code: 'attachment-only', severity: 'warning', message: { zh: '这一页只列出附件，报告内容没有读到；请导入附件本身。', en: 'This page only lists an attachment; the report itself was not read. Ingest the attached file.' }, span: hull(naming.spans) }];
}

function holdsTable(section: Section): boolean {
  return section.children.some((child) => child.kind === 'table' || (child.kind === 'section' && holdsTable(child)));
}

type Sentences = Extract<Section['children'][number], { kind: 'paragraph' }>['sentences'];

function sentencesOf(section: Section): Sentences {
  return section.children.flatMap((child) => (child.kind === 'paragraph' ? child.sentences : child.kind === 'section' ? sentencesOf(child) : []));
}

function textOf(section: Section): string {
  return sentencesOf(section).map(({ text }) => text).join('');
}
