import type { Channel, ChannelHealth, ChannelModule, ChannelName, HostPorts, Incoming } from './channels/channel.js';
import { Supervisor, type Pace } from './channels/supervisor.js';
import { checkChannel } from './config/check.js';
import { both, halves } from './config/part.js';
import type { Config } from './config/parts.js';

/** A channel that cannot be made or started may be mended by its operator, its server or its network: tried again, ever more slowly. */
const START_PACE: Pace = { delaysMs: [2000, 5000, 15_000, 60_000, 300_000], lockedOutMs: 300_000, settledMs: 60_000 };

/** What running the configured channels needs. `ports` rejects when a channel's surroundings cannot be made. */
export interface ChannelHostPorts {
  readonly modules: readonly ChannelModule<never, HostPorts>[];
  readonly config: Config;
  readonly secrets: ReadonlyMap<string, string>;
  readonly ports: (name: ChannelName) => Promise<HostPorts>;
  readonly receive: (incoming: Incoming, channel: Channel, takenIn?: () => void) => Promise<void>;
  /** Told when a channel starts, fails, stops. */
  readonly changed: (name: ChannelName, health: ChannelHealth) => void;
  readonly now: () => Date;
  readonly pace?: Pace;
}

/** Runs every channel that the configuration wants, each for itself: one that fails is tried again and stops no other. */
export class ChannelHost {
  readonly #running: readonly Running[];

  constructor(ports: ChannelHostPorts) {
    this.#running = ports.modules.filter(({ name, enabled }) => enabled(ports.config.channels[name] as never, ports.secrets)).map((module) => new Running(module, ports));
  }

  /** The channels that are wanted, in the order of the list. */
  get names(): ChannelName[] {
    return this.#running.map(({ name }) => name);
  }

  /** Starts all of them at once; resolves when each is up or has failed for the first time. */
  async start(): Promise<void> {
    await Promise.all(this.#running.map((running) => running.start()));
  }

  /** The channel of that name if it has started. */
  channel(name: string): Channel | null {
    return this.#running.find((running) => running.name === name)?.channel ?? null;
  }

  health(): { readonly name: ChannelName; readonly health: ChannelHealth }[] {
    return this.#running.map(({ name, health }) => ({ name, health }));
  }

  async stop(): Promise<void> {
    await Promise.allSettled(this.#running.map((running) => running.stop()));
  }
}

class Running {
  readonly name: ChannelName;
  readonly #supervisor: Supervisor;
  #channel: Channel | null = null;

  constructor(module: ChannelModule<never, HostPorts>, { config, secrets, ports, receive, changed, now, pace }: ChannelHostPorts) {
    this.name = module.name;
    const open = async (): Promise<void> => {
      const wrong = checkChannel(module, config, secrets).find(({ ok }) => !ok);
      if (wrong) throw new Error(both(wrong.message.zh, wrong.message.en));
      const channel = await module.create(config.channels[module.name] as never, secrets, await ports(module.name));
      this.#channel = channel;
      await channel.start((incoming, takenIn) => receive(incoming, channel, takenIn));
    };
    const close = async (): Promise<void> => {
      const channel = this.#channel;
      await channel?.stop().catch(() => {});
      this.#channel = null;
    };
    // The channel itself says how it is once it has started; until then its supervisor does.
    this.#supervisor = new Supervisor({ open, close, isFinal: () => false, explain, changed: () => changed(module.name, this.health) }, now, pace ?? START_PACE);
  }

  get channel(): Channel | null {
    return this.#supervisor.health.state === 'up' ? this.#channel : null;
  }

  get health(): ChannelHealth {
    return this.channel?.health() ?? this.#supervisor.health;
  }

  start(): Promise<void> {
    return this.#supervisor.start();
  }

  stop(): Promise<void> {
    return this.#supervisor.stop();
  }
}

function explain(error: unknown): ChannelHealth['detail'] {
  return error instanceof Error ? halves(error.message) : { zh: '原因不明', en: 'for an unknown reason' };
}
