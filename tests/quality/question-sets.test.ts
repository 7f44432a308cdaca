import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { metrics } from '../../index/mod.js';
import type { Answer } from '../../intents/mod.js';
import { deskOver, type Desk } from '../intents/assistant-over.js';
// @ts-expect-error the scorer is plain JavaScript, so that it runs without a build of the tests
import * as scoring from '../../eval/scoring.mjs';
// @ts-expect-error likewise
import * as generator from '../../eval/generated/generate.mjs';
// @ts-expect-error likewise
import * as county from '../../eval/generated/county.mjs';
// @ts-expect-error likewise
import * as draw from '../../eval/generated/draw.mjs';

/** The file that is held while a question is asked, or several. */
type Reports = string | readonly string[];
interface Question {
  readonly id: string;
  readonly type: string;
  readonly lang: string;
  readonly q: string;
  readonly expect: { readonly status: string };
  readonly report?: Reports;
  readonly session?: string;
}
interface Floor { readonly right: number; readonly wrong: number }
interface OwnSet { readonly name: string; readonly questions: string; readonly reports: readonly string[]; readonly sealed: boolean; readonly floor: Floor }
interface Counts extends Floor { readonly abstained: number; readonly uncited: number }
type Told = (question: Question, answer: Answer, verdict: string) => void;

const { scored, questionsIn, isHeldFor, belowFloor } = scoring as {
  scored(questions: readonly Question[], deskFor: (report?: Reports) => Promise<unknown>, told?: Told): Promise<{ readonly total: Counts }>;
  questionsIn(text: string): Question[];
  isHeldFor(report: Reports | undefined, path: string): boolean;
  belowFloor(counts: Counts, floor: Floor): string[];
};
const { generatedQuestions, isSealed } = generator as { generatedQuestions(reports: readonly unknown[], of: typeof metrics, seed: number): Question[]; isSealed(question: Question): boolean };
const { drawn } = draw as { drawn(list: readonly Question[], most: number, seed: string, textOf: (question: Question) => string): Question[] };

const root = fileURLToPath(new URL('../..', import.meta.url));
const { sets, generated } = JSON.parse(readFileSync(join(root, 'eval/sets.json'), 'utf8')) as {
  readonly sets: readonly OwnSet[];
  readonly generated: { readonly seed: number; readonly reports: readonly string[]; readonly sample: number; readonly floor: Readonly<Record<'open' | 'sealed', Floor>> };
};

const { countyFolder } = county as { countyFolder(): string };
/** The county that is made stands for a folder, as for the scorer. */
const filesOf = (paths: readonly string[]): string[] => paths.map((path) => (basename(path) === 'county.mjs' ? countyFolder() : join(root, path))).flatMap((path) => (statSync(path).isDirectory() ? readdirSync(path).filter((name) => name.endsWith('.txt')).map((name) => join(path, name)) : [path]));
const deskOn = (files: readonly string[]): Promise<Desk> => deskOver(Object.fromEntries(files.map((path) => [basename(path), readFileSync(path)])));

/** A desk as the scorer asks it. What an answer must keep is checked at each: a quote that does not stand in its source throws. */
const asScored = (desk: Desk, close: () => Promise<void>) => ({ ask: ({ q, session }: Question) => desk.ask(q, session), isCited: () => Promise.resolve(true), close });

/** Names each wrong answer of an open set; of a sealed set nothing is said but counts. */
const wrongOnes = (sealed: boolean): { readonly said: string[]; readonly told: Told } => {
  const said: string[] = [];
  return { said, told: (question, answer, verdict) => void (verdict === 'wrong' && !sealed && said.push(`${question.id} ${question.q}: ${answer.text.slice(0, 120)}`)) };
};

// What was right stays right but for a few, and no more is wrong than before (of open sets each one is named). The same floors as `npm run eval`, which raises them (--raise) and prints more.
describe.each(sets)('$name', ({ name, questions, reports, sealed, floor }) => {
  it.skipIf(!reports.every((path) => existsSync(join(root, path))))('is answered as well as before', { timeout: 180_000 }, async () => {
    const deskFor = async (report?: Reports) => {
      const desk = await deskOn(filesOf(reports).filter((path) => isHeldFor(report, path)));
      return asScored(desk, () => desk.close());
    };
    const { said, told } = wrongOnes(sealed);
    const { total } = await scored(questionsIn(readFileSync(join(root, questions), 'utf8')), deskFor, told);
    console.log(`${name}: ${JSON.stringify(total)}`);
    expect(belowFloor(total, floor), said.join('\n')).toEqual([]);
  });
});

// These floors leave room for the draw, which is another one whenever reports are read otherwise.
describe('questions made of what the samples and fixtures hold', () => {
  it('are many, the same each time, and a sample of them is answered as well as before', { timeout: 180_000 }, async () => {
    const desk = await deskOn(filesOf(generated.reports));
    const { library } = desk.held;
    const reports = await Promise.all((await library.reports()).map(async (card) => ({ card, figures: await library.figures(card.report), text: (await library.source(card.report)).text })));
    const made = generatedQuestions(reports, metrics, generated.seed);
    expect(made.length).toBeGreaterThan(5000);
    expect(generatedQuestions(reports, metrics, generated.seed)).toEqual(made);
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
    for (const some of [made.filter(({ lang }) => lang === 'en'), made.filter(({ expect: { status } }) => status === 'none')]) expect(some.length).toBeGreaterThan(made.length / 10);
    const sealed = made.filter(isSealed);
    expect(Math.abs(sealed.length / made.length - 1 / 3)).toBeLessThan(0.02);
    for (const [part, of] of [['open', made.filter((question) => !isSealed(question))], ['sealed', sealed]] as const) {
      const { said, told } = wrongOnes(part === 'sealed');
      const { total } = await scored(drawn(of, generated.sample, part, ({ q }) => q), () => Promise.resolve(asScored(desk, () => Promise.resolve())), told);
      console.log(`generated, ${part}: ${JSON.stringify(total)}`);
      expect(belowFloor(total, generated.floor[part]), said.join('\n')).toEqual([]);
    }
    await desk.close();
    expect(desk.faults).toEqual([]);
  });
});
