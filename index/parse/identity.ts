import { basename } from 'node:path';
import type { Diagnostic } from '../document/diagnostic.js';
import { gathered } from '../document/gathered.js';
import type { Passage } from '../document/passage.js';
import type { SourceText } from '../document/source-text.js';
import type { Span } from '../document/span.js';
import type { Organisation, Section } from '../document/tree.js';
import { bare } from './characters.js';
import { report } from './diagnostics.js';
import { nameInFile } from './file-name.js';
import { introducedIssuer, withoutOffice, type IntroducedIssuer } from './introduced-issuer.js';
import { isOrganisationName, readOrganisation } from './organisation.js';
import { readTitle, type TitleParts } from './title-line.js';
import { decideYear } from './year-decision.js';
import { addressYear, firstYear, folderYear, introducedYear, publishedYear, statedPeriods, type YearEvidence } from './year.js';

/** Whose report it is and of which year. */
export interface Identity {
  readonly issuer: Organisation | null;
  readonly year: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a report says of itself before its sections are looked at. */
export interface SaidOfItself {
  readonly title: { readonly parts: TitleParts; readonly span: Span } | null;
  /** Organisations on lines of their own beside the title or at the end, nearest to the title first. */
  readonly signed: readonly string[];
}

/** How many of the last sentences may hold the date under a signature. */
const CLOSING = 3;
/** How many sentences of each of the first two parts may name the issuer. */
const OPENING = 10;

/** For the issuer: what a person said, title, signature, who compiled it, the report's name in running text, file name, the office to turn to, who is said to work. For the year: see `decideYear`. */
export function identify(said: SaidOfItself, source: SourceText, sections: readonly Section[]): Identity {
  const sentences = gathered(sections, sentencesIn);
  const introduction = gathered(sections.slice(0, 2), (section) => sentencesIn(section).slice(0, 4));
  const file = readTitle(bare(basename(source.origin)));
  const before = gathered(sections.filter((section) => section.heading === null), sentencesIn);
  const evidence = [
    told(source),
    titleYear(said),
    ...statedPeriods(sentences),
    introducedYear(introduction),
    file?.year == null ? null : ({ year: file.year, from: 'file-name', span: null } as const),
    firstYear(introduction),
    addressYear(source.text, source.origin),
    folderYear(source.hints?.folder),
    ...[...before, ...sentences.slice(-CLOSING)].map(publishedYear),
  ].filter((one) => one !== null);
  const { year, diagnostics } = decideYear(evidence);
  const issuer = issuerOf(said, source, { compilers: compilersIn(introduction), introduced: () => introducedIssuer(opening(sections), sentences), file, fileName: nameInFile(source.origin) });
  return { issuer: issuer.organisation, year, diagnostics: [...diagnostics, ...issuer.diagnostics] };
}

function told({ hints }: SourceText): YearEvidence | null {
  return hints?.told?.year === undefined ? null : { year: hints.told.year, from: 'told', span: null };
}

function titleYear({ title }: SaidOfItself): YearEvidence | null {
  if (title === null || title.parts.year === null) return null;
  return { year: title.parts.year, from: 'title', span: title.span, ...(title.parts.damaged !== undefined && { damaged: title.parts.damaged }) };
}

/** What speaks for an issuer besides title and signature. */
interface OtherSigns {
  readonly compilers: readonly string[];
  readonly introduced: () => IntroducedIssuer | null;
  readonly file: TitleParts | null;
  /** The file's name without number and year, where it is no title. */
  readonly fileName: string | null;
}

function issuerOf(said: SaidOfItself, { hints }: SourceText, { compilers, introduced, file, fileName }: OtherSigns): { readonly organisation: Organisation | null; readonly diagnostics: readonly Diagnostic[] } {
  const printed = said.title?.parts.organisation ?? said.signed[0] ?? compilers[0] ?? null;
  const named = hints?.told?.organisation;
  if (named !== undefined) return { organisation: readOrganisation(bare(named)), diagnostics: [report.organisationTold(named, printed)] };
  const inFileName = file?.organisation != null && isOrganisationName(file.organisation) ? file.organisation : null;
  const fuller = [...said.signed, ...compilers, ...(file?.organisation == null ? [] : [file.organisation])];
  if (printed !== null) return { organisation: withItsPlaces(readOrganisation(printed), fuller), diagnostics: [] };
  const inText = introduced();
  if (inText?.by === 'announced') return { organisation: withItsPlaces(readOrganisation(inText.name), fuller), diagnostics: [] };
  if (inFileName !== null) return { organisation: readOrganisation(inFileName), diagnostics: [report.organisationFromFileName(inFileName)] };
  if (inText !== null) return { organisation: readOrganisation(inText.name), diagnostics: [report.organisationFromText(inText.name)] };
  if (fileName !== null && isOrganisationName(fileName) && readOrganisation(fileName).level !== 'unknown') return { organisation: readOrganisation(fileName), diagnostics: [report.organisationFromFileName(fileName)] };
  return { organisation: null, diagnostics: [report.noOrganisation()] };
}

/** A title often says 勐来乡 only; the same organisation signs, or names its file, with the county before it. */
function withItsPlaces(organisation: Organisation, others: readonly string[]): Organisation {
  const fuller = others.map(readOrganisation).filter(({ path, name, level }) => name === organisation.name && level === organisation.level && path.length > organisation.path.length && organisation.path.every((place, i) => place === path[path.length - organisation.path.length + i]));
  const places = new Set(fuller.map(({ path }) => path.join('/')));
  return places.size === 1 ? { ...fuller[0]!, fullName: organisation.fullName } : organisation;
}

/** Where a page's text says whose report follows: in more sentences than those that give its year. */
function opening(sections: readonly Section[]): Passage[] {
  return gathered(sections.slice(0, 2), (section) => sentencesIn(section).slice(0, OPENING));
}

function sentencesIn(section: Section): readonly Passage[] {
  return gathered(section.children, (child) => (child.kind === 'section' ? sentencesIn(child) : child.kind === 'paragraph' ? child.sentences : null));
}

/** 本报告由…编制. */
function compilersIn(sentences: readonly Passage[]): string[] {
  return sentences.flatMap((sentence) => {
    const found = /由([^，。、；：由]{3,30}?)(?:负责)?(?:编制|编写|起草|汇编)/.exec(bare(sentence.text))?.[1];
    const name = found === undefined ? '' : withoutOffice(found);
    return isOrganisationName(name) ? [name] : [];
  });
}
