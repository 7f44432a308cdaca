import ExcelJS from 'exceljs';
import type { Checked, CheckedFinding } from './checked.js';

const COLUMNS = [
  { header: '机关', key: 'org', width: 22 },
  { header: '年度', key: 'year', width: 8 },
  { header: '轻重', key: 'severity', width: 8 },
  { header: '规则', key: 'rule', width: 12 },
  { header: '问题', key: 'message', width: 70 },
  { header: '应为', key: 'expected', width: 12 },
  { header: '写的是', key: 'actual', width: 12 },
  { header: '依据', key: 'basis', width: 40 },
  { header: '原文', key: 'quote', width: 60 },
  { header: '说明', key: 'explained', width: 30 },
] as const;

const SEVERITIES = { error: '错误', warning: '存疑', info: '提示' } as const;

/** Writes findings as a workbook for sending on, a row each, worst first within a report. Throws what the file system throws. */
export async function writeFindings(file: string, all: readonly Checked[]): Promise<void> {
  await bookOf(all).xlsx.writeFile(file);
}

/** The same workbook as bytes. */
export async function findingsBook(all: readonly Checked[]): Promise<Uint8Array> {
  return new Uint8Array(await bookOf(all).xlsx.writeBuffer());
}

function bookOf(all: readonly Checked[]): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('核对结果', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = COLUMNS.map((column) => ({ ...column }));
  sheet.getRow(1).font = { bold: true };
  for (const one of all) for (const finding of one.findings) sheet.addRow(rowOf(one, finding));
  for (const key of ['message', 'basis', 'quote', 'explained']) sheet.getColumn(key).alignment = { wrapText: true, vertical: 'top' };
  return book;
}

function rowOf({ org, year }: Checked, { finding, basis, citations, explained }: CheckedFinding): Record<(typeof COLUMNS)[number]['key'], string | number> {
  return {
    org: asText(org),
    year: year ?? '',
    severity: SEVERITIES[finding.severity],
    rule: finding.rule,
    message: asText(finding.message.zh + (finding.doubtful ? '（表格有错位，请对照原文）' : '')),
    expected: asText(finding.expected ?? ''),
    actual: asText(finding.actual ?? ''),
    basis,
    quote: asText(citations.map(({ quotes }) => quotes.join(' ').replace(/\s+/gu, ' ')).join('\n')),
    explained: explained === null ? '' : asText(`${explained.by}：${explained.why}`),
  };
}

/** Words of a report must not become a formula where the sheet is saved as text and opened again. */
function asText(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
}
