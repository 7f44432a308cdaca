import { beforeEach, describe, expect, it } from 'vitest';
import { asksMore, FollowUps } from '../../../../src/channels/wechat/follow-ups.js';

describe('FollowUps', () => {
  let now: Date;
  let ups: FollowUps;

  beforeEach(() => {
    now = new Date('2026-11-26T02:00:00Z');
    ups = new FollowUps(() => now, 120);
    ups.answered('group/mary', ['第二部分', '第三部分'], ['2020年多少件？', '2021年多少件？']);
  });

  const later = (seconds: number): void => {
    now = new Date(now.getTime() + seconds * 1000);
  };

  it('gives the parts in order, each once, to their asker only', () => {
    expect(ups.more('group/zhang')).toBeNull();
    expect([ups.more('group/mary'), ups.more('group/mary'), ups.more('group/mary')]).toEqual(['第二部分', '第三部分', null]);
  });

  it('takes back a part that could not be said', () => {
    ups.putBack('group/mary', ups.more('group/mary')!);
    expect(ups.more('group/mary')).toBe('第二部分');
  });

  it('forgets after half an hour', () => {
    later(1801);
    expect(ups.more('group/mary')).toBeNull();
    expect(ups.chosen('group/mary', '1')).toBeNull();
  });

  it.each([
    ['1', '2020年多少件？'],
    ['２', '2021年多少件？'],
    ['②', '2021年多少件？'],
    ['二', '2021年多少件？'],
    ['第二个', '2021年多少件？'],
    ['选1', '2020年多少件？'],
    [' 2。 ', '2021年多少件？'],
    ['2.', '2021年多少件？'],
    ['3', null],
    ['0', null],
    ['12', null],
    ['2020', null],
    ['一共多少', null],
    ['2件', null],
    ['', null],
  ])('takes %j for %s', (text, chosen) => {
    expect(ups.chosen('group/mary', text)).toBe(chosen);
  });

  it.each([
    ['那2019年呢', true],
    ['镇里有多少？', true],
    ['为什么', true],
    ['how many in town', true],
    ['2', true],
    ['更多', true],
    ['好的谢谢', false],
    ['收到', false],
    ['[强]', false],
    ['7', false],
  ])('within the window "%s" goes on: %s', (text, goesOn) => {
    expect(ups.goesOn('group/mary', text)).toBe(goesOn);
    expect(ups.goesOn('group/zhang', text)).toBe(false);
    later(121);
    // The rest of an answer was promised, and is kept longer.
    expect(ups.goesOn('group/mary', text)).toBe(text === '更多');
    later(1800);
    expect(ups.goesOn('group/mary', text)).toBe(false);
  });

  it.each(['更多', '更多。', ' 更多！', '继续', 'More', '＃更多'])('knows that "%s" asks for the rest', (text) => {
    expect(asksMore(text)).toBe(true);
  });

  it.each(['更多的件数是多少', '还有更多吗', '多'])('knows that "%s" does not', (text) => {
    expect(asksMore(text)).toBe(false);
  });
});
