import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const head = (org: string, year: number): string => `${org}${year}年政府信息公开工作年度报告\n\n一、概述\n\n我镇认真开展政府信息公开工作。\n\n`;

const REGIONAL = `${head('安定县青石镇人民政府', 2012)}附表\n\n指标名称\t计量单位\t代码\t本期实际\t本年累计
主动公开信息数\t条\t01\t31\t417\n其中：全文电子化的主动公开信息数\t条\t02\t30\t402\n新增的行政规范性文件数\t条\t03\t1\t6\n提供服务类信息数\t条\t04\t9\t88\n网站专栏页面访问量\t人次\t05\t210\t5,126\n现场接待人数\t人次\t06\t14\t163\n网上咨询数\t人次\t07\t3\t29\n咨询电话接听数\t人次\t08\t22\t251\n申请总数\t条\t10\t2\t19\n其中：当面申请数\t条\t11\t1\t11\n传真申请数\t条\t12\t0\t0\n电子邮件申请数\t条\t13\t0\t3\n网上申请数\t条\t14\t1\t4\n信函申请数\t条\t15\t0\t1\n其他形式申请数\t条\t16\t0\t0\n对申请的答复总数\t条\t17\t2\t18\n同意公开答复数\t条\t18\t1\t13\n同意部分公开答复数\t条\t19\t0\t2\n否决公开答复总数\t条\t20\t1\t3\n信息不存在\t条\t22\t1\t3\n行政复议数\t件\t32\t0\t7\n行政诉讼数\t件\t33\t0\t5\n`;

const NATIONAL = `${head('安定县白桦镇人民政府', 2016)}附表\n\n统 计 指 标\t单位\t统计数
（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t523\n其中：主动公开规范性文件数\t条\t12\n制发规范性文件总数\t件\t15\n2.政府网站公开政府信息数\t条\t311\n4.政务微信公开政府信息数\t条\t96\n3.政策解读稿件发布数\t篇\t8\n（一）收到申请数\t件\t21\n1.当面申请数\t件\t14\n2.传真申请数\t件\t1\n3.网络申请数\t件\t6\n4.信函申请数\t件\t0\n（二）申请办结数\t件\t20\n1.按时办结数\t件\t19\n2.延期办结数\t件\t1\n四、行政复议数量\t件\t6\n（一）维持具体行政行为数\t件\t3\n（二）被依法纠错数\t件\t2\n（三）其他情形数\t件\t1\n五、行政诉讼数量\t件\t4\n六、举报投诉数量\t件\t5\n七、依申请公开信息收取的费用\t万元\t0.35\n（一）政府信息公开工作专门机构数\t个\t1\n（二）设置政府信息公开查阅点数\t个\t9\n1.专职人员数（不包括政府公报及政府网站工作人员数）\t人\t2\n2.兼职人员数\t人\t13\n（二）举办各类培训班数\t次\t7\n（三）接受培训人员数\t人次\t140\n`;

const STRIPPED = '安定县红柳镇人民政府2022年政府信息公开工作年度报告\n\n一、总体情况\n\n全年通过网站公开信息64条。\n\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n四、政府信息公开行政复议、行政诉讼情况\n\n五、存在的主要问题及改进情况\n\n工作力量不足，下一步将加强培训。\n\n六、其他需要报告的事项\n\n无。\n';

const YEARS = `${head('安定县芦苇镇人民政府', 2012)}附表\n\n指标名称\t计量单位\t代码\t本年数\t历年累计
主动公开信息数\t条\t01\t340\t1298\n申请总数\t条\t10\t3\t15\n传真申请数\t条\t12\t1\t4\n非本部门掌握\t条\t23\t1\t2
`;

const desk = openDesk({ 'a.txt': REGIONAL, 'b.txt': NATIONAL, 'c.txt': STRIPPED, 'd.txt': YEARS });

describe('the annexed forms are asked for in plain words', () => {
  it.each([
    ['青石镇2012年主动公开信息多少条', 417],
    ['青石镇2012年申请总数是多少', 19],
    ['青石镇2012年当面申请多少条', 11],
    ['青石镇2012年现场接待多少人次', 163],
    ['青石镇2012年咨询电话接听多少人次', 251],
    ['青石镇2012年同意公开答复多少条', 13],
    ['青石镇2012年网站专栏访问量多少', 5126],
    ['白桦镇2016年收到申请多少件', 21],
    ['白桦镇2016年政府网站公开了多少条信息', 311],
    ['白桦镇2016年按时办结多少件', 19],
    ['白桦镇2016年举办了几次培训班', 7],
    ['白桦镇2016年查阅点有几个', 9],
    ['白桦镇2016年专职人员几人', 2],
    ['白桦镇2016年兼职人员几人', 13],
    ['白桦镇2016年行政复议多少件', 6],
    ['白桦镇2016年行政诉讼多少件', 4],
    ['白桦镇2016年举报投诉多少件', 5],
    ['白桦镇2016年制发规范性文件多少件', 15],
    ['白桦镇2016年依申请公开收取的费用是多少', 0.35],
    // The year's own number is meant; all years together only where they are asked for.
    ['芦苇镇2012年传真来的申请有几件', 1],
    ['芦苇镇2012年非本部门掌握的几件', 1],
    ['芦苇镇2012年历年累计申请多少件', 15],
    ['How many requests did Baihua Town receive in 2016?', 21],
  ])('%s', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it('a form’s unit is the one it prints', async () => {
    expect((await desk.ask('青石镇2012年申请总数是多少')).unit).toBe('条');
    expect((await desk.ask('白桦镇2016年依申请公开收取的费用是多少')).unit).toBe('万元');
  });
});

describe('a table that the page lost', () => {
  it.each(['红柳镇2022年收到多少件政府信息公开申请', '红柳镇2022年行政规范性文件制发多少件', '红柳镇2022年行政许可处理决定多少件', '红柳镇2022年行政复议总计几件', 'How many information requests did Hongliu Town receive in 2022?'])('%s: not zero, not found', async (question) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.reason, answer.value]).toEqual(['not_found', 'table_absent', null]);
  });

  it('other figures of the report are still answered, and other questions refused as before', async () => {
    expect((await desk.ask('红柳镇2022年网站公开信息多少条')).value).toBe(64);
    expect((await desk.ask('红柳镇2022年有多少粉丝')).reason).toBe('no_metric');
  });
});
