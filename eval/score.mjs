// Scores questions against reports; usage.mjs says what it may be told.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { metrics } from '../dist/index/mod.js';
import { deskOver, desksOver, filesOf, heldReports } from './desks.mjs';
import { generatedQuestions, isSealed } from './generated/generate.mjs';
import { drawnNearMisses } from './generated/near-misses.mjs';
import { changedSince, keepRun, lastRun } from './last-run.mjs';
import { belowFloor, questionsIn, raised, scored } from './scoring.mjs';
import { told as readArguments } from './usage.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const here = (path) => resolve(root, path);
const SETS = here('eval/sets.json');
/** Near misses drawn at once. */
const NEAR_MISSES = 2000;
const args = readArguments(process.argv.slice(2));
if (args.say !== undefined) {
  console[args.code === 0 ? 'log' : 'error'](args.say);
  process.exit(args.code);
}
const { values: told, positionals } = args;
const own = JSON.parse(readFileSync(SETS, 'utf8'));
const aliases = told.aliases === undefined ? [] : questionsIn(readFileSync(told.aliases, 'utf8'));
const options = { aliases, debug: told.debug ?? false };

/** The sets asked for, each `{ name, sealed, questions, deskFor, floor }`. */
async function setsAsked() {
  if (told.reports !== undefined) return [{ name: basename(positionals[0] ?? ''), sealed: /sealed/.test(resolve(positionals[0] ?? '')), questions: questionsIn(readFileSync(positionals[0], 'utf8')), deskFor: desksOver(filesOf(told.reports.split(',')), options) }];
  if (told.generated) return generatedSets();
  if (told['near-misses'] !== undefined) return nearMissSets(filesOf(told['near-misses'].split(',')));
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

/** Near misses of what each report holds by itself, asked while only that report is held. */
async function nearMissSets(files) {
  const reports = [];
  for (const path of files) {
    const desk = await deskOver([path], options);
    reports.push(...(await heldReports(desk.library)).map((report) => ({ ...report, name: basename(path) })));
    await desk.close();
  }
  const questions = drawnNearMisses(reports, metrics, Number(told.seed ?? own.generated.seed), NEAR_MISSES);
  return [{ name: 'near misses', sealed: false, questions, deskFor: desksOver(files, options) }];
}

function unknown(name) {
  console.error(`no set is called ${name}: ${own.sets.map((set) => set.name).join(', ')}`);
  process.exit(2);
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
