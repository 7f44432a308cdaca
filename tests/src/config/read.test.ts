import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../../../src/config/parts.js';
import { LONGEST_CONFIG, readConfig, type ConfigProblem } from '../../../src/config/read.js';
import { stubChannels } from './stub-channel.js';

const schema = configSchema(stubChannels);
const problemsOf = (text: string): readonly ConfigProblem[] => readConfig(text, schema).problems;

describe('a configuration that is right', () => {
  it.each([['nothing', ''], ['only comments', '# 注释\n'], ['keys without values', 'access:\nchannels:\n  slack:\npublicAddress:\n'], ['an empty map', '{}']])('%s gives the defaults', (_, text) => {
    expect(readConfig(text, schema).config).toMatchObject({
      publicAddress: null,
      conversations: { groupMinutes: 5, directMinutes: 30 },
      messages: { answerWithinMinutes: 10, rememberIdsHours: 72 },
      access: { contact: null, everyone: ['ask'], rules: [] },
      audit: { keepDays: 90 },
      log: { level: 'info' },
      channels: { slack: { enabled: false, mode: 'socket' } },
    });
  });

  it('is taken over, the rest stays as it was', () => {
    const { config } = readConfig('publicAddress: https://wb.example.cn/ask/\naccess:\n  everyone: []\n  rules:\n    - { channel: slack, speaker: U1, roles: [admin] }\nchannels: { slack: { enabled: yes-no } }\n'.replace('yes-no', 'true'), schema);
    expect(config).toMatchObject({ publicAddress: 'https://wb.example.cn/ask', access: { everyone: [], rules: [{ speaker: 'U1', roles: ['admin'] }] }, channels: { slack: { enabled: true, mode: 'socket' } }, audit: { keepDays: 90 } });
  });
});

