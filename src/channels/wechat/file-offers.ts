import type { Message } from '../../render/message.js';
import type { HostPorts, Incoming } from '../channel.js';
import { fetchHeard, type HeardFile } from './heard-file.js';
import { noticeOf } from './notices.js';
import { words } from './words.js';

/** What somebody may want of a file, in the order it is offered. */
const DEEDS = ['take', 'check', 'leave'] as const;
type Deed = (typeof DEEDS)[number];

/** Files that nobody wanted after so long are forgotten. */
const OFFERED_MS = 10 * 60_000;
/** Files of one sender that wait for a word; of more the first are forgotten. */
const MOST_OFFERED = 10;

/** Files that people sent, offered to their sender: taken in or checked only on their word, which is for all that they sent. */
export class FileOffers {
  readonly #front: HostPorts['front'];
  readonly #now: () => Date;
  readonly #offered = new Map<string, { readonly files: readonly HeardFile[]; readonly at: number }>();

  constructor({ front, now }: Pick<HostPorts, 'front' | 'now'>) {
    this.#front = front;
    this.#now = now;
  }

  /** Offers a file to who sent it, with those that wait already; null when the same message was dealt with before. Who may not hand in is told so. */
  async *offer(asker: string, act: Incoming, file: HeardFile): AsyncGenerator<Message | null> {
    const offered = (): HeardFile[] => [...(this.#waiting(asker) ?? []), file].slice(-MOST_OFFERED);
    const offer = await this.#front.offer({ ...act, text: file.name }, offered().map(({ name }) => name));
    if (offer?.status !== 'notice') return yield offer;
    const now = this.#now().getTime();
    for (const [key, { at }] of this.#offered) if (now - at > OFFERED_MS) this.#offered.delete(key);
    // Another file may have come meanwhile.
    this.#offered.set(asker, { files: offered(), at: now });
    yield { ...offer, blocks: [...(offer.blocks.length === 0 ? [{ type: 'text' as const, inlines: [{ type: 'echo' as const, text: offer.text }] }] : offer.blocks), { type: 'choices', lead: '', options: DEEDS.map((deed) => words().fileDeeds[deed][0]!) }] };
  }

  /** What a message wants done with the files offered to its sender; null when nothing was offered or it says anything else. */
  wanted(asker: string, text: string): Deed | null {
    if (this.#waiting(asker) === null) return null;
    const said = text.normalize('NFKC').replace(/[\s\p{P}]/gu, '').toLowerCase();
    return DEEDS.find((deed) => words().fileDeeds[deed].includes(said)) ?? null;
  }

  /** Does it with each file, once for each message that asks; null for what was done before. */
  async *grant(asker: string, deed: Deed, act: Incoming): AsyncGenerator<Message | null> {
    const files = this.#waiting(asker) ?? [];
    this.#offered.delete(asker);
    if (deed === 'leave') return yield noticeOf('fileLeft');
    for (const [i, file] of files.entries()) {
      const named = { ...act, id: i === 0 ? act.id : `${act.id}/${i + 1}`, text: file.name };
      yield await (deed === 'take' ? this.#front.handIn(named, () => fetchHeard(file)) : this.#front.check(named, () => fetchHeard(file)));
    }
  }

  #waiting(asker: string): readonly HeardFile[] | null {
    const offered = this.#offered.get(asker);
    return offered === undefined || this.#now().getTime() - offered.at > OFFERED_MS ? null : offered.files;
  }
}
