import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// Invented, in the manner of pages as counties and cities publish them.
const COUNTY = `柏溪县人民政府办公室2023年政府信息公开工作年度报告
一、总体情况
(一)主动公开。2023年,全县主动公开政府信息9640条,历年累计公开政府信息7.3万条。
(二)平台。全县政务新媒体账号由去年的58个整合到44个,关停14个。新增服务类专栏4个,互动类专栏3个。专题专栏新增2个。
(三)渠道。编辑出版政府公报10期。通过县政府网站发布项目文件13件,项目办公室文件27件。
(四)申请。全年共收到申请23件(其中信件申请14件,网络申请9件)。
`;
const DISTRICT = `松坞区2009年政府信息公开年度报告
一、主动公开政府信息情况
本区到年底累计主动公开政府信息
4860
条,全文电子化率达
87.5%
,其中,本年度新增主动公开政府信息
1530
条。发布规划计划类信息342条,占总数的22.4%;业务类信息910条,占总数的59.5%。
`;
const CITY = `砚北市2016年政府信息公开工作年度报告
一、概述
2016年，全市共主动公开政府信息21.5万条，其中市本级6.1万条，县（市、区）15.4万条。截至2016年底，全市累计主动公开政府信息96万条。市政府门户网站日均点击量1.8万次，全年总点击量达到657万次。
二、依申请公开
全市受理政府信息公开申请318件，较2015年增加26件。开展在线访谈24期，较上年增加5期。第三方测评平均得分84.6分。
`;
const NEIGHBOUR = `砚南市2012年政府信息公开工作年度报告
一、主动公开
2012年全市新增主动公开政府信息31400条，历年累计公开168200条。其中，市政府本级新增1300条，市直部门新增9200条，县（市、区）政府及其部门新增20900条。
二、收费和复议诉讼
2012年全市共收取费用1850元，历年累计收取7240元。2012年发生行政复议11件，历年累计35件；行政诉讼4件，历年累计17件。
`;
const WARD = `砚东区人民政府2024年政府信息公开工作年度报告
一、总体情况
2024年全区收到申请196件，同比增长22.5%。其中区政府收到47件，街道收到61件，区属部门收到88件。
`;
const SOLE = `汀州市湖东区人民政府2015年政府信息公开工作年度报告
一、主动公开政府信息情况
通过“中国汀州”门户网站主动公开政府信息38条,内容涵盖财政、教育等。
`;
const SEVERAL = `汀州市湖西区人民政府2015年政府信息公开工作年度报告
一、主动公开政府信息情况
通过“中国汀州”门户网站主动公开政府信息38条,通过公告栏公开信息21条。
`;

const RIVER = `砚河区水务局2009年政府信息公开工作年度报告
一、公开的主要内容
2009年，水务局主动公开政府信息1146条。其中，政策法规类信息4条，公报类信息15条，其他信息1127条。
截止2009年12月底，水务局已主动公开政府信息7300多条。
依托手机台、《砚河报》和社区信息公开栏等其他方式公开信息61条。
2009年，共编印《砚河水务公报》5期。
`;
const TOWN = `砚溪镇2022年政府信息公开工作年度报告
一、主动公开政府信息情况
2022年度，我镇通过区政府网站、“砚溪之窗”微信公众号、政务公开栏和报刊、电视等新闻媒体共发布机构职能、政策及政策解读、公共服务、重点领域等各类信息870条。
`;

const BUREAU = `砚山县林业局2011年政府信息公开年度报告
一、主动公开政府信息情况
截至2011年底，我局累计主动公开政府信息862条，其中2011年新增217条。
附表
  指标名称            计量单位   代码   本期实际   本年累计
  主动公开信息数        条      01      54      217
  申请总数           条      10      3       12
`;

describe('numbers of all years, of kinds and of channels', () => {
  const desk = openDesk({ 'baixi.txt': COUNTY, 'songwu.txt': DISTRICT, 'hudong.txt': SOLE, 'yanbei.txt': CITY, 'yannan.txt': NEIGHBOUR, 'yandong.txt': WARD, 'yanhe.txt': RIVER, 'yanxi.txt': TOWN, 'huxi.txt': SEVERAL, 'yanshan.txt': BUREAU });

  it.each<[string, number]>([
    // What was published this year, and what over all the years.
    ['柏溪县人民政府办公室公开多少条', 9640],
    ['柏溪县人民政府办公室历年累计公开多少条', 73000],
    ['柏溪县人民政府办公室累计公开多少条', 73000],
    ['砚北市公开多少条', 215000],
    ['砚北市累计公开多少条', 960000],
    ['砚南市2012年公开多少条', 31400],
    ['砚南市市直部门公开多少条', 9200],
    ['砚南市诉讼几件', 4],
    ['砚南市诉讼累计几件', 17],
    ['砚南市收费多少', 1850],
    // An average is asked for as one, and a score may be one.
    ['砚北市日均点击多少', 18000],
    ['砚北市得分多少', 84.6],
    // What a change is counted from is the year before.
    ['砚北市申请比上年多几件', 26],
    ['How many more interviews than the year before were there in 砚北市?', 5],
    // Whose number it is.
    ['砚东区区政府收到几件申请', 47],
    ['How many items did 柏溪县人民政府办公室 publish in all the years together?', 73000],
    ['松坞区累计公开多少条', 4860],
    ['松坞区2009年公开多少条', 1530],
    // Lines that break around a number.
    ['松坞区全文电子化率多少', 87.5],
    ['松坞区业务类信息占总数多少', 59.5],
    ['松坞区规划计划类占多少', 22.4],
    // The number reached is not of last year.
    ['柏溪县人民政府办公室新媒体账号几个', 44],
    ['柏溪县人民政府办公室新媒体账号现在几个', 44],
    ['柏溪县人民政府办公室去年新媒体账号几个', 58],
    // Of another kind the same was done.
    ['柏溪县人民政府办公室新增互动类专栏几个', 3],
    // What is asked in its own words is not what only begins with them.
    ['柏溪县人民政府办公室项目文件几件', 13],
    ['How many issues of the gazette did 柏溪县人民政府办公室 publish?', 10],
    // A bracket's parts are not counted over what stands before it.
    ['How many applications to 柏溪县人民政府办公室 came by letter?', 14],
    // Until a day, where the year has its own number.
    ['砚河区水务局主动公开多少条', 1146],
    ['砚河区水务局累计公开多少条', 7300],
    // A column that counts on counts from January.
    ['砚山县林业局截至2011年底累计公开信息多少条', 862],
    ['砚山县林业局历年累计主动公开多少条', 862],
    ['砚山县林业局到2011年末历年加起来公开多少条', 862],
    ['砚山县林业局本年累计公开多少条', 217],
    ['砚山县林业局今年累计公开信息几条', 217],
    // Several means and kinds together, a board among them.
    ['砚溪镇公开了多少条', 870],
    ['砚河区水务局其他方式公开几条', 61],
    // One channel, and nothing else that was published.
    ['汀州市湖东区公开多少条', 38],
  ])('%s', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', value]);
  });

  it.each([
    // The whole district's or its government's: asked back.
    'How many applications did the district government of 砚东区 receive?',
    // Two channels: neither is the whole.
    '汀州市湖西区公开多少条',
    '汀州市湖东区公众号公开多少条',
    // One of those that are counted together.
    '砚溪镇政策解读多少条',
    '砚溪镇公开栏公开了多少条',
  ])('%s is not answered', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.status, answer.text).not.toBe('answered');
  });
});
