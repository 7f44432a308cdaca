import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, projectRoot, type OpenLibrary } from '../../index/mod.js';
import { ConversationsInMemory, createAssistant, intents, type Assistant, type ReminderBook } from '../../intents/mod.js';
import { promisedIn } from '../../src/reminders/recurrence-store.js';
import { remindersHere } from './reminders-here.js';
import { rosterOver } from './roster-over.js';

/** What is held while an intent's examples are asked. */
const HELD = { one: ['menglai-2020'], several: ['menglai-2020', 'qingshi-2020', 'qingshi-2021', 'qingshi-2022', 'liuhe-2021'], roster: ['qingshi-2020', 'qingshi-2021', 'liuhe-2021'] };

const assistants = new Map<keyof typeof HELD, { readonly assistant: Assistant; readonly reminders: ReminderBook }>();
const closing: (() => Promise<void>)[] = [];

async function assistantOver(names: readonly string[], withRoster: boolean): Promise<{ readonly assistant: Assistant; readonly reminders: ReminderBook }> {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-examples-'));
  const held: OpenLibrary = await openLibrary(folder);
  closing.push(async () => {
    await held.close();
    await rm(folder, { recursive: true, force: true });
  });
  const files = names.map((name) => ({ name: `${name}.txt`, path: join(projectRoot, 'samples', `${name}.txt`) }));
  await held.ingest(files.map(({ name, path }) => ({ name, path, bytes: () => readFileSync(path) })), () => {});
  const assistant = createAssistant({ library: held.library, ...(withRoster && { roster: rosterOver(held, { within: '云岭县', organisations: [{ name: '青石镇' }, { name: '柳河乡' }, { name: '教育局' }] }) }), conversations: new ConversationsInMemory(), onFault: (_, error) => { throw error; } });
  return { assistant, reminders: remindersHere({ promised: async () => (await promisedIn(held.library, await held.library.reports())).map((one) => ({ ...one, on: null })) }) };
}

beforeAll(async () => {
  for (const [kind, names] of Object.entries(HELD)) assistants.set(kind as keyof typeof HELD, await assistantOver(names, kind === 'roster'));
});

afterAll(async () => {
  for (const close of closing) await close();
});

describe('the examples of an intent are answered by it and by no other', () => {
  it.each(intents.flatMap((intent) => [...intent.examples.zh, ...intent.examples.en].map((example) => [example, intent.name, intent.examplesOver ?? 'one'] as const)))('%s → %s, %s held', async (example, name, held) => {
    const { assistant, reminders } = assistants.get(held)!;
    const answer = await assistant.ask(example, { at: new Date('2026-11-23T10:00:00+08:00'), reminders });
    expect({ intent: answer.intent, status: answer.status }).toEqual({ intent: name, status: 'answered' });
  });
});
