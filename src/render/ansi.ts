import pc from 'picocolors';
import { harmless } from './harmless.js';
import type { Message } from './message.js';

/** An answer for a terminal: the value stands out, quotes and their places are dimmed. Plain when `colour` is off. */
export function renderForTerminal(answer: Pick<Message, 'text' | 'status'>, colour: boolean): string {
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
