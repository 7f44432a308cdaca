import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const BRIDGE = `澜坪县岩桥镇人民政府2021年政府信息公开工作年度报告
一、总体情况
（一）加强领导。成立了由镇长武承砚任组长，镇党委副书记易青禾任副组长，由党政办、司法所等负责人为成员的政务公开工作领导小组。明确主要领导为政务公开第一责任人，分管领导具体负责。建成辖区内12个行政村惠民服务站。今年以来，我镇惠民服务中心共为群众办理各类便民服务事项5210件（受理办件数3110件，咨询件数2100件），其中镇惠民服务中心办理2450件（受理办件数1300件，咨询件数1150件），村惠民服务站办理2760件（受理办件数1810件，咨询件数950件）。
（二）对村级信息员进行集中培训。
二、主动公开政府信息情况
第二十条第（六）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政许可	31	2	48
行政处罚	17	-1	9
五、存在的主要问题及改进情况
存在的问题：一是公开内容不够全面。二是更新不够及时。
下步改进方向：一是加强学习，提高认识。二是规范流程，落实责任。
六、其他需要报告的事项
无。`;

/** The same, of a town whose report tells of 代办点 beside its stations. */
const FORD = BRIDGE.replaceAll('岩桥', '石渡').replace('（二）', '代办点代办64件。\n（二）');

const bridge = openDesk({ 'bridge-2021.txt': BRIDGE });
const ford = openDesk({ 'ford-2021.txt': FORD });

describe('a number asked for with much around it', () => {
  it.each([
    ['光算受理的，全镇合起来几件', 3110],
    ['群众来问事的，全镇共计多少件（咨询那项）', 2100],
    ['县里要数：岩桥镇办理便民服务事项的总件数', 5210],
    ['这份年报上，村站受理的那一块是多少', 1810],
    ['村惠民服务站受理办件数请予提供', 1810],
    ['各村代办点合计受理数发我一下，急', 1810],
    ['代办点咨询的好多件', 950],
    ['处罚那行的处理决定填的啥数', 9],
    ['许可处理决定填几', 48],
    ['第二十条第六项处罚上一年几项', 17],
    ['书面请示：我镇惠民服务站（村级）咨询多少件', 950],
    ['上面要报表，村站办件合计', 2760],
    ['村惠民服务占办理多少', 2760],
    ['镇惠民服务中新受理多少', 1300],
    ['12个村站平均每站办多少件', 230],
    ['平均每村办多少件', 230],
    ['What did the village stations accept (accepted cases only)?', 1810],
    ['what did the village stations handle in total, figure pls', 2760],
    ['村站受理占它自己办理量的百分比', 65.58],
    ['受理件比咨询件多出多少，全镇口径', 1010],
  ])('%s %s', async (question, value) => {
    const answer = await bridge.ask(question);
    expect(answer, answer.text).toMatchObject({ status: 'answered', value });
  });

  it.each([
    '代办点咨询的好多件',
    '各村代办点合计受理数发我一下，急',
  ])('%s is not told of stations by a report that tells of both', async (question) => {
    const answer = await ford.ask(question);
    expect([2760, 1810, 950, 2100, 3110], answer.text).not.toContain(answer.value);
  });

  it('what is handled in the name of a part and by that part is asked about', async () => {
    const answer = await bridge.ask('镇上中心总共给群众办了几件事');
    expect(answer, answer.text).toMatchObject({ status: 'clarify' });
  });

  it.each([
    ['镇惠民服务中心共办理便民服务事项多少件', 5210],
    ['镇中心总共办了几件', 2450],
    ['今年中心一共帮群众办了多少件事', 5210],
  ])('%s keeps its meaning: %s', async (question, value) => {
    const answer = await bridge.ask(question);
    expect(answer, answer.text).toMatchObject({ status: 'answered', value });
  });

  it.each([
    '处罚那行的罚款金额填的啥数',
    '县里要数：岩桥镇处罚的总金额',
    '平均每站受理几个投诉',
    'What did the village stations reject in total, figure pls',
    '村站办结多少件',
    '镇中心占地多少',
    '第二十条第六项处罚罚款几万',
    '村站投诉占它自己办理量的百分比',
  ])('%s is not told', async (question) => {
    const answer = await bridge.ask(question);
    expect(answer.status, answer.text).not.toBe('answered');
  });
});

describe('whoever is asked for in other words', () => {
  it.each([
    ['岩桥镇当时的镇长叫啥名字', '武承砚'],
    ['镇长姓名烦请告知', '武承砚'],
    ['公开小组二把手是谁呀', '易青禾'],
    ['政务公开这摊子事领导小组谁挂帅', '武承砚'],
    ['政务公开领导小组一把手是谁', '武承砚'],
    ['小组里担任组长的那位同志的姓名', '武承砚'],
    ['易啥子来着，那个副组长', '易青禾'],
    ['政务公开第一责任人是谁来担', '主要领导'],
  ])('%s %s', async (question, value) => {
    const answer = await bridge.ask(question);
    expect(answer, answer.text).toMatchObject({ status: 'answered', value });
  });

  it.each(['县里一把手是谁', '镇党委一把手是谁', '司法所二把手叫啥', '易啥子来着，那个所长'])('%s is not told', async (question) => {
    const answer = await bridge.ask(question);
    expect(['武承砚', '易青禾'], answer.text).not.toContain(answer.value);
  });
});

describe('the plans by where they lead', () => {
  it.each(['下一步打算往哪几个方向改', '明年往哪些方面改进'])('%s', async (question) => {
    const answer = await bridge.ask(question);
    expect(answer.text).toContain('规范流程');
    expect(answer.text).toContain('加强学习');
  });
});
