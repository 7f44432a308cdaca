import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileBox } from 'file-box';
import { log, types, WechatyBuilder } from 'wechaty';
import type { impls } from 'wechaty';
import { NoSuchPlace, type BotEvents, type Heard, type HeardKind, type WechatBot } from './bot.js';
import { plainName, type HeardFile } from './heard-file.js';
import { mentionsIn } from './mention.js';

type Wechaty = ReturnType<typeof WechatyBuilder.build>;
type Message = impls.MessageInterface;
type Room = impls.RoomInterface;

/** Which puppet: a package's name with its options, or one that is made already. */
export interface PuppetChoice {
  readonly puppet: NonNullable<Parameters<typeof WechatyBuilder.build>[0]>['puppet'];
  readonly options: { readonly token?: string; readonly endpoint?: string };
  /** Tells by id whom a message mentions. */
  readonly structuredMentions: boolean;
  /** Called when the puppet runs. */
  readonly started?: () => void;
}

const KINDS = new Map<number, HeardKind>([
  [types.Message.Text, 'text'],
  [types.Message.Audio, 'voice'],
  [types.Message.Image, 'picture'],
  [types.Message.Video, 'video'],
  [types.Message.Attachment, 'file'],
  [types.Message.RedEnvelope, 'money'],
  [types.Message.Transfer, 'money'],
  [types.Message.MiniProgram, 'card'],
  [types.Message.Url, 'card'],
  [types.Message.Location, 'card'],
  [types.Message.Contact, 'card'],
  [types.Message.ChatHistory, 'card'],
]);

/** An account through wechaty and one of its puppets. The session is kept in `folder`, readable to its owner only. */
export class WechatyBot implements WechatBot {
  readonly #bot: Wechaty;
  readonly #structuredMentions: boolean;
  readonly #started: () => void;
  readonly #rooms = new Set<string>();
  /** What was heard in each conversation is handed on in order, though looking names up takes its time. */
  readonly #order = new Map<string, Promise<void>>();

  constructor({ puppet, options, structuredMentions, started }: PuppetChoice, folder: string) {
    // The libraries log what people write.
    log.level('silent');
    this.#structuredMentions = structuredMentions;
    this.#started = started ?? (() => undefined);
    this.#bot = WechatyBuilder.build({ name: sessionIn(folder), puppet: puppet!, puppetOptions: { ...options } });
  }

  async start(events: BotEvents): Promise<void> {
    let failed: Error | null = null;
    const bot = this.#bot;
    bot.on('error', (error) => {
      failed ??= error;
      events.trouble(error.message);
    });
    bot.on('login', () => events.loggedIn());
    bot.on('logout', () => events.loggedOut());
    bot.on('scan', (code) => {
      if (code !== '') events.scan(code);
    });
    bot.on('room-leave', (room, leavers) => {
      if (leavers.some((leaver) => leaver.self())) events.left(room.id);
    });
    bot.on('room-join', (room, joiners) => {
      if (joiners.some((joiner) => joiner.self())) events.joined(room.id);
    });
    bot.on('message', (message) => this.#queue(message, events));
    await bot.start();
    // `start` resolves even when the puppet could not; what went wrong came as an event.
    if (failed !== null) throw failed;
    this.#started();
  }

  async stop(): Promise<void> {
    await this.#bot.stop().catch(() => undefined);
  }

  async ping(withinMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    let heard!: () => void;
    const answered = new Promise<boolean>((resolve) => (heard = () => resolve(true)));
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), withinMs)));
    this.#bot.once('dong', heard);
    try {
      this.#bot.ding('ping');
    } catch {
      // A puppet that cannot even be asked does not answer.
    }
    const alive = await Promise.race([answered, late]);
    clearTimeout(timer);
    this.#bot.off('dong', heard);
    return alive;
  }

  async say(conversation: string, text: string, mention: string | null): Promise<string | null> {
    const room = await this.#room(conversation);
    const asker = room !== null && mention !== null ? await this.#bot.Contact.find({ id: mention }) : undefined;
    const said = room === null ? await (await this.#contact(conversation)).say(text) : asker ? await room.say(text, asker) : await room.say(text);
    return said?.id ?? null;
  }

  async show(conversation: string, picture: Uint8Array): Promise<string | null> {
    const file = FileBox.fromBase64(Buffer.from(picture).toString('base64'), 'wenbao.png');
    const place = (await this.#room(conversation)) ?? (await this.#contact(conversation));
    return (await place.say(file))?.id ?? null;
  }

  async #room(id: string): Promise<Room | null> {
    if (!this.#rooms.has(id) && !(await this.#bot.puppet.roomList()).includes(id)) return null;
    this.#rooms.add(id);
    return (await this.#bot.Room.find({ id })) ?? null;
  }

  async #contact(id: string): Promise<impls.ContactInterface> {
    const contact = await this.#bot.Contact.find({ id });
    if (!contact) throw new NoSuchPlace();
    return contact;
  }

  #queue(message: Message, events: BotEvents): void {
    const conversation = message.room()?.id ?? message.talker().id;
    const before = this.#order.get(conversation) ?? Promise.resolve();
    const done = before
      .then(() => this.#read(message))
      .then((heard) => events.heard(heard))
      .catch((error: unknown) => events.trouble(error instanceof Error ? error.message : 'message not read'))
      .finally(() => {
        if (this.#order.get(conversation) === done) this.#order.delete(conversation);
      });
    this.#order.set(conversation, done);
  }

  async #read(message: Message): Promise<Heard> {
    const room = message.room() ?? null;
    if (room !== null) this.#rooms.add(room.id);
    const talker = message.talker();
    const text = message.text();
    const kind = kindOf(message);
    return {
      id: message.id,
      room: room?.id ?? null,
      speaker: talker.id,
      speakerName: talker.name(),
      own: message.self(),
      official: talker.type() === types.Contact.Official,
      kind,
      text,
      file: kind === 'file' ? await fileIn(message) : null,
      sentAt: message.date(),
      names: await this.#names(room, text),
      mentionsMe: room !== null && this.#structuredMentions ? await message.mentionSelf() : null,
    };
  }

  /** Other members' names are fetched only where one of them could be meant instead of the bot. */
  async #names(room: Room | null, text: string): Promise<Heard['names']> {
    const me = this.#bot.currentUser;
    const alias = room === null ? undefined : await room.alias(me);
    const mine = [me.name(), ...(alias ? [alias] : [])];
    if (room === null || !mentionsIn(text, { mine }).me) return { mine };
    const members = (await room.memberAll().catch(() => [])).filter((member) => member.id !== me.id);
    return { mine, others: members.map((member) => member.name()) };
  }
}

/** A file stays with WeChat until it is opened; a puppet that cannot even name it has none. */
async function fileIn(message: Message): Promise<HeardFile | null> {
  const box = await message.toFileBox().catch(() => null);
  return box === null ? null : { name: plainName(box.name), size: box.size >= 0 ? box.size : null, open: () => box.toStream() };
}

/** Documents come as unknown from some puppets, with no text; system messages have some. */
function kindOf(message: Message): HeardKind {
  if (message.type() === types.Message.Unknown && message.text() === '') return 'file';
  return KINDS.get(message.type()) ?? 'nothing to answer';
}

/** Where the session is kept, as wechaty wants it named; the file is made first, since the library would let everybody read it. */
function sessionIn(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = join(folder, 'session.memory-card.json');
  if (!existsSync(file)) writeFileSync(file, '{}', { mode: 0o600 });
  chmodSync(file, 0o600);
  return join(folder, 'session');
}
