import { z } from 'zod';
import type { Lang, Text2 } from './diagnostic.js';

/** Schema of a sentence in both languages, as data files hold it; may have `{slots}`, which `filled` fills. */
export const bothLanguages = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }) satisfies z.ZodType<Text2>;

/** A sentence of a data file with its `{slots}` filled. Throws an `Error` that names a slot that is not given. */
export function filled(frame: string, slots: Readonly<Record<string, string | number>>): string {
  return filledIn(frame, slots, 'zh');
}

function filledIn(frame: string, slots: Readonly<Record<string, string | number | Text2>>, lang: Lang): string {
  return frame.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const filling = slots[name];
    if (filling === undefined) throw new Error(`“${frame}” needs {${name}}`);
    return String(typeof filling === 'object' ? filling[lang] : filling);
  });
}

/** The same in both languages; what fills a slot may itself be said in both. */
export function filledBoth(frame: Text2, slots: Readonly<Record<string, string | number | Text2>>): Text2 {
  return { zh: filledIn(frame.zh, slots, 'zh'), en: filledIn(frame.en, slots, 'en') };
}
