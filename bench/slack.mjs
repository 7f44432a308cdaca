// 50 people ask 500 questions in Slack at once. Run after `npm run build`: node bench/slack.mjs [people, 50] [questions, 500]
// The whole program runs in a process of its own; this one plays Slack: signs events, resends a tenth of them, takes the answers.
// Counts answers lost and doubled, and how soon events are acknowledged (Slack gives up after three seconds) and answered.
import { execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const people = Number(process.argv[2] ?? 50);
const count = Number(process.argv[3] ?? 500);
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'wenbao-slack-'));
const secret = '0123456789abcdef0123456789abcdef';
const quantile = (times, q) => Math.round(times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))]);

const asked = new Map();
const answers = new Map();
let settled = () => {};
const api = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const params = new URLSearchParams(Buffer.concat(chunks).toString());
  response.setHeader('content-type', 'application/json');
  if (request.url.endsWith('chat.postMessage')) {
    const thread = params.get('thread_ts');
    answers.set(thread, [...(answers.get(thread) ?? []), performance.now()]);
    if (answers.size === count) settled();
  }
  response.end(JSON.stringify({ ok: true, user_id: 'UBOT', bot_id: 'BBOT', ts: '1.2' }));
});
const listening = (server, port = 0) => new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server.address().port)));
const apiPort = await listening(api);
const probe = createServer();
const port = await listening(probe);
await new Promise((resolve) => probe.close(resolve));

writeFileSync(join(folder, 'wenbao.config.yaml'), `channels:\n  web:\n    enabled: false\n  slack:\n    mode: http\n    port: ${port}\n    api: http://127.0.0.1:${apiPort}/api/\n`);
const data = join(folder, 'data');
const command = [join(root, 'bin/wenbao.mjs')];
const options = ['--data', data, '--config', join(folder, 'wenbao.config.yaml')];
execFileSync(process.execPath, [...command, 'ingest', join(root, 'samples'), '--json', ...options], { stdio: 'ignore' });
// Beside the program a clock that notes the longest stretch in which it could hear nothing, told apart from how busy the machine is by CPU time.
const noted = join(folder, 'blocks.json');
const clock = join(folder, 'clock.mjs');
writeFileSync(clock, `import { monitorEventLoopDelay } from 'node:perf_hooks';
import { writeFileSync } from 'node:fs';
import { Server } from 'node:http';
const emit = Server.prototype.emit;
const waits = [];
Server.prototype.emit = function (name, ...given) {
  if (name === 'request') { const at = performance.now(); given[1].once('finish', () => waits.push(performance.now() - at)); }
  return emit.call(this, name, ...given);
};
const delay = monitorEventLoopDelay({ resolution: 1 });
let cpu = process.cpuUsage();
process.on('SIGUSR2', () => { delay.reset(); delay.enable(); cpu = process.cpuUsage(); });
process.on('exit', () => writeFileSync(${JSON.stringify(noted)}, JSON.stringify({ waits: waits.toSorted((a, b) => b - a).slice(0, 5), longest: delay.max / 1e6, p99: delay.percentile(99) / 1e6, cpu: process.cpuUsage(cpu) })));`);
const program = spawn(process.execPath, ['--import', clock, ...command, 'serve', ...options], { env: { ...process.env, SLACK_BOT_TOKEN: 'xoxb-1234567890-abcdefghij', SLACK_SIGNING_SECRET: secret }, stdio: 'ignore' });

process.on('exit', () => program.kill());

const url = `http://127.0.0.1:${port}/slack/events`;
let resent = 0;
async function send(event) {
  const body = JSON.stringify(event);
  const at = Math.floor(Date.now() / 1000);
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`;
  const started = performance.now();
  const post = () => fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-slack-request-timestamp': String(at), 'x-slack-signature': signature } });
  // A kept connection may be closed just as it is used again; Slack sends once more, too.
  const response = await post().catch(() => ((resent += 1), post()));
  if (response.status !== 200) throw new Error(`not acknowledged: ${response.status}`);
  return performance.now() - started;
}
for (let turn = 0; ; turn += 1) {
  if (await fetch(url, { method: 'POST' }).then(() => true, () => false)) break;
  if (turn > 300) throw new Error('the program did not start');
  await new Promise((resolve) => setTimeout(resolve, 100));
}

const questions = readFileSync(join(root, 'tests/specs/questions-samples.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line).q);
const acknowledged = [];
async function ask(person, n) {
  const ts = `${Math.floor(Date.now() / 1000)}.${String(n).padStart(6, '0')}`;
  const event = { type: 'event_callback', event_id: `Ev${n}`, event: { type: 'app_mention', user: `U${person}`, text: `<@UBOT> ${questions[n % questions.length]}`, ts, channel: `C${person % 5}` } };
  asked.set(ts, performance.now());
  acknowledged.push(await send(event));
  if (n % 10 === 0) await send(event);
}
// The first question loads dictionary and lexicon; it is no part of the crowd's.
const cold = performance.now();
const first = `${Math.floor(Date.now() / 1000)}.999999`;
await send({ type: 'event_callback', event_id: 'EvCold', event: { type: 'app_mention', user: 'U0', text: `<@UBOT> ${questions[0]}`, ts: first, channel: 'C0' } });
while (!answers.delete(first)) await new Promise((resolve) => setTimeout(resolve, 10));
console.log(`first question: ${Math.round(performance.now() - cold)} ms`);

program.kill('SIGUSR2');
const started = performance.now();
const done = new Promise((resolve) => (settled = resolve));
await Promise.all(Array.from({ length: people }, async (_, person) => {
  for (let n = person; n < count; n += people) await ask(person, n);
}));
await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 120_000))]);
const took = performance.now() - started;
// A doubled answer would come right behind; half a second is longer than any answer takes by itself.
await new Promise((resolve) => setTimeout(resolve, 500));
const waits = [...answers].map(([ts, [at]]) => at - asked.get(ts));
const doubled = [...answers.values()].filter((times) => times.length > 1).length;
console.log(`${count} questions of ${people} people, a tenth sent twice${resent > 0 ? `, ${resent} once more after a lost connection` : ''}: ${count - answers.size} lost, ${doubled} doubled, ${Math.round(count / (took / 1000))} a second`);
console.log(`acknowledged p50 ${quantile(acknowledged, 0.5)} ms, p99 ${quantile(acknowledged, 0.99)} ms; answered p50 ${quantile(waits, 0.5)} ms, p99 ${quantile(waits, 0.99)} ms`);
api.closeAllConnections();
api.close();
program.kill();
await new Promise((resolve) => program.once('exit', resolve));
const { longest, p99, cpu, waits: inside } = JSON.parse(readFileSync(noted, 'utf8'));
console.log(`inside the program a request waited at most ${Math.round(inside[0] ?? 0)} ms for its acknowledgement; event loop: longest block ${Math.round(longest)} ms, p99 ${Math.round(p99)} ms; processor ${Math.round((cpu.user + cpu.system) / 1000 / count)} ms a question`);
rmSync(folder, { recursive: true, force: true });
if (answers.size < count || doubled > 0) process.exit(1);
