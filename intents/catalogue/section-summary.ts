import { fold, hull, type ReportCard, type Section, type Spans, type Table } from '../../index/mod.js';
import type { Block } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear } from '../answer/present.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { fits } from '../language/cue-words.js';
import { reportWording } from '../language/report-wording.js';
import { questionWords } from '../language/words.js';
import { asksForNumber } from '../question/find.js';
import { explain } from '../question/explain.js';
import { DISTINGUISHING } from '../question/strength.js';
import { facetsOfTerms, facetsOfWords } from '../question/facets.js';
import { asks, type Question } from '../question/read.js';

/** Sentences and sub-headings shown of one section; enough for a phone, the source page has the rest. */
const MOST_PIECES = 16;
/** UTF-16 units. */
const SHORT_SECTION = 1000;

/** 「第六部分写的什么」「存在的问题那段念一下」: a section in its own words. */
export const sectionSummary: Intent = {
  name: 'section-summary',
  about: { zh: '一部分写了什么', en: 'what a section says' },
  examples: { zh: ['第六部分写的什么', '念一下存在的主要问题那部分'], en: ['What does section six say?'] },
  match(question) {
    // 第一部分里那个咨询件数: the section says where the number stands that is asked for.
    if (question.section !== null) return { score: asksForNumber(question) ? 0.7 : 0.88, because: ['names a section'] };
    if (asksForOtherMatters(question)) return { score: 0.97, because: ['asks what else there is to report'] };
    if (asksForPart(question)) return { score: 0.92, because: ['asks what is said or done under a title'] };
    return asks(question, 'summary') ? { score: asks(question, 'who', 'count') ? 0.62 : 0.76, because: ['asks for a summary'] } : null;
  },
  async answer(question, context) {
    const [report] = context.reports;
    if (!report || context.reports.length !== 1) return null;
    const document = await context.library.document(report.report);
    if (question.section === null && asksForOtherMatters(question)) {
      const other = numbered(document.sections).find(({ title }) => fits(reportWording().otherMatters, fold(title).text));
      return other ? show(context, report, other) : null;
    }
    const section = question.section === null ? (byTitle(question, document.sections, context) ?? (asks(question, 'summary') ? overview(question, document.sections) : undefined)) : numbered(document.sections)[question.section - 1];
    return section ? show(context, report, section) : null;
  },
};

/** 依申请公开这一段, 平台建设方面做了什么: a part of the report by its title. */
function asksForPart(question: Question): boolean {
  return !asksForNumber(question) && !asks(question, 'who', 'which', 'why') && questionWords(question.lang).patterns.partByTitle.test(question.folded);
}

/** 其他要报告的有没有: 其他 is the part of that title, and no row or result of a table. */
function asksForOtherMatters({ lang, folded, terms, counter }: Question): boolean {
  const said = questionWords(lang).patterns.otherMatters.exec(folded);
  return said !== null && counter === null && terms.every(({ start, end, weight }) => weight < DISTINGUISHING || (start < said.index + said[0].length && end > said.index));
}

function numbered(sections: readonly Section[]): Section[] {
  return sections.filter((section) => section.level === 1 && section.heading !== null);
}

/** 说说这个乡的公开工作: nothing in particular is asked, so the report's first part answers. */
function overview(question: Question, sections: readonly Section[]): Section | undefined {
  return question.terms.every((term) => term.weight < DISTINGUISHING || GENERAL.includes(term.concept ?? '')) ? numbered(sections)[0] : undefined;
}

/** A title's words beside a label's: 存在的主要问题及改进情况 is asked for as 存在的问题. */
const TITLE_WORD = 0.3;
const GENERAL = ['ogi', 'publish', 'township-level', 'county-level', 'department', 'work'];

function byTitle(question: Question, sections: readonly Section[], context: Context): Section | undefined {
  const part = questionWords(question.lang).patterns.partByTitle.exec(question.folded);
  const terms = question.terms.filter((term) => part === null || term.end <= part.index || term.start >= part.index + part[0].length);
  return sectionByTitle(terms, question, sections, context);
}

