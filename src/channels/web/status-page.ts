import type { Lang, ReportCard } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import type { ChannelFinding, HostPorts } from '../channel.js';
import type { Activity } from '../operations.js';
import { chinaTime } from './china-time.js';
import type { LoginShows } from '../logins.js';
import { pageHtml, type Frame } from './layout.js';
import { waitingHtml } from './login-code-page.js';
import { word, wordFor } from './words.js';

/** How the run is, as the desk's first page shows it. */
export interface Status {
  readonly health: ReturnType<HostPorts['health']>;
  /** Codes that wait to be scanned. */
  readonly logins: ReturnType<LoginShows['waiting']>;
  /** In use, and every version. */
  readonly cards: readonly ReportCard[];
  readonly history: readonly ReportCard[];
  readonly configuration: readonly ChannelFinding[];
  readonly activity: Activity;
  readonly process: { readonly node: string; readonly uptimeS: number; readonly memoryBytes: number };
  readonly now: Date;
}

const SIGNS = { up: '✓', starting: '…', down: '✗', stopped: '·' } as const;
const KINDS = { up: 'holds', starting: 'waits', down: 'broken', stopped: 'waits' } as const;

/** How everything runs: channels and schedule, what is held, what was asked since yesterday, and what is wrong with the configuration. */
export function statusPage(frame: Frame, { health, logins, cards, history, configuration, activity, process, now }: Status): string {
  const { lang } = frame;
  const newest = history.map(({ ingestedAt }) => ingestedAt).sort().at(-1);
  const asked = Object.entries(activity.questions);
  const held: readonly (readonly [string, unknown])[] = [
    ['statusReports', word(lang, 'askHeld', { reports: cards.length, organisations: new Set(cards.map(({ orgKey }) => orgKey)).size })],
    ['statusVersions', word(lang, 'statusVersionsOf', { all: history.length, withdrawn: history.filter(({ withdrawn }) => withdrawn !== null).length })],
    ['statusNewest', newest === undefined ? '—' : chinaTime(newest)],
    ['statusAsked', asked.length === 0 ? '—' : asked.map(([status, many]) => `${wordFor(lang, 'asked', status)} ${many}`).join(' · ')],
    ['statusUnsettled', activity.unsettled],
    ['statusProcess', word(lang, 'statusProcessOf', { node: process.node, memory: Math.round(process.memoryBytes / 1e6), hours: Math.floor(process.uptimeS / 3600), minutes: Math.floor((process.uptimeS % 3600) / 60) })],
    ['statusNow', chinaTime(now.toISOString())],
  ];
  const body = markup`<div class="sheet"><h1>${word(lang, 'statusTitle')}</h1>
<section><h2>${word(lang, 'statusChannels')}</h2><ul class="found">${health.map((one) => lineHtml(KINDS[one.health.state], SIGNS[one.health.state], `${wordFor(lang, 'channel', one.name)} ${word(lang, `health.${one.health.state}`)}`, one.health.detail[lang]))}</ul>${health.length === 0 ? markup`<p>—</p>` : ''}${waitingHtml(frame, logins)}</section>
<section><h2>${word(lang, 'statusHeld')}</h2><dl class="card-facts">${held.map(([key, value]) => markup`<div><dt>${word(lang, key)}</dt><dd>${value}</dd></div>`)}</dl></section>
<section><h2>${word(lang, 'statusConfiguration')}</h2><ul class="found">${configuration.map((finding) => findingHtml(lang, finding))}</ul></section>
<section><h2>${word(lang, 'backupTitle')}</h2><p>${word(lang, 'backupAbout')}</p><form method="post" action="/desk/backup"><button class="button">${word(lang, 'backup')}</button></form></section></div>`;
  return pageHtml(frame, { title: word(lang, 'statusTitle'), at: 'desk', tabs: { at: 'status' }, body });
}

function findingHtml(lang: Lang, { ok, message, hint }: ChannelFinding): Markup {
  return lineHtml(ok ? 'holds' : 'broken', ok ? '✓' : '✗', message[lang], hint?.[lang]);
}

function lineHtml(kind: string, sign: string, text: string, detail: string | undefined): Markup {
  return markup`<li class="${kind}"><small class="severity">${sign}</small> <span>${text}${detail === undefined ? '' : markup` <small class="basis">${detail}</small>`}</span></li>`;
}
