import { z } from 'zod';
import { loadData } from '../data.js';
import { matchesOf } from '../document/matches.js';
import type { Passage } from '../document/passage.js';
import { bare } from './characters.js';
import { isOrganisationName, readOrganisation } from './organisation.js';
import { readTitle } from './title-line.js';

const strings = z.array(z.string().min(1));
const words = loadData('index/parse/issuer-words.json', z.object({ about: z.string(), announced: strings, contact: strings, contactEnds: strings, source: strings, subjectDoes: strings, offices: strings, self: strings }));

/** How running text gave a report's issuer away, strongest first: the report's own name in it, the office to turn to, who is said to work. */
export type IntroducedBy = 'announced' | 'contact' | 'subject';

/** An organisation that running text names as the report's issuer. */
export interface IntroducedIssuer {
  /** Bare, without the office that answers for it. */
  readonly name: string;
  readonly by: IntroducedBy;
}

const longestFirst = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).join('|');
const QUOTED = /《([^《》]{6,60})》/g;
const ANNOUNCED = new RegExp(`(?:${longestFirst(words.announced)})(?:《)?([^，。；《》,;()（）]{6,60}?(?:报告|年报))(?=[，。；》：,;:.]|如下|予以|$)`, 'g');
const CONTACT = new RegExp(`(?:${longestFirst(words.contact)})[：:]?([\\u4e00-\\u9fff]{3,36}?)(?=${words.contactEnds.map((end) => end.replace(/[()]/g, '\\$&')).join('|')}|[,:;(])`, 'g');
const SUBJECT = new RegExp(`^(?:\\d{4}年度?[，,]?)?([\\u4e00-\\u9fff]{2,30}?)(?=(?:\\d{4}年度?)?[，,]?(?:${longestFirst(words.subjectDoes)}))`);
const SOURCE = new RegExp(`^(?:${longestFirst(words.source)})[：:]([\\u4e00-\\u9fff]{3,30})$`);
const OFFICE = new RegExp(`(?<=.{3})(?:${longestFirst(words.offices)})$`);
const SELF = new RegExp(`[我本](${longestFirst(words.self)})(?!级|内|人民)`, 'g');
/** 根据《…的通知》: what another text is called says nothing about this report. */
const NOT_OF_THIS = /^(?:中华人民共和国|关于)/;
/** 我镇 names nobody. */
const PRONOUN = /^[我本全该各]/;

/**
 * The issuer that sentences of a report without title and signature give away; null when none does, or when the text calls its
 * author by another kind of body (我局 in a report whose contact is a town's government).
 * `introduction`: the sentences before and at the beginning of the first section; `sentences`: all of the report's.
 */
export function introducedIssuer(introduction: readonly Passage[], sentences: readonly Passage[]): IntroducedIssuer | null {
  const texts = introduction.map(({ text }) => bare(text));
  const self = selfName(sentences);
  const fits = (name: string): boolean => !PRONOUN.test(name) && isOrganisationName(name) && readOrganisation(name).level !== 'unknown' && (self === null || callsItself(name, self));
  const announced = texts.flatMap((text) => [...matchesOf(QUOTED, text), ...matchesOf(ANNOUNCED, text)].map((match) => match[1]!)).flatMap(ownTitle);
  const contacts = texts.flatMap((text) => matchesOf(CONTACT, text).map((match) => withoutOffice(match[1]!)));
  const subjects = texts.flatMap((text) => SUBJECT.exec(text)?.[1] ?? []);
  const found = announced.find(fits);
  if (found !== undefined) return { name: found, by: 'announced' };
  // An office that answers for the whole county is often named in the reports of its bureaus: it must fit what the text calls itself.
  const contact = contacts.find((name) => self !== null && fits(name));
  if (contact !== undefined) return { name: contact, by: 'contact' };
  // A page's line says who put it there, which is the issuer where it is what the text calls itself.
  const source = texts.flatMap((text) => SOURCE.exec(text)?.[1] ?? []).find((name) => self !== null && fits(name));
  if (source !== undefined) return { name: source, by: 'contact' };
  const subject = subjects.find(fits);
  return subject === undefined ? null : { name: subject, by: 'subject' };
}

function ownTitle(quoted: string): string[] {
  const organisation = NOT_OF_THIS.test(quoted) ? null : (readTitle(quoted)?.organisation ?? null);
  return organisation === null ? [] : [organisation];
}

/** 南塘镇政府综合督考办公室 → 南塘镇政府: whoever answers the telephone answers for the body. */
export function withoutOffice(name: string): string {
  return name.replace(OFFICE, '');
}

/** What the text most often calls its author (我局 → 局); null where it never does. */
function selfName(sentences: readonly Passage[]): string | null {
  const counts = new Map<string, number>();
  for (const { text } of sentences) for (const [, word] of matchesOf(SELF, bare(text))) counts.set(word!, (counts.get(word!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** A place's government is its 镇 or 县; a body is called by the end of its name. */
function callsItself(name: string, self: string): boolean {
  const { path, level, name: short } = readOrganisation(name);
  return level === 'department' ? short.endsWith(self) || short.includes(self, short.length - self.length - 2) : (path[path.length - 1] ?? '').endsWith(self);
}
