import type { Lang } from '../../../index/mod.js';
import { slackWord } from '../../render/slack-words.js';
import type { HostPorts, Incoming, PostingChannel, Telling } from '../channel.js';
import type { HandedFile } from '../front.js';
import { aloneAt } from './alone.js';
import type { Submitted } from './ask-form.js';
import type { HomeTab } from './home-tab.js';
import type { LookingSign, Sign } from './looking.js';
import type { Outgoing } from './outgoing.js';
import type { Wish } from './press.js';
import { fetchShared, type SharedFile } from './shared-file.js';
import type { CheckWish } from './shortcut.js';

/** What fulfilling a wish (a button, a shortcut, a form) needs. */
export interface WishPorts {
  readonly out: Outgoing;
  readonly looking: LookingSign;
  readonly ports: Pick<HostPorts, 'front' | 'feedback' | 'access'>;
  readonly token: string;
  readonly api: string;
  readonly home: HomeTab;
}

/** What buttons and shortcuts want beside questions. The host does each once and says how it went. */
export class Wishes {
  readonly #ports: WishPorts;

  constructor(ports: WishPorts) {
    this.#ports = ports;
  }

  /** Resolves once the wish is on the disk, or done where nothing of it is kept: from then on Slack may be told that it came. Never rejects. */
  grant(wish: Exclude<Wish, { kind: 'ask' }>, incoming: Incoming, sign: Sign | null): Promise<void> {
    const { out, looking } = this.#ports;
    return new Promise((takenIn) => {
      const done = this.#grant(wish, incoming, takenIn);
      out.background(done);
      if (sign !== null && wish.kind === 'file') void looking.during(done, sign);
      done.then(takenIn, takenIn);
    });
  }

  /** Checks the files of a message and tells the one who wished it. Resolves like `grant`. */
  async check({ files, speaker, responseUrl }: CheckWish): Promise<void> {
    const { out, looking, ports } = this.#ports;
    const lang = (await ports.front.language(speaker)) ?? 'zh';
    if (files.length === 0) return out.say(responseUrl, slackWord(lang, 'noFile')).catch(() => undefined);
    const to = { ...aloneAt(responseUrl, lang, speaker.speaker, { out, looking }), tellsAgain: false };
    await Promise.all(
      files.map(({ incoming, file }) => new Promise<void>((takenIn) => out.background(ports.front.check({ ...incoming, alone: true }, () => this.#fetch(file), { to, takenIn }).then(() => to.over())))),
    );
  }

  /** Sends a workbook to who asked for it in the form, into their conversation with the bot. Resolves like `grant`. */
  send({ incoming, which, year, responseUrl }: Extract<Submitted, { kind: 'workbook' }>): Promise<void> {
    const { out, ports } = this.#ports;
    return new Promise((takenIn) => {
      const put = async (file: HandedFile): Promise<void> => {
        await out.upload(await out.directWith(incoming.speaker), file, file.name);
        out.background(out.say(responseUrl, slackWord(await this.#languageOf(incoming), 'sentDirectly')));
      };
      const to: PostingChannel = { post: (_, message) => out.respond(responseUrl, message, { replace: false, speaker: incoming.speaker }) };
      const done = ports.front.workbook(incoming, which, year, put, { to, takenIn });
      out.background(done);
      done.then(() => takenIn(), () => takenIn());
    });
  }

  /** Rejects when Slack does not take what is said. */
  async #grant(wish: Exclude<Wish, { kind: 'ask' }>, incoming: Incoming, takenIn: () => void): Promise<void> {
    const { out, ports, home } = this.#ports;
    const { front } = ports;
    const { from, speaker } = incoming;
    const telling: Telling = { to: { post: (to, message) => out.post(to, message) } satisfies PostingChannel, takenIn };
    if (wish.kind === 'verdict') {
      // Written before it is acknowledged; the same press once more changes nothing.
      await ports.feedback(wish.verdict);
      takenIn();
      return out.whisper(from, speaker, slackWord(await this.#languageOf(incoming), 'thanks'));
    }
    if (wish.kind === 'old') return out.whisper(from, speaker, slackWord(await this.#languageOf(incoming), 'oldButton'));
    if (wish.kind === 'language') {
      if ((await front.chooseLanguage(incoming, wish.lang, telling)) !== null) await home.show(incoming);
      return;
    }
    if (wish.kind === 'workbook') await front.workbook(incoming, wish.which, wish.year, (file) => out.upload(from, file, file.name), telling);
    else await this.#file(wish, incoming, telling);
  }

  #file({ deed, file }: Extract<Wish, { kind: 'file' }>, incoming: Incoming, telling: Telling): ReturnType<HostPorts['front']['handIn']> {
    const { front } = this.#ports.ports;
    const act = { ...incoming, text: file.name };
    return deed === 'take' ? front.handIn(act, () => this.#fetch(file), telling) : front.check(act, () => this.#fetch(file), telling);
  }

  #fetch({ id }: SharedFile): Promise<HandedFile> {
    const { out, token, api } = this.#ports;
    return fetchShared(id, { info: (file) => out.client.apiCall('files.info', { file }), token, api });
  }

  async #languageOf(who: Incoming): Promise<Lang> {
    return (await this.#ports.ports.front.language(who)) ?? who.lang ?? 'zh';
  }
}
