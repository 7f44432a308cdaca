import { describe, expect, it } from 'vitest';
import { MANIFEST } from './workspace.js';

/** The scope that each event needs, and those of the Web API methods that the channel calls (https://docs.slack.dev/reference/scopes/). */
const SCOPE_OF: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'chat.postMessage': 'chat:write',
  'reactions.add': 'reactions:write',
  '/wenbao': 'commands',
};

describe('slack-manifest.yaml', () => {
  it('asks for the scopes of its events and of what it calls, and for no more', () => {
    const used = [...MANIFEST.settings.event_subscriptions.bot_events, 'chat.postMessage', 'reactions.add', ...MANIFEST.features.slash_commands.map(({ command }) => command)].map((use) => SCOPE_OF[use]);
    expect(MANIFEST.oauth_config.scopes.bot.toSorted()).toEqual(used.toSorted());
  });
});
