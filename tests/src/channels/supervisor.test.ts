import { describe, expect, it } from 'vitest';
import type { ChannelHealth } from '../../../src/channels/channel.js';
import { Supervisor, type Pace } from '../../../src/channels/supervisor.js';

const PACE: Pace = { delaysMs: [0, 1, 2], lockedOutMs: 3, settledMs: 1000 };
const FINAL = new Error('final');

/** A connection that opens as told: an error fails the attempt, null succeeds; after the list it always opens. */
class Line {
  readonly told: (Error | null)[];
  readonly changes: ChannelHealth['state'][] = [];
  readonly supervisor: Supervisor;
  opened = 0;
  closed = 0;
  now = 0;
  lose: (why: string) => void = () => undefined;

  constructor(...told: (Error | null)[]) {
    this.told = told;
    this.supervisor = new Supervisor(
      {
        open: async (lost) => {
          this.opened += 1;
          const error = this.told.shift() ?? null;
          if (error !== null) throw error;
          this.lose = lost;
        },
        close: async () => void (this.closed += 1),
        isFinal: (error) => error === FINAL,
        explain: (error) => ({ zh: '不通', en: (error as Error).message }),
        changed: ({ state }) => void this.changes.push(state),
      },
      () => new Date(this.now),
      PACE,
    );
  }
}

describe('Supervisor', () => {
  it('is up once the connection is open, and stopped after it was closed', async () => {
    const line = new Line();
    await line.supervisor.start();
    await line.supervisor.stop();
    expect(line.changes).toEqual(['starting', 'up', 'stopped']);
    expect(line.closed).toBe(1);
  });

  it('opens a lost connection again, after closing what is left of it', async () => {
    const line = new Line();
    await line.supervisor.start();
    line.lose('cut');
    await expect.poll(() => line.opened).toBe(2);
    expect(line.closed).toBe(1);
    await line.supervisor.stop();
    expect(line.changes).toEqual(['starting', 'up', 'down', 'up', 'stopped']);
  });

  it('starts down when the first attempt fails for now, and goes on trying', async () => {
    const line = new Line(new Error('no network'), new Error('no network'));
    await line.supervisor.start();
    expect(line.supervisor.health).toEqual({ state: 'down', detail: { zh: '不通', en: 'no network' } });
    await expect.poll(() => line.supervisor.health.state).toBe('up');
    expect(line.opened).toBe(3);
    await line.supervisor.stop();
  });

  it('does not go on when the first attempt fails for good', async () => {
    const line = new Line(FINAL);
    await expect(line.supervisor.start()).rejects.toBe(FINAL);
    expect(line.supervisor.health.state).toBe('down');
    expect(line.opened).toBe(1);
    await line.supervisor.stop();
  });

  it('goes on, slowly, when a later attempt fails for good: somebody may mend it', async () => {
    const line = new Line(null, FINAL);
    await line.supervisor.start();
    line.lose('cut');
    await expect.poll(() => line.opened).toBe(3);
    await line.supervisor.stop();
  });

  it('stops while it waits, and opens nothing afterwards', async () => {
    const line = new Line(new Error('no network'), new Error('no network'), new Error('no network'));
    await line.supervisor.start();
    await line.supervisor.stop();
    const { opened } = line;
    line.lose('late');
    expect(line.opened).toBe(opened);
    expect(line.changes.at(-1)).toBe('stopped');
  });

  it('can be started again', async () => {
    const line = new Line();
    await line.supervisor.start();
    await line.supervisor.stop();
    await line.supervisor.start();
    expect(line.supervisor.health.state).toBe('up');
    await line.supervisor.stop();
  });
});
