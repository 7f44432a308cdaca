import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cue, cues, fits } from '../language/cue-words.js';

const rewording = (lang: Lang) => z.strictObject({ from: cue(lang), /** What stands for the match; `{name}` is what the group of that name found; nothing where the match says nothing. */ to: z.string(), /** True where the words as typed would be taken for another question, so that these are tried before them. */ atOnce: z.boolean().default(false), /** True where a sentence may answer, not only a number. */ inWords: z.boolean().default(false), /** What a report prints that tells the two wordings apart: then one does not stand for the other. */ unless: cues('zh').default([]) });

const Rewordings = z.strictObject({ about: z.string(), zh: z.array(rewording('zh')), en: z.array(rewording('en')) });

/** A question in other words: folded, and whether a sentence may answer it. */
export interface Reworded {
  readonly said: string;
  readonly inWords: boolean;
}

let loaded: z.output<typeof Rewordings> | undefined;

/**
 * The folded question in other words that ask for the same (咨询多少件，乡里加村里: 乡里和村里咨询多少件), the likeliest first; none where no way of asking is known.
 * `onlyAtOnce`: only those that are tried before the question as typed. `texts`: what the reports meant print, folded, asked for where a wording is known.
 * Throws when `rewordings.json` does not hold what it should.
 */
export function rewordings(folded: string, lang: Lang, texts: () => readonly string[], onlyAtOnce = false): Reworded[] {
  loaded ??= loadData('intents/language/rewordings.json', Rewordings);
  return loaded[lang].flatMap(({ from, to, inWords, atOnce, unless }) => {
    const match = !onlyAtOnce || atOnce ? from.exec(folded) : null;
    if (match === null || (unless.length > 0 && texts().some((printed) => fits(unless, printed)))) return [];
    const said = to.replace(/\{([a-z]+)\}/gu, (_, name: string) => match.groups?.[name] ?? '');
    return [{ said: folded.slice(0, match.index) + said + folded.slice(match.index + match[0].length), inWords }];
  });
}
