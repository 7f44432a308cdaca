import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/mod.js';
import { openDesk } from './open-desk.js';

const SAMPLE = readFileSync(join(projectRoot, 'samples', 'menglai-2020.txt'), 'utf8');
const report = (county: string, village: string): string => SAMPLE.replaceAll('沧源佤族自治县', county).replaceAll('勐来乡', '凤凰镇').replaceAll('2091', village);

const desk = openDesk({ 'a.txt': report('张家港市', '2191'), 'b.txt': report('柞水县', '2291') });

describe('one short name in two counties', () => {
  it('stays two organisations', async () => {
    expect((await desk.held.library.reports()).map((card) => card.report)).toEqual(['张家港市凤凰镇-2020', '柞水县凤凰镇-2020']);
  });

  it('is asked back by questions that tell them apart and can be answered', async () => {
    const { status, options } = await desk.ask('凤凰镇村为民服务站办理了多少件？');
    expect(status).toBe('clarify');
    const values = [];
    for (const option of options) values.push((await desk.ask(option)).value);
    expect(values.toSorted()).toEqual([2191, 2291]);
  });

  it.each([
    ['柞水县凤凰镇村为民服务站办理了多少件？', 2291],
    ['柞水凤凰镇村为民服务站办理了多少件？', 2291],
    ['张家港凤凰镇村为民服务站办理了多少件？', 2191],
  ])('%s', async (question, value) => expect((await desk.ask(question)).value).toBe(value));
});
