import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileBox } from 'file-box';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import { WechatConfig } from '../../../../src/channels/wechat/config.js';
import { puppetNamed } from '../../../../src/channels/wechat/puppets.js';
import { WechatChannel } from '../../../../src/channels/wechat/wechat.js';
import { WechatyBot } from '../../../../src/channels/wechat/wechaty-bot.js';
import { channelPorts, idleFront, Inbox } from '../ports.js';

/** Something that the bot said, or showed. */
export interface Said {
  readonly to: string;
  readonly text: string;
  readonly picture?: { readonly name: string; readonly bytes: Buffer };
}

/** What a puppet hands over, with the kind as wechaty's number. */
interface Payload {
  readonly id: string;
  readonly talkerId: string;
  readonly text?: string;
  readonly roomId?: string;
  readonly listenerId?: string;
  readonly type?: number;
  readonly timestamp?: number;
}

const TEXT = 7;

/** Ten o'clock in China, outside the quiet hours whenever the tests run. */
const MORNING = new Date('2026-03-03T02:00:00Z');

/** The real wechaty on its mock puppet: a bot called 问报, two people, two groups. */
export class Village {
  readonly me = 'me';
  readonly mary = 'mary';
  readonly zhang = 'zhang';
  readonly group = 'village@chatroom';
  readonly other = 'town@chatroom';
  readonly inbox = new Inbox();
  readonly ports: ReturnType<typeof channelPorts>;
  readonly channel: WechatChannel;
  readonly waits: number[] = [];
  #mocker = new mock.Mocker();
  readonly #said: Said[] = [];
  readonly #waiting: ((said: Said) => void)[] = [];
  now: Date;
  /** Set to make the puppet refuse what it is to say. */
  failing: string | null = null;
  failingPictures = false;
  /** Ids that the puppet gives back; null for a puppet that tells nothing. */
  answerId: string | null = null;
  bots = 0;
  /** Set to let the connection go dead without a word. */
  dead = false;

