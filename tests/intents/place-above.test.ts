import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const report = (issuer: string, published: number): string => `${issuer}2022年政府信息公开工作年度报告

一、总体情况

（一）主动公开情况。全年主动公开政府信息${published}条。

（二）依申请公开情况。全年收到申请9件，均按时答复。

（三）取水许可。抽查取水口88处。
`;

describe('a county of which only one office reports', () => {
  const desk = openDesk({ 'water.txt': report('枫汀县水务局', 610), 'town.txt': report('桦坪县石桥镇人民政府', 402), 'hill.txt': report('桐丘县白沙镇人民政府', 305), 'health.txt': report('桐丘县卫生健康局', 77).replaceAll('2022', '2021') });

  it.each(['枫汀县公开了多少条', '枫汀县政府公开了多少条', '桦坪县收到多少申请', '桦坪县人民政府主动公开多少条', '桦坪县抽查了几处取水口', '桐丘县人民政府2022年公开了多少条', '桐丘县2021年收到多少申请'])('%s is not answered from it', async (question) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'not_found', reason: 'no_document' });
  });

  it.each<[string, number]>([
    ['枫汀县水务局公开了多少条', 610],
    ['桦坪县石桥镇公开了多少条', 402],
    ['桦坪县的石桥镇公开了多少条', 402],
    ['石桥镇公开了多少条', 402],
    // What only the office does may be asked of its county.
    ['枫汀县抽查了几处取水口', 88],
    // A name alone is what people call whatever of it they know.
    ['枫汀公开了多少条', 610],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });
});
