import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { notice } from '../ports.js';
import { Village } from './village.js';

describe('logging in to WeChat, and staying so', () => {
  const open: Village[] = [];
  const village = async (...told: ConstructorParameters<typeof Village>): Promise<Village> => {
    const made = new Village(...told);
    open.push(made);
    return made.open();
  };
  afterEach(async () => {
    for (const made of open.splice(0)) await made.channel.stop();
  });

  it('waits for somebody to log in, and keeps what is to be said meanwhile', async () => {
    const v = new Village();
    open.push(v);
    await v.channel.start(v.inbox.onMessage);
    expect(v.channel.health()).toMatchObject({ state: 'starting' });
    expect(await v.channel.post({ channel: 'wechat', conversation: v.mary, thread: null }, notice('一'))).toMatchObject({ state: 'pending', reason: 'not logged in' });
    await v.login();
    expect(v.channel.health()).toMatchObject({ state: 'up' });
  });

  it('starts a puppet anew that only goes on failing', async () => {
    const v = await village();
    for (let i = 0; i < 25; i += 1) v.trouble('network error');
    await v.logged('wechat.up', 2);
    expect(v.bots).toBe(2);
    await v.login();
    v.say(v.mary, '还在吗，多少件');
    expect((await v.inbox.next()).text).toBe('还在吗，多少件');
  });

  it('finds a connection that went dead without a word, and starts anew', async () => {
    const v = await village({}, { pingMs: 10 });
    v.dead = true;
    await v.logged('wechat.up', 2);
    v.dead = false;
    await v.login();
    v.say(v.mary, '还在吗，多少件');
    expect((await v.inbox.next()).text).toBe('还在吗，多少件');
  });

  it('shows the code to scan in a file for its owner only, never in the log, and removes it after the login', async () => {
    const v = new Village();
    open.push(v);
    await v.channel.start(v.inbox.onMessage);
    v.scan('https://login.example/secret-code');
    await v.logged('wechat.scan');
    const file = join(v.ports.folder, 'login-qr.txt');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(/[▀▄█]{10}/);
    expect(v.channel.health().detail.en).toContain(file);
    expect(JSON.stringify([v.ports.lines, v.ports.alarms])).not.toContain('secret-code');
    await v.login();
    expect(existsSync(file)).toBe(false);
  });

  it('offers the code on a page of the desk once, tells the operator, and takes it back at the login', async () => {
    const v = new Village({}, { publicAddress: 'https://w.example' });
    open.push(v);
    await v.channel.start(v.inbox.onMessage);
    v.scan('https://login.example/secret-code');
    await v.logged('wechat.scan');
    const [{ name, path }] = v.ports.logins.waiting() as [{ name: string; path: string }];
    expect(name).toBe('wechat');
    expect(v.ports.lines.find(({ event }) => event === 'wechat.scan')?.facts).toMatchObject({ page: `https://w.example${path}` });
    expect(v.ports.alarms.map(({ event }) => event)).toEqual(['wechat.login']);
    await v.login();
    expect(v.ports.logins.waiting()).toEqual([]);
    await v.logout();
    expect(v.ports.alarms.at(-1)).toMatchObject({ event: 'wechat.login', words: expect.stringContaining('scan the code') as string });
    v.scan('x'.repeat(5000));
    await v.logged('wechat.scan', 2);
    expect(v.ports.logins.waiting()).toEqual([]);
  });

  it('alarms nobody when it is stopped', async () => {
    const v = await village();
    await v.channel.stop();
    expect([v.ports.alarms, v.ports.lines.filter(({ level }) => level === 'error')]).toEqual([[], []]);
  });

  it('says nothing in the log that a puppet’s errors name', async () => {
    const v = await village();
    v.trouble('GET https://wx.example/sync?sid=tIcKeT failed for 玛丽：秘密');
    await v.logged('wechat.trouble');
    expect(v.ports.lines.find(({ event }) => event === 'wechat.trouble')?.facts).toEqual({ kind: 'GET failed for' });
  });

  it('is refused where there is no such room or person, which is not held against the account', async () => {
    const v = await village();
    for (let i = 0; i < 4; i += 1) expect(await v.channel.post({ channel: 'wechat', conversation: i % 2 === 0 ? 'nobody' : 'none@chatroom', thread: null }, notice('一'))).toMatchObject({ state: 'refused' });
    expect(await v.channel.post({ channel: 'wechat', conversation: v.mary, thread: null }, notice('二'))).toMatchObject({ state: 'handed over' });
  });

  it('keeps its session for its owner only, and leaves nothing elsewhere', async () => {
    const before = readdirSync(process.cwd());
    const v = await village();
    v.say(v.mary, '多少件');
    await v.inbox.next();
    await v.channel.stop();
    expect(statSync(v.ports.folder).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(v.ports.folder)) expect([file, statSync(join(v.ports.folder, file)).mode & 0o777]).toEqual([file, 0o600]);
    expect(readdirSync(process.cwd())).toEqual(before);
  });
});
