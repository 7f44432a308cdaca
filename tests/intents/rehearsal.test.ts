import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ConversationsInMemory, createAssistant, intents, type AssistantPorts } from '../../intents/mod.js';
import { rehearse, Waiting } from '../../intents/rehearsal.js';
import { AT, sampleTexts } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const examples = intents.flatMap(({ examples: { zh, en } }) => [...zh, ...en]);
const never = new AbortController().signal;

/** Goes through so many turns of the event loop that whatever need not wait has gone on. */
async function turns(): Promise<void> {
  for (let n = 0; n < 20; n += 1) await nextTurn();
}

/** A promise that is kept when the test says so. */
function promised<T>(): { readonly promise: Promise<T>; readonly keep: (value: T) => void } {
  let keep!: (value: T) => void;
  const promise = new Promise<T>((resolve) => (keep = resolve));
  return { promise, keep };
}

describe('a rehearsal', () => {
  it('asks every example of every intent once, in both languages, one after the other', async () => {
    const asked: string[] = [];
    let atOnce = 0;
    await rehearse(async (example, at) => {
      atOnce += 1;
      asked.push(example);
      await nextTurn();
      expect({ atOnce, at }).toEqual({ atOnce: 1, at: AT });
      atOnce -= 1;
    }, new Waiting(), { at: AT, stop: never });
    expect(asked.toSorted()).toEqual(examples.toSorted());
  });

  it('lets the event loop turn before each', async () => {
    let heard = 0;
    const asked: number[] = [];
    const hear = (): void => {
      heard += 1;
      if (asked.length < examples.length) setImmediate(hear);
    };
    setImmediate(hear);
    await rehearse(async () => void asked.push(heard), new Waiting(), { at: AT, stop: never });
    expect(new Set(asked).size).toBe(examples.length);
  });

  it('waits until nobody waits for a reply', async () => {
    const waiting = new Waiting();
    const { promise, keep } = promised<string>();
    const reply = waiting.for(promise);
    const asked: string[] = [];
    const rehearsal = rehearse(async (example) => void asked.push(example), waiting, { at: AT, stop: never });
    await turns();
    expect(asked).toEqual([]);
    keep('2091件');
    expect(await reply).toBe('2091件');
    await rehearsal;
    expect(asked.length).toBe(examples.length);
  });

  it('goes on after a reply that failed, and leaves the failure to whoever asked', async () => {
    const waiting = new Waiting();
    const reply = waiting.for(Promise.reject(new Error('no such table')));
    const asked: string[] = [];
    const rehearsal = rehearse(async (example) => void asked.push(example), waiting, { at: AT, stop: never });
    await expect(reply).rejects.toThrow('no such table');
    await rehearsal;
    expect(asked.length).toBe(examples.length);
  });

  it('asks nothing more once it is told to stop', async () => {
    const stopping = new AbortController();
    const asked: string[] = [];
    await rehearse(async (example) => {
      asked.push(example);
      if (asked.length === 3) stopping.abort();
    }, new Waiting(), { at: AT, stop: stopping.signal });
    expect(asked).toEqual(examples.slice(0, 3));
  });
});

describe('an assistant that rehearses', () => {
  const desk = openDesk(sampleTexts());

  /** An assistant over the samples and what it did to its ports. */
  function assistantSeen(told: Partial<AssistantPorts> = {}) {
    const done: string[] = [];
    const kept = new ConversationsInMemory();
    const conversations = {
      get: (session: string) => (done.push('get'), kept.get(session)),
      put: (...[session, remembered]: Parameters<typeof kept.put>) => (done.push('put'), kept.put(session, remembered)),
    };
    const assistant = createAssistant({ library: desk.held.library, conversations, onFault: () => done.push('fault'), ...told });
    return { assistant, done };
  }

  it('leaves nothing in conversations, and answers afterwards as it did before', async () => {
    const { assistant, done } = assistantSeen();
    const questions = ['勐来乡2020年村为民服务站办理了多少件', '咨询的有几件', '第二个', '哪个乡镇行政处罚最多'];
    const answers = async (): Promise<unknown[]> => {
      const all: unknown[] = [];
      for (const question of questions) {
        const answer = await assistant.ask(question, { at: AT });
        all.push({ ...answer, answerId: '', tookMs: 0 });
      }
      return all;
    };
    const before = await answers();
    await assistant.rehearse({ at: AT, stop: never });
    expect(done).toEqual([]);
    expect(await answers()).toEqual(before);
  });

  it('keeps what fails to itself: whoever asks it is told', async () => {
    const library = { ...desk.held.library, figures: () => Promise.reject(new Error('the disk is gone')) };
    const { assistant, done } = assistantSeen({ library });
    await assistant.rehearse({ at: AT, stop: never });
    expect(done).toEqual([]);
    expect((await assistant.ask('勐来乡2020年村为民服务站办理了多少件', { at: AT })).status).toBe('fault');
    expect(done).toEqual(['fault']);
  });

  it('reads one report only, whatever the examples ask of many', async () => {
    const read = new Set<string>();
    const figures: typeof desk.held.library.figures = (id, version) => (read.add(id), desk.held.library.figures(id, version));
    await assistantSeen({ library: { ...desk.held.library, figures } }).assistant.rehearse({ at: AT, stop: never });
    const [first] = await desk.held.library.reports();
    expect([...read]).toEqual([first!.report]);
  });

  it('gives way to a question', async () => {
    const { promise: known, keep } = promised<[]>();
    let cut = 0;
    const segment: typeof desk.held.library.segment = (text) => ((cut += 1), desk.held.library.segment(text));
    const { assistant } = assistantSeen({ library: { ...desk.held.library, segment }, aliases: { held: () => known } });
    const answer = assistant.ask('勐来乡2020年村为民服务站办理了多少件', { at: AT });
    const rehearsal = assistant.rehearse({ at: AT, stop: never });
    await turns();
    const whileWaiting = cut;
    keep([]);
    expect((await answer).value).toBe(2091);
    await rehearsal;
    expect({ whileWaiting, asked: cut > examples.length }).toEqual({ whileWaiting: 0, asked: true });
  });

  it('has nothing to rehearse with where nothing is held, or what is held cannot be read', async () => {
    for (const reports of [() => Promise.resolve([]), () => Promise.reject(new Error('the disk is gone'))]) {
      const segment = (): never => expect.fail('nothing is asked');
      const { assistant } = assistantSeen({ library: { ...desk.held.library, reports, segment } });
      await expect(assistant.rehearse({ at: AT, stop: never })).resolves.toBeUndefined();
    }
  });
});
