import { z } from 'zod';
import { alarmsPart } from '../alarms-config.js';
import { channels } from '../channels/channels.js';
import type { ChannelModule, ChannelName, HostPorts } from '../channels/channel.js';
import { accessPart, auditPart, conversationsPart, messagesPart } from '../desk/config.js';
import { logPart } from '../log-config.js';
import { deadlineIds, deadlinesPart, remindersPart } from '../reminders/config.js';
import { rosterPart } from '../roster/config.js';
import { nearest } from './nearest.js';
import { both } from './part.js';
import { publicAddressPart } from './public-address.js';

/** Every part of the configuration beside `channels`, in the order of the example file. To add one: a part and a line. */
export const parts = [publicAddressPart, conversationsPart, messagesPart, accessPart, auditPart, deadlinesPart, rosterPart, remindersPart, alarmsPart, logPart] as const;

/** The whole configuration, defaults filled in. A channel's part is known to its own module only. */
export type Config = { readonly [Part in (typeof parts)[number] as Part['key']]: z.output<Part['schema']> } & { readonly channels: Readonly<Partial<Record<ChannelName, unknown>>> };

/** The schema of the whole file: the parts and, under `channels`, what each channel module brings. */
export function configSchema(modules: readonly ChannelModule<never, HostPorts>[] = channels): z.ZodType<Config> {
  const ofChannels = Object.fromEntries(modules.map(({ name, config }) => [name, (config as z.ZodType).prefault({})]));
  const shape = { ...Object.fromEntries(parts.map(({ key, schema }) => [key, schema])), channels: z.strictObject(ofChannels).prefault({}) };
  return (z.strictObject(shape) as unknown as z.ZodType<Config>).check(({ value, issues }) => {
    // A reminder of a deadline that nobody knows would never be said, and nobody would notice.
    const known = deadlineIds(value.deadlines);
    for (const [i, { deadlines }] of value.reminders.to.entries()) {
      for (const [j, id] of deadlines.entries()) if (!known.includes(id)) issues.push({ code: 'custom', path: ['reminders', 'to', i, 'deadlines', j], input: id, message: unknownDeadline(id, known) });
    }
  });
}

function unknownDeadline(id: string, known: readonly string[]): string {
  const meant = nearest(id, known);
  return meant === null ? both(`没有这个期限；可用的有：${known.join('、')}`, `there is no such deadline; known are: ${known.join(', ')}`) : both(`没有这个期限；是不是想写“${meant}”？`, `there is no such deadline; did you mean "${meant}"?`);
}
