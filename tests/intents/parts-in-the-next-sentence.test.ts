import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const TOWN = `平岭县柳湾镇2021年政府信息公开工作年度报告

一、总体情况

镇村两级共发布信息836条。镇级524条，分布为：镇网页211条、“柳湾声音”公众号235条、户外屏78条；村级312条，都贴在18个村的墙报上。
围绕低保救助、防汛抗旱、义务教育三类事项，分别公开27条、64条、118条。依托门户网站、快手号两类平台，发布消息58条。
周转房全年新腾退46套，累计腾退380套。结转案件年内新受理14件，累计办结17件。
拦下带有手机号码的文稿9篇。
`;

describe('what a sentence tells of the one before it, and of its own list', () => {
  const desk = openDesk({ 'liuwan.txt': TOWN });

  it.each([
    ['镇级发布信息多少条', 524],
    ['村级发布信息几条', 312],
    ['镇级公众号发布了几条', 235],
    ['防汛抗旱类信息公开多少条？', 64],
    ['义务教育类信息公开几条', 118],
    ['低保救助公开多少条', 27],
    ['周转房腾退了多少套', 46],
    ['周转房累计腾退多少套', 380],
    ['拦下多少篇带手机号码的稿子', 9],
  ])('%s = %d', async (question, value) => {
    const answer = await desk.ask(question);
    expect(answer, answer.text).toMatchObject({ status: 'answered', value });
  });

  it.each(['县级发布信息多少条', '社会保险类信息公开多少条', '快手号发布消息几条', '拦下多少篇带地址的稿子'])('%s: not told', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.value, answer.text).toBeNull();
  });
});

describe('letters in what a report counts', () => {
  const desk = openDesk({ 'resort.txt': '平岭县文化和旅游局2021年政府信息公开工作年度报告\n\n一、总体情况\n\nA级酒庄17家（4A级5家、3A级8家、2A级4家）。开通AI问答专线3条。\n' });

  it.each([
    ['4A酒庄几家', 5],
    ['3a级酒庄有几家', 8],
    ['AI问答专线几条', 3],
  ])('%s = %d', async (question, value) => {
    const answer = await desk.ask(question);
    expect(answer, answer.text).toMatchObject({ status: 'answered', value });
  });

  it.each(['5A酒庄几家', '4A茶园几家', 'VR问答专线几条', '不是A级酒庄的几家', '没有AI问答专线的几条'])('%s: not told', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.value, answer.text).toBeNull();
  });
});

describe('what stands in several places, and sums in round numbers', () => {
  const desk = openDesk({
    'bureau.txt': `平岭县交通运输局2021年政府信息公开工作年度报告

一、总体情况

在门诊楼、敬老院、汽车站设信报箱4处，全年取阅210人次。点名批评城管、水务、供销单位5家。
第二季度查处超重货车88台次，查处占道摊点31处。
发放公交补贴2.6亿元，惠及乘客12.4万人次；支付养护费380万元。
`,
  });

  it.each([
    ['信报箱几处', 4],
    ['第二季度查了多少超重车', 88],
    ['公交补贴发了几个亿', 2.6],
    ['公交补贴发了多少亿元', 2.6],
    ['养护费付了几百万', 380],
    ['惠及乘客多少万人次', 124000],
  ])('%s = %d', async (question, value) => {
    const answer = await desk.ask(question);
    expect(answer, answer.text).toMatchObject({ status: 'answered', value });
  });

  it.each(['单位几家', '敬老院几处', '第二季度查了多少超员车', '燃油补贴发了几个亿', '乘客有几百万'])('%s: not told', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.value, answer.text).toBeNull();
  });
});

describe('a report calls its office otherwise, and what it publishes in all', () => {
  const desk = openDesk({
    'street.txt': `平岭县枫桥街道2022年政府信息公开工作年度报告

一、总体情况

全年共公开信息320条，其中部门预算、决算信息公开6条，“枫桥在线”公众号发布信息200条，护林防火信息公开18条。全文电子化达92%。
枫桥街办未收到政府信息公开申请，县(区)两级平台转来留言4条。
`,
  });

  it.each([
    ['收到几件申请', 0],
    ['预算决算公开几条', 6],
    ['公开总数是多少', 320],
    ['公众号占公开总数的百分之几', 62.5],
    ['电子化率多少', 92],
  ])('%s = %d', async (question, value) => {
    const answer = await desk.ask(question);
    expect(answer, answer.text).toMatchObject({ status: 'answered', value });
  });

  it.each(['预算绩效公开几条', '微博占公开总数的百分之几', '办结率多少', '柳桥街办收到几件申请'])('%s: not told', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.value, answer.text).toBeNull();
  });
});
