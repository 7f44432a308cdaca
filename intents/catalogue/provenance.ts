import type { Block, Inline, ReportCitation } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { named } from '../answer/present.js';
import type { Context, Intent, Memory, Outcome } from '../intent.js';
import { asks } from '../question/read.js';

/** 「出处在哪」「依据呢」after an answer: its quotes again, with the sections they stand in and where in the text. */
export const provenance: Intent = {
  name: 'provenance',
  about: { zh: '上一个回答的出处', en: 'what the last answer stands on' },
  examples: { zh: [], en: [] },
  match(question) {
    return asks(question, 'source') ? { score: 0.99, because: ['asks what the last answer stands on'] } : null;
  },
  async answer(_question, context) {
    const { lang, memory } = context;
    const told = (key: string): Outcome => ({ draft: { status: 'not_found', reason: memory === null ? 'nothing_before' : 'no_passage', blocks: [{ type: 'text', inlines: say(lang, key) }] } });
    if (memory === null) return told('nothingBefore');
    if (memory.shown === undefined || memory.shown.citations.length === 0) return told('sourceNothing');
    return (await isStillHeld(context, memory.shown.citations)) ? placesOf(context, memory.shown) : told('sourceReplaced');
  },
};

/** A quote is shown again only while the very text it was taken from is in use. */
async function isStillHeld({ library }: Context, citations: readonly ReportCitation[]): Promise<boolean> {
  for (const { report, source } of citations) if (((await library.report(report)) && ((await library.source(report)).id as string)) !== source) return false;
  return true;
}

function placesOf({ lang }: Context, { rows, citations, formula, more }: NonNullable<Memory['shown']>): Outcome {
  const blocks: Block[] = [{ type: 'text', inlines: say(lang, 'sourceLead') }];
  for (const [i, { report, spans }] of citations.entries()) {
    blocks.push({ type: 'quote', citation: i });
    blocks.push({ type: 'text', inlines: say(lang, 'sourcePlace', { start: offset(spans[0]!.start), end: offset(spans.at(-1)!.end), report: named(report) }) });
  }
  if (more > 0) blocks.push({ type: 'text', inlines: say(lang, 'sourceMore', { n: offset(more) }) });
  if (formula !== null && rows.length > 0) blocks.push({ type: 'text', inlines: say(lang, 'sourceFormula', { formula: { type: 'derived', text: formula, from: rows.map((_, i) => i) } }) });
  // The turn is kept as it was: the next follow-up leans on the answer, not on its source.
  return { draft: { status: 'answered', blocks, rows, citations } };
}

/** A place in a text, in characters. */
function offset(place: number): Inline {
  return { type: 'counted', text: String(place), basis: 'source' };
}
