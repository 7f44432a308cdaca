import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFeedback } from '../../../src/desk/feedback.js';
import { forget, purge } from '../../../src/desk/retention.js';
import { benchOver, NOON, type Bench } from './desk-over.js';

let bench: Bench;
beforeEach(async () => {
  bench = await benchOver();
});
afterEach(() => bench.close());

const verdict = (speaker: string, helpful: boolean, answerId = 'a1') => keepFeedback(bench.database, { answerId, channel: 'slack', conversation: 'C1', speaker, helpful }, NOON);

/** How many people found an answer helpful and how many did not. */
async function feedbackOn(answerId: string): Promise<{ readonly helpful: number; readonly unhelpful: number }> {
  const rows = await bench.database.selectFrom('desk_feedback').select('helpful').where('answer_id', '=', answerId).execute();
  const helpful = rows.filter((row) => row.helpful === 1).length;
  return { helpful, unhelpful: rows.length - helpful };
}

describe('feedback', () => {
  it('counts the last verdict of each person', async () => {
    await verdict('U1', true);
    await verdict('U1', false);
    await verdict('U2', true);
    await verdict('U3', true, 'a2');
    expect(await feedbackOn('a1')).toEqual({ helpful: 1, unhelpful: 1 });
  });

  it('is forgotten with the person, and purged with the audit', async () => {
    await verdict('U1', true);
    await verdict('U2', true);
    await forget(bench.database, 'U1', null);
    expect(await feedbackOn('a1')).toEqual({ helpful: 1, unhelpful: 0 });
    await purge(bench.database, new Date(NOON.getTime() + 1000), { ids: 0, audit: 0, memory: 0 });
    expect(await feedbackOn('a1')).toEqual({ helpful: 0, unhelpful: 0 });
  });
});
