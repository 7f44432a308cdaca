import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SourceId } from '../../../../index/document/source-text.js';
import { rolesIn } from '../../../../index/figures/people/mod.js';
import { parseDocument } from '../../../../index/parse/document.js';

const folder = '../shared/seeds';

describe.skipIf(!existsSync(folder))('the seed report (skipped when ../shared is absent)', () => {
  test('names every role and joins nobody wrongly', () => {
    const name = readdirSync(folder).find((file) => file.endsWith('.txt'))!;
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    const roles = rolesIn(parseDocument({ id: 'seed' as SourceId, origin: name, text, reader: 'test' }));
    expect(roles.map((role) => [role.body, role.post, role.holder, role.holderPost])).toEqual([
      ['政府信息公开工作领导小组', '组长', '李金锋', '乡长'],
      ['政府信息公开工作领导小组', '副组长', '赵勇', '乡党委副书记'],
      ['政府信息公开工作领导小组', '成员', null, '综合办、综治办、民政办等负责人'],
      ['政府信息公开管理工作', '第一责任人', null, '主要领导'],
      ['政府信息公开管理工作', '具体负责', null, '分管领导'],
      ['为民服务中心', '主任', null, '乡分管领导'],
      [null, '亲自抓', null, '主要领导'],
      [null, '直接抓', null, '分管领导'],
    ]);
  });
});
