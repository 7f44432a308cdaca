import { expect, it } from 'vitest';
import { SlackConfig } from '../../../../src/channels/slack/config.js';
import { slackReceiver, type SlackHandlers } from '../../../../src/channels/slack/receiver.js';
import { sdkLog } from '../../../../src/channels/slack/sdk-log.js';
import { channelPorts } from '../ports.js';
import { SlackEdge } from './edge.js';

const idle = (): Promise<void> => Promise.resolve();
const HANDLERS: SlackHandlers = { event: idle, press: idle, command: idle, submitted: () => Promise.resolve(null), shortcut: idle };

it('counts a socket on which Slack stops pinging as lost', async () => {
  const edge = await SlackEdge.open();
  const ports = channelPorts();
  const secrets = { botToken: 'xoxb-1', appToken: 'xapp-1', signingSecret: '' };
  const receiver = slackReceiver(SlackConfig.parse({ api: edge.api }), secrets, HANDLERS, sdkLog(ports.log), { server: 30, client: 5_000 });
  try {
    const lost = new Promise<string>((resolve) => void receiver.open({ userId: 'UBOT', botId: 'BBOT' }, resolve));
    // One ping, and then silence on an open connection.
    (await edge.socket()).ping();
    expect(await lost).toBe('socket closed');
    expect(ports.lines.map(({ facts }) => String(facts?.['said']))).toEqual([expect.stringContaining('ping')]);
  } finally {
    await receiver.close();
    await edge.close();
  }
});
