import { z } from 'zod';
import { definePart } from './config/part.js';

/** Who is told, beside the log, of what an operator has to do something about. */
export const alarmsPart = definePart(
  'alarms',
  z
    .strictObject({
      to: z
        .array(z.strictObject({ channel: z.enum(['slack', 'wechat']), conversation: z.string().min(1), language: z.enum(['zh', 'en']).default('zh') }))
        .max(10)
        .default([]),
    })
    .prefault({}),
);
/** The `alarms` part of the configuration. */
export type AlarmsConfig = z.output<typeof alarmsPart.schema>;