/** The section whose title says what `terms` say; where one of `level` does, of those only. */
export function sectionByTitle(terms: Question['terms'], question: Question, sections: readonly Section[], context: Context, level: number | null = null): Section | undefined {
  const all = sections.flatMap(function flatten(section: Section): Section[] {
    return [section, ...section.children.flatMap((child) => (child.kind === 'section' ? flatten(child) : []))];
  });
  const rated = all.flatMap((section) => {
    const title = fold(section.title).text;
    const fit = explain(terms, facetsOfWords({ own: facetsOfTerms(context.terms(title), TITLE_WORD), inherited: [], ownText: title, inheritedText: '' }));
    return fit.unexplained.length === 0 && terms.length > 0 && fit.coverage > 0 && (fit.strongest >= DISTINGUISHING || question.folded.includes(bareTitle(title))) ? [{ section, score: fit.score }] : [];
  });
  const ofLevel = rated.filter(({ section }) => section.level === level);
  return (ofLevel.length > 0 ? ofLevel : rated).sort((a, b) => b.score - a.score)[0]?.section;
}

/** 一、总体情况 is 总体情况 to those who ask. */
function bareTitle(title: string): string {
  return title.replace(/^(?:\([^)]*\)|[一二三四五六七八九十\d]+[、.])/u, '').replace(/[。:]$/u, '');
}

async function show(context: Context, report: ReportCard, section: Section): Promise<Outcome | null> {
  const figures = await context.library.figures(report.report);
  const wholes = new Set(figures.flatMap(({ partOf }) => partOf ?? []));
  const extracts = extractsOf(section, figures.flatMap((figure) => (figure.trust === 'stated' && wholes.has(figure.id) ? [figure.quote[0].start] : [])));
  if (extracts.length === 0) return null;
  const evidence = new Evidence(context.library);
  const heading = section.heading?.text ?? section.title;
  const blocks: Block[] = [{ type: 'text', inlines: say(context.lang, 'sectionLead', { ...orgYear(context.lang, report), title: named(fold(heading).text) }) }];
  for (const spans of extracts) blocks.push({ type: 'quote', citation: await evidence.place(report, spans, 'passage', [heading]) });
  return { draft: { status: 'answered', blocks, citations: evidence.citations }, remember: { figure: null } };
}

/**
 * A short section whole. Of a long one its sub-headings, the first sentence of each paragraph, and every sentence that opens a point
 * (二是…) or holds a total with its parts. Of a section of tables its rows.
 */
function extractsOf(section: Section, totals: readonly number[]): Spans[] {
  const pieces = piecesOf(section);
  if (pieces.length === 0) return tablesOf(section).flatMap(rowsOf).slice(0, MOST_PIECES);
  const length = pieces.reduce((total, { spans }) => total + hull(spans).end - hull(spans).start, 0);
  const kept = length <= SHORT_SECTION ? pieces : pieces.filter((piece) => piece.opens || totals.some((at) => at >= hull(piece.spans).start && at < hull(piece.spans).end));
  return kept.slice(0, MOST_PIECES).map(({ spans }) => spans);
}

interface Piece {
  readonly spans: Spans;
  /** True for what opens a part of the text: a sub-heading, a paragraph's first sentence, a point. */
  readonly opens: boolean;
}

function piecesOf(section: Section): Piece[] {
  return section.children.flatMap((child): Piece[] => {
    if (child.kind === 'table') return [];
    if (child.kind === 'paragraph') return child.sentences.map((sentence, i) => ({ spans: sentence.spans, opens: i === 0 || fits(reportWording().point, fold(sentence.text).text) }));
    return [...(child.heading ? [{ spans: child.heading.spans, opens: true }] : []), ...piecesOf(child)];
  });
}

function tablesOf(section: Section): Table[] {
  return section.children.flatMap((child) => (child.kind === 'table' ? [child] : child.kind === 'section' ? tablesOf(child) : []));
}

/** Each row from its first printed cell to its last. */
function rowsOf(table: Table): Spans[] {
  return table.rows.flatMap((row) => {
    const spans = row.flatMap((cell) => cell.spans ?? []);
    const [first] = spans;
    return first ? [[{ start: first.start, end: spans[spans.length - 1]!.end }] as Spans] : [];
  });
}
