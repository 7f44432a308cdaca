import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnswerJson, reportCitations, type Answer } from '../../intents/mod.js';
import { DoctorLine, IngestLine } from '../../src/cli/output.js';
import { FigureLine } from '../../src/render/figure-line.js';
import { ReportLine } from '../../src/render/report-line.js';
import { BIN, here, SAMPLES, scratch, wenbao, type Ran } from './command.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = scratch();
const data = folder.path('store');
const files = folder.path('in');
const MENGLAI = readFileSync(join(SAMPLES, 'menglai-2020.txt'), 'utf8');
const QUESTION = '村为民服务站办理了多少件？';
let first: Ran;
let report: string;

/** By a process of its own, and in this one. */
const held = (...words: string[]): Promise<Ran> => wenbao([...words, '--data', data]);
const asked = (...words: string[]): Promise<Ran> => here([...words, '--data', data]);
const answers = (ran: Ran): (Answer & { id: string | number })[] => ran.lines().map((line) => AnswerJson.extend({ id: AnswerJson.shape.unit.or(AnswerJson.shape.tookMs) }).parse(line) as Answer & { id: string });

beforeAll(async () => {
  if (!existsSync(join(root, 'dist/src/main.js'))) spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b'], { cwd: root, stdio: 'inherit' });
  mkdirSync(files);
  writeFileSync(join(files, 'a.txt'), MENGLAI);
  writeFileSync(join(files, 'b-empty.txt'), '');
  writeFileSync(join(files, 'c-binary.txt'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 255, 254, 0, 1, 2]));
  writeFileSync(join(files, 'd.txt'), MENGLAI.replaceAll('勐来乡', '沙坪乡').replaceAll('2091', '2191'));
  first = await held('ingest', files, '--json');
  report = String(first.lines()[0]?.['report']);
}, 120_000);
afterAll(() => folder.drop());

describe('ingest', () => {
  it('says a line a file; a refused one stops no other and ends with 1', () => {
    const lines = first.lines().map((line) => IngestLine.parse(line));
    expect(first.code).toBe(1);
    expect(lines.map(({ status, org, year }) => [status, org, year])).toEqual([['added', '勐来乡', 2020], ['refused', undefined, undefined], ['refused', undefined, undefined], ['added', '沙坪乡', 2020]]);
    for (const line of lines.filter(({ status }) => status === 'refused')) {
      expect(line.error!.message.zh).toMatch(/\p{Script=Han}/u);
      expect(line.error!.message.en).toMatch(/[a-z]/);
    }
  });

  it('knows a file again and takes a changed one for a new version', async () => {
    const again = await asked('ingest', join(files, 'a.txt'), '--json');
    expect([again.code, again.lines()[0]!['status']]).toEqual([0, 'unchanged']);
    writeFileSync(join(files, 'd.txt'), MENGLAI.replaceAll('勐来乡', '沙坪乡').replaceAll('2091', '2291'));
    const changed = await asked('ingest', join(files, 'd.txt'), '--json');
    expect([changed.code, changed.lines()[0]!['status'], changed.lines()[0]!['version']]).toEqual([0, 'updated', 2]);
    const history = (await asked('reports', '--json', '--history')).lines().map((line) => ReportLine.parse(line));
    expect(history.map(({ org, version }) => [org, version]).toSorted()).toEqual([['勐来乡', 1], ['沙坪乡', 1], ['沙坪乡', 2]]);
    expect((await asked('reports', '--json')).lines()).toHaveLength(2);
  });

  it('loses nothing that it acknowledged when it is killed', async () => {
    const many = folder.path('many');
    mkdirSync(many);
    const stems = '甲乙丙丁戊己庚辛壬癸'.split('').flatMap((a) => '山水林田湖草沙石'.split('').map((b) => a + b));
    for (const stem of stems) for (const year of [2019, 2020, 2021]) writeFileSync(join(many, `${stem}${year}.txt`), MENGLAI.replaceAll('勐来乡', `${stem}乡`).replaceAll('2020年', `${year}年`));
    const store = folder.path('killed');
    const ran = await wenbao(['ingest', many, '--json', '--data', store], { killWhen: (out) => out.split('\n').length > 20 });
    const acknowledged = ran.out.split('\n').slice(0, -1).map((line) => IngestLine.parse(JSON.parse(line)));
    expect(acknowledged.length).toBeGreaterThanOrEqual(20);
    const kept = new Map((await wenbao(['reports', '--json', '--data', store])).lines().map((line) => [line['report'], line['figures']]));
    for (const line of acknowledged) expect(kept.get(line.report), line.path).toBe(line.figures);
  }, 120_000);
});

