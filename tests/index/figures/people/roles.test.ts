import { describe, expect, test } from 'vitest';
import { rolesIn } from '../../../../index/figures/people/mod.js';
import { documentOf } from './document-of.js';

/** `body | post | holder | holderPost`, `-` for null. */
function told(text: string): string[] {
  return rolesIn(documentOf(text)).map((role) => [role.body, role.post, role.holder, role.holderPost].map((words) => words ?? '-').join(' | '));
}

const CASES: readonly (readonly [why: string, text: string, roles: readonly string[]])[] = [
  ['body behind the last post', '成立以局长周海涛为组长，副局长吴敏为副组长，各科室负责人为成员的政务公开工作领导小组。', [
    '政务公开工作领导小组 | 组长 | 周海涛 | 局长', '政务公开工作领导小组 | 副组长 | 吴敏 | 副局长', '政务公开工作领导小组 | 成员 | - | 各科室负责人']],
  ['posts joined by 、', '调整充实了由县长任组长、常务副县长任副组长的政务公开领导小组。', ['政务公开领导小组 | 组长 | - | 县长', '政务公开领导小组 | 副组长 | - | 常务副县长']],
  ['body in the clause before, two offices', '县教育局成立了政务公开领导小组，局党组书记、局长高峰任组长，党组成员、副局长何静任副组长。', [
    '政务公开领导小组 | 组长 | 高峰 | 局党组书记、局长', '政务公开领导小组 | 副组长 | 何静 | 党组成员、副局长']],
  ['body in the sentence before', '成立了政务公开领导小组。由镇长李红任组长。', ['政务公开领导小组 | 组长 | 李红 | 镇长']],
  ['a 主任 is not of a 小组', '成立了政务公开领导小组。由镇长李红任主任。', ['- | 主任 | 李红 | 镇长']],
  ['post first', '组长由镇党委书记王建国同志担任，成员由各站所负责人组成。', ['- | 组长 | 王建国 | 镇党委书记', '- | 成员 | - | 各站所负责人']],
  ['post first with colons', '组长：李强；副组长：王敏、赵军（兼）；成员：孙某某。', ['- | 组长 | 李强 | -', '- | 副组长 | 王敏 | -', '- | 副组长 | 赵军 | -', '- | 成员 | 孙某某 | -']],
  ['blank for a colon', '信息公开领导小组成员：组长 王伟，副组长 李静。', ['信息公开领导小组 | 组长 | 王伟 | -', '信息公开领导小组 | 副组长 | 李静 | -']],
  ['a blank for a colon behind a body', '校务公开小组：组长 石磊，监督组组长 工会主席江帆。', ['校务公开小组 | 组长 | 石磊 | -', '监督组 | 组长 | 江帆 | 工会主席']],
  ['what somebody is of a work is a post', '县档案局办公室主任为全县公开工作的主管领导，信息科科长为责任人。', ['全县公开工作 | 主管领导 | - | 县档案局办公室主任', '全县公开工作 | 责任人 | - | 信息科科长']],
  ['… and behind the name of a post an office', '组长为分管公开工作的副镇长江帆。', ['- | 组长 | 江帆 | 分管公开工作的副镇长']],
  ['a work that has heads', '街道成立以书记为第一责任人、主任为直接责任人的公开工作机构。', ['公开工作机构 | 第一责任人 | - | 书记', '公开工作机构 | 直接责任人 | - | 主任']],
  ['members by their professions', '专家组由研究员石磊任组长，律师江帆、教授何静为成员。', ['专家组 | 组长 | 石磊 | 研究员', '专家组 | 成员 | 江帆 | 律师', '专家组 | 成员 | 何静 | 教授']],
  ['somebody without a name', '由办公室一名同志负责日常事务。', ['- | 日常事务 | - | 办公室一名同志']],
  ['a name of another tongue behind its office', '由副县长阿不都·热合曼任组长。', ['- | 组长 | 阿不都·热合曼 | 副县长']],
  ['double surname, hidden name', '由欧阳明任组长，李某某任副组长。', ['- | 组长 | 欧阳明 | -', '- | 副组长 | 李某某 | -']],
  ['office behind the name', '由李金锋（乡长）任组长。', ['- | 组长 | 李金锋 | 乡长']],
  ['unnamed holder beside a named person', '副组长由赵勇担任。由乡分管领导兼任为民服务中心主任。', ['- | 副组长 | 赵勇 | -', '为民服务中心 | 主任 | - | 乡分管领导']],
  ['a new holder', '原镇长丁某3月调离，组长改由镇长田茂林担任，副组长调整为副镇长罗春梅。', ['- | 组长 | 田茂林 | 镇长', '- | 副组长 | 罗春梅 | 副镇长']],
  ['duty', '由党政办负责日常工作。', ['- | 日常工作 | - | 党政办']],
  ['duty of a named person with its field', '明确由党政办主任刘洋负责政府信息公开日常工作。', ['政府信息公开 | 日常工作 | 刘洋 | 党政办主任']],
  ['first responsible person', '县长是全县政务公开工作的第一责任人，分管副县长是直接责任人。', ['全县政务公开工作 | 第一责任人 | - | 县长', '全县政务公开工作 | 直接责任人 | - | 分管副县长']],
  ['bare 办公室 takes its fuller words, not the place where it sits', '领导小组办公室设在党政办公室，由赵敏兼任办公室主任。', ['领导小组办公室 | 主任 | 赵敏 | -']],
  ['one post in two bodies', '成立了政务公开领导小组、保密领导小组，由张强任组长。', ['政务公开领导小组、保密领导小组 | 组长 | 张强 | -']],
  ['founding bracket', '成立领导小组（组长：镇长张华；副组长：李丽；成员：各办负责人）。', ['领导小组 | 组长 | 张华 | 镇长', '领导小组 | 副组长 | 李丽 | -', '领导小组 | 成员 | - | 各办负责人']],
  ['an office set up under a body', '成立以镇长为组长的信息公开领导小组，下设办公室于党政办，由党政办主任石磊兼任办公室主任。', [
    '信息公开领导小组 | 组长 | - | 镇长', '信息公开领导小组办公室 | 主任 | 石磊 | 党政办主任']],
  ['an office behind the comma of its body', '成立以镇长为组长的保密领导小组，办公室设在党政办，办公室主任由石磊兼任。', [
    '保密领导小组 | 组长 | - | 镇长', '保密领导小组办公室 | 主任 | 石磊 | -']],
  ['an office behind the head of its body', '保密领导小组组长由镇长江帆担任，办公室主任由石磊兼任。', ['保密领导小组 | 组长 | 江帆 | 镇长', '保密领导小组办公室 | 主任 | 石磊 | -']],
  ['an office behind the head of no body', '组长由镇长江帆担任，办公室主任由石磊兼任。', ['- | 组长 | 江帆 | 镇长', '办公室 | 主任 | 石磊 | -']],
  ['who sees it through', '副乡长江帆分管这项工作，党政办石磊专职经办，何静抓具体落实。', ['- | 分管这项工作 | 江帆 | 副乡长', '- | 专职经办 | 石磊 | 党政办', '- | 抓具体落实 | 何静 | -']],
  ['an office that is set up nowhere under', '成立领导小组，办公室迁入新址，由石磊任办公室主任。', ['办公室 | 主任 | 石磊 | -']],
  ['who leads what is done', '局长任政务公开领导小组组长，法规科科长石磊牵头落实。', ['政务公开领导小组 | 组长 | - | 局长', '政务公开领导小组 | 牵头落实 | 石磊 | 法规科科长']],
  ['who has the whole in hand', '党组书记、局长石磊总揽公开工作，副局长江帆具体分管。', ['- | 总揽公开工作 | 石磊 | 党组书记、局长', '- | 分管 | 江帆 | 副局长']],
  ['an office behind the comma', '分管领导：江帆，管委会副主任；联络员：石磊，法规科科员。', ['- | 分管领导 | 江帆 | 管委会副主任', '- | 联络员 | 石磊 | 法规科科员']],
  ['another post behind the comma', '组长：江帆，副组长：石磊；成员：各办负责人。', ['- | 组长 | 江帆 | -', '- | 副组长 | 石磊 | -', '- | 成员 | - | 各办负责人']],
  ['what goes on behind the comma', '联系人：石磊，具体事宜可拨打电话。', ['- | 联系人 | 石磊 | -']],
  ['as many bodies as people', '县里成立了保密领导小组和信访专班，组长分别由县长高峰和副县长何静担任。', ['保密领导小组 | 组长 | 高峰 | 县长', '信访专班 | 组长 | 何静 | 副县长']],
  ['more bodies than people: who has which stays open', '成立了保密领导小组、公开领导小组和信访专班，组长分别由高峰和何静担任。', ['- | 组长 | 高峰 | -', '- | 组长 | 何静 | -']],
  ['党组成员 founds nothing', '成立了由局长高峰任组长，党组成员何静任副组长，财务股、人事股等股室长为成员的保密领导小组。', [
    '保密领导小组 | 组长 | 高峰 | 局长', '保密领导小组 | 副组长 | 何静 | 党组成员', '保密领导小组 | 成员 | - | 财务股、人事股等股室长']],
  ['the mark of an enumeration is no part of a post', '（1）组长：何静。2.联络员：江帆。三是信息员由石磊担任。', ['- | 组长 | 何静 | -', '- | 联络员 | 江帆 | -', '- | 信息员 | 石磊 | -']],
  ['both of them', '副组长由高峰、何静两位同志担任。', ['- | 副组长 | 高峰 | -', '- | 副组长 | 何静 | -']],
  ['a post besides', '局长任保密领导小组组长，总会计师江帆任副组长兼办公室主任。', [
    '保密领导小组 | 组长 | - | 局长', '保密领导小组 | 副组长 | 江帆 | 总会计师', '保密领导小组办公室 | 主任 | 江帆 | 总会计师']],
  ['a post looked after besides', '总会计师江帆任副组长，兼顾办公室主任工作。', ['- | 副组长 | 江帆 | 总会计师']],
  ['two bodies', '政务公开领导小组由乡长任组长，保密委员会由副乡长岩叶任主任。', ['政务公开领导小组 | 组长 | - | 乡长', '保密委员会 | 主任 | 岩叶 | 副乡长']],
];

