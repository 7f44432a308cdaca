import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `杉坞县2022年政府信息公开工作年度报告

一、总体情况

（一）互动。镇长信箱收到来信512件，办结498件。热线申请量居前三位的是水务局24件、交通局19件、教育局17件。

三、收到和处理政府信息公开申请情况

本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和	申请人情况
	自然人	法人或其他组织	总计
		商业企业	科研机构	社会公益组织	法律服务机构	其他
一、本年新收政府信息公开申请数量	40	3	0	0	0	0	43
二、上年结转政府信息公开申请数量	2	0	0	0	0	0	2
三、本年度办理结果	（一）予以公开	36	2	0	0	0	0	38
（七）总计	39	2	0	0	0	0	41
四、结转下年度继续办理	3	1	0	0	0	0	4
`;

describe('two readings of one question', () => {
  const desk = openDesk({ 'shanwu.txt': REPORT });

  it.each([
    // The table of requests counts what was closed as well as the letter box does.
    '办结几件',
    // From the year before, or into the next.
    '结转几件',
  ])('%s is asked back', async (question) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'clarify' });
  });

  it.each<[string, number]>([
    ['来信办结几件', 498],
    ['上年结转几件', 2],
    ['结转下年几件', 4],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it('前三位 are not the first of them', async () => {
    expect((await desk.ask('前三位申请量多少件')).status).not.toBe('answered');
  });
});
