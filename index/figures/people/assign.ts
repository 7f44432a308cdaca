import type { Folded } from '../../document/folded.js';
import { matchesOf } from '../../document/matches.js';
import { bodiesIn, canHave, isOfPerson, type Body } from './body.js';
import type { Unit } from './unit.js';
import { anyOf } from '../pattern.js';
import { bodies, roles } from './words.js';

/** A body with its words, remembered from one sentence to the next. */
export interface KnownBody {
  readonly words: string;
  readonly kind: string;
}

const FOUNDED = new RegExp(anyOf(bodies.founding));
/** 党组成员 holds the characters of 组成 and founds nothing. */
const FOUNDING = new RegExp(`${anyOf(bodies.keep)}|(${anyOf(bodies.founding)})`, 'g');
const OF_THE = /^的/;
/** 下设 right behind a body, or behind the comma after it. */
const UNDER = new RegExp(`[,，]?(?:${anyOf(bodies.under)})$`);
/** 办公室设在党政办, right behind the comma that ends a body. */
const SEATED = new RegExp(`^${anyOf(roles.seats)}`);
const BEHIND_COMMA = /,$/;
/** 设在党政办公室: that office is where the body sits, not the body. */
const PLACE = new Set('在于');

/**
 * Says for each statement of a sentence in which body its post is, in words without blanks; null when none is named.
 * `before` are the bodies that earlier sentences of the section founded or filled, latest last; a post takes only a body that can have it.
 */
export function bodiesOf(line: Folded, units: readonly Unit[], before: readonly KnownBody[]): (KnownBody | null)[] {
  if (units.length === 0) return [];
  const named = bodiesIn(line.text);
  const result: (KnownBody | null)[] = [];
  for (const unit of units) {
    const last = result.findLast((one) => one !== null);
    result.push(unit.body === null ? null : whole(line.text, unit.body, named, before, unit.body.kind === 'office' && last?.kind === 'group' ? last : null));
  }
  units.forEach((unit, at) => {
    const closing = unit.body === null ? closingBody(line.text, unit, named) : null;
    if (closing === null) return;
    // 由甲任组长，乙任副组长的某某小组: the body at the end belongs to every post since the founding verb.
    const since = lastFounding(line.text, unit.start);
    for (let i = at; i >= 0 && result[i] === null && units[i]!.start >= since && fits(closing.kind, units[i]!, line.text); i -= 1) result[i] = known(line.text, closing);
  });
  units.forEach((unit, at) => {
    if (result[at] !== null || unit.complete === true || isOfPerson(postOf(unit, line.text))) return;
    result[at] = inherited(line.text, units, result, at, named, before);
  });
  return result;
}

/** The bodies a sentence leaves behind for the next: those that it founds and those whose posts it fills. */
export function foundedIn(line: Folded): KnownBody[] {
  return bodiesIn(line.text)
    .filter((body) => FOUNDED.test(line.text.slice(Math.max(0, body.start - 6), body.start)) || body.start === 0)
    .map((body) => known(line.text, body));
}

function inherited(text: string, units: readonly Unit[], result: readonly (KnownBody | null)[], at: number, named: readonly Body[], before: readonly KnownBody[]): KnownBody | null {
  const unit = units[at]!;
  const work = canHave('work', postOf(unit, text)) || !isBodyPost(unit, text);
  for (let i = at - 1; i >= 0; i -= 1) {
    const earlier = result[i];
    if (earlier === null || earlier === undefined) continue;
    // A duty (具体负责) goes with whatever the sentence spoke of; a 组长 only with a 小组.
    if (fits(earlier.kind, unit, text) || (work && earlier.kind === 'work') || !isBodyPost(unit, text)) return mentionedBetween(text, units[i]!.end, unit, named) ?? earlier;
    break;
  }
  const mentioned = mentionedBetween(text, 0, unit, named);
  if (mentioned !== null || work) return mentioned;
  return before.findLast((body) => fits(body.kind, unit, text)) ?? null;
}

function mentionedBetween(text: string, from: number, unit: Unit, named: readonly Body[]): KnownBody | null {
  const body = named.findLast((candidate) => candidate.start >= from && candidate.end <= unit.start && !PLACE.has(text[candidate.start - 1] ?? '') && fits(candidate.kind, unit, text));
  if (body === undefined) return null;
  // 成立甲领导小组、乙领导小组，由…任组长: the post is in both, not in the last alone.
  const pair = named.find((candidate) => candidate.end + 1 === body.start && text[candidate.end] === '、' && candidate.kind === body.kind);
  return known(text, pair === undefined ? body : { ...body, start: pair.start });
}

/** A bare 办公室 or 中心 takes the fuller words that the text used for it before; behind 某某小组组长由甲担任, a bare 办公室 is that `group`'s. */
function whole(text: string, body: Body, named: readonly Body[], before: readonly KnownBody[], group: KnownBody | null): KnownBody {
  const words = text.slice(body.start, body.end);
  if (words.length > 3) return known(text, body);
  const fuller = named.findLast((candidate) => candidate.end < body.start && text.slice(candidate.start, candidate.end).endsWith(words) && candidate.end - candidate.start > words.length && !PLACE.has(text[candidate.start - 1] ?? ''));
  if (fuller !== undefined) return known(text, fuller);
  const above = bodyAbove(text, named.findLast((candidate) => candidate.end <= body.start && text.slice(candidate.start, candidate.end) === words), named);
  if (above !== null) return { words: `${above}${words}`, kind: body.kind };
  if (group !== null) return { words: `${group.words}${words}`, kind: body.kind };
  return before.findLast((candidate) => candidate.words.endsWith(words)) ?? known(text, body);
}

/** 成立…领导小组，下设办公室; …领导小组，办公室设在党政办: the body under which an office was set up; null where it stands by itself. */
function bodyAbove(text: string, office: Body | undefined, named: readonly Body[]): string | null {
  if (office === undefined) return null;
  const founding = UNDER.exec(text.slice(0, office.start)) ?? (SEATED.test(text.slice(office.end)) ? BEHIND_COMMA.exec(text.slice(0, office.start)) : null);
  const above = founding === null ? undefined : named.find((candidate) => candidate.end === founding.index);
  return above === undefined ? null : text.slice(above.start, above.end);
}

/** The body right behind the post: …为成员的政府信息公开工作领导小组. */
function closingBody(text: string, unit: Unit, named: readonly Body[]): Body | null {
  if (!OF_THE.test(text.slice(unit.end, unit.end + 1))) return null;
  const body = named.find((candidate) => candidate.start >= unit.end && candidate.end > unit.end);
  if (body === undefined || /[,;。:、]/.test(text.slice(unit.end, body.end)) || !fits(body.kind, unit, text)) return null;
  return body;
}

function lastFounding(text: string, at: number): number {
  let since = 0;
  for (const match of matchesOf(FOUNDING, text.slice(0, at + 1))) if (match[1] !== undefined) since = match.index;
  return since;
}

function fits(kind: string, unit: Unit, text: string): boolean {
  return canHave(kind, postOf(unit, text));
}

function isBodyPost(unit: Unit, text: string): boolean {
  return ['group', 'office', 'centre', 'council', 'station', 'headquarters', 'team'].some((kind) => fits(kind, unit, text));
}

function postOf(unit: Unit, text: string): string {
  return text.slice(unit.post.start, unit.post.end);
}

function known(text: string, body: Body): KnownBody {
  return { words: text.slice(body.start, body.end), kind: body.kind };
}
