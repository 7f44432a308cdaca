import { enforcementOfTownships, misfilled, rulesBelowCity, sinceLastYear, stockAndFlow } from './active-table.js';
import { allCarried, blanks, otherHandling, pendingComesBack, reviewsOfRequests, wholeNumbers } from './cells.js';
import type { Check, Facts, Finding, Severity } from './check.js';
import { formOfYear, partsAnnounced, problemsTold, sixSections, tablesThere } from './form-rules.js';
import { formIdentities } from './identities.js';
import { disputesTold, documentsTold, feeTold, noneTold, officeAndPlace, requestsTold, resultsTold } from './prose-and-tables.js';
import { partsAndWholes, percentages } from './prose-sums.js';
import { formatCited, genericText, otherSelf, period, publishedEarly, staleYear, tablesAttached, templateLeft } from './wording.js';
import { carriedOver, copied, leaps } from './years.js';

/** Every rule family. To add one: a file, its rules in `rules.json`, and a line here. */
export const checks: readonly Check[] = [
  formIdentities,
  wholeNumbers,
  carriedOver,
  noneTold,
  documentsTold,
  partsAndWholes,
  rulesBelowCity,
  requestsTold,
  resultsTold,
  officeAndPlace,
  disputesTold,
  percentages,
  sinceLastYear,
  stockAndFlow,
  misfilled,
  allCarried,
  reviewsOfRequests,
  pendingComesBack,
  feeTold,
  sixSections,
  partsAnnounced,
  tablesThere,
  tablesAttached,
  formOfYear,
  problemsTold,
  period,
  publishedEarly,
  staleYear,
  otherSelf,
  formatCited,
  templateLeft,
  blanks,
  enforcementOfTownships,
  otherHandling,
  copied,
  leaps,
  genericText,
];

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** All that the rules find in a report, worst first; of equals, in the order of the list. */
export function findingsIn(facts: Facts): Finding[] {
  return checks.flatMap((check) => [...check.run(facts)]).sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
