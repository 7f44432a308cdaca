import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../../index/mod.js';
import { deskOver, type Desk } from './assistant-over.js';
import { inventedReports, questionsOn, questionsOnCells, shuffled, type Generated } from './generated-questions.js';
import { seeded } from './shuffled-reports.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** So many of each kind are asked; of plain questions all. */
const MOST_OF_A_KIND = 45;
const LEAST_ANSWERED = 0.85;
/** Thousands of questions: milliseconds each, on a machine that others may use too. */
const SLOW = 300_000;

interface Wrong {
  readonly kind: string;
  readonly said: string;
}

interface Run {
  readonly wrong: readonly Wrong[];
  /** Kind → answered rightly, not answered though the report says it. */
  readonly tally: ReadonlyMap<string, { right: number; missed: readonly string[] }>;
  readonly asked: number;
}

async function ask(desk: Desk, questions: readonly Generated[]): Promise<Run> {
  const wrong: Wrong[] = [];
  const tally = new Map<string, { right: number; missed: string[] }>();
  for (const [n, { kind, turns, allowed }] of questions.entries()) {
    let value: unknown = null;
    let more = '';
    for (const turn of turns) {
      const answer = await desk.ask(turn, turns.length > 1 ? `conversation ${n}` : undefined);
      value = answer.status === 'answered' ? answer.value : null;
      more = `${answer.unit ?? ''} ${answer.rows[0]?.label ?? ''} ${answer.derived?.formula ?? ''}`;
    }
    const counted = tally.get(kind) ?? { right: 0, missed: [] };
    tally.set(kind, counted);
    if (value === null) {
      if (allowed.length > 0) counted.missed.push(turns.join(' → '));
    } else if (allowed.some((one) => Math.abs(one - Number(value)) < 0.011)) counted.right += 1;
    else wrong.push({ kind, said: `${turns.join(' → ')} = ${String(value)}${more}, not ${allowed.join(' or ')}` });
  }
  return { wrong, tally, asked: questions.length };
}

/** Of every kind at most `MOST_OF_A_KIND`, drawn; kinds of `whole` in full. */
function bounded(questions: readonly Generated[], random: () => number, whole: readonly string[]): Generated[] {
  const taken = new Map<string, number>();
  return shuffled(questions, random).filter(({ kind }) => {
    const n = (taken.get(kind) ?? 0) + 1;
    taken.set(kind, n);
    return n <= MOST_OF_A_KIND || whole.includes(kind);
  });
}

function expectAnswered(run: Run, kind: string, least = LEAST_ANSWERED): void {
  const { right, missed } = run.tally.get(kind)!;
  expect(right / (right + missed.length), `${kind}:\n${missed.join('\n')}`).toBeGreaterThanOrEqual(least);
}

/** Answered wrongly now, by cause. When nothing is wrong any more the test says so: delete the entry. */
const KNOWN: readonly (readonly [cause: string, question: RegExp])[] = [
  ['pushed articles or interpretations (篇) answer for what was published (条)', /主动公开|政府信息多少条/],
];
const cause = ({ said }: Wrong): string | undefined => KNOWN.find(([, question]) => question.test(said))?.[0];

describe('invented reports', () => {
  const reports = inventedReports(23);
  let desk: Desk;
  let run: Run;
  beforeAll(async () => {
    desk = await deskOver(Object.fromEntries(reports.map(({ org, text }) => [`${org}.txt`, text])));
    const random = seeded(24);
    run = await ask(desk, bounded(reports.flatMap((report) => questionsOn(report, reports.filter((other) => other !== report), random)), random, ['plain', 'another topic', 'a month’s average']));
  }, SLOW);
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it('are asked much', () => {
    expect(run.asked).toBeGreaterThan(2000);
  });

  it('give no wrong number', () => {
    expect(run.wrong.filter((one) => cause(one) === undefined).map(({ kind, said }) => `${kind}: ${said}`)).toEqual([]);
  });

  it.each(KNOWN)('%s', (known) => {
    expect(run.wrong.filter((one) => cause(one) === known)).toEqual([]);
  });

  it('answer what they say', () => {
    expectAnswered(run, 'plain');
  });

  it.each<[string, number]>([['place in front, year dropped', 0.8], ['place and year behind', 0.8], ['politely', 0.8], ['sum of siblings', 0.7], ['difference of siblings', 0.7], ['share', 0.7], ['share of the whole', 0.7], ['follow-up: part', 0.65], ['follow-up: sibling', 0.65], ['follow-up: another topic', 0.65]])('%s: answered in %d', (kind, least) => {
    expectAnswered(run, kind, least);
  });
});