describe('source and figures', () => {
  it('source prints exactly the text, by name and by version', async () => {
    for (const ran of [await held('source', report), await asked('source', `${report}@1`)]) {
      expect(ran.code).toBe(0);
      expect(ran.bytes.equals(Buffer.from(MENGLAI))).toBe(true);
    }
  });

  it('figures are as many as ingest said, each with its place', async () => {
    const lines = (await asked('figures', report, '--json')).lines().map((line) => FigureLine.parse(line));
    expect(lines).toHaveLength(Number(first.lines()[0]!['figures']));
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    for (const { citation, at, asWritten, partOf } of lines) {
      expect(citation.spans.map(({ start, end }) => MENGLAI.slice(start, end))).toEqual(citation.quotes);
      expect(at.map(({ start, end }) => MENGLAI.slice(start, end)).join('')).toBe(at.length === 0 ? '' : asWritten);
      if (partOf !== null) expect(lines.some(({ id }) => id === partOf)).toBe(true);
    }
  });
});

describe('ask', () => {
  it('answers with options before and after the question, the same but for id and time', async () => {
    const said = [
      await held('ask', `勐来乡${QUESTION}`, '--json'),
      await here(['--json', '--data', data, 'ask', `勐来乡${QUESTION}`]),
      await here(['ask', '--json', `勐来乡${QUESTION}`], { WENBAO_DATA: data }),
    ];
    const [one, ...others] = said.map((ran) => ({ code: ran.code, answer: { ...AnswerJson.parse(ran.lines()[0]), answerId: '', tookMs: 0 } }));
    expect(one).toMatchObject({ code: 0, answer: { status: 'answered', value: 2091, unit: '件' } });
    for (const other of others) expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    for (const { spans, quotes } of reportCitations(one!.answer)) expect(spans.map(({ start, end }) => MENGLAI.slice(start, end))).toEqual(quotes);
  });

  it('prints nothing but JSON with --json, and no JSON without', async () => {
    const plain = await asked('ask', '勐来乡', QUESTION);
    expect(plain.code).toBe(0);
    expect(plain.out).toContain('2091');
    expect(plain.out).not.toContain('\u001b');
    expect(plain.out.trimStart().startsWith('{')).toBe(false);
  });

  it('ends with 0 when there is no answer', async () => {
    for (const question of ['公众号有多少粉丝', '岩帅镇办了多少件', '今天天气怎么样']) {
      const ran = await asked('ask', question, '--json');
      expect([ran.code, AnswerJson.parse(ran.lines()[0]).value]).toEqual([0, null]);
    }
  }, 60_000);

  const batch = [
    { id: 'a', q: '勐来乡政务公开领导小组组长是谁', session: 's' },
    { id: 2, q: `勐来乡${QUESTION}` },
    { id: 'b', q: '副组长呢', session: 's' },
    { id: 'c', q: '勐来乡去年收到多少申请', at: '2021-06-01T00:00:00+08:00' },
    { id: 'd', q: '勐来乡去年收到多少申请', at: '2023-06-01T00:00:00+08:00' },
    { id: 'e', q: '副组长呢' },
  ].map((line) => JSON.stringify(line));

  it('answers a batch in order, from a file and from standard input', async () => {
    const file = folder.path('batch.jsonl');
    writeFileSync(file, `${batch.join('\n')}\n\n`);
    const [fromFile, fromInput] = await Promise.all([held('ask', '--batch', file, '--json'), wenbao(['ask', '--batch', '-', '--json', '--data', data], { input: batch.join('\r\n') })]);
    expect([fromFile.code, fromInput.code]).toEqual([0, 0]);
    const given = answers(fromFile);
    expect(given.map(({ id }) => id)).toEqual(['a', 2, 'b', 'c', 'd', 'e']);
    expect(given[1]).toMatchObject({ status: 'answered', value: 2091 });
    expect(['李金锋', null]).toContain(given[0]!.value);
    expect(['赵勇', null]).toContain(given[2]!.value);
    expect(given[3]).toMatchObject({ status: 'answered', value: 0 });
    expect(answers(fromInput).map((answer) => ({ ...answer, answerId: '', tookMs: 0 }))).toEqual(given.map((answer) => ({ ...answer, answerId: '', tookMs: 0 })));
  });

  it('--at fixes the moment of asking', async () => {
    const [near, far] = [await asked('ask', '勐来乡去年收到多少申请', '--json', '--at', '2021-03-01'), await asked('ask', '勐来乡2020年收到多少申请', '--json')];
    expect([near.lines()[0]!['value'], far.lines()[0]!['value']]).toEqual([0, 0]);
  });

  it('remembers a session over calls', async () => {
    await asked('ask', '勐来乡领导小组组长是哪个', '--session', '../../etc/passwd', '--json');
    const next = await held('ask', '副组长呢', '--session', '../../etc/passwd', '--json');
    expect(['赵勇', null]).toContain(next.lines()[0]!['value'] as string);
    expect(readdirSync(data).filter((name) => !name.startsWith('wenbao.sqlite') && !name.startsWith('passages')), 'a session id names no file').toEqual([]);
  });
});

