import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/mod.js';
import { deskOver, type Desk } from './assistant-over.js';

/** A desk over one report of the open set `i`. */
function deskOf(file: string): Promise<Desk> {
  return deskOver({ [file]: readFileSync(join(projectRoot, 'tests/fixtures/exam-i', file)) });
}

// Bug: 办结呢 in a conversation about requests was answered with the letters of the county head's mailbox.
describe('how far a thing has come is asked of what the conversation is about', () => {
  let county: Desk;
  let subdistrict: Desk;
  beforeAll(async () => {
    county = await deskOf('huaizhao-county-2022.html');
    subdistrict = await deskOf('zhuxiqiao-subdistrict-2021.txt');
  });
  afterAll(async () => {
    for (const desk of [county, subdistrict]) {
      await desk.close();
      expect(desk.faults).toEqual([]);
    }
  });

  const last = async (desk: Desk, turns: readonly string[]): Promise<{ status: string; value: unknown }> => {
    let answer = { status: '', value: null as unknown };
    for (const turn of turns) answer = await desk.ask(turn, turns.join());
    return answer;
  };

  it.each<[readonly string[], number]>([
    [['新收多少件申请', '办结呢'], 181],
    [['新收多少件申请', '企业呢', '办结呢'], 181],
    [['来信收到多少件', '办结呢'], 2351],
  ])('%j = %d', async (turns, value) => {
    expect(await last(county, turns)).toMatchObject({ status: 'answered', value });
  });

  it('stays in its sentence', async () => {
    expect(await last(subdistrict, ['网格员上报多少件', '办结呢'])).toMatchObject({ status: 'answered', value: 5190 });
  });

  it('does not leave for the requests of the form', async () => {
    expect(await last(subdistrict, ['网格员上报多少件', '办结呢', '没办结呢'])).toMatchObject({ status: 'answered', value: 5237 - 5190 });
  });
});
