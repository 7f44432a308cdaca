import { Village } from '../src/channels/wechat/village.js';
import { channelContract } from './channel-contract.js';

channelContract('wechat', async () => {
  const village = new Village();
  const shown: string[] = [];
  const handed = new Set<string>();
  /** Takes what the bot has said so far. */
  const listen = async (): Promise<void> => {
    while (village.unheard.length > 0) {
      const { to, text } = await village.heard();
      if (to === village.mary) shown.push(text);
    }
  };
  return {
    channel: village.channel,
    nowhere: { channel: 'wechat', conversation: 'nobody', thread: null },
    async start(onMessage) {
      await village.channel.start(async (incoming) => {
        handed.add(incoming.id);
        await onMessage(incoming);
      });
      await village.login();
    },
    async say(text) {
      village.now = new Date();
      const id = village.say(village.mary, text);
      // Wechaty looks a message up before it hands it on: two at the same instant may overtake each other, two of one person never come so.
      while (!handed.has(id)) await new Promise((resolve) => setTimeout(resolve, 2));
      return async () => void village.say(village.mary, text, null, { id });
    },
    async shown() {
      await listen();
      return [...shown];
    },
    // A phone shows what it is given; only the puppet's own mention markup and controls would act.
    // oxlint-disable-next-line no-control-regex
    acting: async () => shown.flatMap((text) => text.match(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]|@all\b/g) ?? []),
    close: async () => {},
  };
});
