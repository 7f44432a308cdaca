import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `榕溪县农业农村局2021年政府信息公开工作年度报告

一、总体情况

（一）公开。帮扶方面，公示贫困户名单3轮，涉及贫困户215户。接受咨询640人次，其中现场咨询310人次、电话咨询250人次、网上咨询80人次。

（二）申请。新收申请7件，办结6件，1件因第三方意见未回结转下年。申请内容主要集中在土地流转补贴。

（三）组织。由人事科长岑立夏负责日常工作。

二、主动公开政府信息情况

第二十条第（五）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政许可	23	-5	41
其他对外管理服务事项	9	2	150
第二十条第（六）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政处罚	31	4	12
行政强制	6	0	0
`;

describe('words that turn the meaning round, and questions that a number of the same thing does not answer', () => {
  const desk = openDesk({ 'rongxi.txt': REPORT });

  it.each<[string, number]>([
    ['贫困户有多少户', 215],
    ['打电话来咨询的有多少人次', 250],
    ['打电话过来咨询的几人次', 250],
    ['到现场来咨询的有多少人次', 310],
    ['咨询了多少人次', 640],
    ['By how many items did the administrative licence list change?', -5],
    ['行政许可增减了几项', -5],
    ['How many administrative licences were decided?', 41],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['脱贫了多少户', '脱贫户有多少', '已脱贫几户', 'How many households were lifted out of poverty?', '股长是谁'])('%s: not told', async (question) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'not_found' });
  });

  it.each(['那1件没办完的申请是什么原因', '7件申请主要是问啥内容的'])('%s is not told by what a number is made of', async (question) => {
    expect((await desk.ask(question)).intent).not.toBe('breakdown');
  });

  it.each(['640人次是怎么来的', '咨询人次怎么分的'])('%s is', async (question) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', intent: 'breakdown' });
  });
});
