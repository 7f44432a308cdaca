import { z } from 'zod';
import { loadData } from '../../data.js';

const names = z.array(z.string().regex(/^\w+$/));
const looks = loadData('index/source/docx/looks.json', z.object({ about: z.string(), alone: names, groups: names }));
const ALONE = new RegExp(`<w:(?:${looks.alone.join('|')})(?:\\s[^<>]*)?/>`, 'g');
const GROUPS = new RegExp(`<w:(${looks.groups.join('|')})>(?:\\s*<w:\\w+(?:\\s[^<>]*)?/>)*\\s*</w:\\1>`, 'g');
const EMPTIED = /<w:(rPr|pPr|tcPr|trPr|tblPr)>\s*<\/w:\1>|<w:(?:rPr|pPr)\/>/g;

/** Word's markup without what only says how it looks: a third of the elements and of the time to parse them. Nothing printed is lost. */
export function withoutLooks(part: string): string {
  // What a paragraph's mark looks like stands in the paragraph's own properties, hence the second round.
  return part.replace(GROUPS, '').replace(ALONE, '').replace(EMPTIED, '').replace(EMPTIED, '');
}
