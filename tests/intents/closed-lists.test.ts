import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';

// Invented: lists that each begin with what they are lists of and end in their sum, and what is told beside means and lists.
const BUREAU = `禾川区统计局2024年政府信息公开工作年度报告
一、总体情况
2024年，主动公开政府信息公开目录和本局专题专栏共155条。其中政府信息公开目录中公开政府信息公开年度报告1条，组织机构6条、部门文件21条、公告公示14条、工作动态47条，共发布89条；专题专栏包括普查图表40条、住户调查26条，共发布66条。
`;
const OFFICE = `禾阳区商务局2024年政府信息公开工作年度报告
一、总体情况
网站包括工作动态13条、通知公告31条、办事指南8条，共52条；公众号包括活动预告22条、短视频9条，共发布31条。
`;
const TOWN = `禾丰乡2020年政府信息公开工作年度报告
一、总体情况
依托乡人民政府门户网站、政务微信公众号等新媒体，以及电子屏、公示栏等渠道，主动公开信息118条，其中政务微信公众号主动公开政府信息29条，其他方式主动公开政府信息89条。
编印《禾丰通讯》5期。
乡人民政府门户网站全年未发生信息泄露、被篡改等网络安全事件。
`;

const FOREIGN = `禾丘县外事办公室2025年政府信息公开工作年度报告
一、总体情况
全年通过政府网站发布信息5个类别，累计公开概况信息、工作动态、机构介绍等共431条。政务微信公众号推送信息620条。
通过外事办政务信息公开栏公开信息17条。回应公众关注热点3次。
`;

describe('lists with their names and sums', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver({ 'hechuan.txt': BUREAU, 'heyang.txt': OFFICE, 'hefeng.txt': TOWN, 'heqiu.txt': FOREIGN });
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it.each<[string, number]>([
    ['禾川区统计局公开了多少条', 155],
    ['禾川区统计局目录公开几条', 89],
    ['禾川区统计局专题专栏几条', 66],
    ['禾川区统计局部门文件几条', 21],
    ['禾阳区商务局网站几条', 52],
    ['禾阳区商务局公众号发布多少条', 31],
    ['禾阳区商务局短视频几条', 9],
    // What was done with all that is listed, and by which means.
    ['禾丘县外事办公室网站公开多少条', 431],
    ['禾丘县外事办公室公众号几条', 620],
    ['禾丘县外事办公室公开栏几条', 17],
    ['禾丘县外事办公室回应热点几次', 3],
    // A part that names one of the means listed before is of that one.
    ['禾丰乡公众号几条', 29],
    ['禾丰乡公开了多少条', 118],
    ['禾丰乡的禾丰通讯出了几期', 5],
  ])('%s', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', value]);
  });

  it.each([
    // That nothing went wrong on it is no number of what was put there.
    '禾丰乡网站几条',
    '禾丰乡公示栏几条',
    // Two channels: neither is the whole.
    '禾丘县外事办公室公开了多少条',
  ])('%s is not answered', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.status, answer.text).not.toBe('answered');
  });
});
