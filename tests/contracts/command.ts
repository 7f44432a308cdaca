import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { run } from '../../src/cli/program.js';
import { WrongCall } from '../../src/exit.js';
import { settingsFrom } from '../../src/settings.js';

export const BIN = fileURLToPath(new URL('../../bin/wenbao.mjs', import.meta.url));
export const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly bytes: Buffer;
  readonly err: string;
  /** Standard output as JSON lines. */
  lines(): Record<string, unknown>[];
}

/** Runs `wenbao …` to its end, in `cwd`, with nothing of this process's WENBAO_DATA or DATABASE_URL. */
export function wenbao(words: readonly string[], told: { readonly cwd?: string; readonly input?: string; readonly env?: Readonly<Record<string, string>>; readonly killWhen?: (out: string) => boolean } = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const { WENBAO_DATA: _data, DATABASE_URL: _url, ...env } = process.env;
    const child = spawn(process.execPath, [BIN, ...words], { cwd: told.cwd ?? tmpdir(), env: { ...env, ...told.env }, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    let err = '';
    child.stdout.on('data', (piece: Buffer) => {
      out.push(piece);
      if (told.killWhen?.(Buffer.concat(out).toString())) child.kill('SIGKILL');
    });
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(ran(code, Buffer.concat(out), err));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(told.input ?? '');
  });
}

/**
 * The same command in this process, which spares the start of one: for what a process of its own adds nothing to.
 * Not at the same time as another: it listens at this process's standard output.
 */
export async function here(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const listenAt = (stream: NodeJS.WriteStream, heard: string[]) =>
    vi.spyOn(stream, 'write').mockImplementation((piece: string | Uint8Array, ...told: unknown[]) => {
      heard.push(typeof piece === 'string' ? piece : Buffer.from(piece).toString());
      const written = told.at(-1);
      if (typeof written === 'function') written();
      return true;
    });
  const ears = [listenAt(process.stdout, out), listenAt(process.stderr, err)];
  let code: number;
  try {
    code = await run(words, { settings: (told) => settingsFrom(told, env, tmpdir(), () => new Date()), untilStopped: () => AbortSignal.abort() });
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error;
    err.push(error.message);
    code = 2;
  } finally {
    for (const ear of ears) ear.mockRestore();
  }
  return ran(code, Buffer.from(out.join('')), err.join(''));
}

function ran(code: number | null, bytes: Buffer, err: string): Ran {
  const out = bytes.toString();
  return { code, out, bytes, err, lines: () => out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>])) };
}

/** A folder for one test file; call `drop` at its end. */
export function scratch(): { readonly path: (...pieces: string[]) => string; readonly drop: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-cli-'));
  return { path: (...pieces) => join(folder, ...pieces), drop: () => rmSync(folder, { recursive: true, force: true }) };
}
