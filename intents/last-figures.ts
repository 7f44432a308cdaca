import type { Lang } from '../index/mod.js';
import type { Draft } from './answer/answer.js';
import { say } from './answer/phrases.js';
import { amongShown } from './catalogue/among-shown.js';
import { itsCourse } from './catalogue/its-course.js';
import type { Context, Memory, Outcome } from './intent.js';
import { amongAsked } from './question/among.js';
import { courseAsked } from './question/course-asked.js';
import type { Question } from './question/read.js';
import { wholeOf } from './question/whole.js';
import { shownIn, SPEAKS_OF_OTHERS, type Turn } from './turns.js';

/**
 * What is asked of the figures that were shown (两个加起来, 差多少) or of the last one (上年多少, 增加了几条, 其余的呢); a refusal where only they can be
 * meant and it is not clear which; null for any other question.
 */
export async function amongTurn(now: Question, memory: Memory | null, context: Context): Promise<Turn | null> {
  const asked = amongShown.match(now, memory) === null ? null : amongAsked(now);
  if (memory === null) return null;
  const intent = amongShown.name;
  const outcome = asked === null ? null : await amongShown.answer(now, context);
  const course = outcome === null && itsCourse.match(now, memory) !== null ? await itsCourse.answer(now, context) : null;
  if (course) return courseTurn(course, memory);
  if (asked === null) return leansOnNoFigure(now, memory) ? { intent: itsCourse.name, draft: nothingBefore(now.answerIn, 'courseOfNothing'), remember: memory } : null;
  if (outcome) return { intent, draft: outcome.draft, remember: { ...memory, ...outcome.remember, intent, ...shownIn(outcome.draft) } };
  // 哪个最多 may be asked over the organisations, 加起来 of the last figure's total.
  const onlyThey = asked.kind !== 'most' && asked.kind !== 'least' && !(asked.kind === 'sum' && asked.n === null && memory.figure !== null && (await hasTotal(memory.figure, context)));
  return onlyThey ? { intent, draft: nothingBefore(now.answerIn, 'amongNothing') } : null;
}

function nothingBefore(lang: Lang, key: string): Draft {
  return { status: 'not_found', reason: 'nothing_before', blocks: [{ type: 'text', inlines: say(lang, key) }] };
}

/** Turns after which 比上年呢 and 其余的呢 may be asked of something other than one figure. */
const OF_SEVERAL: readonly string[] = [...SPEAKS_OF_OTHERS, 'figure-lookup', 'change', 'who'];

/** 其余的呢, 增加了几条 where the turn before gave no figure: nothing else in the report may answer for it. The year before is that of any question. */
function leansOnNoFigure(now: Question, memory: Memory): boolean {
  const asked = memory.figure === null ? courseAsked(now) : null;
  if (asked === null || (asked.kind === 'before' && asked.ofLastYear)) return false;
  return asked.kind === 'rest' || memory.shown === undefined || !OF_SEVERAL.includes(memory.intent);
}

/** A turn about the last figure: what was refused leaves the conversation where it was. */
function courseTurn({ draft, remember }: Outcome, memory: Memory): Turn {
  return { intent: itsCourse.name, draft, remember: draft.status === 'answered' ? { ...memory, ...remember, intent: itsCourse.name, ...shownIn(draft) } : memory };
}

async function hasTotal({ report, id }: NonNullable<Memory['figure']>, { library }: Context): Promise<boolean> {
  const figures = (await library.report(report)) === null ? [] : await library.figures(report);
  const figure = figures[id];
  return figure !== undefined && (wholeOf(figure, figures, false) !== null || figures.some(({ partOf }) => partOf === (id as number)));
}
