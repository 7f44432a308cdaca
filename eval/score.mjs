// npm run eval -- [SET…] [--generated] [--seed N] | --reports PATHS QUESTIONS.jsonl  [--type KIND] [--aliases FILE] [--failures [--debug]]
//                 [--last FILE] [--raise] [--json]
// Scores questions against reports: right / wrong / abstained / uncited per kind, latency, what changed since the last run.
// Without arguments: the project's own sets (sets.json), each against its floor. With --reports: any JSONL against any folder (or files,
// joined by commas); a question with a "report" field is asked while only that report is held. --generated: all questions made of the
// samples and fixtures. --aliases: lines of `wenbao alias list --json` that hold meanwhile. --raise: floors rise to what was reached.
// Sealed sets are only ever counted: --failures refuses them. Exit code 1 when a set is below its floor.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { metrics } from '../dist/index/mod.js';
import { deskOver, desksOver, filesOf, heldReports } from './desks.mjs';
import { generatedQuestions, isSealed } from './generated/generate.mjs';
import { changedSince, keepRun, lastRun } from './last-run.mjs';
import { belowFloor, questionsIn, raised, scored } from './scoring.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const here = (path) => resolve(root, path);
const SETS = here('eval/sets.json');
const { values: told, positionals } = parseArgs({
  options: { reports: { type: 'string' }, generated: { type: 'boolean' }, seed: { type: 'string' }, failures: { type: 'boolean' }, debug: { type: 'boolean' }, type: { type: 'string' }, aliases: { type: 'string' }, last: { type: 'string' }, raise: { type: 'boolean' }, json: { type: 'boolean' } },
  allowPositionals: true,
});
const own = JSON.parse(readFileSync(SETS, 'utf8'));
const aliases = told.aliases === undefined ? [] : questionsIn(readFileSync(told.aliases, 'utf8'));
const options = { aliases, debug: told.debug ?? false };

/** The sets asked for, each `{ name, sealed, questions, deskFor, floor }`. */
async function setsAsked() {
  if (told.reports !== undefined) return [{ name: basename(positionals[0] ?? ''), sealed: /sealed/.test(resolve(positionals[0] ?? '')), questions: questionsIn(readFileSync(positionals[0], 'utf8')), deskFor: desksOver(filesOf(told.reports.split(',')), options) }];
  if (told.generated) return generatedSets();
  const named = positionals.length === 0 ? own.sets : positionals.map((name) => own.sets.find((set) => set.name === name) ?? unknown(name));
  return named.filter(({ reports }) => reports.every((path) => existsSync(here(path)))).map((set) => ({ ...set, questions: questionsIn(readFileSync(here(set.questions), 'utf8')), deskFor: desksOver(filesOf(set.reports.map(here)), options) }));
}

async function generatedSets() {
  const desk = await deskOver(filesOf(own.generated.reports.map(here)), options);
  const made = generatedQuestions(await heldReports(desk.library), metrics, Number(told.seed ?? own.generated.seed));
  const parts = [{ name: 'generated', sealed: false, questions: made.filter((question) => !isSealed(question)) }, { name: 'generated, sealed third', sealed: true, questions: made.filter(isSealed) }];
  const asked = parts.filter(({ sealed }) => !(sealed && told.failures));
  let left = asked.length;
  // One desk serves both parts: it is closed by the last.
  const deskFor = () => ({ ...desk, close: async () => void ((left -= 1) === 0 && (await desk.close())) });
  return asked.map((part) => ({ ...part, deskFor }));
}

function unknown(name) {
  throw new Error(`no set is called ${name}: ${own.sets.map((set) => set.name).join(', ')}`);
}

function printFailure(question, answer, verdict) {
  if (verdict === 'right') return;
  console.error(`${verdict.toUpperCase()} ${question.id} [${question.type}] ${question.report ?? ''} ${question.session ?? ''} ${question.q}\n   expect ${JSON.stringify(question.expect)}\n   got ${answer.status} ${answer.reason ?? ''} ${answer.intent} ${answer.value} ${answer.unit ?? ''} | ${answer.text.replaceAll('\n', ' ⏎ ').slice(0, 260)}`);
  if (told.debug) console.error('   because', (answer.because ?? []).slice(0, 30).join(' ; '));
}

function print(name, sealed, result, since, below) {
  if (told.json) return console.log(JSON.stringify({ name, sealed, total: result.total, ...(sealed ? {} : { kinds: result.kinds }), p50: result.p50, p99: result.p99, since, below }));
  console.log(`\n${name}${sealed ? ' (sealed: totals only)' : ''}`);
  console.table(sealed ? { TOTAL: result.total } : { ...result.kinds, TOTAL: result.total });
  console.log(`p50 ${result.p50} ms, p99 ${result.p99} ms`);
  if (since) console.log(`since the last run: ${Object.entries(since.total).map(([key, by]) => `${key} ${by >= 0 ? '+' : ''}${by}`).join(', ')}${since.changed.slice(0, 40).map(([id, was, is]) => `\n  ${id}: ${was} → ${is}`).join('')}`);
  for (const line of below) console.log(`BELOW ITS FLOOR: ${line}`);
}

const sets = await setsAsked();
const refused = told.failures ? sets.find(({ sealed }) => sealed) : undefined;
if (refused) throw new Error(`${refused.name}: sealed questions are only counted`);
const lastFile = told.last ?? join(root, 'eval/last-run.json');
const last = lastRun(lastFile);
const done = [];
for (const set of sets) {
  const questions = told.type === undefined ? set.questions : set.questions.filter(({ type }) => type === told.type);
  const result = await scored(questions, set.deskFor, told.failures ? printFailure : undefined);
  const below = set.floor && told.type === undefined && aliases.length === 0 ? belowFloor(result.total, set.floor) : [];
  print(set.name, set.sealed, result, told.type === undefined ? changedSince(last[set.name], result, set.sealed) : null, below);
  if (below.length > 0) process.exitCode = 1;
  done.push({ ...set, ...result });
}
if (told.type === undefined && aliases.length === 0) keepRun(lastFile, last, done);
if (told.raise) {
  const reached = new Map(done.map(({ name, total }) => [name, total]));
  for (const set of own.sets) if (reached.has(set.name)) set.floor = raised(set.floor, reached.get(set.name));
  writeFileSync(SETS, `${JSON.stringify(own, null, 2)}\n`);
}
