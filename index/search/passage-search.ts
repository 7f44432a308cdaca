import type { ReportId } from '../document/tree.js';
import type { Analyzer } from '../text/mod.js';
import type { SearchPassage } from './passages.js';
import { rank, type Candidate, type PassageHit } from './rank.js';
import type { PassageQuery, SectionIndex } from './section-index.js';

/** Passages of a report in the order of `passagesOf`; empty when the report is not held any more. */
export type PassageSource = (report: ReportId) => Promise<readonly SearchPassage[]>;

/** How many passages of the index's order are looked at again with their text. */
const LOOKED_AT = 40;
/** With so many that hold every word, none that holds some would come out first. */
const ENOUGH = 12;

/** Finds candidates by index, reads their text, orders them again by sentence. */
export async function searchPassages(index: SectionIndex, analyzer: Analyzer, passagesIn: PassageSource, query: PassageQuery): Promise<PassageHit[]> {
  const refs = await index.search({ ...query, limit: Math.max(LOOKED_AT, query.limit), enough: Math.max(ENOUGH, query.limit) });
  const candidates: Candidate[] = [];
  for (const { report, n, score } of refs) {
    const passage = (await passagesIn(report))[n];
    if (passage !== undefined) candidates.push({ report, n, score, passage });
  }
  return rank(analyzer.asked(query.text), candidates, query.limit);
}
