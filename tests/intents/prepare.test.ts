import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openLibrary, projectRoot, standardSteps } from '../../index/mod.js';
import { ConversationsInMemory, createAssistant } from '../../intents/mod.js';

const at = new Date('2026-11-23T10:00:00+08:00');
const folder = await mkdtemp(join(tmpdir(), 'wenbao-prepare-'));
const held = await openLibrary(folder, { steps: standardSteps });
const sample = 'menglai-2020.txt';
await held.ingest([{ name: sample, path: sample, bytes: () => readFile(join(projectRoot, 'samples', sample)) }], () => {});

afterAll(async () => {
  await held.close();
  await rm(folder, { recursive: true, force: true });
});

it('opens the index of passages once, and questions find it', async () => {
  let opened = 0;
  const library = { ...held.library, prepareSearch: () => ((opened += 1), held.library.prepareSearch()) };
  const assistant = createAssistant({ library, conversations: new ConversationsInMemory(), onFault: (_, error) => expect.fail(String(error)) });
  await assistant.prepare();
  expect(opened).toBe(1);
  expect((await assistant.ask('村级公开栏是做什么的', { at })).status).toBe('answered');
});

it('does not fail where the index cannot be opened: whoever searches is told', async () => {
  const library = { ...held.library, prepareSearch: () => Promise.reject(new Error('the disk is full')) };
  const assistant = createAssistant({ library, conversations: new ConversationsInMemory(), onFault: () => {} });
  await expect(assistant.prepare()).resolves.toBeUndefined();
});
