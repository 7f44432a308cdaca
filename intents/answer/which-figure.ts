import { wholeQuestions } from '../language/whole-questions.js';
import { turnIn } from '../question/follow-up-words.js';
import { namesAFigure } from '../question/many-asked.js';
import { asTyped, type Question } from '../question/read.js';
import type { Context } from '../intent.js';
import type { Block, Draft } from './answer.js';
import { say, wordsOf } from './phrases.js';

/** 近三年全县合计: says over whom and how and not which figure. Asks back with the question put for those that every form has; null when the question names one. */
export function whichFigure(question: Question, { lang, memory }: Pick<Context, 'lang' | 'memory'>): Draft | null {
  if (namesAFigure(question) || memory !== null) return null;
  const typed = asTyped(question).replace(/[?？。.\s]*$/u, '');
  const at = question.lang === 'zh' ? (turnIn(question.folded, 'zh')?.start ?? typed.length) : typed.length;
  const { figures, joins } = wholeQuestions(question.lang);
  const options = figures.map((figure) => [typed.slice(0, at), figure, typed.slice(at)].filter((piece) => piece !== '').join(joins.words));
  const blocks: Block[] = [{ type: 'choices', lead: wordsOf(say(lang, 'whichFigure')), options }];
  return { status: 'clarify', reason: 'ambiguous_metric', blocks, options };
}
