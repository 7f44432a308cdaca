// Scores a JSONL of questions against reports: right / wrong / abstained / uncited per kind.
// node eval/score.mjs [--failures] [--json OUT] --reports FILE[,FILE…] QUESTIONS.jsonl
// A question with a "report" field is asked while only that report (from the --reports folder) is held.
// Sealed sets (tests/sealed/) are only ever counted: --failures refuses them.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openLibrary, standardSteps, verify } from '../dist/index/mod.js';
import { ConversationsInMemory, createAssistant } from '../dist/intents/mod.js';
import { judge } from './judge.mjs';

const { values, positionals } = parseArgs({ options: { reports: { type: 'string' }, failures: { type: 'boolean' }, type: { type: 'string' }, debug: { type: 'boolean' } }, allowPositionals: true });
const [questionsFile] = positionals;
if (!questionsFile || !values.reports) throw new Error('usage: eval/score.mjs --reports PATHS QUESTIONS.jsonl');
if (values.failures && questionsFile.includes('sealed')) throw new Error('sealed questions are only counted');

const files = values.reports.split(',').flatMap((path) => (statSync(path).isDirectory() ? readdirSync(path).filter((name) => name.endsWith('.txt')).sort().map((name) => join(path, name)) : [path]));
const questions = readFileSync(questionsFile, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const AT = new Date('2026-11-23T10:00:00+08:00');

async function assistantOver(paths) {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-eval-'));
  const held = await openLibrary(folder, { steps: standardSteps });
  await held.ingest(paths.map((path) => ({ name: basename(path), path, bytes: () => readFileSync(path) })), (outcome) => {
    if (outcome.status === 'refused') throw new Error(`${outcome.path}: ${outcome.error.message.en}`);
  });
  const assistant = createAssistant({ library: held.library, conversations: new ConversationsInMemory(), onFault: (id, error) => console.error(id, error) });
  return { assistant, held, folder };
}

const open = new Map();
async function assistantFor(report) {
  const key = report ?? '*';
  if (!open.has(key)) open.set(key, await assistantOver(report ? files.filter((path) => basename(path, '.txt') === basename(report, '.txt')) : files));
  return open.get(key);
}

const tally = {};
const times = [];
for (const question of questions) {
  if (values.type && question.type !== values.type) continue;
  const { assistant, held } = await assistantFor(question.report);
  const started = performance.now();
  const answer = await assistant.ask(question.q, { at: AT, ...(question.session && { session: question.session }), ...(values.debug && { debug: true }) });
  times.push(performance.now() - started);
  const verdict = judge(question.expect, answer);
  let cited = true;
  for (const citation of answer.citations) cited &&= citation.kind !== 'report' || verify(citation, await held.library.source(citation.report));
  const row = (tally[question.type] ??= { right: 0, wrong: 0, abstained: 0, uncited: 0 });
  row[verdict] += 1;
  if (!cited || (answer.status === 'answered' && question.expect.status === 'answered' && answer.citations.length === 0)) row.uncited += 1;
  if (values.failures && verdict !== 'right') {
    console.log(`${verdict.toUpperCase()} ${question.id} [${question.type}] ${question.report ?? ''} ${question.session ?? ''} ${question.q}\n   expect ${JSON.stringify(question.expect)}\n   got ${answer.status} ${answer.reason ?? ''} ${answer.intent} ${answer.value} ${answer.unit ?? ''} | ${answer.text.replaceAll('\n', ' ⏎ ').slice(0, 260)}`);
    if (values.debug) console.log('   because', (answer.because ?? []).slice(0, 30).join(' ; '));
  }
}
const total = { right: 0, wrong: 0, abstained: 0, uncited: 0 };
for (const row of Object.values(tally)) for (const key of Object.keys(total)) total[key] += row[key];
console.table({ ...tally, TOTAL: total });
times.sort((a, b) => a - b);
console.log(`p50 ${times[Math.floor(times.length / 2)].toFixed(1)} ms, p99 ${times[Math.floor(times.length * 0.99)].toFixed(1)} ms`);
for (const { held, folder } of open.values()) {
  await held.close();
  rmSync(folder, { recursive: true, force: true });
}
