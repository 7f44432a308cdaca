import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../index/source/source.js';

async function read(page: string | Uint8Array): Promise<{ text: string; rows: string[][] }> {
  const result = await readSource('a.html', typeof page === 'string' ? Buffer.from(page) : page);
  if (!result.ok) throw new Error(result.refusal.code);
  const { text, layout } = result.source;
  return { text, rows: (layout?.tables ?? []).flatMap(({ rows, cells }) => rows.map((row) => row.map((at) => (at === null ? '∅' : text.slice(cells[at]!.start, cells[at]!.end))))) };
}
const page = (body: string, head = ''): string => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const REPORT = `<p>　　全年主动公开信息214条，其中网站126条，公众号88条。</p><p>举办培训2次，58人次参加，发布解读6篇，答复网民留言31件。</p><p>工作中的问题是更新不够及时，下一步将按月督查。</p>`;

describe('the text of a page', () => {
  it.each<[string, string, string]>([
    ['paragraphs are lines, line breaks too', '<p>一、总体情况</p><div>公开<b>12</b>条</div>第二<br/>第三', '一、总体情况\n公开12条\n第二\n第三'],
    ['line ends of the file inside Chinese words fall away, elsewhere they are blanks', '<p>政府\n  信息公开 12\n34 items\nof</p>', '政府信息公开 12 34 items of'],
    ['no-break spaces are blanks, the indentation of a paragraph stays', '<p>&nbsp;&nbsp;　　公开&nbsp;12&nbsp;条</p>', '　　公开 12 条'],
    ['scripts, styles, comments and what is hidden print nothing', '<script>var a = "公开99条";</script><style>p{}</style><!-- 98 --><p style="display:none">97</p><p hidden>96</p><p>公开12条</p>', '公开12条'],
    ['lines set by <pre> stay', '<pre>一、总体\n二、公开</pre>', '一、总体\n二、公开'],
    ['entities', '<p>&ldquo;三安全一稳定&rdquo;&lt;公开&gt;&#20844;</p>', '“三安全一稳定”<公开>公'],
    ['numbers above the line are no part of the number before them', '<p>公开12<sup>1</sup>条，更新<span style="vertical-align: super">2</span>次，面积10m<sup>2</sup></p>', '公开12¹条，更新²次，面积10m²'],
    ['whatever is long was put above the line by mistake', '<p><sup>全年公开12条</sup></p>', '全年公开12条'],
    ['lists', '<ul><li>甲乡</li><li>乙乡</li></ul>', '甲乡\n乙乡'],
  ])('%s', async (_, body, expected) => {
    expect((await read(page(body))).text).toBe(expected);
  });

  it.each<[string, string]>([
    ['navigation, head and foot by their elements', `<nav><a href="/">首页</a></nav><header><a href="/a">公开</a></header><main>${REPORT}</main><aside>最新消息99条</aside><footer>版权所有 1999</footer>`],
    ['and by their names', `<div class="top-nav"><a href="/">首页</a></div><div id="breadcrumb">当前位置：首页</div><div class="article">${REPORT}</div><div class="side_bar right">热线 12345</div><div id="footer">地址：人民路1号</div>`],
    ['lists of links', `<ul><li><a href="1">2019年报</a></li><li><a href="2">2018年报</a></li></ul>${REPORT}<div><a href="x">上一页</a> <a href="y">下一页</a></div>`],
    ['its own short lines', `<p>您的位置：首页 &gt; 年报</p>${REPORT}<p>【打印本页】【关闭窗口】</p><p>上一篇：关于放假3天的通知</p><p>网站标识码：5309270001</p>`],
  ])('without %s', async (_, body) => {
    const { text } = await read(page(body));
    expect(text).toBe((await read(page(REPORT))).text);
  });

  it('keeps when a page was put up and leaves out how often it was read; a count in a sentence stays', async () => {
    const { text } = await read(page(`<p>发布日期：2022-01-20　来源：县政府办　浏览次数：<span>8888</span>次</p><p>公众号阅读量8888次，网站浏览量6万次。</p>${REPORT}`));
    expect(text.split('\n').slice(0, 2)).toEqual(['发布日期：2022-01-20　来源：县政府办', '公众号阅读量8888次，网站浏览量6万次。']);
  });

  it('keeps what is named like navigation but holds the text, and links that stand in sentences', async () => {
    const body = `<div class="page left">${REPORT}<p>详见<a href="a">县政府网站</a>（<a href="b">年报专栏</a>），共8条。</p></div>`;
    expect((await read(page(body))).text).toContain('详见县政府网站（年报专栏），共8条。');
  });

  it('begins with the page\'s title when the text lacks it', async () => {
    const title = '柳河乡2021年政府信息公开工作年度报告';
    const tab = `<title>${title}_云岭县人民政府</title>`;
    for (const body of [`<div class="header"><h1>${title}</h1></div><div>${REPORT}</div>`, `<div>${REPORT}</div>`]) expect((await read(page(body, tab))).text.split('\n')[0]).toBe(title);
    const once = await read(page(`<h1>${title}</h1>${REPORT}`, tab));
    expect(once.text.split(title)).toHaveLength(2);
  });
});

