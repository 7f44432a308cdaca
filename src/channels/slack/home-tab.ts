import { z } from 'zod';
import { closedHomeBlocks, homeBlocks } from '../../render/slack-home.js';
import type { HostPorts, Person } from '../channel.js';
import type { Outgoing } from './outgoing.js';

const Opened = z.object({ team_id: z.string().optional(), event: z.object({ type: z.literal('app_home_opened'), user: z.string().min(1), channel: z.string().min(1), tab: z.literal('home') }) });

/** Somebody looks at App Home; `from.conversation` is where they write to the bot directly. */
export function openedBy(body: unknown): (Person & { readonly workspace: string | null }) | null {
  const parsed = Opened.safeParse(body);
  if (!parsed.success) return null;
  const { user, channel } = parsed.data.event;
  return { from: { channel: 'slack', conversation: channel, thread: null }, speaker: user, workspace: parsed.data.team_id ?? null };
}

/** App Home: drawn anew whenever somebody opens it or presses a button there that changes it. */
export class HomeTab {
  readonly #out: Outgoing;
  readonly #ports: Pick<HostPorts, 'front' | 'access'>;

  constructor(out: Outgoing, ports: Pick<HostPorts, 'front' | 'access'>) {
    this.#out = out;
    this.#ports = ports;
  }

  /** `admitted` false for somebody of a workspace that is not answered. Rejects when Slack does not take it. */
  async show(who: Person, admitted = true): Promise<void> {
    const overview = admitted ? await this.#ports.front.overview(who) : null;
    const blocks = overview === null ? closedHomeBlocks(this.#ports.access.contact) : homeBlocks(overview, await this.#ports.front.language(who));
    // Buttons of a view say nothing of a conversation: it bears where its user is answered.
    await this.#out.client.apiCall('views.publish', { user_id: who.speaker, view: { type: 'home', private_metadata: who.from.conversation, blocks } });
  }
}
