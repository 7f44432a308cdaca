import { fold, type FoundList, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { toldAsks, toldWords } from '../language/told-words.js';
import type { AgentTold } from './agent-told.js';
import { explain } from './explain.js';
import { facetsOfText } from './facets.js';
import { GENERIC } from './office-words.js';
import { asks, type Question } from './read.js';
import { sentencesOf } from './report-read.js';
import { DISTINGUISHING } from './strength.js';

/** Who does what, by one item of a list. Offsets count in the folded question. */
interface Share {
  readonly agent: string;
  readonly start: number;
  readonly end: number;
}

/** UTF-16 units of a deed: 抓 alone ends every item. */
const SHORTEST_DEED = 2;
const FEWEST = 2;

/**
 * 由谁抓落实, where the report lists 主要领导亲自抓、分管领导具体抓、专门站所抓落实: whoever stands before that very deed in such a list. Null when no list
 * says it of the thing that is asked about, or two lists say it of others.
 */
export async function workShared(question: Question, report: ReportCard, context: Context): Promise<AgentTold | null> {
  if (question.lang !== 'zh' || !(asks(question, 'who') || toldAsks('asksOffice', question) || toldAsks('asksBodies', question))) return null;
  const sentences = await sentencesOf(report, context);
  const told = (await context.library.lists(report.report)).flatMap((list): AgentTold[] => {
    const share = shareAsked(question, list);
    const sentence = sentences.findLast(({ spans: [{ start }] }) => start <= list.items[0]!.spans[0].start);
    if (share === null || sentence === undefined) return [];
    const around = sentences.filter(({ paragraph, part }) => paragraph === sentence.paragraph && part === sentence.part);
    const said = [...sentence.path, ...around.map(({ folded }) => folded)].join('');
    const others = question.terms.filter(({ start, end, weight, concept }) => weight >= DISTINGUISHING && (end <= share.start || start >= share.end) && !GENERIC.includes(concept ?? ''));
    return explain(others, facetsOfText(said, context.terms(said))).unexplained.length === 0 ? [{ who: [share.agent], sentence }] : [];
  });
  return new Set(told.flatMap(({ who }) => who)).size === 1 ? told[0]! : null;
}

/** The item of a list whose deed the question names, if every item of it begins with somebody. */
function shareAsked({ folded }: Question, { items }: FoundList): Share | null {
  const texts = items.map(({ text }) => fold(text).text);
  if (texts.length < FEWEST || !texts.every((text) => cutsOf(text).length > 0)) return null;
  const shares = texts.flatMap((text): Share[] => {
    const cut = cutsOf(text).find((at) => folded.includes(text.slice(at)));
    if (cut === undefined || folded.includes(text.slice(0, cut))) return [];
    const start = folded.indexOf(text.slice(cut));
    return [{ agent: text.slice(0, cut), start, end: start + text.length - cut }];
  });
  return shares.length === 1 ? shares[0]! : null;
}

/** Where a deed may begin behind the name of whoever does it, the longest deed first. */
function cutsOf(text: string): number[] {
  const { endings } = toldWords().agents;
  return Array.from({ length: Math.max(0, text.length - SHORTEST_DEED - 1) }, (_, i) => i + SHORTEST_DEED).filter((at) => endings.some((ending) => text.slice(0, at).endsWith(ending)));
}