it('pictures are told of, marks and buttons are not', async () => {
  const result = await readSource('a.html', Buffer.from(page('<p>公开</p><img src="table.png"><img src="icon.gif" width="16"><p>情况</p>')));
  expect(result).toMatchObject({ ok: true, source: { text: '公开\n情况', layout: { tables: [], unread: [{ kind: 'picture', at: 3 }] } } });
});

describe('a table of a page', () => {
  it.each<[string, string, string[][], string?]>([
    ['spans are expanded', '<tr><td rowspan="2">结果</td><td colspan="2">合计</td></tr><tr><td>1</td><td>2</td></tr>', [['结果', '合计', '合计'], ['结果', '1', '2']], '结果\t合计\t\n\t1\t2'],
    ['breaks inside heads fall away, between numbers they part', '<tr><td>本年新<br/>制作数量</td><td><p>5</p><p>7</p></td></tr><tr><td>规章</td><td>0</td></tr>', [['本年新制作数量', '5 7'], ['规章', '0']]],
    ['empty cells and missing ones differ', '<tr><td>规章</td><td>&nbsp;</td><td>1</td></tr><tr><td>文件</td><td>2</td></tr>', [['规章', '', '1'], ['文件', '2', '∅']]],
    ['head, body and foot are one', '<thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody><tfoot><tr><td>3</td><td>4</td></tr></tfoot>', [['甲', '乙'], ['1', '2'], ['3', '4']]],
    ['a span beyond the table ends with it', '<tr><td rowspan="9">公开</td><td colspan="500">1</td></tr><tr><td>2</td></tr>', [['公开', '1', '1'], ['公开', '2', '∅']]],
    ['numbers of footnotes stay apart', '<tr><td>公开<sup>1</sup></td><td>12<sup>3</sup></td></tr><tr><td>更新</td><td>2<sup>[4]</sup></td></tr>', [['公开¹', '12³'], ['更新', '2[⁴]']]],
    ['hidden cells are none', '<tr><td>公开</td><td style="display:none">9</td><td>1</td></tr><tr><td>更新</td><td>2</td></tr>', [['公开', '1'], ['更新', '2']]],
    ['a small table in a cell is part of its text', '<tr><td>公开<table><tr><td>数量</td></tr></table></td><td>12345</td></tr><tr><td>第二行的名称</td><td>2</td></tr>', [['公开数量', '12345'], ['第二行的名称', '2']]],
  ])('%s', async (_, rows, expected, text) => {
    const found = await read(page(`<table>${rows}</table>`));
    expect(found.rows).toEqual(expected);
    if (text !== undefined) expect(found.text).toBe(text);
  });

  it('that only puts the page in place is text', async () => {
    const found = await read(page(`<table><tr><td>${REPORT}</td></tr></table>`));
    expect(found.rows).toEqual([]);
    expect(found.text).toBe((await read(page(REPORT))).text);
  });

  it('with a side column is text too, however short', async () => {
    const found = await read(page(`<table><tr><td>年报</td><td><p>一、总体情况</p><p>公开12条。</p><p>培训2次。</p></td></tr></table>`));
    expect([found.text, found.rows]).toEqual(['年报\n一、总体情况\n公开12条。\n培训2次。', []]);
  });

  it('any spans give rows of equal length whose cells lie in the text', async () => {
    const cell = fc.record({ text: fc.constantFrom('公开', '12', '', '甲<br>乙'), rows: fc.integer({ min: -1, max: 5 }), columns: fc.integer({ min: -1, max: 5 }) });
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 6 }), async (rows) => {
      const result = await readSource('a.html', Buffer.from(page(`<p>公开</p><table>${rows.map((row) => `<tr>${row.map((one) => `<td rowspan="${one.rows}" colspan="${one.columns}">${one.text}</td>`).join('')}</tr>`).join('')}</table>`)));
      if (!result.ok) throw new Error(result.refusal.code);
      for (const table of result.source.layout?.tables ?? []) {
        expect(new Set(table.rows.map(({ length }) => length)).size).toBe(1);
        const printed = result.source.text.slice(table.span.start, table.span.end).split('\n').map((line) => line.split('\t'));
        expect(printed.map(({ length }) => length)).toEqual(table.rows.map(({ length }) => length));
        const first = new Set<number>();
        table.rows.forEach((row, y) => row.forEach((at, x) => {
          const shown = at === null || first.has(at) ? '' : result.source.text.slice(table.cells[at]!.start, table.cells[at]!.end);
          if (at !== null) first.add(at);
          expect(printed[y]![x]).toBe(shown);
        }));
      }
    }), { numRuns: 100 });
  });
});

