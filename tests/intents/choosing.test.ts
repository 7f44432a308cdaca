import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../index/mod.js';
import { AT } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const desk = openDesk(Object.fromEntries(['menglai-2020', 'qingshi-2022', 'liuhe-2021'].map((name) => [`${name}.txt`, readFileSync(join(projectRoot, 'samples', `${name}.txt`))])));

const ask = (text: string, session: string) => desk.assistant.ask(text, { at: AT, session });

it.each(['1', '第二个', 'the last one'])('%s picks one of the questions that were offered', async (choice) => {
  const asked = await ask('收到多少件申请？', choice);
  expect(asked.status).toBe('clarify');
  const n = choice === '1' ? 0 : choice === '第二个' ? 1 : asked.options.length - 1;
  const picked = await ask(choice, choice);
  const alone = await ask(asked.options[n]!, `alone ${choice}`);
  expect([picked.status, picked.value, picked.rows]).toEqual(['answered', alone.value, alone.rows]);
});

it('a name picks the one that holds it, and what was offered to one is not offered to another', async () => {
  await ask('收到多少件申请？', 'a');
  expect((await ask('勐来乡', 'a')).rows[0]?.org).toBe('勐来乡');
  expect((await ask('1', 'b')).status).not.toBe('answered');
});

it('a correction keeps what it does not take back', async () => {
  await ask('勐来乡村为民服务站受理了多少件', 'c');
  expect(await ask('不是，我问的是咨询', 'c')).toMatchObject({ status: 'answered', value: 124 });
});
