import { basename, extname } from 'node:path';
import { bare } from './characters.js';

/** A running number before a name (n01_, 3、, A-12.), a year in it with its signs, signs at its ends. */
const RUNNING = /^[A-Za-z]{0,2}\d{1,3}[-—_.、)）\s]+/;
const YEAR = /[（(]?(?:19|20)\d{2}(?:年度|年)?[）)]?/g;
const SIGNS = /^[-—_.、()（）\s\d]+|[-—_.、()（）\s\d]+$/g;

/** What a file's name calls its report by, without running number, year, signs and ending: `n01_云岭镇2016.txt` is 云岭镇; null when no Chinese name is left. */
export function nameInFile(origin: string): string | null {
  const name = bare(basename(origin, extname(origin)).trim().replace(RUNNING, '').replace(YEAR, '')).replace(SIGNS, '');
  return name.length >= 2 && /[\u4e00-\u9fff]/.test(name) ? name : null;
}
