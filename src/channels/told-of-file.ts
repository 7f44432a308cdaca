import type { IncomingFile, Text2 } from '../../index/mod.js';

/** What a person says of a file; comes before what the file says. */
export type ToldOfFile = NonNullable<IncomingFile['told']>;

/** What was said of whose a file is and of which year, '' for nothing; null where nothing was said, `why` where it can be neither. */
export function toldOfFile(organisation: string, year: string): { readonly told: ToldOfFile | null } | { readonly of: 'organisation' | 'year'; readonly why: Text2 } {
  const [name, digits] = [organisation.trim(), year.trim()];
  if (name !== '' && !/^[\p{Script=Han}·（）()\s]{2,60}$/u.test(name)) return { of: 'organisation', why: { zh: `要写机关的名称，例如 沧源佤族自治县勐来乡：${name}`, en: `an organisation's Chinese name is wanted: ${name}` } };
  if (digits !== '' && !/^(?:19|20)\d{2}$/.test(digits)) return { of: 'year', why: { zh: `要写四位年份，例如 2020：${digits}`, en: `a year of four digits is wanted: ${digits}` } };
  return { told: name === '' && digits === '' ? null : { ...(name !== '' && { organisation: name }), ...(digits !== '' && { year: Number(digits) }) } };
}
