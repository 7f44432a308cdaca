import { describe, expect, test } from 'vitest';
import { listsIn } from '../../../../index/figures/lists/mod.js';
import { documentOf } from '../people/document-of.js';

function told(text: string): string[] {
  return listsIn(documentOf(text)).map((list) => list.items.map((item) => item.text).join(' | ') + (list.open ? ' …' : ''));
}

const CASES: readonly (readonly [why: string, text: string, about: string, items: string])[] = [
  ['一是 in one sentence, prose behind it', '存在不足：一是机制不健全，二是力量不足，三是更新慢。今后将认真整改。', '存在不足', '机制不健全 | 力量不足 | 更新慢'],
  ['一是 over sentences', '下步打算。一是加强领导。压实责任。二是完善机制。严格考核。', '下步打算。', '加强领导。压实责任 | 完善机制。严格考核'],
  ['一是 over paragraphs', '主要做法如下：\n一是抓学习。\n二是抓公开。', '主要做法如下', '抓学习 | 抓公开'],
  ['glued bold 三是', '主要措施：\n一是抓学习。\n二是抓公开。天天更新。**三是抓监督。**请人监督。', '主要措施', '抓学习 | 抓公开。天天更新 | 抓监督。请人监督'],
  ['semicolons only', '主要有三方面的不足：更新不及时，有的栏目空着；解读形式少；老人看不清。', '主要有三方面的不足', '更新不及时，有的栏目空着 | 解读形式少 | 老人看不清'],
  ['brackets', '问题有：（1）认识不到位；（2）更新不及时。', '问题有', '认识不到位 | 更新不及时'],
  ['ordinals', '为此，第一，强化领导；第二，完善平台；第三，严格考核。', '为此', '强化领导 | 完善平台 | 严格考核'],
  ['words of order', '工作中，首先，加强学习；其次，完善制度；最后，严格考核。', '工作中', '加强学习 | 完善制度 | 严格考核'],
  ['circled numbers without any mark between', '整改办法有：①统一模板②按月通报③配齐人员。', '整改办法有', '统一模板 | 按月通报 | 配齐人员'],
  ['… and with one', '办法：①统一模板；②按月通报。', '办法', '统一模板 | 按月通报'],
  ['places where something stands', '便民书架分别设在县档案馆、县图书馆、县文化馆。', '便民书架', '县档案馆 | 县图书馆 | 县文化馆'],
  ['whom something is for', '宣讲对象为村文书、学校教务员以及企业统计员。', '宣讲对象', '村文书 | 学校教务员 | 企业统计员'],
  ['who was called in', '聘请人大代表、政协委员、企业代表等12人为监督员。', '监督员', '人大代表 | 政协委员 | 企业代表 …'],
  ['sub-headings', '一、总体情况\n（一）加强领导\n内容。\n（二）完善机制\n内容。', '总体情况', '加强领导 | 完善机制'],
  ['means with 等', '通过政府网站、微信公众号、公开栏等渠道公开信息。', '渠道公开信息', '政府网站 | 微信公众号 | 公开栏 …'],
  ['counted', '新增了集市宣传、入户讲解、广播3种解读形式。', '解读形式', '集市宣传 | 入户讲解 | 广播'],
  ['counted pair', '公开栏分为村级、乡级两类公示。', '两类公示', '村级 | 乡级'],
  ['a slogan behind the items counts them', '做到机构、人员、经费“三到位”。', '三到位', '机构 | 人员 | 经费'],
  ['two titles', '学习了《甲条例》《乙法》等法律法规。', '法律法规', '《甲条例》 | 《乙法》 …'],
  ['what several together are', '压实责任，形成了书记带头抓、镇长亲自抓、站所具体落实的工作格局。', '工作格局', '书记带头抓 | 镇长亲自抓 | 站所具体落实'],
  ['clauses of one length', '狠抓落实，做到政务信息内容详实，更新及时，格式规范，进一步提高质量。', '做到', '政务信息内容详实 | 更新及时 | 格式规范'],
  ['slogan', '推进“三公开”（即：决策公开、执行公开、结果公开）。', '“三公开”', '决策公开 | 执行公开 | 结果公开'],
  ['quoted', '实行“一月一查、一季一评”工作机制。', '工作机制', '一月一查 | 一季一评'],
  ['commas up to 等', '培训内容涉及目的意义，操作流程，礼仪规范以及计算机操作等，效果良好。', '培训内容涉及', '目的意义 | 操作流程 | 礼仪规范 | 计算机操作 …'],
  ['titles without 、', '印发《甲制度》《乙办法》《丙规程》三项制度。', '制度', '《甲制度》 | 《乙办法》 | 《丙规程》'],
  ['the words behind 如', '发布民生信息，如公布权责清单、工作方案、扶贫政策等信息。', '发布民生信息', '权责清单 | 工作方案 | 扶贫政策 …'],
  ['the colon list that goes on', '主要包括：机构设置、部门职责；政策法规、规范性文件。', '主要包括', '机构设置 | 部门职责 …'],
  ['quoted names without 、', '开设了“防汛”“就业”“养老”等专栏。', '专栏', '“防汛” | “就业” | “养老” …'],
  ['places where something is set up', '在文化站、图书室和村委会设立便民书架。', '便民书架', '文化站 | 图书室 | 村委会'],
  ['共 before two counts', '清单涵盖户籍、社保、婚姻共3大类40小项。', '清单', '户籍 | 社保 | 婚姻'],
  ['负责人 of all', '成员：财政所、综治办、司法所负责人。', '成员', '财政所 | 综治办 | 司法所'],
  ['measures of which one fills a post', '主要做法：一是成立专班，由镇长王敏任组长；二是完善制度，严格审核。', '主要做法', '成立专班，由镇长王敏任组长 | 完善制度，严格审核'],
];

