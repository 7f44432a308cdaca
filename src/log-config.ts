import { z } from 'zod';
import { definePart } from './config/part.js';

/** How much the log says. */
export const logPart = definePart('log', z.strictObject({ level: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info') }).prefault({}));
