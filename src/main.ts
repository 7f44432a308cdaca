import { LibraryError } from '../index/mod.js';
import { run } from './cli/program.js';
import { EXIT, WrongCall } from './exit.js';
import { faultFacts } from './log-facts.js';
import { settingsFrom } from './settings.js';

let serving = false;

/**
 * A reader that stops early (wenbao source … | head) is no fault, and ends a command that would only print on. It does not end what serves people
 * elsewhere: a terminal that was closed, a collector of logs that died.
 */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  if (!serving) process.exit(EXIT.done);
});
// Thrown on, it would be logged, which fails again, for ever.
process.stderr.on('error', () => {});

/**
 * The first signal asks to finish, a second one ends at once, as it would any command. What a channel's SDK throws past everybody is logged and
 * ends no other channel: the desk keeps each step on the disk and has nothing in memory that could be left half done.
 */
function untilStopped(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  for (const stray of ['unhandledRejection', 'uncaughtException'] as const) process.on(stray, (error) => process.stderr.write(`${JSON.stringify({ level: 'error', msg: stray, ...faultFacts(error) })}\n`));
  serving = true;
  return stop.signal;
}

try {
  process.exitCode = await run(process.argv.slice(2), { settings: (told) => settingsFrom(told, process.env, process.cwd(), () => new Date()), untilStopped });
} catch (error) {
  if (error instanceof WrongCall) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.wrongCall;
  } else if (error instanceof LibraryError) {
    process.stderr.write(`${error.message}\n${error.hint.zh}\n${error.hint.en}\n`);
    process.exitCode = EXIT.fault;
  } else {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = EXIT.fault;
  }
}

// An SDK's timers and sockets must not keep alive what was told to end.
if (serving) process.exit();
