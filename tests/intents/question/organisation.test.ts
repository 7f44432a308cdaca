import { describe, expect, it } from 'vitest';
import { fold, loadSegmenter, type Organisation, type ReportCard } from '../../../index/mod.js';
import { OrganisationNames } from '../../../intents/question/organisation.js';
import { namesOf, stemOf } from '../../../intents/question/organisation-names.js';
import type { Cut } from '../../../intents/question/terms.js';

const cut: Cut = (text) => loadSegmenter().segment(text);

function card(path: readonly string[], fullName: string, name: string, level: Organisation['level'], year = 2020): ReportCard {
  const org: Organisation = { name, fullName, path, level };
  const key = path.join('');
  return { report: `${key}-${year}` as ReportCard['report'], version: 1, org, orgKey: key, year, forms: [], title: '', source: '', figures: 0, ingestedAt: '', withdrawn: null, current: true, edition: 1 };
}

const menglai = card(['沧源佤族自治县', '勐来乡'], '沧源佤族自治县勐来乡人民政府', '勐来乡', 'township');
const qingshi = card(['云岭县', '青石镇'], '云岭县青石镇人民政府', '青石镇', 'township');
const market = card(['云岭县', '云岭县市场监督管理局'], '云岭县市场监督管理局', '云岭县市场监督管理局', 'department');
const liuheHere = card(['云岭县', '柳河乡'], '云岭县柳河乡人民政府', '柳河乡', 'township');
const liuheThere = card(['苍河县', '柳河乡'], '苍河县柳河乡人民政府', '柳河乡', 'township');
const names = new OrganisationNames([menglai, qingshi, market, liuheHere, liuheThere], cut);
const find = (text: string): ReturnType<OrganisationNames['find']> => names.find(fold(text).text.toLowerCase());
const keys = (text: string): (readonly string[])[] => find(text).map((mention) => mention.keys);

describe('an office of a township', () => {
  it.each([
    ['勐来乡党政办2020年办了多少件', '勐来乡党政办'],
    ['勐来乡人民政府办公室2020年办了多少件', '勐来乡人民政府办公室'],
    ['勐来乡党政办负责人是谁', '勐来乡'],
    ['云岭县政府办公室2020年办了多少件', '云岭县'],
  ])('%s names %s', (question, text) => expect(find(question)[0]?.text).toMatch(new RegExp(`^${text}(?:政府)?$`)));
});

