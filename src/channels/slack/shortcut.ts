import { z } from 'zod';
import type { Incoming } from '../channel.js';
import { readable, SharedFile } from './shared-file.js';

/** The shortcut's name in the manifest. */
export const CHECK_SHORTCUT = 'check-report';

const Shortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.literal(CHECK_SHORTCUT),
  trigger_id: z.string().min(1),
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string().min(1) }),
  message: z.object({ files: z.array(z.unknown()).default([]) }),
  response_url: z.url({ protocol: /^https?$/ }),
});

/** A wish to have the files of a message checked, answered to the one who wished it. */
export interface CheckWish {
  /** One for each file, with its name as words. */
  readonly files: readonly { readonly incoming: Incoming; readonly file: SharedFile }[];
  readonly speaker: Pick<Incoming, 'from' | 'speaker'>;
  readonly responseUrl: string;
  readonly workspace: string | null;
}

/** Files that one wish has checked: each is answered by a message of its own, of which Slack takes five at such an address. */
const MOST_FILES = 3;

/** Reads the message shortcut; null for anything else. */
export function checkWishOf(body: unknown, now: Date): CheckWish | null {
  const parsed = Shortcut.safeParse(body);
  if (!parsed.success) return null;
  const { user, team, channel, trigger_id: trigger, message, response_url: responseUrl } = parsed.data;
  const speaker = { from: { channel: 'slack', conversation: channel.id, thread: null } as const, speaker: user.id };
  const files = readable(message.files.flatMap((file) => SharedFile.safeParse(file).data ?? [])).slice(0, MOST_FILES);
  return {
    files: files.map((file) => ({ file, incoming: { id: `shortcut:${trigger}:${file.id}`, ...speaker, speakerName: null, direct: false, text: file.name, sentAt: now } })),
    speaker,
    responseUrl,
    workspace: user.team_id ?? team?.id ?? null,
  };
}