describe('a configuration that is wrong names line and field', () => {
  it.each<[string, string, Partial<ConfigProblem>, RegExp]>([
    ['a mistyped key', 'audit:\n  keepDay: 3\n', { line: 2, column: 3, field: 'audit.keepDay' }, /keepDays/],
    ['a key in another writing', 'audit:\n  keep_days: 3\n', { line: 2, field: 'audit.keep_days' }, /"?keepDays/],
    ['a mistyped part', 'log: {}\nacess: {}\n', { line: 2, column: 1, field: 'acess' }, /access/],
    ['a mistyped key of a channel', 'channels:\n  slack:\n    mod: http\n', { line: 3, field: 'channels.slack.mod' }, /"?mode/],
    ['an unknown channel', 'channels:\n  slak: {}\n', { line: 2, field: 'channels.slak' }, /slack/],
    ['a key like none', 'audit:\n  zebra: 1\n', { line: 2, field: 'audit.zebra' }, /keepDays/],
    ['the wrong type', 'audit:\n  keepDays: viel\n', { line: 2, column: 13, field: 'audit.keepDays' }, /number/],
    ['a number too small', 'messages:\n  rememberIdsHours: 3\n', { line: 2, field: 'messages.rememberIdsHours' }, /24/],
    ['a value not on the list', 'log:\n  level: inof\n', { line: 2, field: 'log.level' }, /info/],
    ['a key that is missing', 'access:\n  rules:\n    - channel: slack\n', { line: 3, field: 'access.rules[0].roles' }, /missing/],
    ['a list where a map belongs', 'access: [1]\n', { line: 1, field: 'access' }, /key/],
    ['a word in a list', 'access:\n  everyone:\n    - ask\n    - asc\n', { line: 4, field: 'access.everyone[1]' }, /ask/],
    ['a holiday on no day', 'deadlines:\n  holidays:\n    2027:\n      off:\n        2027-02-30: 春节\n', { line: 5, column: 9, field: 'deadlines.holidays.2027.off.2027-02-30' }, /must exist/],
    ['a reminder of a mistyped deadline', 'reminders:\n  to:\n    - channel: slack\n      conversation: C1\n      deadlines:\n        - departmnts\n', { line: 6, column: 11, field: 'reminders.to[0].deadlines[0]' }, /departments/],
    ['a reminder of no known deadline', 'deadlines:\n  local: []\nreminders:\n  to:\n    - { channel: slack, conversation: C1, deadlines: [zebra] }\n', { line: 5, field: 'reminders.to[0].deadlines[0]' }, /governments/],
    ['hours that end before they begin', 'reminders:\n  hours:\n    from: "18:00"\n    to: "09:00"\n', { line: 4, field: 'reminders.hours.to' }, /later/],
    ['no address', 'publicAddress: wenbao\n', { line: 1, field: 'publicAddress' }, /https/],
    ['a key given twice', 'log: {}\nlog: {}\n', { line: 2 }, /unique/],
    ['no YAML', 'log: [\n', {}, /YAML/],
    ['an unknown tag', 'log: !!js/function "x"\n', { line: 1 }, /YAML/],
    ['two documents', 'log: {}\n---\nlog: {}\n', {}, /YAML/],
    ['a text instead of a map', 'hello\n', { line: 1 }, /key/],
  ])('%s', (_, text, place, words) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject(place);
    expect(problems[0]!.message.en).toMatch(words);
    expect(problems[0]!.message.zh).toMatch(/\p{Script=Han}/u);
  });

  it('tells everything that is wrong at once', () => {
    expect(problemsOf('log:\n  level: 3\naudit:\n  keepDays: -1\n').map(({ line, field }) => [line, field]).toSorted()).toEqual([[2, 'log.level'], [4, 'audit.keepDays']]);
  });
});

describe('secrets in the file', () => {
  it.each([
    ['a bot token', 'xoxb-123456789012-abcdefABCDEF'],
    ['an app token', 'xapp-1-A0123-456-abcdef'],
    ['a signing secret', '8f742231b10e8888abcd99yyyzzz85a5'.replace(/[yz]/g, '0')],
    ['a puppet token', 'puppet_padlocal_0123456789abcdef'],
    ['a password in an address', 'https://admin:secret@wb.example.cn'],
    ['a private key', '"-----BEGIN RSA PRIVATE KEY-----"'],
  ])('%s is refused and not shown, wherever it stands', (_, value) => {
    for (const text of [`access:\n  contact: ${value}\n`, `token: ${value}\n`, `access:\n  rules: [{ channel: slack, speaker: ${value} }]\n`]) {
      const problems = problemsOf(text);
      expect(problems.map(({ message }) => message.en)).toEqual([expect.stringContaining('environment')]);
      expect(JSON.stringify(problems)).not.toContain(value.replaceAll('"', ''));
    }
  });

  it.each(['C0123456789', 'U0123456789', '12345678901@chatroom', 'wxid_abcdefg1234567', '县政务公开办 0883-123456', 'https://wenbao.example.gov.cn'])('%s is none', (value) => {
    expect(readConfig(`access:\n  contact: "${value}"\n`, schema).problems).toEqual([]);
  });
});

describe('hostile files', () => {
  it.each([
    ['aliases of aliases', `a: &a [x,x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]`).join('\n')}\n`],
    ['nesting without end', '['.repeat(100_000)],
    ['too long', `# ${'x'.repeat(LONGEST_CONFIG)}`],
    ['a prototype', '__proto__:\n  log: {}\n'],
    ['a constructor', 'constructor: {}\n'],
    ['control characters', '\u0000\u0007: 1\n'],
  ])('%s is refused', (_, text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0);
    expect(({} as { log?: unknown }).log).toBeUndefined();
  });

  it('no text makes it throw', () => {
    const pieces = fc.constantFrom('access', ':', ' ', '\n', '  ', '- ', '[', ']', '{', '}', '&a ', '*a', '!!', '"', "'", '|', '>', '#', '?', 'null', '1e9', 'channels', 'slack', '---', '\t', '\u0000', '<<');
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''))), (text) => {
      const { config, problems } = readConfig(text, schema);
      expect(config === null).toBe(problems.length > 0);
      for (const { line, column } of problems) expect([line >= 1, column >= 1]).toEqual([true, true]);
    }), { numRuns: 500 });
  });
});
