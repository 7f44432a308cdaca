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
 * Finds the known surface that a mistyped run sounds like. Only words of two to six characters that share at least one character
 * (a run that merely sounds alike is another word), and only when a single surface fits.
 */
export class Homophones {
  readonly #surfaces: () => Iterable<string>;
  #bySound: Map<string, string[]> | null = null;
  readonly #known = new Map<string, string | null>();

  /** `surfaces` is read at the first mistake, not before: most questions have none. `prepare` reads it at a moment of one's own. */
  constructor(surfaces: () => Iterable<string>) {
    this.#surfaces = surfaces;
  }

  readonly respell: Respell = (run) => {
    if (!HAN_RUN.test(run)) return null;
    let answer = this.#known.get(run);
    if (answer === undefined) {
      const like = (this.#sounds().get(soundOf(run)) ?? []).filter((surface) => surface !== run && sharesCharacter(surface, run));
      answer = like.length === 1 ? like[0]! : null;
      if (this.#known.size > 5000) this.#known.clear();
      this.#known.set(run, answer);
    }
    return answer;
  };

  /** Makes now what the first mistake would wait for, a third of a second. */
  prepare(): void {
    this.#sounds();
  }

  #sounds(): Map<string, string[]> {
    if (this.#bySound) return this.#bySound;
    this.#bySound = new Map();
    for (const surface of new Set(this.#surfaces())) {
      if (!HAN_RUN.test(surface)) continue;
      const key = soundOf(surface);
      this.#bySound.set(key, [...(this.#bySound.get(key) ?? []), surface]);
    }
    return this.#bySound;
  }
}

function sharesCharacter(a: string, b: string): boolean {
  return [...a].some((character, i) => b[i] === character);
}
