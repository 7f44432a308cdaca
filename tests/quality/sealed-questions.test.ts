import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deskOver } from '../intents/assistant-over.js';
// @ts-expect-error the scorer is plain JavaScript, so that it runs without a build of the tests
import { judge } from '../../eval/judge.mjs';

interface Asked {
  readonly q: string;
  readonly expect: unknown;
  readonly session?: string;
}

const tests = join(dirname(fileURLToPath(import.meta.url)), '..');
const seed = join(tests, '../../shared/seeds/000_905ef34499d184c8.txt');

// Written by others than the code's authors and only ever counted: no single failure is printed here. The floors only rise.
describe.each([
  { name: 'questions-seed.jsonl', here: existsSync(seed), leastRight: 0.78, mostWrong: 0.035 },
])('$name', ({ name, here, leastRight, mostWrong }) => {
  it.skipIf(!here)('is answered as well as before', async () => {
    const questions = readFileSync(join(tests, 'sealed', name), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Asked);
    const tally: Record<string, number> = { right: 0, wrong: 0, abstained: 0 };
    const desk = await deskOver({ [basename(seed)]: readFileSync(seed) });
    for (const asked of questions) tally[judge(asked.expect, await desk.ask(asked.q, asked.session))]! += 1;
    await desk.close();
    console.log(`${name}: ${JSON.stringify(tally)}`);
    expect(tally['right']! / questions.length).toBeGreaterThan(leastRight);
    expect(tally['wrong']! / questions.length).toBeLessThan(mostWrong);
  });
});
