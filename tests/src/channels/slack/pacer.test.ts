import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pacer } from '../../../../src/channels/slack/pacer.js';

const at = (seconds: number): Date => new Date(1_700_000_000_000 + seconds * 1000);

describe('a pacer', () => {
  it('holds up nobody until Slack wants a pause, and then only in that conversation', () => {
    const pacer = new Pacer();
    expect(pacer.wait('C1', at(0))).toBeNull();
    pacer.pause('C1', at(30));
    expect([pacer.wait('C1', at(1)), pacer.wait('C2', at(1))]).toEqual([at(31), null]);
  });

  it('gives each that waits a moment of its own, and lets the pause end', () => {
    const pacer = new Pacer();
    pacer.pause('C1', at(30));
    expect([1, 2, 29].map((now) => pacer.wait('C1', at(now)))).toEqual([at(31), at(32), at(33)]);
    expect(pacer.wait('C1', at(30))).toBeNull();
    pacer.pause('C1', at(60));
    // Those that were given a moment before keep theirs.
    expect(pacer.wait('C1', at(31))).toEqual(at(61));
  });

  it('never names a moment within the pause, nor one twice', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ step: fc.integer({ min: 0, max: 5 }), pause: fc.option(fc.integer({ min: 1, max: 60 })) }), { maxLength: 60 }), (steps) => {
        const pacer = new Pacer();
        const given: number[] = [];
        let now = 0;
        let until = 0;
        for (const { step, pause } of steps) {
          now += step;
          if (pause !== null) {
            until = now + pause;
            pacer.pause('C1', at(until));
          }
          const moment = pacer.wait('C1', at(now));
          if (moment === null) expect(now).toBeGreaterThanOrEqual(until);
          else {
            expect(moment.getTime()).toBeGreaterThan(at(until).getTime());
            given.push(moment.getTime());
          }
        }
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });
});
