import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `石盘县枫林乡人民政府2021年政府信息公开工作年度报告

一、总体情况

全乡辖坪上村、柳塘村、大湾村3个行政村。坪上村公开栏更新36次，柳塘村公开栏更新24次。坪上村代办点办理事项412件，柳塘村代办点办理事项238件，大湾村有农户310户。
`;

describe('a name one character off one that is held is another name', () => {
  const desk = openDesk({ 'fenglin.txt': REPORT });

  it.each<[string, number]>([
    ['坪上村代办点办理多少件', 412],
    ['坪上办了多少件', 412],
    ['柳塘村代办点办了多少', 238],
    ['大湾村有多少户', 310],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['坪下村代办点办理多少件', '坪下村公开栏更新几次', '坪下办了多少件', '柳湾村代办点办了多少', '小湾村有多少户', '大塘村有多少户'])('%s is not answered', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
