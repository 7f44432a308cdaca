import { describe, expect, it } from 'vitest';
import type { Answer } from '../../intents/mod.js';
import { openDesk } from './open-desk.js';
import { shuffledReports, type Shuffled } from './shuffled-reports.js';

const reports = shuffledReports(40, 20_261_123);

interface Asked {
  readonly report: Shuffled;
  readonly question: string;
  readonly answer: Answer;
}

const desk = openDesk(Object.fromEntries(reports.map(({ org, text }) => [`${org}.txt`, text])));

/** Puts each question to each report, named in full. */
async function askAll(questions: (report: Shuffled) => readonly string[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const report of reports) for (const question of questions(report)) asked.push({ report, question: `${report.org}${report.year}年${question}`, answer: await desk.ask(`${report.org}${report.year}年${question}`) });
  return asked;
}

const numbersIn = ({ value, rows }: Answer): unknown[] => (value === null ? rows.slice(0, 1).map((row) => row.value) : [value]);
const said = ({ question, answer }: Asked): string => `${question} → ${answer.status} ${String(answer.value)} ${answer.unit ?? ''}`;
const shareOf = (part: number, whole: number): number => part / Math.max(1, whole);

it('reads every shuffled report', () => {
  expect(desk.outcomes.map(({ status }) => status)).toEqual(reports.map(() => 'added'));
  expect(desk.outcomes.map(({ org }) => org)).toEqual(reports.map(({ org }) => org));
});

describe('a stock on a list is no number of decisions', () => {
  it.each([
    ['penalty', ['行政处罚了多少', '有多少件行政处罚', '罚了几家', '行政处罚决定多少件', '作出了多少行政处罚决定']],
    ['compulsory', ['行政强制了多少次', '行政强制有几件', '采取行政强制多少件']],
    ['licence', ['办了多少行政许可', '行政许可多少件', '作出行政许可决定几件']],
  ] as const)('%s', async (what, questions) => {
    const asked = await askAll(() => questions);
    expect(asked.filter(({ report, answer }) => answer.status === 'answered' && numbersIn(answer).includes(report.stock[what])).map(said)).toEqual([]);
    expect(asked.filter(({ answer }) => answer.status === 'answered' && answer.value !== 0).map(said)).toEqual([]);
  });

  it('is given when the list itself is asked for', async () => {
    const asked = await askAll(() => ['行政处罚上一年项目数量是多少', '处罚清单上有几项']);
    expect(asked.filter(({ report, answer }) => answer.status === 'answered' && answer.value !== report.stock.penalty).map(said)).toEqual([]);
    expect(shareOf(asked.filter(({ answer }) => answer.status === 'answered').length, asked.length)).toBeGreaterThanOrEqual(0.5);
  });

  it('is given when the list of the year before is asked for', async () => {
    const asked = await askAll(() => ['上一年行政处罚项目有几项', '上一年行政处罚项目数']);
    expect(asked.filter(({ report, answer }) => answer.status === 'answered' && answer.value !== report.stock.penalty).map(said)).toEqual([]);
  });

  // Bug: 行政处罚事项 is one word of the lexicon (the penalty), so 事项, which asks for the list, is swallowed.
  it('is given when the matters of the year before are asked for', async () => {
    const asked = await askAll(() => ['上一年的行政处罚事项有几项']);
    expect(asked.filter(({ report, answer }) => answer.status === 'answered' && answer.value !== report.stock.penalty).map(said)).toEqual([]);
  });
});

describe('a post that nobody is named for', () => {
  it('is never given to somebody who stands near', async () => {
    const asked = await askAll(({ centre }) => [`${centre}主任是谁`, `${centre}的主任叫什么名字`, `谁是${centre}主任`, '主任是哪个']);
    expect(asked.filter(({ report, answer }) => [report.bystander, report.leader, report.deputy].some((name) => String(answer.value ?? '').includes(name))).map(said)).toEqual([]);
  });

  it('does not hide the posts that somebody is named for', async () => {
    const asked = await askAll(({ body }) => [`${body}组长是谁`, `${body}副组长是谁`, '副组长叫什么']);
    const wanted = ({ report, question }: Asked): string => (question.includes('副组长') ? report.deputy : report.leader);
    expect(asked.filter((one) => one.answer.status === 'answered' && !String(one.answer.value).includes(wanted(one))).map(said)).toEqual([]);
    expect(shareOf(asked.filter(({ answer }) => answer.status === 'answered').length, asked.length)).toBeGreaterThanOrEqual(0.8);
  });
});

describe('what was counted is what is asked for', () => {
  it('accepted things are no requests for information', async () => {
    const asked = await askAll(() => ['收到多少件政府信息公开申请', '受理了多少件政府信息公开申请', '依申请公开受理了几件', '受理的信息公开申请有多少', '收到几份申请']);
    expect(asked.filter(({ answer }) => answer.status === 'answered' && answer.value !== 0).map(said)).toEqual([]);
  });

  it('what the report does not count is not answered with what it does', async () => {
    const asked = await askAll(({ other }) => ['受理了多少件行政复议申请', '受理投诉举报多少件', '受理了多少件法律援助', '办理了多少件人大代表建议', '受理劳动仲裁多少件'].filter((question) => !question.includes(other.object)));
    const wrong = asked.filter(({ answer, question }) => answer.status === 'answered' && !(question.includes('复议') && answer.value === 0) && answer.value !== null);
    expect(wrong.map(said)).toEqual([]);
  });
});

