import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const TOWN = `芦溪县枫林镇2021年政府信息公开工作年度报告

一、总体情况

全年主动公开政府信息183条。镇、村两级设立公示橱窗12处，新装电子屏4块。便民中心设服务台6个，新设自助借阅点3个。更换大厅叫号机5台。
从事政务公开的人员6人，其中专职2人、兼职4人。
公布特困供养对象147户，其中一类31户、二类116户。
查处非法采砂14起。资助金发放62.5万元，助学金惠及310人次。
存在问题：联络员不稳定，当年更换7人。
`;

describe('what is only said around a question', () => {
  const desk = openDesk({ 'fenglin.txt': TOWN });

  it.each([
    ['我要填报表：主动公开信息多少条', 183],
    ['领导要数，电子屏装了几块', 4],
    ['主动公开信息多少条，办公室要写材料用', 183],
    ['叫号机换了几台，发我一下，急', 5],
    ['政务公开人员一共几个人，报告里提过的', 6],
    ['叫号机那档子事，换了几台咯', 5],
    ['换个话题，电子屏装了几块', 4],
    ['还有个事，叫号机换了几台', 5],
    ['Different topic: how many items of government information were disclosed?', 183],
    ['填表急用！叫号机换了几台', 5],
    ['给领导写材料用：公示橱窗几处', 12],
    ['赶着报数，叫号机换了几台', 5],
    ['老同志请教一句：电子屏装了几块', 4],
    ['公示橱窗几处，快报给我', 12],
    ['想核实叫号机换了几台', 5],
    ['敬请提供公示橱窗的数量', 12],
    ['叫号机换了几台，准数是？', 5],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it('takes back nothing where only the subject changes', async () => {
    await desk.ask('电子屏装了几块', 'subject');
    expect(await desk.ask('行，那换个问题，叫号机换了几台', 'subject')).toMatchObject({ status: 'answered', value: 5 });
  });

  it.each(['还有一件事几台', '橱窗几处，村里要的那种', '电子屏几块，坏了的', '主动公开信息多少条，河坝村的'])('%s: what says which ones they are is no such remark', async (question) => {
    expect((await desk.ask(question)).value).toBeNull();
  });
});

describe('a class called by its number', () => {
  const desk = openDesk({ 'fenglin.txt': TOWN });

  it.each([
    ['二类特困供养对象有几户', 116],
    ['特困供养对象一共几户', 147],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['三类特困供养对象几户', '四档特困供养对象有几户'])('%s: a class that the report does not tell is not all of them', async (question) => {
    expect((await desk.ask(question)).value).toBeNull();
  });
});

describe('what was done, said otherwise', () => {
  const desk = openDesk({ 'fenglin.txt': TOWN });

  it.each([
    ['查处非法采砂多少起', 14],
    ['自助借阅点添了几个', 3],
    ['联络员换了几个人', 7],
    ['公示橱窗几处', 12],
    ['服务台有几个', 6],
    ['兼着做政务公开的有几个人', 4],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['公示橱窗拆了几处', '服务台坏了几个', '叫号机修了几台', '叫号机配了几台', '自助借阅点几个', '非法采砂投诉几起', '助学金发放多少万元'])('%s: another deed or another thing is not told', async (question) => {
    expect((await desk.ask(question)).value).toBeNull();
  });
});
