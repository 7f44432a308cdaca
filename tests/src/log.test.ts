import { describe, expect, it } from 'vitest';
import { faultFacts } from '../../src/log-facts.js';
import { createLog } from '../../src/log.js';

const SECRET = 'xoxb-1234"\\ü5678';
function logging(level: 'info' | 'warn' | 'silent' = 'info') {
  const lines: string[] = [];
  return { lines, log: createLog({ level, secrets: [SECRET, 'ab'], write: (line) => lines.push(line) }) };
}

describe('the log', () => {
  it('writes one JSON object a line, with level, moment, part and event', () => {
    const { lines, log } = logging();
    log.of('slack').warn('channel', { state: 'down' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\n$/);
    expect(JSON.parse(lines[0]!)).toEqual({ level: 'warn', time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/), part: 'slack', state: 'down', msg: 'channel' });
  });

  it.each([['in a fact', { reason: `token ${SECRET} is bad` }], ['in an address', { url: `https://x/?t=${encodeURIComponent(SECRET)}` }], ['deep inside', { a: { b: [SECRET] } }], ['as a name', { [SECRET]: 1 }]])('no secret stands %s', (_, facts) => {
    const { lines, log } = logging();
    log.error('failed', facts);
    expect(lines[0]).toContain('***');
    expect(lines[0]).not.toContain('1234');
    expect(() => JSON.parse(lines[0]!)).not.toThrow();
  });

  it('cuts what is longer than any id or state', () => {
    const { lines, log } = logging();
    log.info('x', { text: '字'.repeat(5000) });
    expect(lines[0]!.length).toBeLessThan(500);
  });

  it('says no more than its level', () => {
    const { lines, log } = logging('warn');
    log.info('a');
    log.of('b').warn('c');
    expect(lines).toHaveLength(1);
  });
});

describe('what is told of an error', () => {
  it('is its kind, code and place, not its words', () => {
    const facts = faultFacts(Object.assign(new TypeError('the secret\nat all'), { code: 'E_X' }));
    expect(facts).toMatchObject({ error: 'TypeError', code: 'E_X' });
    expect((facts['stack'] as string[])[0]).toMatch(/^at .*log\.test\.ts/);
    expect(JSON.stringify(facts)).not.toContain('secret');
    expect(faultFacts('text')).toEqual({ error: 'string' });
  });
});
