import { describe, expect, it } from 'vitest';
import { meaningsOf, organisationKey, reportId } from '../../../index/store/naming.js';

describe('organisation keys and report ids', () => {
  it.each([
    [['沧源佤族自治县', '勐来乡'], '勐来乡', '沧源佤族自治县勐来乡'],
    [['甲县人民政府'], '甲县人民政府', '甲县'],
    [[], '年报 扫描@2', '年报_扫描_2'],
    [[], ' ', '_'],
  ])('%j → %s', (path, name, key) => {
    expect(organisationKey({ path, name })).toBe(key);
  });

  it('gives an id to a report without a year', () => {
    expect(reportId('甲县', 2020, 'ab12cd34ef')).toBe('甲县-2020');
    expect(reportId('甲县', null, 'ab12cd34ef')).toBe('甲县-unknown-ab12cd34');
  });
});

describe('who is meant', () => {
  const stated = (path: string, assumed = false): { key: string; path: string[]; assumed: boolean } => ({ key: path.replaceAll('/', ''), path: path.split('/'), assumed });
  const meanings = (...group: ReturnType<typeof stated>[]): Record<string, string> => Object.fromEntries([...meaningsOf(group)].map(([key, { key: meant, how }]) => [key, how === 'itself' ? '=' : `${how} ${meant}`]));

  it.each([
    ['alone', [stated('丙乡')], { 丙乡: '=' }],
    ['one fuller', [stated('丙乡'), stated('甲县/丙乡')], { 丙乡: 'joined 甲县丙乡', 甲县丙乡: '=' }],
    ['two places', [stated('丙乡'), stated('甲县/丙乡'), stated('乙县/丙乡')], { 丙乡: 'ambiguous 丙乡', 甲县丙乡: '=', 乙县丙乡: '=' }],
    ['a chain', [stated('丙乡'), stated('甲县/丙乡'), stated('某市/甲县/丙乡')], { 丙乡: 'joined 某市甲县丙乡', 甲县丙乡: 'joined 某市甲县丙乡', 某市甲县丙乡: '=' }],
    ['one county in two cities', [stated('甲县/丙乡'), stated('某市/甲县/丙乡'), stated('他市/甲县/丙乡')], { 甲县丙乡: 'ambiguous 甲县丙乡', 某市甲县丙乡: '=', 他市甲县丙乡: '=' }],
    ['a place left out between', [stated('某省/丙市/丁镇'), stated('某省/乙市/丙市/丁镇')], { 某省丙市丁镇: 'joined 某省乙市丙市丁镇', 某省乙市丙市丁镇: '=' }],
    ['a county by its short name', [stated('沧源县/勐来乡'), stated('沧源佤族自治县/勐来乡')], { 沧源县勐来乡: 'joined 沧源佤族自治县勐来乡', 沧源佤族自治县勐来乡: '=' }],
    ['a county whose name only begins alike', [stated('江县/丁镇'), stated('江华瑶族自治县/丁镇')], { 江县丁镇: '=', 江华瑶族自治县丁镇: '=' }],
    ['two counties, one short name', [stated('张家港市/凤凰镇'), stated('柞水县/凤凰镇'), stated('凤凰镇')], { 张家港市凤凰镇: '=', 柞水县凤凰镇: '=', 凤凰镇: 'ambiguous 凤凰镇' }],
    ['a file name', [stated('丙乡', true), stated('甲县/丙乡')], { 丙乡: '=', 甲县丙乡: '=' }],
  ])('%s, in any order', (_name, group, expected) => {
    expect(meanings(...group)).toEqual(expected);
    expect(meanings(...[...group].reverse())).toEqual(expected);
  });
});
