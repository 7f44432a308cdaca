import { pinyin } from 'pinyin-pro';
import type { Respell } from './terms.js';

const HAN_RUN = /^\p{Script=Han}{2,6}$/u;

/** Runs whose sound was looked up last: questions sound out the same few again and again. */
const sounds = new Map<string, string>();
const MOST_SOUNDS = 5000;

/** Toneless syllables, joined: 咨询 and 咨洵 give the same key. Non-Han text gives itself. */
export function soundOf(text: string): string {
  let sound = sounds.get(text);
  if (sound === undefined) {
    sound = soundedOut(text);
    if (sounds.size >= MOST_SOUNDS) sounds.clear();
    sounds.set(text, sound);
  }
  return sound;
}

function soundedOut(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map(plain).join(' ');
}

/** The sounds that phone keyboards and southern speakers mix up count as one. */
function plain(syllable: string): string {
  return syllable.replace(/^zh/, 'z').replace(/^ch/, 'c').replace(/^sh/, 's').replace(/([aei])ng$/, '$1n');
}

/**
 * Finds the known surface that a mistyped run sounds like. Only words of two to six characters that share at least one character in its place
 * (a run that merely sounds alike is another word), and only when a single surface fits, or a single one of those that `tellsApart` picks.
 */
export class Homophones {
  readonly #surfaces: () => Iterable<string>;
  readonly #tellsApart: (surface: string) => boolean;
  /** Surfaces by length, character and where it stands: only those that share one with a run are ever sounded out. */
  #byCharacter: Map<string, string[]> | null = null;
  readonly #sounds = new Map<string, string>();
  readonly #known = new Map<string, string | null>();

  /** `surfaces` is read at the first mistake, not before: most questions have none. `prepare` reads it at a moment of one's own. */
  constructor(surfaces: () => Iterable<string>, tellsApart: (surface: string) => boolean = () => true) {
    this.#surfaces = surfaces;
    this.#tellsApart = tellsApart;
  }

  readonly respell: Respell = (run) => {
    if (!HAN_RUN.test(run)) return null;
    let answer = this.#known.get(run);
    if (answer === undefined) {
      answer = this.#soundingLike(run);
      if (this.#known.size > 5000) this.#known.clear();
      this.#known.set(run, answer);
    }
    return answer;
  };

  /** Makes now what the first mistake would wait for. */
  prepare(): void {
    this.#table();
  }

  #soundingLike(run: string): string | null {
    const alike = new Set<string>();
    for (const key of placesOf(run)) for (const surface of this.#table().get(key) ?? []) if (surface !== run) alike.add(surface);
    const like = [...alike].filter((surface) => this.#soundOf(surface) === soundOf(run));
    // 资询 sounds like 咨询 and like 资讯, which tells nothing apart.
    const telling = like.length > 1 ? like.filter(this.#tellsApart) : like;
    return telling.length === 1 ? telling[0]! : null;
  }

  /** Of a surface, kept for good: there are some thousands. */
  #soundOf(surface: string): string {
    let sound = this.#sounds.get(surface);
    if (sound === undefined) {
      sound = soundedOut(surface);
      this.#sounds.set(surface, sound);
    }
    return sound;
  }

  #table(): Map<string, string[]> {
    if (this.#byCharacter) return this.#byCharacter;
    this.#byCharacter = new Map();
    for (const surface of new Set(this.#surfaces())) {
      if (!HAN_RUN.test(surface)) continue;
      for (const key of placesOf(surface)) {
        const known = this.#byCharacter.get(key);
        if (known === undefined) this.#byCharacter.set(key, [surface]);
        else known.push(surface);
      }
    }
    return this.#byCharacter;
  }
}

/** Each character of a run with its place and how long the run is. */
function placesOf(run: string): string[] {
  const characters = [...run];
  return characters.map((character, i) => `${characters.length} ${i} ${character}`);
}
