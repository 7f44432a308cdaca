import { describe, expect, it } from 'vitest';
import { parse } from './outline-of.js';
import type { Section } from '../../../index/document/tree.js';

// A page whose whole text stood in one cell of a table: 4 headings, 3 numbered items, all on one line.
const PAGE = '舟北县八里乡2021年政府信息公开工作年度报告 |\n||||||||||\n按照县政府统一部署，我乡扎实推进政府信息公开，健全工作机制，落实专人负责，现将2021年工作情况汇报如下: 一、总体情况 1、主动公开政府信息的情况:40条,涉及财政、安全等。 2、依申请公开政府信息的数量:无。 (一)主动公开情况。 截至12月底，公开85条。 二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n';

function* headings({ title, children }: Section): Generator<string> {
  if (title !== '') yield title;
  for (const child of children) if (child.kind === 'section') yield* headings(child);
}

describe('a page that is one line', () => {
  it('is parted at its headings and items', () => {
    const { sections, issuer } = parse(PAGE);
    expect(issuer?.name).toBe('八里乡');
    expect(sections.flatMap((section) => [...headings(section)])).toEqual(['总体情况', '主动公开情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况']);
  });

  it.each([
    ['槐川县云岭镇人民政府2016年政府信息公开年度报告 信息来源：云岭镇 发布日期：2017-02-20 点击数： 次 按照条例和县上的安排，现报告如下。', '云岭镇', ['槐川县', '云岭镇'], 2016],
    ['槐川县 畜牧局 2019年 政府信息公开工作年度报告 按照条例的要求，现将本局2019年度信息公开工作的情况向社会报告如下，欢迎监督。', '槐川县畜牧局', ['槐川县', '畜牧局'], 2019],
  ])('has its title at its very beginning: %s', (opening, name, path, year) => {
    const text = `${opening} 一、主动公开情况 全年公开85条，其中网站40条，公开栏45条，按季更换，村组都看得到。 二、依申请公开情况 没有收到申请。 三、存在的问题和打算 更换不及时，明年按月更换。`;
    const { title, issuer, year: read, sections } = parse(text);
    expect([issuer?.name, issuer?.path, read]).toEqual([name, path, year]);
    expect(title?.text.endsWith('年度报告')).toBe(true);
    expect(sections.flatMap((section) => [...headings(section)])).toEqual(['主动公开情况', '依申请公开情况', '存在的问题和打算']);
  });

  it.each([
    ['砚池乡人民政府2021年政府信息公开年报 现把本乡全年的情况报告如下，统计到12月31日为止。 2021年共公开信息241条，其中公示栏139条、大喇叭播出102次。收到申请3件，都按期答复。 公开工作由副乡长管，另有兼职人员7名，每村一名。 不足之处是更新慢，下一年逐村检查，逐月通报，做到有人管、有人查、有人看。', '砚池乡', 2021, '砚池乡人民政府2021年政府信息公开年报'],
    ['临河县水务局 2018年 政府信息公开工作年度报告 全年主动公开各类信息512条，其中网站300条、公众号212条，按月更新，供群众查阅。收到申请9件，全部在法定期限内答复，没有收费，没有复议和诉讼。存在的问题是解读材料偏少，工作人员常有变动，今后要多办培训，把好审核关，让看得懂的材料多起来。', '临河县水务局', 2018, '临河县水务局 2018年 政府信息公开工作年度报告'],
  ])('has its title at its very beginning where no heading follows: %s', (text, name, year, title) => {
    const parsed = parse(text);
    expect([parsed.issuer?.name, parsed.year, parsed.title?.text]).toEqual([name, year, title]);
  });

  it.each([
    ['2021年政府信息公开年报 现把本乡全年的情况报告如下，统计到12月31日为止。'],
    ['砚池乡人民政府2021年政府信息公开年报，现把全年的情况报告如下，统计到12月31日为止。'],
  ])('has no title parted off that does not name its report or runs straight on: %s', (opening) => {
    const text = `${opening} 2021年共公开信息241条，其中公示栏139条、大喇叭播出102次。收到申请3件，都按期答复，没有人申请复议，也没有人起诉。公开工作另有兼职人员7名，每村一名，逐村检查，逐月通报，做到有人管、有人查、有人看、有人问。`;
    expect(parse(text).title?.text.includes('年报 ') ?? false).toBe(false);
    expect(parse(text).title).toBeNull();
  });

  it.each([
    '会议通报了一、二季度情况，要求各村三、四季度把主动公开政府信息情况逐项对照检查，把收到和处理的申请逐件登记，把存在的问题逐条整改，把政府信息公开工作落到实处，确保全年公开工作取得新成效，进一步提高群众满意度和知晓率，让政策家喻户晓。',
  ])('is told from a sentence that counts: %s', (text) => {
    expect(parse(`青石镇2021年政府信息公开工作年度报告\n一、总体情况\n${text}\n二、主动公开政府信息情况\n无。`).sections.flatMap((section) => [...headings(section)])).toEqual(['总体情况', '主动公开政府信息情况']);
  });
});
