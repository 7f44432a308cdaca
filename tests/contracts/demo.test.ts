import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** Runs a demonstration to its end. */
function demo(script: string, ...words: string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL(`../../scripts/demo/${script}`, import.meta.url)), ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}

it('npm run demo shows the same figure in all four places, side by side', async () => {
  const { code, out } = await demo('run.mjs', '勐来乡收到多少件申请？');
  expect(code).toBe(0);
  const lines = out.split('\n');
  expect(lines.find((line) => line.includes('terminal'))).toMatch(/终端.*网页.*Slack.*微信群/);
  const columns = [0, 1, 2, 3].map((i) => lines.map((line) => line.split(' │ ')[i]?.trim() ?? '').join(''));
  for (const column of columns) expect(column).toMatch(/申请数量.*0件/);
});

it('npm run demo:wechat plays a morning in a group: answers, a choice, a picture, a file taken in, and silence where it is not addressed', async () => {
  const { code, out } = await demo('wechat.mjs');
  expect(code).toBe(0);
  const turns = out.split(/\n(?=\S+：)/);
  const after = (said: string): string => turns[turns.findIndex((turn) => turn.includes(said)) + 1] ?? '';
  expect(after('村为民服务站办了多少件')).toMatch(/^问报：@玛丽 .*2091件/);
  expect(after('那中心呢')).toMatch(/^问报：@玛丽 .*1988件/);
  expect(after('十点开会')).toMatch(/^张三：/);
  expect(after('张三：1')).toMatch(/^问报：@张三 .*43件/);
  expect(out).toMatch(/问报：\[图片\] \d+ KB/);
  expect(after('王主任：收录')).toMatch(/已收录：青石镇 2022 年/);
  expect(after('青石镇2022年收到多少件申请')).toMatch(/13件/);
  expect(after('明天会下雨吗')).toMatch(/不在年度报告的范围/);
});
