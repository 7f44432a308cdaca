import { z } from 'zod';
import { loadData } from '../../index/mod.js';

const Shapes = z.array(z.strictObject({ about: z.string(), pattern: z.string().transform((pattern) => new RegExp(pattern)) }));

let shapes: z.output<typeof Shapes> | undefined;

/** Whether a value of the configuration looks like a secret, which belongs into the environment: files are copied, mailed and committed. */
export function looksSecret(value: string): boolean {
  shapes ??= loadData('src/config/secret-shapes.json', Shapes);
  return shapes.some(({ pattern }) => pattern.test(value));
}