const SILENT: readonly (readonly [why: string, text: string])[] = [
  ['adverbs', '坚持全面、深入、细致地开展工作，形成主动、规范、高效的局面。'],
  ['articles of a law', '会议学习了第十九条、第二十条、第二十一条有关规定。'],
  ['what is done to whom', '对象不清、内容不实、时间不准的问题要整改。'],
  ['a pair of slogans', '形成了上下联动、齐抓共管的工作格局。'],
  ['clauses of which the first says no more than the others', '切实做到推行公开服务，落实专人值守，充分授权到位。'],
  ['one clause only', '做到内容详实，更新及时，进一步提高质量。'],
  ['figures', '全年公开120条，其中网站60条、微信40条、公示栏20条。'],
  ['posts', '成立由县长任组长、副县长任副组长、局长任秘书长的小组。'],
  ['persons', '副组长：王敏、赵军；成员：孙红、周兵、李强。'],
  ['an ordinary pair', '加强信息的管理、发布，保障公民、法人和其他组织的权利。'],
  ['one mark only', '主要是一是更新慢。'],
  ['numbers of articles', '第二十条第（一）项、第（五）项规定。'],
  ['people with their offices', '宣传委员王敏、武装部长赵军、财政所长孙红为成员。'],
  ['points that fill posts', '1.组长：王敏（乡长）。2.联络员：赵军。'],
  ['in whose charge', '在县委、县政府的领导下设立便民书架。'],
  ['two slogans', '推行“双随机”“一公开”监管。'],
  ['verbs in a row', '做好信息的收集、整理、审核和发布。'],
  ['emphasis', '及时发布群众特别关切、生活密切的民生保障和社会服务信息。'],
];

describe('listsIn', () => {
  test.each(CASES)('%s', (_, text, about, items) => {
    const found = listsIn(documentOf(text)).find((list) => list.items.map((item) => item.text).join(' | ') + (list.open ? ' …' : '') === items);
    expect(found, told(text).join('\n')).toBeDefined();
    expect(found!.about.some((words) => words.includes(about.replace(/。$/, ''))), found!.about.join()).toBe(true);
  });
  test.each(SILENT)('finds none: %s', (_, text) => expect(told(text)).toEqual([]));
});