describe('totals and parts under other names', () => {
  const questions: readonly (readonly [string, (report: Shuffled) => string, (report: Shuffled) => number])[] = [
    ['stations', ({ station }) => `${station}办理了多少件？`, ({ atStations }) => atStations[0]],
    ['centre', ({ centre }) => `${centre}办理多少件`, ({ atCentre }) => atCentre[0]],
    ['all', ({ matter }) => `一共办理了多少件${matter}？`, ({ total }) => total],
    ['other', ({ other }) => `受理${other.object}多少件`, ({ other }) => other.accepted],
  ];

  it.each(questions)('%s: right or not at all, and mostly right', async (_, question, wanted) => {
    const asked = await askAll((report) => [question(report)]);
    expect(asked.filter(({ report, answer }) => answer.status === 'answered' && answer.value !== wanted(report)).map(said)).toEqual([]);
    const abstained = asked.filter(({ answer }) => answer.status !== 'answered').map(said);
    expect(1 - shareOf(abstained.length, asked.length), abstained.join('\n')).toBeGreaterThanOrEqual(0.8);
  });

  it.each([
    ['the stations’ first kind', (r: Shuffled) => `${r.station}${r.kinds[0]}了多少件`, (r: Shuffled) => r.atStations[1]],
    ['the stations’ second kind', (r: Shuffled) => `${r.station}${r.kinds[1]}多少件`, (r: Shuffled) => r.atStations[2]],
    ['the centre’s first kind', (r: Shuffled) => `${r.centre}${r.kinds[0]}有多少件`, (r: Shuffled) => r.atCentre[1]],
    ['the centre’s second kind', (r: Shuffled) => `${r.centre}${r.kinds[1]}几件`, (r: Shuffled) => r.atCentre[2]],
  ])('%s: right or not at all', async (_, question, wanted) => {
    const asked = await askAll((report) => [question(report)]);
    expect(shareOf(asked.filter(({ answer }) => answer.status === 'answered').length, asked.length)).toBeGreaterThanOrEqual(0.8);
    expect(asked.filter(({ report, answer }) => answer.status === 'answered' && answer.value !== wanted(report)).map(said)).toEqual([]);
  });

  it('of two kinds summed over nothing printed, no part answers for the whole', async () => {
    const asked = await askAll(({ kinds }) => [`${kinds[0]}一共多少件`, `${kinds[1]}总共有多少件`]);
    const parts = ({ atCentre, atStations }: Shuffled): number[] => [...atCentre, ...atStations];
    expect(asked.filter(({ report, answer }) => answer.status === 'answered' && parts(report).includes(answer.value as number)).map(said)).toEqual([]);
  });

  it('a sum of two sides is no side', async () => {
    const asked = await askAll(({ station, centre }) => [`${station}和${centre}一共办理多少件`, `${centre}和${station}加起来多少件`]);
    expect(asked.filter(({ report, answer }) => answer.status === 'answered' && answer.value !== report.total).map(said)).toEqual([]);
  });

  it('differences are signed, the first named minus the second, also where the question takes neither from the other', async () => {
    const asked = await askAll(({ station, centre }) => [`${station}比${centre}多办理多少件`, `${centre}和${station}办理的相差多少`]);
    const wanted = ({ report, question }: Asked): number => (question.includes('相差') ? 1 : -1) * (report.atCentre[0] - report.atStations[0]);
    expect(asked.filter((one) => one.answer.status === 'answered' && one.answer.value !== wanted(one)).map(said)).toEqual([]);
  });

  it('a difference of two kinds at one place stays at that place', async () => {
    const asked = await askAll(({ station, kinds }) => [`${station}${kinds[0]}比${kinds[1]}多多少件`]);
    expect(asked.filter(({ report, answer }) => answer.status === 'answered' && answer.value !== report.atStations[1] - report.atStations[2]).map(said)).toEqual([]);
  });

  it('how many stations there are is not how much they handled', async () => {
    const asked = await askAll(({ station, centre }) => [`${station}有几个`, `有几个${station}`, `${centre}有几个`]);
    expect(asked.filter(({ answer }) => answer.status === 'answered').map(said)).toEqual([]);
  });

  it('another year is not answered from this one', async () => {
    const asked: Asked[] = [];
    for (const report of reports) {
      const question = `${report.org}${report.year + 2}年${report.station}办理了多少件`;
      asked.push({ report, question, answer: await desk.ask(question) });
    }
    expect(asked.filter(({ answer }) => answer.value !== null).map(said)).toEqual([]);
  });

  it('another place is not answered from this one', async () => {
    for (const place of ['岩帅镇', '勐董镇', '糯良乡']) {
      const answer = await desk.ask(`${place}2020年村便民服务站办理了多少件`);
      expect(answer.value).toBeNull();
      expect(answer.reason).toBe('no_document');
    }
  });

  it('lists the parts of a total', async () => {
    const asked = await askAll(({ total }) => [`${total}件是怎么来的`]);
    const wrong = asked.filter(({ report, answer }) => answer.status === 'answered' && (answer.value !== report.total || ![report.atCentre[0], report.atStations[0]].every((part) => answer.rows.some((row) => row.value === part))));
    expect(wrong.map(said)).toEqual([]);
  });

  it('shares are of the total named', async () => {
    const asked = await askAll(({ station, centre }) => [`${station}办理的占比多少`, `${centre}占总数的百分之几`]);
    const wanted = ({ report, question }: Asked): number => Math.round(((question.includes('占总数') ? report.atCentre[0] : report.atStations[0]) / report.total) * 10_000) / 100;
    expect(asked.filter((one) => one.answer.status === 'answered' && Math.abs(Number(one.answer.value) - wanted(one)) > 0.011).map(said)).toEqual([]);
  });
});
