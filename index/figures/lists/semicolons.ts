import { z } from 'zod';
import { loadData } from '../../data.js';
import type { FoundList } from '../../document/figure.js';
import { clauses } from './lead.js';
import { itemOf, type Line } from './line.js';
import { marksIn } from './marks.js';
import { anyOf } from '../pattern.js';

/** Words that announce several points (存在的主要问题, 采取以下措施); they stand in the clause before the colon. */
const { leads } = loadData('index/figures/lists/data/semicolons.json', z.strictObject({ leads: z.array(z.string().min(1)).min(1) }));

const LEAD = new RegExp(anyOf(leads), 'u');
/** UTF-16 units of a clause that announces; what is longer tells something itself. */
const LONGEST_LEAD = 40;
/** UTF-16 units from which a clause says something. */
const SHORTEST_ITEM = 4;

/** 存在三个方面的问题：甲……；乙……；丙……。 Points that a clause announces and that only semicolons tell apart, without 一是 or 1. before them. */
export function semicolonListsIn(line: Line): FoundList[] {
  const { text } = line.folded;
  if (line.placed.kind === 'heading') return [];
  const colon = text.indexOf(':');
  if (colon < 0 || text.indexOf(';', colon) < 0) return [];
  const lead = text.slice(Math.max(text.lastIndexOf('。', colon), text.lastIndexOf(';', colon)) + 1, colon);
  if (lead.length > LONGEST_LEAD || !LEAD.test(lead.slice(lead.lastIndexOf(',') + 1)) || marksIn(text).length > 0) return [];
  const end = /[。!?]/u.exec(text.slice(colon))?.index;
  const stop = end === undefined ? text.length : colon + end;
  const items: { start: number; end: number }[] = [];
  for (let start = colon + 1; start < stop; ) {
    const cut = text.indexOf(';', start);
    const to = cut < 0 || cut > stop ? stop : cut;
    if (to > start) items.push({ start, end: to });
    start = to + 1;
  }
  if (items.length < 2 || items.some((item) => item.end - item.start < SHORTEST_ITEM)) return [];
  const about = [...clauses(line, colon), line.placed.path.at(-1) ?? ''].filter((words) => words.length >= 2);
  return [{ about: [...new Set(about)], items: items.map((item) => itemOf([{ line, ...item }])), open: false, quote: line.placed.passage.spans, path: line.placed.path }];
}
