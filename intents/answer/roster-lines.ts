import type { Day, Deadline, Lang } from '../../index/mod.js';
import { dayInChina } from '../../index/mod.js';
import type { ReportStanding, RosterMember } from '../roster.js';
import type { AnswerCitation, BasisCitation, Block, Inline } from './answer.js';
import { basisOf, calendarDay, dated } from './deadline-lines.js';
import { say } from './phrases.js';
import { stateWord } from './roster-words.js';

/** Names that are listed one by one; the rest are counted. */
const MOST_NAMES = 100;
/** Characters of the roster that its citation quotes. */
const LONGEST_QUOTE = 300;

/** Collects what an answer over the roster rests on: its entries, and what sets each date. */
export class RosterEvidence {
  readonly citations: AnswerCitation[] = [];

  /** Cites the entries of the roster that were counted. */
  roster(members: readonly RosterMember[], title: string): number {
    const [only] = members;
    const names = members.map(({ name }) => name).join('、');
    const article = members.length === 1 ? only!.place : (only?.place.replace(/\[\d+\]$/u, '') ?? null);
    return this.#add({ kind: 'config', title, article, quote: names.length > LONGEST_QUOTE ? `${names.slice(0, LONGEST_QUOTE)}…` : names });
  }

  deadline(deadline: Deadline): number {
    return this.#add(basisOf(deadline));
  }

  #add(citation: BasisCitation): number {
    const known = this.citations.findIndex((other) => other.kind === citation.kind && other.title === citation.title && 'article' in other && other.article === citation.article);
    return known >= 0 ? known : this.citations.push(citation) - 1;
  }
}

/** A number, name or link that the roster or what people said of it gives. */
export function fromRoster(text: string | number): Inline {
  return { type: 'counted', text: String(text), basis: 'roster' };
}

/** Those of one state and one deadline on a line: 已逾期（期限…）：甲（负责人）、乙. */
export function groupLines(lang: Lang, standings: readonly ReportStanding[], evidence: RosterEvidence): Block[] {
  const groups = new Map<string, ReportStanding[]>();
  for (const standing of standings) {
    const key = `${standing.state}|${isOwed(standing) ? (standing.deadlines[0]?.rule.id ?? '') : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), standing]);
  }
  return [...groups.values()].map((group): Block => {
    const [{ state, deadlines: [first] }] = group as [ReportStanding, ...ReportStanding[]];
    const shown = group.slice(0, MOST_NAMES).flatMap((one, i): Inline[] => [...(i === 0 ? [] : [lang === 'zh' ? '、' : ', ']), ...whoIsIt(lang, one)]);
    const more = group.length > MOST_NAMES ? ['…'] : [];
    return { type: 'text', inlines: ['· ', stateWord(lang, state), ...(isOwed(group[0]!) ? dueIn(lang, first, evidence) : []), lang === 'zh' ? '：' : ': ', ...shown, ...more] };
  });
}

/** Its date matters as long as it is to come or was missed. */
function isOwed({ state }: Pick<ReportStanding, 'state'>): boolean {
  return state === 'due' || state === 'overdue' || state === 'returned' || state === 'not due';
}

/** 青石镇（张三；退回：表三不平）. */
function whoIsIt(lang: Lang, { organisation: { name, owner }, last, state }: ReportStanding): Inline[] {
  const said = isOwed({ state }) && last?.change === 'returned' ? `${stateWord(lang, 'returned')}${lang === 'zh' ? '：' : ': '}${last.why ?? ''}` : state === 'exempt' ? last?.why : null;
  const link = state === 'published' ? last?.link : null;
  const notes = [owner?.name, said, link].filter((note) => note != null);
  if (notes.length === 0) return [fromRoster(name)];
  return [fromRoster(name), ...(lang === 'zh' ? ['（'] : [' (']), fromRoster(notes.join(lang === 'zh' ? '；' : '; ')), lang === 'zh' ? '）' : ')'];
}

/** The date that a deadline names, the last working day where it is another, and what sets it. */
function dueIn(lang: Lang, deadline: Deadline | undefined, evidence: RosterEvidence): Inline[] {
  if (deadline === undefined) return say(lang, 'rosterNoDate');
  const { stated, effective, rule, provisional } = deadline;
  const date: Inline = { type: 'cited', text: dated(lang, stated), citation: evidence.deadline(deadline) };
  const moved = stated === effective ? [] : say(lang, 'rosterLastWorking', { date: calendarDay(lang, effective) });
  return say(lang, rule.kind === 'law' ? 'rosterDueLaw' : 'rosterDueLocal', { date, moved: [...moved, ...(provisional ? say(lang, 'rosterProvisional') : [])] });
}

/** How one organisation stands, since when, on whose word. */
export function standingLine(lang: Lang, year: Inline, standing: ReportStanding, evidence: RosterEvidence): Block {
  const { organisation, state, last, deadlines: [first] } = standing;
  const since = last === null ? [] : sinceLine(lang, last);
  const due = isOwed(standing) ? dueIn(lang, first, evidence) : [];
  return { type: 'text', inlines: say(lang, 'rosterOne', { name: fromRoster(organisation.name), year, state: stateWord(lang, state), due, since }) };
}

function sinceLine(lang: Lang, { change, at, by, how, why, link }: NonNullable<ReportStanding['last']>): Inline[] {
  const day: Day = dayInChina(at);
  const line = how === 'ingest' ? say(lang, 'rosterHeldSince', { date: calendarDay(lang, day) }) : say(lang, 'rosterSaidBy', { date: calendarDay(lang, day), by: fromRoster(by), what: say(lang, `rosterChange-${change}`) });
  return [...line, ...(why === null ? [] : say(lang, 'rosterWhy', { why: fromRoster(why) })), ...(link === null ? [] : say(lang, 'rosterLink', { link: fromRoster(link) }))];
}
