import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
// @ts-expect-error plain JavaScript, so that it runs without a build of the tests
import { judge } from '../../eval/judge.mjs';
// @ts-expect-error likewise
import { belowFloor, isHeldFor, questionsIn, raised, scored } from '../../eval/scoring.mjs';
// @ts-expect-error likewise
import { changedSince, keepRun, lastRun } from '../../eval/last-run.mjs';
// @ts-expect-error likewise
import { told, USAGE } from '../../eval/usage.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const answer = (over: Record<string, unknown> = {}) => ({ status: 'answered', value: 5, unit: '件', text: '五件', citations: [{ kind: 'report', quote: '5件', quotes: ['5件'] }], rows: [], ...over });
const refused = answer({ status: 'not_found', value: null, citations: [] });

describe('arguments', () => {
  it.each<[args: readonly string[], code: number, says: string]>([
    [['--help'], 0, USAGE as string],
    [['-h'], 0, USAGE as string],
    [['--nonsense'], 2, '--nonsense'],
    [['--seed'], 2, '--seed'],
    [['--reports', 'samples'], 2, 'one file of questions'],
  ])('%j only say something', (args, code, says) => {
    const read = told(args) as { readonly code: number; readonly say: string };
    expect([read.code, read.say.includes(says), read.say.includes(USAGE as string)]).toEqual([code, true, true]);
  });

  it('are read', () => {
    expect(told(['--failures', 'samples'])).toMatchObject({ positionals: ['samples'], values: { failures: true } });
  });
});

describe('a verdict', () => {
  it.each([
    [{ status: 'answered', value: 5, unit: '条' }, answer(), 'right'],
    [{ status: 'answered', value: 5, unit: '元' }, answer(), 'wrong'],
    [{ status: 'answered', value: 6, unit: null }, answer(), 'wrong'],
    [{ status: 'answered', value: 6, unit: null }, refused, 'abstained'],
    [{ status: 'none' }, answer(), 'wrong'],
    [{ status: 'none' }, refused, 'right'],
    [{ status: 'any', of: [4, 5] }, answer(), 'right'],
    [{ status: 'any', of: [4] }, answer(), 'wrong'],
    [{ status: 'any', of: [4] }, answer({ value: null }), 'right'],
    [{ status: 'any', of: [4] }, refused, 'right'],
  ])('%j %#', (expected, given, verdict) => {
    expect(judge(expected, given)).toBe(verdict);
  });
});

