import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `云岭县青石镇人民政府2021年政府信息公开工作年度报告

一、总体情况

全年办理代收事项1210件。党政办主任柳青山任公开工作组组长。

五、存在的主要问题及改进情况

存在的问题：一是栏目更新不够及时；二是村级宣传墙位置偏、字迹小，老人看不清；三是专职人员不足。

下步改进方向：一是充实队伍，稳住骨干。年内再配两名专职人员。二是盯紧更新，按月通报。每月核对一次栏目，确保更新的速度。三是换新宣传墙。

六、其他需要报告的事项

无。
`;

describe('a problem or a measure by its number', () => {
  const desk = openDesk({ 'qingshi.txt': REPORT });

  it.each<[string, string, readonly string[]]>([
    ['第二条问题讲的啥', '字迹小', ['专职人员不足', '更新不够及时']],
    ['第三个不足是什么', '专职人员不足', ['字迹小']],
    ['改进措施第二条是什么', '核对一次栏目', ['两名专职人员', '换新宣传墙']],
    ['改进方向第一条说了什么', '两名专职人员', ['核对一次']],
    ['改进措施第二条对更新的速度怎么说', '核对一次栏目', ['两名专职人员']],
  ])('%s', async (question, told, not) => {
    const answer = await desk.ask(question);
    expect(answer).toMatchObject({ status: 'answered', intent: 'point-by-number' });
    expect(answer.text).toContain(told);
    for (const other of not) expect(answer.text).not.toContain(other);
  });

  it.each(['第四条问题讲的啥', '第二条问题怎么整改的', '改进措施第二条由谁负责', '改进措施第二条对档案有何要求'])('%s is not told by a point of another number or matter', async (question) => {
    expect((await desk.ask(question)).intent).not.toBe('point-by-number');
  });

  const both = openDesk({ 'two.txt': REPORT.replace('六、其他', '整改措施：一是修墙。二是补栏目。\n\n六、其他') });

  it('does not choose between two lists that both have the number', async () => {
    expect((await both.ask('改进措施第二条是什么')).intent).not.toBe('point-by-number');
  });
});

describe('a person whose name is spelt in English', () => {
  const desk = openDesk({ 'qingshi.txt': REPORT });

  it.each(['What post does Liu Qingshan hold?', 'What post does Qingshan Liu hold?', 'Which post did Liu Qingshan hold?'])('%s', async (question) => {
    const answer = await desk.ask(question);
    expect(answer).toMatchObject({ status: 'answered', intent: 'who' });
    expect(answer.text).toContain('组长');
  });

  it.each(['What post does Wang Qingshan hold?', 'What post does Qingshan hold?', "What is Liu Qingshan's phone number?", 'Since when has Liu Qingshan been in office?'])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  const both = openDesk({ 'two.txt': REPORT.replace('任公开工作组组长。', '任公开工作组组长。镇长刘清山任督查组组长。') });

  it('does not choose between two who are spelt alike', async () => {
    expect((await both.ask('What post does Liu Qingshan hold?')).status).not.toBe('answered');
  });
});
