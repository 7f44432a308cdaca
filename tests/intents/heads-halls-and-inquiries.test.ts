import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const HARBOUR = `云岭县交通运输局2016年政府信息公开工作年度报告
一、概述
成立以局长贺敏为组长，副局长杨帆为副组长的政务公开领导小组，下设办公室，由综合科科长姚远负责。
二、主动公开情况
全年共公开信息812条，其中门户网站511条。利用农村广播播出政策信息约90次。
三、咨询与服务
受理咨询538人次（现场301人次、电话190人次、网上47人次）。便民服务大厅窗口由7个增加到9个，全年办理事项3124件。
四、复议情况
因信息公开被申请行政复议2件，其中维持1件、撤销1件。
`;
const EARLIER = `云岭县交通运输局2015年政府信息公开工作年度报告
二、主动公开情况
全年共公开信息700条。
三、咨询与服务
接受群众咨询412人次，其中现场咨询238人次，电话咨询174人次。
`;
const COUNTY = `青岭县2023年政府信息公开工作年度报告
一、总体情况
县政务公开领导小组由县长江远航任组长，常务副县长白鹭任副组长，县政府办公室主任孔令辉兼任领导小组办公室主任。
`;

describe('what an office did, and what it has', () => {
  const desk = openDesk({ 'harbour_2016.txt': HARBOUR });
  test.each([
    ['How many windows does the service hall have?', 9],
    ['How many inquiries were there in 2016?', 538],
    ['Total consultations', 538],
    ['How many disclosures were made in 2016?', 812],
    ['Total disclosures by the transport bureau for 2016?', 812],
  ])('%s: %d', async (question, value) => expect((await desk.ask(question)).value).toBe(value));
  test.each(['number of matters handled by the service hall in 2016', 'What was spent on the village broadcasts?'])('%s: no other number, and no sentence', async (question) => {
    const { status, value } = await desk.ask(question);
    expect([status, value]).toEqual(['not_found', null]);
  });
});

describe('whoever was made something in a group need not run it', () => {
  const desk = openDesk({ 'harbour_2016.txt': HARBOUR });
  test.each(['领导小组办公室由谁负责', '领导小组办公室归谁管', '领导小组办公室谁管'])('%s', async (question) => expect((await desk.ask(question)).value).toBe('姚远'));
  test.each(['培训归谁抓', '审计归谁管'])('%s: not told', async (question) => expect((await desk.ask(question)).status).toBe('not_found'));
});

describe('names of heads in English', () => {
  const desk = openDesk({ 'county_2023.txt': COUNTY });
  test.each([
    ["Executive deputy county head's name?", '白鹭'],
    ["The county head's name?", '江远航'],
    ['Who is the executive deputy county head?', '白鹭'],
    ['Who is the deputy leader of the group?', '白鹭'],
  ])('%s: %s', async (question, name) => expect((await desk.ask(question)).value).toBe(name));
  test('the name of somebody else is no number', async () => expect((await desk.ask("The company's name?")).status).toBe('not_found'));
});

describe('whether there were any, and how many, is one question', () => {
  const desk = openDesk({ 'harbour_2016.txt': HARBOUR });
  test.each([
    ['any consultations? how many', 538],
    ['有没有人来咨询？一共接了几人次', 538],
    ['有没有行政复议？几件', 2],
  ])('%s: %d', async (question, value) => expect((await desk.ask(question)).value).toBe(value));
});

describe('years added up', () => {
  const desk = openDesk({ 'harbour_2016.txt': HARBOUR, 'harbour_2015.txt': EARLIER });
  test.each([
    ['Total inquiries over the 2015 and 2016 reports', 950],
    ['Total consultations in 2015 and 2016', 950],
  ])('%s: %d', async (question, value) => expect((await desk.ask(question)).value).toBe(value));
});
