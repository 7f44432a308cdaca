import type { Diagnostic } from '../document/diagnostic.js';
import type { Passage } from '../document/passage.js';
import type { Organisation, Section } from '../document/tree.js';
import { bare } from './characters.js';
import { report } from './diagnostics.js';
import { isOrganisationName, readOrganisation } from './organisation.js';
import type { TitleParts } from './title-line.js';
import { firstYear, introducedYear, statedPeriod } from './year.js';

/** Whose report it is and of which year. */
export interface Identity {
  readonly issuer: Organisation | null;
  readonly year: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Evidence for the year, strongest first: title, statutory period, introduction. For the issuer: title, `signed` (a line of its own), introduction. */
export function identify(title: TitleParts | null, signed: string | null, sections: readonly Section[]): Identity {
  const sentences = sections.flatMap((section) => [...sentencesIn(section)]);
  const introduction = sections.slice(0, 2).flatMap((section) => [...sentencesIn(section)].slice(0, 4));
  const stated = statedPeriod(sentences) ?? introducedYear(introduction);
  const year = title?.year ?? stated?.year ?? firstYear(introduction)?.year ?? null;
  const name = title?.organisation ?? signed ?? compiler(introduction);
  const diagnostics: Diagnostic[] = [];
  if (title !== null && title.year !== null && stated !== null && stated.year !== title.year) diagnostics.push(report.yearConflict(stated.span, title.year, stated.year));
  if (year === null) diagnostics.push(report.noYear());
  if (name === null) diagnostics.push(report.noOrganisation());
  return { issuer: name === null ? null : readOrganisation(name), year, diagnostics };
}

function* sentencesIn(section: Section): Generator<Passage> {
  for (const child of section.children) {
    if (child.kind === 'section') yield* sentencesIn(child);
    else if (child.kind === 'paragraph') yield* child.sentences;
  }
}

/** 本报告由…编制. */
function compiler(sentences: readonly Passage[]): string | null {
  for (const sentence of sentences) {
    const found = /由([^，。、；：由]{3,30}?)(?:负责)?(?:编制|编写|起草|汇编)/.exec(bare(sentence.text))?.[1];
    if (found !== undefined && isOrganisationName(found)) return found;
  }
  return null;
}
