import { SlackConfig } from '../../src/channels/slack/config.js';
import { SlackChannel } from '../../src/channels/slack/slack.js';
import { readableText } from '../../src/channels/slack/text.js';
import { channelPorts } from '../src/channels/ports.js';
import { refuse, SlackEdge, type EdgeSocket } from '../src/channels/slack/edge.js';
import { direct } from '../src/channels/slack/events.js';
import { channelContract } from './channel-contract.js';

const SECRETS = new Map([['SLACK_BOT_TOKEN', 'xoxb-1234567890-abcdefghij'], ['SLACK_APP_TOKEN', 'xapp-1-A0123-456-abcdef0123']]);
const AT_ONCE = { delaysMs: [0, 5, 10], lockedOutMs: 20, settledMs: 60_000 };
const NOWHERE = 'C00NOWHERE';

channelContract('slack', async () => {
  const edge = await SlackEdge.open();
  const channel = new SlackChannel(SlackConfig.parse({ api: edge.api }), SECRETS, channelPorts(), AT_ONCE);
  let socket: EdgeSocket;
  let envelopes = 0;
  /** Only mrkdwn and the text of notifications are read for control sequences; rich text and plain text are shown as they are. */
  const posted = () => edge.callsOf('chat.postMessage').filter(({ params }) => params['channel'] !== NOWHERE);
  return {
    channel,
    get nowhere() {
      edge.failNext('chat.postMessage', refuse('channel_not_found'));
      return { channel: 'slack' as const, conversation: NOWHERE, thread: null };
    },
    async start(onMessage) {
      await channel.start(onMessage);
      socket = await edge.socket();
    },
    async say(text) {
      const event = direct(text, { ts: `${Math.floor(Date.now() / 1000)}.${String((envelopes += 1)).padStart(6, '0')}` });
      const deliver = (retry: number): Promise<void> => socket.deliver(event, { id: `e${(envelopes += 1)}`, retry });
      await deliver(0);
      return () => deliver(1);
    },
    shown: async () => posted().map(({ params }) => readableText(String(params['text']))),

    acting: async () => posted().flatMap(({ params }) => [...(JSON.stringify(params['blocks'] ?? []).match(/"type":"mrkdwn"[^}]*<[!@#][^}]*/g) ?? []), ...(String(params['text']).match(/<[^>]*>/g) ?? []), ...edge.broken]),
    close: () => edge.close(),
  };
});
