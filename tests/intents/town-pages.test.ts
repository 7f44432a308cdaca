import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// Invented, in the manner of the pages of townships and subdistricts.
const TOWN = `柏塘镇2022年政府信息公开工作年度报告
一、总体情况
(一)主动公开。截至年底,共计在柏塘镇便民服务平台主动公开信息63条。
(二)依申请公开。我镇收到政府信息公开申请8件,均在法定时限内完成答复。
本年度我镇没有因政府信息公开提起行政复议和行政诉讼的情况发生。未收到任何形式的有关信息公开方面的咨询。
(三)平台建设。新媒体持续运营,依托村村响、短视频号等载体,创新采用图解等形式,全年推送作品90余件。
`;
const STREET = `桐荫街道2022年政府信息公开工作年度报告
一、总体情况
(一)依申请公开。街道收到政府信息公开申请9件,其中网络申请4件,均已答复。
(二)信访。街道受理信访事项12件,均未办结。
(三)渠道。全年主动公开政府信息90条,其中,通过门户网站公开60条;利用宣传车公告栏等方式公开各类信息25条。电台、楼宇屏等媒体播发消息14条。
`;

describe('figures of the pages of townships', () => {
  const desk = openDesk({ 'botang.txt': TOWN, 'tongyin.txt': STREET });

  it.each<[string, number]>([
    // The only total of what was published, wherever it was.
    ['柏塘镇公开了多少条', 63],
    ['柏塘镇行政复议几件', 0],
    ['柏塘镇咨询多少', 0],
    // Said of all that was counted right before.
    ['柏塘镇答复了几件', 8],
    ['桐荫街道收到几件申请', 9],
    ['桐荫街道网站公开几条', 60],
    // All that is named before 等.
    ['桐荫街道电台楼宇屏播发了几条', 14],
  ])('%s', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it.each([
    // Done by all that the clause before lists.
    '柏塘镇短视频号推送了几件',
    // All of the part, not of the total; none of them.
    '桐荫街道答复了几件',
    '桐荫街道办结了几件',
    // One of several ways, of which the others are not named.
    '桐荫街道公告栏公开几条',
    '桐荫街道电台播发几条',
  ])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
