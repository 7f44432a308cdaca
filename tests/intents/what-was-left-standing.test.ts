import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const COUNTY = `云岭县人民政府2021年政府信息公开工作年度报告

一、总体情况

县政府门户网站开设频道14个，访问量88.5万人次。清理后保留政务抖音号21个、头条号9个，关停6个。便民热线由17条整合为5条。政务小程序精简到8个。发放手册1200本。
`;

const TOWN = `云岭县白杨镇2021年政府信息公开工作年度报告

一、总体情况

镇公众号发布信息64条，阅读量3万次。村级公示栏撤并12处。
`;

describe('what was left standing', () => {
  const desk = openDesk({ 'yunling.txt': COUNTY });

  it.each([
    ['小程序还剩几个', 8],
    ['便民热线还剩几条', 5],
    ['便民热线现在剩多少条', 5],
    ['抖音号还剩几个', 21],
    ['头条号还剩几个', 9],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['小程序减了几个', '手册还剩几本', '频道还剩几个', '微博还剩几个'])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe("whose website it is goes without saying in a county's own report", () => {
  const desk = openDesk({ 'yunling.txt': COUNTY });

  it.each(['县门户网站访问量多少', '网站访问量多少', '县政府网站访问量多少人次'])('%s', async (question) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value: 885000 });
  });
  it.each(['镇门户网站访问量多少', '县公众号访问量多少'])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('of a town, the county is somebody else', () => {
  const desk = openDesk({ 'baiyang.txt': TOWN });

  it('镇公众号', async () => {
    expect(await desk.ask('镇公众号阅读量多少')).toMatchObject({ status: 'answered', value: 30000 });
  });
  it.each(['县公众号阅读量多少', '公示栏还剩几处'])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
