import type { ChannelModule, HostPorts } from '../channels/channel.js';

/** The secrets that channels ask for, by variable; one that is unset or blank is absent. */
export function secretsFrom(variable: (name: string) => string | undefined, modules: readonly ChannelModule<never, HostPorts>[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { secrets } of modules) {
    for (const { variable: name } of secrets) {
      const value = variable(name)?.trim();
      if (value !== undefined && value !== '') known.set(name, value);
    }
  }
  return known;
}
