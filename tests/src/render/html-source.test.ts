import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceWriter } from '../../../src/render/html-source.js';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Text of everything written, of what is marked and of what stands in figures, as a browser reads them. */
function read(html: string): { whole: string; marked: string; figures: string[]; offsets: boolean } {
  const page = load(html, {}, false);
  const stretches = page('[data-s]').toArray();
  let at = 0;
  const offsets = stretches.every((stretch) => {
    const right = Number(page(stretch).attr('data-s')) === at;
    at += page(stretch).text().length;
    return right;
  });
  return { whole: page('[data-s]').text(), marked: page('mark').toArray().map((mark) => page(mark).text()).join(''), figures: page('.fig').toArray().map((figure) => page(figure).text()), offsets };
}

function write(text: string, passages: readonly Place[], { figures = [], cited = [] }: { figures?: readonly Place[]; cited?: readonly Place[] } = {}): string {
  const writer = new SourceWriter(text, { figures: figures.map((span) => ({ span, attributes: ' class="fig"' })), cited, citedId: 'c-here' });
  return writer.passage(passages) + writer.rest();
}

describe('a source written into a page', () => {
  it('keeps every character, shown or not', () => {
    const text = '**一是建班子。**共 5 次，\r\n\r\n会议 3 次\u0000。';
    const html = write(text, [{ start: 2, end: 8 }, { start: 10, end: 16 }]);
    // A NUL cannot stand in HTML; what takes its place is as long.
    expect(read(html)).toMatchObject({ whole: text.replace('\u0000', '\uFFFD'), offsets: true });
    expect(load(html)('.gap').text()).toBe('****');
    expect(load(html)('.loose').text()).toContain('会议');
  });

  it('escapes what would be markup', () => {
    const text = '<script>alert("1")</script>&amp;';
    const html = write(text, [{ start: 0, end: text.length }]);
    expect(html).not.toContain('<script');
    expect(read(html).whole).toBe(text);
  });

  it.each([
    { name: 'within a passage', cited: [{ start: 2, end: 4 }], marked: '我乡' },
    { name: 'across a cut passage', cited: [{ start: 2, end: 7 }, { start: 9, end: 11 }], marked: '我乡共办理事项' },
    { name: 'across what stands between', cited: [{ start: 5, end: 11 }], marked: '办理\n\n事项' },
    { name: 'half a figure', cited: [{ start: 13, end: 15 }], marked: '91' },
  ])('marks $name', ({ cited, marked }) => {
    const text = '今年我乡共办理\n\n事项2091件';
    expect(read(write(text, [{ start: 0, end: 7 }, { start: 9, end: 16 }], { cited, figures: [{ start: 11, end: 15 }] }))).toEqual({ whole: text, marked, figures: ['2091'], offsets: true });
  });

  it('names the first mark only', () => {
    expect(write('甲乙丙', [{ start: 0, end: 3 }], { cited: [{ start: 0, end: 1 }, { start: 2, end: 3 }] }).match(/id="c-here"/g)).toHaveLength(1);
  });

  const texts = fc.string({ unit: fc.constantFrom('共', '2', '\n', '\r', '<', '&', '"', '*', ' ', '😀', '\t', "'") });
  const places = fc.array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 8 }).map((pairs) => pairs.map(([start, length]) => ({ start, end: start + length })));

  it('keeps text, offsets and marks whatever the passages and figures are', () => {
    fc.assert(
      fc.property(texts, places, places, places, (text, passages, figures, cited) => {
        const inside = ({ start, end }: Place): boolean => end <= text.length && start < end && !splitsPair(text, start) && !splitsPair(text, end);
        const marks = ordered(cited.filter(inside));
        const html = write(text, passages.filter(inside), { figures: figures.filter(inside), cited: marks });
        expect(read(html)).toMatchObject({ whole: text, marked: marks.map(({ start, end }) => text.slice(start, end)).join(''), offsets: true });
      }),
    );
  });
});

function ordered(places: readonly Place[]): Place[] {
  let reached = 0;
  return [...places].sort((a, b) => a.start - b.start || b.end - a.end).filter(({ start, end }) => start >= reached && (reached = end) > 0);
}

function splitsPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