describe('withdraw', () => {
  it('takes a report out of answers, keeps its source, and cannot be done twice', async () => {
    const [other] = (await asked('reports', '--json')).lines().filter((line) => line['org'] === '沙坪乡');
    const id = String(other!['report']);
    expect((await asked('withdraw', id, '--why', '数字有误')).code).toBe(0);
    expect((await held('ask', `沙坪乡${QUESTION}`, '--json')).lines()[0]).toMatchObject({ status: 'not_found', value: null });
    expect((await asked('source', id)).out).toContain('2291');
    expect((await asked('reports', '--json', '--history')).lines().some((line) => line['withdrawn'] === '数字有误')).toBe(true);
    expect((await asked('withdraw', id, '--why', '再次')).code).toBe(2);
  });
});

describe('a call that is itself wrong ends with 2', () => {
  // Of two kinds one is called as an operator calls it: what `main` makes of an error.
  const OUTSIDE = new Set(['no question', 'an unknown command']);

  it.each<[string, readonly string[], Readonly<Record<string, string>>?]>([
    ['an unknown option', ['ask', '--nope', 'x']],
    ['an unknown command', ['dance']],
    ['no question', ['ask']],
    ['an unreadable path', ['ingest', '/nowhere/at/all']],
    ['no path', ['ingest']],
    ['an unreadable batch', ['ask', '--batch', '/nowhere/at/all']],
    ['an unknown report', ['source', 'nothing-2020']],
    ['a report without a reason', ['withdraw', 'nothing-2020']],
    ['a moment that is none', ['ask', 'x', '--at', 'tomorrow']],
    ['DATABASE_URL', ['reports'], { DATABASE_URL: 'postgres://localhost/x' }],
    ['a data folder that is a file', ['reports', '--data', BIN]],
  ])('%s', async (name, words, env) => {
    const call = words.includes('--data') ? words : [...words, '--data', folder.path('other')];
    const ran = OUTSIDE.has(name) ? await wenbao(call, { ...(env && { env }) }) : await here(call, env);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).not.toMatch(/^\s+at /m);
    expect(ran.err).not.toBe('');
  });

  it('a batch line that is no JSON', async () => {
    const ran = await wenbao(['ask', '--batch', '-', '--json', '--data', data], { input: `{"id":1,"q":"${QUESTION}"}\n{nope\n` });
    expect(ran.code).toBe(2);
    expect(ran.lines()).toHaveLength(1);
  });
});

describe('samples', () => {
  it('are loaded into the default folder while it is empty, and nowhere else', async () => {
    const cwd = folder.path('fresh');
    mkdirSync(cwd);
    expect((await wenbao(['reports', '--json'], { cwd })).lines()).toEqual([]);
    const asked = await wenbao(['ask', `勐来乡${QUESTION}`, '--json'], { cwd });
    expect(asked.lines()[0]).toMatchObject({ status: 'answered', value: 2091 });
    expect((await wenbao(['reports', '--json'], { cwd })).lines().length).toBeGreaterThanOrEqual(9);
    const named = await wenbao(['ask', QUESTION, '--json', '--data', folder.path('empty')], { cwd });
    expect(named.lines()[0]).toMatchObject({ status: 'not_found', reason: 'no_document', value: null });
  }, 60_000);
});

describe('doctor and chat', () => {
  it('doctor says what is well', async () => {
    const ran = await asked('doctor', '--json');
    expect(ran.lines().map((line) => DoctorLine.parse(line)).filter(({ ok }) => !ok)).toEqual([]);
    expect(ran.code).toBe(0);
  });

  it('chat answers lines until the end of input', async () => {
    const ran = await wenbao(['chat', '--data', data], { input: `勐来乡${QUESTION}\n\n退出\n` });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('2091');
  });
});
