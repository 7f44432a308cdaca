import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const MARKED = `临河县林业站2019年政府信息公开工作年度报告

一、总体情况

全年公开信息152条，举办护林员培训4期。

五、存在的主要问题及改进情况

问题：补贴名单张贴太迟；护林员看不懂采伐公告；林场公开栏建设不均衡。措施：把名单张贴时间压缩到3个工作日；2020年上半年开通林权查询热线；争取2020年增设宣传员5名。
`;

const ITEMS = `宁山市交通局2022年政府信息公开工作年度报告

一、总体情况

全年公开信息388条，回复网民提问21条。

五、存在的主要问题及改进情况

（一）存在问题
1.线路调整公告太晚，乘客意见集中；
2.客运站公开水平参差不齐；
3.残疾乘客查询班次不便。
（二）改进措施
1.2023年起线路调整方案提前20日公告；
2.自2023年1月起行政许可决定作出后5个工作日内上网公示；
3.在6个车站推行“一键问询”服务。
`;

const linye = openDesk({ '林业站2019.txt': MARKED });
const jiaotong = openDesk({ '交通局2022.txt': ITEMS });

describe('what is done about a problem, and what is to come', () => {
  it.each([
    ['名单张贴太迟采取了什么措施？', '3个工作日'],
    ['针对存在的问题提出了哪些措施？', '查询热线'],
    ['2020年想增设几个宣传员', '5名'],
    ['Which hotline will be opened in the first half of 2020?', '查询热线'],
  ])('林业站: %s', async (q, words) => {
    const answer = await linye.ask(q);
    expect(answer).toMatchObject({ status: 'answered' });
    expect(answer.text).toContain(words);
  });

  it.each([
    ['为残疾乘客查询不便提出了何种改进？', '一键问询'],
    ['针对存在的问题提出了哪些改进措施？', '一键问询'],
    ['What will be done about uneven disclosure quality?', '5个工作日'],
    ['自2023年起许可决定作出后应在多长时间内上网公示？', '5个工作日'],
    ['线路调整方案今后提前多久公告？', '20日'],
  ])('交通局: %s', async (q, words) => {
    const answer = await jiaotong.ask(q);
    expect(answer).toMatchObject({ status: 'answered' });
    expect(answer.text).toContain(words);
  });

  it.each(['2021年想增设几个宣传员', '2020年增设了几个宣传员', '2020年想增设几个护林站', '采伐罚款太重采取了什么措施？'])('林业站: %s is not told', async (q) => {
    expect((await linye.ask(q)).status).not.toBe('answered');
  });

  it.each(['自2024年起许可决定作出后应在多长时间内上网公示？', '为学生购票不便提出了何种改进？', '票价方案今后提前多久公告？', 'What will be done about uneven bus fares?', '自2023年起处罚决定应在多长时间内送达？'])('交通局: %s is not told', async (q) => {
    expect((await jiaotong.ask(q)).status).not.toBe('answered');
  });
});
