// Asks the questions of a set and counts.
import { basename } from 'node:path';
import { questionsOf } from './conversations.mjs';
import { judge } from './judge.mjs';

const NOTHING = { right: 0, wrong: 0, abstained: 0, uncited: 0 };

/**
 * Questions (form: ../shared/eval/README.md) put to desks. `deskFor(report)` opens the desk over what a question's `report` names (one file, a list of them, or all: undefined) with
 * `ask(question)` and `isCited(answer)`; each is opened once, asked its questions in their order and closed. `told` hears each verdict.
 * Returns `{ kinds, total, verdicts, p50, p99 }`: counts by kind, verdicts by id, times in milliseconds.
 */
export async function scored(questions, deskFor, told = () => {}) {
  const kinds = {};
  const verdicts = {};
  const times = [];
  const heldFor = ({ report }) => JSON.stringify(report);
  for (const held of new Set(questions.map(heldFor))) {
    const same = questions.filter((question) => heldFor(question) === held);
    const desk = await deskFor(same[0].report);
    for (const question of same) {
      const started = performance.now();
      const answer = await desk.ask(question);
      times.push(performance.now() - started);
      const verdict = judge(question.expect, answer);
      const row = (kinds[question.type] ??= { ...NOTHING });
      row[verdict] += 1;
      verdicts[question.id] = verdict;
      if (!(await isCited(question, answer, desk))) row.uncited += 1;
      told(question, answer, verdict);
    }
    await desk.close();
  }
  const total = { ...NOTHING };
  for (const row of Object.values(kinds)) for (const key of Object.keys(total)) total[key] += row[key];
  times.sort((a, b) => a - b);
  return { kinds, total, verdicts, p50: at(times, 0.5), p99: at(times, 0.99) };
}

/** Whether a file is held while questions with this `report` (a name or several, with or without .txt) are asked; every file where none is named. */
export function isHeldFor(report, path) {
  return report === undefined || [report].flat().some((name) => basename(path, '.txt') === basename(name, '.txt'));
}

async function isCited(question, answer, desk) {
  const needsOne = answer.status === 'answered' && question.expect.status === 'answered';
  return (await desk.isCited(answer)) && !(needsOne && answer.citations.length === 0);
}

function at(sorted, share) {
  return sorted.length === 0 ? 0 : Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] * 10) / 10;
}

/** The questions of a JSONL file's text, conversations turn by turn. */
export function questionsIn(text) {
  return text.split('\n').filter((line) => line.trim() !== '').flatMap((line) => questionsOf(JSON.parse(line)));
}

/** Whether counts are as good as a floor: at least so many right, at most so many wrong, nothing uncited. */
export function belowFloor({ right, wrong, uncited }, floor) {
  return [...(right < floor.right ? [`${right} right, floor ${floor.right}`] : []), ...(wrong > floor.wrong ? [`${wrong} wrong, at most ${floor.wrong}`] : []), ...(uncited > 0 ? [`${uncited} uncited`] : [])];
}

/** A mechanism that mends many questions may lose a few: so much of a set lies between what was reached and its floor. Of wrong answers none. */
const SLACK = 0.01;

/** A floor that only rises: the better of what it was and of what was reached. */
export function raised(floor, { right, wrong, abstained }) {
  const reached = right - Math.floor((right + wrong + abstained) * SLACK);
  return { right: Math.max(floor.right, reached), wrong: Math.min(floor.wrong, wrong) };
}
