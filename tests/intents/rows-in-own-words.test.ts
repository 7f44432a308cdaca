import { describe, expect, it } from 'vitest';
import { filledReport } from './filled-tables.js';
import { openDesk } from './open-desk.js';

const filled = filledReport('云岭县青石镇人民政府', 2020, 100, '全年各村便民点办理群众事项640件（代收300件，代办340件），镇便民大厅办理930件（代收410件，代办520件）。镇便民大厅接受群众咨询77件。');

describe('rows of the official tables and parts of sentences, as people say them', () => {
  const desk = openDesk({ 'filled.txt': filled.text });

  it.each([
    ['没复议就直接起诉的总共几件', 'lit.direct.total'],
    ['未经复议，直接告到法院的有几件', 'lit.direct.total'],
    ['复议完不服又去起诉的几件', 'lit.post_review.total'],
    ['无理由反复大量申请的几件', 'req.not_processed.excessive.total'],
    ['补正了还是不明确的几件', 'req.unable.still_unclear.total'],
    ['材料补充后依然说不清的有几件', 'req.unable.still_unclear.total'],
    ['涉国家秘密不公开的几件', 'req.denied.state_secret.total'],
    ['没有现成资料要另外制作的几件', 'req.unable.needs_creation.total'],
    ['没现成信息要另做的，多少', 'req.unable.needs_creation.total'],
    ['没有现成材料得另制作的几何', 'req.unable.needs_creation.total'],
    ['How many lawsuits were brought without going through reconsideration first?', 'lit.direct.total'],
    ['未经复议直接起诉、结果纠正的案件数量为多少', 'lit.direct.corrected'],
    ['处罚项目今年加了还是减了多少', 'active.penalty.items_delta'],
    ['请提供行政许可处理决定数量', 'active.licence.decisions'],
    ['今年新弄了几个规范性文件', 'active.normative.made'],
    ['规章新公开几部', 'active.rules.newly_public'],
    ['处罚决定书今年开了几份', 'active.penalty.decisions'],
    ['前一年登记的行政强制是几项', 'active.compulsory.items_prev'],
    ['集采买了几个项目', 'active.procurement.items'],
    ['手头没有这信息、没法提供的几件', 'req.unable.not_held.total'],
    ['要另外加工整理才提供的几件', 'req.unable.needs_creation.total'],
    ['当成信访处理掉的申请几件', 'req.not_processed.petition.total'],
    ['反复申请又没什么理由的几件', 'req.not_processed.excessive.total'],
    ['只给公开了一部分的几件', 'req.partial.total'],
    ['公开了一部分的申请几件', 'req.partial.total'],
    ['全部给公开的有几件', 'req.granted.total'],
    ['去年没办完转到今年的申请有几件', 'req.carried_in.total'],
    ['头年剩下没办完的申请几件', 'req.carried_in.total'],
    ['没来得及办完挪到明年的申请几件', 'req.carried_out.total'],
    ['How many requests were held over into the next year?', 'req.carried_out.total'],
    ['行政强制清单今年变动了几项', 'active.compulsory.items_delta'],
    ['行政许可去年底在册几项', 'active.licence.items_prev'],
    ['让补正了还是讲不明白的几件', 'req.unable.still_unclear.total'],
    ['没正当理由老是申请的几件', 'req.not_processed.excessive.total'],
    ['How many requests failed because the office lacks the information?', 'req.unable.not_held.total'],
    ['信访投诉当成申请递进来的有几件', 'req.not_processed.petition.total'],
    ['碰到三安全一稳定没公开的几件', 'req.denied.security_stability.total'],
    ['过程性信息挡回去的有多少件', 'req.denied.process_info.total'],
    ['复议还挂着没审结的有几件', 'review.pending'],
    ['表三其他处理那行合计', 'req.other.total'],
    ['处罚项目比上年增加还是减少，变动数填的几', 'active.penalty.items_delta'],
    ['二十条第六项里行政强制的上一年项目数量', 'active.compulsory.items_prev'],
    ['转到下一年接着办的申请还剩几件', 'req.carried_out.total'],
    ['How many penalty items were on the books the previous year?', 'active.penalty.items_prev'],
    ['今年受理了多少信息公开申请', 'req.new.total'],
    ['信息公开申请受理了几件', 'req.new.total'],
    ['行政许可今年有没有动过，增减是几', 'active.licence.items_delta'],
    ['许可决定书发了几份', 'active.licence.decisions'],
    ['搞科研的机构申请了几件', 'req.new.research'],
    ['属内部管理信息不公开几件', 'req.denied.internal_affairs.total'],
    ['复议结果被撤销纠正的有几起', 'review.corrected'],
    ['律所那类机构申请几件', 'req.new.legal'],
    ['重复申请那条理由几件', 'req.not_processed.repeat.total'],
    ['从上年转下来的申请几件', 'req.carried_in.total'],
    ['别的法律法规不让公开给挡下来的几件', 'req.denied.law_forbidden.total'],
    ['行政处罚事项今年动没动，增减几项', 'active.penalty.items_delta'],
    ['许可项目有没有增减，变了几项', 'active.licence.items_delta'],
    ['强制事项本年增还是减，变动数', 'active.compulsory.items_delta'],
    ['复议悬着没结论的，报个数', 'review.pending'],
    ['先复议再起诉、判决纠正的几件', 'lit.post_review.corrected'],
    ['要重新制作才有的信息，按无法提供处理的有几件', 'req.unable.needs_creation.total'],
    ['今年新收的申请中，来自科研机构的有几件', 'req.new.research'],
    ['行政强制一栏中，处理决定数那格写的啥', 'active.compulsory.decisions'],
    ['本机关不掌握，这种答复几件', 'req.unable.not_held.total'],
    ['公司企业今年来申请过几件公开', 'req.new.business'],
    ['企业来申请的，给公开了几件', 'req.granted.business'],
  ])('%s', async (question, metric) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value, answer.rows[0]?.metric]).toEqual(['answered', filled.value.get(metric), metric]);
  });

  it.each([
    // 多 and 少 of 多少 are no rise and fall.
    ['全镇有多少个规章', 'active.rules.items_delta'],
    // 另做 says of no information that there was none.
    ['另外做了几个展板', 'req.unable.needs_creation.total'],
    // What was corrected in an application is not what stayed unclear.
    ['补正的几件', 'req.unable.still_unclear.total'],
    // What was given in part is asked for, not the first section.
    ['给了一部分、遮了一部分的几件', 'req.granted.total'],
    // What became of a petition is told of petitions only.
    ['信访处理了几件', 'req.not_processed.petition.total'],
    ['规章停用了几部', 'active.rules.made'],
    ['罚款罚了多少', 'active.penalty.decisions'],
    ['去年转发的文件几件', 'req.carried_in.total'],
    ['去年办结的申请几件', 'req.carried_in.total'],
    ['不让公开的会议有几场', 'req.denied.law_forbidden.total'],
    ['规章有没有结论', 'review.pending'],
    // 事项 is no row of a table that holds a number.
    ['第六部分其他事项写了啥', 'review.other'],
  ])('%s is not %s', async (question, metric) => {
    expect((await desk.ask(question)).rows.map((row) => row.metric)).not.toContain(metric);
  });

  it.each<[string, readonly string[]]>([
    ['无法提供分哪几种情形', ['req.unable.not_held.total', 'req.unable.needs_creation.total', 'req.unable.still_unclear.total']],
    ['申请人里法人或其他组织细分成哪几类', ['req.new.business', 'req.new.research', 'req.new.nonprofit', 'req.new.legal', 'req.new.other_org']],
  ])('%s: the kinds that the form knows', async (question, metrics) => {
    expect((await desk.ask(question)).rows.map((row) => row.metric)).toEqual(metrics);
  });

  it.each(['宣传墙分几类', '经费分成哪些'])('%s: kinds that the form does not know', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it('lists the figures of a row', async () => {
    const answer = await desk.ask('行政处罚那一行三个数报一下');
    expect(answer.rows.map((row) => row.metric)).toEqual(expect.arrayContaining(['active.penalty.items_prev', 'active.penalty.items_delta', 'active.penalty.decisions']));
  });

  it.each<[string, number]>([
    // What is said on one side only is meant of both.
    ['便民大厅代办的比村便民点多多少件', 180],
    ['只算镇大厅，办了多少', 930],
    ['各村便民点代收件数合计几何', 300],
    ['光来问问情况的，便民大厅有几件', 77],
    ['只来打听事的，便民大厅有几件', 77],
    ['镇便民大厅仅提供咨询的有几件', 77],
    ['便民大厅纯咨询的有几件', 77],
    ['跑来打听的，镇便民大厅几件', 77],
    ['镇便民大厅光问不办的几件', 77],
    ['想请您核对：各村便民点代收几件', 300],
    ['各村便民点六百多件里头代办了几件', 340],
    ['各村便民点那一摊子一年到头办了多少件', 640],
    ['代收的，便民大厅比村便民点多多少件', 110],
    ['接待群众咨询多少件', 77],
    // 资询 sounds like 咨询 and like 资讯, which tells nothing apart; a mistyped word is no unknown deed.
    ['便民大厅资询了多少件', 77],
  ])('%s: %d', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });
});

describe('what somebody recorded is what they did', () => {
  const desk = openDesk({ 'points.txt': '云岭县青石镇人民政府2021年政府信息公开工作年度报告\n\n一、总体情况\n\n全年各村便民服务站办理事项640件（受理件数310件，咨询件数330件），新建电子档案27份。\n' });

  it.each([
    ['How many consultations did the village stations record?', 330],
    ['How many accepted cases did the village stations record?', 310],
  ])('%s %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['How many electronic records did the village stations consult?', 'How many complaints did the village stations record?'])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
