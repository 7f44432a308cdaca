import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { backUp, LibraryError, restore } from '../../index/mod.js';
import { EXIT, WrongCall, type ExitCode } from '../exit.js';
import { productVersion } from '../product-version.js';
import type { Settings } from '../settings.js';
import { ownMigrations } from '../tables.js';
import { BackupLine, printLine, RestoreLine } from './output.js';

/** `wenbao backup FILE`: all that the data folder holds in one new file, while `wenbao serve` runs. Never writes over a file. */
export async function backup(file: string, settings: Settings): Promise<ExitCode> {
  const target = resolve(settings.cwd, file);
  if (existsSync(target)) throw new WrongCall(`${target} 已经存在，请换一个文件名`, `${target} exists already; name another file`);
  const madeAt = settings.now();
  await backUp(settings.data, target, { now: madeAt, product: productVersion() }).catch((error: unknown) => {
    throw isCallError(error) ?? asWrongCall(error, target);
  });
  const bytes = statSync(target).size;
  if (settings.json) printLine(BackupLine, { file: target, bytes, madeAt: madeAt.toISOString() });
  else process.stdout.write(`已备份到 ${target}（${megabytes(bytes)} MB）。配置文件、环境变量和微信登录不在里面 · written to ${target} (${megabytes(bytes)} MB); configuration, environment and WeChat's login are not in it\n`);
  return EXIT.done;
}

/** `wenbao restore FILE [--replace]`: a data folder from a backup. Exit code 1 when the file is no backup that can be restored. */
export async function restoreCommand(file: string, told: { readonly replace?: boolean | undefined }, settings: Settings): Promise<ExitCode> {
  const source = resolve(settings.cwd, file);
  if (!existsSync(source) || !statSync(source).isFile()) throw new WrongCall(`没有这个文件：${source}`, `There is no such file: ${source}`);
  try {
    const { reports, madeAt, product, aside } = await restore(source, settings.data, { migrations: ownMigrations, replace: told.replace ?? false, now: settings.now });
    if (settings.json) printLine(RestoreLine, { data: settings.data, reports, madeAt, product, aside });
    else {
      process.stdout.write(`已恢复到 ${settings.data}：${reports} 份报告（含旧版本），备份于 ${madeAt} · restored to ${settings.data}: ${reports} reports (old versions too), backed up at ${madeAt}\n`);
      if (aside !== null) process.stdout.write(`原来的数据移到了 ${aside} · what was there before is now ${aside}\n`);
    }
    return EXIT.done;
  } catch (error) {
    const call = isCallError(error);
    if (call !== null) throw call;
    if (!(error instanceof LibraryError) || !error.code.startsWith('backup-')) throw asWrongCall(error, settings.data);
    process.stderr.write(`${error.hint.zh}\n${error.hint.en}\n`);
    return EXIT.refused;
  }
}

/** What the operator can put right by calling otherwise. */
function isCallError(error: unknown): WrongCall | null {
  return error instanceof LibraryError && ['nothing-held', 'folder-not-empty', 'folder-in-use'].includes(error.code) ? new WrongCall(error.hint.zh, error.hint.en) : null;
}

/** What the file system says of a path (no such folder, no right, no space); any other error as it is. */
function asWrongCall(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string' || !/^E[A-Z]+$/.test(error.code)) return error;
  return new WrongCall(`不能写：${path}（${error.message}）`, `Cannot write ${path} (${error.message})`);
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
