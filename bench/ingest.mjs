// How fast reports are taken in and passages found. Run after `npm run build`: node bench/ingest.mjs [reports, 1000]
// Ratios hold on other machines, absolute times do not. The yardstick is what no design can save: cutting the text into words once
// and adding its passages to MiniSearch.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepHeapSmall } from '../bin/heap.mjs';
import { variants } from './ingest-corpus.mjs';

keepHeapSmall();

const [count = '1000', phase, folder] = process.argv.slice(2);
const files = variants(Number(count));
const rss = () => Math.round(process.memoryUsage().rss / 1e6);
const ROUNDS = 3;
const round = (value) => Math.round(value * 100) / 100;
/** Time since `started` by the clock and by the processor; the second stays true on a busy machine. */
const since = ({ clock, cpu }) => {
  const { user, system } = process.cpuUsage(cpu);
  return { msPerReport: round((performance.now() - clock) / files.length), cpuMsPerReport: round((user + system) / 1000 / files.length) };
};
const start = () => ({ clock: performance.now(), cpu: process.cpuUsage() });
const phases = { yardstick, ingest, cold, once };

if (phase === undefined) await everything();
else console.log(JSON.stringify(await phases[phase]()));

async function everything() {
  const data = mkdtempSync(join(tmpdir(), 'wenbao-bench-'));
  const run = (name, ...rest) => JSON.parse(execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), count, name, data, ...rest], { encoding: 'utf8', maxBuffer: 1e8 }));
  try {
    // In turns and the best of each: whatever else runs on the machine must not decide, least of all for one side only.
    let [plain, full] = [null, null];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const [a, b] = [run('yardstick'), run('ingest')];
      console.log(`round ${round}: yardstick ${a.msPerReport} ms, ingest ${b.msPerReport} ms a report`);
      if (plain === null || a.msPerReport < plain.msPerReport) plain = a;
      if (full === null || b.msPerReport < full.msPerReport) full = b;
      if (round < ROUNDS) for (const name of readdirSync(data)) rmSync(join(data, name));
    }
    console.log('yardstick (cut once + add)', plain);
    console.log('full ingest', full);
    console.log(`ratio ${round(full.msPerReport / plain.msPerReport)} by the clock, ${round(full.cpuMsPerReport / plain.cpuMsPerReport)} by the processor (target: at most 3)`);
    console.log('one more file into the same library', run('once'));
    console.log('cold start, warm snapshot', run('cold'));
    for (const name of readdirSync(data).filter((file) => /\.(?:sqlite|snapshot)$/.test(file))) console.log(name, `${round(statSync(join(data, name)).size / 1e6)} MB`);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function yardstick() {
  const { default: nodejieba } = await import('nodejieba');
  const { default: MiniSearch } = await import('minisearch');
  const { standardSteps: steps } = await import(process.env.WENBAO_STEPS ?? '../dist/index/steps.js');
  const { passagesOf, indexedText } = await import('../dist/index/search/mod.js');
  nodejieba.cut('热身', true);
  const corpus = [];
  for (const { name, bytes } of files) {
    const { source } = await steps.read(name, bytes());
    corpus.push({ text: source.text, passages: passagesOf(steps.parse(source), source.text).map(indexedText) });
  }
  const index = new MiniSearch({ fields: ['heading', 'text'] });
  const started = start();
  corpus.forEach(({ text, passages }, i) => {
    const words = nodejieba.cut(text, true);
    // The words are dealt out to the passages by length: cutting them again is what a plain program would not do either.
    let at = 0;
    for (const { n, heading, pieces } of passages) {
      const until = at + pieces.join('').length;
      const mine = [];
      for (let length = at; length < until && words.length > 0; ) {
        const word = words.shift();
        mine.push(word);
        length += word.length;
      }
      at = until;
      index.add({ id: i * 1000 + n, heading, text: mine.join(' ') });
    }
  });
  return { ...since(started), rssMB: rss() };
}

async function ingest() {
  const { openLibrary } = await import('../dist/index/library.js');
  const { standardSteps: steps } = await import(process.env.WENBAO_STEPS ?? '../dist/index/steps.js');
  const open = await openLibrary(folder, { steps });
  open.library.segment('热身');
  let [figures, refused] = [0, 0];
  const started = start();
  await open.ingest(files, (outcome) => {
    figures += outcome.figures ?? 0;
    if (outcome.status !== 'added') refused += 1;
  });
  const took = since(started);
  const rssAfterIngest = rss();
  const queries = await times(open.library);
  await open.close();
  return { ...took, reportsPerSecond: round(1000 / took.msPerReport), figures, notAdded: refused, rssMB: rssAfterIngest, ...queries };
}

/** Each question of the relevance set, asked of one report and of all. */
async function times(library) {
  const questions = readFileSync(new URL('../tests/specs/relevance-seed.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line).q);
  const cards = await library.reports();
  const result = {};
  for (const scope of ['scoped', 'unscoped']) {
    const took = [];
    for (let round = 0; round < 3; round += 1) {
      for (const [i, text] of questions.entries()) {
        const reports = scope === 'scoped' ? { reports: [cards[(i * 37 + round) % cards.length].report] } : {};
        const started = performance.now();
        await library.search({ text, limit: 5, ...reports });
        took.push(performance.now() - started);
      }
    }
    took.sort((a, b) => a - b);
    result[`${scope}Ms`] = { p50: round(took[took.length >> 1]), p99: round(took[Math.floor(took.length * 0.99)]) };
  }
  return result;
}

async function once() {
  const { openLibrary } = await import('../dist/index/library.js');
  const { standardSteps: steps } = await import(process.env.WENBAO_STEPS ?? '../dist/index/steps.js');
  const started = performance.now();
  const open = await openLibrary(folder, { steps });
  const opened = performance.now();
  const text = files[0].bytes().toString().replace(/乡/g, '镇');
  await open.ingest([{ name: 'one.txt', path: 'one.txt', bytes: () => Buffer.from(text) }], () => {});
  const ingested = performance.now();
  await open.close();
  return { openMs: round(opened - started), ingestMs: round(ingested - opened), rssMB: rss() };
}

async function cold() {
  const started = performance.now();
  const { openLibrary } = await import('../dist/index/library.js');
  const { standardSteps: steps } = await import(process.env.WENBAO_STEPS ?? '../dist/index/steps.js');
  const imported = performance.now();
  const { library, close } = await openLibrary(folder, { steps });
  const [card] = await library.reports();
  const opened = performance.now();
  await library.figures(card.report);
  const figures = performance.now();
  library.segment('热身');
  const dictionary = performance.now();
  await library.search({ text: '办事窗口', limit: 3 });
  const searched = performance.now();
  const byMetric = performance.now();
  const found = await library.findFigures({ metrics: ['req.new.total'] });
  const result = { importMs: round(imported - started), openMs: round(opened - imported), figuresMs: round(figures - opened), dictionaryMs: round(dictionary - figures), restoreAndSearchMs: round(searched - dictionary), oneMetricOfAllMs: round(performance.now() - byMetric), found: found.length, totalMs: round(performance.now() - started), rssMB: rss() };
  await close();
  return result;
}
