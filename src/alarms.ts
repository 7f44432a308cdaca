import type { Text2 } from '../index/mod.js';
import type { AlarmsConfig } from './alarms-config.js';
import type { Alarm, ChannelLog, ChannelName, PostingChannel } from './channels/channel.js';
import { Seldom } from './channels/seldom.js';
import { faultFacts } from './log-facts.js';
import type { Message } from './render/message.js';

/** An operator who was told once is not told again soon. */
const AGAIN_MS = 30 * 60_000;

/** What telling the operator needs. */
export interface AlarmPorts {
  readonly config: AlarmsConfig;
  /** The channel of that name if it is up. */
  readonly channel: (name: ChannelName) => PostingChannel | null;
  readonly log: ChannelLog;
  readonly now: () => Date;
}

/** Tells the operator where the configuration says; what could not be said there the log knows. */
export function alarmOver({ config, channel, log, now }: AlarmPorts): Alarm {
  const said = new Seldom(now, AGAIN_MS);

  async function tell({ channel: name, conversation, language }: AlarmsConfig['to'][number], event: string, words: Text2): Promise<void> {
    const delivery = await channel(name)?.post({ channel: name, conversation, thread: null }, messageOf(words[language], language));
    if (delivery?.state !== 'sent' && delivery?.state !== 'handed over') log.warn('alarm not delivered', { alarm: event, channel: name, state: delivery?.state ?? 'channel is not up' });
  }

  return (event, words) => {
    log.error('alarm', { alarm: event, words: words.en });
    if (!said.due(event)) return;
    for (const to of config.to) tell(to, event, words).catch((error: unknown) => log.error('alarm not delivered', { alarm: event, channel: to.channel, ...faultFacts(error) }));
  };
}

function messageOf(text: string, lang: Message['lang']): Message {
  return { lang, status: 'notice', blocks: [{ type: 'text', inlines: [{ type: 'counted', text, basis: 'health' }] }], citations: [], text, answerId: null };
}
