import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// An invented report in whose sentences a longer label shares its words with a total, with another figure or with a row of a form.
const REPORT = `汀洲街道2021年政府信息公开工作年度报告

一、总体情况

（一）办事。全年两级窗口合计办理4120件，其中街道大厅办理2610件（窗口经办1985件，自助终端办理625件），社区站办理1510件。排查问题31个，年底前改好27个。把拖欠费用的3家企业列入“黑名单”2家。

（二）申请。收到申请18件。加上2020年结转的4件，共办理22件，办结19件，3件转入2022年继续办理。没有收取信息处理费。行政复议被纠正5件，其中2件出在社区。涉及噪声、扬尘两类工单为118件。

五、存在的主要问题及改进情况

公开不够及时。

六、其他需要报告的事项

无。
`;

describe('a question in the words of a label', () => {
  const desk = openDesk({ 'tingzhou.txt': REPORT });

  it.each<[string, number]>([
    ['汀洲街道2021年窗口经办多少件', 1985],
    // Not what was carried over from the year before.
    ['汀洲街道2021年转入继续办理多少件', 3],
    // 名单 is a piece of 黑名单 and asks for no list.
    ['汀洲街道2021年列入“黑名单”', 2],
    ['汀洲街道2021年年底前改好多少个', 27],
  ])('%s', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it.each([
    // 没有 counts requests that were charged for: no distance.
    '汀洲街道2021年新收政府信息公开申请多少公里',
    // 好多 and 少元: the unit belongs to 多少.
    '汀洲街道2021年年底前改好多少元',
    // The street's own hall is not the streets.
    '汀洲街道2021年乡镇（街道）多少件',
  ])('%s is not answered', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it('does not list what the question itself has listed', async () => {
    expect((await desk.ask('汀洲街道2021年涉及噪声、扬尘两类工单')).intent).not.toBe('list');
  });
});
