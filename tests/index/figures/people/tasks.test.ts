import { describe, expect, test } from 'vitest';
import { rolesIn } from '../../../../index/figures/people/mod.js';
import { documentOf } from './document-of.js';

/** `body | post | holder | holderPost`, `-` for null. */
function told(text: string): string[] {
  return rolesIn(documentOf(text)).map((role) => [role.body, role.post, role.holder, role.holderPost].map((words) => words ?? '-').join(' | '));
}

const TASKS: readonly (readonly [why: string, text: string, roles: readonly string[]])[] = [
  ['what it is about stands before 由', '申请的登记和收发由李小红承办。', ['- | 申请的登记和收发 | 李小红 | -']],
  ['a verb that says more stays the post', '信息发布前的合法性审核由法规股股长把关。', ['信息发布前的合法性审核 | 把关 | - | 法规股股长']],
  ['what it is about stands behind', '办公室副主任曲澜负责网站内容维护。', ['- | 网站内容维护 | 曲澜 | 办公室副主任']],
  ['two tasks of two people in a row', '由张明同志负责收集、李芳同志负责发布。', ['- | 收集 | 张明 | -', '- | 发布 | 李芳 | -']],
  ['one task of three words', '由主任李强和科员赵雪负责信息采集、审核与发布。', ['- | 信息采集、审核与发布 | 李强 | 主任', '- | 信息采集、审核与发布 | 赵雪 | 科员']],
  ['in charge', '副县长马超分管政务公开工作。', ['- | 分管政务公开工作 | 马超 | 副县长']],
  ['in charge and holding a post', '副局长霍晓岚分管并兼任新闻发言人。', ['- | 新闻发言人 | 霍晓岚 | 副局长', '- | 分管 | 霍晓岚 | 副局长']],
  ['elliptic subject of a verb that only people have', '孙运成同志任办公室主任，分管政务公开工作。', ['办公室 | 主任 | 孙运成 | -', '- | 分管政务公开工作 | 孙运成 | -']],
  ['the body is the one that the clause before seats', '领导小组办公室设在党政办，由分管综合事务的副主任牵头日常调度。', ['领导小组办公室 | 牵头日常调度 | - | 分管综合事务的副主任']],
  ['a short verb needs a person known before', '组长：阮成栋。阮成栋管网站与新媒体。', ['- | 组长 | 阮成栋 | -', '- | 网站与新媒体 | 阮成栋 | -']],
  ['departments', '局法规处负责合法性审查，局信息中心负责信息发布。', ['- | 合法性审查 | - | 局法规处', '- | 信息发布 | - | 局信息中心']],
  ['a duty for something', '局长戚一舟对公开工作负总责。', ['公开工作 | 负总责 | 戚一舟 | 局长']],
  ['in place of somebody', '分管副局长空缺期间，由党组成员霍青岚代管。', ['- | 代管 | 霍青岚 | 党组成员']],
  ['for a time', '因何静外出学习，其负责的档案移交工作暂由科长江帆代管。', ['档案移交工作 | 代管 | 江帆 | 科长']],
  ['approved before it goes out', '批复由法律顾问江帆审核，经副局长何静签发后寄出。', ['批复 | 审核 | 江帆 | 法律顾问', '- | 签发 | 何静 | 副局长']],
  ['who teaches', '业务培训由市档案馆馆长江帆授课，副局长何静作动员讲话。', ['业务培训 | 授课 | 江帆 | 市档案馆馆长', '- | 作动员讲话 | 何静 | 副局长']],
  ['several verbs before one object', '局办公室负责推进、协调保密工作。', ['- | 推进、协调保密工作 | - | 局办公室']],
  ['a helper of the spokesman', '新闻发言人助理由科长江帆担任。', ['- | 新闻发言人助理 | 江帆 | 科长']],
  ['who has it from now on', '公开工作改由审批局局长江帆负责，原负责人何静退休。', ['- | 公开工作 | 江帆 | 审批局局长']],
  ['… and who shall have it', '公开工作拟由审批局局长江帆负责。', []],
  ['the work is that of the body named before', '保密办主任暂缺，公开办工作人员调整，工作由副主任江帆主持。', ['公开办 | 主持 | 江帆 | 副主任']],
  ['whose work the leader keeps in touch with', '副市长江帆联系政务服务工作。', ['- | 联系政务服务工作 | 江帆 | 副市长']],
  ['whom somebody got in touch with', '副科长江帆联系申请人补正材料。', []],
  ['the office that reports is no part of what it is about', '我委公开工作由副主任江帆分管，办公室具体承办。', ['公开工作 | 分管 | 江帆 | 副主任', '公开工作 | 具体承办 | - | 办公室']],
  ['editor', '政府公报由王敏主编；编辑部主编为顾韵声。', ['政府公报 | 主编 | 王敏 | -', '编辑部 | 主编 | 顾韵声 | -']],
];

