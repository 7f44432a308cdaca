import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/mod.js';
import { openDesk } from './open-desk.js';

const SAMPLE = readFileSync(join(projectRoot, 'samples', 'qingshi-2021.txt'), 'utf8');
// The total of one row is misprinted: the row is read as printed, and every answer that uses it has to say so.
const MISPRINTED = SAMPLE.replace('| 四、结转下年度继续办理 ||| 1 | 1 | 0 | 0 | 0 | 0 | 2 |', '| 四、结转下年度继续办理 ||| 1 | 1 | 0 | 0 | 0 | 0 | 3 |');

const desk = openDesk({ 'qingshi-2020.txt': readFileSync(join(projectRoot, 'samples', 'qingshi-2020.txt')), 'qingshi-2021.txt': new TextEncoder().encode(MISPRINTED) });

describe('a figure that was not simply there is never used in silence', () => {
  it.each(['青石镇2021年结转下年度继续办理多少件', '青石镇2021年结转下年度继续办理比去年多多少', '青石镇2021年自然人结转下年度占结转下年度总计的比例'])('%s', async (q) => {
    const answer = await desk.ask(q);
    expect(answer.rows.some(({ trust }) => trust === 'repaired')).toBe(true);
    expect(answer.text).toMatch(/加不拢|错位|对上/);
  });
});
