import { breakdown } from './catalogue/breakdown.js';
import { change } from './catalogue/change.js';
import { compareNamed } from './catalogue/compare.js';
import { consistency } from './catalogue/consistency.js';
import { countyTable } from './catalogue/county-table.js';
import { deadline } from './catalogue/deadline.js';
import { derive } from './catalogue/derive.js';
import { figureLookup } from './catalogue/figure-lookup.js';
import { help } from './catalogue/help.js';
import { itsTotal } from './catalogue/its-total.js';
import { list } from './catalogue/list.js';
import { missing } from './catalogue/missing.js';
import { passage } from './catalogue/passage.js';
import { provenance } from './catalogue/provenance.js';
import { recurring } from './catalogue/recurring.js';
import { remind } from './catalogue/remind.js';
import { rank } from './catalogue/rank.js';
import { reportCard } from './catalogue/report-card.js';
import { reportsHeld } from './catalogue/reports-held.js';
import { sectionSummary } from './catalogue/section-summary.js';
import { shareOfAll } from './catalogue/share-of-all.js';
import { total } from './catalogue/total.js';
import { trend } from './catalogue/trend.js';
import { whichReports } from './catalogue/which-reports.js';
import { who } from './catalogue/who.js';
import type { Intent } from './intent.js';

/** Every kind of question, in the order that breaks ties. A test fails when a file in `catalogue/` that defines an intent is not here. */
export const intents: readonly Intent[] = [help, remind, recurring, provenance, missing, reportsHeld, reportCard, deadline, consistency, rank, countyTable, total, shareOfAll, trend, change, compareNamed, whichReports, breakdown, itsTotal, derive, who, figureLookup, sectionSummary, list, passage];
