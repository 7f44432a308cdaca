import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSegmenter, type ReportCard } from '../../../index/mod.js';
import { derive } from '../../../index/derive.js';
import { readSource } from '../../../index/source/source.js';
import { standardSteps } from '../../../index/steps.js';
import type { Figure } from '../../../index/mod.js';
import { candidatesOf, type Candidate } from '../../../intents/question/candidates.js';
import { FacetReader } from '../../../intents/question/facets.js';
import { Ranking, type Wanted } from '../../../intents/question/ranking.js';
import { termsIn } from '../../../intents/question/terms.js';

const segmenter = loadSegmenter();
const cut = (text: string): ReturnType<typeof segmenter.segment> => segmenter.segment(text);
const FILE = 'samples/menglai-2020.txt';
let held: readonly Candidate[];

beforeAll(async () => {
  const read = await readSource(FILE, readFileSync(FILE));
  if (!read.ok) throw new Error(read.refusal.code);
  const { figures } = derive(read.source, standardSteps);
  const org = { name: '勐来乡', fullName: '沧源佤族自治县勐来乡', path: ['沧源佤族自治县', '勐来乡'], level: 'township' };
  const report = { report: 'r', version: 1, edition: 1, year: 2020, org } as unknown as ReportCard;
  held = candidatesOf(report, figures.map((figure, id) => ({ ...figure, id, report: 'r' }) as unknown as Figure), read.source.text, new FacetReader(cut, (word) => segmenter.isVerb(word)));
});

function wanted(text: string, counter: string | null, total = false): Wanted {
  return { terms: termsIn(text, 'zh', cut), cues: new Set(), counter, years: [], text, total, isVerb: (word) => segmenter.isVerb(word) };
}

describe('what is passed over', () => {
  it.each<[string, string | null]>([
    ['村为民服务站办理多少件', '件'],
    ['受理办件数一共多少', null],
    ['行政处罚处理决定数量', null],
    ['收到几份信息公开申请', '份'],
    ['咨询的有几件', '件'],
    ['行政复议结果维持的有几件', '件'],
    ['全乡有多少个行政村', '个'],
    ['养殖场有多少家', '家'],
    ['多少件', '件'],
  ])('%s: nothing that says all of it is lost', (text, counter) => {
    for (const around of [false, true]) {
      const candidates = around ? held.filter(({ facets }) => facets.around !== null) : held;
      const saying = new Ranking(wanted(text, counter), candidates, around).sayingAll();
      const all = new Ranking(wanted(text, counter), candidates, around).all();
      const scores = (ranked: typeof all): (readonly [number, number])[] => ranked.filter(({ fit }) => fit.unexplained.length === 0).map(({ candidate, score }) => [candidate.figures[0].id as number, score] as const);
      expect(scores(saying)).toEqual(scores(all));
      expect(saying.length).toBeLessThanOrEqual(all.length);
    }
  });

  it('the total above a part is found beside it, as it was ranked', () => {
    const ranking = new Ranking(wanted('便民服务事项办理多少件', '件'), held, false);
    const all = ranking.all();
    const part = all.find(({ candidate }) => candidate.subtotal === null && candidate.figures[0].partOf !== null && all.some((other) => (other.candidate.figures[0].id as number) === candidate.figures[0].partOf))!;
    const above = ranking.beside(part, part.candidate.figures[0].partOf!);
    expect(above?.candidate.figures[0].id).toBe(part.candidate.figures[0].partOf);
    expect(all).toContain(above);
  });
});
