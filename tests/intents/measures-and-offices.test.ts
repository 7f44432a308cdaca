import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const TOWN = `平岭县柳湾镇2021年政府信息公开工作年度报告

一、总体情况

成立以镇长柯望舒为组长、副镇长邢若兰为副组长的政务公开领导小组，办公室设在经济发展办，办公室主任由经济发展办主任兼任。

五、存在的主要问题及改进情况

（一）问题。1.墙报虽然换新12期，但图解很少；2.集体资产公开太笼统，看不明白；3.村里缺少管理员。
（二）措施。1.与县广播站合作，录制乡音广播6期；2.集体资产分项公开，单项2000元以上的附合同照片；3.视频号定为每月至少更新3条，把每季度首月15日定为“晒账日”。

六、其他需要报告的事项

无。
`;

describe('measures behind a short title, and the office of a group', () => {
  const desk = openDesk({ 'liuwan.txt': TOWN });

  it.each([
    ['集体资产怎么公开', '分项公开'],
    ['视频号怎么更新', '每月至少更新3条'],
    ['晒账日定在哪天', '首月15日'],
  ])('%s', async (question, words) => {
    const answer = await desk.ask(question);
    expect(answer, answer.text).toMatchObject({ status: 'answered' });
    expect(answer.text).toContain(words);
  });

  it.each([
    ['领导小组办公室主任由谁兼任？', '经济发展办主任'],
    ['公开这件事的组长是谁', '柯望舒'],
  ])('%s', async (question, value) => {
    const answer = await desk.ask(question);
    expect(answer, answer.text).toMatchObject({ status: 'answered', value });
  });

  it.each(['墙报怎么更新', '赶集日定在哪天', '领导小组主任是谁', '工会办公室主任由谁兼任', '食品安全这件事的组长是谁'])('%s: not told', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.status, answer.text).not.toBe('answered');
  });
});
