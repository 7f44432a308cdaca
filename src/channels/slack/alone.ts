import type { Lang } from '../../../index/mod.js';
import type { PostingChannel } from '../channel.js';
import type { LookingSign } from './looking.js';
import type { Outgoing } from './outgoing.js';

/**
 * Answers one person at an address that Slack gave for it, with the sign of looking there meanwhile, which the answer replaces. `over` says that
 * nothing more comes.
 */
export function aloneAt(responseUrl: string, lang: Lang, speaker: string, { out, looking }: { readonly out: Outgoing; readonly looking: LookingSign }): PostingChannel & { readonly over: () => void } {
  let over = (): void => {};
  const answered = new Promise<void>((resolve) => (over = resolve));
  const signed = looking.during(answered, out.signAt(responseUrl, lang));
  let replaced = false;
  return {
    tellsLate: true,
    tellsAgain: true,
    over,
    post: async (_, message) => {
      over();
      const replace = (await signed) && !replaced;
      replaced = true;
      return out.respond(responseUrl, message, { replace, speaker });
    },
  };
}
