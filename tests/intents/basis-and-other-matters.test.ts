import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const POPLAR = `石榆县水务局2022年政府信息公开工作年度报告
一、总体情况
根据《石榆县人民政府办公室关于做好年度报告编制发布工作的通知》要求，我局全面梳理了信息公开工作。
（一）完善机制。实行“一周一调度、一月一讲评、一年一考评”长效督办机制。依据《石榆县行政事业单位培训办法》，对各股室人员开展业务培训，本着“便捷高效、随到随办”的服务宗旨接待群众。
六、其他需要报告的事项
无。`;

const desk = openDesk({ 'poplar.txt': POPLAR });

const quotes = async (question: string): Promise<readonly [string, string]> => {
  const { status, text } = await desk.ask(question);
  return [status, text];
};

describe('by which notice', () => {
  test.each([
    ['依据哪个单位的通知开展信息公开工作的', '石榆县人民政府办公室'],
    ['报告依据哪份文件编制', '年度报告编制发布工作的通知'],
    ['Under which notice was the work carried out?', '石榆县人民政府办公室'],
    ['培训依据的是哪份文件', '培训办法'],
  ])('%s', async (question, told) => expect(await quotes(question)).toEqual(['answered', expect.stringContaining(told)]));
  test.each(['行政处罚依据哪个文件', '水费是根据哪个文件收的'])('%s: not told', async (question) => expect((await desk.ask(question)).status).not.toBe('answered'));
});

describe('whose notice', () => {
  test.each(['哪个办公室下发的编制年报的通知', 'Which office issued the notice this report follows?'])('%s', async (question) => {
    const { status, value } = await desk.ask(question);
    expect([status, value]).toEqual(['answered', '石榆县人民政府办公室']);
  });
  test.each(['哪个部门印发的防汛通知', '哪个单位下发的水费文件'])('%s: not told', async (question) => expect((await desk.ask(question)).status).not.toBe('answered'));
});

describe('what else there is to report', () => {
  test.each(['还有啥要报告的没', '有没有其他事项要报告', '还有什么事情需要说明的吗', '其他需要报告的事项有没有'])('%s', async (question) => expect(await quotes(question)).toEqual(['answered', expect.stringContaining('无')]));
});

describe('the same in other words', () => {
  test.each([
    ['服务宗旨是哪句话', '便捷高效'],
    ['How does the bureau plan to appraise the work regularly?', '一周一调度'],
    ['How often are appraisals carried out?', '一年一考评'],
  ])('%s', async (question, told) => expect(await quotes(question)).toEqual(['answered', expect.stringContaining(told)]));
});
