import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterAsked } from '../../../intents/question/roster-asked.js';
import { yearsIn } from '../../../intents/question/year.js';

const asked = (folded: string, lang: 'zh' | 'en' = 'zh'): string | null => rosterAsked({ folded, lang, organisations: [], years: yearsIn(folded) } as never)?.kind ?? null;

describe('a question about who has handed in', () => {
  it.each([
    ['还有谁没交', 'missing'],
    ['哪几家还没报上来', 'missing'],
    ['多少个乡镇没有报送年报', 'missing'],
    ['还差几家', 'missing'],
    ['没交的有哪些单位', 'missing'],
    ['谁逾期了', 'overdue'],
    ['逾期的有哪些', 'overdue'],
    ['有没有逾期的', 'overdue'],
    ['几家交了', 'submitted'],
    ['交了几家', 'submitted'],
    ['都交齐了吗', 'submitted'],
    ['谁发布了', 'published'],
    ['哪些单位已经公布年报了', 'published'],
    ['谁还没发布', 'unpublished'],
    ['哪些被退回了', 'returned'],
    ['我们乡的传上去没得', 'one'],
    ['年报交了没', 'one'],
  ])('%s', (text, kind) => {
    expect(asked(text)).toBe(kind);
    expect(asked(`2020年${text}`)).toBe(kind);
  });

  it.each([['who has not handed in', 'missing'], ["which towns haven't submitted their reports for 2020", 'missing'], ['who is overdue?', 'overdue'], ['how many organisations have submitted', 'submitted'], ['who published the report', 'published'], ['which reports were sent back', 'returned'], ['have we handed in our report yet?', 'one']])('%s', (text, kind) => {
    expect(asked(text, 'en')).toBe(kind);
  });

  it.each(['归谁发布', '由谁公开', '谁提交了申请', '多少个村上报了', '几家企业报了名', '没有收到申请的有几家', '哪些信息公开了', '年报几号前要交'])('%s is none', (text) => {
    expect(asked(text)).toBeNull();
  });

  it('is found or not in no time, whatever the text', () => {
    const pieces = fc.array(fc.constantFrom('看', '查', '还', '都', '有', '的', '谁', '没', '交', '年报', '报', '了', '已', '现在', '哪些', '几家'), { maxLength: 400 });
    fc.assert(fc.property(pieces, (all) => void asked(all.join(''))), { numRuns: 300 });
  });
});
