import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const TOWN = `平川县石臼镇2022年政府信息公开工作年度报告

一、总体情况

（一）主动公开。全年累计发布各类政府信息318条，较上年增加46条，其中门户网站120条、“石臼微播”公众号150条。
（二）平台。审查稿件540篇，比2021年多60篇，退回修改27篇。村村通广播有4处长期停播，滚动屏2块常年黑屏。受理诉求88件，全部办结，其中供水40件、道路33件、其他15件，比2021年减少12件。
`;

const desk = openDesk({ '石臼镇2022.txt': TOWN });

describe('a change that the report tells beside the figure, where the year before is not held', () => {
  it.each([
    ['石臼镇比上年多发几条', 46, '条'],
    ['石臼镇发布的信息比上年多了多少条', 46, '条'],
    ['石臼镇审查的稿件比上年多几篇', 60, '篇'],
    ['石臼镇诉求比上年少几件', 12, '件'],
    ['石臼镇2021年受理诉求多少件', 100, '件'],
    ['石臼镇退稿几篇', 27, '篇'],
    ['石臼镇停播的广播有几处', 4, '处'],
    ['石臼镇退稿率多少', 5, '%'],
  ])('%s', async (q, value, unit) => {
    const answer = await desk.ask(q);
    expect({ value: answer.value, unit: answer.unit }).toEqual({ value, unit });
  });

  it.each([
    ['石臼镇公众号比上年多发几条'],
    ['石臼镇门户网站比上年多几条'],
    ['石臼镇比上年少发几条'],
    ['石臼镇退稿比上年多几篇'],
    ['石臼镇供水的诉求比上年少几件'],
    ['石臼镇比2020年多发几条'],
    ['石臼镇广播有几处'],
    ['石臼镇2021年退稿几篇'],
  ])('%s is not told', async (q) => {
    expect((await desk.ask(q)).value).toBeNull();
  });
});
