import { describe, expect, it } from 'vitest';
import { codesOf, parse } from './outline-of.js';

const period = '报告所列数据的统计期限自2021年1月1日至2021年12月31日止。';
const rest = (self: string): string => `\n一、总体情况\n2021年，${self}扎实推进公开工作，全年公开信息30条。\n二、主动公开政府信息情况\n无。\n三、收到和处理政府信息公开申请情况\n${self}未收到申请。`;

describe('whose report it is where the page lost its title', () => {
  it.each<[string, string, string | null, string[]]>([
    ['现公布…年度报告', `根据《条例》要求，现公布云岭县市场监督管理局2021年政府信息公开工作年度报告。${period}${rest('我局')}`, '云岭县市场监督管理局', []],
    ['half-width marks and a number of a document', `根据《条例》(国务院令第711号)和《通知》(云公开办函〔2021〕3号)要求,特向社会公布云岭县医疗保障局2021年度政府信息公开工作年度报告。${period}${rest('我局')}`, '云岭县医疗保障局', []],
    ['its name in quotation marks', `我镇按照规定编制了《白沙镇2021年政府信息公开工作年度报告》。${period}${rest('我镇')}`, '白沙镇', []],
    ['an office compiled it', `本年度报告由栖川市望江区人民政府柳荫街道党政办公室综合科编制。${period}${rest('本街道')}`, '栖川市望江区柳荫街道', []],
    ['the office to turn to', `${period}如对本报告有疑问,请与栖川市望江区南塘镇政府综合督考办公室联系(地址:南塘路26号)。${rest('我镇')}`, '南塘镇', ['organisation-from-text']],
    ['请联系：', `${period}如有疑问，请联系：望江区教育局办公室（电话：略）。${rest('我局')}`, '望江区教育局', ['organisation-from-text']],
    ['who is said to work', `${period}\n一、总体情况\n2021年度，发溪镇认真贯彻《条例》，公开信息30条。\n二、主动公开政府信息情况\n无。\n三、收到和处理政府信息公开申请情况\n无。`, '发溪镇', ['organisation-from-text']],
    ["a page's own line, which is no part of the text below it", `信息来源:南塘镇人民政府\n${period}${rest('我镇')}`, '南塘镇', ['organisation-from-text']],
    ['a page put there by the county', `来源:云岭县人民政府\n${period}${rest('我镇')}`, null, ['no-organisation']],
    ['the county answers the telephone, a bureau wrote it', `${period}如有疑问，请与云岭县人民政府办公室联系。${rest('我局')}`, null, ['no-organisation']],
    ['我镇 is nobody', `${period}${rest('我镇')}`, null, ['no-organisation']],
    ['a notice that the report goes by', `根据《云岭县人民政府办公室关于编制2021年政府信息公开工作年度报告的通知》编制。${period}${rest('我局')}`, null, ['no-organisation']],
    ['a form that the report goes by', `依据《中华人民共和国政府信息公开工作年度报告》格式编制。${period}${rest('我局')}`, null, ['no-organisation']],
  ])('%s', (_name, text, organisation, codes) => {
    const { issuer } = parse(text);
    expect(issuer?.path.join('') ?? null).toEqual(organisation === null ? null : expect.stringMatching(new RegExp(`${organisation}$`)));
    expect(codesOf(text).filter((code) => code.includes('organisation'))).toEqual(codes);
  });
});

describe('a title among what a page prints above it', () => {
  it.each<[string, string, string]>([
    ['lines of metadata with dates', '索引号 bgs01/2022-00011 发文字号\n成文日期 2022-01-18 发布日期 2022-01-18\n标   题 云岭县教育局2021年度政府信息公开工作年度报告\n发布机构 县教育局 公文时效 有效\n云岭县教育局2021年度政府信息公开工作年度报告\n', '云岭县教育局'],
    ['a table of metadata', '索 引 号: | 2022-00001 | 生成日期: | 2022-01-05 |\n文 号: | 关键字: | 信息,公开 | |\n所属机构: | 望江区 | 发布机构: |\n望江区柳荫街道2021年政府信息公开工作年度报告 | |||||\n信息来源:柳荫街道办事处\n浏览次数:\n|\n|||||\n', '柳荫街道'],
    ['a table of metadata that alone names it', '标题: | 望江区水利局2021年政府信息公开工作年度报告 | ||\n---|---|---|---|\n索引号: | 11370302/2022-0001 | 文号: | 无 |\n发文日期: | 2022-01-18 10:27 | 发布机构: | 区水利局 |\n', '水利局'],
  ])('%s', (_name, head, organisation) => {
    const document = parse(`${head}${rest('我单位')}`);
    expect([document.issuer?.name.endsWith(organisation), document.year]).toEqual([true, 2021]);
    expect(codesOf(`${head}${rest('我单位')}`)).not.toContain('year-conflict');
  });

  it('parts no table where a page repeats it as its head', () => {
    const title = '青石镇2021年政府信息公开工作年度报告';
    const document = parse(`${title}\n\n一、总体情况\n\n好。\n\n二、主动公开政府信息情况\n\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n${title}\n行政规范性文件\t1\t0\t2\n`);
    expect(document.sections.flatMap(({ children }) => children).filter(({ kind }) => kind === 'table')).toHaveLength(1);
  });
});
