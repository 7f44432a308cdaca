import { resolve } from 'node:path';
import { WrongCall } from './exit.js';

/** What a run was told by its options and environment. */
export interface Settings {
  /** Absolute path of the data folder. */
  readonly data: string;
  /** True when nobody named a folder: only then may samples be loaded. */
  readonly dataIsDefault: boolean;
  readonly json: boolean;
  readonly now: () => Date;
  /** Configuration file that was named; null when it is to be looked for. */
  readonly config: string | null;
  readonly cwd: string;
  /** Value of an environment variable: where secrets come from. */
  readonly variable: (name: string) => string | undefined;
}

/** Options that every command takes. */
export interface Told {
  readonly data?: string | undefined;
  readonly json?: boolean | undefined;
  readonly config?: string | undefined;
}

const DEFAULT_FOLDER = 'data';

/** Settings from options, then environment, then defaults. Throws `WrongCall` for what is not supported yet. */
export function settingsFrom(told: Told, env: NodeJS.ProcessEnv, cwd: string, now: () => Date): Settings {
  if (env['DATABASE_URL']) throw new WrongCall('尚不支持 DATABASE_URL（PostgreSQL）；请取消该环境变量，改用 --data 目录。', 'DATABASE_URL (PostgreSQL) is not supported yet; unset it and use --data.');
  const named = told.data ?? env['WENBAO_DATA'];
  return {
    data: resolve(cwd, named ?? DEFAULT_FOLDER),
    dataIsDefault: named === undefined,
    json: told.json ?? false,
    now,
    config: told.config ?? (env['WENBAO_CONFIG'] || null),
    cwd,
    variable: (name) => env[name],
  };
}

/** An ISO 8601 moment from `--at`; `now` when not given. Throws `WrongCall` on anything else. */
export function momentFrom(text: string | undefined, now: () => Date): Date {
  if (text === undefined) return now();
  const moment = new Date(text);
  if (!/^\d{4}-\d{2}/.test(text) || Number.isNaN(moment.getTime())) throw new WrongCall(`--at 不是 ISO 时间：${text}`, `--at is no ISO moment: ${text}`);
  return moment;
}
