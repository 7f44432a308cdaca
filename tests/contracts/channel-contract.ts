import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../intents/mod.js';
import { LONGEST_INCOMING, type Address, type Channel, type HostPorts, type Incoming, type OnMessage } from '../../src/channels/channel.js';
import { messageOf, type Message } from '../../src/render/message.js';
import { notice } from '../src/channels/ports.js';
import { benchOver, type Bench } from '../src/desk/desk-over.js';

/** Says once more what was said, as the place's server does when it doubts that it arrived. */
export type Redeliver = () => Promise<void>;

/** A place where people ask, played for a test: the channel on one side, people and their programs on the other. */
export interface Place {
  readonly channel: Channel;
  /** Starts the channel and does whatever else lets it take messages. */
  start(onMessage: OnMessage): Promise<void>;
  /** One person says something to the bot alone. Resolves when the place has delivered it; gives null where a place never delivers twice. */
  say(text: string): Promise<Redeliver | null>;
  /** What that person was shown by the bot, oldest first, each as one text. */
  shown(): Promise<readonly string[]>;
  /** What of the things sent would act on readers or their programs: commands, markup, controls. */
  acting(): Promise<readonly string[]>;
  /** An address that nobody reads. */
  readonly nowhere: Address;
  close(): Promise<void>;
}

export interface PlaceMeans {
  /** The desk, for a channel that answers within a request. */
  readonly answer: HostPorts['answer'];
  /** Holds nothing. */
  readonly library: HostPorts['library'];
}

const HOSTILE = '<!channel> <@U000000001> <script>alert(1)</script> @所有人 &lt;b&gt; [x](javascript:1) \u001b[31m\u202e红\u0007 ``` *粗*';

/** A message that quotes and offers hostile words, made as the desk makes it. */
function hostile(): Message {
  const text = { type: 'text' as const, inlines: [{ type: 'echo' as const, text: HOSTILE }] };
  const citation = { kind: 'law' as const, title: HOSTILE, article: HOSTILE, quote: HOSTILE };
  const blocks = [text, { type: 'quote' as const, citation: 0 }, { type: 'choices' as const, lead: HOSTILE, options: [HOSTILE] }];
  const answer = { question: HOSTILE, lang: 'zh' as const, status: 'answered' as const, reason: null, intent: 'x', text: plainText(blocks, [citation]), value: null, unit: null, derived: null, rows: [], citations: [citation], options: [HOSTILE], answerId: 'a', tookMs: 1 };
  return messageOf({ answer, blocks });
}

const QUESTIONS = ['甲有多少？', '乙有多少？', '丙有多少？'];

/** What holds of every channel. A channel's test calls it with a way to open its place. */
export function channelContract(name: string, open: (means: PlaceMeans) => Promise<Place>): void {
  describe(`the channel contract: ${name}`, () => {
    let bench: Bench;
    let place: Place;
    let incoming: Incoming[];

    beforeEach(async () => {
      bench = await benchOver({ messages: { answerWithinMinutes: 24 * 60 } });
      bench.now = new Date();
      incoming = [];
      const note = (one: Incoming): Incoming => {
        incoming.push(one);
        return one;
      };
      place = await open({ answer: (one, at) => bench.desk.answer(note(one), at), library: bench.held.library });
      await place.start((one, takenIn) => bench.desk.receive(note(one), place.channel, takenIn));
    });
    afterEach(async () => {
      await place.channel.stop();
      await place.close();
      await bench.close();
    });

    const shown = async (many: number): Promise<readonly string[]> => {
      for (;;) {
        const texts = await place.shown();
        if (texts.length >= many) return texts;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const outcomes = async (): Promise<(string | null)[]> => (await bench.database.selectFrom('desk_message').select('outcome').execute()).map(({ outcome }) => outcome);
    const asked = (): string[] => bench.assistant.asked.map(({ text }) => text);

    it('is up once it has started and stopped once it has stopped', async () => {
      expect(place.channel.health().state).toBe('up');
      await place.channel.stop();
      expect(place.channel.health().state).toBe('stopped');
    });

    it('hands a message on as it was said, by whom, where and when, and shows the reply there', async () => {
      const before = Date.now();
      await place.say('甲有多少？');
      expect(await shown(1)).toEqual([expect.stringContaining('甲有多少？')]);
      await bench.desk.idle();
      expect(incoming).toEqual([{ id: expect.stringMatching(/./), from: { channel: place.channel.name, conversation: expect.stringMatching(/./), thread: null }, speaker: expect.stringMatching(/./), speakerName: null, direct: true, text: '甲有多少？', sentAt: expect.any(Date) }].map((one) => ({ ...one, speakerName: incoming[0]!.speakerName, from: { ...one.from, thread: incoming[0]!.from.thread } })));
      expect(Math.abs(incoming[0]!.sentAt.getTime() - before)).toBeLessThan(1000 * 60 * 60 * 24 * 365 * 10);
      expect(await outcomes()).toEqual([expect.stringMatching(/^(?:sent|handed over)$/)]);
    });

    it('answers in the order of asking, follow-ups too', async () => {
      for (const question of QUESTIONS) await place.say(question);
      const texts = await shown(3);
      expect(texts.map((text) => QUESTIONS.findLast((question) => text.includes(question)))).toEqual(QUESTIONS);
      expect(asked()).toEqual(QUESTIONS);
    });

    it('answers the same words said twice twice, and one message delivered again once', async () => {
      const again = await place.say('甲有多少？');
      await again?.();
      await place.say('甲有多少？');
      await again?.();
      await place.say('乙有多少？');
      await shown(3);
      await bench.desk.idle();
      expect(asked()).toEqual(['甲有多少？', '甲有多少？', '乙有多少？']);
      expect(await place.shown()).toHaveLength(3);
    });

    it('lets nothing act that stands in a message', async () => {
      await place.say('甲有多少？');
      await shown(1);
      const delivery = await place.channel.post(incoming[0]!.from, hostile());
      expect(delivery.state).toMatch(/^(?:sent|handed over)$/);
      expect((await shown(2)).at(-1)).toMatch(/粗/);
      expect(await place.acting()).toEqual([]);
    });

    it('takes a message of 100,000 characters and answers it once', async () => {
      await place.say('多'.repeat(100_000));
      await place.say('甲有多少？');
      expect((await shown(2)).length).toBe(2);
      for (const { text } of incoming) expect(text.length).toBeLessThanOrEqual(LONGEST_INCOMING);
    });

    it('never rejects a post, wherever it goes, and does not claim that it arrived where nobody is', async () => {
      expect((await place.channel.post(place.nowhere, notice('无人'))).state).not.toBe('sent');
      expect((await place.shown()).join()).not.toContain('无人');
    });

    it('finishes what is being posted when it stops, takes nothing more, and stops twice', async () => {
      await place.say('甲有多少？');
      await shown(1);
      const posting = place.channel.post(incoming[0]!.from, notice('收尾'));
      await Promise.all([place.channel.stop(), posting]);
      expect((await posting).state).not.toBe('unknown');
      await place.channel.stop();
      expect((await place.channel.post(incoming[0]!.from, notice('迟了'))).state).toMatch(/^(?:sent|handed over|refused|pending|unknown)$/);
      void place.say('还有吗？').catch(() => {});
      await new Promise((resolve) => setImmediate(resolve));
      expect(asked()).toEqual(['甲有多少？']);
    });
  });
}
