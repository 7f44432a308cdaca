import type { FoundList } from '../../document/figure.js';
import { gathered } from '../../document/gathered.js';
import type { ReportDocument } from '../../document/tree.js';
import { enumerationsIn } from './enumerations.js';
import { linesOf } from './line.js';
import { runsIn } from './runs.js';
import { semicolonListsIn } from './semicolons.js';
import { stackedIn } from './stacked.js';

/**
 * The lists that a report spells out: enumerations (一是…二是…, 1.…2.…, numbered headings below a section) and points parted by
 * semicolons first, then lists of words in their sentences, each in reading order. Item texts are verbatim without blanks; spans lie in the source.
 * Never throws.
 */
export function listsIn(document: ReportDocument): FoundList[] {
  const lines = linesOf(document);
  return [...enumerationsIn(lines), ...stackedIn(lines), ...gathered(lines, semicolonListsIn), ...gathered(lines, runsIn)];
}
