import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `青岚县水务局2022年政府信息公开工作年度报告

一、总体情况

（一）基本情况。全县共有31个行政村、6所中心学校。榆树沟村办理取水登记162件。短信提醒灌区居民8.4万条。办理公证1026件。

（二）培训。举办业务培训5期，213人次参训。

二、收到和处理政府信息公开申请情况

本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和	申请人情况
	自然人	法人或其他组织	总计
		商业企业	科研机构	社会公益组织	法律服务机构	其他
一、本年新收政府信息公开申请数量	4	1	0	0	2	0	7
二、上年结转政府信息公开申请数量	0	0	0	0	0	0	0
三、本年度办理结果	（一）予以公开	3	1	0	0	2	0	6
（二）部分公开	0	0	0	0	0	0	0
（七）总计	4	1	0	0	2	0	7
四、结转下年度继续办理	0	0	0	0	0	0	0
`;

describe('what an English question counts by name', () => {
  const desk = openDesk({ 'qinglan.txt': REPORT });

  it.each<[string, number]>([
    ['How many villages are there?', 31],
    ['How many training sessions were held?', 5],
    ['How many people were trained?', 213],
    ['How many requests were received?', 7],
    ['How many requests did law firms submit?', 2],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each([
    // A column of applicants counts their requests.
    'How many law firms are there in the county?',
    'How many lawyers are there?',
    // What was sent to residents, or notarised, counts no people.
    'How many residents were reminded?',
    'How many notaries are there?',
  ])('%s is not answered with another thing', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
