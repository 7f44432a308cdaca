import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `平湖县住房和城乡建设局2022年政府信息公开工作年度报告

一、总体情况

（一）服务。村级服务站办理2091件，政务大厅窗口接件640件。受理举报316件、承办政协提案13件。核发营业执照871张。走访困难家庭418户。12319热线接听群众来电904个。检查锅炉52台次。

（二）宣传。编印《住建简讯》18期，摄制消防安全短片6部，举办消防培训班9期，1360人次参训。抖音号发布作品77个。图书室外借图书640册次，接待读者1200人次。

（三）设施。打机井16眼，赠送棉被2600床，出动洒水车320辆次，召回渔船306艘次。
`;

describe('counters that people say where the report prints another', () => {
  const desk = openDesk({ 'pinghu.txt': REPORT });

  it.each<[string, number]>([
    ['举报收了几个', 316],
    ['政协提案有几个', 13],
    ['营业执照发了多少个', 871],
    ['困难家庭走访了多少家', 418],
    ['热线接到群众来电好多通', 904],
    ['锅炉检查了几台', 52],
    ['锅炉检查了多少回', 52],
    ['住建简讯编了几本', 18],
    ['消防安全短片几条', 6],
    ['抖音号作品发布了好多条', 77],
    ['图书外借了几册', 640],
    ['机井打了几眼', 16],
    ['棉被赠送了几条', 2600],
    ['洒水车出动了多少次', 320],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each([
    // What stations, windows and accounts handled or published is no number of them.
    '村级服务站有几个',
    '服务站几个',
    '政务大厅窗口有几个',
    '抖音号有几条',
    // How often is no number of those who came.
    '消防培训了几趟人',
    '热线有几部',
    '机井打了几条',
    '洒水车有几个人',
    // How often boats were called back is not how many there are.
    '全县渔船一共多少艘',
    '锅炉有几台',
    '全县锅炉一共多少台',
    '洒水车有多少辆',
    '困难家庭几个人',
    '读者来了几趟',
    // What was lent is no number of readers.
    '读者借阅量是多少',
  ])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it('a figure counted as asked comes first', async () => {
    expect(await desk.ask('消防培训班办了几期')).toMatchObject({ value: 9 });
  });
});
