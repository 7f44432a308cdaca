import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../../index/mod.js';
import { METHODS } from '../../../../src/channels/slack/outgoing.js';
import { EVENTS } from '../../../../src/channels/slack/receiver.js';
import { CHECK_SHORTCUT } from '../../../../src/channels/slack/shortcut.js';
import { MANIFEST } from './workspace.js';

/** The scope that each event and each method of the Web API needs; null for none (https://docs.slack.dev/reference/scopes/). */
const SCOPE_OF: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'auth.test': null,
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'conversations.history': 'channels:history',
  'conversations.replies': 'channels:history',
  'reactions.add': 'reactions:write',
  'reactions.remove': 'reactions:write',
  'views.open': null,
  'views.publish': null,
  'files.info': 'files:read',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
};

const code = readdirSync(join(projectRoot, 'src/channels/slack')).map((name) => readFileSync(join(projectRoot, 'src/channels/slack', name), 'utf8')).join('\n');

it('asks for the scopes of its events, of the methods it calls, of its command and shortcut, and for no more', () => {
  const uses = [...MANIFEST.settings.event_subscriptions.bot_events, ...METHODS];
  expect(uses.filter((use) => !(use in SCOPE_OF))).toEqual([]);
  const needed = new Set(['commands', ...uses.flatMap((use) => SCOPE_OF[use] ?? [])]);
  expect(MANIFEST.oauth_config.scopes.bot.toSorted()).toEqual([...needed].toSorted());
});

it('lists every method that the code calls, and none that it does not', () => {
  const called = new Set([
    ...[...code.matchAll(/apiCall\('([\w.]+)'/g)].map((match) => match[1]!),
    ...(code.includes('client.auth.test(') ? ['auth.test'] : []),
    // What the library's upload calls.
    ...(code.includes('filesUploadV2(') ? ['files.getUploadURLExternal', 'files.completeUploadExternal'] : []),
  ]);
  expect([...called].toSorted()).toEqual([...METHODS].toSorted());
});

it('subscribes to the events that the code listens to, in each kind of conversation', () => {
  const kinds = new Set(MANIFEST.settings.event_subscriptions.bot_events.map((event) => event.replace(/^message\..*/, 'message')));
  expect([...kinds].toSorted()).toEqual([...EVENTS].toSorted());
});

it('offers the command, the shortcut and App Home', () => {
  expect(MANIFEST.features.slash_commands.map(({ command }) => command)).toEqual(['/wenbao']);
  expect(MANIFEST.features.shortcuts).toEqual([expect.objectContaining({ type: 'message', callback_id: CHECK_SHORTCUT })]);
  expect(MANIFEST.features.app_home).toEqual({ home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false });
});
