import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../index/mod.js';
import { languageOf } from '../../../intents/mod.js';
import { promisedAsked, remindAsked } from '../../../intents/question/remind-asked.js';

/** A Monday morning. */
const AT = new Date('2026-11-23T10:00:00+08:00');
const read = (text: string) => ({ text, folded: (languageOf(text) === 'zh' ? fold(text).text : text).toLowerCase(), lang: languageOf(text) });
const asked = (text: string) => remindAsked(read(text), AT);
const once = (text: string): string => {
  const got = asked(text);
  if (got?.does !== 'add' || got.wish.kind !== 'once') throw new Error(`${text}: ${JSON.stringify(got)}`);
  return `${new Date(got.wish.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)} ${got.wish.text}`;
};

describe('when somebody wants to be reminded', () => {
  it.each([
    ['明天下午3点提醒我交年报', '2026-11-24T15:00 交年报'],
    ['提醒我明天下午三点半交年报', '2026-11-24T15:30 交年报'],
    ['请后天上午10:15提醒我们开会', '2026-11-25T10:15 开会'],
    ['今晚提醒我核对表三', '2026-11-23T19:00 核对表三'],
    ['周三提醒我催民政局', '2026-11-25T09:00 催民政局'],
    ['下周三中午12点提醒大家报送', '2026-12-02T12:00 报送'],
    ['周一早上9点提醒我汇总', '2026-11-30T09:00 汇总'],
    ['1月20日提醒我盖章', '2027-01-20T09:00 盖章'],
    ['12月1日下午2点提醒我盖章', '2026-12-01T14:00 盖章'],
    ['2小时后提醒我看一下', '2026-11-23T12:00 看一下'],
    ['半小时后提醒我', '2026-11-23T10:30 '],
    ['三天后提醒我复核', '2026-11-26T09:00 复核'],
    ['晚上8点提醒我交年报', '2026-11-23T20:00 交年报'],
    ['上午9点提醒我交年报', '2026-11-24T09:00 交年报'],
    ['Remind me tomorrow at 3pm to submit the report', '2026-11-24T15:00 submit the report'],
    ['please remind us in 2 hours to call the office', '2026-11-23T12:00 call the office'],
    ['remind me on friday at 10:30 about the stamp', '2026-11-27T10:30 the stamp'],
    ['remind me next monday to collect the forms', '2026-11-30T09:00 collect the forms'],
    ['Remind me on Friday at 10:30 to send the PDF to Ms Zhao', '2026-11-27T10:30 send the PDF to Ms Zhao'],
    ['明天下午3点提醒我把PDF发给Anna', '2026-11-24T15:00 把PDF发给Anna'],
  ])('%s → %s', (text, expected) => expect(once(text)).toBe(expected));

  it.each([
    ['提醒我提前一周', 7, null],
    ['提前3天提醒我（乡镇）', 3, null],
    ['截止前提前两个星期上午10点提醒我们', 14, 600],
    ['请提前1个月提醒我', 30, null],
    ['remind me a week before', 7, null],
    ['Remind me three days before the departments\' deadline', 3, null],
    ['remind me 2 weeks ahead at 10am', 14, 600],
  ])('%s → %i days before', (text, daysBefore, minutes) => expect(asked(text)).toEqual({ does: 'add', wish: { kind: 'before', daysBefore, minutes } }));

  it.each([
    ['每天9点提醒我到交为止', 540, false, ''],
    ['每天9点提醒到交为止', null, null, null],
    ['每个工作日下午两点半提醒我们到公布为止', 870, false, ''],
    ['每天提醒我，休息日也提醒', null, true, null],
    ['每天上午10点提醒我看邮箱', 600, false, '看邮箱'],
    ['remind me every day at 9 until it is handed in', 540, false, ''],
    ['remind me daily at 4pm, weekends too', 960, true, ''],
  ])('%s → daily', (text, minutes, everyDay, words) => {
    const got = asked(text);
    if (everyDay === null) return expect(got).toMatchObject({ does: 'add', wish: { kind: 'daily', minutes: 540 } });
    expect(got).toMatchObject({ does: 'add', wish: { kind: 'daily', minutes, everyDay, ...(words !== null && { text: words }) } });
  });

  it.each(['提醒我', '请提醒我交年报', 'remind me to submit the report'])('%s does not say when', (text) => expect(asked(text)).toEqual({ does: 'unclear' }));
});

describe('what somebody does with reminders', () => {
  it.each([
    ['我的提醒', { does: 'list' }],
    ['查看我的提醒', { does: 'list' }],
    ['我设了哪些提醒', { does: 'list' }],
    ['my reminders', { does: 'list' }],
    ['取消提醒2', { does: 'cancel', number: 2 }],
    ['取消第二个提醒', { does: 'cancel', number: 2 }],
    ['cancel reminder 3', { does: 'cancel', number: 3 }],
    ['提醒1办好了', { does: 'done', number: 1 }],
    ['reminder 4 is done', { does: 'done', number: 4 }],
    ['明天再说', { does: 'snooze' }],
    ['Remind me tomorrow', { does: 'snooze' }],
    ['停止提醒', { does: 'stop' }],
    ['别再提醒了', { does: 'stop' }],
    ['Stop the reminders', { does: 'stop' }],
    ['恢复提醒', { does: 'resume' }],
  ])('%s → %j', (text, expected) => expect(asked(text)).toEqual(expected));

  it.each(['年报几号前要交', '发放政策提醒短信多少条', '报告里提醒群众的有几处', '2020年办理了多少件', '上年提前公开多少条', 'How many reminders were issued in 2020?', '取消了多少个许可事项', '停止提供服务多少次'])('%s is none of its business', (text) => expect(asked(text)).toBeNull());
});

describe('promised work', () => {
  it.each([
    ['报告里承诺了哪些定期工作', { does: 'list' }],
    ['What recurring work do the reports promise?', { does: 'list' }],
    ['启用定期工作01234567', { does: 'on', id: '01234567', owner: null }],
    ['启用定期工作01234567，负责人李敏', { does: 'on', id: '01234567', owner: '李敏' }],
    ['switch on recurring work 01234567, owner Li Min', { does: 'on', id: '01234567', owner: 'Li Min' }],
    ['停用定期工作01234567', { does: 'off', id: '01234567' }],
    ['定期工作01234567已完成，通报见 https://www.example.gov.cn/a/b.html', { does: 'done', id: '01234567', evidence: '通报见https://www.example.gov.cn/a/b.html' }],
    ['Recurring work 01234567 is done, see https://example.cn/A/Report.html', { does: 'done', id: '01234567', evidence: 'see https://example.cn/A/Report.html' }],
    ['定期工作01234567完成了', { does: 'done', id: '01234567', evidence: '' }],
    ['一月一检查是怎么做的', null],
    ['定期开展培训几次', null],
  ])('%s → %j', (text, expected) => expect(promisedAsked(read(text))).toEqual(expected));
});

it('reads any text without throwing, and never a moment that is none', () => {
  const piece = fc.constantFrom('提醒我', '明天', '下午', '3点', '25点', '每天', '提前', '一周', '13月40日', '2月30日', '99', '再说', 'remind me', ' at ', '取消提醒', '（乡镇）', '\u{20000}');
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const got = asked(text);
      promisedAsked(read(text));
      if (got?.does === 'add' && got.wish.kind === 'once') expect(Number.isNaN(got.wish.at.getTime())).toBe(false);
    }),
  );
});
