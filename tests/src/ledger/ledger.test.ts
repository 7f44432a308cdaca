import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unansweredOf, type Answer } from '../../../intents/mod.js';
import { forget } from '../../../src/desk/retention.js';
import { unansweredQuestions } from '../../../src/ledger/ledger.js';
import { benchOver, incoming, NOON, type Bench } from '../desk/desk-over.js';

const REFUSED: Partial<Answer> = { status: 'not_found', reason: 'no_metric', intent: 'figure-lookup', options: ['甲乡2020年办理多少件？'] };
let bench: Bench;

/** A bench whose assistant refuses what it is asked as `how` says. */
async function refusing(how: Partial<Answer> = REFUSED, config: Record<string, unknown> = {}): Promise<Bench> {
  const opened = await benchOver(config);
  const reply = opened.assistant.reply.bind(opened.assistant);
  opened.assistant.reply = async (text, options) => {
    const { answer, blocks } = await reply(text, options);
    return { answer: { ...answer, ...how }, blocks };
  };
  return opened;
}

beforeEach(async () => {
  bench = await refusing();
});
afterEach(() => bench.close());

const listed = async (): Promise<(readonly [string, number])[]> => (await unansweredQuestions(bench.database)).map(({ question, times }) => [question, times]);
const ask = (text: string, who: Parameters<typeof incoming>[1] = {}): Promise<void> => bench.desk.receive(incoming(text, { sentAt: bench.now, ...who }), bench.channel);

describe('the ledger of the unanswered', () => {
  it('keeps question, reason and what came nearest', async () => {
    await ask('小铺办了多少件');
    expect(await unansweredQuestions(bench.database)).toEqual([{ question: '小铺办了多少件', lang: 'zh', status: 'not_found', reason: 'no_metric', intent: 'figure-lookup', nearest: ['甲乡2020年办理多少件？'], times: 1, firstAt: NOON.toISOString(), lastAt: NOON.toISOString() }]);
  });

  it('counts equal questions once, however typed; most often asked first, of equals the last', async () => {
    for (const text of ['甲多少', '乙多少', '丙多少', '乙 多少？', '乙多少?']) await ask(text);
    expect(await listed()).toEqual([['乙多少?', 3], ['丙多少', 1], ['甲多少', 1]]);
  });

  it('counts a message once, however often it is delivered', async () => {
    for (let n = 0; n < 3; n += 1) await ask('甲多少', { id: 'same' });
    expect(await listed()).toEqual([['甲多少', 1]]);
  });

  it('keeps it as long as the audit', async () => {
    await ask('甲多少');
    bench.now = new Date(NOON.getTime() + 89 * 86_400_000);
    await ask('乙多少');
    bench.now = new Date(NOON.getTime() + 91 * 86_400_000);
    await bench.desk.resume();
    expect(await listed()).toEqual([['乙多少', 1]]);
  });

  it('forgets what a person asked and keeps what others asked', async () => {
    await ask('甲多少', { speaker: 'U1' });
    await ask('甲多少', { speaker: 'U2' });
    await ask('乙多少', { speaker: 'U1' });
    expect(await forget(bench.database, 'U1', null)).toMatchObject({ unanswered: 2 });
    expect(await listed()).toEqual([['甲多少', 1]]);
    expect(await forget(bench.database, 'C1', 'wechat')).toMatchObject({ unanswered: 0 });
    expect(await forget(bench.database, 'C1', 'slack')).toMatchObject({ unanswered: 1 });
  });

  it('keeps nothing where no audit is kept', async () => {
    await bench.close();
    bench = await refusing(REFUSED, { audit: { keepDays: 0 } });
    await ask('甲多少');
    expect(await listed()).toEqual([]);
  });
});

describe('what belongs there', () => {
  const answer = (over: Partial<Answer>): Answer => ({ question: '甲', lang: 'zh', status: 'answered', reason: null, intent: 'x', text: '…', value: null, unit: null, derived: null, rows: [], citations: [], options: [], answerId: 'a', tookMs: 1, ...over });

  it.each<[Answer['status'], Answer['reason'], boolean]>([
    ['not_found', 'no_metric', true],
    ['not_found', 'blank_cell', true],
    ['not_found', 'no_document', true],
    ['clarify', 'ambiguous_scope', true],
    ['out_of_scope', 'not_supported', true],
    ['out_of_scope', 'not_a_question', false],
    ['out_of_scope', 'empty_question', false],
    ['out_of_scope', 'question_too_long', false],
    ['fault', 'internal', false],
    ['answered', null, false],
  ])('%s %s: %s', (status, reason, kept) => {
    expect(unansweredOf(answer({ status, reason })) !== null).toBe(kept);
  });

  it.each([
    ['小铺办了多少件', true],
    ['How many items did the shop handle?', true],
    ['今天天气怎么样', false],
    ['Tell me a joke', false],
  ])('of questions without a known word those that count something: %s', (question, kept) => {
    expect(unansweredOf(answer({ question, status: 'out_of_scope', reason: 'not_a_question' })) !== null).toBe(kept);
  });
});