const SILENT: readonly (readonly [why: string, text: string])[] = [
  ['speaking', '副县长马超主持召开政务公开工作会议，县政府办主任陈刚作了部署。'],
  ['apposition', '乡党委书记、领导小组组长杨帆多次听取汇报。'],
  ['attending', '组长李强和副组长王军出席会议。'],
  ['held before', '原由张三任组长。'],
  ['no longer', '李明同志不再担任领导小组组长。'],
  ['planned', '拟由副镇长王明任办公室主任。'],
  ['duty without holder', '领导小组负责指导、协调、推进政府信息公开工作。'],
  ['a post only spoken of', '督促各单位主要负责人切实履行第一责任人责任。'],
  ['what a department leads', '由办公室牵头落实整改，逐项销号。'],
  ['为民 is no verb', '为民服务中心主任岗位职责已经公示。'],
];

describe('rolesIn', () => {
  test.each(CASES)('%s', (_, text, roles) => expect(told(text)).toEqual(roles));
  test.each(SILENT)('reads nothing: %s', (_, text) => expect(told(text)).toEqual([]));
  test('quotes the sentence and says where it stands', () => {
    const text = '一、总体情况\n（一）加强领导\n由李强任组长。另有其他工作。';
    const [role] = rolesIn(documentOf(text));
    expect(role?.quote.map(({ start, end }) => text.slice(start, end))).toEqual(['由李强任组长。']);
    expect(role?.path).toEqual(['一、总体情况', '（一）加强领导']);
  });
});
