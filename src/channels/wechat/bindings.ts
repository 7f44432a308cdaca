import { randomInt } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNBOUND } from '../channel.js';
import { words } from './words.js';

/** Wrong codes from one speaker before that speaker is no longer listened to until the next login: six digits are guessed in a million tries. */
const MOST_TRIES = 5;
const CODE = /^\p{P}*(\D+?)[\s:：]*(\d{6})\p{P}*$/u;

/** What a message about a code did. */
export type Bound = { readonly name: string } | 'wrong code' | null;

/**
 * Names for rooms and people whose ids change at each login, so that rules of access and rosters can speak of them. After each login there is a new
 * one-time code for each name, in a file for the operator only; typed where the name belongs (「绑定 123456」), it binds that place until the next login.
 */
export class Bindings {
  readonly file: string;
  readonly #folder: string;
  readonly #names: readonly string[];
  readonly #codes = new Map<string, string>();
  readonly #nameOf = new Map<string, string>();
  readonly #idOf = new Map<string, string>();
  readonly #tries = new Map<string, number>();

  constructor(folder: string, names: readonly string[]) {
    this.#folder = folder;
    this.#names = names;
    this.file = join(folder, 'binding-codes.txt');
  }

  /** How many names nobody bound since the login. */
  get unbound(): number {
    return this.#codes.size;
  }

  /** Forgets what was bound, since the ids are others now, and writes new codes. */
  loggedIn(): void {
    for (const map of [this.#codes, this.#nameOf, this.#idOf, this.#tries]) map.clear();
    for (const name of this.#names) this.#codes.set(codeUnlike(this.#codes), name);
    this.#write();
  }

  /** Takes a code that was typed at a place, by a speaker; null for a message that is about no code. */
  take(text: string, place: string, speaker: string): Bound {
    const [, verb, code] = CODE.exec(text.normalize('NFKC').trim()) ?? [];
    if (verb === undefined || !words().bind.includes(verb.trim().toLowerCase())) return null;
    const tries = this.#tries.get(speaker) ?? 0;
    const name = tries < MOST_TRIES ? this.#codes.get(code!) : undefined;
    if (name === undefined) {
      this.#tries.set(speaker, tries + 1);
      return 'wrong code';
    }
    this.#codes.delete(code!);
    this.#nameOf.set(place, name);
    this.#idOf.set(name, place);
    this.#write();
    return { name };
  }

  /** What a room or person of this login is known by outside the channel. */
  nameOf(id: string): string {
    return this.#nameOf.get(id) ?? `${UNBOUND}${id}`;
  }

  /** The id in this login of what `nameOf` gave; null for a name that nobody bound yet. */
  idOf(name: string): string | null {
    return name.startsWith(UNBOUND) ? name.slice(UNBOUND.length) : (this.#idOf.get(name) ?? null);
  }

  #write(): void {
    if (this.#codes.size === 0) return rmSync(this.file, { force: true });
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    writeFileSync(this.file, [...this.#codes].map(([code, name]) => `${name}\t${code}\n`).join(''), { mode: 0o600 });
  }
}

function codeUnlike(taken: ReadonlyMap<string, string>): string {
  for (;;) {
    const code = String(randomInt(100_000, 1_000_000));
    if (!taken.has(code)) return code;
  }
}
