import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../index/data.js';
import { alignTables } from '../../../index/forms/mod.js';
import { parseDocument } from '../../../index/parse/document.js';
import { readSource } from '../../../index/source/source.js';

const SAMPLE = readFileSync(join(projectRoot, 'samples', 'qingshi-2021.txt'), 'utf8');
const APPLICANTS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other_org', 'total'];

async function rowsOf(text: string, ...roots: string[]): Promise<string[]> {
  const read = await readSource('case.txt', new TextEncoder().encode(text));
  if (!read.ok) throw new Error(read.refusal.code);
  const { figures } = alignTables(parseDocument(read.source));
  const at = new Map(figures.map((figure) => [figure.metric, figure]));
  return roots.map((root) => APPLICANTS.map((applicant) => at.get(`req.${root}.${applicant}`)?.quantity.value ?? '?').join(' '));
}

/** The sample's table of requests with tabs, a row's cells given by the words it holds. */
function tabbed(change: (label: string, cells: string[]) => string[]): string {
  return SAMPLE.split('\n')
    .map((line) => {
      if (!line.startsWith('|') || line.startsWith('| ---')) return line.startsWith('| ---') ? '' : line;
      const cells = line.replace(/^\|/, '').replace(/\|$/, '').split('|').map((cell) => cell.trim());
      return change(cells.join(''), cells).join('\t');
    })
    .join('\n');
}

describe('a value in the merged column of sub-labels that is none of the row', () => {
  const crowded = (value: string) => tabbed((label, cells) => (/（七）总计|四、结转/u.test(label) ? [...cells.slice(0, -8), value, ...cells.slice(-7)] : cells));

  it.each(['0', '9', '7'])('%s: the values keep the columns that they stand in, where the sums over rows agree', async (value) => {
    expect(await rowsOf(crowded(value), 'processed', 'carried_out')).toEqual(['9 1 0 1 0 0 11', '1 1 0 0 0 0 2']);
  });
});

describe('a row that does not add up', () => {
  it('with equal neighbours is read as printed when every other sum over rows holds', async () => {
    expect(await rowsOf(SAMPLE.replace('| 四、结转下年度继续办理 ||| 1 | 1 | 0 | 0 | 0 | 0 | 2 |', '| 四、结转下年度继续办理 ||| 1 | 1 | 0 | 0 | 0 | 0 | 3 |'), 'carried_out')).toEqual(['1 1 0 0 0 0 3']);
  });

  it('and breaks more sums over rows is given no meaning: a value may have been printed twice and another lost', async () => {
    expect(await rowsOf(SAMPLE.replace('| 四、结转下年度继续办理 ||| 1 | 1 | 0 | 0 | 0 | 0 | 2 |', '| 四、结转下年度继续办理 ||| 4 | 4 | 1 | 0 | 0 | 0 | 2 |'), 'carried_out')).toEqual(['? ? ? ? ? ? ?']);
  });
});