describe('a text with tables written as markup', () => {
  it('keeps its lines and has the tables as rows', async () => {
    const text = '# 柳河乡2021年报告\n\n二、主动公开\n<table><tr><td rowspan="2">规章</td><td>本年</td></tr>\n<tr><td>3</td></tr></table>\n三、**申请**情况\n| a | b |\n';
    const result = await readSource('a.md', Buffer.from(text));
    expect(result).toMatchObject({ ok: true, source: { text: '# 柳河乡2021年报告\n\n二、主动公开\n\n规章\t本年\n\t3\n\n三、**申请**情况\n| a | b |', reader: 'plain-text', layout: { tables: [{ from: 'markup', rows: [[0, 1], [0, 2]] }] } } });
  });

  it('is what its bytes say where there are none', async () => {
    const text = '公开<12>条 <table\n表格：a<td';
    expect(await readSource('a.md', Buffer.from(text))).toMatchObject({ ok: true, source: { text } });
  });

  it('is refused where they were made to stop the reader', async () => {
    expect(await readSource('a.md', Buffer.from(`公开${'<table><td></a>'.repeat(40_000)}`))).toMatchObject({ ok: true });
    expect(await readSource('a.md', Buffer.from(`公开<table>${'<tr><td>0</td></tr>'.repeat(60_000)}</table>`))).toMatchObject({ ok: false, refusal: { code: 'too-complex' } });
  });
});

describe('encodings of a page', () => {
  it('Big5 where the page declares it', async () => {
    // 政府資訊 in Big5
    const big5 = Buffer.concat([Buffer.from('<html><head><meta charset="big5"></head><body><p>'), Buffer.from([0xac, 0x46, 0xa9, 0xb2, 0xb8, 0xea, 0xb0, 0x54]), Buffer.from('</p></body></html>')]);
    expect((await read(big5)).text).toBe('政府資訊');
  });

  it('a wrong declaration does no harm', async () => {
    expect((await read('<html><head><meta charset="gb2312"></head><body><p>政府信息公开</p></body></html>')).text).toBe('政府信息公开');
  });
});