const POSTS: readonly (readonly [why: string, text: string, roles: readonly string[]])[] = [
  ['surnames outside the table', '乡长瓛文昌任组长，乡人大主席瓛永芬任常务副组长。', ['- | 组长 | 瓛文昌 | 乡长', '- | 常务副组长 | 瓛永芬 | 乡人大主席']],
  ['… behind a colon', '组长：瓛文昌；主编为瓛永芬。', ['- | 组长 | 瓛文昌 | -', '- | 主编 | 瓛永芬 | -']],
  ['rare surnames', '乡长钏文普任组长，委员：资光明、奎丽芬、寸世荣。', ['- | 组长 | 钏文普 | 乡长', '- | 委员 | 资光明 | -', '- | 委员 | 奎丽芬 | -', '- | 委员 | 寸世荣 | -']],
  ['names without surname', '由区长巴图任组长，副乡长依波拉任副组长，班子成员依力哈木任副班长。', ['- | 组长 | 巴图 | 区长', '- | 副组长 | 依波拉 | 副乡长', '- | 副班长 | 依力哈木 | 班子成员']],
  ['long names of other tongues', '成立政务公开专班，乡党委书记乌云其木格任总召集人，乡长买买提·艾力任召集人。', ['政务公开专班 | 总召集人 | 乌云其木格 | 乡党委书记', '政务公开专班 | 召集人 | 买买提·艾力 | 乡长']],
  ['a group within a group', '专班下设联络组，组长由党政办主任宋佳兼任。', ['联络组 | 组长 | 宋佳 | 党政办主任']],
  ['as many posts as people', '由书记李强、乡长王伟分别任组长、副组长。', ['- | 组长 | 李强 | 书记', '- | 副组长 | 王伟 | 乡长']],
  ['two heads', '由书记李强、乡长王伟任双组长。', ['- | 双组长 | 李强 | 书记', '- | 双组长 | 王伟 | 乡长']],
  ['held besides', '保密审查员：局保密办主任兼任。', ['- | 保密审查员 | - | 局保密办主任']],
  ['a line of labels', '单位负责人：李强　审核人：王敏　填报人：普艳　联系电话：0871-1234567', ['- | 单位负责人 | 李强 | -', '- | 审核人 | 王敏 | -', '- | 填报人 | 普艳 | -']],
  ['the place of an office is not the office', '领导小组办公室设在局办公室，主任由李强担任。', ['领导小组办公室 | 主任 | 李强 | -']],
  ['a title that is a post elsewhere', '第一责任人是主要领导，直接责任人为单位负责人。分管领导：副局长李强。', ['- | 第一责任人 | - | 主要领导', '- | 直接责任人 | - | 单位负责人', '- | 分管领导 | 李强 | 副局长']],
  ['一职', '服务中心主任一职由乡分管领导兼任。', ['服务中心 | 主任 | - | 乡分管领导']],
];

const SILENT: readonly (readonly [why: string, text: string])[] = [
  ['a meeting', '会议由乡长李强主持，副乡长王伟主持召开了推进会。'],
  ['counted work', '由县政府办公室承办43件，乡镇承办25件。'],
  ['planned', '下一步，由办公室主任李强负责网站更新。'],
  ['no longer', '主任李强不再负责网站维护。'],
  ['relative clause', '副镇长王伟负责的村已全部上墙。'],
  ['guests', '邀请县政府办主任陈刚负责讲解。'],
  ['由于 is no 由', '由于专人负责公开工作人员较少，公开不够及时。'],
  ['no person', '由第三方担任评估组组长；联系人：暂缺；成员：财政、公安、海关、民政。'],
  ['manner is no name', '副书记一肩挑任组长，由分管领导牵头推进任组长。'],
  ['who does which stays open', '李强、王敏分别负责网站和公众号。'],
  ['departments alone', '各科室配合抓，办公室牵头抓好落实。'],
  ['three people for two posts', '由张明、王伟、赵六任组长、副组长。'],
];

describe('tasks', () => test.each(TASKS)('%s', (_, text, roles) => expect(told(text)).toEqual(roles)));
describe('posts', () => test.each(POSTS)('%s', (_, text, roles) => expect(told(text)).toEqual(roles)));
describe('silence', () => test.each(SILENT)('%s', (_, text) => expect(told(text)).toEqual([])));
