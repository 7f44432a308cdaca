import type { Diagnostic } from '../document/diagnostic.js';
import type { Section } from '../document/tree.js';
import { report } from './diagnostics.js';
import { officialNumber, officialSections } from './vocabulary.js';

/** Tells which sections were found and which official ones are missing. */
export function judgeSections(sections: readonly Section[]): Diagnostic[] {
  const headed = sections.filter((section) => section.heading !== null);
  if (headed.length === 0) return [report.noSections()];
  const found = new Set(headed.map((section) => officialNumber(section.title)));
  const missing = officialSections.filter(({ number }) => !found.has(number)).map(({ name }) => name);
  return [...(missing.length > 0 ? [report.missingSections(missing)] : []), report.sectionsFound(headed.map((section) => section.title))];
}
