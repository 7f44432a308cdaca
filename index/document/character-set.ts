/**
 * Characters of the basic plane, asked for by their UTF-16 code. A character cut out of a text is a new string, which a `Set` of strings would have
 * to hash each time it is asked for.
 */
export class CharacterSet {
  readonly #held = new Uint8Array(0x10000 / 8);

  constructor(characters: Iterable<string>) {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      this.#held[code >> 3]! |= 1 << (code & 7);
    }
  }

  /** NaN, which `charCodeAt` gives beyond the ends of a text, counts as U+0000, which no set of letters holds. */
  has(code: number): boolean {
    return ((this.#held[code >> 3]! >> (code & 7)) & 1) === 1;
  }
}