describe('OrganisationNames.find', () => {
  it.each<[string, ReportCard]>([
    ['沧源佤族自治县勐来乡人民政府办了多少件', menglai],
    ['勐来乡人民政府办了多少件', menglai],
    ['勐来乡政府办了多少件', menglai],
    ['勐来乡办了多少件', menglai],
    ['勐来办了多少件', menglai],
    ['沧源勐来办了多少件', menglai],
    ['沧源勐来乡办了多少件', menglai],
    ['沧源县勐来乡政府办了多少件', menglai],
    ['勐来乡党政办2020年办了多少件', menglai],
    ['勐来乡政府办公室的年报写了什么', menglai],
    ['请问勐来乡2020年有几个行政村', menglai],
    ['How many items did Menglai Township handle?', menglai],
    ['How many items did Menglai handle?', menglai],
    ['How many items did Meng Lai Xiang handle?', menglai],
    ['menglai办了多少件', menglai],
    ['青石镇收到多少申请', qingshi],
    ['青石收到多少申请', qingshi],
    ['云岭县青石镇收到多少申请', qingshi],
    ['云岭县市场监督管理局处罚了多少', market],
    ['市场监管局处罚了多少', market],
    ['市监局处罚了多少', market],
    ['云岭县市监局罚了几家', market],
    ['How many penalties did the market supervision bureau decide?', market],
    ['How many penalties did the Bureau of Market Regulation decide?', market],
    ['How many penalties did the Market Regulation Bureau of Yunling County decide?', market],
    ['Market Regulation Bureau, Yunling County: penalties', market],
    ['How many requests did Qingshi Town Government receive?', qingshi],
  ])('%s', (text, held) => {
    expect(keys(text)).toEqual([[held.orgKey]]);
    expect(find(text).every(({ guessed }) => !guessed)).toBe(true);
  });

  it.each(['孟来2020行政处罚处理决定数', '猛来办了多少件', '孟来乡办了多少件'])('%s is taken by its sound, and says so', (text) => {
    expect(find(text).map(({ keys: held, guessed }) => [held, guessed])).toEqual([[[menglai.orgKey], true]]);
  });

  it('a shared short name means both, its county one', () => {
    expect(keys('柳河乡办了多少件').map((held) => held.toSorted())).toEqual([[liuheHere.orgKey, liuheThere.orgKey].toSorted()]);
    expect(keys('云岭柳河乡办了多少件')).toEqual([[liuheHere.orgKey]]);
    expect(keys('苍河县柳河乡办了多少件')).toEqual([[liuheThere.orgKey]]);
  });

  it.each(['主动公开办了多少件', '依申请公开办理多少件', '县政务公开办主任是哪个', '公开办得怎么样'])('%s names no office', (text) => {
    expect(keys(text)).toEqual([]);
  });

  it('the office that keeps the reports is called by what it does', () => {
    const office = new OrganisationNames([{ ...market, orgKey: 'office', org: { ...market.org, name: '云岭县人民政府办公室', fullName: '云岭县人民政府办公室', path: ['云岭县', '云岭县人民政府办公室'] } }], cut);
    for (const text of ['公开办2021年新收申请多少', '政务公开办去年收到多少申请', '政府办2021年收到多少申请']) expect(office.find(text).map((mention) => mention.keys), text).toEqual([['office']]);
    expect(keys('公开办2021年新收申请多少')).toEqual([[]]);
  });

  it('finds several', () => {
    expect(keys('勐来和青石哪个多')).toEqual([[menglai.orgKey], [qingshi.orgKey]]);
  });

  it.each(['岩帅镇2020年办了多少件', '岩帅镇办了多少件', '请问岩帅镇办了多少', '勐董镇的村站办了多少件', '2020年岩帅镇收到多少申请', '岩帅镇人民政府收到多少申请'])('%s names a place that is not held', (text) => {
    expect(keys(text)).toEqual([[]]);
  });

  it.each(['全乡办了多少件', '公开专区有几个', '有几个行政村', '全县一共多少', '本乡有几个行政村', '各市场主体多少户', '服务区办了多少', '收到多少申请', '社区有几个', '我们镇处罚了多少', '村为民服务站办理了多少件', '重点区域检查几次', '全镇收到几份', '全局收到几份', '易地搬迁安置区有几个', '辖区有几个行政村', '乡镇办件多少', '超市检查了几家'])('%s names no place', (text) => {
    expect(keys(text)).toEqual([]);
  });

  it.each(['交通运输局收到多少申请', '教育局处罚了多少', '卫生健康局收到多少申请', '县财政局有多少'])('%s names an office that is not held', (text) => {
    expect(keys(text)).toEqual([[]]);
  });

  it.each(['各乡镇办了多少', '农贸市场有几个', '各职能局报送多少', '集贸市场检查几次'])('%s names no place either', (text) => {
    expect(keys(text)).toEqual([]);
  });

  it('gives places in the text, in order, without overlap', () => {
    const text = fold('沧源勐来乡和云岭县青石镇').text;
    let at = 0;
    for (const mention of names.find(text)) {
      expect(mention.start).toBeGreaterThanOrEqual(at);
      expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      at = mention.end;
    }
  });

  it.each(['', '\ud800\udc00', '勐', 'meng', '乡'.repeat(2000), '勐来'.repeat(500)])('survives %#', (text) => {
    expect(() => find(text)).not.toThrow();
  });
});

describe('names of an organisation', () => {
  it.each<[string, string]>([
    ['勐来乡', '勐来'],
    ['勐来乡人民政府', '勐来'],
    ['青石镇', '青石'],
    ['城关街道办事处', '城关'],
    ['勐角傣族彝族拉祜族乡', '勐角傣族彝族拉祜族'],
  ])('%s without its level is %s', (name, stem) => {
    expect(stemOf(name)).toBe(stem);
  });

  it('holds what people say', () => {
    expect(namesOf(menglai.org)).toEqual(expect.arrayContaining(['沧源佤族自治县勐来乡人民政府', '勐来乡', '勐来', '勐来乡政府', '勐来乡人民政府']));
    expect(namesOf(market.org)).toEqual(expect.arrayContaining(['市监局', '市场监管局']));
    for (const name of namesOf(menglai.org)) expect(name.length).toBeGreaterThanOrEqual(2);
  });
});
