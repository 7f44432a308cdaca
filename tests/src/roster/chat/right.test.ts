import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../src/channels/channel.js';
import { maySay } from '../../../../src/roster/chat/right.js';
import { rosterPart } from '../../../../src/roster/config.js';
import { rosterOf } from '../../../../src/roster/roster.js';

const roster = rosterOf(
  rosterPart.schema.parse({
    within: '云岭县',
    supervisor: '政务公开办公室',
    organisations: [
      { name: '政务公开办公室', owner: { name: '主任', slack: 'U9' }, rooms: [{ channel: 'wechat', conversation: 'county' }] },
      { name: '青石镇', owner: { name: '张三', wechat: 'wx-zhang', slack: 'U1' }, rooms: [{ channel: 'wechat', conversation: 'qingshi' }] },
      { name: '柳河乡', rooms: [{ channel: 'wechat', conversation: 'liuhe' }] },
    ],
  }),
);
const town = roster.named('青石镇')[0]!;
const who = (speaker: string, conversation = 'elsewhere', channel: Person['from']['channel'] = 'wechat'): Person => ({ from: { channel, conversation, thread: null }, speaker });
const NOTHING = { admin: false, roster: false };
const ROLE = { admin: false, roster: true };

describe('who may say what became of 青石镇’s report', () => {
  it.each([
    ['anybody', who('x'), NOTHING, false, false],
    ['anybody in its room', who('x', 'qingshi'), NOTHING, false, false],
    ['an admin', who('x', 'liuhe'), { admin: true, roster: false }, true, true],
    ['its owner, wherever', who('wx-zhang'), NOTHING, true, false],
    ['somebody with the owner’s id in another channel', who('wx-zhang', 'qingshi', 'slack'), NOTHING, false, false],
    ['the owner of its supervisor', who('U9', 'C1', 'slack'), NOTHING, true, true],
    ['the role, in its room', who('x', 'qingshi'), ROLE, true, false],
    ['the role, in its supervisor’s room', who('x', 'county'), ROLE, true, true],
    ['the role, in nobody’s room', who('x'), ROLE, true, true],
    ['the role, in another’s room', who('x', 'liuhe'), ROLE, false, false],
  ])('%s', (_what, person, allowed, published, returned) => {
    expect([maySay('published', town, person, allowed, roster), maySay('returned', town, person, allowed, roster)]).toEqual([published, returned]);
  });
});
