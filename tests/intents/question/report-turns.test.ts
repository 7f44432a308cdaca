import { describe, expect, it } from 'vitest';
import { standardSteps } from '../../../index/mod.js';
import { sourceOf } from '../../index/parse/invariants.js';
import { toldSentences } from '../../../intents/question/report-turns.js';

/** Sentences of a report of 2021 whose first part is `overview` and whose fifth is `lines`, with their zones. */
function zonesOf(lines: readonly string[], overview = '全年平稳。'): [string, string][] {
  const text = `甲县乙镇人民政府2021年政府信息公开工作年度报告\n\n一、总体情况\n\n${overview}\n\n五、存在的主要问题及改进情况\n\n${lines.join('\n\n')}\n`;
  const document = standardSteps.parse(sourceOf(text));
  return toldSentences(document, 2021).map(({ folded, zone }) => [folded.slice(0, 8), zone]);
}

describe('a report turns from what is wanting to what is done about it', () => {
  it.each<[string, readonly string[], readonly [string, string][]]>([
    ['by a clause', ['路灯坏得多；河道清得少。', '针对上述问题，换灯、清淤。'], [['路灯坏得多;河道', 'problem'], ['针对上述问题,换', 'measure']]],
    ['by titles', ['（一）主要不足', '路灯坏得多。', '（二）改进举措', '逐盏更换。', '（三）今后打算', '装感应灯。'], [['路灯坏得多。', 'problem'], ['逐盏更换。', 'measure'], ['装感应灯。', 'plan']]],
    ['by next year', ['路灯坏得多。', '2022年，我镇将装感应灯。'], [['路灯坏得多。', 'problem'], ['2022年,我镇', 'plan']]],
  ])('%s', (_, lines, zones) => {
    expect(zonesOf(lines).slice(1)).toEqual(zones);
  });

  it('针对 answers no problem where none has been admitted', () => {
    expect(zonesOf(['路灯坏得多。'], '针对渔户不上网的情况，在码头设牌。')[0]).toEqual(['针对渔户不上网的', 'plain']);
  });
});