describe('the lines of a set', () => {
  const expected = { status: 'answered', value: 5 };

  it('are questions, or conversations whose turns are counted one by one', () => {
    const lines = [{ id: 'a', type: 'one', lang: 'zh', q: '?', expect: expected }, { id: 't', lang: 'zh', report: 'x', turns: [{ q: '多少', expect: expected }, { q: '那处罚呢', expect: refused }] }];
    expect(questionsIn(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n`)).toEqual([
      lines[0],
      { id: 't.1', type: 'turn', lang: 'zh', report: 'x', session: 't', q: '多少', expect: expected },
      { id: 't.2', type: 'turn', lang: 'zh', report: 'x', session: 't', q: '那处罚呢', expect: refused },
    ]);
  });

  it('keep apart what each of two people said', () => {
    const turns = ['甲', '乙', '甲'].map((by) => ({ q: '多少', by, expect: expected }));
    expect((questionsIn(JSON.stringify({ id: 't', lang: 'zh', turns })) as readonly { session: string }[]).map(({ session }) => session)).toEqual(['t 甲', 't 乙', 't 甲']);
  });
});

describe('a set', () => {
  it('is counted by kind; each report has a desk of its own, closed before the next', async () => {
    const steps: string[] = [];
    const deskFor = (report?: string) => {
      steps.push(`open ${report}`);
      return Promise.resolve({ ask: ({ q }: { q: string }) => Promise.resolve(q === '?' ? refused : answer(q === 'bare' ? { citations: [] } : {})), isCited: () => Promise.resolve(true), close: () => Promise.resolve(void steps.push(`close ${report}`)) });
    };
    const five = { status: 'answered', value: 5 };
    const set = [['1', 'a', 'x'], ['2', '?', 'y'], ['3', 'bare', 'x']].map(([id, q, report], n) => ({ id, q, report, type: n < 2 ? 'one' : 'two', expect: five }));
    const { kinds, total, verdicts } = await scored(set, deskFor);
    expect(kinds).toEqual({ one: { right: 1, wrong: 0, abstained: 1, uncited: 0 }, two: { right: 1, wrong: 0, abstained: 0, uncited: 1 } });
    expect(total).toEqual({ right: 2, wrong: 0, abstained: 1, uncited: 1 });
    expect(verdicts).toEqual({ 1: 'right', 2: 'abstained', 3: 'right' });
    expect(steps).toEqual(['open x', 'close x', 'open y', 'close y']);
  });
});

describe('the reports held for a question', () => {
  it.each<[report: string | readonly string[] | undefined, held: readonly string[]]>([
    [undefined, ['a/x.txt', 'b/y.html']],
    ['x.txt', ['a/x.txt']],
    ['x', ['a/x.txt']],
    [['y.html', 'x.txt'], ['a/x.txt', 'b/y.html']],
    [['z.txt'], []],
  ])('%j', (report, held) => {
    expect(['a/x.txt', 'b/y.html'].filter((path) => isHeldFor(report, path))).toEqual(held);
  });

  it('are opened once for all questions that name the same', async () => {
    const opened: unknown[] = [];
    const deskFor = (report?: readonly string[]) => {
      opened.push(report);
      return Promise.resolve({ ask: () => Promise.resolve(answer()), isCited: () => Promise.resolve(true), close: () => Promise.resolve() });
    };
    await scored([['1', ['x', 'y']], ['2', ['x']], ['3', ['x', 'y']]].map(([id, report]) => ({ id, report, q: '多少', type: 'one', expect: { status: 'answered', value: 5 } })), deskFor);
    expect(opened).toEqual([['x', 'y'], ['x']]);
  });
});

describe('a floor', () => {
  it.each([
    [{ right: 10, wrong: 1, uncited: 0 }, 0],
    [{ right: 9, wrong: 1, uncited: 0 }, 1],
    [{ right: 10, wrong: 2, uncited: 0 }, 1],
    [{ right: 9, wrong: 2, uncited: 1 }, 3],
  ])('%j', (counts, faults) => {
    expect(belowFloor(counts, { right: 10, wrong: 1 })).toHaveLength(faults);
  });

  it('only rises', () => {
    expect(raised({ right: 90, wrong: 1 }, { right: 100, wrong: 0, abstained: 100 })).toEqual({ right: 98, wrong: 0 });
    expect(raised({ right: 90, wrong: 1 }, { right: 80, wrong: 5, abstained: 115 })).toEqual({ right: 90, wrong: 1 });
  });
});

describe('the last run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-eval-'));
  const file = join(folder, 'last.json');
  const run = (right: number, verdict: string) => ({ total: { right, wrong: 0 }, kinds: {}, verdicts: { q1: verdict }, p50: 1, p99: 2 });

  it('tells what changed, question by question for open sets, in counts only for sealed ones', () => {
    keepRun(file, {}, [{ name: 'open', sealed: false, ...run(3, 'right') }, { name: 'sealed', sealed: true, ...run(3, 'right') }]);
    const last = lastRun(file);
    expect(JSON.stringify(last['sealed'])).not.toContain('q1');
    expect(changedSince(last['open'], run(2, 'wrong'), false)).toEqual({ total: { right: -1, wrong: 0 }, changed: [['q1', 'right', 'wrong']] });
    expect(changedSince(last['sealed'], run(2, 'wrong'), true)).toEqual({ total: { right: -1, wrong: 0 }, changed: [] });
    expect(changedSince(last['new'], run(2, 'wrong'), false)).toBeNull();
    rmSync(folder, { recursive: true });
  });
});

describe('npm run eval', () => {
  it('scores any questions against any folder, and refuses to show failures of sealed ones', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wenbao-eval-'));
    const questions = join(folder, 'questions.jsonl');
    writeFileSync(questions, `${JSON.stringify({ id: 'a', type: 'one', q: '村站办理多少件', expect: { status: 'answered', value: 2091, unit: '件' } })}\n${JSON.stringify({ id: 'b', type: 'taught', q: '窗口小铺办了多少件', expect: { status: 'answered', value: 1988, unit: '件' } })}\n`);
    writeFileSync(join(folder, 'aliases.jsonl'), JSON.stringify({ phrase: '窗口小铺', metric: 'prose.service.centre.total' }));
    const call = (...words: string[]) => JSON.parse(execFileSync(process.execPath, [join(root, 'eval/score.mjs'), '--reports', join(root, 'samples/menglai-2020.txt'), '--json', '--last', join(folder, 'last.json'), ...words], { encoding: 'utf8' })) as { total: unknown };
    expect(call(questions).total).toEqual({ right: 1, wrong: 0, abstained: 1, uncited: 0 });
    expect(call(questions, '--aliases', join(folder, 'aliases.jsonl')).total).toEqual({ right: 2, wrong: 0, abstained: 0, uncited: 0 });
    const refusal = (): unknown => execFileSync(process.execPath, [join(root, 'eval/score.mjs'), '--reports', join(root, 'samples/menglai-2020.txt'), join(root, 'tests/sealed/questions-seed-f.jsonl'), '--failures'], { encoding: 'utf8', stdio: 'pipe' });
    expect(refusal).toThrow(/sealed questions are only counted/);
    rmSync(folder, { recursive: true });
  });
});
