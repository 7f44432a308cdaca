import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../index/data.js';
import type { SourceId } from '../../../index/document/source-text.js';
import { alignTables } from '../../../index/forms/mod.js';
import { readCell } from '../../../index/forms/read-cell.js';
import { parseDocument } from '../../../index/parse/document.js';
import { damaged, damages, inventedTables } from './invented.js';

const seeds = join(projectRoot, '../shared/seeds');
const goldFile = join(projectRoot, 'tests/fixtures/samples-gold.jsonl');
const unseen = join(projectRoot, 'tests/fixtures/unseen-a');
const gold = (existsSync(goldFile) ? readFileSync(goldFile, 'utf8').split('\n') : []).filter((line) => line !== '').map((line) => JSON.parse(line) as { file: string; form: string; t2: Record<string, string>; t3: Record<string, string>; t4: Record<string, string> });

function read(text: string): ReturnType<typeof alignTables> {
  return alignTables(parseDocument({ id: createHash('sha256').update(text).digest('hex') as SourceId, origin: 'test.txt', text, reader: 'text' }));
}

describe('through the real parser', () => {
  it.skipIf(!existsSync(seeds))('the seed (skipped without ../shared)', () => {
    const text = readFileSync(join(seeds, readdirSync(seeds)[0]!), 'utf8');
    const { figures, forms } = read(text);
    const found = new Map(figures.map((figure) => [figure.metric, figure]));
    expect([figures.length, found.size, forms]).toEqual([198, 198, ['gen2019']]);
    const say = (metric: string): unknown[] => {
      const { quantity, trust, labels, quote, stat } = found.get(metric)!;
      return [quantity.value, quantity.unit, trust, labels, quote.map(({ start, end }) => text.slice(start, end)), stat];
    };
    expect(say('active.penalty.items_prev')).toEqual(['5', '项', 'aligned', ['行政处罚', '上一年项目数量'], ['行政处罚', '5'], 'stock-last-year']);
    expect(say('active.compulsory.items_prev').slice(0, 3)).toEqual(['6', '项', 'aligned']);
    expect(say('active.procurement.amount').slice(0, 3)).toEqual(['0', null, 'repaired']);
    expect(say('req.denied.state_secret.natural')[3]).toEqual(['三、本年度办理结果', '(三)不予公开', '1.属于国家秘密', '自然人']);
    expect(say('req.not_processed.reconfirm.total').slice(2, 4)).toEqual(['repaired', ['三、本年度办理结果', '(五)不予处理', '5.要求行政机关确认或重新出具已获取信息', '总计']]);
    for (const row of ['req.other', 'req.processed', 'req.carried_out']) expect(found.get(`${row}.natural`)!.trust).toBe('repaired');
    for (const [metric, { trust }] of found) if (/^(review|lit)/.test(metric!)) expect(trust).toBe('repaired');
    expect(found.get('lit.direct.upheld')!.labels).toEqual(['行政诉讼', '未经复议直接起诉', '结果维持']);
    expect(figures[found.get('req.new.natural')!.partOf!]!.metric).toBe('req.new.total');
  });

  it.each(gold.map((sample) => [sample.file, sample] as const))('%s', (file, { form, t2, t3, t4 }) => {
    const { figures, forms } = read(readFileSync(join(projectRoot, 'samples', file), 'utf8'));
    const found = new Map(figures.map(({ metric, quantity }) => [metric, `${quantity.state} ${quantity.value}`]));
    const differ = Object.entries({ ...t2, ...t3, ...t4 }).filter(([metric, printed]) => {
      const { state, value } = readCell(printed);
      return found.get(metric) !== `${state} ${value}`;
    });
    expect(differ).toEqual([]);
    expect(forms).toEqual([form]);
  });

  it.each(existsSync(unseen) ? readdirSync(unseen).filter((file) => file.endsWith('.txt')) : [])('unseen-a/%s: every cell has its meaning', (file) => {
    const { figures, forms } = read(readFileSync(join(unseen, file), 'utf8'));
    const metrics = figures.flatMap(({ metric }) => metric ?? []);
    expect(new Set(metrics).size).toBe(forms[0] === 'gen2019' ? 198 : 200);
    expect(metrics.length).toBe(new Set(metrics).size);
  });

  const HEADS = '\t\t\t申请人情况\t\t\t\t\t\t总计\n\t\t\t自然人\t法人或其他组织\t\t\t\t\t\n\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t';
  it.each([
    ['heads that were put together from two rows come in no order of their own', '信息内容\t本年新\t本年新公开数量\t对外公开总数量\n\n\t制作数量\t\t\n规章\n\n2853\t3747\t9', { 'active.rules.made': '2853', 'active.rules.newly_public': '3747', 'active.rules.public_total': '9' }],
    ['a neighbour that was shifted itself does not tell which of two equal values is the repeated one', `${HEADS}\n\t（六）其他处理\t\t0\t0\t9702\t0\t0\t0\t71\t9773\n\t（七）总计\t\t\t1\t2\t9702\t3\t4\t71\t9783`, { 'req.other.natural': '0', 'req.other.business': undefined, 'req.other.research': undefined, 'req.other.total': '9773' }],
  ])('%s', (_, text, expected) => {
    const values = new Map(read(`青石镇2020年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n${text}\n`).figures.map(({ metric, quantity }) => [metric as string | null, quantity.value]));
    expect(Object.fromEntries(Object.keys(expected).map((metric) => [metric, values.get(metric)]))).toEqual(expected);
  });

  it('damaged tables never give a cell another value', () => {
    let right = 0;
    let all = 0;
    fc.assert(
      fc.property(inventedTables(0.6), damages, (invented, list) => {
        const text = `青石镇2020年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n${damaged(invented.rows, list)}\n\n五、存在的主要问题及改进情况\n\n无。\n`;
        const wrong: string[] = [];
        for (const { metric, quantity, place, quote } of read(text).figures) {
          expect(quote.every(({ start, end }, i) => start < end && end <= text.length && (i === 0 || quote[i - 1]!.end <= start))).toBe(true);
          expect(place === null || place.every((span) => quote.some(({ start, end }) => start <= span.start && span.end <= end))).toBe(true);
          if (place !== null) expect(place.map(({ start, end }) => text.slice(start, end)).join('')).toBe(quantity.asWritten);
          if (metric === null || quantity.state === 'blank') continue;
          if (quantity.value === invented.truth.get(metric)) right += 1;
          else wrong.push(`${metric} ${quantity.value}, true ${invented.truth.get(metric)}`);
        }
        all += invented.truth.size;
        expect({ wrong, text: wrong.length > 0 ? text : '' }).toEqual({ wrong: [], text: '' });
      }),
      { numRuns: Number(process.env.DAMAGE_RUNS ?? 100) },
    );
    console.info(`through the parser: ${((100 * right) / all).toFixed(1)} % recovered`);
    expect(right / all).toBeGreaterThan(0.8);
  }, 60_000);
});
