import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConversationBook, Remembered } from '../intents/mod.js';

/** Conversations that outlive the process: one small file each, replaced whole, so that a killed process leaves the last turn or the one before. */
export class FileConversations implements ConversationBook {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(session: string): Promise<Remembered | null> {
    const text = await readFile(this.#file(session), 'utf8').catch(() => null);
    if (text === null) return null;
    try {
      return JSON.parse(text) as Remembered;
    } catch {
      return null;
    }
  }

  async put(session: string, remembered: Remembered): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const draft = join(this.#folder, `${randomUUID()}.tmp`);
    await writeFile(draft, JSON.stringify(remembered));
    await rename(draft, this.#file(session));
  }

  /** Session ids come from outside; a hash keeps them out of file names. */
  #file(session: string): string {
    return join(this.#folder, `${createHash('sha256').update(session).digest('hex')}.json`);
  }
}
