import { z } from 'zod';
import { loadData, type ReportCard } from '../../index/mod.js';
import { quotedDraft } from '../answer/quoted.js';
import type { Context, Intent } from '../intent.js';
import { cues, firstFit, fits } from '../language/cue-words.js';
import type { Question } from '../question/read.js';
import { isScopeSure, sentencesOf } from '../question/report-read.js';

const asked = z.strictObject({ zh: cues('zh'), en: cues('en') });
const ItselfWords = z.strictObject({
  about: z.string(),
  /** 这份报告是哪个单位出的: whose it is. */
  asksIssuer: asked,
  /** How a report says who drew it up, which need not be whose it is (本报告由县政府办公室汇总编制); the group `deed`. */
  compiledBy: cues('zh'),
  /** 这是哪年的报告: the year that it tells of. */
  asksYear: asked,
  /** 勐来乡归哪个县管: the place above the one whose report it is; the group `level` says which. */
  asksPlaceAbove: asked,
  /** How the names of places end of a level that is asked for in English. */
  levels: z.record(z.string(), z.array(z.string())),
});

let loaded: z.output<typeof ItselfWords> | undefined;

function words(): z.output<typeof ItselfWords> {
  loaded ??= loadData('intents/language/report-itself.json', ItselfWords);
  return loaded;
}

function asks(what: 'asksIssuer' | 'asksYear' | 'asksPlaceAbove', { lang, folded }: Question): boolean {
  return fits(words()[what][lang], folded);
}

/** 「这份年度报告是哪个单位出的」: whose report it is, of which year, and the place above whoever it is of, with its title. */
export const reportItself: Intent = {
  name: 'report-itself',
  about: { zh: '报告是谁的、哪年的', en: 'whose report it is and of which year' },
  examples: { zh: ['这份年度报告是哪个单位发布的'], en: ['Who issued this report?'] },
  match(question) {
    return asks('asksIssuer', question) || asks('asksYear', question) || asks('asksPlaceAbove', question) ? { score: 0.96, because: ['asks about the report itself'] } : null;
  },
  async answer(question, context) {
    const [report] = context.reports;
    if (report === undefined || context.reports.length !== 1 || !(await isScopeSure(question, context))) return null;
    if (asks('asksIssuer', question) && (await isCompiledBySomebody(question, report, context))) return null;
    const { title } = await context.library.document(report.report);
    const asksPlaceAbove = asks('asksPlaceAbove', question);
    const above = asksPlaceAbove ? placeAbove(question, report) : null;
    if (title === null || (asksPlaceAbove && above === null)) return null;
    const draft = await quotedDraft(context, report, [{ spans: title.spans, path: [] }]);
    const value = above ?? (asks('asksYear', question) ? report.year : report.org.fullName);
    return { draft: { ...draft, value, rows: [] }, remember: { terms: question.terms, figure: null } };
  },
};

/** The place above of the level that is asked for, by the name of the organisation; null where that holds none. */
function placeAbove({ folded, lang }: Question, { org }: ReportCard): string | null {
  const level = firstFit(words().asksPlaceAbove[lang], folded)?.groups?.['level'] ?? '';
  const ends = lang === 'zh' ? [level] : (words().levels[level] ?? []);
  return org.path.slice(0, -1).findLast((place) => ends.some((end) => place.endsWith(end))) ?? null;
}

/** 报告由谁编制, where the report says who did: `who` reads it there. */
async function isCompiledBySomebody({ folded }: Question, report: ReportCard, context: Context): Promise<boolean> {
  const deeds = (await sentencesOf(report, context)).map((sentence) => firstFit(words().compiledBy, sentence.folded)?.groups?.['deed']);
  return deeds.some((deed) => deed !== undefined && folded.includes(deed));
}
