import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// Invented, in the manner in which bureaus tell their year: means before the deed, totals of all years beside the year's own, one number told twice.
const MEANS = `汀州区档案局2023年政府信息公开工作年度报告
一、总体情况
我局通过区门户网站和汀州号等渠道,发布开馆公告、展览启事等各类信息近3200条。
`;
const SITE = `芦川县粮食局2023年政府信息公开工作年度报告
一、总体情况
2023年,通过芦川县政府网站信息公开专栏发布工作动态、收购公告等信息共415条。
`;
const EVER = `石堰市气象局2023年政府信息公开年度报告
一、总体情况
截至2023年12月31日,我局累计主动公开政府信息8140条。本年度主动公开政府信息370条。
`;
const TWICE = `桑坪县林业局2023年政府信息公开工作年度报告
一、总体情况
及时对护林防火、退耕还林、林权登记等公众关心的热点问题进行了主动公开,力求信息完备,全年共主动公开政府信息数284条。
二、公开形式
以门户网站为主要形式,累计主动公开政府信息231条。
`;
const SEVERAL = `松台区体育局2023年政府信息公开工作年度报告
一、总体情况
全年通过部门网站、报刊、新媒体等方式发布政府信息1800余条;微信公众号编发信息600余条。
`;

const SPREAD = `柏川市商务局2023年政府信息公开工作年度报告
来源：市商务局 发布时间：2024-01-10 阅读：316人 字体：大 中 小
一、总体情况
通过柏川市政府网站、“柏川商务”微信公众号,累计公布各类信息190条,发布招商公告7条。
二、其他
全年召开专题会议4次,刊登稿件53篇。解读材料14篇,其中视频3篇。局公众号粉丝用户1.2万人。
受理有关信息公开的行政复议申请3件。2023年,市商务局无依申请公开诉求。
`;
const FANS = `柏桥区粮食局2023年政府信息公开工作年度报告
一、总体情况
通过区政府网站公开粮情38条,微信公众号“柏桥粮食”共推文51篇,累计关注人数上升至6240人。
本局2023年通过信息公开网主动公开信息83条,其中粮价类70条、公告类13条,累计公开信息905项。
`;

const YEARLY = `梅岭县统计局2023年政府信息公开工作年度报告
一、总体情况
全年累计公开政府信息460条。局办公室2023年公开文件21条。县统计局印发文件96件，主动公开70件，依申请公开14件，不予公开12件。
`;

describe('figures as bureaus tell them', () => {
  const desk = openDesk({ 'means.txt': MEANS, 'site.txt': SITE, 'ever.txt': EVER, 'twice.txt': TWICE, 'several.txt': SEVERAL, 'spread.txt': SPREAD, 'fans.txt': FANS, 'yearly.txt': YEARLY });

  it.each<[string, number]>([
    // What only the means tell more of than the question is the number asked for, where no other is told.
    ['汀州区档案局发布了多少条', 3200],
    ['芦川县粮食局公开了多少条', 415],
    ['松台区体育局发布了多少条', 1800],
    // All years, or this one.
    ['石堰市气象局公开多少条', 370],
    ['石堰市气象局今年公开多少条', 370],
    ['石堰市气象局累计公开多少条', 8140],
    ['柏桥区粮食局累计公开多少', 905],
    // 累计 of a year is the year's own.
    ['梅岭县统计局公开多少条', 460],
    // People's words for it.
    ['柏川市商务局开了几次会', 4],
    ['柏川市商务局刊登了多少篇稿件', 53],
    ['柏川市商务局视频解读几篇', 3],
    ['柏川市商务局粉丝多少', 12000],
    ['柏桥区粮食局关注人数多少', 6240],
    // An office that had none, and requests that are none to disclose.
    ['柏川市商务局收到几件申请', 0],
    ['柏川市商务局行政复议申请几件', 3],
  ])('%s', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it.each([
    // One of the means named before the deed has not done it alone.
    '汀州区档案局网站发了几条',
    '松台区体育局网站发布几条',
    // Told twice, and otherwise.
    '桑坪县林业局公开多少条',
    '柏桥区粮食局主动公开信息多少',
    // The means hold for what follows them up to the semicolon.
    '柏川市商务局公众号发布多少条',
    // What was done on one channel is no other's.
    '柏桥区粮食局网站关注人数多少',
    // Documents that are open on request are no requests.
    '梅岭县统计局收到几件申请',
    '梅岭县统计局依申请公开几件申请',
    // What a page tells of itself.
    '柏川市商务局阅读多少人',
  ])('%s: is not answered', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
