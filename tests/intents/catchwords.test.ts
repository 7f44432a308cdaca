import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const ELM = `石榆县塔山乡人民政府2022年政府信息公开工作年度报告
一、总体情况
（一）抓好队伍。按照县里“四强化”（即：强化学习、强化宣传、强化协作、强化考核）的要求，组织业务培训3期。落实机构到位、人员到位、经费到位。
（二）完善机制。实行“一周一碰头、一月一通报、一季一讲评”督办机制。
五、存在的主要问题及改进情况
一是主动公开还不够及时；二是队伍不稳定。
六、其他需要报告的事项
无。`;

const desk = openDesk({ 'elm.txt': ELM });

describe('what a catchword stands for', () => {
  const four = ['强化学习', '强化宣传', '强化协作', '强化考核'];
  const ones = ['一周一碰头', '一月一通报', '一季一讲评'];
  const inPlace = ['机构到位', '人员到位', '经费到位'];
  test.each([
    ['请列明“四强化”的具体内容', four],
    ['四强化指的是什么', four],
    ['4个强化分别是啥', four],
    ['What are the "four strengthenings"?', four],
    ['What are the four strengthenings ("四强化")?', four],
    ['督办机制三个一是啥', ones],
    ['三个一是哪三个', ones],
    ['What are the three ones?', ones],
    ['三到位是哪三到位', inPlace],
  ])('%s', async (question, items) => {
    const { status, text } = await desk.ask(question);
    expect(status).toBe('answered');
    for (const item of items) expect(text).toContain(item);
  });
  test.each(['五强化是哪五强化', '四强化的责任单位有哪些', 'What are the five strengthenings?', 'What are the four guarantees?', '三个一般问题是什么'])('%s: not told', async (question) => {
    const { status, text } = await desk.ask(question);
    expect(status === 'answered' && [...four, ...ones].some((item) => text.includes(item))).toBe(false);
  });
});
