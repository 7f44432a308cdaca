import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Series } from '../../../../intents/mod.js';
import { chartAlternative, chartSvg, type ChartData } from '../../../../src/render/charts/chart.js';
import { COLOURS } from '../../../../src/render/charts/colours.js';
import { wrapped } from '../../../../src/render/charts/measure.js';
import { overYears, rankOf, reportOf, wordsIn, YEARS } from './chart-data.js';

const PHONE = { theme: 'light', width: 480 } as const;

describe('a chart over years', () => {
  it('bears title, unit, years, ticks, every value and its source', async () => {
    const words = wordsIn(await chartSvg(overYears([12, 31, 45, 38, 61]), PHONE));
    expect(words).toEqual(expect.arrayContaining(['青石镇 新收申请', '单位：件', ...YEARS, '0', '20', '80', '12', '31', '45', '38', '61', '来源：青石镇2017–2021年政府信息公开工作年度报告']));
  });

  it('interrupts the line where a value is lacking and says why in its place, with no nought drawn', async () => {
    const svg = await chartSvg(overYears([12, 'blank', 45, 'missing', 61]), PHONE);
    expect(wordsIn(svg)).toEqual(expect.arrayContaining(['未填', '无数据']));
    const marks = [...svg.matchAll(/fill="#0a5c99"/g)];
    expect(marks).toHaveLength(3);
    expect(svg).not.toMatch(/NaN|undefined|null/);
  });

  it('marks where another form begins and tells what counts differently', async () => {
    const words = wordsIn(await chartSvg(overYears([1, 2, 3, 4, 5], { breaks: [2], notes: ['改了格式'] }), PHONE));
    expect(words).toEqual(expect.arrayContaining(['表式变更', '口径说明：改了格式']));
  });

  it('tells several lines apart by colour, mark and dash, and says below whose gaps there are', async () => {
    const { series, citations } = overYears([1, 2, 3, 4, 5]);
    const other = { name: '白云街道', points: [...series.lines[0]!.points.slice(0, 4), { gap: 'blank' } as const] };
    const svg = await chartSvg({ lang: 'zh', citations, series: { ...series, lines: [...series.lines, other] } }, PHONE);
    expect(svg).toContain(COLOURS.light.lines[1]!);
    expect(svg).toMatch(/stroke-dasharray="8,4"/);
    expect(wordsIn(svg)).toEqual(expect.arrayContaining(['青石镇', '白云街道', '未画出（不是零）：白云街道 2021 未填']));
  });

  it('shows two lines of one name both, told apart', async () => {
    const { series, citations } = overYears([1, 2, 3]);
    const [line] = series.lines;
    const svg = await chartSvg({ lang: 'zh', citations, series: { ...series, lines: [line!, line!] } }, PHONE);
    expect(wordsIn(svg)).toEqual(expect.arrayContaining(['青石镇', '青石镇 (2)']));
    for (const colour of COLOURS.light.lines.slice(0, 2)) expect(svg).toContain(`stroke="${colour}"`);
  });

  it('writes no value over the years below the axis', async () => {
    const svg = await chartSvg(overYears([12.5, -3.25, 98, 100, -45.6]), PHONE);
    const yOf = (word: string): number => {
      const [, attributes] = new RegExp(`<text([^>]*)>${word}</text>`).exec(svg)!;
      const [, y = '0'] = / y="([-\d.]+)"/.exec(attributes!) ?? [];
      const [, moved = '0'] = /translate\([-\d.]+ ([-\d.]+)\)/.exec(attributes!) ?? [];
      return Number(y) + Number(moved);
    };
    expect(yOf('-45.6')).toBeLessThan(yOf('2021') - 12);
  });

  it('draws exact values that no double holds where they belong, written as printed', async () => {
    const svg = await chartSvg(overYears(['12345678901234567890', 1, 2, 3, 4]), PHONE);
    expect(wordsIn(svg)).toContain('12345678901234567890');
  });
});

describe('a rank', () => {
  const rank = rankOf([['青石镇', 320], ['县人力资源和社会保障局政务服务和数据管理中心', 45], ['六合乡', 0], ['梧桐乡', -28], ['西河镇', null]]);

  it('names every organisation whole, on two lines where it is long, its value at its bar', async () => {
    const words = wordsIn(await chartSvg(rank, PHONE));
    expect(words.join('')).toContain('县人力资源和社会保障局政务服务和数据管理中心');
    expect(words).toEqual(expect.arrayContaining(['青石镇', '320', '0', '-28', '西河镇', '未填', '来源：4 个单位 2021 年政府信息公开工作年度报告']));
  });

  it('in English too', async () => {
    const words = wordsIn(await chartSvg({ ...rank, lang: 'en' }, { theme: 'dark', width: 720 }));
    expect(words).toEqual(expect.arrayContaining(['Unit: 件', 'blank', 'Source: annual reports on government information disclosure of 4 organisations, 2021']));
  });
});

