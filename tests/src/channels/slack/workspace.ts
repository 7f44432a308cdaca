import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import { parse } from 'yaml';

export const BOT = { userId: 'UWENBAO01', botId: 'BWENBAO01', token: 'xoxb-1234567890-wenbao-test' };
const ADMIN = 'xoxp-admin-of-the-workspace';

/** Scopes that the app asks for; the emulator grants these and no more. */
export const MANIFEST = parse(readFileSync(new URL('../../../../slack-manifest.yaml', import.meta.url), 'utf8')) as {
  readonly features: { readonly slash_commands: readonly { readonly command: string }[]; readonly shortcuts: readonly { readonly callback_id: string }[]; readonly app_home: unknown };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
};

export interface Posted {
  readonly text: string;
  readonly user: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly blocks?: readonly unknown[];
}

/** The independent emulator of Slack's Web API with one workspace in which the bot is installed. */
export async function openWorkspace(): Promise<{ readonly url: string; admin(method: string, params: Record<string, string>): Promise<Record<string, unknown>>; history(channel: string): Promise<Posted[]>; close(): Promise<void> }> {
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        strict_scopes: true,
        oauth_apps: [{ client_id: '1.2', client_secret: 's', name: '问报', redirect_uris: ['http://localhost/'], bot_name: 'wenbao', bot_user_id: BOT.userId, bot_id: BOT.botId }],
        tokens: [
          { token: BOT.token, type: 'bot', user_id: BOT.userId, bot_id: BOT.botId, bot_user_id: BOT.userId, scopes: [...MANIFEST.oauth_config.scopes.bot] },
          { token: ADMIN, user: 'admin' },
        ],
      },
    },
  });
  const admin = async (method: string, params: Record<string, string>): Promise<Record<string, unknown>> => {
    const response = await fetch(`${emulator.url}/api/${method}`, { method: 'POST', headers: { authorization: `Bearer ${ADMIN}` }, body: new URLSearchParams(params) });
    return (await response.json()) as Record<string, unknown>;
  };
  return {
    url: emulator.url,
    admin,
    history: async (channel) => (await admin('conversations.history', { channel }))['messages'] as Posted[],
    close: () => emulator.close(),
  };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
