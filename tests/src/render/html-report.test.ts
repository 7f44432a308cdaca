import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { projectRoot, standardSteps, type Figure, type FigureId, type ReportDocument, type ReportId, type SourceId } from '../../../index/mod.js';
import { figureHints, figureMarks } from '../../../src/render/html-figures.js';
import { heightClass, paragraphHeight, tableHeight } from '../../../src/render/html-height.js';
import { reportHtml } from '../../../src/render/html-report.js';

const TRUST = { aligned: 'aligned', repaired: 'repaired', read: 'read', stated: 'stated' };
const WORDS = { trust: ({ trust }: Figure) => TRUST[trust], hrefOf: ({ id }: Figure) => `?f=${id}`, oddityOf: () => null };
const NOTHING = { figures: [], cited: [], citedId: null };

interface Read {
  readonly text: string;
  readonly document: ReportDocument;
  readonly figures: readonly Figure[];
}

function readReport(text: string): Read {
  const document = standardSteps.parse({ id: 'test' as SourceId, origin: 'test.txt', text, reader: 'text' });
  const found = [...standardSteps.align(document).figures, ...standardSteps.prose(document).figures];
  return { text, document, figures: found.map((figure, n) => ({ ...figure, id: n as FigureId, report: 'test' as ReportId })) };
}

const folders = [join(projectRoot, 'samples'), join(projectRoot, 'tests/fixtures/unseen-a')];
const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => [name, join(folder, name)] as const));

describe.each(files)('%s as a page', (_, path) => {
  const report = readReport(readFileSync(path, 'utf8'));

  it('holds the whole text in order and nothing else', () => {
    const page = load(String(reportHtml(report.document, report.text, { ...NOTHING, figures: figureMarks(report.figures, WORDS) }).body), {}, false);
    expect(page('[data-s]').text()).toBe(report.text);
    expect(page.root().text()).toBe(report.text);
  });

  it('marks the words of each figure, character for character', () => {
    const marks = figureMarks(report.figures, WORDS);
    const wrong = report.figures.filter(({ quote }) => {
      const html = String(reportHtml(report.document, report.text, { figures: marks, cited: quote, citedId: null }).body);
      const marked = [...html.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, piece]) => (piece!.includes('&') ? load(piece!, {}, false).text() : piece!)).join('');
      return marked !== [...quote].sort((a, b) => a.start - b.start).map(({ start, end }) => report.text.slice(start, end)).join('');
    });
    expect(report.figures.length).toBeGreaterThan(5);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('shows what was printed, not what page breaks left', () => {
    const page = load(String(reportHtml(report.document, report.text, NOTHING).body), {}, false);
    expect(page('.gap').text().replace(/[\s*#]/gu, '')).toBe('');
  });
});

describe('room for what is not laid out yet', () => {
  it.each([
    [paragraphHeight(10), 'tall-1'],
    [paragraphHeight(1000), 'tall-4'],
    [tableHeight(30), 'tall-5'],
    [tableHeight(100_000), 'tall-9'],
  ])('%d rem is %s', (rem, name) => {
    expect(heightClass(rem)).toBe(name);
  });

  it('has a rule in the style sheet for each class, and no other', () => {
    const sheet = readFileSync(join(projectRoot, 'src/channels/web/assets/styles/report.css'), 'utf8');
    const written = new Set([1, 15, 30, 50, 70, 100, 130, 200, 1e6].map(heightClass));
    expect([...sheet.matchAll(/\.report \.(tall-\d+)/g)].map(([, name]) => name)).toEqual([...written].sort());
  });
});

describe('a table', () => {
  const rowsOf = (text: string): string[][] => {
    const { document, figures } = readReport(text);
    const page = load(String(reportHtml(document, text, { ...NOTHING, figures: figureMarks(figures, WORDS) }).body));
    page('.gap').remove();
    return page('tr').toArray().map((row) => page(row).children().toArray().map((cell) => `${page(cell).attr('colspan') ?? '1'}:${page(cell).text()}`));
  };

  it('widens a short row at its last label, so that values stand below each other', () => {
    const rows = rowsOf('甲乡2020年政府信息公开工作年度报告\n\n申请人情况\t\t自然人\t总计\n三、结果\t（一）公开\t1\t0\n（二）部分公开\t2\t3\n');
    expect(rows).toEqual([['2:申请人情况', '1:自然人', '1:总计'], ['1:三、结果', '1:（一）公开', '1:1', '1:0'], ['2:（二）部分公开', '1:2', '1:3']]);
  });

  it('folds one cell a line into rows of a label and its values', () => {
    const rows = rowsOf('甲乡2020年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n申请人情况\n自然人\n总计\n一、本年新收政府信息公开申请数量\n4\n5\n二、上年结转政府信息公开申请数量\n1\n1\n');
    expect(rows).toEqual([['3:申请人情况自然人总计'], ['1:一、本年新收政府信息公开申请数量', '1:4', '1:5'], ['1:二、上年结转政府信息公开申请数量', '1:1', '1:1']]);
  });

  it('counts the columns of every row alike', () => {
    for (const [, path] of files) {
      const text = readFileSync(path, 'utf8');
      const { document, figures } = readReport(text);
      const page = load(String(reportHtml(document, text, { ...NOTHING, figures: figureMarks(figures, WORDS) }).body));
      for (const table of page('table').toArray()) {
        const widths = page(table).find('tr').toArray().map((row) => page(row).children().toArray().reduce((sum, cell) => sum + Number(page(cell).attr('colspan') ?? 1), 0));
        expect(new Set(widths).size).toBe(1);
      }
    }
  });
});

describe('figures', () => {
  it('are marked with what they count and how that is known', () => {
    const { document, text, figures } = readReport('甲乡2020年政府信息公开工作年度报告\n\n一、总体情况\n\n全年村服务站办理2091件。\n');
    const words = { ...WORDS, trust: ({ trust }: Figure) => ({ ...TRUST, stated: '正文直接写明' })[trust], oddityOf: () => '不符' };
    const page = load(String(reportHtml(document, text, { ...NOTHING, figures: figureMarks(figures, words) }).body));
    expect(page('.fig.stated').text()).toBe('2091');
    expect(figureHints(figures, 'zh', words)[0]).toMatch(/服务站.*2091件 · 正文直接写明 · 不符/);
    expect(page('.fig.stated').attr('href')).toBe('?f=0');
    expect(page('.fig.odd').length).toBe(1);
  });
});

describe('a hostile report', () => {
  it('is text and nothing else', () => {
    const text = '<img src=x onerror=alert(1)>县2020年政府信息公开工作年度报告\n\n一、"><script>alert(1)</script>\n\n全年公开</p><script>alert(2)</script>信息5条。\n\n<b>甲</b>\t1\t2\n<i>乙</i>\t3\t4\n';
    const { document, figures } = readReport(text);
    const html = String(reportHtml(document, text, { ...NOTHING, figures: figureMarks(figures, WORDS) }).body);
    const page = load(html, {}, false);
    expect(page('script, img, b, i').length).toBe(0);
    expect(page.root().text()).toBe(text);
  });
});
