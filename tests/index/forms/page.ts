import type { Drawn, Sheet } from './sheets.js';

const cell = ({ text, rows = 1, columns = 1 }: Drawn): string => `<td${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}><p>${text === '' ? '&nbsp;' : text.length > 4 && !/\d/.test(text) ? `${text.slice(0, 4)}<br/>${text.slice(4)}` : text}</p></td>`;
const table = ({ rows }: Sheet): string => `<table border="1">${rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('\n')}</table>`;
const HEADINGS = { active: '二、主动公开政府信息情况', requests: '三、收到和处理政府信息公开申请情况', disputes: '四、政府信息公开行政复议、行政诉讼情况', statistics: '附表' } as const;

/** A web page with the tables drawn in full: merged cells, breaks inside heads. */
export function page(sheets: readonly Sheet[]): string {
  return `<html><head><meta charset="utf-8"><title>青石镇2020年政府信息公开工作年度报告</title></head><body><div class="nav"><a href="/">首页</a></div><div class="content"><h1>青石镇2020年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>我镇按照要求开展政府信息公开工作，做好政策解读，及时回应群众关切。</p>${sheets.map((sheet) => `<p>${HEADINGS[sheet.table]}</p>${table(sheet)}`).join('')}<p>五、存在的主要问题及改进情况</p><p>工作力量不足，下一步将加强培训。</p><p>六、其他需要报告的事项</p><p>无。</p></div></body></html>`;
}
