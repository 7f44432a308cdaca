import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../../../src/channels/wechat/mention.js';

const E = '\u2005';
const MINE = ['问报', '小问'];
const OTHERS = ['张三', '问报 助手', '问报测试', '李 四', '🌸花开'];
const DASHES = '- - - - - - - - - - - - - - -';

/** Text, whether the bot is mentioned, whether somebody else is, what remains. */
const TABLE: readonly (readonly [string, boolean, boolean, string])[] = [
  // Names and what stands behind them.
  [`@问报${E}村里办了多少件`, true, false, '村里办了多少件'],
  ['@问报 村里办了多少件', true, false, '村里办了多少件'],
  ['@问报\u00a0村里办了多少件', true, false, '村里办了多少件'],
  ['@问报\u3000村里办了多少件', true, false, '村里办了多少件'],
  ['@问报\t村里办了多少件', true, false, '村里办了多少件'],
  ['@问报\n村里办了多少件', true, false, '村里办了多少件'],
  ['村里办了多少件@问报', true, false, '村里办了多少件'],
  [`村里办了多少件 @问报${E}`, true, false, '村里办了多少件'],
  ['@问报', true, false, ''],
  [`@问报${E}`, true, false, ''],
  ['@问报，村里办了多少件', true, false, '，村里办了多少件'],
  ['@问报：村里办了多少件', true, false, '：村里办了多少件'],
  ['@问报？', true, false, '？'],
  ['村里（@问报）办了多少件', true, false, '村里（ ）办了多少件'],
  // The sign.
  [`＠问报${E}多少件`, true, false, '多少件'],
  ['＠问报 多少件', true, false, '多少件'],
  ['@ 问报 多少件', false, false, '@ 问报 多少件'],
  ['问报 多少件', false, false, '问报 多少件'],
  ['问报，多少件', false, false, '问报，多少件'],
  ['@', false, false, '@'],
  ['@@问报 多少件', true, false, '@ 多少件'],
  ['', false, false, ''],
  // Alias in the group, case, width.
  [`@小问${E}多少件`, true, false, '多少件'],
  ['@小问 多少件', true, false, '多少件'],
  ['@小 问 多少件', false, true, '问 多少件'],
  // In the middle, between Chinese characters.
  [`请@问报${E}查一下`, true, false, '请 查一下'],
  ['请@问报 查一下', true, false, '请 查一下'],
  ['请 @问报 查一下', true, false, '请 查一下'],
  [`查一下${E}@问报${E}`, true, false, '查一下'],
  // Longer names that begin alike.
  ['@问报告 多少件', false, true, '多少件'],
  [`@问报告${E}多少件`, false, true, '多少件'],
  [`@问报测试${E}多少件`, false, true, '多少件'],
  ['@问报测试 多少件', false, true, '多少件'],
  [`@问报 助手${E}多少件`, false, true, '多少件'],
  ['@问报 助手 多少件', false, true, '多少件'],
  [`@问报 小王${E}多少件`, false, true, '多少件'],
  ['@问报村里办了多少件', false, true, ''],
  ['@我问报 多少件', false, true, '多少件'],
  // Several mentions.
  [`@张三${E}@问报${E}多少件`, true, true, '多少件'],
  [`@问报${E}@张三${E}多少件`, true, true, '多少件'],
  ['@问报 @张三 多少件', true, true, '多少件'],
  ['@问报@张三 多少件', true, true, '多少件'],
  [`@问报${E}@问报${E}多少件`, true, false, '多少件'],
  [`@李 四${E}@小问${E}多少件`, true, true, '多少件'],
  ['@张三 你看多少件', false, true, '你看多少件'],
  [`@王五${E}你看多少件`, false, true, '你看多少件'],
  ['@问报 请看@王五', true, true, '请看'],
  // Everybody is nobody.
  [`@所有人${E}明天开会`, false, false, '明天开会'],
  ['@所有人 明天开会', false, false, '明天开会'],
  [`@All${E}明天开会`, false, false, '明天开会'],
  [`@所有人${E}@问报${E}多少件`, true, false, '多少件'],
  // Quoted messages.
  [`「张三：@问报 多少件」\n${DASHES}\n我也想知道`, false, false, '我也想知道'],
  [`「问报：办理两件。」\n${DASHES}\n@问报${E}去年呢`, true, false, '去年呢'],
  [`「张三：第一行\n@问报 第二行」\n${DASHES}\n收到`, false, false, '收到'],
  ['「问报：办理两件。」\n——————\n谢谢', false, false, '谢谢'],
  ['「不是引用」@问报 多少件', true, false, '「不是引用」 多少件'],
  // Addresses and the like.
  ['写信到 abc@问报 .cn', false, false, '写信到 abc@问报 .cn'],
  ['a.b@example.com 多少件', false, false, 'a.b@example.com 多少件'],
  [`abc@问报${E}多少件`, true, false, 'abc 多少件'],
  // What cannot be seen, emoji.
  ['@\u200b问报 多少件', true, false, '多少件'],
  [`@问\u200d报${E}多少件`, true, false, '多少件'],
  ['\u2066@问报\u2069 多少件', true, false, '多少件'],
  ['\ufeff@问报 多少件', true, false, '多少件'],
  [`@🌸花开${E}多少件`, false, true, '多少件'],
  [`@🌸花开${E}@问报${E}🙂多少件`, true, true, '🙂多少件'],
  // Lines.
  ['@问报 第一问\n第二问', true, false, '第一问\n第二问'],
  ['第一行\n@问报\n第二行', true, false, '第一行\n第二行'],
];

