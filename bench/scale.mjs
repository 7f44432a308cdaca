// The same questions over 100, 1,000 and 10,000 reports, so that growth shows. Run after `npm run build`: node bench/scale.mjs [sizes…]
// Each size is asked in a process of its own. Passage search is printed beside bare FTS5 over the same tokens, asked in the same process in turns.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepHeapSmall } from '../bin/heap.mjs';
import { variants } from './ingest-corpus.mjs';

keepHeapSmall();

const YEARS = 4;
const at = new Date('2025-03-01T10:00:00+08:00');
const [phase, folder] = process.argv.slice(2);
const rss = () => Math.round(process.memoryUsage().rss / 1e6);
const round = (value) => Math.round(value * 10) / 10;
const phases = { load, ask, search };

if (phase in phases) await phases[phase]();
else everything(process.argv.slice(2).map(Number));

function everything(given) {
  const data = mkdtempSync(join(tmpdir(), 'wenbao-scale-'));
  const run = (...rest) => execFileSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), ...rest], { stdio: 'inherit' });
  try {
    for (const count of given.length > 0 ? given : [100, 1000, 10000]) {
      console.log(`== ${count} reports`);
      run('load', data, String(count));
      run('ask', data);
      run('search', data);
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** Takes in what is missing up to the size asked for. */
async function load() {
  const { openLibrary } = await import('../dist/index/mod.js');
  const open = await openLibrary(folder);
  const from = (await open.library.reports()).length;
  const files = variants(Number(process.argv[4]), YEARS).slice(from);
  const started = performance.now();
  await open.ingest(files, () => {});
  const took = performance.now() - started;
  await open.library.search({ text: '便民服务', limit: 1 });
  console.log(`taken in: ${files.length} more at ${round(took / files.length)} ms a report; ${rss()} MB`);
  await open.close();
}

async function ask() {
  const { openLibrary } = await import('../dist/index/mod.js');
  const { ConversationsInMemory, createAssistant } = await import('../dist/intents/mod.js');
  const started = performance.now();
  const open = await openLibrary(folder);
  const { library } = open;
  const assistant = createAssistant({ library, conversations: new ConversationsInMemory(), onFault: (id, error) => console.error(id, error) });
  const cards = await library.reports();
  const card = (n) => cards[(n * 37) % cards.length];
  const total = (n) => `${2024 - (n % YEARS)}年各乡镇一共收到多少申请`;
  await assistant.ask(`${card(1).org.fullName}${card(1).year}年收到多少申请`, { at });
  console.log(`cold start to first answer: ${Math.round(performance.now() - started)} ms; ${cards.length} reports, ${cards.reduce((sum, one) => sum + one.figures, 0)} figures`);
  // The program does this at its start, after it is heard.
  const preparing = performance.now();
  await assistant.prepare();
  const prepared = performance.now();
  await assistant.rehearse({ at, stop: new AbortController().signal });
  console.log(`prepared (sounds, the passage index): ${Math.round(prepared - preparing)} ms; rehearsed (the intents' examples): ${Math.round(performance.now() - prepared)} ms`);
  const figures = ['收到几份信息公开申请', '村为民服务站办理了多少件', '行政处罚处理决定数量', '行政复议结果维持的有几件', '全乡有多少个行政村'];
  await measure('one figure', 200, (n) => assistant.ask(`${card(n).org.fullName}${card(n).year}年${figures[n % figures.length]}`, { at }));
  await measure('one figure, in English', 40, (n) => assistant.ask(`How many disclosure requests were received in ${card(n).year}? ${card(n).org.fullName}`, { at }));
  let sessions = 0;
  /** Only the second question is timed. */
  const followUp = async (first, next) => {
    const session = `s${(sessions += 1)}`;
    await assistant.ask(first, { at, session });
    const [asked, cpu] = [performance.now(), process.cpuUsage()];
    const answer = await assistant.ask(next, { at, session });
    return { ...answer, took: performance.now() - asked, cpu: spent(cpu) };
  };
  const one = (n) => `${card(n).org.fullName}${card(n).year}年${figures[0]}`;
  await measure('one figure, follow-up by another figure', 100, (n) => followUp(one(n), '那行政处罚呢'));
  await measure('one figure, follow-up by another organisation', 100, (n) => followUp(one(n), `${card(n + 1).org.fullName}呢`));
  await measure('total over a year, follow-up by a rank', 20, (n) => followUp(total(n), '最多的是哪个'));
  await measure('total over a year, follow-up by another figure', 20, (n) => followUp(total(n), '那行政处罚呢'));
  await measure('rank over a year', 20, (n) => assistant.ask(`${2024 - (n % YEARS)}年哪个乡收到的申请最多`, { at }));
  await measure('total over a year', 20, (n) => assistant.ask(total(n), { at }));
  const metrics = ['req.new.total', 'req.done.granted.total', 'active.penalty.decisions'];
  await measure('values of a metric, all of a year', 30, async (n) => ({ status: `${(await library.figureValues({ metrics: [metrics[n % metrics.length]], years: [2024 - (n % YEARS)] })).length > 0}` }));
  await open.close();
}

async function search() {
  const { default: Database } = await import('better-sqlite3');
  const { openLibrary } = await import('../dist/index/mod.js');
  const { createAnalyzer, loadSegmenter } = await import('../dist/index/text/mod.js');
  const open = await openLibrary(folder);
  const cards = await open.library.reports();
  const passages = ['驻村工作力量怎么做政策宣传解读', '村级公开栏是做什么的', '代办员是怎么培训的', '行政处罚公开情况', '存在哪些困难和问题'];
  await open.library.search({ text: passages[0], limit: 5 });
  await measure('passages of one report', 100, async (n) => ({ status: `${(await open.library.search({ text: passages[n % passages.length], limit: 5, reports: [cards[(n * 37) % cards.length].report] })).length > 0}` }));
  const file = join(folder, 'passages.sqlite');
  const bare = existsSync(file) ? new Database(file, { readonly: true }) : null;
  const analyzer = createAnalyzer(loadSegmenter());
  const statement = bare?.prepare('select rowid, rank from passages where passages match ? order by rank limit 10');
  const tokens = passages.map((text) => analyzer.asked(text).terms.map(({ word }) => `"${word}"`).join(' OR '));
  const [ours, theirs] = [[], []];
  for (let n = 0; n < 50; n += 1) {
    ours.push(await timed(() => open.library.search({ text: passages[n % passages.length], limit: 5 })));
    if (statement !== undefined) theirs.push(await timed(() => statement.all(tokens[n % passages.length])));
  }
  console.log(`passages of all reports: ${told(ours)}${theirs.length === 0 ? '' : `; bare FTS5 on the same tokens ${told(theirs)}; ratio ${round(quantile(ours, 0.5) / quantile(theirs, 0.5))} at the median, ${round(quantile(ours, 0.95) / quantile(theirs, 0.95))} at p95`}; ${rss()} MB`);
  bare?.close();
  await open.close();
}

async function measure(name, rounds, question) {
  const [times, cpus] = [[], []];
  const statuses = {};
  for (let n = 0; n < rounds; n += 1) {
    const [started, cpu] = [performance.now(), process.cpuUsage()];
    const answer = await question(n);
    times.push(answer.took ?? performance.now() - started);
    cpus.push(answer.cpu ?? spent(cpu));
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
  }
  console.log(`${name}: ${told(times)}; by the processor ${told(cpus)}; ${JSON.stringify(statuses)}; ${rss()} MB`);
}

/** Milliseconds of processor time, which stay true where others keep the machine busy. */
function spent(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function told(times) {
  return `p50 ${round(quantile(times, 0.5))} ms, p99 ${round(quantile(times, 0.99))} ms`;
}

function quantile(times, q) {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))];
}
