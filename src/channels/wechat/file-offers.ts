import type { Message } from '../../render/message.js';
import type { HostPorts, Incoming } from '../channel.js';
import { fetchHeard, type HeardFile } from './heard-file.js';
import { noticeOf } from './notices.js';
import { words } from './words.js';

/** What somebody may want of a file, in the order it is offered. */
const DEEDS = ['take', 'check', 'leave'] as const;
type Deed = (typeof DEEDS)[number];

/** A file that nobody wanted after so long is forgotten. */
const OFFERED_MS = 10 * 60_000;

/** Files that people sent, each offered to its sender: taken in or checked only on their word. */
export class FileOffers {
  readonly #front: HostPorts['front'];
  readonly #now: () => Date;
  readonly #offered = new Map<string, { readonly file: HeardFile; readonly at: number }>();

  constructor({ front, now }: Pick<HostPorts, 'front' | 'now'>) {
    this.#front = front;
    this.#now = now;
  }

  /** Offers a file to who sent it; null when the same message was dealt with before. Who may not hand in is told so. */
  async offer(asker: string, act: Incoming, file: HeardFile): Promise<Message | null> {
    const offer = await this.#front.offer({ ...act, text: file.name }, [file.name]);
    if (offer?.status !== 'notice') return offer;
    const now = this.#now().getTime();
    for (const [key, { at }] of this.#offered) if (now - at > OFFERED_MS) this.#offered.delete(key);
    this.#offered.set(asker, { file, at: now });
    return { ...offer, blocks: [...(offer.blocks.length === 0 ? [{ type: 'text' as const, inlines: [{ type: 'echo' as const, text: offer.text }] }] : offer.blocks), { type: 'choices', lead: '', options: DEEDS.map((deed) => words().fileDeeds[deed][0]!) }] };
  }

  /** What a message wants done with the file offered to its sender; null when nothing was offered or it says anything else. */
  wanted(asker: string, text: string): Deed | null {
    const offered = this.#offered.get(asker);
    if (offered === undefined || this.#now().getTime() - offered.at > OFFERED_MS) return null;
    const said = text.normalize('NFKC').replace(/[\s\p{P}]/gu, '').toLowerCase();
    return DEEDS.find((deed) => words().fileDeeds[deed].includes(said)) ?? null;
  }

  /** Does it, once for each message that asks; null when it was done before. */
  async grant(asker: string, deed: Deed, act: Incoming): Promise<Message | null> {
    const { file } = this.#offered.get(asker)!;
    this.#offered.delete(asker);
    if (deed === 'leave') return noticeOf('fileLeft');
    const named = { ...act, text: file.name };
    return deed === 'take' ? this.#front.handIn(named, () => fetchHeard(file)) : this.#front.check(named, () => fetchHeard(file));
  }
}
