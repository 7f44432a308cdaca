import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `平川县水产站2020年政府信息公开工作年度报告

一、总体情况

全年公开信息146条，举办培训3期，通过明白卡公开养殖补贴。

五、存在的主要问题及改进情况

一是渔户看不懂补贴表；二是橱窗常年不换。2021年将从两方面发力：在4个渔村设置查询台，由站里派人驻守；橱窗改为每月更换。录制渔事音频6期。
`;

const desk = openDesk({ '水产站2020.txt': REPORT });

describe('a year whose report is not held, asked of what the report before it plans', () => {
  it.each([
    ['2021年查询台怎么设置', '4个渔村'],
    ['2021年从哪几方面发力', '橱窗改为每月更换'],
    ['2021年有什么打算', '4个渔村'],
  ])('%s', async (q, words) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', value: null });
    expect(answer.text).toContain(words);
  });

  it.each([
    ['2021年养殖补贴怎么公开的'],
    ['2021年补贴表存在什么问题'],
    ['2021年存在什么问题'],
    ['2022年查询台怎么设置'],
    ['2021年举办了几期培训'],
    ['2021年录了几期音频'],
    ['2021年查询台设了几个'],
  ])('%s is not told', async (q) => {
    expect((await desk.ask(q)).status).not.toBe('answered');
  });
});
