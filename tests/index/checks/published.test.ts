import { describe, expect, it } from 'vitest';
import { edited, findingsOf, sample } from './facts-of.js';

type Edits = readonly (readonly [string, string])[];
const NEW_2021 = '| 一、本年新收政府信息公开申请数量 ||| 9 | 2 | 0 | 1 | 0 | 0 | 12 |';
const TABLE4 = '| 1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |';
const REQUESTS = '上年结转1件，本年新收12件，其中自然人9件、商业企业2件、社会公益组织1件；全年办结11件，另有2件结转下年度。';

/** Mistakes that published reports made (handbook, section 2), their figures put into a sample: rule, sample, edits, what the finding says. */
const PUBLISHED: readonly (readonly [string, string, string, Edits, readonly (string | null)[]])[] = [
  ['会仪镇 2021: a request of a law firm, total 0', 'C3-3', 'qingshi-2021', [[NEW_2021, NEW_2021.replace('| 9 | 2 | 0 | 1 | 0 | 0 | 12 |', '| 0 | 0 | 0 | 0 | 1 | 0 | 0 |')]], ['1', '0']],
  ['洪泽区 2023: ten upheld and one corrected, total 0', 'C4', 'qingshi-2021', [[TABLE4, TABLE4.replace('| 1 | 0 | 0 | 1 | 2 |', '| 10 | 1 | 0 | 0 | 0 |')]], ['11', '0']],
  ['洪泽区 2023: five suits after reconsideration, total 0', 'C4', 'qingshi-2021', [[TABLE4, '| 1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 5 | 0 | 0 | 0 | 0 |']], ['5', '0']],
  ['金湖县 2023', 'C4', 'qingshi-2021', [[TABLE4, TABLE4.replace('| 1 | 0 | 0 | 1 | 2 |', '| 2 | 0 | 1 | 0 | 0 |')]], ['3', '0']],
  ['松木塘镇 2022: a town with rules of its own', 'C2-3', 'qingshi-2021', [['| 规章 | 0 | 0 | 0 |', '| 规章 | 2 | 0 | 2 |']], ['0', '2']],
  ['a town of 尼勒克 2023: the row below entered for the rules', 'C2-3', 'qingshi-2021', [['| 规章 | 0 | 0 | 0 |', '| 规章 | 0 | 0 | 6 |']], ['0', '6']],
  ['荔湾发改局: items entered for decisions', 'C2-6', 'qingshi-2020', [['行政许可\t18\t+3\t126', '行政许可\t22\t1\t23']], ['23', '23']],
  ['荔湾发改局: 1168 + 173', 'C2-6', 'qingshi-2020', [['其他对外管理服务事项\t64\t-2\t2311', '其他对外管理服务事项\t1168\t173\t1341']], ['1341', '1341']],
  ['利州教育局: 1215 − 35', 'C2-6', 'qingshi-2020', [['其他对外管理服务事项\t64\t-2\t2311', '其他对外管理服务事项\t1215\t-35\t1180']], ['1180', '1180']],
  ['杨凌教育局: an amount in a number of fee items', 'C2-7', 'qingshi-2020', [['行政事业性收费\t2\t0', '行政事业性收费\t1288\t591']], [null, '1288']],
  ['长春退役军人局 2023: two requests told, three in the table', 'C5-1', 'qingshi-2021', [[REQUESTS, '全年收到政府信息公开申请2件。']], ['12', '2']],
  ['溪下乡: 92.47 for 92.478', 'C5-4-truncated', 'qingshi-2021', [['全年送审信息571条', '全年公开信息1130条，其中政务信息1045条，占92.47%。全年送审信息571条']], ['92.48', '92.47']],
  ['常太镇: 18 % for 18.75 %', 'C5-4-truncated', 'qingshi-2021', [['全年送审信息571条', '全年发布解读16篇，其中图解3篇，占18%。全年送审信息571条']], ['19', '18']],
  ['宿迁 2024: 1.05 % for 1.08 %', 'C5-4', 'qingshi-2021', [['全年公开信息553条，较2020年多67条，增幅13.8%', '全年公开信息3646条，较2020年多39条，增幅1.05%']], ['1.08', '1.05']],
  ['桃源架桥镇 2019: parts of 6875 of a whole of 6862', 'C5-5', 'qingshi-2021', [['全年公开信息553条', '全年公开信息6862条（网站4875条，公众号2000条）。发布553条']], ['6875', '6862']],
  ['思南亭子坝镇 2014: parts of 160 of a whole of 170', 'C5-5', 'qingshi-2021', [['全年公开信息553条', '全年公开信息170条（网站100条，公告栏60条）。发布553条']], ['160', '170']],
  ['西柳镇 2023: documents in force', 'C5-6', 'qingshi-2021', [['废止行政规范性文件1件', '现行有效行政规范性文件0件']], ['8', '0']],
  ['西柳镇 2023: last year left in the text', 'F-5', 'qingshi-2021', [['2021年，我镇依照', '2020年，我镇依照']], [null, null]],
  ['中埠镇: 202020年', 'F-3', 'qingshi-2020', [['2020年1月1日至12月31日', '202020年1月1日至12月31日']], [null, null]],
  ['团结乡: 20201月1日', 'F-3', 'qingshi-2020', [['2020年1月1日至12月31日', '20201月1日至12月31日']], [null, null]],
  ['新下陆街道 2021: last format cited', 'F-7', 'qingshi-2021', [['2021年，我镇依照', '按照国办公开办函〔2019〕60号，2021年，我镇依照']], ['国办公开办函〔2021〕30号', null]],
  ['武义某乡 2023: 国办发 for 国办公开办函', 'F-7', 'qingshi-2021', [['2021年，我镇依照', '按照国办发〔2021〕30号，2021年，我镇依照']], ['国办公开办函〔2021〕30号', null]],
];

describe('mistakes that published reports made', () => {
  it.each(PUBLISHED)('%s', async (_what, rule, name, edits, sides) => {
    const found = (await findingsOf(edited(sample(name), ...edits))).filter((finding) => finding.rule === rule);
    expect(found.map(({ expected, actual }) => [expected, actual])).toContainEqual(sides);
  });

  it.each([
    ['项铺镇: 144 of 258 named', '全年公开信息258条，其中政务动态84条、通知公告60条。发布553条'],
    ['吴起县: 3865 of 4702 named', '全年公开信息4702条，其中政务动态2865条、通知公告1000条。发布553条'],
  ])('%s is a list of some, not a mistake', async (_what, words) => {
    const found = await findingsOf(edited(sample('qingshi-2021'), ['全年公开信息553条', words]));
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found.map(({ rule }) => rule)).toContain('C5-5-partial');
  });
});
