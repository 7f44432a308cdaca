import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `青阜市图书馆2023年政府信息公开工作年度报告

青阜市图书馆为市政府直属事业单位，内设6个科室。现公布2023年年度报告。

一、总体情况

（一）主动公开。全年主动公开政府信息540条。按渠道分：本馆网站210条，公众号330条。网站留言905条，答复率99%。

（二）服务公开。举办线上讲座16场、线下讲座35场。东城分馆窗口办理2100件，西城分馆窗口办理1900件。发布漫画解读12篇，视频解读9篇，文字解读30篇。

（三）监督保障。新设座席8个，接通率由2022年的90%升到95%。编发通报5期，约谈后进单位3家。市直41家单位考核中位列第6。满意度97%，比2022年的95%提高2个百分点。馆长信箱收到来信800件，办结790件。承办市政府行政复议案件14件。

三、收到和处理政府信息公开申请情况

2023年新收申请6件，办结5件。
`;

describe('parts named side by side, and what a neighbour says', () => {
  const desk = openDesk({ 'qingfu.txt': REPORT });

  it.each<[string, number]>([
    ['线上线下讲座一共多少场', 51],
    ['线上、线下讲座共多少场', 51],
    ['线上线下讲座多少场', 51],
    ['线下讲座多少场', 35],
    ['东城西城分馆窗口一共办理多少件', 4000],
    ['漫画解读视频解读一共几篇', 21],
    ['市直单位几家', 41],
    ['约谈了几家单位', 3],
    ['2022年满意度多少', 95],
    ['满意度多少', 97],
    ['接通率多少', 95],
    ['公众号几条', 330],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each([
    // Messages are counted by their own name, 网站 by its share of what was published.
    '网站几条',
    // A rate is not how many there are.
    '座席多少',
    // What was done to others.
    '通报了几家单位',
    '行政案件几件',
    '漫画解读音频解读一共几篇',
    // What became of one thing is no second thing that is added to it.
    '市政府办结几件',
    '网站留言办结几条',
  ])('%s is not answered with a neighbour', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('a total that its sentence spells out behind it', () => {
  const desk = openDesk({ 'jinwu.txt': '青阜市水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n主动公开：全年54条。\n\n依申请公开：9件，网络渠道5件，窗口渠道4件，无当面申请。\n' });

  it.each([['网络渠道申请几件', 5], ['窗口渠道申请几件', 4]])('%s = %d: is not added to its part', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });
});
