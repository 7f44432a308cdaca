import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { projectRoot } from '../../../index/mod.js';
import { check, explain, type CheckTold } from '../../../src/cli/check.js';
import { ingest } from '../../../src/cli/ingest.js';
import { CheckLine } from '../../../src/render/check-line.js';
import { settingsFrom, type Settings } from '../../../src/settings.js';

// Penalties of a township are worth a look (C2-9): here everything else is looked at.
const SAMPLE = readFileSync(join(projectRoot, 'samples', 'qingshi-2021.txt'), 'utf8').replace('| 行政处罚 | 7 |', '| 行政处罚 | 0 |');
const BROKEN = SAMPLE.replace('（一）予以公开 || 5 |', '（一）予以公开 || 6 |');

let folder: string;
let draft: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-check-'));
  draft = join(folder, 'draft.txt');
  writeFileSync(draft, BROKEN);
  writeFileSync(join(folder, 'empty.txt'), '');
  const held = join(folder, 'held.txt');
  writeFileSync(held, SAMPLE);
  await quietly(() => ingest([held], {}, settings()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function settings(json = true): Settings {
  return settingsFrom({ data: join(folder, 'data'), json }, {}, folder, () => new Date('2026-01-15T10:00:00+08:00'));
}

async function quietly<T>(work: () => Promise<T>): Promise<{ result: T; out: string }> {
  const said: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  try {
    return { result: await work(), out: said.join('') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

async function checked(names: string[], told: CheckTold = {}): Promise<{ code: number; lines: ReturnType<typeof CheckLine.parse>[] }> {
  const { result, out } = await quietly(() => check(names, told, settings()));
  return { code: result, lines: out.split('\n').filter(Boolean).map((line) => CheckLine.parse(JSON.parse(line))) };
}

describe('wenbao check', () => {
  it('finds nothing wrong in a clean report that is held', async () => {
    expect(await checked(['云岭县青石镇-2021'])).toEqual({ code: 0, lines: [] });
  });

  it('names table, row, column, both sides and the cell of a draft, whose words stand in the file', async () => {
    const { code, lines } = await checked([draft]);
    expect(code).toBe(1);
    expect(lines.map(({ rule, expected, actual, suspect }) => [rule, expected, actual, suspect])).toEqual([
      ['C3-3', 8, 7, 'req.granted.natural'],
      ['C3-2', 10, 9, 'req.granted.natural'],
    ]);
    expect(lines[0]!.message.zh).toContain('写的是 6，应为 5');
    for (const { citations } of lines) for (const { spans, quotes } of citations) expect(spans.map(({ start, end }) => BROKEN.slice(start, end))).toEqual(quotes);
  });

  it('keeps nothing of a draft', async () => {
    await checked([draft]);
    expect((await checked([])).lines).toEqual([]);
  });

  it('goes on after a file that cannot be read, and says so by its exit code', async () => {
    expect((await checked([join(folder, 'empty.txt'), draft])).lines.length).toBe(2);
    expect((await checked([join(folder, 'empty.txt')])).code).toBe(1);
  });

  it('refuses a name that is neither a report nor a file', async () => {
    await expect(checked(['没有这个'])).rejects.toThrow('neither a report that is held nor a file');
  });

  it('writes a workbook for sending on', async () => {
    const file = join(folder, 'findings.xlsx');
    await checked([draft], { out: file });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const rows = book.worksheets[0]!.getSheetValues().slice(2) as unknown[][];
    expect(rows.map((row) => [row[1], row[2], row[3], row[4], row[6], row[7]])).toEqual([
      ['青石镇', 2021, '错误', 'C3-3', '8', '7'],
      ['青石镇', 2021, '错误', 'C3-2', '10', '9'],
    ]);
  });
});

describe('wenbao explain', () => {
  it('a finding stays listed as explained and no longer counts, until its words change', async () => {
    const { lines } = await checked([draft]);
    for (const { id } of lines) await quietly(() => explain(id, { why: '合并登记，已附说明', by: '张三' }, settings()));
    const again = await checked([draft]);
    expect([again.code, again.lines.map(({ explained }) => explained?.by)]).toEqual([0, ['张三', '张三']]);
    writeFileSync(draft, BROKEN.replace('（一）予以公开 || 6 |', '（一）予以公开 || 8 |'));
    expect((await checked([draft])).code).toBe(1);
  });

  it.each([['x', '因为', '张三'], ['0123456789ab', ' ', '张三'], ['0123456789ab', '因为', '']])('refuses %j, %j, %j', async (id, why, by) => {
    await expect(explain(id, { why, by }, settings())).rejects.toThrow();
  });
});
