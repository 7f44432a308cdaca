// How fast questions are answered over many reports. Run after `npm run build`: node bench/ask.mjs [reports, 1000]
// Ratios hold on other machines, absolute times do not: each is printed beside what nodejieba takes to cut the same questions.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSegmenter, openLibrary } from '../dist/index/mod.js';
import { ConversationsInMemory, createAssistant } from '../dist/intents/mod.js';
import { keepHeapSmall } from '../bin/heap.mjs';
import { variants } from './ingest-corpus.mjs';

keepHeapSmall();

const count = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 400);
const given = process.argv[4];
const folder = given ?? mkdtempSync(join(tmpdir(), 'wenbao-bench-'));
const at = new Date('2026-11-23T10:00:00+08:00');
const rss = () => Math.round(process.memoryUsage().rss / 1e6);
const quantile = (times, q) => Math.round(times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] * 100) / 100;

if (given === undefined) {
  const loading = await openLibrary(folder);
  await loading.ingest(variants(count), () => {});
  await loading.library.search({ text: '便民服务', limit: 1 });
  await loading.close();
  // A process of its own, so that what loading left behind is not counted as the asking's.
  execFileSync(process.execPath, [...process.execArgv, process.argv[1], String(count), String(rounds), folder], { stdio: 'inherit' });
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

const started = performance.now();
const held = await openLibrary(folder);
const assistant = createAssistant({ library: held.library, conversations: new ConversationsInMemory(), onFault: (id, error) => console.error(id, error) });
const cards = await held.library.reports();
const first = await assistant.ask(`${cards[0].org.name}${cards[0].year}年村为民服务站办理了多少件`, { at });
console.log(`cold start to first answer: ${Math.round(performance.now() - started)} ms (${first.status} ${first.value}), ${cards.length} reports, ${cards.reduce((sum, card) => sum + card.figures, 0)} figures`);

// The program does this at its start, after it is heard.
const preparing = performance.now();
await assistant.prepare();
const prepared = performance.now();
await assistant.rehearse({ at, stop: new AbortController().signal });
const warm = performance.now();
await assistant.ask(`${cards[0].org.name}${cards[0].year}年村级公开栏是做什么的`, { at });
console.log(`prepared (sounds, the passage index): ${Math.round(prepared - preparing)} ms; rehearsed (the intents' examples): ${Math.round(warm - prepared)} ms; first passage question after it: ${Math.round(performance.now() - warm)} ms`);

const figures = ['村为民服务站办理了多少件', '受理办件数一共多少', '行政处罚处理决定数量', '收到几份信息公开申请', '咨询的有几件', '行政复议结果维持的有几件', '全乡有多少个行政村'];
const passages = ['驻村工作力量怎么做政策宣传解读', '村级公开栏是做什么的', '代办员是怎么培训的'];

const SETTLED = 60;

async function measure(name, texts) {
  const times = [];
  const worked = [];
  const statuses = {};
  for (const text of texts) {
    const start = performance.now();
    const before = process.cpuUsage();
    const answer = await assistant.ask(text, { at });
    const { user, system } = process.cpuUsage(before);
    worked.push((user + system) / 1000);
    times.push(performance.now() - start);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
  }
  // The first questions of a process wait for code to be compiled: told apart from those that a process which runs all day answers.
  const settled = times.slice(SETTLED);
  const later = settled.length < SETTLED ? '' : `; without the first ${SETTLED} p50 ${quantile(settled, 0.5)} ms, p99 ${quantile(settled, 0.99)} ms`;
  const cutting = performance.now();
  for (const text of texts) loadSegmenter().segment(text);
  const cut = (performance.now() - cutting) / texts.length;
  console.log(`${name}: p50 ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms${later}; by the processor p50 ${quantile(worked, 0.5)} ms, p99 ${quantile(worked, 0.99)} ms, the first ${SETTLED} p99 ${quantile(worked.slice(0, SETTLED), 0.99)} ms; ${Math.round(quantile(times, 0.5) / cut)} × cutting the question; ${JSON.stringify(statuses)}; ${rss()} MB`);
}

const named = (questions) => Array.from({ length: rounds }, (_, n) => { const card = cards[(n * 37) % cards.length]; return `${card.org.name}${card.year}年${questions[n % questions.length]}`; });
await measure('figure, organisation named', named(figures));
await measure('figure, nobody named', Array.from({ length: 60 }, (_, n) => figures[n % figures.length]));
await measure('passage, organisation named', named(passages));
await measure('passage, nobody named', Array.from({ length: 40 }, (_, n) => passages[n % passages.length]));
await held.close();
