// How fast a folder of mixed files is taken in, as a user drops it. Run after `npm run build`: node bench/files.mjs [files, 2000]
// Text, Markdown, web pages, Word, old Word and PDF files, each with its own organisation, so that none is known already. Word and PDF
// files are the committed fixtures with bytes of no meaning added at their end: their reading is measured, their keeping as new versions.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepHeapSmall } from '../bin/heap.mjs';

keepHeapSmall();
const [count = '2000', phase, folder] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const fixtures = join(root, 'tests', 'fixtures', 'reports');
const round = (value) => Math.round(value * 100) / 100;
const SYLLABLES = '云山水田金石安平和乐东西南北长永广大新清';
/** How a folder in use is made up, in parts of ten. */
const MIX = { '.html': 4, '.docx': 2, '.txt': 1, '.md': 1, '.doc': 1, '.pdf': 1 };

if (phase === 'measure') console.log(JSON.stringify(await measure(folder)));
else if (phase === 'readers') console.log(JSON.stringify(await readers()));
else everything();

function everything() {
  const run = (...words) => JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), count, ...words], { encoding: 'utf8', maxBuffer: 1e8 }));
  console.log('one file of each type, read again and again', run('readers'));
  for (const files of [Math.round(Number(count) / 4), Number(count)]) {
    const data = mkdtempSync(join(tmpdir(), 'wenbao-files-'));
    try {
      const bytes = fill(join(data, 'in'), files);
      const measured = run('measure', data);
      console.log(`${files} files, ${round(bytes / 1e6)} MB`, { ...measured, filesPerSecond: round(files / measured.seconds), megabytesPerSecond: round(bytes / 1e6 / measured.seconds) });
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  }
}

/** Fills a folder of folders; gives its size in bytes. */
function fill(target, files) {
  const names = readdirSync(fixtures).filter((name) => !/scanned|attachment|stripped|gb18030|utf-16/.test(name));
  const order = Object.entries(MIX).flatMap(([ending, parts]) => Array.from({ length: parts }, () => ending));
  let bytes = 0;
  for (let n = 0; n < files; n += 1) {
    const ending = order[n % order.length];
    const fitting = names.filter((name) => extname(name) === ending);
    const name = fitting[Math.floor(n / order.length) % fitting.length];
    const content = variant(readFileSync(join(fixtures, name)), ending, n);
    mkdirSync(join(target, String(n % 40)), { recursive: true });
    writeFileSync(join(target, String(n % 40), `${n}${ending}`), content);
    bytes += content.length;
  }
  return bytes;
}

function variant(content, ending, n) {
  if (ending === '.txt' || ending === '.md' || ending === '.html') {
    const name = [...String(n).padStart(4, '0')].map((digit) => SYLLABLES[Number(digit)]).join('');
    return Buffer.from(content.toString('utf8').replace(/澄湖县|松岭市河阳区|松岭市|岚山县/g, `${name}县`));
  }
  // What follows the end of these containers is passed over; a ZIP container holds it as its comment.
  const mark = Buffer.from(String(n).padStart(8, '0'));
  if (ending !== '.docx') return Buffer.concat([content, mark]);
  const marked = Buffer.concat([content, mark]);
  marked.writeUInt16LE(mark.length, content.length - 2);
  return marked;
}

async function measure(data) {
  const { openLibrary, openReadingRoom, standardSteps } = await import('../dist/index/mod.js');
  const { filesUnder } = await import('../dist/src/cli/files.js');
  const room = openReadingRoom();
  const held = await openLibrary(join(data, 'store'), { steps: { ...standardSteps, read: room.read } });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const outcomes = {};
  const cpu = process.cpuUsage();
  const started = performance.now();
  await held.ingest(await filesUnder([join(data, 'in')]), ({ status, error }) => (outcomes[error?.code ?? status] = (outcomes[error?.code ?? status] ?? 0) + 1));
  const seconds = round((performance.now() - started) / 1000);
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  await held.close();
  await room.close();
  return { seconds, processorSeconds: round((user + system) / 1e6), peakMegabytes: Math.round(peak / 1e6), outcomes };
}

/** Milliseconds a file from bytes to text, after a first reading that loads the library. */
async function readers() {
  const { readSource } = await import('../dist/index/source/source.js');
  const times = {};
  for (const name of ['baitang-tabs-repeated.txt', 'caizheng-markdown.md', 'caizheng-portal.html', 'baitang-bare.docx', 'baitang-bare.doc', 'baitang-bare.pdf', 'jiaoyu-unruled.pdf']) {
    const bytes = readFileSync(join(fixtures, name));
    await readSource(name, bytes);
    const started = performance.now();
    for (let i = 0; i < 20; i += 1) await readSource(name, bytes);
    times[name] = round((performance.now() - started) / 20);
  }
  return times;
}
