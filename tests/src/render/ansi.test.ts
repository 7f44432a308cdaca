import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../intents/mod.js';
import { renderForTerminal } from '../../../src/render/ansi.js';
import { harmless } from '../../../src/render/harmless.js';

const answer = (text: string, status: Answer['status'] = 'answered'): Answer => ({ text, status }) as unknown as Answer;
/** What acts on a terminal or turns the reading direction; a line feed and a tab do not. */
// oxlint-disable-next-line no-control-regex
const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe('harmless', () => {
  it.each<[string, string, string]>([
    ['an escape sequence', '\u001b[31m红\u001b[0m', '[31m红[0m'],
    ['a one-byte escape', '\u009b2J2091', '2J2091'],
    ['a title', '\u001b]0;x\u0007件', ']0;x件'],
    ['a right-to-left override', '2091\u202e件', '2091件'],
    ['isolates', '\u2066a\u2069', 'a'],
    ['a carriage return', '2091\r9999', '20919999'],
    ['backspaces', '2091\b\b\b\b9999', '20919999'],
    ['deletes', '1\u007f2', '12'],
    ['NUL', 'a\u0000b', 'ab'],
  ])('takes out %s', (_, text, expected) => {
    expect(harmless(text)).toBe(expected);
  });

  it.each(['村为民服务站办理2091件', 'a\tb\nc', '😀', '<script>alert(1)</script>', '“三提升”', '\u3000'])('leaves %j as it is', (text) => {
    expect(harmless(text)).toBe(text);
  });

  it('leaves nothing that acts, whatever stands there', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => !ACTING.test(harmless(text))));
  });

  it('takes out the Arabic letter mark', () => {
    expect(harmless('2091\u061c件')).toBe('2091件');
  });
});

describe('renderForTerminal', () => {
  it('is plain without colour', () => {
    const text = '勐来乡：2091件\n「村为民服务站办理2091件」\n—— 一、总体情况\n· 可以问';
    expect(renderForTerminal(answer(text), false)).toBe(text);
  });

  it('sets value, quote, place and options apart with colour', () => {
    const lines = renderForTerminal(answer('勐来乡：2091件\n「村为民服务站办理2091件」\n—— 一、总体情况\n· 可以问'), true).split('\n');
    expect(new Set(lines.map((line) => line.slice(0, 5))).size).toBe(4);
    for (const line of lines) expect(line.startsWith('\u001b[')).toBe(true);
  });

  it('lets no report paint', () => {
    const painted = renderForTerminal(answer('\u001b[2J\u001b[31m2091\u202e件'), false);
    expect(painted).toBe('[2J[31m2091件');
  });
});
