import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { here, SAMPLES, scratch, type Ran } from './command.js';

const ROSTER = `
roster:
  within: 云岭县
  supervisor: 政务公开办公室
  organisations:
    - { name: 政务公开办公室, exempt: { why: 不单独编报 } }
    - { name: 青石镇, owner: { name: 张三 } }
    - { name: 柳河乡 }
    - { name: 市场监督管理局 }
    - { name: 教育局, aliases: [教体局], owner: { name: 王芳 } }
    - { name: 石板镇 }
`;

const place = scratch();
const run = (...words: string[]): Promise<Ran> => here(['--data', place.path('data'), '--config', place.path('wenbao.config.yaml'), ...words]);
beforeAll(async () => {
  mkdirSync(place.path('data'));
  writeFileSync(place.path('wenbao.config.yaml'), ROSTER);
  expect((await run('ingest', SAMPLES)).code).toBe(0);
});
afterAll(() => place.drop());

describe('wenbao missing', () => {
  it('prints an object a line for each organisation without a report, with what its date rests on', async () => {
    const { code, lines } = await run('missing', '--year', '2021', '--json');
    expect([code, lines()]).toEqual([
      0,
      [
        { org: '云岭县教育局', orgPath: ['云岭县', '教育局'], level: 'department', year: 2021, state: 'overdue', due: '2022-01-31', lastWorkingDay: '2022-01-30', provisional: false, basis: { kind: 'law', title: '中华人民共和国政府信息公开条例（国务院令第711号）', article: '第四十九条第一款' }, owner: '王芳', supervisor: '云岭县政务公开办公室' },
        { org: '石板镇', orgPath: ['云岭县', '石板镇'], level: 'township', year: 2021, state: 'due', due: null, lastWorkingDay: null, provisional: false, basis: null, supervisor: '云岭县政务公开办公室' },
      ],
    ]);
  });

  it('goes by the calendar at --at', async () => {
    const states = async (at: string): Promise<unknown> => (await run('missing', '--year', '2023', '--at', at, '--json')).lines().map(({ org, state }) => [org, state]);
    expect(await states('2023-12-31T12:00:00+08:00')).toEqual([['青石镇', 'not due'], ['柳河乡', 'not due'], ['云岭县教育局', 'not due'], ['石板镇', 'not due']]);
    expect(await states('2024-02-01T00:00:00+08:00')).toEqual([['青石镇', 'due'], ['柳河乡', 'due'], ['云岭县教育局', 'overdue'], ['石板镇', 'due']]);
  });

  it('is a wrong call without a roster or a year: no line would mean that nobody is missing', async () => {
    writeFileSync(place.path('empty.yaml'), '');
    expect((await here(['--data', place.path('data'), '--config', place.path('empty.yaml'), 'missing', '--year', '2021'])).code).toBe(2);
    expect((await run('missing', '--year', '21')).code).toBe(2);
    expect((await run('missing')).code).toBe(2);
  });
});

describe('wenbao roster', () => {
  it('marks, lists, imports and keeps the history; nothing of a wrong file is kept', async () => {
    const states = async (): Promise<unknown[][]> => (await run('roster', 'list', '--year', '2022', '--json')).lines().map(({ org, state, report }) => [org, state, report]);
    expect(await states()).toEqual([['云岭县政务公开办公室', 'exempt', undefined], ['青石镇', 'submitted', '云岭县青石镇-2022'], ['柳河乡', 'due', undefined], ['云岭县市场监督管理局', 'submitted', '云岭县市场监督管理局-2022'], ['云岭县教育局', 'overdue', undefined], ['石板镇', 'due', undefined]]);
    expect((await run('roster', 'mark', '青石镇', 'returned', '--year', '2022', '--json')).code).toBe(2);
    expect((await run('roster', 'mark', '青石镇', 'returned', '--year', '2022', '--why', '表三不平', '--by', '李明', '--json')).lines()).toMatchObject([{ org: '青石镇', year: 2022, change: 'returned', by: '李明', how: 'command', why: '表三不平', link: null }]);
    expect((await run('roster', 'mark', '教体局', 'published', '--year', '2022', '--link', 'https://example.cn/2022')).code).toBe(0);
    writeFileSync(place.path('wrong.csv'), '单位,状态,日期\n柳河乡,已交,2023-01-12\n石板镇,已交,2023-02-30\n');
    const wrong = await run('roster', 'import', place.path('wrong.csv'), '--year', '2022', '--json');
    expect([wrong.code, wrong.lines()]).toMatchObject([1, [{ row: 3, column: 'C', message: { en: 'there is no such day: 2023-02-30' } }]]);
    writeFileSync(place.path('right.csv'), '单位,状态,日期\n柳河乡,已交,2023-01-12\n');
    for (const time of [1, 2]) expect([time, (await run('roster', 'import', place.path('right.csv'), '--year', '2022')).code]).toEqual([time, 0]);
    expect((await states()).map(([org, state]) => [org, state])).toEqual([['云岭县政务公开办公室', 'exempt'], ['青石镇', 'returned'], ['柳河乡', 'submitted'], ['云岭县市场监督管理局', 'submitted'], ['云岭县教育局', 'published'], ['石板镇', 'due']]);
    expect((await run('roster', 'history', '--year', '2022', '--json')).lines().map(({ org, change, how }) => [org, change, how])).toEqual([['柳河乡', 'submitted', 'import'], ['青石镇', 'submitted', 'ingest'], ['云岭县市场监督管理局', 'submitted', 'ingest'], ['青石镇', 'returned', 'command'], ['云岭县教育局', 'published', 'command']]);
    expect((await run('roster', 'mark', '教体局', 'reopened', '--year', '2022')).code).toBe(0);
    expect((await run('missing', '--year', '2022', '--json')).lines().map(({ org, state }) => [org, state])).toEqual([['青石镇', 'returned'], ['云岭县教育局', 'overdue'], ['石板镇', 'due']]);
  });

  it.each([['石林镇', 'submitted'], ['青石镇', 'gone'], ['青石镇', 'published']])('%s cannot be marked %s', async (name, state) => {
    expect((await run('roster', 'mark', name, state, '--year', '2022')).code).toBe(2);
  });
});
