import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';
import { filledReport } from './filled-tables.js';

const report = (name: string, year: number, text: string, licences?: number): string =>
  `${name}${year}年政府信息公开工作年度报告\n\n一、总体情况\n\n${text}\n\n二、主动公开政府信息情况\n\n${licences === undefined ? '见上文。' : `第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t${licences}\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t${licences / 10}\n行政强制\t0`}\n`;
const filled = filledReport('沅浦县林业局', 2020, 100);
const REPORTS = {
  'a.txt': report('沅浦县白鹭镇', 2021, '全年接待来访640人次，回访512人次。受理来信56件，其中表扬类21件、反映类30件、求助类5件。', 120),
  'b.txt': report('沅浦县白鹭镇', 2022, '全年接待来访705人次。受理来信61件。', 150),
  'c.txt': report('沅浦县苍溪乡', 2021, '全年接待来访433人次。受理来信71件。', 90),
  'd.txt': report('沅浦县石潭乡', 2021, '全年接待来访298人次。作出行政许可决定40件、行政处罚决定2件；来信方面没有统计。'),
  'e.txt': filled.text,
};

describe('turns over many, and back to one', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver(REPORTS);
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  const last = async (id: string, turns: readonly string[]) => {
    let answer = await desk.ask(turns[0]!, id);
    for (const turn of turns.slice(1)) answer = await desk.ask(turn, id);
    return answer;
  };

  it.each<[string, number | string, readonly string[]]>([
    // What was asked of the year before, not what was asked in between.
    ['apart', 65, ['白鹭镇2021年来访多少人次', '回访多少', '2022年来访呢', '差多少，后一年减前一年']],
    ['row', filled.value.get('req.carried_in.natural')!, ['林业局2020年上年结转申请多少件', '自然人的呢']],
    ['row-again', filled.value.get('req.carried_in.business')!, ['林业局2020年新收申请多少件', '上年结转的呢', '商业企业呢']],
    ['deed', 120, ['Which township issued the most licences in 2021?', 'How many did Bailu Town issue?']],
    ['it', 120, ['Which township issued the most licences in 2021?', 'How many did it issue?']],
    ['it-goes-on', 12, ['Which township issued the most licences in 2021?', 'How many did it issue?', 'And penalties?']],
    ['both', '白鹭镇', ['2021年白鹭镇和苍溪乡谁的行政许可多']],
    // A sentence that says no more than the cell stands for it.
    ['sentence', '石潭乡', ['2021年哪个乡镇行政许可最少']],
    ['sentence-sum', 250, ['2021年各乡镇行政许可一共多少件']],
    ['every-year', 58.5 * 10 + 87.5, ['白鹭镇两年平均每年来访多少人次']],
    ['two-years', 1345, ['白鹭镇21、22两年来访共多少人次']],
  ])('%s: %s', async (id, value, turns) => {
    const answer = await last(id, turns);
    expect(answer.status).toBe('answered');
    if (typeof value === 'number') expect(answer.value).toBe(value);
    else expect(value).toContain(String(answer.value).replace('沅浦县', ''));
  });

  it.each<[string, readonly string[]]>([
    // What was said of two is not one's.
    ['of-two', ['2021年白鹭镇和苍溪乡谁的行政许可多', '多几件', '处罚一共多少']],
    ['which-kind', ['白鹭镇2021年来访多少人次', '回访呢', '哪个渠道最多']],
    ['not-held', ['白鹭镇2021年表扬类来信多少件', '反映类呢', '2022年收到几件', '差几件']],
    ['relative', ['白鹭镇来访去年比前年变化多少']],
    ['rate-of-two', ['2021年白鹭镇回访率比苍溪乡高吗']],
  ])('%s: not told', async (id, turns) => {
    expect((await last(id, turns)).status).not.toBe('answered');
  });
});
