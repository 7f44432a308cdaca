import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const ALDER = `云岭县石桥镇人民政府2021年政府信息公开工作年度报告
一、总体情况
（一）加强领导。成立了由镇长王海任组长，镇党委副书记周岩任副组长的政务公开工作领导小组，负责统筹、协调政务公开工作。明确主要负责人为政务公开第一责任人。
（二）抓好落实。一是加强审核员队伍建设。利用月工作例会，加强对保密知识、法规的学习，开展实务训练。二是加强宣传。充分发挥网格员作用，借助赶集、庙会时机，向群众解读惠农政策。形成了书记亲自抓、镇长直接抓、各站所分头落实的工作格局。做到信息发布标题规范，内容准确，链接有效，更新及时。
三、收到和处理政府信息公开申请情况
(本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和)		申请人情况						总计
		自然人	法人或其他组织					
			商业企业	科研机构	社会公益组织	法律服务机构	其他	
一、本年新收政府信息公开申请数量	5	2	0	0	0	0	7
二、上年结转政府信息公开申请数量	0	0	0	0	0	0	0
三、本年度办理结果	(一)予以公开	2	1	0	0	0	0	3
	(二)部分公开（区分处理的，只计这一情形，不计其他情形）	0	0	0	0	0	0	0
	(三)不予公开	1.属于国家秘密	0	0	0	0	0	0	0
		2.其他法律行政法规禁止公开	0	0	0	0	0	0	0
		3.危及“三安全一稳定”	0	0	0	0	0	0	0
		4.保护第三方合法权益	0	0	0	0	0	0	0
		5.属于三类内部事务信息	0	0	0	0	0	0	0
		6.属于四类过程性信息	1	0	0	0	0	0	1
		7.属于行政执法案卷	0	0	0	0	0	0	0
		8.属于行政查询事项	0	0	0	0	0	0	0
	(四)无法提供	1.本机关不掌握相关政府信息	0	0	0	0	0	0	0
		2.没有现成信息需要另行制作	0	0	0	0	0	0	0
		3.补正后申请内容仍不明确	0	0	0	0	0	0	0
	(五)不予处理	1.信访举报投诉类申请	0	0	0	0	0	0	0
		2.重复申请	1	0	0	0	0	0	1
		3.要求提供公开出版物	0	1	0	0	0	0	1
		4.无正当理由大量反复申请	0	0	0	0	0	0	0
		5.要求行政机关确认或重新出具已获取信息	0	0	0	0	0	0	0
	(六)其他处理	0	0	0	0	0	0	0
	(七)总计	4	2	0	0	0	0	6
四、结转下年度继续办理		1	0	0	0	0	0	1
五、存在的主要问题及改进情况
一是公开内容不够丰富。二是村级公开栏更新不及时。三是业务培训偏少。
下一步，我镇将加强培训，提高认识。
六、其他需要报告的事项
无。`;

const desk = openDesk({ 'alder.txt': ALDER });

describe('by which means and on which occasion', () => {
  test.each([
    ['保密知识学习利用什么时间', '月工作例会'],
    ['工作人员学习法规靠什么平台', '月工作例会'],
    ['干部趁啥机会给群众讲政策', '庙会'],
    ['惠农政策借助什么时机解读的', '庙会'],
  ])('%s: %s', async (question, said) => {
    const { status, text } = await desk.ask(question);
    expect([status, text.includes(said)]).toEqual(['answered', true]);
  });
  test.each(['利用什么时间检查公开栏', '靠什么平台受理投诉', '趁什么机会发放补贴'])('%s: not told', async (question) => expect((await desk.ask(question)).status).not.toBe('answered'));
});

describe('some of what is asked for is named', () => {
  test('the sentence that says them all', async () => {
    const { status, text } = await desk.ask('信息发布要做到哪几点（标题、链接那些）');
    expect([status, text.includes('内容准确')]).toEqual(['answered', true]);
  });
  test.each(['信息发布要做到哪几点（字体、链接那些）', '培训有哪些内容（消防、急救之类的）'])('%s: no sentence says them', async (question) => expect((await desk.ask(question)).status).not.toBe('answered'));
});

describe('posts by their place', () => {
  test.each([
    ['报告里的一镇之长是哪位', '王海'],
    ['领导小组里排在组长下头的副职是谁', '周岩'],
    ['小组里排第二的是哪个', '周岩'],
    ['组长下面排第二的那位，副职，叫什么', '周岩'],
    ['牵头抓公开领导小组的是谁', '王海'],
    ['公开的第一责任人怎么定的', '主要负责人'],
  ])('%s: %s', async (question, holder) => {
    const { status, value } = await desk.ask(question);
    expect([status, value]).toEqual(['answered', holder]);
  });
  test.each(['具体负责财务的是什么领导', '一县之长是谁', '牵头抓防汛专班的是谁', '财务负责人怎么定的'])('%s: nobody', async (question) => expect((await desk.ask(question)).status).not.toBe('answered'));
});

describe('points and set-ups', () => {
  test.each([
    ['公开工作短板有几条，分别说说', '更新不及时'],
    ['头一个不足是啥', '不够丰富'],
    ['报告里的工作格局，谁亲自抓谁直接抓', '分头落实'],
    ['审核员队伍建设具体做了哪些', '实务训练'],
  ])('%s', async (question, said) => {
    const { status, text } = await desk.ask(question);
    expect([status, text.includes(said)]).toEqual(['answered', true]);
  });
  test.each(['信访工作机制里，谁接访谁包案', '数字平台建设做了哪些'])('%s: not told', async (question) => expect((await desk.ask(question)).status).not.toBe('answered'));
});

describe('rows by what became of them', () => {
  test.each([
    ['有人拿公开申请来要出版物吗？几件', 1],
    ['转到下一年接着办的还剩几件', 1],
    ['过程性信息那一条卡住了几件', 1],
    ['重复申请被打回的几件', 1],
    ['重复申请类不予处理的，数一下', 1],
  ])('%s = %d', async (question, value) => expect(await desk.ask(question)).toMatchObject({ status: 'answered', value }));
  test.each(['许可被驳回的几件', '卡住的办件有几件'])('%s: no row of it', async (question) => expect((await desk.ask(question)).status).not.toBe('answered'));
});
