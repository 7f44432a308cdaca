import { expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `苍岭县石坪乡人民政府2020年政府信息公开工作年度报告

一、总体情况

（一）公开内容。公开耕地保护补贴资金2374.6万元，受益农户2.87万户；高标准农田项目4个，面积3.2万亩，投资4800万元。
关闭污染企业6家，治理坑塘11个；查处秸秆焚烧27起，罚款1.35万元。自助终端可办理业务91种。取消证明材料132项。
（二）平台建设。新添置触摸查询机1台，关停长期不更新的微博账号2个。新纳入低保18户。
（三）培训。举办信息员培训3场，参训86人次。农机户培训内容涉及操作流程、保养常识、安全规范。人大建议17件、政协提案22件全部办结并公开。

二、存在的问题

图文解读偏少，1126条信息中图解只占2.1%。2021年打算把信息员培训增加到4场，并推行“月初报送、月末通报”办法。
`;

const desk = openDesk({ 'shiping.txt': REPORT });

it.each([
  ['高标准农田面积多少亩', 32000],
  ['秸秆焚烧罚款多少万元', 1.35],
  ['取消证明材料多少项', 132],
  ['新添置查询机几台', 1],
  ['关停微博账号几个', 2],
  ['可办理业务多少种', 91],
  ['可办理业务多少项', 91],
])('%s is told', async (question, value) => {
  const answer = await desk.ask(question);
  expect(answer.status).toBe('answered');
  expect([value, value / 10000, value * 10000]).toContain(answer.value);
});

it.each([
  ['a measure is of what stands right before it', '耕地保护补贴面积多少亩'],
  ['behind a semicolon another matter begins', '污染企业罚款多少万元'],
  ['kinds of business are not how often it was done', '自助终端办理业务多少笔'],
  ['what came in the year is not what there is', '触摸查询机一共几台'],
  ['nor is what is no more', '微博账号有几个'],
  ['what a part is of is not the part', '图解有多少篇'],
])('%s: %s', async (_, question) => {
  expect((await desk.ask(question)).value ?? null).toBeNull();
});

it.each(['政协提案内容是什么', '信息员培训讲了什么', '86人次都讲了哪些内容'])('what was said is not told: %s', async (question) => {
  expect((await desk.ask(question)).status).not.toBe('answered');
});

it('what was taught is told where the report says it', async () => {
  expect((await desk.ask('农机户培训内容是什么')).text).toContain('保养常识');
});
