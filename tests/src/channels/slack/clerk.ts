import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../../index/mod.js';
import type { ApiCall } from './edge.js';
import { mention, press } from './events.js';
import type { Office } from './office.js';

export const CLERK = 'U000000001';
export const GUEST = 'U000000002';
export const CHANNEL = 'C000000001';
export const CONFIG = { access: { contact: '县公开办 12345', everyone: ['ask'], groups: { 公开办: [CLERK] }, rules: [{ channel: 'slack', group: '公开办', roles: ['ask', 'ingest'] }] } };
export const QUESTION = '勐来乡2020年村为民服务站办理了多少件？';
export const NEW_REPORT = readFileSync(join(projectRoot, 'samples/qingshi-2022.txt'), 'utf8').replaceAll('青石镇', '白水镇');
export const FILE = [{ id: 'F01', name: '白水镇2022.txt' }];

/** What people do in the office that is open now, and what is seen of it. */
export function gestures(current: () => Office) {
  const ts = (n: number): string => `${Math.floor(current().now.getTime() / 1000)}.${String(n).padStart(6, '0')}`;
  const asking = (text: string, event: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => mention(`<@UWENBAO01> ${text}`, { ts: ts(1), ...event });
  const audit = () => current().database.selectFrom('desk_audit').select(['intent', 'status', 'reason', 'question', 'citations']).execute();
  const blocksOf = (call: ApiCall): { type: string; elements: { action_id: string; value: string; text: { text: string } }[] }[] => call.params['blocks'] as never;
  const lastPost = (): ApiCall => current().edge.callsOf('chat.postMessage').at(-1)!;
  const button = (action_id: string, value: string, over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({ ...press(value), actions: [{ type: 'button', action_id, block_id: 'b', value, action_ts: ts(7) }], ...over });

  /** A file that is shared: what Slack says of it, and what is served under its address. */
  function share(text: string, over: { readonly name?: string; readonly mimetype?: string; readonly type?: string; readonly served?: string; readonly status?: number; readonly size?: number; readonly url?: string } = {}): void {
    const bytes = new TextEncoder().encode(over.served ?? text);
    const url = over.url ?? current().edge.api.replace('/api/', '/files-pri/T1-F01/report.txt');
    current().edge.files.set('/files-pri/T1-F01/report.txt', { type: over.type ?? 'text/plain', bytes, ...(over.status !== undefined && { status: over.status }) });
    current().edge.failNext('files.info', (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, file: { id: 'F01', name: over.name ?? '白水镇2022.txt', mimetype: over.mimetype ?? 'text/plain', size: over.size ?? new TextEncoder().encode(text).length, url_private_download: url } })));
  }
  const reports = async (): Promise<string[]> => (await current().held.library.reports()).map(({ org }) => org.name);
  return { ts, asking, audit, blocksOf, lastPost, button, share, reports };
}
