import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, projectRoot, type OpenLibrary } from '../../index/mod.js';
import { ConversationsInMemory, createAssistant, intents, type Assistant } from '../../intents/mod.js';

let folder: string;
let held: OpenLibrary;
let assistant: Assistant;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-examples-'));
  held = await openLibrary(folder);
  const path = join(projectRoot, 'samples', 'menglai-2020.txt');
  await held.ingest([{ name: 'menglai-2020.txt', path, bytes: () => readFileSync(path) }], () => {});
  assistant = createAssistant({ library: held.library, conversations: new ConversationsInMemory(), onFault: (_, error) => { throw error; } });
});

afterAll(async () => {
  await held.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the examples of an intent are answered by it and by no other', () => {
  it.each(intents.flatMap((intent) => [...intent.examples.zh, ...intent.examples.en].map((example) => [example, intent.name] as const)))('%s → %s', async (example, name) => {
    const answer = await assistant.ask(example, { at: new Date('2026-11-23T10:00:00+08:00') });
    expect({ intent: answer.intent, status: answer.status }).toEqual({ intent: name, status: 'answered' });
  });
});
