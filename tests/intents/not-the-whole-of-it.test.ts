import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';

// Invented, in the manner of short counts one behind the other.
const PAPERS = `云岭县档案局2023年政府信息公开工作年度报告
一、总体情况
全年审校公开文稿163篇，驳回24篇。编印《档案之窗》4期，每期印800册。
举办读者见面会3场，接待居民910人次。向12个村（社区）寄送公示单640张。
`;

describe('what stands beside the number asked for', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver({ 'papers.txt': PAPERS });
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it.each<[string, number]>([
    // An unknown word right before the number is what was done, no second kind to be added.
    ['文稿驳回多少篇', 24],
    ['每期印多少册', 800],
    ['见面会几场', 3],
    // What stands beside the number is answered by itself.
    ['接待居民多少人次', 910],
    ['寄送公示单多少张', 640],
    ['编印档案之窗几期', 4],
  ])('%s: %d', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it.each([
    // What one issue has is not what was printed of all.
    ['档案之窗一共印了多少册', 800],
    // People are no occasions, places no leaflets.
    ['见面会来了几多居民', 3],
    ['请提供寄送公示单的村（社区）数量', 640],
  ])('%s is not %d', async (question, value) => {
    expect((await desk.ask(question)).value).not.toBe(value);
  });
});
