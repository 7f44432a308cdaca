import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const TOWN = `兰溪县石垭镇2023年政府信息公开工作年度报告

一、总体情况

（一）主动公开。全年通过各类渠道公开信息420条，比上年增加60条，其中县政府网站130条，“石垭之窗”微信公众号250条，公告栏40条。公众号年末关注人数2600人，比上年减少150人。便民服务大厅办结3100件，同比增长12.5%。
（二）监督保障。全年举办培训3期，参训140人次。镇长罗远山任组长，副镇长方可心分管。
`;
const BUREAU = `兰溪县民政局2023年政府信息公开工作年度报告

一、总体情况

局长汪其生为第一责任人，副局长罗桂兰分管，办公室主任安知远具体承办。全年公开信息510条，其中县政府网站200条，局公众号“兰溪民声”310条。
`;
const OFFICE = `临岚市人民政府办公室2023年政府信息公开工作年度报告

一、总体情况

召开新闻发布会19场，编发政府公报12期。
`;

describe('a change between two reports, asked in English', () => {
  const desk = openDesk({ '石垭镇2023.txt': TOWN, '石垭镇2022.txt': TOWN.replaceAll('2023年', '2022年').replace('，参训140人次', '，参训96人次') });

  // Both years are named: the later less the earlier, and no difference of the first less the second.
  it.each([
    ['How many more trainees were there between 2022 and 2023?', 44],
    ['By how much did trainees grow from 2022 to 2023?', 44],
  ])('%s', async (q, value) => {
    expect(await desk.ask(q)).toMatchObject({ status: 'answered', value, unit: '人次' });
  });
});

describe('a change that one report tells, asked in English', () => {
  const desk = openDesk({ '石垭镇2023.txt': TOWN });
  it.each([
    ['By how many did published items grow over the previous year?', 60, '条'],
    ['How many more items were published than in the previous year?', 60, '条'],
    ['How many more items were published than in 2022?', 60, '条'],
    ['By how many did followers fall compared with last year?', 150, '人'],
  ])('%s', async (q, value, unit) => {
    expect(await desk.ask(q)).toMatchObject({ status: 'answered', value, unit });
  });

  it.each([
    ['By how many did published items fall over the previous year?'],
    ['How many fewer items were published than in the previous year?'],
    ['By how many did followers rise over the previous year?'],
    ['By how many did items on WeChat grow over the previous year?'],
    ['By how many did training sessions grow over the previous year?'],
  ])('%s is not told', async (q) => {
    expect((await desk.ask(q)).value).toBeNull();
  });
});

describe('a part that is told by its channel, whatever the account is called', () => {
  const town = openDesk({ '石垭镇2023.txt': TOWN });
  const bureau = openDesk({ '民政局2023.txt': BUREAU });
  it.each([
    ['How many items did the WeChat account publish?', 250],
    ['How many items were published via WeChat?', 250],
    ['How many items were published on the county website?', 130],
    ['How many items were published on Weibo?', null],
    ['How many items did the video account publish?', null],
    ['How many training participants did the town have?', null],
  ])('%s', async (q, value) => {
    expect((await town.ask(q)).value).toBe(value);
  });

  it.each([
    ['And on the WeChat account?', 310],
    ['And on the website?', 200],
    ['And on Weibo?', null],
  ])('after the total: %s', async (q, value) => {
    expect((await bureau.ask('How many items were published in 2023?', q)).value).toBe(510);
    expect((await bureau.ask(q, q)).value).toBe(value);
  });

  it.each([
    ['Which deputy director is in charge of disclosure?', '罗桂兰'],
    ['Who is the vice director in charge of disclosure?', '罗桂兰'],
    ['Which deputy director is in charge of welfare?', null],
    ['Which section chief is responsible?', null],
  ])('%s', async (q, value) => {
    expect((await bureau.ask(q)).value).toBe(value);
  });
});

describe('a share whose whole or part is called as others are', () => {
  const desk = openDesk({ '交通局2023.txt': '兰溪县交通运输局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n受理申请50件，同比减少5件。其中当面20件，网络25件，信函5件。行政复议申请3件。查处非法营运80宗，罚款20万元，其中载客60宗、无证货运20宗。散发宣传单900份。\n' });
  it.each([
    ['What percentage of applications came over the internet?', 50],
    ['What share of the illegal operations were unlicensed freight?', 25],
    ['What share of applications came by fax?', null],
    ['What share of the illegal operations were unlicensed taxis?', null],
    ['How many leaflets were distributed?', 900],
    ['How many posters were distributed?', null],
  ])('%s', async (q, value) => {
    expect((await desk.ask(q)).value).toBe(value);
  });
});

describe('places and units in English', () => {
  const desk = openDesk({ '市政府办2023.txt': OFFICE, '石垭镇2023.txt': TOWN });
  it.each([
    ['How many press conferences did Linlan hold in 2023?', 19],
    ['How many press conferences did Linlan City hold in 2023?', 19],
    ['How many press conferences did the Linlan municipal government office hold in 2023?', 19],
    ['How many press conferences did Lanxi County hold in 2023?', null],
    ['How many press conferences did Shiya Town hold in 2023?', null],
    ['How many took part in training in Shiya Town (person-times)?', 140],
    ['How many press conferences were held in Linlan (person-times)?', null],
  ])('%s', async (q, value) => {
    expect((await desk.ask(q)).value).toBe(value);
  });

  it('the vice head of a county is somebody, and no place', async () => {
    expect((await desk.ask('Who is the vice county head?')).text).not.toContain('vice county');
  });
});
