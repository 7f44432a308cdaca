import { codePoints, cutText } from './cut.js';
import type { Message } from './message.js';
import { loadSlackLimits } from './slack-limits.js';
import { feedbackButtons, slackParts, type Tables } from './slack-parts.js';
import { escapeControl, plain, type SlackBlock, type SlackInline } from './slack-text.js';

/** A message as `chat.postMessage` takes it: `text` is what notifications show, control characters escaped; send it with `mrkdwn: false`. */
export interface SlackMessage {
  readonly blocks: readonly SlackBlock[];
  readonly text: string;
}

const SHORTENED = { zh: '内容太长，余下部分未显示；请把问题问得更细一些。', en: 'Too long for one message: the rest is not shown; please ask for less at once.' } as const;

const limits = loadSlackLimits();

/**
 * Block Kit form of a message: figures bold, quotes set off with where they stand and a link to the place (when there is a public address),
 * choices and feedback as buttons. Keeps to `docs/slack-limits.yaml`: what does not fit is left out from the end, whole lines and quotes only, and the
 * message says so. With `tables` a list of so many values (`leastRows`, else more than three) is a table; null for none. Figures are bold by rich text, because mrkdwn's `*` needs blanks around it, which Chinese has not.
 */
export function slackBlocks(message: Message, publicAddress: string | null, tables: Tables | null = {}): SlackMessage {
  const pack = new Pack();
  const whole = slackParts(message, publicAddress, tables).every((part) => ('line' in part ? pack.line(part.line, part.size) : pack.blocks(part.blocks, part.size)));
  const shortened: SlackBlock[] = whole ? [] : [{ type: 'context', elements: [plain(SHORTENED[message.lang])] }];
  return { blocks: [...pack.done(), ...shortened, ...feedbackButtons(message)], text: fallback(message.text) };
}

/** Fills blocks up to Slack's limits; lines that follow each other share a block. */
class Pack {
  readonly #done: SlackBlock[] = [];
  #lines: SlackInline[] = [];
  #linesSize = 0;
  #room = limits.message_text_budget;

  /** Adds a line; false when it does not fit. */
  line(inlines: readonly SlackInline[], size: number): boolean {
    if (!this.#fits(this.#lines.length === 0 ? 1 : 0, size + 1)) return false;
    if (this.#linesSize + size + 1 > limits.section_text) this.#close();
    if (this.#lines.length > 0) this.#lines.push({ type: 'text', text: '\n' });
    this.#lines.push(...inlines);
    this.#linesSize += size + 1;
    return true;
  }

  /** Adds blocks that belong together; false when they do not fit. */
  blocks(blocks: readonly SlackBlock[], size: number): boolean {
    if (!this.#fits(blocks.length, size)) return false;
    this.#close();
    this.#done.push(...blocks);
    return true;
  }

  done(): SlackBlock[] {
    this.#close();
    return this.#done;
  }

  #fits(count: number, size: number): boolean {
    // Places are kept for the note that something is missing, for feedback, for the lines that are still open and for lines that start anew.
    if (this.#done.length + count + 4 > limits.blocks_per_message || size > this.#room) return false;
    this.#room -= size;
    return true;
  }

  #close(): void {
    if (this.#lines.length > 0) this.#done.push({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: this.#lines }] });
    this.#lines = [];
    this.#linesSize = 0;
  }
}

/** The text for notifications and for programs that show no blocks: as much as fits, and an ellipsis when that is not all. */
function fallback(text: string): string {
  const escaped = escapeControl(text);
  if (codePoints(escaped) <= limits.fallback_text) return escaped;
  // Escaping makes text longer, at most five times; try the longest first.
  const cuts = [1, 2, 5].map((times) => `${escapeControl(cutText(text, Math.floor((limits.fallback_text - 1) / times))[0]!)}…`);
  return cuts.find((cut) => codePoints(cut) <= limits.fallback_text)!;
}
