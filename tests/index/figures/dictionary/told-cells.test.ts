import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../../index/derive.js';
import { standardSteps } from '../../../../index/steps.js';
import type { SourceId } from '../../../../index/document/source-text.js';

/** The official cells that sentences of a report tell: metric and value. */
function told(sections: Readonly<Record<string, string>>, title = '青石镇2022年政府信息公开工作年度报告'): string[] {
  const text = [title, ...Object.entries(sections).flat()].join('\n');
  const { figures } = derive({ id: createHash('sha256').update(text).digest('hex') as SourceId, origin: 'test.txt', text, reader: 'text' }, standardSteps);
  return figures.flatMap(({ metric, trust, quantity }) => (trust === 'stated' && metric !== null && !metric.startsWith('prose.') ? [`${metric} ${quantity.value}`] : []));
}

const ACTIVE = '二、主动公开政府信息情况';
const REQUESTS = '三、收到和处理政府信息公开申请情况';
const DISPUTES = '四、政府信息公开行政复议、行政诉讼情况';

describe('cells of official tables told in a sentence', () => {
  it.each([
    [ACTIVE, '全年办理行政许可73件、行政处罚63件，未实施行政强制。', ['active.licence.decisions 73', 'active.penalty.decisions 63', 'active.compulsory.decisions 0']],
    [REQUESTS, '本年新收申请9件，均为自然人提出。', ['req.new.total 9']],
    [REQUESTS, '本年度未收到政府信息公开申请。', ['req.new.total 0']],
    [DISPUTES, '因政府信息公开被申请行政复议4件。', ['review.total 4']],
  ])('have its id where the table is missing: %s %s', (heading, sentence, cells) => {
    expect(told({ [heading]: sentence })).toEqual(cells);
  });

  it.each([
    ['another count of the same noun', ACTIVE, '公开行政处罚信息63件，举行行政许可听证5件。'],
    ['a list of items', ACTIVE, '现有行政许可73项。'],
    ['a part', ACTIVE, '办理行政许可和其他事项90件，其中建房的行政许可73件。'],
    ['another year', REQUESTS, '2021年收到申请12件。'],
    ['an estimate', ACTIVE, '办理行政许可近70件。'],
    ['two that claim it', REQUESTS, '收到申请9件。\n收到申请11件。'],
    ['another section', '五、存在的主要问题及改进情况', '办理行政许可73件。'],
    ['requests for something else', REQUESTS, '收到低保申请40件。'],
  ])('have none: %s', (_, heading, sentence) => {
    expect(told({ [heading]: sentence })).toEqual([]);
  });

  it('have none where the table was read, or the report is of the old regulation', () => {
    expect(told({ [ACTIVE]: '全年办理行政许可73件。\n信息内容\t本年处理决定数量\n行政许可\t73' })).toEqual([]);
    expect(told({ '一、概述': '本局依法公开。', '二、依申请公开政府信息情况': '收到申请9件。', '三、政府信息公开收费及减免情况': '没有收费。' }, '青石县水务局2013年政府信息公开工作年度报告')).toEqual([]);
  });
});
