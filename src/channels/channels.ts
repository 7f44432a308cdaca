import type { ChannelModule, HostPorts } from './channel.js';
import { slack } from './slack/module.js';
import { web } from './web/module.js';
import { wechat } from './wechat/module.js';

/** Every channel that can be configured, in the order they start. To add one: a folder here and a line. */
export const channels: readonly ChannelModule<never, HostPorts>[] = [listed(web), listed(slack), listed(wechat)];

/** Forgets the type of a module's configuration: whoever goes through the list gives each module only what its own schema made. */
function listed<Config>(module: ChannelModule<Config, HostPorts>): ChannelModule<never, HostPorts> {
  return module as unknown as ChannelModule<never, HostPorts>;
}
