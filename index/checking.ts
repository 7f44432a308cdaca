import { factsOf, findingsIn, identitiesIn, type Facts, type Finding, type IdentityHeld } from './checks/mod.js';
import { derive } from './derive.js';
import type { SourceText } from './document/source-text.js';
import type { Organisation } from './document/tree.js';
import type { IngestSteps } from './ingest.js';
import type { Library } from './library.js';
import { yearIn } from './parse/title-line.js';
import { organisationKey, type ReportCard } from './store/mod.js';

/** What the rules find in a report that is held, with last year's beside it when that is held too. Worst first. */
export async function checkHeld(library: Library, card: ReportCard): Promise<Finding[]> {
  return findingsIn(await heldFacts(library, card, await yearBefore(library, card.orgKey, card.year)));
}

/** The sums of the official tables in a version of a report, whether they hold or not. */
export async function identitiesHeld(library: Library, card: ReportCard): Promise<IdentityHeld[]> {
  return identitiesIn(await heldFacts(library, card, null));
}

/** A draft that was handed over, not kept: who and when it is about, and what the rules find in it. */
export interface CheckedDraft {
  readonly organisation: string;
  readonly year: number | null;
  readonly findings: readonly Finding[];
}

/** What the rules find in a text that is not held; `name` stands for its report in the findings' places. */
export async function checkDraft(library: Library, steps: IngestSteps, source: SourceText, name: string): Promise<CheckedDraft> {
  const facts = factsOfText(source, steps, name, null);
  const previous = await yearBefore(library, organisationKey(facts.issuer), facts.year);
  return { organisation: facts.issuer.name, year: facts.year, findings: findingsIn({ ...facts, previous }) };
}

/** The facts of a text that is not held. A draft whose sentences speak of another year than its title is one of the title's year: that is what is wrong with it. */
export function factsOfText(source: SourceText, steps: IngestSteps, name: string, previous: Facts | null): Facts & { readonly issuer: Organisation } {
  const { organisation, year, figures, diagnostics } = derive(source, steps);
  const document = steps.parse(source);
  const titled = document.title === null ? null : (yearIn(document.title.text.replace(/\s+/gu, ''))?.value ?? null);
  return { ...factsOf({ report: name, organisation, year: year ?? titled, source, document, figures, diagnostics, previous }), issuer: organisation };
}

async function yearBefore(library: Library, orgKey: string, year: number | null): Promise<Facts | null> {
  const card = year === null ? undefined : (await library.reports()).find((other) => other.orgKey === orgKey && other.year === year - 1);
  return card === undefined ? null : heldFacts(library, card, null);
}

async function heldFacts(library: Library, { report, version, org, year }: ReportCard, previous: Facts | null): Promise<Facts> {
  const [source, document, figures, diagnostics] = await Promise.all([library.source(report, version), library.document(report, version), library.figures(report, version), library.diagnostics(report, version)]);
  return factsOf({ report, organisation: org, year, source, document, figures, diagnostics, previous });
}
