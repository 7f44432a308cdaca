import { afterEach, expect, it } from 'vitest';
import { openReadingRoom, type ReadingRoom } from '../../../index/source/reading-room.js';
import { readSource } from '../../../index/source/source.js';
import { bytesOf } from './fixtures.js';

// The thread runs compiled code: `npm run build` first, as for tests/contracts.
let room: ReadingRoom;
afterEach(() => room.close());

it('reads what the reader reads, several files asked for at once, each answer to its file', async () => {
  room = openReadingRoom();
  const names = ['hongqi-bare.docx', 'hongqi-tabs.txt', 'hongqi-portal.html', 'hongqi-bare.pdf', 'hongqi-scanned.pdf', 'hongqi-bare.wps'];
  const apart = await Promise.all(names.map((name) => room.read(name, bytesOf(name))));
  const here = await Promise.all(names.map((name) => readSource(name, bytesOf(name))));
  expect(apart).toEqual(here);
});

it('refuses a file that takes too long, and reads on', async () => {
  room = openReadingRoom({ seconds: 0, megabytes: 700 });
  expect(await room.read('a.pdf', bytesOf('baitang-bare.pdf'))).toMatchObject({ ok: false, refusal: { code: 'too-slow' } });
  expect(await room.read('a.txt', bytesOf('hongqi-tabs.txt'))).toMatchObject({ ok: true });
  await room.close();
  room = openReadingRoom();
  expect(await room.read('a.pdf', bytesOf('hongqi-bare.pdf'))).toMatchObject({ ok: true });
});

it('refuses a file that takes too much memory', async () => {
  room = openReadingRoom({ seconds: 30, megabytes: 8 });
  expect(await room.read('a.pdf', bytesOf('baitang-bare.pdf'))).toMatchObject({ ok: false, refusal: { code: 'too-complex' } });
});
