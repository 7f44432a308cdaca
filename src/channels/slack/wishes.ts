import { slackWord } from '../../render/slack-words.js';
import type { HostPorts, Incoming } from '../channel.js';
import type { HandedFile } from '../front.js';
import type { HomeTab } from './home-tab.js';
import type { Outgoing } from './outgoing.js';
import type { Wish } from './press.js';
import { fetchShared, type SharedFile } from './shared-file.js';
import type { CheckWish } from './shortcut.js';

export interface WishPorts {
  readonly out: Outgoing;
  readonly ports: Pick<HostPorts, 'front' | 'feedback' | 'access'>;
  readonly token: string;
  readonly api: string;
  readonly home: HomeTab;
}

/** What buttons and shortcuts want beside questions. The host does each once and says how it went; here it is said to who wished it. */
export class Wishes {
  readonly #ports: WishPorts;

  constructor(ports: WishPorts) {
    this.#ports = ports;
  }

  /** Rejects when Slack does not take what is said. */
  async grant(wish: Exclude<Wish, { kind: 'ask' }>, incoming: Incoming): Promise<void> {
    const { out, ports, home } = this.#ports;
    const { front } = ports;
    const { from } = incoming;
    if (wish.kind === 'verdict') {
      await ports.feedback(wish.verdict);
      return out.whisper(from, incoming.speaker, slackWord(await this.#languageOf(incoming), 'thanks'));
    }
    if (wish.kind === 'old') return out.whisper(from, incoming.speaker, slackWord(await this.#languageOf(incoming), 'oldButton'));
    if (wish.kind === 'language') {
      const kept = await front.chooseLanguage(incoming, wish.lang);
      if (kept !== null) await Promise.all([out.post(from, kept), home.show(incoming)]);
      return;
    }
    const message = wish.kind === 'workbook' ? await front.workbook(incoming, wish.which, wish.year, (file) => out.upload(from, file, file.name)) : await this.#file(wish, incoming);
    if (message !== null) await out.post(from, message);
  }

  /** Checks the files of a message and tells the one who wished it. */
  async check({ files, speaker, responseUrl }: CheckWish): Promise<void> {
    const { out, ports } = this.#ports;
    if (files.length === 0) return out.say(responseUrl, slackWord((await ports.front.language(speaker)) ?? 'zh', 'noFile'));
    for (const { incoming, file } of files) {
      const message = await ports.front.check(incoming, () => this.#fetch(file));
      if (message !== null) await out.respond(responseUrl, message, false);
    }
  }

  #file({ deed, file }: Extract<Wish, { kind: 'file' }>, incoming: Incoming): ReturnType<HostPorts['front']['handIn']> {
    const { front } = this.#ports.ports;
    const act = { ...incoming, text: file.name };
    return deed === 'take' ? front.handIn(act, () => this.#fetch(file)) : front.check(act, () => this.#fetch(file));
  }

  #fetch({ id }: SharedFile): Promise<HandedFile> {
    const { out, token, api } = this.#ports;
    return fetchShared(id, { info: (file) => out.client.apiCall('files.info', { file }), token, api });
  }

  async #languageOf(who: Incoming): Promise<'zh' | 'en'> {
    return (await this.#ports.ports.front.language(who)) ?? 'zh';
  }
}
