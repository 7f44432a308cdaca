import { describe, expect, it } from 'vitest';
import { checkSlack, SlackConfig, slackSecrets } from '../../../../src/channels/slack/config.js';
import { slack } from '../../../../src/channels/slack/module.js';

const BOT = 'xoxb-1234567890-abcdefghij';
const APP = 'xapp-1-A0123-456-abcdef0123';
const SIGN = '0123456789abcdef0123456789abcdef';

describe('configuration of Slack', () => {
  it('is Socket Mode, on as soon as there is a bot token', () => {
    const config = SlackConfig.parse({});
    expect(config).toMatchObject({ mode: 'socket', listening: 'polite', path: '/slack/events', host: '127.0.0.1' });
    expect(slack.enabled(config, new Map())).toBe(false);
    expect(slack.enabled(config, new Map([['SLACK_BOT_TOKEN', BOT]]))).toBe(true);
    expect(slack.enabled(SlackConfig.parse({ enabled: false }), new Map([['SLACK_BOT_TOKEN', BOT]]))).toBe(false);
  });

  it.each([{ mode: 'rtm' }, { port: 70_000 }, { path: 'slack' }, { listeningIn: { general: 'strict' } }, { api: 'ftp://x' }, { channel: [] }])('refuses %j', (config) => {
    expect(SlackConfig.safeParse(config).success).toBe(false);
  });

  it.each([
    ['socket', { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }, []],
    ['http', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGN }, []],
    ['socket', { SLACK_BOT_TOKEN: BOT }, ['SLACK_APP_TOKEN is not set']],
    ['http', { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }, ['SLACK_SIGNING_SECRET is not set']],
    ['socket', { SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: BOT }, ['SLACK_BOT_TOKEN holds an app-level token', 'SLACK_APP_TOKEN holds a bot token']],
    ['socket', { SLACK_BOT_TOKEN: 'xoxp-1-2-3', SLACK_APP_TOKEN: APP }, ['SLACK_BOT_TOKEN holds a user token']],
    ['socket', { SLACK_BOT_TOKEN: SIGN, SLACK_APP_TOKEN: APP }, ['SLACK_BOT_TOKEN holds a signing secret']],
    ['socket', { SLACK_BOT_TOKEN: `"${BOT}"`, SLACK_APP_TOKEN: APP }, ['SLACK_BOT_TOKEN has quotes or blanks around its value']],
    ['socket', { SLACK_BOT_TOKEN: 'xoxb-12', SLACK_APP_TOKEN: 'hello' }, ['SLACK_BOT_TOKEN does not look right; perhaps it was not copied whole', 'SLACK_APP_TOKEN does not look right; perhaps it was not copied whole']],
    ['http', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGN.slice(1) }, ['SLACK_SIGNING_SECRET does not look right; perhaps it was not copied whole']],
  ] as const)('in %s mode with %j says %j', (mode, secrets, wrong) => {
    const findings = checkSlack(SlackConfig.parse({ mode }), new Map(Object.entries(secrets)));
    expect(findings.map(({ message }) => message.en)).toEqual(wrong);
    for (const value of Object.values(secrets)) expect(JSON.stringify(findings)).not.toContain(value);
  });

  it.each([
    ['https://slack.com/api/', []],
    ['https://slack-gov.com/api/', [[true, 'slack-gov.com']]],
    ['http://127.0.0.1:9/api/', [[true, '127.0.0.1:9']]],
    ['http://proxy.example/api/', [[false, 'proxy.example']]],
  ] as const)('says of %s whether other hosts than Slack get the tokens', (api, said) => {
    const findings = checkSlack(SlackConfig.parse({ api }), new Map([['SLACK_BOT_TOKEN', BOT], ['SLACK_APP_TOKEN', APP]]));
    expect(findings.map(({ ok, message }) => [ok, message.en])).toEqual(said.map(([ok, host]) => [ok, expect.stringContaining(`sent to ${host}`)]));
  });

  it('names each secret once', () => {
    expect(new Set(slackSecrets.map(({ variable }) => variable)).size).toBe(3);
  });
});
