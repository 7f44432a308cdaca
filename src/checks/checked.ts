import { createHash } from 'node:crypto';
import { checkDraft, checkHeld, cite, ruleData, standardSteps, type CheckedPlace, type Citation, type Finding, type Library, type ReportCard, type SourceText } from '../../index/mod.js';
import type { Explanations } from './explained.js';
import type { ExplainedRow } from './migrations.js';

/** A finding with the words it rests on and whether somebody explained it. */
export interface CheckedFinding {
  /** Twelve hexadecimal digits; the same as long as report, rule and cited words are the same. */
  readonly id: string;
  readonly finding: Finding;
  /** What the rule rests on: the form, the law. */
  readonly basis: string;
  readonly citations: readonly Citation[];
  readonly explained: ExplainedRow | null;
}

/** A report that was checked, held or handed over as a file. */
export interface Checked {
  readonly report: string | null;
  readonly path: string | null;
  readonly org: string;
  readonly year: number | null;
  readonly findings: readonly CheckedFinding[];
}

/** Checks a report that is held. */
export async function checkedHeld(library: Library, explanations: Explanations, card: ReportCard): Promise<Checked> {
  const findings = await checkHeld(library, card);
  return { report: card.report, path: null, org: card.org.name, year: card.year, findings: await withWords(findings, (report) => library.source(report, report === card.report ? card.version : undefined), explanations) };
}

/** Checks a draft; nothing of it is kept. */
export async function checkedDraft(library: Library, explanations: Explanations, source: SourceText, path: string): Promise<Checked> {
  const { organisation, year, findings } = await checkDraft(library, standardSteps, source, path);
  const sourceOf = async (report: string): Promise<SourceText> => (report === path ? source : library.source(report));
  return { report: null, path, org: organisation, year, findings: await withWords(findings, sourceOf, explanations) };
}

async function withWords(findings: readonly Finding[], sourceOf: (report: string) => Promise<SourceText>, explanations: Explanations): Promise<CheckedFinding[]> {
  const cited = await Promise.all(findings.map(async (finding) => ({ finding, citations: await Promise.all(finding.places.map(async (place) => citationOf(place, await sourceOf(place.report)))) })));
  const named = cited.map(({ finding, citations }) => ({ id: idOf(finding, citations), finding, citations, basis: ruleData().rules[finding.rule]!.basis }));
  const explained = await explanations.of(named.map(({ id }) => id));
  return named.map((one) => ({ ...one, explained: explained.get(one.id) ?? null }));
}

function citationOf({ report, unit, spans, path }: CheckedPlace, source: SourceText): Citation {
  return cite(report as Citation['report'], source, unit, spans, path);
}

/** A draft is known by its words alone: it may be handed over under any name. */
function idOf({ rule, metrics, message }: Finding, citations: readonly Citation[]): string {
  return createHash('sha256')
    .update(JSON.stringify([rule, metrics, message.zh, citations.map(({ quotes }) => quotes)]))
    .digest('hex')
    .slice(0, 12);
}
