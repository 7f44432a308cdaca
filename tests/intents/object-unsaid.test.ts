import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const TOWN = `柏溪镇人民政府2023年政府信息公开工作年度报告

一、总体情况

更新村务公示栏25块，改造农村公厕31座。12345热线转办工单188件，按期办结180件。县长信箱答复留言17件。公示屏滚动播放标语320条次。
高龄津贴惠及1260人。关闭“散乱污”作坊企业8家。收回闲置地块5宗。网格员排查隐患点38处。
26个扶贫专项项目开展绩效评价。12家一级预算单位晒出部门预算。
`;

describe('what is counted and need not be named', () => {
  const desk = openDesk({ 'baixi.txt': TOWN });

  it.each([
    ['12345派来几单', 188],
    ['散乱污关了几家', 8],
    ['闲置地收回几块', 5],
    ['高龄津贴多少人拿', 1260],
    ['县长信箱回了几条', 17],
  ])('%s = %d: by its counter, or by the channel through which it came', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['12345有几个', '县长信箱有几个', '公示屏有几个', '高龄老人有多少人', '网格员有几个'])('%s: asks for the channel or the people themselves', async (question) => {
    expect((await desk.ask(question)).value).toBeNull();
  });

  it.each([
    ['绩效评价做了几个项目', 26],
    ['多少单位晒出部门预算', 12],
  ])('%s = %d: the noun behind the number is the last of those that make it up', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['扶贫做了几个评价', '多少单位晒出决算'])('%s: another noun', async (question) => {
    expect((await desk.ask(question)).value).toBeNull();
  });
});