describe('tables', () => {
  const reports = inventedReports(3).filter(({ cells }) => cells.size > 0).slice(0, 2);
  let desk: Desk;
  let run: Run;
  beforeAll(async () => {
    desk = await deskOver(Object.fromEntries(reports.map(({ org, text }) => [`${org}.txt`, text])));
    run = await ask(desk, bounded(reports.flatMap((report) => questionsOnCells(report, metrics)), seeded(4), []).concat(reports.flatMap((report) => questionsOnCells(report, metrics)).filter(({ turns }) => /total handled|总计/.test(turns[0]!)).slice(0, 40)));
  }, SLOW);
  afterAll(() => desk.close());

  const handledIn = ({ said }: Wrong): boolean => /total handled|年[(（]七[)）]总计|总计.*[(（]七[)）]/.test(said);

  it('give no wrong number', () => {
    expect(run.wrong.filter((one) => !handledIn(one)).map(({ kind, said }) => `${kind}: ${said}`)).toEqual([]);
  });

  // Bug: "total handled" names no row, so the row that is meant when nothing is said (new requests) answers.
  it('total handled is not newly received', () => {
    expect(run.wrong.filter(handledIn)).toEqual([]);
  });

  it.each<[string, number]>([['cell, row and column', 0.85], ['cell, column and row', 0.85], ['cell, how many', 0.65]])('%s: answered in %d', (kind, least) => {
    expectAnswered(run, kind, least);
  });
});

// What the figures of held reports are asked by, and what must not be answered: eval/generated/, scored by tests/quality/question-sets.test.ts.
describe('samples and reports not seen before', () => {
  const folders = ['samples', 'tests/fixtures/unseen-a', '../shared/seeds'].map((name) => join(root, name)).filter((name) => existsSync(name));
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver(Object.fromEntries(folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => [name, readFileSync(join(folder, name))]))));
  }, SLOW);
  afterAll(() => desk.close());

  it.each<[string, number | null]>([
    ['青石镇2020年张贴多少条', 86],
    ['青石镇2020年推送多少条', 183],
    ['澄阳县2020年县公安局承办几件', 14],
    ['雾屯乡2020年大喇叭广播多少次', 312],
  ])('%s: right or not answered', async (question, gold) => {
    const answer = await desk.ask(question);
    expect([gold, null]).toContain(answer.value);
  });

  it.each<[string, number | null]>([
    ['澄阳县2020年县自然资源局多少件', 52],
    ['澄阳县2020年县教育局承办几件', null],
    ['云岭县市场监督管理局2021年办理多少件', 6842],
    ['柳河乡2019年更换村级公开栏多少元', null],
    ['柳河乡2020年公开信息多少元', null],
    ['柳河乡2021年“柳河乡”公众号占比多少', 41.12],
  ])('%s: right or not answered', async (question, gold) => {
    const answer = await desk.ask(question);
    if (answer.status === 'answered') expect(answer.value, answer.text).toBe(gold);
  });

  it.each<[string, number | null]>([
    // Bug: an office that has a report of its own is claimed as an organisation and its words fall away; the other organisation named answers with whatever is left.
    ['青石镇2020年“永濂教育”公众号多少条', null],
    // Bug: a side is left for a worse one that stands as deep as the other (operands.ts: `ranked` gives all within 0.4 of the best, `depthOf` then chooses).
    ['澄阳县2020年县政府部门承办比行政复议多多少件', 103],
    // Bug: 网上 and 网络 are one concept and 办理 is said by the sentence: requests by net answer for matters handled on line (6136).
    ['云岭县市场监督管理局2022年网上办理多少件', 6136],
  ])('%s: right or not answered', async (question, gold) => {
    const answer = await desk.ask(question);
    if (answer.status === 'answered') expect(answer.value, answer.text).toBe(gold);
  });
});
