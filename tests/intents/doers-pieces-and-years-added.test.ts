import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const MARKET = `青河县市场监督管理局2022年政府信息公开工作年度报告
一、总体情况
截至2022年底，我局累计主动公开政府信息2140条，当年新增316条。受理投诉举报1820件，其中投诉1460件、举报360件。开通维权热线4部，接听电话905次。
二、主动公开政府信息情况
第二十条第（六）项
信息内容	本年处理决定数量
行政处罚	512
行政强制	9
`;
const EDUCATION = `青河县教育和体育局2022年政府信息公开工作年度报告
一、总体情况
全年主动公开政府信息742条。
二、主动公开政府信息情况
第二十条第（六）项
信息内容	本年处理决定数量
行政处罚	3
行政强制	0
`;
const LAND = `青河县国土资源局2022年政府信息公开工作年度报告
一、总体情况
全年主动公开政府信息588条。
二、主动公开政府信息情况
第二十条第（六）项
信息内容	本年处理决定数量
行政处罚	41
行政强制	2
`;

describe('what did it is not what it did, a piece is not the whole, and all years are not the year', () => {
  const desk = openDesk({ 'market.txt': MARKET });

  it.each<[string, number | null]>([
    // A hotline that takes calls is no call.
    ['维权热线接了多少个电话', null],
    ['维权热线几部', 4],
    ['接听电话多少次', 905],
    // Behind 里 the word for all is said again in part.
    ['受理的投诉举报里，举报占几件', 360],
    ['投诉举报里投诉有多少件', 1460],
    ['受理投诉举报多少件', 1820],
    // Right behind all years the year's own.
    ['主动公开了多少条', 316],
    ['2022年主动公开政府信息多少条', 316],
    ['累计主动公开多少条', 2140],
  ])('%s → %s', async (question, value) => {
    expect((await desk.ask(question)).value ?? null).toBe(value);
  });
});

describe('offices by the names that people have for them, among several', () => {
  const desk = openDesk({ 'market.txt': MARKET, 'education.txt': EDUCATION, 'land.txt': LAND });

  it.each<[string, unknown]>([
    ['教体局行政处罚多少件', 3],
    ['国土局行政强制几件', 2],
    ['市监局、国土局、教体局，主动公开信息最多的是哪家', '青河县教育和体育局'],
    ['市监、国土、教体三家行政处罚决定合起来多少件', 556],
    ['市监局、国土局、教体局行政处罚加起来多少件', 556],
    ['Of the market regulator, the land bureau and the education bureau, which made the most penalty decisions?', '青河县市场监督管理局'],
    ['Of the market regulator, the land bureau and the education bureau, which made the fewest penalty decisions?', '青河县教育和体育局'],
    // A bureau of which no report is held.
    ['粮食局行政处罚多少件', null],
  ])('%s → %s', async (question, value) => {
    expect((await desk.ask(question)).value ?? null).toBe(value);
  });
});
