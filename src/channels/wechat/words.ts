import { z } from 'zod';
import { loadData } from '../../../index/mod.js';

const Words = z.strictObject({
  /** Names by which WeChat addresses a whole group: never a mention of somebody. */
  everyone: z.array(z.string().min(1)),
  /** Messages that ask for the rest of an answer. */
  more: z.array(z.string().min(1)),
  /** What a message holds that goes on asking; without any of it, it is thanks or talk. */
  asks: z.array(z.string().min(1)),
  /** What stands before the code that binds a place to a name. */
  bind: z.array(z.string().min(1)),
  /** What WeChat says to an account that does too much, in lower case. */
  tooOften: z.array(z.string().min(1)),
  /** What is said to a file that is offered; the first of each is shown. */
  fileDeeds: z.strictObject({ take: z.array(z.string().min(1)).min(1), check: z.array(z.string().min(1)).min(1), leave: z.array(z.string().min(1)).min(1) }),
});

let loaded: z.output<typeof Words> | undefined;

/** Words that mean something to a bot in a group. */
export function words(): z.output<typeof Words> {
  return (loaded ??= loadData('src/channels/wechat/words.json', Words));
}
