import { describe, expect, test } from 'vitest';
import { rolesIn } from '../../../../index/figures/people/mod.js';
import { documentOf } from './document-of.js';

/** `body | post | holder | holderPost`, `-` for null. */
function told(text: string): string[] {
  return rolesIn(documentOf(text)).map((role) => [role.body, role.post, role.holder, role.holderPost].map((words) => words ?? '-').join(' | '));
}

/** Reports that name nobody say by which office something is done. */
const UNNAMED: readonly (readonly [why: string, text: string, roles: readonly string[]])[] = [
  ['a mechanism', '我站形成了主要领导负总责、分管领导具体负责的工作机制。', ['- | 负总责 | - | 主要领导', '- | 具体负责 | - | 分管领导']],
  ['a mechanism in quotes', '全所建立了“主要领导亲自抓、分管领导具体抓”的工作格局。', ['- | 亲自抓 | - | 主要领导', '- | 具体抓 | - | 分管领导']],
  ['departments in a row', '建立了镇长亲自抓、党政办牵头抓、各部门配合抓的格局。', ['- | 亲自抓 | - | 镇长', '- | 牵头抓 | - | 党政办', '- | 配合抓 | - | 各部门']],
  ['who sees it through', '副场长具体抓落实。', ['- | 具体抓落实 | - | 副场长']],
  ['a mechanism with 专人', '实行了场长总抓、副场长直接抓、综合股专人负责的工作机制。', ['- | 总抓 | - | 场长', '- | 直接抓 | - | 副场长', '- | 负责 | - | 综合股专人']],
  ['分管 with nothing behind it', '由副乡长分管，负责督促各站所。', ['- | 分管 | - | 副乡长']],
  ['the same person behind a comma', '场长欧阳屏任组长，对公开工作负总责。', ['- | 组长 | 欧阳屏 | 场长', '公开工作 | 负总责 | 欧阳屏 | 场长']],
  ['签发 behind 经', '凡对外的稿件，经主要领导审核签发。', ['- | 审核签发 | - | 主要领导']],
  ['a founding verb before the office', '渔港街道成立街道办主任担任组长、书记担任副组长的领导小组。', ['领导小组 | 组长 | - | 街道办主任', '领导小组 | 副组长 | - | 书记']],
  ['by how many', '配备2名专职人员负责网站维护。', ['- | 网站维护 | - | 2名专职人员']],
  ['where a body sits', '我场工作机构设在综合股，负责日常调度。', ['- | 日常调度 | - | 综合股']],
  ['where an office founded sits', '小组下设办公室在场部办，负责公开的日常工作。', ['- | 公开的日常工作 | - | 场部办']],
  ['a hall has a director', '便民大厅主任由副镇长许知远兼任。', ['便民大厅 | 主任 | 许知远 | 副镇长']],
  ['a hall behind who holds it', '由镇分管领导兼任办事大厅主任，统筹工作。', ['办事大厅 | 主任 | - | 镇分管领导']],
  ['负责同志', '镇主要负责同志任组长，分管负责同志任副组长。', ['- | 组长 | - | 镇主要负责同志', '- | 副组长 | - | 分管负责同志']],
];

describe('offices that stand for people', () => {
  test.each(UNNAMED)('%s', (_, text, roles) => expect(told(text)).toEqual(roles));
  test.each(['谁主管、谁负责，谁公开、谁负责。', '今后要形成“场长负总责、副场长具体负责”的格局。', '下一步形成“主要领导亲自抓、分管领导具体抓”的格局。', '街道要求主要领导亲自抓。'])('%s says of nobody', (text) => expect(told(text)).toEqual([]));
});

/** Lists of who is responsible for what, a name before a colon. */
const STAFF: readonly (readonly [why: string, text: string, roles: readonly string[]])[] = [
  ['offices, then the duty', '欧阳屏：场长、支部书记，负责全场工作。', ['- | 场长 | 欧阳屏 | -', '- | 支部书记 | 欧阳屏 | -', '- | 全场工作 | 欧阳屏 | 场长、支部书记']],
  ['a second sentence goes on', '魏三江：副场长，负责苗木、防火。分管综合股。', ['- | 副场长 | 魏三江 | -', '- | 苗木、防火 | 魏三江 | 副场长', '- | 分管综合股 | 魏三江 | 副场长']],
  ['the duty on the next line', '石玉：副书记兼工会主席。\n具体分管：林政、信访。', ['- | 副书记 | 石玉 | -', '- | 工会主席 | 石玉 | -', '- | 分管：林政、信访 | 石玉 | 副书记兼工会主席']],
];

describe('a name before a colon', () => {
  test.each(STAFF)('%s', (_, text, roles) => expect(told(text)).toEqual(roles));
  test.each(['时间：上午、下午。', '联系人：办公室。', '方便：主任说。'])('%s names nobody', (text) => expect(told(text).filter((role) => !role.includes('联系人'))).toEqual([]));
});
