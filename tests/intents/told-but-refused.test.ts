import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';

/** An invented report: things that people ask for in fewer or other words than it tells them in. */
const REPORT = `白河县柳湾镇人民政府2020年政府信息公开工作年度报告

一、总体情况

（一）建议提案。全年承办人大代表建议31件、政协委员提案12件，均按期答复。

（二）考核。政务公开考核得分90.5分，在全县18个乡镇中排名第四；营商环境评价居全县第七位；信访工作评比列全市第11名。

（三）回应。解答群众提问14个，回应社会热点6次。约谈网约车企业5家，责令停业2家。检查加油站9家、液化气站3家。抖音号粉丝较年初增加870人。

（四）队伍。配备政务公开工作人员6名，其中1人为专职。全县收到政府信息公开申请40件，本级收到政府信息公开申请9件。

二、主动公开政府信息情况

第二十条第（五）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政许可	86	-4	120
其他对外管理服务事项	20	3	12
`;

let desk: Desk;
beforeAll(async () => {
  desk = await deskOver({ 'liuwan.txt': REPORT });
});
afterAll(async () => {
  await desk.close();
  expect(desk.faults).toEqual([]);
});

describe('what the report tells in other words', () => {
  it.each([
    // A word for two kinds of papers: their sum, where they are told apart.
    ['建议提案一共几件', 43],
    ['建议提案多少件', 43],
    ['两案办了多少件', 43],
    ['政协提案几件', 12],
    // Places in a rank.
    ['政务公开考核排第几', 4],
    ['营商环境排名第几', 7],
    ['信访评比第几名', 11],
    // Only the deed is named.
    ['约谈几家', 5],
    ['约谈了几家', 5],
    ['解答提问几个', 14],
    ['回应热点几次', 6],
    ['粉丝涨了多少', 870],
    ['几个专职', 1],
    ['专职人员几名', 1],
    // The level that is told apart.
    ['本级收到几件申请', 9],
    ['镇本级收到几件申请', 9],
    // Items of a list: the year before and what came or went.
    ['行政许可事项现有几项', 82],
    ['其他对外管理服务事项目前有多少项', 23],
  ])('%s: %d', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', value]);
    expect(answer.citations.length).toBeGreaterThan(0);
  });

  it.each(['检查了几家', '排第几', '安全生产排第几', '网信工作第几名'])('%s: several, or none', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it('shows what a sum was made of', async () => {
    expect((await desk.ask('行政许可事项现有几项')).derived?.formula).toBe('86 + (-4) = 82');
    expect((await desk.ask('建议提案多少件')).derived?.formula).toBe('31 + 12 = 43');
  });
});

describe('two kinds told in two places', () => {
  it('gives neither number for both', async () => {
    const apart = await deskOver({ 'apart.txt': `白河县石桥镇人民政府2021年政府信息公开工作年度报告

一、总体情况

全年办理人大代表建议8件。

办理政协委员提案5件。
` });
    expect((await apart.ask('建议提案多少件')).value).toBeNull();
    await apart.close();
    expect(apart.faults).toEqual([]);
  });
});
