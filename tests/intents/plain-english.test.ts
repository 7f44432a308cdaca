import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `青溪县教育和体育局2021年政府信息公开工作年度报告

一、总体情况
（一）主动公开。全年主动公开政府信息640条，比上年增加88条，增长15.9%；其中局网站402条。自条例施行以来累计公开3120条。新建电子显示屏3块，累计建成11块。公开招聘教师2次，录用教师48名（其中幼儿园6名）。退还预收学费21.4万元。公示惠农补贴发放名单6批，涉及资金214.5万元。公示公租房申请家庭120户，其中符合条件的97户。承办县人大代表建议8件、政协提案13件。
（二）监督保障。因人事变动，局政务公开领导小组组长改由新任局长田沛然担任，副局长祁曼副组长，人事股股长管叶为联络人。
（三）依申请公开。全年收到申请19件，其中5件结转下年度办理。

二、主要问题
主要问题：一是解读材料少；二是更新不及时。
`;

const desk = openDesk({ '青溪县教育和体育局2021.txt': REPORT });

describe('plain English asked of one report', () => {
  it.each<[string, number, string]>([
    ['By what percentage did proactive disclosure grow over the year before?', 15.9, '%'],
    ['By what percentage did proactive disclosure rise compared with last year?', 15.9, '%'],
    ['How many items appeared on the bureau\'s own website?', 402, '条'],
    ['How many items of information had the Education and Sports Bureau disclosed cumulatively?', 3120, '条'],
    ['How many electronic display screens had been built in all?', 11, '块'],
    ['How many teachers did the Education and Sports Bureau recruit?', 48, '名'],
    ['What amount of prepaid tuition fees was refunded?', 21.4, '万元'],
    ['What sum was involved in the farm-subsidy lists published by the bureau?', 214.5, '万元'],
    ['How many families applying for public rental housing met the conditions?', 97, '户'],
    ['How many proposals from members of the political consultative conference did the bureau handle?', 13, '件'],
  ])('%s', async (q, value, unit) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.value, answer.unit]).toEqual(['answered', value, unit]);
  });

  it.each([
    ['Who is the contact person?', '管叶'],
    ['Who took over as head of the leading group?', '田沛然'],
  ])('%s', async (q, name) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.value]).toEqual(['answered', name]);
  });

  it.each([
    'By what percentage did proactive disclosure fall over the year before?',
    'By what percentage did the number of requests grow over the year before?',
    'How many items appeared on the WeChat account?',
    'How many pupils did the Education and Sports Bureau recruit?',
    'What amount of prepaid rent was refunded?',
    'How many families applying for a bank loan met the conditions?',
    'How many requests had been received cumulatively?',
    'Who took over as deputy head of the finance office?',
    'Who is the contact person for the press?',
  ])('refused: %s', async (q) => {
    const answer = await desk.ask(q);
    expect(answer.status).not.toBe('answered');
  });
});
