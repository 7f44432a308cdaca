import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Fence } from '../../../../src/channels/wechat/fence.js';

const START = Date.parse('2026-11-26T02:00:00.700Z');
const SECOND = 1000;
const at = (ms: number): Date => new Date(START + ms);

describe('Fence', () => {
  let folder: string;
  let now: Date;
  const fence = (): Fence => new Fence(folder, () => now);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fence-'));
    now = at(0);
  });

  it.each([
    ['now', 0, 'new'],
    ['in the second of the start, which WeChat cannot tell apart', -600, 'new'],
    ['a second before the start', -SECOND, 'old'],
    ['yesterday', -86_400 * SECOND, 'old'],
    ['by a clock that runs ahead', 60 * SECOND, 'new'],
  ])('lets in what was said %s: %s', (_, sent, admitted) => {
    expect(fence().admit('m1', at(sent))).toBe(admitted);
  });

  it('lets a message in once, also over a restart', () => {
    const first = fence();
    expect([first.admit('m1', at(0)), first.admit('m1', at(0))]).toEqual(['new', 'seen']);
    first.settled('m1');
    expect([first.admit('m1', at(0)), fence().admit('m1', at(0))]).toEqual(['seen', 'seen']);
  });

  it('knows what a process that died was still at as missed, whatever it settled later', () => {
    const first = fence();
    first.admit('lost', at(0));
    now = at(5 * SECOND);
    first.admit('done', at(5 * SECOND));
    first.settled('done');
    now = at(60 * SECOND);
    expect([fence().admit('lost', at(0)), fence().admit('done', at(5 * SECOND))]).toEqual(['missed', 'seen']);
  });

  it('settles nothing that was not admitted', () => {
    const first = fence();
    first.settled('m1');
    expect(fence().admit('m1', at(0))).toBe('new');
  });

  it('takes what comes minutes late for old', () => {
    const one = fence();
    now = at(600 * SECOND);
    expect(one.admit('m1', at(0))).toBe('old');
  });

  it('knows what was said while nobody listened', () => {
    fence().save();
    now = at(3600 * SECOND);
    const second = fence();
    expect(second.admit('before', at(-60 * SECOND))).toBe('old');
    expect(second.admit('meanwhile', at(60 * SECOND))).toBe('missed');
    expect(second.admit('meanwhile', at(60 * SECOND))).toBe('seen');
    expect(second.admit('now', at(3600 * SECOND))).toBe('new');
  });

  it('keeps its file to its owner, and does without a damaged one', () => {
    fence().save();
    expect(statSync(join(folder, 'fence.json')).mode & 0o777).toBe(0o600);
    writeFileSync(join(folder, 'fence.json'), '{"seen":');
    expect(fence().admit('m1', at(0))).toBe('new');
  });

  it('remembers a thousand messages', () => {
    const one = fence();
    for (let i = 0; i < 1001; i += 1) {
      one.admit(`m${i}`, at(0));
      one.settled(`m${i}`);
    }
    expect([one.admit('m0', at(0)), one.admit('m1000', at(0))]).toEqual(['new', 'seen']);
  });
});
