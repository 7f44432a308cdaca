import { describe, expect, it } from 'vitest';
import { asksAgain, isCourtesy, saysYes, withoutCourtesy } from '../../../intents/question/message.js';

describe('a message that asks nothing', () => {
  it.each(['谢谢', '好的，谢谢', '收到！', '嗯嗯', '知道了', '辛苦了', '好嘞~', 'ok', 'Thanks a lot!', 'Got it, thank you.', '不用了'])('%s', (text) => expect(isCourtesy(text)).toBe(true));
  it.each(['', '？', '好几个村', '行政许可', '收到多少件', '收到申请', '可以公开的有几件', '好的，那2021年呢', 'good practices', 'is it right'])('%j asks', (text) => expect(isCourtesy(text)).toBe(false));
});

it.each([
  ['好的，那2021年呢', '那2021年呢'],
  ['谢谢。处罚呢', '处罚呢'],
  ['嗯嗯，柳河乡呢', '柳河乡呢'],
  ['Thanks, and licences?', 'and licences?'],
  ['行政许可呢', '行政许可呢'],
  ['好的', '好的'],
  ['收到多少', '收到多少'],
])('%s asks %s', (text, rest) => expect(withoutCourtesy(text)).toBe(rest));

it.each(['好的', '是的', '对的', '嗯', 'yes', 'ok'])('%s says yes', (text) => expect(saysYes(text)).toBe(true));
it.each(['谢谢', '好几个', 'thanks'])('%s does not', (text) => expect(saysYes(text)).toBe(false));

describe('the last question once more', () => {
  it.each(['再查一下', '重新查', '请再核对一遍', '麻烦再说一遍', '刚才那个再查一下', '再确认一下吧', '重复一遍', '没看清，再发一遍', 'check again', 'Could you look it up again?', 'please repeat that', 'once more'])('%s', (text) => expect(asksAgain(text)).toBe(true));
  it.each(['再查一下处罚', '再查查柳河乡', '重新查处了几件', '再次申请', 'check the licences again', ''])('%j is a question of its own', (text) => expect(asksAgain(text)).toBe(false));
});
