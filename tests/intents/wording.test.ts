import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// An invented report whose sentences spread over several clauses what one number means.
const REPORT = `芦溪镇2021年政府信息公开工作年度报告

一、总体情况

（一）稳住就业。稳岗返还分三批公示，惠及企业64家、职工2180人，拨付73.6万元；技能补贴公示12个班次、536人，补贴41.5万元。为318名务工者追回工资207.4万元。办培训会26场（网上18场，现场8场），初步达成用工意向905人。

（二）法律服务。劳动争议立案152件，审结147件，其中调解96件，裁决51件。全年新收申请17件，办结15件。

（三）任务落实。年度要点确定的任务34项，已完成31项，剩余3项结转实施。

（四）码头上办事。“海上代办船”办结203件，马背宣讲队讲了44场，蒙古文信息57条。

（五）专栏。12个便民点未设公开专栏。

（六）收费。发出信息处理费收费通知6件，收取1340元。

（七）投诉与培训。涉及噪声、违建两类的工单为87件。开展网上培训3期、现场培训2期，累计参训164人次。大厅自助终端办理915件。由局办公室两名工作人员承担日常工作。9个村级代办点中有4个公示栏更新超期。在县医院和5个卫生站增设显示屏，共计19块。全镇8个村各设1个村级代办点，代办点办理1640件。处罚公示73件。派出所负责人任副组长。

（八）征求与评议。收到热线工单120件，按期办结114件。发放问卷80份，收回72份。全年公开信息610条，比2020年的540条增加70条，其中：网站330条，微博280条。

五、存在的主要问题及改进情况

公开不够及时。

六、其他需要报告的事项

无。
`;

const OTHER = `蓝桥乡2021年政府信息公开工作年度报告

一、总体情况

“芦溪发布”公众号推送文章88篇。

六、其他需要报告的事项

无。
`;

describe('what a number means is looked for in its sentence when its label does not say it', () => {
  const desk = openDesk({ 'luxi.txt': REPORT, 'lanqiao.txt': OTHER });

  it.each<[string, number]>([
    ['芦溪镇稳岗惠及多少职工', 2180],
    ['芦溪镇稳岗的钱拨了多少', 73.6],
    ['芦溪镇追回工资的有多少人', 318],
    // The nearer words win: what is asked for stands in the label itself.
    ['芦溪镇2021年审结了几件', 147],
    // Money is asked for without naming a unit.
    ['芦溪镇技能补贴发了多少', 41.5],
    ['芦溪镇信息处理费收了多少', 1340],
    // A part that says all of the question comes before its total.
    ['芦溪镇年度要点的任务完成了几项', 31],
    // Shortened words.
    ['芦溪镇马背队讲了几场', 44],
    ['芦溪镇蒙文信息几条', 57],
    ['芦溪镇没设公开专栏的便民点有几个', 12],
    // The year of what is compared with is not the year of the parts behind it.
    ['芦溪镇2021年微博发了几条', 280],
    ['镇里2021年公开信息多少条', 610],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each<[string, string]>([
    ['芦溪镇网上培训会达成意向多少人', '网上 is a part of another total'],
    ['芦溪镇设了公开专栏的便民点有几个', 'only those without are counted'],
    ['蓝桥乡2021年芦溪镇推送文章几篇', 'two places are named and one of them has no such number'],
    ['蓝桥乡2021年主动公开多少条政府信息', 'pushed articles are narrower, and counted otherwise'],
    ['芦溪镇2021年“蓝桥发布”公众号推送多少篇', 'a quoted account is no place'],
    ['芦溪镇企业占职工的比例', 'a part is never more than its whole'],
    ['芦溪镇噪声工单有几件', 'noise is one of two that are counted together'],
    ['芦溪镇现场培训参训多少人次', 'the total counts both kinds'],
    ['芦溪镇自助终端有多少台', 'what machines handled is not how many there are'],
    ['芦溪镇有多少工作人员', 'two of them did something'],
    ['芦溪镇公示栏一共有多少块', 'those are counted that are late'],
    ['芦溪镇卫生站装了几块显示屏', 'one of two places'],
    ['芦溪镇处罚了哪73家', 'the number is the asker’s own'],
    ['芦溪镇派出所负责人叫什么名字', 'the report names the office only'],
    ['芦溪镇总共多少人口', '口 is no counter here'],
    ['你是谁开发的', 'asks for no help'],
  ])('%s: not answered (%s)', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.status, answer.text).not.toBe('answered');
  });

  it.each<[string, number, string]>([
    ['芦溪镇工单没按期办结的有几件', 6, '120 − 114 = 6'],
    ['芦溪镇问卷收回率是多少', 90, '72 ÷ 80 × 100% = 90%'],
  ])('%s = %d, worked out', async (question, value, formula) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value, derived: { formula } });
  });

  it('gives a card for a name and nothing else', async () => {
    const answer = await desk.ask('芦溪镇');
    expect(answer).toMatchObject({ status: 'answered', intent: 'report-card', value: null });
    expect(answer.rows.map(({ value }) => value)).toContain(610);
  });

  it('takes a share of the total above before another figure of the same name', async () => {
    expect(await desk.ask('芦溪镇审结的案子里调解的占百分之几')).toMatchObject({ status: 'answered', value: 65.31, unit: '%' });
  });
});
