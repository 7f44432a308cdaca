import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../index/data.js';
import { alignTables } from '../../../index/forms/mod.js';
import { readCell } from '../../../index/forms/read-cell.js';
import { documentOf } from './tables.js';

interface Gold {
  readonly file: string;
  readonly form: string;
  readonly t2: Record<string, string>;
  readonly t3: Record<string, string>;
  readonly t4: Record<string, string>;
}

const goldFile = join(projectRoot, 'tests/fixtures/samples-gold.jsonl');
const gold: Gold[] = existsSync(goldFile)
  ? readFileSync(goldFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Gold)
  : [];
const layouts: Record<string, Parameters<typeof documentOf>[1]> = {
  'qingshi-2021.txt': { separator: '|' },
  'shijianju-2023.txt': { separator: '|' },
  'qingshi-2022.txt': { stream: true },
  'liuhe-2020.txt': { stream: true },
};

describe.skipIf(gold.length === 0)('tables of the samples, without the real parser', () => {
  for (const sample of gold) {
    it.each([false, true])(`${sample.file}, a blank line ends a table: %s`, (split) => {
      const text = readFileSync(join(projectRoot, 'samples', sample.file), 'utf8');
      const { figures, forms } = alignTables(documentOf(text, { ...layouts[sample.file], split: split && layouts[sample.file] === undefined }));
      const found = new Map(figures.filter(({ metric }) => metric !== null).map((figure) => [figure.metric!, figure]));
      const wrong: string[] = [];
      const absent: string[] = [];
      for (const [metric, printed] of Object.entries({ ...sample.t2, ...sample.t3, ...sample.t4 })) {
        const figure = found.get(metric);
        const expected = readCell(printed);
        if (figure === undefined) absent.push(metric);
        else if (figure.quantity.value !== expected.value || figure.quantity.state !== expected.state) wrong.push(`${metric}: ${figure.quantity.state} ${figure.quantity.value}, printed ${printed}`);
        if (figure?.place != null && figure.place.map(({ start, end }) => text.slice(start, end)).join('') !== figure.quantity.asWritten) wrong.push(`${metric}: place`);
      }
      expect(wrong).toEqual([]);
      expect(absent).toEqual([]);
      expect(forms).toEqual([sample.form]);
    });
  }
});
