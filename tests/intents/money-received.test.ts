import { expect, it } from 'vitest';
import { deskOver } from './assistant-over.js';

// Bug: 实收 was read as 收到, and the fees paid for 4 requests stood beside the 412 received.
it('实收 is money that came in, not requests', async () => {
  const desk = await deskOver({ 'suxi.txt': '粟溪县人民政府2024年政府信息公开工作年度报告\n\n一、总体情况\n\n全县新收政府信息公开申请412件。\n\n六、其他需要报告的事项\n\n全县共向申请人发出信息处理费收费通知5件，应收3120元，实收4件2640元。\n' });
  expect(await desk.ask('全县新收多少件申请')).toMatchObject({ status: 'answered', value: 412 });
  expect(await desk.ask('实收多少元')).toMatchObject({ status: 'answered', value: 2640 });
  await desk.close();
  expect(desk.faults).toEqual([]);
});
