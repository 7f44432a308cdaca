import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Bindings } from '../../../../src/channels/wechat/bindings.js';
import { may } from '../../../../src/desk/access.js';
import { accessPart } from '../../../../src/desk/config.js';
import { notice } from '../ports.js';
import { Village } from './village.js';

const codesIn = (file: string): Map<string, string> => new Map(readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split('\t') as [string, string]));

describe('names bound to passing ids', () => {
  const made = (): Bindings => {
    const bindings = new Bindings(mkdtempSync(join(tmpdir(), 'bind-')), ['青石镇群', '王主任']);
    bindings.loggedIn();
    return bindings;
  };

  it('a code binds the place it is typed at, once, and its file is for the owner only', () => {
    const bindings = made();
    const code = codesIn(bindings.file).get('青石镇群')!;
    expect(statSync(bindings.file).mode & 0o777).toBe(0o600);
    expect(bindings.take(`绑定 ${code}`, '@@r1', '@p1')).toEqual({ name: '青石镇群' });
    expect([bindings.nameOf('@@r1'), bindings.idOf('青石镇群'), bindings.idOf('王主任')]).toEqual(['青石镇群', '@@r1', null]);
    expect(bindings.take(`绑定 ${code}`, '@@r2', '@p2')).toBe('wrong code');
    expect([...codesIn(bindings.file).keys()]).toEqual(['王主任']);
  });

  it.each([
    ['绑定{code}', true],
    ['绑定码：{code}', true],
    ['【绑定 {code}】', true],
    ['Bind {code}', true],
    ['绑定 ０００', false],
    ['2020年收到{code}件申请吗', false],
    ['{code}', false],
  ])('%s', (said, binds) => {
    const bindings = made();
    const code = codesIn(bindings.file).get('王主任')!;
    expect(bindings.take(said.replace('{code}', code), '@p1', '@p1')).toEqual(binds ? { name: '王主任' } : null);
  });

  it('takes full-width digits', () => {
    const bindings = made();
    const wide = codesIn(bindings.file).get('王主任')!.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    expect(bindings.take(`绑定 ${wide}`, '@p1', '@p1')).toEqual({ name: '王主任' });
  });

  it('who guesses is not listened to any more, until the next login', () => {
    const bindings = made();
    const code = codesIn(bindings.file).get('王主任')!;
    const wrong = code === '999999' ? '999998' : '999999';
    for (let i = 0; i < 5; i += 1) expect(bindings.take(`绑定 ${wrong}`, '@p1', '@p1')).toBe('wrong code');
    expect(bindings.take(`绑定 ${code}`, '@p1', '@p1')).toBe('wrong code');
    expect(bindings.take(`绑定 ${code}`, '@p2', '@p2')).toEqual({ name: '王主任' });
    bindings.loggedIn();
    expect(bindings.idOf('王主任')).toBeNull();
    expect(bindings.take(`绑定 ${codesIn(bindings.file).get('王主任')!}`, '@p1', '@p1')).toEqual({ name: '王主任' });
    expect(existsSync(bindings.file)).toBe(true);
  });
});

describe('a puppet whose ids change at each login', () => {
  const open: Village[] = [];
  afterEach(async () => {
    for (const made of open.splice(0)) await made.channel.stop();
  });

  it('knows a room by its name from the code on, answers there, and forgets it at the next login', async () => {
    const v = new Village({ bind: ['青石镇群'] }, { lastingIds: false });
    open.push(v);
    await v.open();
    const codes = join(v.ports.folder, 'binding-codes.txt');
    const town = { channel: 'wechat', conversation: '青石镇群', thread: null } as const;
    expect(v.ports.lines.find(({ event }) => event === 'wechat.bind')?.facts).toMatchObject({ names: 1, file: codes });
    expect(v.channel.health()).toMatchObject({ state: 'up' });
    expect(await v.channel.post(town, notice('期限快到了'))).toMatchObject({ state: 'pending', reason: 'not bound since the last login' });

    v.say(v.mary, '@问报 办了多少件', v.group);
    const unbound = await v.inbox.next();
    expect(unbound).toMatchObject({ from: { conversation: `unbound:${v.group}` }, speaker: `unbound:${v.mary}` });
    await v.channel.post(unbound.from, notice('两件。'), { speaker: unbound.speaker });
    expect((await v.heard()).text).toBe('@玛丽 两件。');

    v.say(v.mary, `@问报 绑定 ${codesIn(codes).get('青石镇群')}`, v.group);
    expect((await v.heard()).text).toBe('@玛丽 已绑定：青石镇群。');
    v.say(v.mary, '@问报 办了多少件', v.group);
    expect((await v.inbox.next()).from).toEqual(town);
    await v.channel.post(town, notice('期限快到了'));
    expect(await v.heard()).toEqual({ to: v.group, text: '期限快到了' });

    await v.logout();
    await v.login();
    expect(await v.channel.post(town, notice('期限快到了'))).toMatchObject({ state: 'pending' });
    expect(codesIn(codes).size).toBe(1);
  });

  it('lets a group be bound that may not ask yet', async () => {
    const v = new Village({ bind: ['青石镇群'] }, { lastingIds: false, mayAsk: () => false });
    open.push(v);
    await v.open();
    v.say(v.mary, `@问报 绑定 ${codesIn(join(v.ports.folder, 'binding-codes.txt')).get('青石镇群')}`, v.group);
    expect((await v.heard()).text).toBe('@玛丽 已绑定：青石镇群。');
  });

  it.each([
    ['nobody bound', 'unbound:@@r', 'unbound:@p', false],
    ['the room bound', '青石镇群', 'unbound:@p', true],
    ['the person bound', 'unbound:@@r', '王主任', true],
  ])('%s: whether more than asking is allowed', (_, conversation, speaker, more) => {
    const access = accessPart.schema.parse({ everyone: ['admin'] });
    const who = { from: { channel: 'wechat', conversation, thread: null }, speaker } as const;
    expect([may('ask', who, access), may('ingest', who, access), may('admin', who, access)]).toEqual([true, more, more]);
  });
});
