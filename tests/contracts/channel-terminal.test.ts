import { PassThrough } from 'node:stream';
import { TerminalChannel } from '../../src/channels/terminal/terminal.js';
import { channelContract } from './channel-contract.js';

channelContract('terminal', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  let printed = '';
  output.on('data', (piece: Buffer) => (printed += piece.toString()));
  const channel = new TerminalChannel({ input, output, person: false, colour: false, history: [], leave: new Set(['exit']), now: () => new Date() });
  return {
    channel,
    nowhere: { channel: 'terminal', conversation: 'nobody', thread: null },
    start: (onMessage) => channel.start(onMessage),
    say: async (text) => {
      input.write(`${text}\n`);
      return null;
    },
    shown: async () => printed.split('\n\n').filter((text) => text !== ''),
    // oxlint-disable-next-line no-control-regex
    acting: async () => printed.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g) ?? [],
    close: async () => input.destroy() && undefined,
  };
});
