import { z } from 'zod';
import { MAX_BYTES } from '../../../index/mod.js';
import { FileRefused, type HandedFile } from '../front.js';
import { mayBeReport } from '../report-files.js';

/** A file as events, buttons and shortcuts name it. */
export const SharedFile = z.object({ id: z.string().regex(/^F[A-Z0-9]+$/), name: z.string().min(1).max(255).default('file') });
/** A file's Slack id and name. */
export type SharedFile = z.output<typeof SharedFile>;

/** What is read of `files.info`. */
const Info = z.object({ file: z.object({ name: z.string().min(1), mimetype: z.string().default(''), size: z.number().int().nonnegative(), mode: z.string().default('hosted'), url_private_download: z.url().optional(), url_private: z.url().optional() }) });

const TIMEOUT_MS = 60_000;

/** Those of some files that may be reports, by their names. */
export function readable(files: readonly SharedFile[]): SharedFile[] {
  return files.filter(({ name }) => mayBeReport(name));
}

/** What fetching a shared file needs. */
export interface FetchPorts {
  /** `files.info`. */
  readonly info: (file: string) => Promise<unknown>;
  readonly token: string;
  /** The address of the Web API: beside Slack's own hosts the only one that is given the token. */
  readonly api: string;
}

/**
 * Fetches a file that was shared, with the bot's token, and holds it to what Slack says of it: without the right scope Slack sends the page of
 * its login instead, with status 200. Throws `FileRefused` with what to do; anything else that it throws is a fault.
 */
export async function fetchShared(file: string, { info, token, api }: FetchPorts): Promise<HandedFile> {
  const parsed = Info.safeParse(await info(file).catch((error: unknown) => refusedBySlack(error)));
  if (!parsed.success) throw new FileRefused({ zh: 'Slack 没有说明这是什么文件', en: 'Slack did not say what file this is' });
  const { name, mimetype, size, mode, url_private_download: download, url_private: open } = parsed.data.file;
  const url = download ?? open;
  if (url === undefined || mode === 'external' || !mayHaveToken(url, api)) throw new FileRefused({ zh: '文件不在 Slack 里（外部链接），请下载后再上传', en: 'the file is not kept in Slack (a link elsewhere); please download and upload it' });
  if (size > MAX_BYTES) throw new FileRefused({ zh: `文件超过 ${MAX_BYTES / 1024 / 1024} MB`, en: `the file is larger than ${MAX_BYTES / 1024 / 1024} MB` });
  // A redirect leads to the login or to another host; the token goes to neither.
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (response.status >= 300 && response.status < 400) throw loginPage();
  if (!response.ok) throw new FileRefused({ zh: `Slack 没有给出文件（${response.status}）`, en: `Slack did not give the file (${response.status})` });
  const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
  if (isPage && !mimetype.startsWith('text/html')) throw loginPage();
  const bytes = await readAtMost(response, size);
  // A page that was shared is one; the login page beside it has another length.
  if (bytes === null || bytes.length !== size) throw isPage ? loginPage() : new FileRefused({ zh: '收到的内容和 Slack 说的大小不一样，请重新上传', en: 'what came has another size than Slack says; please upload it again' });
  return { name, bytes };
}

function loginPage(): FileRefused {
  return new FileRefused({ zh: 'Slack 给的是登录页，不是文件：请管理员检查应用的 files:read 权限并重新安装', en: 'Slack gave its login page instead of the file: the app needs the scope files:read and has to be installed again' });
}

/** The token is sent to Slack only, whatever an event says where a file is. */
function mayHaveToken(url: string, api: string): boolean {
  const { protocol, hostname, host } = new URL(url);
  return (protocol === 'https:' && /(?:^|\.)slack(?:-gov)?\.com$/.test(hostname)) || host === new URL(api).host;
}

function refusedBySlack(error: unknown): never {
  const said = (error as { data?: { error?: unknown } } | null)?.data?.error;
  if (said === 'file_not_found' || said === 'file_deleted') throw new FileRefused({ zh: '文件已经不在了，请重新上传', en: 'the file is no longer there; please upload it again' });
  if (said === 'missing_scope') throw loginPage();
  throw error;
}

/** The body, or null when it is longer than it was said to be. */
async function readAtMost(response: Response, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