  constructor(config: object = {}, { pingMs = 600_000, sayWithinMs = 5_000, folder = mkdtempSync(join(tmpdir(), 'wechat-')), publicAddress = null as string | null, now = MORNING, lastingIds = true, front = idleFront(), mayHandIn = (_who: string): boolean => true, mayAsk = (_who: string): boolean => true } = {}) {
    this.now = now;
    this.ports = channelPorts({ now: () => this.now, folder, publicAddress, front, access: { may: (role, who) => who === null || (role === 'ask' ? mayAsk : mayHandIn)(who.speaker), contact: null } });
    this.channel = new WechatChannel(WechatConfig.parse({ enabled: true, gapSeconds: 0, jitterSeconds: 0, ...config }), this.ports, {
      makeBot: async () => {
        this.bots += 1;
        return new WechatyBot({ puppet: this.#puppet(), options: {}, structuredMentions: false }, folder);
      },
      facts: { ...puppetNamed('mock'), lastingIds },
      wait: async (ms) => void this.waits.push(ms),
      chance: () => 0.5,
      beat: { everyMs: pingMs, withinMs: 20 },
      sayWithinMs,
      pace: { delaysMs: [5, 10], lockedOutMs: 20, settledMs: 60_000 },
    });
  }

  /** Starts the channel and logs the bot in. */
  async open(): Promise<this> {
    await this.channel.start(this.inbox.onMessage);
    await this.login();
    return this;
  }

  async login(): Promise<void> {
    const before = this.ports.lines.filter(({ event }) => event === 'wechat.loggedIn').length;
    this.#mocker.login(this.#mocker.ContactMock.load(this.me));
    await this.logged('wechat.loggedIn', before + 1);
  }

  async logout(): Promise<void> {
    await this.#mocker.puppet.logout();
    await this.logged('wechat.loggedOut');
  }

  /** Somebody says something in a group, or to the bot where no group is named. */
  say(who: string, text: string, room: string | null = null, more: Partial<Payload> = {}): string {
    const id = more.id ?? `m-${Math.random()}`;
    this.#emit({ id, talkerId: who, text, ...(room === null ? { listenerId: this.me } : { roomId: room }), ...more });
    return id;
  }

  /** Somebody sends a file, as puppets hand it over: of no known kind, without words. */
  async send(who: string, name: string, bytes: Uint8Array, room: string | null = null): Promise<void> {
    const id = `f-${Math.random()}`;
    this.#mocker.cacheFileBoxPayload.set(id, await FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name).toJSON());
    this.say(who, '', room, { id, type: 0 });
  }

  scan(code: string): void {
    this.#mocker.scan(code);
  }

  rename(topic: string): void {
    this.#mocker.RoomMock.load(this.group).topic(topic).by(this.#mocker.ContactMock.load(this.mary));
  }

  takeOut(): void {
    this.#mocker.RoomMock.load(this.group).remove(this.#mocker.ContactMock.load(this.me)).by(this.#mocker.ContactMock.load(this.mary));
  }

  putBack(): void {
    this.#mocker.RoomMock.load(this.group).add(this.#mocker.ContactMock.load(this.me)).by(this.#mocker.ContactMock.load(this.mary));
  }

  trouble(said: string): void {
    this.#mocker.puppet.emit('error', { data: said } as never);
  }

  /** What the bot says next. */
  heard(): Promise<Said> {
    const there = this.#said.shift();
    return there ? Promise.resolve(there) : new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Everything the bot said that no test has taken. */
  get unheard(): readonly Said[] {
    return this.#said;
  }

  /** Resolves when the channel logs an event, now or earlier. */
  async logged(event: string, times = 1): Promise<void> {
    for (let turn = 0; turn < 2000; turn += 1) {
      if (this.ports.lines.filter((line) => line.event === event).length >= times) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`${event} was not logged ${times} times`);
  }

  /** A puppet over people and groups of its own, as after each start; a puppet serves one bot only. */
  #puppet(): PuppetMock {
    const mocker = new mock.Mocker();
    this.#mocker = mocker;
    const puppet = new PuppetMock({ mocker });
    const send = puppet.messageSendText.bind(puppet);
    puppet.messageSendText = async (conversation: string, text: string) => {
      if (this.failing !== null) throw new Error(this.failing);
      await send(conversation, text);
      this.#note({ to: conversation, text });
      return this.answerId as unknown as undefined;
    };
    puppet.messageSendFile = async (conversation: string, file) => {
      if (this.failingPictures) throw new Error('upload failed');
      this.#note({ to: conversation, text: '', picture: { name: file.name, bytes: await file.toBuffer() } });
      return this.answerId as unknown as undefined;
    };
    puppet.ding = () => {
      if (!this.dead) puppet.emit('dong', { data: 'ping' });
    };
    puppet.roomMemberRawPayload = async (_: string, id: string) => ({ id, avatar: '', name: mocker.contactPayload(id).name, ...(id === this.me && { roomAlias: '小问' }) });
    for (const [id, name] of [[this.me, '问报'], [this.mary, '玛丽'], [this.zhang, '张三']] as const) mocker.createContact({ id, name });
    const memberIdList = [this.me, this.mary, this.zhang];
    mocker.createRoom({ id: this.group, topic: '柳泉村', memberIdList: [...memberIdList] });
    mocker.createRoom({ id: this.other, topic: '柳泉镇', memberIdList: [...memberIdList] });
    return puppet;
  }

  #note(said: Said): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(said);
    else this.#said.push(said);
  }

  #emit(payload: Payload): void {
    const whole = { type: TEXT, timestamp: this.now.getTime(), ...payload };
    if (!this.#mocker.cacheMessagePayload.has(whole.id)) this.#mocker.MessageMock.create(whole as never);
    this.#mocker.puppet.emit('message', { messageId: whole.id });
  }
}
