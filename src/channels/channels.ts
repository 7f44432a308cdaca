import type { ChannelModule, HostPorts } from './channel.js';

/** Every channel that can be configured, in the order they start. To add one: a folder here and a line. */
export const channels: readonly ChannelModule<never, HostPorts>[] = [];
