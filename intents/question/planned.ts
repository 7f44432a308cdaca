import { fold, type Figure, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { labelCues } from '../language/label-cues.js';
import { questionWords } from '../language/words.js';
import type { Question } from './read.js';
import { sentencesOf } from './report-read.js';
import { turnOf } from './report-turns.js';

/**
 * True where a question asks what has been done (音频做了几期) and a figure is of a year after its report's own (2024年制作音频12期, in the report of 2023), or stands among
 * what is to be done about the problems (改进：制作音频12期), in a clause that says nothing of its being done.
 */
export async function isOnlyPlanned(question: Question, report: ReportCard, { path, place, quote, trust, year }: Figure, context: Context): Promise<boolean> {
  if (trust !== 'stated' || place === null || !questionWords(question.lang).patterns.asksDone.test(question.folded)) return false;
  if (year !== null && report.year !== null && year > report.year) return true;
  if (!path.some((title) => turnOf(title) !== null)) return false;
  const sentences = await sentencesOf(report, context);
  const stands = sentences.findLast(({ spans }) => spans[0].start <= quote[0].start);
  const isDone = (words: string): boolean => labelCues().done.some((word) => words.includes(word));
  if (stands === undefined || (stands.zone !== 'plan' && stands.zone !== 'measure')) return false;
  // 更换公开栏，投入4.4万元 before 来年安排: where a report tells by itself what is to come, its measures have been taken.
  if (stands.zone === 'measure' && (isDone(stands.folded) || sentences.some(({ zone }) => zone === 'plan'))) return false;
  const { text } = await context.library.source(report.report);
  const before = text.slice(quote[0].start, place[0].start).split(/[;；。]/u).at(-1)!;
  const behind = text.slice(place.at(-1)!.end, quote.at(-1)!.end).split(/[;；。]/u)[0]!;
  return !isDone(fold(before + behind).text);
}
