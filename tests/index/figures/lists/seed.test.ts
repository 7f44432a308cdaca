import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SourceId } from '../../../../index/document/source-text.js';
import { listsIn } from '../../../../index/figures/lists/mod.js';
import { parseDocument } from '../../../../index/parse/document.js';

const folder = '../shared/seeds';

describe.skipIf(!existsSync(folder))('the seed report (skipped when ../shared is absent)', () => {
  const read = (): ReturnType<typeof listsIn> => {
    const name = readdirSync(folder).find((file) => file.endsWith('.txt'))!;
    return listsIn(parseDocument({ id: 'seed' as SourceId, origin: name, text: readFileSync(`${folder}/${name}`, 'utf8'), reader: 'test' }));
  };
  test.each([
    ['三提升', ['提升服务水平', '提升工作效率', '提升文明程度']],
    ['设立办事窗口', ['社保', '残联', '农林水利', '计生', '农机', '民政']],
    ['培训内容', ['服务目的的意义', '服务操作流程', '服务内容范围', '服务的礼仪规范', '计算机操作']],
    ['公布', ['权责事项清单', '开展学校及校园周边食品安全专项整治工作方案', '“七五”普法工作要点', '农贸市场明码标价集中整治工作方案', '贫困人口精准识别帮扶小额贴息']],
    ['存在一些问题和不足', ['政务公开制度化', '公开内容不够全面', '舆情监测工作']],
    ['下步改进方向', ['加强领导，提高认识', '建全机制，规范运行', '强化落实，提升水平']],
    ['建章立制', ['强化管理、规范运行', '加强窗口队伍建设', '加强督导力度', '充分发挥驻村力量', '及时公开，透明办公']],
    ['长效工作机制', ['一月一检查', '一季一评估', '一年一考评']],
  ])('%s', (about, items) => {
    const fitting = read().filter((list) => list.about.some((words) => words.includes(about)));
    expect(fitting.some((list) => list.items.length === items.length && list.items.every((item, i) => item.text.startsWith(items[i]!))), JSON.stringify(fitting.map((list) => list.items.map((item) => item.text)))).toBe(true);
  });
});
