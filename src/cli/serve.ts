import { channels } from '../channels/channels.js';
import { EXIT, type ExitCode } from '../exit.js';
import { harmless } from '../render/harmless.js';
import { serve } from '../serve.js';
import type { Settings } from '../settings.js';

/** `wenbao serve` (`npm start`): every configured channel, the schedule and the web page, until told to stop; then exit code 0. */
export async function serveCommand(settings: Settings, stop: AbortSignal): Promise<ExitCode> {
  process.stdout.write('问报 wenbao · Ctrl-C 停止 stops · 终端对话 chat in the terminal: npx wenbao chat\n');
  await serve(settings, {
    modules: channels,
    stop,
    say: ({ zh, en }) => process.stdout.write(`${harmless(zh === en ? zh : `${zh} · ${en}`)}\n`),
    write: (line) => process.stderr.write(line),
    quiet: process.stderr.isTTY === true,
  });
  return EXIT.done;
}
