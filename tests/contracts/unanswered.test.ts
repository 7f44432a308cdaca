import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AliasChangeLine, AliasLine, AliasRefusal, ForgetLine, UnansweredLine } from '../../src/cli/output.js';
import { here, SAMPLES, scratch, wenbao, type Ran } from './command.js';

const folder = scratch();
const data = folder.path('store');
const QUESTION = '窗口小铺办了多少件？';
const run = (...words: string[]): Promise<Ran> => here([...words, '--data', data]);
const answer = async (ran: Promise<Ran>): Promise<unknown> => {
  const [line] = (await ran).lines();
  return line!['value'] ?? line!['status'];
};
const asked = (...words: string[]): Promise<unknown> => answer(run('ask', '--json', ...words));

beforeAll(() => run('ingest', join(SAMPLES, 'menglai-2020.txt'), '--json'));
afterAll(() => folder.drop());

describe('what was not answered', () => {
  it('is listed with its reason; batches, chatter and answers are not', async () => {
    const file = folder.path('batch.jsonl');
    writeFileSync(file, `${JSON.stringify({ id: 1, q: '小铺开了几家' })}\n`);
    for (const words of [[QUESTION], [QUESTION, '--session', '甲'], ['你好'], ['村站办理多少件'], ['--batch', file]]) await run('ask', '--json', ...words);
    const lines = (await run('unanswered', '--json')).lines().map((line) => UnansweredLine.parse(line));
    expect(lines.map(({ question, times, reason }) => [question, times, reason])).toEqual([[QUESTION, 2, 'no_metric']]);
  });

  it('is forgotten with the conversation it was asked in', async () => {
    expect(ForgetLine.parse((await run('forget', 'terminal:甲', '--json')).lines()[0]).unanswered).toBe(1);
    expect((await run('unanswered', '--json')).lines()[0]!['times']).toBe(1);
  });
});

describe('a word taught', () => {
  it('answers at once, in every process; taken back, it is refused again', async () => {
    expect(await asked(QUESTION)).toBe('not_found');
    const added = await wenbao(['alias', 'add', '窗口小铺', '=', 'prose.service.centre.total', '--by', '小李', '--json', '--data', data]);
    expect(AliasChangeLine.parse(added.lines()[0])).toMatchObject({ phrase: '窗口小铺', before: null, after: 'prose.service.centre.total', by: '小李', undoes: null });
    expect(await asked(QUESTION)).toBe(1988);
    expect((await run('alias', 'list', '--json')).lines().map((line) => AliasLine.parse(line))).toEqual([{ phrase: '窗口小铺', metric: 'prose.service.centre.total' }]);
    expect(AliasChangeLine.parse((await run('alias', 'undo', '--json')).lines()[0])).toMatchObject({ before: 'prose.service.centre.total', after: null, undoes: 1 });
    expect(await asked(QUESTION)).toBe('not_found');
    expect((await run('alias', 'list', '--history', '--json')).lines().map((line) => AliasChangeLine.parse(line).after)).toEqual(['prose.service.centre.total', null]);
  });

  it('that would collide is refused by name and changes nothing', async () => {
    const refused = await run('alias', 'add', '村站=prose.service.centre.total', '--json');
    expect(refused.code).toBe(1);
    expect(AliasRefusal.parse(refused.lines()[0]).error).toMatchObject({ code: 'collides-with-metric', with: 'prose.service.village.total' });
    expect((await run('alias', 'list', '--json')).lines()).toEqual([]);
  });

  it.each([
    ['no equals sign', ['alias', 'add', '小铺']],
    ['no number', ['alias', 'undo', 'x']],
    ['no such change', ['alias', 'undo', '99']],
    ['no such alias', ['alias', 'remove', '前台']],
  ])('called wrongly: %s', async (_, words) => {
    expect((await run(...words)).code).toBe(2);
  });
});
