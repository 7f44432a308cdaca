import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../index/data.js';
import { outlineOf } from './outline-of.js';

const under = (body: string): string[] => outlineOf(`一、总体情况\n\n${body}`).slice(1).map((line) => line.slice(2));

describe('what a page break cut is read as one', () => {
  it.each<[string, string, string[]]>([
    ['inside a bracket', '办理1988件（受理办件数\n\n941件，咨询件数1047件），群众好评。', ['· 办理1988件（受理办件数941件，咨询件数1047件），群众好评。']],
    ['inside a phrase', '四是发挥驻村力量，加强政策\n\n宣传解读。充分发挥力量。', ['· 四是发挥驻村力量，加强政策宣传解读。', '  充分发挥力量。']],
    ['with a page mark', '联系地址：沙溪镇文\n\n— 1 —\n\n化路 66 号。', ['· 联系地址：沙溪镇文化路 66 号。']],
    ['with a form feed', '全年公开信息\f120条。', ['· 全年公开信息120条。']],
    ['in a number', '全年公开信息1\n\n- 2 -\n\n200条，增长较快。', ['· 全年公开信息1200条，增长较快。']],
    ['after a comma', '受理申请3件，\n\n办结2件。', ['· 受理申请3件，办结2件。']],
    ['before a stop', '全年受理申请3件\n\n。', ['· 全年受理申请3件。']],
    ['with bold marks on both sides', '一是**加强领导**，推进**工\n\n作落实**。好。', ['· 一是加强领导，推进工作落实。', '  好。']],
    ['in a quotation with a stop inside', '会议提出“全面公开。\n\n及时公开”的要求。', ['· 会议提出“全面公开。及时公开”的要求。']],
    ['in an article number', '依据《条例》第二十条第\n\n（一）项规定，公开3件。', ['· 依据《条例》第二十条第（一）项规定，公开3件。']],
    ['by a line width', '本报告共分六个部\n分，电子版可以下\n载。', ['· 本报告共分六个部分，电子版可以下载。']],
    ['with page numbers that count', '全年公开信息，内容涉及民生保障、社会服务等\n\n1\n\n各个方面的信息共120条，群众反映十分良好。\n\n第二段说的是别的事情，内容也很长很长很长，一直到\n\n2\n\n这一页上面才结束，之后就没有了。', ['· 全年公开信息，内容涉及民生保障、社会服务等各个方面的信息共120条，群众反映十分良好。', '· 第二段说的是别的事情，内容也很长很长很长，一直到这一页上面才结束，之后就没有了。']],
  ])('%s', (_name, body, lines) => expect(under(body)).toEqual(lines));
});

describe('what belongs apart stays apart', () => {
  it.each<[string, string, string[]]>([
    ['paragraphs', '公开3件。\n\n受理2件。', ['· 公开3件。', '· 受理2件。']],
    ['list items', '一是公开不够\n二是解读不够', ['· 一是公开不够', '· 二是解读不够']],
    ['items with semicolons', '1.公开不够；\n2.解读不够。', ['· 1.公开不够；', '· 2.解读不够。']],
    ['numbers that may be cells', '规章共400\n12', ['· 规章共400', '· 12']],
    ['a lead-in with colon', '主要做法：\n建立制度。', ['· 主要做法：', '· 建立制度。']],
    ['signature and date', '无。\n\n青石镇人民政府\n2021年1月20日', ['· 无。', '· 青石镇人民政府', '· 2021年1月20日']],
    ['indented paragraphs', '　　公开不够及时，需要加强\n　　解读不够，需要改进。', ['· 公开不够及时，需要加强', '· 解读不够，需要改进。']],
    ['clauses parted by ；', '公开3件；受理2件；办结1件。', ['· 公开3件；受理2件；办结1件。']],
    ['a bracket that never closes', `公开（含转发3件。${'受理很多申请，'.repeat(40)}结束。完。`, [`· 公开（含转发3件。`, `  ${'受理很多申请，'.repeat(40)}结束。`, '  完。']],
    ['a sentence in quotes', '群众说：“很好。”大家满意！是吗？', ['· 群众说：“很好。”', '  大家满意！', '  是吗？']],
    ['a whole sentence in brackets', '公开3件。（含转发1件。）受理2件。', ['· 公开3件。', '  （含转发1件。）', '  受理2件。']],
  ])('%s', (_name, body, lines) => expect(under(body)).toEqual(lines));
});

const practice = join(projectRoot, '../shared/eval/prose-practice.jsonl');
describe.skipIf(!existsSync(practice))('practice paragraphs (skipped without ../shared)', () => {
  const texts = existsSync(practice) ? readFileSync(practice, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { id: string; text: string }) : [];
  it.each(texts.filter(({ text }) => text.includes('\n')))('$id', ({ id, text }) => {
    const lines = under(text).join('\n');
    if (id === 'g058') expect(lines).toContain('申请办理1 920 件');
    if (id === 'g061') expect(lines).toContain('沙溪镇文化路 66 号');
    if (id === 'g064') expect(lines).toMatch(/公开内容质量不高；[\s\S]*第二十条逐项查漏/);
  });
});
