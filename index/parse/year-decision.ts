import type { Diagnostic } from '../document/diagnostic.js';
import { report } from './diagnostics.js';
import { YEAR_PLACES, type YearEvidence } from './year.js';

/** A report's year, or null when nothing says it or two strong places disagree. */
export interface YearDecision {
  readonly year: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Weighs what was found, strongest first. Title and statutory period are strong: when they name different years nobody but a person can say which is right,
 * and no year is taken. A weaker place never overrules a stronger one; where it is all there is, the year is taken and it is said from where.
 */
export function decideYear(evidence: readonly YearEvidence[]): YearDecision {
  const ordered = [...evidence].sort((a, b) => YEAR_PLACES.indexOf(a.from) - YEAR_PLACES.indexOf(b.from));
  const told = ordered.find(({ from }) => from === 'told');
  const strong = strongestReadings(ordered.filter(({ from }) => from === 'title' || from === 'period'));
  if (told !== undefined) return { year: told.year, diagnostics: strong.some(({ year }) => year !== told.year) ? [report.yearTold(told.year, strong.find(({ year }) => year !== told.year)!)] : [] };
  const taken = strong[0] ?? ordered[0];
  if (taken === undefined) return { year: null, diagnostics: [report.noYear()] };
  const against = conflicting(strong);
  if (against !== null) return { year: null, diagnostics: [report.yearConflict(taken, against)] };
  const diagnostics: Diagnostic[] = [];
  const readable = strong.find(({ damaged }) => damaged === undefined);
  for (const one of strong) if (one.damaged !== undefined && (readable === undefined || one.from === 'title')) diagnostics.push(report.yearDamaged(one));
  if (strong.length === 0 && taken.from !== 'introduction' && taken.from !== 'mention') diagnostics.push(report.yearInferred(taken));
  const differs = ordered.find(({ from, year }) => (from === 'introduction' || from === 'file-name') && year !== taken.year);
  if (differs !== undefined) diagnostics.push(report.yearDiffers(taken, differs));
  return { year: taken.year, diagnostics };
}

/** Damaged digits say nothing against whole ones: where those exist, damaged ones that differ are left out. */
function strongestReadings(strong: readonly YearEvidence[]): YearEvidence[] {
  const whole = strong.filter(({ damaged }) => damaged === undefined);
  return whole.length === 0 ? [...strong] : strong.filter(({ damaged, year }) => damaged === undefined || whole.some((one) => one.year === year));
}

/** The strong evidence that contradicts the first: a title is confirmed by any one of the periods stated. */
function conflicting(strong: readonly YearEvidence[]): YearEvidence | null {
  const [first, ...others] = strong;
  if (first === undefined || others.length === 0) return null;
  if (first.from === 'title' && others.some(({ year }) => year === first.year)) return null;
  return others.find(({ year }) => year !== first.year) ?? null;
}
