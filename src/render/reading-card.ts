import { z } from 'zod';
import type { FigureCounts, IngestOutcome, LinedCard, ReadingCard } from '../../index/mod.js';
import { changeLine } from './figure-change.js';

const Span = z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() });
const Counts = z.strictObject({ aligned: z.int(), repaired: z.int(), read: z.int(), stated: z.int(), blank: z.int(), noNumber: z.int() });

/** How a report was read, as `wenbao ingest --json` tells it. */
export const CardJson = z.strictObject({
  sections: z.strictObject({ found: z.array(z.string()), missing: z.array(z.string()) }),
  tables: z.array(z.strictObject({ line: z.int().positive(), span: Span, rows: z.int(), figures: Counts, unread: z.int() })),
  figures: Counts,
});

/** A reading card as machines read it; spans count UTF-16 units of the source text, lines from 1. */
export function cardJson({ sections, tables, figures }: LinedCard): z.input<typeof CardJson> {
  return {
    sections: { found: [...sections.found], missing: [...sections.missing] },
    tables: tables.map(({ span, line, rows, figures: inTable, unread }) => ({ line, span: { start: span.start, end: span.end }, rows, figures: { ...inTable }, unread })),
    figures: { ...figures },
  };
}

/** Lines of a person's report on one file: narrow enough for a telephone, and honest about what it leaves out. */
const MOST_LINES = 6;
const SAYS: Readonly<Record<IngestOutcome['status'], string>> = { added: '新收 added', updated: '更新 updated', unchanged: '未变 unchanged', refused: '未收 refused' };

/** What became of a file, for a person: one block, each line after the first set in. */
export function outcomeLines(outcome: IngestOutcome): string {
  const head = `${SAYS[outcome.status]}  ${outcome.path}`;
  if (outcome.status === 'refused') return [head, outcome.error?.message.zh ?? '', outcome.error?.message.en ?? ''].join('\n    ');
  const problems = outcome.diagnostics.filter(({ severity }) => severity !== 'info').map(({ message, line }) => `! ${line === null ? '' : `第${line}行 `}${message.zh}`);
  const version = (outcome.version ?? 1) > 1 ? `@${outcome.version}` : '';
  return [
    head,
    `${outcome.org} ${outcome.year ?? '年份不明'} · ${outcome.report}${version}`,
    ...(outcome.card ? cardLines(outcome.card, outcome.forms ?? []) : [`${outcome.figures} 个数 figures`]),
    ...changesOf(outcome),
    ...short(problems),
  ].join('\n    ');
}

function cardLines({ sections, tables, figures }: ReadingCard, forms: readonly string[]): string[] {
  const all = sections.found.length + sections.missing.length;
  const missing = sections.missing.length === 0 ? '' : `，缺 missing：${sections.missing.join('、')}`;
  return [`章节 sections ${sections.found.length}/${all}${missing}`, tables.length === 0 ? '没有找到表格 no table' : `表格 tables ${tables.length}（${forms.join(' ') || '非已知样式 unknown form'}）`, `数字 figures：${countLine(figures)}`];
}

function countLine({ aligned, repaired, read, stated, blank, noNumber }: FigureCounts): string {
  const parts: [string, number][] = [['对齐 aligned', aligned], ['修复 repaired', repaired], ['只读出 read', read], ['正文 stated', stated], ['空格 blank', blank], ['无数字 no number', noNumber]];
  const said = parts.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`);
  return said.length === 0 ? '没有 none' : said.join('，');
}

function changesOf({ changes }: IngestOutcome): string[] {
  if (changes === undefined) return [];
  return changes.length === 0 ? ['与上一版数字相同 no figure changed'] : [`与上一版不同 changed：${changes.length}`, ...short(changes.map((change) => `  ${changeLine(change)}`))];
}

function short(lines: readonly string[]): string[] {
  return lines.length <= MOST_LINES ? [...lines] : [...lines.slice(0, MOST_LINES - 1), `  … 还有 ${lines.length - MOST_LINES + 1} 条，--json 可看全部 more with --json`];
}