describe('lines of text', () => {
  it('no closing mark begins one and no opening mark ends one, Chinese or not', () => {
    const text = '行政许可/处理决定数量(本年处理决定数量)，（其中）共(a)12件';
    for (let width = 40; width < 300; width += 7) {
      const lines = wrapped(text, width, 15);
      expect(lines.filter((line, i) => (i > 0 && /^[)），]/.test(line)) || /[(（]$/.test(line))).toEqual([]);
      expect(lines.join('')).toBe(text);
    }
  });
});

describe('any chart', () => {
  it('tells everything in words', () => {
    expect(chartAlternative(overYears([12, 'blank', 45, 38, 61]))).toBe('青石镇 新收申请。2017 12件、2018 未填、2019 45件、2020 38件、2021 61件');
  });

  it('is the same bytes each time, whatever was drawn before', async () => {
    const first = await chartSvg(overYears([1, 2, 3, 4, 5]), PHONE);
    await chartSvg(rankOf([['甲', 1], ['乙', 2]]), PHONE);
    expect(await chartSvg(overYears([1, 2, 3, 4, 5]), PHONE)).toBe(first);
  });

  it('needs nothing that a page forbids: no script, style, handler or address', async () => {
    const svg = await chartSvg(overYears([1, 2, 3, 4, 5]), PHONE);
    expect(svg).not.toMatch(/<style|style=|<script|href|class=|\bon\w+=/);
  });

  it.each([
    ['markup', '<script>alert(1)</script>&"\''],
    ['marks that turn a number round', '12\u202e34\u2066'],
    ['halves of a character', 'a\ud800b\udc00'],
    ['what XML forbids', 'a\u0000b\uffff\ufffe\u001b[2J'],
  ])('shows %s of a report as words', async (_, text) => {
    const data = rankOf([[text, 1], ['乙', 2]]);
    const svg = await chartSvg({ ...data, citations: [reportOf(text, 2021)], series: { ...data.series, title: text, notes: [text], unit: text } }, PHONE);
    const dom = load(svg, { xml: true });
    expect(dom('script')).toHaveLength(0);
    for (const forbidden of ['\u0000', '\u001b', '\u202e', '\u2066', '\ufffe', '\uffff']) expect(svg).not.toContain(forbidden);
    expect(svg).not.toMatch(/\p{Cs}/u);
  });

  it('stays bounded, whatever a series holds: 3,000 points are thinned with every peak kept, and that is said', async () => {
    const points = Array.from({ length: 3000 }, (_, i) => ({ value: i === 1234 ? 99_999 : i % 100, shown: String(i), citation: 0 }));
    const series: Series = { kind: 'years', title: '三千', unit: null, categories: points.map((_, i) => String(i)), lines: [{ name: '甲', points }], breaks: [1500], notes: [] };
    const svg = await chartSvg({ lang: 'zh', citations: [reportOf('甲', 2021)], series }, PHONE);
    expect(svg.length).toBeLessThan(60_000);
    expect(wordsIn(svg).join()).toMatch(/点太多，只画出 \d+ 个，略去 \d+ 个/);
    expect(wordsIn(svg)).toContain('100,000');
  });

  it('a rank of 3,000 shows the first and says how many are not drawn', async () => {
    const words = wordsIn(await chartSvg(rankOf(Array.from({ length: 3000 }, (_, i) => [`第${i}镇`, 3000 - i] as const)), PHONE));
    expect(words).toContain('只画出前 40 个，另有 2960 个未画。');
  });

  it('never throws and never writes what is no number', async () => {
    const value = fc.oneof(fc.integer(), fc.double(), fc.string({ maxLength: 8 }), fc.constant('1e400'));
    const point = fc.oneof(fc.record({ value, shown: fc.string({ maxLength: 30, unit: 'binary' }), citation: fc.nat(3) }), fc.record({ gap: fc.constantFrom('blank', 'missing', 'not-comparable') }));
    const data = fc.integer({ min: 0, max: 9 }).chain((n) =>
      fc.record({
        kind: fc.constantFrom('years', 'rank'),
        title: fc.string({ unit: 'binary' }),
        unit: fc.option(fc.string()),
        categories: fc.array(fc.string({ unit: 'binary' }), { minLength: n, maxLength: n }),
        lines: fc.array(fc.record({ name: fc.string(), points: fc.array(point, { minLength: n, maxLength: n }) }), { maxLength: 8 }),
        breaks: fc.array(fc.nat(9), { maxLength: 3 }),
        notes: fc.array(fc.string({ unit: 'binary' }), { maxLength: 9 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(data, async (series) => {
        const svg = await chartSvg({ lang: 'zh', citations: [], series } as ChartData, PHONE);
        expect(svg).not.toMatch(/="[^"]*(?:NaN|Infinity|undefined)/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('colours', () => {
  const light = (hex: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const contrast = (a: string, b: string): number => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);

  it.each(['light', 'dark'] as const)('on a %s ground: words 4.5:1, lines 3:1', (theme) => {
    const { ground, text, quiet, band, lines } = COLOURS[theme];
    for (const word of [text, quiet]) expect(contrast(word, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(text, band)).toBeGreaterThanOrEqual(4.5);
    for (const line of lines) expect([line, contrast(line, ground) >= 3]).toEqual([line, true]);
    expect(new Set(lines).size).toBe(lines.length);
  });
});
