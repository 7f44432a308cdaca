import pc from 'picocolors';
import type { Answer } from '../../intents/mod.js';

/** Control and bidirectional characters of a report or a chat must not reach a terminal, where they would act. */
// oxlint-disable-next-line no-control-regex
const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that is safe to print on a terminal. */
export function harmless(text: string): string {
  return text.replace(ACTING, '');
}

/** An answer for a terminal: the value stands out, quotes and their places are dimmed. Plain when `colour` is off. */
export function renderForTerminal(answer: Answer, colour: boolean): string {
  const paint = pc.createColors(colour);
  return harmless(answer.text)
    .split('\n')
    .map((line) => {
      if (line.startsWith('「')) return paint.cyan(line);
      if (line.startsWith('—— ')) return paint.dim(line);
      if (line.startsWith('· ')) return paint.yellow(line);
      return answer.status === 'answered' ? paint.bold(line) : line;
    })
    .join('\n');
}
