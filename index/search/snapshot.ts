import { createHash } from 'node:crypto';

// A snapshot is one line of JSON (fingerprint, checksum of what follows) and the content as JSON.

const NEWLINE = 0x0a;

/** Bytes of `content` under a fingerprint that says with what it was made. */
export function packSnapshot(fingerprint: string, content: unknown): Uint8Array {
  const body = Buffer.from(JSON.stringify(content), 'utf8');
  const head = Buffer.from(`${JSON.stringify({ fingerprint, sha256: checksum(body) })}\n`, 'utf8');
  return Buffer.concat([head, body]);
}

/** The content, or null when the snapshot was made with something else or is damaged. Never throws. */
export function unpackSnapshot(snapshot: Uint8Array, fingerprint: string): unknown {
  try {
    const bytes = Buffer.from(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength);
    const split = bytes.indexOf(NEWLINE);
    const head = JSON.parse(bytes.toString('utf8', 0, split)) as { fingerprint?: unknown; sha256?: unknown };
    const body = bytes.subarray(split + 1);
    return head.fingerprint === fingerprint && head.sha256 === checksum(body) ? JSON.parse(body.toString('utf8')) : null;
  } catch {
    return null;
  }
}

function checksum(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
