import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// Invented, in the manner of pages as offices publish them: channels listed at length, half-width marks, the office's own name in its sentences.
const REPORT = `银杏街道办事处2023年度政府信息公开工作年度报告
一、总体情况
(一)主动公开。到年底,银杏街道共主动公开政府信息140余条,以财政和工作动态为主。
(二)宣传。全年利用区门户网站、市民网、新闻媒体、12345热线、政务微博、微信公众号、服务窗口等渠道,共发布包括食品、药品、设备信息等重点内容在内的各类信息516条,其中,在各级新闻媒体发布200余篇,其中在国家级媒体发布55篇,省级媒体发布28篇。
(三)平台。发布网站和新媒体错别字提醒50余次。
`;
const BUREAU = `栖川市水务局2023年政府信息公开工作年度报告
一、总体情况
通过门户网站、政务微信等主动公开政府信息606条,其中门户网站公开信息469条,微信发布信息137条。
全年共举办191场市政府新闻发布活动。其中,防汛新闻发布会举行151场。
`;
const SCHOOL = `栖川市教育局2023年政府信息公开工作年度报告
一、总体情况
一年来通过栖川教育微信公众号发布信息886篇,在门户网站主动公开发布公告公示、部门动态等85条。
`;

const WORDS = `中村乡2023年政府信息公开工作年度报告
一、总体情况
在门户网站公开政府信息260余条。
`;

describe('figures of pages as they are published', () => {
  const desk = openDesk({ 'yinxing.txt': REPORT, 'shuiwu.txt': BUREAU, 'jiaoyu.txt': SCHOOL, 'zhongcun.txt': WORDS });

  it.each<[string, number]>([
    // The office's own name in the sentence says nothing of what is counted.
    ['银杏街道公开多少条', 140],
    // One of a total's channels named by the part itself.
    ['栖川市水务局网站公开多少条', 469],
    ['栖川市水务局微信发布多少条', 137],
    ['栖川市水务局主动公开多少条', 606],
    // What is done of all that is listed.
    ['栖川市教育局网站公开多少条', 85],
    // Channels listed at length above.
    ['银杏街道国家级媒体几篇', 55],
    ['银杏街道错别字提醒多少次', 50],
    ['栖川市水务局发布会开了多少场', 191],
    // A name made of words is a name.
    ['中村乡网站公开多少条', 260],
  ])('%s', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it.each(['栖川市教育局公告公示多少条', '银杏街道药品信息多少条'])('%s: one of several counted together is not answered', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
