import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
      const bytes = Buffer.concat(out);
      const text = bytes.toString();
      resolve({ code, out: text, bytes, err, lines: () => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>])) });
    });
    child.stdin.on('error', () => {});
    child.stdin.end(told.input ?? '');
  });
}

/** A folder for one test file; call `drop` at its end. */
export function scratch(): { readonly path: (...pieces: string[]) => string; readonly drop: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-cli-'));
  return { path: (...pieces) => join(folder, ...pieces), drop: () => rmSync(folder, { recursive: true, force: true }) };
}
