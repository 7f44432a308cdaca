import { formNamed, metricById, openLibrary, standardSteps, toJsonValue, totalsOf, type FormTotals, type YearTotals } from '../../index/mod.js';
import { EXIT, WrongCall, type ExitCode } from '../exit.js';
import type { Settings } from '../settings.js';
import { ownMigrations } from '../tables.js';
import { printLine, TotalLine } from './output.js';

/** Options of `wenbao total`. */
export interface TotalTold {
  readonly year: string;
  readonly out?: string | undefined;
}

/** `wenbao total --year Y [--out FILE.xlsx]`: the three official tables added over the organisations held. Exit code 1 where a sum breaks an identity. */
export async function total({ year: told, out }: TotalTold, settings: Settings): Promise<ExitCode> {
  if (!/^(?:19|20)\d{2}$/.test(told)) throw new WrongCall(`--year 要写四位年份：${told}`, `--year takes a year of four digits: ${told}`);
  const held = await openLibrary(settings.data, { steps: standardSteps, now: settings.now, migrations: ownMigrations });
  try {
    const totals = await totalsOf(held.library, Number(told));
    if (out !== undefined) await (await import('../totals/totals-xlsx.js')).writeTotals(out, totals);
    if (settings.json) for (const line of linesOf(totals)) printLine(TotalLine, line);
    else process.stdout.write(await forPerson(totals));
    return totals.forms.some(({ broken }) => broken.length > 0) ? EXIT.refused : EXIT.done;
  } finally {
    await held.close();
  }
}

function* linesOf({ year, forms, leftOut }: YearTotals): Iterable<Parameters<typeof printLine<typeof TotalLine>>[1]> {
  for (const { form, cells, broken, against } of forms) {
    for (const { metric, value, unit, addends, blank, missing } of cells.values()) {
      yield { kind: 'cell', year, form, metric, value: value === null ? null : toJsonValue(value), unit, addends: addends.map((one) => ({ report: one.card.report, org: one.card.org.name, value: toJsonValue(one.value) })), blank: blank.map(({ report }) => report), missing: missing.map(({ report }) => report) };
    }
    for (const { id, left, right } of broken) yield { kind: 'broken', year, form, identity: id, left: toJsonValue(left), right: toJsonValue(right) };
    for (const { card, metric, sum, own } of against) yield { kind: 'against', year, form, report: card.report, metric, sum: toJsonValue(sum), own: toJsonValue(own) };
  }
  for (const { card, why } of leftOut) yield { kind: 'left-out', year, report: card.report, org: card.org.name, why };
}

async function forPerson({ year, forms, leftOut }: YearTotals): Promise<string> {
  const { REASONS } = await import('../totals/totals-xlsx.js');
  if (forms.length === 0) return `没有可以汇总的 ${year} 年报告 · no report of ${year} can be added up\n${leftOut.map(({ card, why }) => `  ${card.org.name}：${REASONS[why].zh}\n`).join('')}`;
  const out = leftOut.map(({ card, why }) => `  未计入 ${card.org.name}：${REASONS[why].zh}\n`).join('');
  return forms.map((one) => formLines(year, one)).join('\n') + out;
}

function formLines(year: number, { form, organisations, cells, broken, against }: FormTotals): string {
  const head = `${year} 年 ${formNamed(form)?.basis ?? form}：${organisations.length} 个单位（${organisations.map(({ org }) => org.name).join('、')}）\n`;
  const told = [...cells.values()].filter(({ value, addends }) => value !== '0' && addends.length > 0);
  const rows = told.map(({ metric, value, unit, addends, blank, missing }) => {
    const lack = blank.length + missing.length > 0 ? `（缺 ${[...blank, ...missing].map(({ org }) => org.name).join('、')}）` : '';
    return `  ${metricById(metric)?.zh ?? metric}\t${value ?? '单位不一，不能相加'}${unit ?? ''}\t${addends.length} 个单位${lack}\n`;
  });
  const zeros = cells.size - told.length;
  const notes = [
    zeros > 0 ? `  其余 ${zeros} 格都是 0 或没有数\n` : '',
    ...broken.map(({ id, left, right }) => `  ✗ 汇总后 ${id} 不平：${left} ≠ ${right}\n`),
    ...against.map(({ card, metric, sum, own }) => `  ! ${card.org.name}的报告 ${metricById(metric)?.zh ?? metric} 是 ${own}，汇总是 ${sum}\n`),
  ];
  return head + rows.join('') + notes.join('');
}