describe('mentionsIn', () => {
  it.each(TABLE.map((row, i) => [i, ...row] as const))('%i %j', (_, text, me, others, rest) => {
    const read = mentionsIn(text, { mine: MINE, others: OTHERS });
    expect({ ...read, text: read.text.replace(/\n+/g, '\n') }).toEqual({ me, others, text: rest });
  });

  it('has enough cases', () => {
    expect(TABLE.length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    ['📊问报', `@📊问报${E}多少件`],
    ['问报❤️', '@问报❤ 多少件'],
    ['Wenbao Bot', `@Wenbao Bot${E}多少件`],
    ['Wenbao Bot', '@wenbao bot 多少件'],
    ['a.b+c*', '@a.b+c* 多少件'],
    ['（问报）', '@（问报） 多少件'],
  ])('knows a bot called %s', (name, text) => {
    expect(mentionsIn(text, { mine: [name] })).toMatchObject({ me: true, text: '多少件' });
  });

  it('takes no name and the name of everybody for no name', () => {
    expect(mentionsIn('@ 多少件', { mine: ['', ' '] }).me).toBe(false);
    expect(mentionsIn(`@所有人${E}多少件`, { mine: ['所有人'] }).me).toBe(false);
  });

  it('finds a mention wherever it stands, and none where there is none', () => {
    const talk = fc.string({ unit: fc.constantFrom('多', '少', '件', ' ', '。', '1', 'a', '\n', '🙂'), maxLength: 30 });
    fc.assert(
      fc.property(talk, talk, (before, after) => {
        expect(mentionsIn(`${before}@问报${E}${after}`, { mine: MINE }).me).toBe(true);
        expect(mentionsIn(before + after, { mine: MINE })).toMatchObject({ me: false, others: false });
      }),
    );
  });

  it('reads 20,000 characters of anything in time that grows with their number', () => {
    for (const text of ['@'.repeat(20_000), '@问报'.repeat(5000), '「'.repeat(20_000), `「${'\n-'.repeat(10_000)}`, '多少件'.repeat(7000)]) expect(mentionsIn(text, { mine: MINE }).text.length).toBeLessThanOrEqual(text.length);
    expect(mentionsIn(`@问报 ${'件'.repeat(20_000)}`, { mine: MINE })).toEqual({ me: true, others: false, text: '件'.repeat(20_000) });
  });
});
