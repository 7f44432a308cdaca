import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { feedbackOn, keepFeedback } from '../../../src/desk/feedback.js';
import { forget, purge } from '../../../src/desk/retention.js';
import { benchOver, NOON, type Bench } from './desk-over.js';

let bench: Bench;
beforeEach(async () => {
  bench = await benchOver();
});
afterEach(() => bench.close());

const verdict = (speaker: string, helpful: boolean, answerId = 'a1') => keepFeedback(bench.database, { answerId, channel: 'slack', conversation: 'C1', speaker, helpful }, NOON);

describe('feedback', () => {
  it('counts the last verdict of each person', async () => {
    await verdict('U1', true);
    await verdict('U1', false);
    await verdict('U2', true);
    await verdict('U3', true, 'a2');
    expect(await feedbackOn(bench.database, 'a1')).toEqual({ helpful: 1, unhelpful: 1 });
  });

  it('is forgotten with the person, and purged with the audit', async () => {
    await verdict('U1', true);
    await verdict('U2', true);
    await forget(bench.database, 'U1', null);
    expect(await feedbackOn(bench.database, 'a1')).toEqual({ helpful: 1, unhelpful: 0 });
    await purge(bench.database, new Date(NOON.getTime() + 1000), { ids: 0, audit: 0, memory: 0 });
    expect(await feedbackOn(bench.database, 'a1')).toEqual({ helpful: 0, unhelpful: 0 });
  });
});
