import { LibraryError } from '../index/mod.js';
import { run } from './cli/program.js';
import { EXIT, WrongCall } from './exit.js';
import { settingsFrom } from './settings.js';

// A reader that stops early (wenbao source … | head) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2), { settings: (told) => settingsFrom(told, process.env, process.cwd(), () => new Date()) });
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
