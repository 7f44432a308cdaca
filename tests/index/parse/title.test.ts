import { describe, expect, it } from 'vitest';
import { readOrganisation } from '../../../index/parse/organisation.js';
import { codesOf, parse } from './outline-of.js';

const body = '\n\n一、总体情况\n\n公开3件。\n\n二、其他事项\n\n无。';

describe('title, issuer, year', () => {
  it.each<[string, string | null, number | null]>([
    ['沧源佤族自治县勐来乡人民政府 2020 年 政府信息公开工作年度报告', '勐来乡', 2020],
    ['2021年青石镇人民政府政府信息公开工作年度报告', '青石镇', 2021],
    ['青石镇2019年度政府信息公开年度报告', '青石镇', 2019],
    ['青石镇人民政府关于2018年度政府信息公开工作的年度报告', '青石镇', 2018],
    ['云岭县2017年信息公开年报', '云岭县', 2017],
    ['青石镇2022年政府信息与政务公开工作总结', '青石镇', 2022],
    ['云岭县教育局二〇二〇年政府信息公开工作年度报告', '云岭县教育局', 2020],
    ['云岭县教育局二0二0年政府信息公开工作年度报告', '云岭县教育局', 2020],
    ['青石镇人民政府信息公开工作年度报告（2021年度）', '青石镇', 2021],
    ['# 青石镇２０２１年政府信息公开工作年度报告', '青石镇', 2021],
    ['**青石镇2021年政府信息公开工作年度报告**', '青石镇', 2021],
    ['青石镇人民政府\n2021年政府信息公开\n工作年度报告', '青石镇', 2021],
    ['青石镇人民政府政府信息公开工作年度报告\n（2021年）', '青石镇', 2021],
    ['标题：青石镇2021年政府信息公开工作年度报告', '青石镇', 2021],
    ['首页\n发布时间：2022-01-20\n青石镇2021年政府信息公开工作年度报告', '青石镇', 2021],
  ])('%s', (title, name, year) => {
    const document = parse(title + body);
    expect([document.issuer?.name, document.year]).toEqual([name, year]);
    expect(document.title).not.toBeNull();
    expect(codesOf(title + body)).toEqual([]);
  });

  it.each<[string, string, string | null, number | null, string[]]>([
    ['year from the period', `青石镇政府信息公开工作年度报告\n统计期限为2020年1月1日至2020年12月31日。${body}`, '青石镇', 2020, []],
    ['issuer from the signature', `2020年政府信息公开工作年度报告${body}\n\n青石镇人民政府\n2021年1月5日`, '青石镇', 2020, []],
    ['year and issuer from the introduction', `本报告由青石镇人民政府编制，反映2020年政府信息公开工作情况。${body}`, '青石镇', 2020, ['no-title']],
    ['a conflict', `青石镇2021年政府信息公开工作年度报告\n统计期限为2020年1月1日至12月31日。${body}`, '青石镇', null, ['year-conflict']],
    ['nothing', '好。', null, null, ['no-title', 'no-year', 'no-organisation', 'no-sections']],
    ['a mistyped year', `青石镇202020年政府信息公开工作年度报告${body}`, '青石镇', 2020, ['year-damaged']],
  ])('%s', (_name, text, name, year, codes) => {
    const document = parse(text);
    expect([document.issuer?.name ?? null, document.year]).toEqual([name, year]);
    expect(codesOf(text)).toEqual(codes);
  });

  it.each<[string, string, boolean]>([
    ['another organisation', '柳河乡2021年政府信息公开工作年度报告', true],
    ['another year', '青石镇2022年政府信息公开工作年度报告', true],
    ['the same', '青石镇2021年政府信息公开工作年度报告', false],
    ['the same with its county', '云岭县青石镇人民政府2021年政府信息公开年报', false],
  ])('a second title: %s', (_name, second, two) => {
    const text = `青石镇2021年政府信息公开工作年度报告${body}\n\n${second}${body}`;
    expect(codesOf(text).includes('two-reports')).toBe(two);
  });
});

describe('readOrganisation', () => {
  it.each<[string, string, string[], string]>([
    ['沧源佤族自治县勐来乡人民政府', '勐来乡', ['沧源佤族自治县', '勐来乡'], 'township'],
    ['云南省临沧市沧源佤族自治县勐来乡人民政府', '勐来乡', ['云南省', '临沧市', '沧源佤族自治县', '勐来乡'], 'township'],
    ['云岭县市场监督管理局', '云岭县市场监督管理局', ['云岭县', '市场监督管理局'], 'department'],
    ['云岭县住房和城乡建设局', '云岭县住房和城乡建设局', ['云岭县', '住房和城乡建设局'], 'department'],
    ['云岭县乡村振兴局', '云岭县乡村振兴局', ['云岭县', '乡村振兴局'], 'department'],
    ['云岭县人民政府办公室', '云岭县人民政府办公室', ['云岭县', '人民政府办公室'], 'department'],
    ['云岭县人民政府', '云岭县', ['云岭县'], 'county'],
    ['沅州市鼓台区槐荫街道办事处', '槐荫街道', ['沅州市', '鼓台区', '槐荫街道'], 'township'],
    ['鼓台区人民政府槐荫街道办事处', '槐荫街道', ['鼓台区', '槐荫街道'], 'township'],
    ['乐山市市中区人民政府', '市中区', ['乐山市', '市中区'], 'county'],
    ['广西壮族自治区南宁市人民政府', '南宁市', ['广西壮族自治区', '南宁市'], 'city'],
    ['东乡族自治县人民政府', '东乡族自治县', ['东乡族自治县'], 'county'],
    ['张家港市凤凰镇人民政府', '凤凰镇', ['张家港市', '凤凰镇'], 'township'],
    ['海城镇人民政府', '海城镇', ['海城镇'], 'township'],
    ['大理白族自治州人民政府', '大理白族自治州', ['大理白族自治州'], 'city'],
    ['市场监督管理局', '市场监督管理局', ['市场监督管理局'], 'department'],
    ['云南省农业农村厅', '云南省农业农村厅', ['云南省', '农业农村厅'], 'department'],
    ['临沧市政务服务管理局', '临沧市政务服务管理局', ['临沧市', '政务服务管理局'], 'department'],
    ['城区街道办事处', '城区街道', ['城区街道'], 'township'],
    ['城关镇', '城关镇', ['城关镇'], 'township'],
    ['某某', '某某', ['某某'], 'unknown'],
  ])('%s', (fullName, name, path, level) => expect(readOrganisation(fullName)).toEqual({ name, fullName, path, level }));
});
