import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { AnswerCitation, Block, Inline } from '../../../intents/mod.js';
import { messageHtml, sourceHref } from '../../../src/render/html.js';
import type { Message } from '../../../src/render/message.js';

const WORDS = { openSource: '查看原文', quoted: '原文' };

const citation: Extract<AnswerCitation, { kind: 'report' }> = {
  kind: 'report',
  report: '甲县-乙乡-2020',
  source: 'abcdef0123456789',
  org: '乙乡',
  year: 2020,
  title: '乙乡2020年报告',
  path: ['一、总体情况'],
  quotes: ['办理2091件', '，受理3件'],
  quote: '办理2091件，受理3件',
  spans: [{ start: 5, end: 12 }, { start: 14, end: 19 }],
};

function pageOf(blocks: readonly Block[], over: Partial<Message> = {}): ReturnType<typeof load> {
  return load(String(messageHtml({ lang: 'zh', status: 'answered', blocks, citations: [citation], text: '', answerId: 'x', ...over }, WORDS)));
}

describe('a message as HTML', () => {
  it('shows the one figure of its first line large, the parts as links, the quote with its place', () => {
    const page = pageOf([
      { type: 'text', inlines: ['乙乡', { type: 'counted', text: '2020', basis: 'report' }, '年办理：', { type: 'cited', text: '2091件', citation: 0 }, '\n其中：受理', { type: 'cited', text: '3件', citation: 0 }] },
      { type: 'quote', citation: 0 },
    ]);
    expect(page('.lead').text()).toBe('乙乡2020年办理：2091件');
    expect(page('p').eq(1).text()).toBe('其中：受理3件');
    expect(page('.cited').toArray().map((link) => page(link).attr('href'))).toEqual([sourceHref(citation), sourceHref(citation)]);
    expect(page('blockquote').text()).toContain('办理2091件');
    expect(page('.open-source').attr('href')).toBe('/reports/%E7%94%B2%E5%8E%BF-%E4%B9%99%E4%B9%A1-2020?s=abcdef012345&c=5-12.14-19#c-5-12.14-19');
  });

  it('makes no figure large where several answer', () => {
    const page = pageOf([{ type: 'text', inlines: [{ type: 'cited', text: '1件', citation: 0 }, '和', { type: 'cited', text: '2件', citation: 0 }] }]);
    expect(page('.lead').length).toBe(0);
  });

  it('shows a derived figure large, its operands and its formula not', () => {
    const page = pageOf([
      { type: 'text', inlines: ['中心', { type: 'cited', text: '1988件', citation: 0 }, '占', { type: 'cited', text: '4079件', citation: 0 }, '的', { type: 'derived', text: '48.74%', from: [0, 1] }] },
      { type: 'text', inlines: ['算式：', { type: 'derived', text: '1988 ÷ 4079 × 100% = 48.74%', from: [0, 1] }] },
      { type: 'quote', citation: 0 },
    ]);
    expect(page('.lead .figure').toArray().map((figure) => page(figure).text())).toEqual(['48.74%']);
  });

  it('makes a list of what composers itemise', () => {
    const page = pageOf([{ type: 'text', inlines: ['列出：', '\n· ', '甲', '\n· ', { type: 'counted', text: '2期', basis: 'report' }, '\n完'] }]);
    expect(page('li').toArray().map((item) => page(item).text())).toEqual(['甲', '2期']);
    expect(page('.message > *').toArray().map(({ name }) => name)).toEqual(['p', 'ul', 'p']);
  });

  it('makes a list of what composers count, with their numbers, and no figure in it large', () => {
    const ranked = (n: number): Block => ({ type: 'text', inlines: [{ type: 'counted', text: `${n}. `, basis: 'held' }, '乙乡：', { type: 'cited', text: `${n}件`, citation: 0 }] });
    const page = pageOf([{ type: 'text', inlines: ['从多到少：'] }, ranked(1), ranked(2), { type: 'text', inlines: ['\n· ', '另'] }]);
    expect(page('ul.counted li').toArray().map((item) => page(item).text())).toEqual(['1. 乙乡：1件', '2. 乙乡：2件']);
    expect(page('ul:not(.counted) li').text()).toBe('另');
    expect(page('.lead').length).toBe(0);
  });

  describe('of more than three values below each other', () => {
    const ranked = (n: number, beside: Inline[] = []): Block => ({ type: 'text', inlines: [{ type: 'counted', text: `${n}. `, basis: 'held' }, `<乡${n}>：`, { type: 'cited', text: `${n}件`, citation: 0 }, ...beside] });
    const four = [1, 2, 3, 4].map((n) => ranked(n));
    const cells = (page: ReturnType<typeof load>): string[][] => page('tr').toArray().map((row) => page(row).children().toArray().map((cell) => page(cell).text()));

    it('makes a table: a head, a row a place, numbers apart, each a link to its words', () => {
      const page = pageOf([{ type: 'text', inlines: ['从多到少：'] }, ...four, { type: 'text', inlines: ['共', { type: 'counted', text: '4家', basis: 'held' }] }]);
      expect(cells(page)).toEqual([['序号', '项目', '数值'], ...[1, 2, 3, 4].map((n) => [String(n), `<乡${n}>`, `${n}件`])]);
      expect(page('thead th[scope=col]').length).toBe(3);
      expect(page('tbody th[scope=row]').length).toBe(4);
      expect(page('tbody td.value a.cited').toArray().map((link) => page(link).attr('href'))).toEqual(four.map(() => sourceHref(citation)));
      expect(page('.scroll').attr()).toMatchObject({ 'aria-label': '从多到少', role: 'group', tabindex: '0' });
      expect(page('.message > *').toArray().map(({ name }) => name)).toEqual(['p', 'div', 'p']);
      expect(page('ul').length).toBe(0);
    });

    it('says beside a value what is said of it and what belongs to it', () => {
      const page = pageOf([...four, ranked(5, ['，比上年多', { type: 'derived', text: '2件', from: [0, 1] }, '\n  表格', '原样'])], { lang: 'en' });
      expect(cells(page)[0]).toEqual(['No.', 'Item', 'Value', 'Remark']);
      expect(cells(page).map((row) => row[3])).toEqual(['Remark', '', '', '', '', '，比上年多2件  表格原样']);
      expect(page('td.words .derived').length).toBe(1);
    });

    it.each([
      ['three', four.slice(1)],
      ['one that has no value', [...four, { type: 'text', inlines: [{ type: 'counted', text: '5. ', basis: 'held' }, '无'] } satisfies Block]],
      ['one that names nothing', [...four, { type: 'text', inlines: [{ type: 'counted', text: '5. ', basis: 'held' }, { type: 'cited', text: '5件', citation: 0 }] } satisfies Block]],
    ])('stays a list with %s', (_, blocks) => {
      const page = pageOf(blocks);
      expect([page('table').length, page('ul.counted li').length]).toEqual([0, blocks.length]);
    });
  });

  it('shows quotes of one place together, with one line for it', () => {
    const page = pageOf([{ type: 'quote', citation: 0 }, { type: 'quote', citation: 1 }], { citations: [citation, { ...citation, quotes: ['另一句'], quote: '另一句', spans: [{ start: 30, end: 33 }] }] });
    expect(page('figure.quote').length).toBe(1);
    expect(page('blockquote').length).toBe(2);
    expect(page('.open-source').attr('href')).toMatch(/&c=5-12\.14-19\.30-33#c-5-12\.14-19\.30-33$/);
  });

  it('joins items of several blocks into one list, and what belongs to an item to it', () => {
    const page = pageOf([
      { type: 'text', inlines: ['期限：'] },
      { type: 'text', inlines: ['· 甲：', { type: 'cited', text: '1月31日', citation: 0 }, '\n  还剩', { type: 'counted', text: '5', basis: 'calendar' }, '天'] },
      { type: 'text', inlines: ['· 乙'] },
    ]);
    expect(page('ul').length).toBe(1);
    expect(page('li').toArray().map((item) => page(item).text())).toEqual(['甲：1月31日  还剩5天', '乙']);
    expect(page('.lead').length).toBe(0);
  });

  it('shows several figures that answer smaller, each on its own', () => {
    const line = (year: string, figure: string): Block => ({ type: 'text', inlines: [{ type: 'counted', text: year, basis: 'report' }, '年：', { type: 'cited', text: figure, citation: 0 }] });
    const page = pageOf([{ type: 'text', inlines: ['几年都列出来：'] }, line('2022', '608条'), { type: 'quote', citation: 0 }, line('2021', '553条'), { type: 'quote', citation: 0 }]);
    expect(page('.lead.several').toArray().map((lead) => page(lead).text())).toEqual(['2022年：608条', '2021年：553条']);
  });

  it('offers choices as buttons of a form that needs no script', () => {
    const page = pageOf([{ type: 'choices', lead: '可以问：', options: ['甲"乡"？', '乙乡？'] }], { status: 'clarify' });
    expect(page('form').attr()).toMatchObject({ method: 'post', action: '/ask' });
    expect(page('button[name=q]').toArray().map((button) => page(button).attr('value'))).toEqual(['甲"乡"？', '乙乡？']);
  });

  it('shows a law without a link', () => {
    const law: AnswerCitation = { kind: 'law', title: '条例', article: '第四十九条', quote: '每年1月31日前' };
    const page = pageOf([{ type: 'text', inlines: [{ type: 'cited', text: '1月31日', citation: 0 }] }, { type: 'quote', citation: 0 }], { citations: [law] });
    expect(page('a').length).toBe(0);
    expect(page('figcaption').text()).toBe('条例 · 第四十九条');
  });

  it('escapes everything', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&';
    const page = pageOf(
      [
        { type: 'text', inlines: [evil, { type: 'echo', text: evil }, { type: 'cited', text: evil, citation: 0 }] },
        { type: 'quote', citation: 0 },
        { type: 'choices', lead: evil, options: [evil] },
      ],
      { citations: [{ ...citation, report: evil, title: evil, quotes: [evil], quote: evil }] },
    );
    expect(page('img').length).toBe(0);
    expect(page('blockquote').text()).toBe(evil);
    expect(page('button').attr('value')).toBe(evil);
  });
});
