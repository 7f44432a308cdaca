import { dayInChina, yearOf, type Lang } from '../../../index/mod.js';
import { stateWord, wordsOf, type Inline } from '../../../intents/mod.js';
import type { Person } from '../../channels/channel.js';
import type { Message } from '../../render/message.js';
import { lacksOf } from '../requirements.js';
import type { Roster, RosterOrganisation } from '../roster.js';
import { standingsOf, type StandingPorts } from '../standings.js';
import type { NewChange } from '../changes.js';
import { readCommand, type Command } from './read-command.js';
import { maySay, type Allowed } from './right.js';
import { commandWords, told } from './words.js';

/** A message that said what became of a report, dealt with. */
export interface Obeyed {
  readonly message: Message;
  /** `done`: kept, now or before · `refused`: they had no right to · `asked back`: something was lacking, nothing was changed. */
  readonly outcome: 'done' | 'refused' | 'asked back';
}

/** What obeying a message that says what became of a report needs. */
export interface ObeyPorts {
  readonly standings: StandingPorts;
  /** What the access rules let somebody do. */
  readonly allowed: (who: Person) => Allowed;
  /** Whom to ask for access; null when nobody is named. */
  readonly contact: string | null;
}

/** One message as the desk hands it on; `id` is the same for every delivery of it. */
export interface Said extends Person {
  readonly id: string;
  readonly text: string;
}

/** `已发布 链接`, `退回 理由`, `published LINK`, `returned REASON`: keeps what is said of a report and confirms it; null when the message says nothing of the kind. */
export async function obey(said: Said, at: Date, ports: ObeyPorts): Promise<Obeyed | null> {
  const command = readCommand(said.text);
  if (command === null) return null;
  const { roster } = ports.standings;
  const { lang } = command;
  const here = roster.ofRoom(said.from.channel, said.from.conversation);
  const found = command.name === null ? here : roster.named(command.name);
  // A sentence with such a word in it, of nobody whom the roster knows, is a question or talk, unless it carries a link.
  if (found.length === 0 && command.link === null && (command.name !== null || lang === 'en')) return null;
  if (roster.organisations.length === 0) return command.link === null && command.change !== 'returned' ? null : reply(lang, told(lang, 'noRoster'));
  if (found.length === 0) return reply(lang, command.name === null ? told(lang, 'whose', { example: exampleOf(command, roster.organisations[0]!) }) : told(lang, 'unknown', { name: command.name }));
  const [organisation] = found as [RosterOrganisation, ...RosterOrganisation[]];
  if (found.length > 1) return reply(lang, told(lang, 'several', { names: found.map(({ orgPath }) => orgPath.join('')).join('、'), example: exampleOf(command, organisation, true) }));
  if (!maySay(command.change, organisation, said, ports.allowed(said), roster)) return reply(lang, noRight(lang, organisation, ports.contact), 'refused');
  const lack = lacksOf(command);
  if (lack !== null) return reply(lang, told(lang, 'lacks', { lack: lack[lang], example: exampleOf(command, organisation) }));
  return reply(lang, await keep(command, organisation, said, at, ports.standings), 'done');
}

async function keep({ lang, change, year: named, why, link }: Command, organisation: RosterOrganisation, said: Said, at: Date, standings: StandingPorts): Promise<Inline[]> {
  // Reports of a year are handed in during the next.
  const year = named ?? yearOf(dayInChina(at)) - 1;
  const { channel, conversation } = said.from;
  const kept: NewChange = { organisation: organisation.id, year, change, at, by: nameOf(said, standings.roster), how: 'chat', why, link, cause: JSON.stringify([channel, conversation, said.id]) };
  if ((await standings.changes.add([kept])) === 0) return told(lang, 'known');
  const now = (await standingsOf(year, at, standings)).find((one) => one.organisation.id === organisation.id)!;
  const detail = [link, why].filter((one) => one !== null).join(' ');
  const undo = wordsOf(told(lang, 'undo', { name: organisation.name, year: String(year) }));
  return told(lang, 'noted', { name: organisation.name, year: String(year), change: commandWords()[lang].done[change], detail: detail === '' ? '' : ` ${detail}`, state: stateWord(lang, now.state), undo });
}

/** The owner whose id it is, by name; else the channel's id. */
function nameOf({ from: { channel }, speaker }: Person, roster: Roster): string {
  const owners = roster.organisations.flatMap(({ owner }) => owner ?? []);
  const known = owners.find((owner) => (channel === 'slack' && owner.slack === speaker) || (channel === 'wechat' && owner.wechat === speaker));
  return known?.name ?? `${channel}:${speaker}`;
}

function noRight(lang: Lang, { name, owner }: RosterOrganisation, contact: string | null): Inline[] {
  const whom = contact ?? wordsOf(told(lang, 'operator'));
  return told(lang, 'noRight', { name, who: owner === null ? told(lang, 'askContact', { contact: whom }) : told(lang, 'askOwner', { owner: owner.name, contact: whom }) });
}

function exampleOf({ lang, change }: Command, { name, orgPath }: RosterOrganisation, full = false): string {
  return wordsOf(told(lang, change === 'returned' || change === 'exempt' ? 'exampleReason' : 'exampleLink', { name: full ? orgPath.join('') : name }));
}

const STATUS = { done: 'notice', refused: 'out_of_scope', 'asked back': 'clarify' } as const;

function reply(lang: Lang, inlines: Inline[], outcome: Obeyed['outcome'] = 'asked back'): Obeyed {
  return { message: { lang, status: STATUS[outcome], blocks: [{ type: 'text', inlines }], citations: [], text: wordsOf(inlines), answerId: null }, outcome };
}
