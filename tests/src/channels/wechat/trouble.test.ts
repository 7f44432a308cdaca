import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { troubleKind } from '../../../../src/channels/wechat/trouble.js';

describe('what the log says of a puppet’s error', () => {
  it.each([
    ['network error', 'network error'],
    ['WebWx webwxsync failed: ret 1101', 'WebWx webwxsync failed ret 1101'],
    ['connect ECONNREFUSED 127.0.0.1:8788', 'connect ECONNREFUSED'],
    ['GET https://wx.qq.com/cgi-bin/webwxsync?sid=Ab3/x&skey=@crypt_1_2 timed out', 'GET timed out'],
    ['token puppet_padlocal_0123456789abcdef is wrong', 'token is wrong'],
    ['玛丽说：村里办了多少件', ''],
    ['', ''],
  ])('%j', (said, kind) => {
    expect(troubleKind(said)).toBe(kind);
  });

  it('holds no ticket, whatever stands around it, and is short', () => {
    const ticket = fc.string({ unit: fc.constantFrom(...'abcXYZ0189+/=_-@'), minLength: 25, maxLength: 60 });
    fc.assert(
      fc.property(fc.string(), ticket, fc.string(), (before, secret, after) => {
        const kind = troubleKind(`${before} ${secret} ${after}`);
        expect(kind.includes(secret)).toBe(false);
        expect(kind.length).toBeLessThanOrEqual(80);
      }),
    );
  });
});
