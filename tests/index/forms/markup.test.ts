import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTables } from '../../../index/forms/mod.js';
import { parseDocument } from '../../../index/parse/document.js';
import { readSource } from '../../../index/source/source.js';
import { wrongCells } from './read-report.js';
import { printedForms, sheetsOf, valuesFor, type Drawn, type Sheet } from './sheets.js';

const cell = ({ text, rows = 1, columns = 1 }: Drawn): string => `<td${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}><p>${text === '' ? '&nbsp;' : text.length > 4 && !/\d/.test(text) ? `${text.slice(0, 4)}<br/>${text.slice(4)}` : text}</p></td>`;
const table = ({ rows }: Sheet): string => `<table border="1">${rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('\n')}</table>`;
const HEADINGS = { active: '二、主动公开政府信息情况', requests: '三、收到和处理政府信息公开申请情况', disputes: '四、政府信息公开行政复议、行政诉讼情况', statistics: '附表' } as const;

/** A web page with the tables drawn in full: merged cells, breaks inside heads. */
function page(sheets: readonly Sheet[]): string {
  return `<html><head><meta charset="utf-8"><title>青石镇2020年政府信息公开工作年度报告</title></head><body><div class="nav"><a href="/">首页</a></div><div class="content"><h1>青石镇2020年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>我镇按照要求开展政府信息公开工作，做好政策解读，及时回应群众关切。</p>${sheets.map((sheet) => `<p>${HEADINGS[sheet.table]}</p>${table(sheet)}`).join('')}<p>五、存在的主要问题及改进情况</p><p>工作力量不足，下一步将加强培训。</p><p>六、其他需要报告的事项</p><p>无。</p></div></body></html>`;
}

describe('tables of web pages', () => {
  it.each(printedForms.map((form) => [form.id, form] as const))('%s', async (_, form) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0.9, 0.2, 0).chain((density) => valuesFor(form, density)), async (values) => {
        const read = await readSource('page.html', new TextEncoder().encode(page(sheetsOf(form, values))));
        if (!read.ok) throw new Error(read.refusal.code);
        const found = alignTables(parseDocument(read.source));
        expect(wrongCells(found, values)).toEqual([]);
        expect(new Set(found.figures.filter(({ trust }) => trust === 'aligned').map(({ metric }) => metric)).size).toBe(values.size);
      }),
      { numRuns: 4 },
    );
  });
});
