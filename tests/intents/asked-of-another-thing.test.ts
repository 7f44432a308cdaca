import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `石坪乡2020年政府信息公开工作年度报告

一、总体情况

（一）依申请公开。新收申请9件，申请内容主要集中在鱼塘承包（5件）、渡口改造（3件）和荒山流转（1件）。
（二）公开渠道。全年公开信息312条，其中网站201条，公众号71条，宣传栏18条，公开栏22条。入户发放明白卡4100份。公众号粉丝1.9万人。
（三）便民服务。乡窗口受理业务5321件，网上“随手办”办结1894件。
（四）队伍。全乡专职协管员1名。发布招聘公告2个，公示拟聘用协理员26名。
（五）存在问题。老同志退休后，柜台只剩3人轮班；抽查130户，文书公示超期17件；查询机14台，其中4台不能上网。
（六）热线。接到热线工单233宗，已办结231宗，办结率99.1%。公共文化馆预告全部上网，接待2.4万人次。楼院改造涉及居民284户。
（七）2021年拟组织培训4期，把项目资金使用结果公布。
`;

describe('a number whose words fit, and which counts something else', () => {
  const desk = openDesk({ '石坪乡2020.txt': REPORT });

  it.each([
    '渡口改造了多少宗',
    '荒山流转了几件',
    '鱼塘承包出去多少件',
    '明白卡张贴多少份',
    '公众号粉丝流失多少人',
    '窗口办结多少件',
    '增配了几名专职协管员',
    '聘用了多少名协理员',
    'How many assistants were hired?',
    '老同志退休多少人',
    '退休的老同志有几人',
    '抽查了几个村',
    '文书公示了多少件',
    '不是超期的文书几件',
    '有多少农户',
    '文化活动多少人次',
    'How many terminals are online?',
    'What was the training budget?',
    '报告分哪七个部分',
  ])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it.each([
    ['渡口改造方面的申请几件', 3],
    ['申请涉及荒山流转的多少件', 1],
    ['新收申请多少件', 9],
    ['发放明白卡多少份', 4100],
    ['公众号粉丝多少人', 19000],
    ['窗口受理多少件', 5321],
    ['网上办结多少件', 1894],
    ['专职协管员几名', 1],
    ['公示拟聘用协理员多少名', 26],
    ['柜台只剩几个人', 3],
    ['抽查了多少户', 130],
    ['公示超期的文书几件', 17],
    ['楼院改造涉及居民多少户', 284],
    ['Hotline tickets closed in the year?', 231],
    ['What was the hotline closing rate?', 99.1],
    ['宣传栏多少条', 18],
    ['公开栏多少条', 22],
    // What is left of a total is worked out, with its formula.
    ['不是网站的多少条', 111],
  ])('%s: %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });
});
