import { describe, expect, it } from 'vitest';
import { findingsOf, sample } from './facts-of.js';

const rulesIn = async (text: string, previous: string | null = null): Promise<string[]> => (await findingsOf(text, previous)).map(({ rule }) => rule);
const report = (body: string, problems: string): string => `云岭县青石镇人民政府2021年政府信息公开工作年度报告\n\n一、总体情况\n\n${body}\n\n五、存在的主要问题及改进情况\n\n${problems}\n\n六、其他需要报告的事项\n\n无。\n`;
const PROBLEMS = '主要问题是公开的深度不够，解读材料偏少，部分代办点人手不足；下一步将逐项列出清单，按季度检查整改情况。';

describe('X-3: copied from last year', () => {
  const years = (text: string): string => text.replaceAll('2021年', '2020年');
  it.each([
    ['word for word but for the year', sample('qingshi-2021')],
    ['with a sentence more', sample('qingshi-2021').replace('2021年，我镇依照', '我镇重视这项工作。2021年，我镇依照')],
    ['with another figure', sample('qingshi-2021').replace('印操作手册50册', '印操作手册60册')],
  ])('%s', async (_what, text) => expect(await rulesIn(text, years(sample('qingshi-2021')))).toContain('X-3'));

  it('another text, or the same words with other figures, is no copy', async () => {
    expect(await rulesIn(sample('qingshi-2021'), sample('qingshi-2020'))).not.toContain('X-3');
    const [head, ...rest] = sample('qingshi-2021').split('二、主动公开政府信息情况');
    const otherFigures = [head!.replace(/\d+(?=[条件篇次份台人])/gu, (digits) => String(Number(digits) + 7)), ...rest].join('二、主动公开政府信息情况');
    expect(await rulesIn(otherFigures, years(sample('qingshi-2021')))).not.toContain('X-3');
  });
});

describe('F-11: section five says nothing', () => {
  it.each(['无。', '没有问题。', '问题还有不足，将继续改进。'])('%s', async (problems) => expect(await rulesIn(report('全年公开信息12条。', problems))).toContain('F-11'));
  it.each([PROBLEMS, '（一）公开的深度还不够，项目资金类信息只有总额。\n\n（二）解读材料制作慢，短视频少。'])('%s says enough', async (problems) => expect(await rulesIn(report('全年公开信息12条。', problems))).not.toContain('F-11'));
});

describe('F-14: a text about no organ in particular', () => {
  const generic = (words: string): string => report(`政府信息公开是依法行政的要求。${words}公开意识不强，工作推进不平衡。`, PROBLEMS);
  it.each(['部分地区', '一些地区', '多数部门'])('%s, and no figure at all', async (words) => expect(await rulesIn(generic(words))).toContain('F-14'));
  it('a figure, or no such words, makes it the organ’s own', async () => {
    expect(await rulesIn(generic('部分地区').replace('工作推进不平衡。', '工作推进不平衡。全年公开信息12条。'))).not.toContain('F-14');
    expect(await rulesIn(generic('有的站所'))).not.toContain('F-14');
  });
});

describe('F-13: an office’s title over the figures of the whole place', () => {
  const office = (words: string): string => sample('qingshi-2021').replace('云岭县青石镇人民政府2021年', '云岭县人民政府办公室2021年').replace('上年结转1件，本年新收12件，其中自然人9件、商业企业2件、社会公益组织1件；全年办结11件，另有2件结转下年度。', words);
  it.each(['全县收到政府信息公开申请12件。', '全县新收政府信息公开申请12件。', '全县共收到申请公开12件。'])('%s', async (words) => expect(await rulesIn(office(words))).toContain('F-13'));
  it.each(['本办收到政府信息公开申请12件。', '全县收到政府信息公开申请112件。'])('%s agrees with the title', async (words) => expect(await rulesIn(office(words))).not.toContain('F-13'));
});

describe('F-15: tables only by reference', () => {
  it.each(['详见附件。', '具体数据见附件1。', '情况见附表。'])('%s', async (words) => expect(await rulesIn(report(words, PROBLEMS))).toContain('F-15'));
  it('tables that are there may have attachments beside them', async () => {
    expect(await rulesIn(sample('qingshi-2021').replace('全年送审信息', '详见附件。全年送审信息'))).not.toContain('F-15');
  });
});
