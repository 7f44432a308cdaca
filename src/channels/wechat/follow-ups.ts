import { words } from './words.js';

/** What one asker in one conversation may still refer to. */
interface Last {
  /** Parts of the answer that were not said yet. */
  rest: readonly string[];
  /** Questions that numbers stand for. */
  readonly options: readonly string[];
  readonly at: number;
}

/** An answer is forgotten after half an hour, as by the desk. */
const REMEMBERED_MS = 30 * 60_000;

const HAN_NUMBERS = '一二三四五六七八九十';
const CHOSEN = new RegExp(`^[第选]?(\\d{1,2}|[${HAN_NUMBERS}])[个项条号]?$`, 'u');

/** The last answer to each asker: the rest of it for 「更多」, its choices for a number, and how long its asker may go on unmentioned. */
export class FollowUps {
  readonly #now: () => Date;
  readonly #windowMs: number;
  readonly #last = new Map<string, Last>();

  constructor(now: () => Date, windowSeconds: number) {
    this.#now = now;
    this.#windowMs = windowSeconds * 1000;
  }

  /** Notes what was answered; `rest` are the parts that are still to be said. */
  answered(asker: string, rest: readonly string[], options: readonly string[]): void {
    const now = this.#now().getTime();
    for (const [key, { at }] of this.#last) if (now - at > REMEMBERED_MS) this.#last.delete(key);
    this.#last.set(asker, { rest, options, at: now });
  }

  /** Whether a message without a mention goes on from the answer before: it is soon enough, and asks. The rest of an answer is there as long as it is kept. */
  goesOn(asker: string, text: string): boolean {
    if (asksMore(text)) return this.#windowMs > 0 && (this.#fresh(asker)?.rest.length ?? 0) > 0;
    const last = this.#last.get(asker);
    if (last === undefined || this.#now().getTime() - last.at > this.#windowMs) return false;
    return this.chosen(asker, text) !== null || asks(text);
  }

  /** The next part of the answer before, taken; null when nothing is left. */
  more(asker: string): string | null {
    const last = this.#fresh(asker);
    const [part, ...rest] = last?.rest ?? [];
    if (last === undefined || part === undefined) return null;
    this.answered(asker, rest, last.options);
    return part;
  }

  /** Gives a part back that `more` took and that could not be said. */
  putBack(asker: string, part: string): void {
    const last = this.#last.get(asker);
    if (last !== undefined) this.answered(asker, [part, ...last.rest], last.options);
  }

  /** The question that a number alone stands for; null for any other text, or when nothing was to be chosen. */
  chosen(asker: string, text: string): string | null {
    const number = numberIn(text);
    return number === null ? null : (this.#fresh(asker)?.options[number - 1] ?? null);
  }

  #fresh(asker: string): Last | undefined {
    const last = this.#last.get(asker);
    return last !== undefined && this.#now().getTime() - last.at <= REMEMBERED_MS ? last : undefined;
  }
}

/** One asker in one conversation; of a message to a whole room, the room. */
export function askerIn(conversation: string, speaker: string): string {
  return `${conversation}/${speaker}`;
}

/** True for a message that asks for the rest of an answer and nothing else. */
export function asksMore(text: string): boolean {
  return words().more.includes(bare(text));
}

function asks(text: string): boolean {
  const said = text.toLowerCase();
  return words().asks.some((word) => said.includes(word));
}

/** 2, ２, ②, 二, 第二个, 选2: the number; null when the text says anything else. */
function numberIn(text: string): number | null {
  const found = CHOSEN.exec(bare(text));
  if (!found) return null;
  const han = HAN_NUMBERS.indexOf(found[1]!);
  return han >= 0 ? han + 1 : Number(found[1]);
}

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '');
}
