import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deskOver, type Desk } from '../intents/assistant-over.js';
// @ts-expect-error the scorer is plain JavaScript, so that it runs without a build of the tests
import { judge } from '../../eval/judge.mjs';

interface Asked {
  readonly id: string;
  readonly q: string;
  readonly expect: unknown;
  readonly report?: string;
  readonly session?: string;
}

const tests = join(dirname(fileURLToPath(import.meta.url)), '..');

function desksOf(folder: string, alone: string | undefined): Promise<Desk> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt') && (alone === undefined || basename(name, '.txt') === basename(alone, '.txt')));
  return deskOver(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))])));
}

// Questions that mechanisms were tuned on. What was right stays right but for a few, and what is wrong is named.
describe.each([
  { name: 'questions-samples.jsonl', folder: '../samples', leastRight: 0.89, mostWrong: 0 },
  { name: 'questions-unseen-a.jsonl', folder: 'fixtures/unseen-a', leastRight: 0.65, mostWrong: 0 },
  { name: 'questions-unseen-b.jsonl', folder: 'fixtures/unseen-b', leastRight: 0.6, mostWrong: 0 },
  { name: 'questions-open-c.jsonl', folder: 'fixtures/open-c', leastRight: 0.8, mostWrong: 0 },
])('$name', ({ name, folder, leastRight, mostWrong }) => {
  it('is answered as well as before', { timeout: 120_000 }, async () => {
    const questions = readFileSync(join(tests, 'specs', name), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Asked);
    const wrong: string[] = [];
    let right = 0;
    for (const report of new Set(questions.map((asked) => asked.report))) {
      const desk = await desksOf(join(tests, folder), report);
      for (const asked of questions.filter((one) => one.report === report)) {
        const answer = await desk.ask(asked.q, asked.session);
        const verdict = judge(asked.expect, answer) as string;
        if (verdict === 'right') right += 1;
        if (verdict === 'wrong') wrong.push(`${asked.id} ${asked.q}: ${answer.text.slice(0, 120)}`);
      }
      await desk.close();
    }
    expect(right / questions.length).toBeGreaterThan(leastRight);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(mostWrong);
  });
});
