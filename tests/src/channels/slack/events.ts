import { createHmac } from 'node:crypto';

let made = 0;

/** An `event_callback` as Slack sends it for somebody who mentions the bot in a channel; fields of the event can be put in or taken out. */
export function mention(text: string, event: Readonly<Record<string, unknown>> = {}, eventId = `Ev${String((made += 1)).padStart(8, '0')}`): Record<string, unknown> {
  const ts = `17000000${String(10 + made).padStart(2, '0')}.000100`;
  return {
    token: 'old',
    team_id: 'T000000001',
    api_app_id: 'A1',
    type: 'event_callback',
    event_id: eventId,
    event_time: 1_700_000_000,
    authorizations: [{ team_id: 'T000000001', user_id: 'UWENBAO01', is_bot: true }],
    event: { type: 'app_mention', user: 'U000000001', text, ts, event_ts: ts, channel: 'C000000001', ...event },
  };
}

/** The same for a direct message. */
export function direct(text: string, event: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return mention(text, { type: 'message', channel: 'D000000001', channel_type: 'im', ...event });
}

/** The same for a message in a channel that is not a mention. */
export function said(text: string, event: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return mention(text, { type: 'message', channel_type: 'channel', ...event });
}

/** A pressed button of a message of the bot. */
export function press(value: string, message: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    type: 'block_actions',
    user: { id: 'U000000001' },
    team: { id: 'T000000001' },
    channel: { id: 'C000000001' },
    message: { ts: '1700000000.000200', thread_ts: '1700000000.000100', ...message },
    actions: [{ type: 'button', action_id: 'ask:0', block_id: 'b', value, action_ts: '1700000005.000000' }],
  };
}

/** Headers by which Slack signs a body (https://docs.slack.dev/authentication/verifying-requests-from-slack/). */
export function signed(body: string, secret: string, atSeconds: number, type = 'application/json'): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${atSeconds}:${body}`).digest('hex');
  return { 'content-type': type, 'x-slack-request-timestamp': String(atSeconds), 'x-slack-signature': `v0=${signature}` };
}
