import { createHash } from 'node:crypto';

/** Longer than any id of a channel: what is longer was forged, and is known by its hash. */
const LONGEST_ID = 200;

/** An id from outside, short enough for a key: two that differ stay different. */
export function bounded(id: string): string {
  return id.length <= LONGEST_ID ? id : `sha256:${createHash('sha256').update(id).digest('hex')}`;
}
