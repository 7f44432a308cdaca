import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messageOf } from '../../../../src/render/message.js';
import { deskOver, type Desk } from '../../../intents/assistant-over.js';
import { samples } from '../web/site-over.js';
import { Village } from './village.js';

const E = '\u2005';
/** Wechaty's numbers of kinds of messages. */
const KIND = { voice: 2, picture: 6, miniProgram: 9, redEnvelope: 12, recalled: 13, unknown: 0 };

/** The samples behind a village: what people would see on their phones. */
describe('talk in WeChat', () => {
  let desk: Desk;
  let v: Village;
  beforeAll(async () => void (desk = await deskOver(samples())), 60_000);
  afterAll(() => desk.close());
  beforeEach(async () => {
    v = new Village({}, { publicAddress: 'https://w.example' });
    await v.channel.start(async (incoming, takenIn) => {
      takenIn?.();
      const reply = await desk.assistant.reply(incoming.text, { session: `${incoming.from.conversation}/${incoming.speaker}/${v.ports.folder}`, at: incoming.sentAt });
      await v.channel.post(incoming.from, messageOf(reply), incoming.direct ? undefined : { speaker: incoming.speaker });
    });
    await v.login();
  });
  afterEach(async () => {
    await v.channel.stop();
    expect([desk.faults, v.ports.alarms]).toEqual([[], []]);
  });

  /** Says something and gives what the bot answers. */
  async function asked(who: string, text: string, room: string | null = v.group): Promise<string> {
    v.now = new Date(v.now.getTime() + 10_000);
    v.say(who, text, room);
    return (await v.heard()).text;
  }

  it('answers with the figure first, the sentence, one line of place and a short link, within a screen', async () => {
    const answer = await asked(v.mary, `@问报${E}勐来乡村为民服务站办了多少件`);
    const lines = answer.split('\n');
    expect(lines[0]).toBe('@玛丽 勐来乡2020年村为民服务站 办理：2091件');
    expect(lines.filter((line) => line.startsWith('——'))).toHaveLength(1);
    expect(lines.at(-1)).toMatch(/^原文：https:\/\/w\.example\/s\/[0-9a-f]{12}#c-\d+-\d+$/);
    expect([...answer.replace(/https:\S+/, '')].length).toBeLessThanOrEqual(320);
  });

  it('names the row of a table once, whatever of its cells are told', async () => {
    const answer = await asked(v.mary, '勐来乡2020年收到多少件申请', null);
    expect(answer).toMatch(/总计：0件/);
    expect(answer.match(/^——/gm)).toHaveLength(1);
    expect(answer).not.toContain('更多');
  });

  it('understands what is left out, numbers for choices, names, and 更多, each of its asker', async () => {
    expect(await asked(v.mary, '@问报 勐来乡村为民服务站办了多少件')).toContain('2091件');
    expect(await asked(v.mary, '那中心呢')).toMatch(/^@玛丽 [^\n]*1988件/);
    expect(await asked(v.zhang, '@小问 2020年领导小组组长是谁')).toMatch(/^@张三 /);
    expect(await asked(v.mary, '占比多少')).toMatch(/48\.74%[^]*回复“更多”看下文）$/);
    expect(await asked(v.zhang, '@小问 更多')).toContain('没有可以接着看的内容');
    expect(await asked(v.mary, '更多')).toMatch(/^@玛丽 「2020年[^]*（2\/2）$/);
    const choices = await asked(v.zhang, '@小问 收到多少件申请');
    const [, first] = /^1\. (.+)$/m.exec(choices)!;
    const chosen = await asked(v.zhang, '1');
    expect(chosen).toMatch(/^@张三 [^\n]*件/);
    expect(await asked(v.zhang, `@小问 ${first}`)).toBe(chosen);
  });

  it.each([
    ['20,000 characters', `@问报 ${'多'.repeat(20_000)}`, /太长/],
    ['20,000 mentions', '@问报 '.repeat(5000), /请输入问题/],
    ['faces alone', '@问报 🙂[强]👍🏻‍♂️', /请输入问题/],
    ['characters that take no room', `@问报 \u200b勐来乡\u200d村为民\ufeff服务站\u2060办了多少件`, /2091件/],
    ['marks of direction', '@问报 \u202e勐来乡村为民服务站办了多少件\u202c', /2091件/],
    ['a question between faces', '@问报 🙏勐来乡村为民服务站办了多少件❓❓', /2091件/],
    ['markup and commands', '@问报 <script>alert(1)</script>@所有人 {{7*7}}; DROP TABLE report', /./],
  ])('answers %s as a person would', async (_, text, answer) => {
    const said = await asked(v.mary, text);
    expect(said).toMatch(answer);
    expect([...said].length).toBeLessThan(700);
    // oxlint-disable-next-line no-control-regex
    expect(said).not.toMatch(/[\u0000-\u0008\u202a-\u202e]|@所有人|@all/);
    expect(v.unheard).toEqual([]);
  });

  it('says one word each to what it cannot read, and nothing in a group, however much of it comes', async () => {
    for (let i = 0; i < 3; i += 1) {
      for (const type of Object.values(KIND)) {
        v.say(v.mary, type === KIND.unknown ? '系统消息' : '', null, { type });
        v.say(v.zhang, '<msg/>', v.group, { type });
      }
      v.now = new Date(v.now.getTime() + 61_000);
    }
    await v.logged('wechat.ignored', 3 * (Object.keys(KIND).length + 2));
    await v.channel.stop();
    expect(v.unheard.map(({ to, text }) => [to, text.slice(0, 6)])).toEqual([[v.mary, '我听不了语音'], [v.mary, '我看不了图片'], [v.mary, '我看不了卡片'], [v.mary, '我不收红包和']]);
  });

  it('answers the others while a group of bots shouts, and itself no faster than it may', async () => {
    for (let i = 0; i < 200; i += 1) v.say(v.zhang, `@问报 第${i}次多少件`, v.other);
    v.say(v.mary, '@问报 勐来乡村为民服务站办了多少件', v.group);
    await v.logged('wechat.ignored', 188);
    await expect.poll(() => v.unheard.filter(({ to, text }) => to === v.group && text.includes('2091件')).length).toBe(1);
    await v.channel.stop();
    expect(v.unheard.length).toBeLessThanOrEqual(13);
  });

  it('goes on when the group is renamed or the bot taken out in the middle', async () => {
    v.rename('新柳泉村');
    expect(await asked(v.mary, '@问报 勐来乡村为民服务站办了多少件')).toContain('2091件');
    v.takeOut();
    const notice = { lang: 'zh', status: 'notice', blocks: [], citations: [], text: '一', answerId: null } as const;
    await expect.poll(async () => (await v.channel.post({ channel: 'wechat', conversation: v.group, thread: null }, notice)).state).toBe('refused');
    while (v.unheard.length > 0) await v.heard();
    expect(await asked(v.mary, '勐来乡村为民服务站办了多少件', null)).toContain('2091件');
  });
});
