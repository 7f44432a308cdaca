import { z } from 'zod';
import { bothLanguages, loadData } from '../../../index/mod.js';

/** Puppets that the bot can speak through. */
export const PUPPET_NAMES = ['mock', 'service', 'padlocal', 'wechat4u'] as const;
/** One of `PUPPET_NAMES`. */
export type PuppetName = (typeof PUPPET_NAMES)[number];

const Puppet = z.strictObject({
  /** The npm package that holds it. */
  package: z.string().min(1),
  /** Comes with this project; another one has to be installed beside it. */
  bundled: z.boolean(),
  /** Environment variable of the token it needs; null when it needs none. */
  token: z.string().min(1).nullable(),
  groups: z.boolean(),
  files: z.boolean(),
  pictures: z.boolean(),
  /** Ids of people and rooms outlive a login. */
  lastingIds: z.boolean(),
  /** Tells by id whom a message mentions. */
  structuredMentions: z.boolean(),
  /** Gives back the message it sent; else it is only handed over. */
  confirmsSending: z.boolean(),
  /** Needs `acceptRisk`. */
  mayBeBanned: z.boolean(),
  about: bothLanguages,
});
/** What a puppet (a way into WeChat) needs and can do. */
export type Puppet = z.output<typeof Puppet>;

const Puppets = z.strictObject({ mock: Puppet, service: Puppet, padlocal: Puppet, wechat4u: Puppet });

let loaded: z.output<typeof Puppets> | undefined;

/** The facts of a puppet. */
export function puppetNamed(name: PuppetName): Puppet {
  return (loaded ??= loadData('src/channels/wechat/puppets.json', Puppets))[name];
}
