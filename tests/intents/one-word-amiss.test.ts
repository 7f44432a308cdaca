import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const BUREAU = `清河县人力资源和社会保障局2022年政府信息公开工作年度报告

一、总体情况

全年评审通过副高职称41人，公开招聘编外人员63名。组织窗口回访12次，发现问题9个。
举办专场招聘会18场，推出岗位4260个。帮助73家企业申领稳岗资金820万元。
公开出让商业用地7宗，面积268亩。对外通报学校6所，县域内52所学校全部设置公示栏。
向市局报送简讯88条，拍摄宣传短片4部。召开劳资听证会5场，参会代表131人次。
上门体检76人次。学徒新入册27人，期满出师19人。关闭砖厂2家；查处占道14起，罚款3.2万元。
县劳资纠纷调处中心登记劳资纠纷38件，调处成功35件。在局网站公开政务信息240条，撰写并报送信息稿件52篇，被市级媒体采用17篇。
乡中心和9个村站一年办事4210件，其中乡中心1830件（社保720件，救助1110件），村站2380件。开展错别字和敏感词自查3次，改正21处。
在8个科室各聘联络员2名。收到申请11件，其中涉及征地的7件。
公示厂房改造项目3个，总投资950万元。发生行政复议2件，复议机关维持了我局决定；行政诉讼0件。
`;

describe('a question that one word parts from a figure', () => {
  const desk = openDesk({ 'qinghe.txt': BUREAU });

  it.each([
    ['级职称 is only the rest of another word', '评审通过正高职称多少人'],
    ['who did it is said in a word that begins like 上', '窗口被上级回访几次'],
    ['录用 is no 录 with 用的 behind it', '简讯被录用的有好多部'],
    ['those singled out are not all there are', '通报以外有几所学校被表扬'],
    ['what became of the review is no win in court', '诉讼胜诉率多少'],
  ])('%s: %s', async (_, question) => {
    expect((await desk.ask(question)).value ?? null).toBeNull();
  });

  it.each([
    ['another visit is another deed', '上门理发多少人次'],
    ['what stands before a semicolon is of its own number', '砖厂罚款多少万元'],
    ['requests are no items of information', '涉及征地的信息多少条'],
    ['what one place did by kind is not of the other', '村站社保多少件'],
    ['two things that are checked together', '错别字改正多少处'],
    ['what each has is not what there is', '联络员有几名'],
    ['two that are told side by side', '学徒结束的有多少人'],
  ])('%s: %s', async (_, question) => {
    expect((await desk.ask(question)).value ?? null).toBeNull();
  });

  it.each([
    ['纠纷摆平的有多少', 35],
    ['稿子登出来几篇', 17],
  ])('what a body is called tells no deed, and what is counted as asked comes first: %s = %d', async (question, value) => {
    expect([value, null]).toContain((await desk.ask(question)).value ?? null);
  });

  it.each([
    ['多少企业拿到稳岗资金', 73, '家'],
    ['卖的商业用地有多大', 268, '亩'],
    ['全县有几所学校', 52, '所'],
    ['How many labour hearings were held?', 5, '场'],
    ['Total investment in factory renovation?', 950, '万元'],
  ])('%s = %d%s', async (question, value, unit) => {
    const answer = await desk.ask(question);
    expect([value, null]).toContain(answer.value ?? null);
    if (answer.value != null) expect(answer.unit).toBe(unit);
  });
});
