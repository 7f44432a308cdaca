import { z } from 'zod';
import { loadData } from '../data.js';
import type { Organisation, OrganisationLevel } from '../document/tree.js';

const strings = z.array(z.string().min(1));
const words = loadData('index/parse/organisation-words.json', z.object({
  about: z.string(),
  levels: z.array(z.object({ level: z.enum(['province', 'city', 'county', 'township']), suffixes: strings, notBefore: z.string(), longest: z.int() })),
  townshipNotAfter: z.string(),
  townshipOffices: strings,
  governments: strings,
  bodies: strings,
}));

/** One pattern a level: the nearest suffix wins, unless it only looks like one (市场, 城乡建设, 乡村). */
const LEVELS = words.levels.map(({ level, suffixes, notBefore, longest }) => ({
  level,
  pattern: new RegExp(`^.{1,${longest}}?(?:${suffixes.join('|')})(?!${notBefore})`),
  before: level === 'city' ? /^[^县区旗镇乡]*$/ : level === 'township' ? new RegExp(`[^${words.townshipNotAfter}].$`) : null,
}));
const GOVERNMENTS = new Set(words.governments);
/** A township has one report, whichever of its own offices puts its name to it; a county's office may have one of its own. */
const TOWNSHIP_OFFICES = new Set(words.townshipOffices);
/** Offices that put their name to a township's report. */
export const townshipOffices: readonly string[] = words.townshipOffices;
/** 中共青石镇委员会青石镇人民政府: of two that sign together the government reports. */
const PARTY = new RegExp(`^(?:中共|中国共产党).{2,20}?(?:委员会|工委|党委)(?=.{2,20}(?:${words.governments.join('|')})$)`);
const BODY_END = new RegExp(`(?:${words.bodies.join('|')})$`);
const TOWNSHIP_SUFFIXES = words.levels.find(({ level }) => level === 'township')!.suffixes;
/** 鼓台区人民政府槐荫街道办事处: the government in the middle is no part of a place's name. */
const INNER_GOVERNMENT = new RegExp(`^(?:人民政府|政府)(?=.{1,10}(?:${TOWNSHIP_SUFFIXES.join('|')})(?:${words.governments.join('|')})?$)`);
const MAX_NAME = 40;

/**
 * Reads an organisation's name (bare text): the places it stands in, from large to small, then the body itself.
 * A government is called by its place (勐来乡), a department by its place and name (云岭县市场监督管理局).
 */
export function readOrganisation(printedName: string): Organisation {
  const fullName = printedName.replace(PARTY, '');
  const places: string[] = [];
  let level: OrganisationLevel = 'unknown';
  let rest = fullName;
  for (const { level: candidate, pattern, before } of LEVELS) {
    const inner = INNER_GOVERNMENT.exec(rest)?.[0].length ?? 0;
    if (places.length > 0 && inner > 0) rest = rest.slice(inner);
    const place = pattern.exec(rest)?.[0];
    if (place === undefined || !fits(place, rest.slice(place.length), candidate, before)) continue;
    places.push(place);
    rest = rest.slice(place.length);
    level = candidate;
  }
  const suffix = TOWNSHIP_SUFFIXES.find((candidate) => rest === candidate || (rest.startsWith(candidate) && GOVERNMENTS.has(rest.slice(candidate.length))));
  if (suffix !== undefined && places.length > 0) {
    // 城区 + 街道办事处 is one place, not a district and a nameless sub-district.
    places.push(`${places.pop()!}${suffix}`);
    rest = rest.slice(suffix.length);
    level = 'township';
  }
  const last = places[places.length - 1];
  if (last !== undefined && (rest === '' || GOVERNMENTS.has(rest) || (level === 'township' && TOWNSHIP_OFFICES.has(rest)))) return { name: last, fullName, path: places, level };
  if (!BODY_END.test(fullName)) return { name: fullName, fullName, path: [...places, rest].filter((part) => part !== ''), level: 'unknown' };
  return { name: `${last ?? ''}${rest}`, fullName, path: [...places, rest], level: 'department' };
}

function fits(place: string, rest: string, level: OrganisationLevel, before: RegExp | null): boolean {
  if (before === null) return true;
  if (level === 'city') return before.test(place.slice(0, -1));
  // 城镇 and 城乡 are words, except where the name plainly ends there (海城镇人民政府).
  return rest === '' || GOVERNMENTS.has(rest) || before.test(place.slice(-2));
}

/** True for a bare line that can be an organisation's name and nothing else. */
export function isOrganisationName(bareText: string): boolean {
  return bareText.length >= 2 && bareText.length <= MAX_NAME && /^[\u4e00-\u9fff·（）()]+$/.test(bareText) && BODY_END.test(bareText);
}
