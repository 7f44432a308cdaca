import { createHash } from 'node:crypto';

// Numbers as bytes: seven bits a byte, the eighth says that more follow. Most numbers of an index are below 128.

/** Thrown by `PackReader` when the bytes end early or hold what no writer writes. */
export class DamagedError extends Error {}

/** Writes numbers and strings one after another into a growing buffer, which `sealed` closes with a fingerprint and a checksum. */
export class PackWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  /** A whole number from 0 to 2^53 − 1. */
  number(value: number): void {
    if (this.#length + 8 > this.#bytes.length) this.#grow(8);
    while (value >= 0x80) {
      this.#bytes[this.#length++] = (value % 0x80) + 0x80;
      value = Math.floor(value / 0x80);
    }
    this.#bytes[this.#length++] = value;
  }

  text(value: string): void {
    const size = Buffer.byteLength(value, 'utf8');
    this.number(size);
    if (this.#length + size > this.#bytes.length) this.#grow(size);
    this.#length += this.#bytes.write(value, this.#length, 'utf8');
  }

  #grow(needed: number): void {
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + needed));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  /** What was written, under a fingerprint and a checksum. */
  sealed(fingerprint: string): Uint8Array {
    const body = this.#bytes.subarray(0, this.#length);
    return Buffer.concat([Buffer.from(`${JSON.stringify({ fingerprint, sha256: checksum(body) })}\n`, 'utf8'), body]);
  }
}

/** Reads back what `PackWriter` wrote, in the same order. Throws a `DamagedError` where less is left than is asked for. */
export class PackReader {
  readonly #bytes: Buffer;
  #at = 0;

  private constructor(body: Buffer) {
    this.#bytes = body;
  }

  /** A reader of what `sealed` made; null when it was made with another fingerprint or is damaged. */
  static open(sealed: Uint8Array, fingerprint: string): PackReader | null {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const split = bytes.indexOf('\n');
    const body = bytes.subarray(split + 1);
    try {
      const head = JSON.parse(bytes.toString('utf8', 0, Math.max(split, 0))) as { fingerprint?: unknown; sha256?: unknown };
      return head.fingerprint === fingerprint && head.sha256 === checksum(body) ? new PackReader(body) : null;
    } catch {
      return null;
    }
  }

  number(): number {
    let byte = this.#bytes[this.#at++];
    if (byte !== undefined && byte < 0x80) return byte;
    let value = 0;
    let scale = 1;
    for (; byte !== undefined && byte >= 0x80; byte = this.#bytes[this.#at++]) {
      value += (byte - 0x80) * scale;
      scale *= 0x80;
    }
    if (byte === undefined) throw new DamagedError('the bytes end inside a number');
    return value + byte * scale;
  }

  text(): string {
    const size = this.number();
    if (this.#at + size > this.#bytes.length) throw new DamagedError('the bytes end inside a text');
    this.#at += size;
    return this.#bytes.toString('utf8', this.#at - size, this.#at);
  }
}

function checksum(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
