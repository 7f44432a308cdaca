import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const BUREAU = `清河县人力资源和社会保障局2022年政府信息公开工作年度报告

一、总体情况

全年评审通过副高职称41人，公开招聘编外人员63名。组织窗口回访12次，发现问题9个。
举办专场招聘会18场，推出岗位4260个。帮助73家企业申领稳岗资金820万元。
公开出让商业用地7宗，面积268亩。对外通报学校6所，县域内52所学校全部设置公示栏。
向市局报送简讯88条，拍摄宣传短片4部。召开劳资听证会5场，参会代表131人次。
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
