import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const TOWN = `平川县石臼镇2022年政府信息公开工作年度报告

一、总体情况

（一）主动公开。全年累计发布各类政府信息318条，较上年增加46条，其中门户网站120条、“石臼微播”公众号150条。
（二）平台。审查稿件540篇，比2021年多60篇，退回修改27篇。村村通广播有4处长期停播，滚动屏2块常年黑屏。受理诉求88件，全部办结，其中供水40件、道路33件、其他15件，比2021年减少12件。新开通的“石臼影像”视频号发布宣传片18部；“石臼微播”订阅人数由3100人增至4250人。作出行政许可33件，未实施行政强制。
（三）热线。接听来电45通，比2021年增加9通，增长25%。接待来访80批，比2021年减少20批，较年初减少5%。
`;

const desk = openDesk({ '石臼镇2022.txt': TOWN });

describe('a change that the report tells beside the figure, where the year before is not held', () => {
  it.each([
    ['石臼镇比上年多发几条', 46, '条'],
    ['石臼镇发布的信息比上年多了多少条', 46, '条'],
    ['石臼镇审查的稿件比上年多几篇', 60, '篇'],
    ['石臼镇诉求比上年少几件', 12, '件'],
    ['石臼镇2021年受理诉求多少件', 100, '件'],
    ['石臼镇去年受理诉求多少件，就是2021年', 100, '件'],
    ['石臼镇退稿几篇', 27, '篇'],
    ['石臼镇停播的广播有几处', 4, '处'],
    ['石臼镇退稿率多少', 5, '%'],
    ['石臼镇诉求较上年变化几件', -12, '件'],
    ['石臼镇订阅人数涨了多少', 1150, '人'],
    ['石臼镇视频号发了几部宣传片', 18, '部'],
    ['石臼镇行政强制几件', 0, null],
    ['石臼镇来电比上年增幅', 25, '%'],
  ])('%s', async (q, value, unit) => {
    const answer = await desk.ask(q);
    expect({ value: answer.value, unit: answer.unit }).toEqual({ value, unit });
  });

  it.each([
    ['石臼镇公众号比上年多发几条'],
    ['石臼镇门户网站比上年多几条'],
    ['石臼镇比上年少发几条'],
    ['石臼镇退稿比上年多几篇'],
    ['石臼镇供水的诉求比上年少几件'],
    ['石臼镇比2020年多发几条'],
    ['石臼镇广播有几处'],
    ['石臼镇2021年退稿几篇'],
    ['石臼镇订阅人数减了多少'],
    ['石臼镇公众号比上年变化几条'],
    ['石臼镇视频号有几个'],
    ['石臼镇行政处罚几件'],
    ['石臼镇来访比上年降幅'],
    ['石臼镇来电比2020年增幅'],
  ])('%s is not told', async (q) => {
    expect((await desk.ask(q)).value).toBeNull();
  });
});

const OFFICE = `平川县粮食局2018年政府信息公开工作年度报告

一、总体情况

（一）主动公开。全年公开信息260条，比2017年增加40条，增长18.2%。其中门户网站140条（同比增加12条），“平川粮讯”微信号推文96篇，比上一年多写17篇，橱窗24期。
（二）保障。门户网站、橱窗、展板三个渠道分别发稿310篇、52篇、41篇，前两项分别较上年减少20篇、6篇。办公经费88万元，比2017年压减14万元，其中差旅费21万元。“粮讯”视频号的粉丝从年初的3200人涨到年底的4700人。受疫情影响，全年接待游客12.4万人次，同比下降31.5%。
（三）申请。收到申请9件，上年为14件。
`;

const office = openDesk({ '粮食局2018.txt': OFFICE });

describe('a change that the only report held tells, asked against the year before it by its number or in words', () => {
  it.each([
    ['微信号比上年多写几篇', 17, '篇'],
    ['微信号比2017年多写了多少篇', 17, '篇'],
    ['微信号较上年变化几篇', 17, '篇'],
    ['公开信息较上年增长百分之多少', 18.2, '%'],
    ['公开信息同比变化多少', 40, '条'],
    ['公开信息比上年多多少条', 40, '条'],
    ['2018比2017公开信息变化几条', 40, '条'],
    ['门户网站公开信息比上年多几条', 12, '条'],
    ['办公经费比2017年变化多少', -14, '万元'],
    ['办公经费较2017年压减了多少', 14, '万元'],
    ['办公经费比上年多多少', -14, '万元'],
    ['游客量同比变化是多少', -31.5, '%'],
    ['游客同比降幅', 31.5, '%'],
    ['粉丝一年涨了多少', 1500, '人'],
    ['橱窗发稿较上年少几篇', 6, '篇'],
    ['申请比上年少几件', 5, '件'],
    ['申请比2017年变化几件', -5, '件'],
  ])('%s', async (q, value, unit) => {
    const answer = await office.ask(q);
    expect({ value: answer.value, unit: answer.unit }).toEqual({ value, unit });
  });

  it.each([
    ['微信号比上年少写几篇'],
    ['微信号比2016年多写几篇'],
    ['微信号比上年增长百分之几'],
    ['橱窗公开信息比上年多几期'],
    ['公开信息比上年少几条'],
    ['门户网站公开信息比上年增长百分之几'],
    ['差旅费比2017年变化多少'],
    ['办公经费比2017年增加多少'],
    ['办公经费比2016年变化多少'],
    ['展板发稿较上年少几篇'],
    ['橱窗发稿较上年多几篇'],
    ['游客同比增长多少'],
    ['粉丝一年掉了多少'],
    ['游客占比下降多少'],
    ['门户网站占比同比变化多少'],
    ['申请比上年多几件'],
    ['2018比2016公开信息变化几条'],
  ])('%s is not told', async (q) => {
    expect((await office.ask(q)).value).toBeNull();
  });
});

const SHARE = `平川县苇坝镇2022年政府信息公开工作年度报告

一、总体情况

全镇公开信息310条。其中门户网站120条（同比增加9条），占38.7%；公众号190条。
`;

const town = openDesk({ '苇坝镇2022.txt': SHARE });

describe('a change that is told of a part only', () => {
  it.each(['公开信息同比变化多少', '公开信息同比增加几条', '公开信息比上年增长百分之几', '门户网站同比增长百分之几', '公众号同比增加几条'])('%s is not told', async (q) => {
    expect((await town.ask(q)).value).toBeNull();
  });

  it('is told of that part', async () => {
    expect((await town.ask('门户网站同比增加几条')).value).toBe(9);
  });
});

const bureau = openDesk({ 'ziran-2020.txt': readFileSync(new URL('../fixtures/exam-t/ziran-2020.txt', import.meta.url), 'utf8') });

describe('the column of the 2019 form that says by how much the items changed', () => {
  it.each([
    ['行政许可项目比上年增减几项', -3],
    ['行政强制项目比上年变化几项', -1],
  ])('%s', async (q, value) => {
    expect(await bureau.ask(q)).toMatchObject({ value, unit: '项' });
  });

  it.each(['行政许可比上年增减几件', '行政许可比上年变化多少'])('%s may ask for the decisions', async (q) => {
    expect((await bureau.ask(q)).value).toBeNull();
  });
});
