import { describe, expect, it } from 'vitest';
import type { Figure, ReportCard } from '../../../index/mod.js';
import { CUES, type Cue } from '../../../intents/language/words.js';
import { unitMisfit } from '../../../intents/language/unit-families.js';
import type { Candidate } from '../../../intents/question/candidates.js';
import { explain } from '../../../intents/question/explain.js';
import { facetsOfMetric, FacetReader } from '../../../intents/question/facets.js';
import { select, type Selection } from '../../../intents/question/select.js';
import { chineseTerms, type Cut, type Term } from '../../../intents/question/terms.js';
import { cuesIn } from '../../../intents/question/cue.js';

/** The lexicon alone cuts these phrases. */
const cut: Cut = () => [];
const terms = (text: string): Term[] => chineseTerms(text, cut).filter(({ weight }) => weight > 0);
const reader = new FacetReader(cut);
const report = { report: '甲县乙乡-2020', version: 1, year: 2020, orgKey: '甲县乙乡', org: { name: '乙乡', fullName: '', path: ['甲县', '乙乡'], level: 'township' } } as unknown as ReportCard;

let next = 0;
function figure(value: string | null, labels: readonly string[], more: Partial<Figure> & { readonly printed?: string | null } = {}): Figure {
  const { printed = '件', ...rest } = more;
  return {
    id: next++, report: report.report, labels, inherited: [], metric: null, scope: null, partOf: null, stat: 'count', trust: 'stated', year: null, period: null, place: null, quote: [{ start: 0, end: 1 }], path: [],
    quantity: { value, state: value === null ? 'blank' : 'number', unit: printed, approx: null, asWritten: value ?? '' },
    ...rest,
  } as unknown as Figure;
}

const candidate = (one: Figure): Candidate => ({ report, figures: [one], year: one.year, subtotal: null, hasParts: false, accumulated: false, former: false, step: null, topic: null, facets: reader.facets(one) });
const cell = (metric: string, labels: readonly string[], value: string, stat: Figure['stat'] = 'count'): Candidate => candidate(figure(value, labels, { metric, trust: 'aligned', stat, printed: null }));

function ask(question: string, candidates: readonly Candidate[], counter: string | null = null, years: readonly number[] = []): Selection {
  const cues = new Set<Cue>(cuesIn(question, 'zh').map(({ cue }) => cue));
  expect([...cues].every((cue) => CUES.includes(cue))).toBe(true);
  return select({ terms: terms(question), cues, counter, years }, candidates);
}
const answer = (selection: Selection): string | null => (selection.kind === 'one' ? selection.best.candidate.figures[0].quantity.value : selection.kind);

const village = figure('2091', ['村为民服务站', '办理']);
const centre = figure('1988', ['乡为民服务中心', '办理']);
const everything = figure('4079', ['便民服务事项', '办理']);
const held = [village, centre, everything].map(candidate);

describe('explain', () => {
  it('covers a question that the label says in full', () => {
    const fit = explain(terms('村站办理'), held[0]!.facets);
    expect(fit.unexplained).toEqual([]);
    expect(fit.coverage).toBeGreaterThan(0.95);
    expect(fit.because().length).toBeGreaterThan(0);
  });

  it('names the word that nothing explains', () => {
    const fit = explain(terms('村站咨询'), held[0]!.facets);
    expect(fit.unexplained.map(({ concept }) => concept)).toContain('consult');
    expect(fit.coverage).toBeLessThan(explain(terms('村站办理'), held[0]!.facets).coverage);
  });

  it('counts what the figure says beyond the question against it', () => {
    const wide = candidate(figure('1', ['残疾人证', '办理'])).facets;
    const narrow = candidate(figure('2', ['残疾人证', '电话咨询', '办理'])).facets;
    expect(explain(terms('残疾人证办理'), wide).score).toBeGreaterThan(explain(terms('残疾人证办理'), narrow).score);
    expect(explain(terms('残疾人证办理'), narrow).surplus).toBeGreaterThan(0);
  });

  it('believes a label more than what it takes from the clause before', () => {
    const own = candidate(figure('1', ['村为民服务站', '受理'])).facets;
    const inherited = candidate(figure('1', ['受理'], { inherited: ['村为民服务站'] })).facets;
    expect(explain(terms('村站受理'), own).score).toBeGreaterThan(explain(terms('村站受理'), inherited).score);
  });

  it('gives no score above 1 and no coverage outside 0–1, whatever is asked', () => {
    for (const question of ['', '村站办理', '村站村站村站', '龘龘龘', '办理', '行政处罚决定']) {
      for (const { facets } of held) {
        const { score, coverage } = explain(terms(question), facets);
        expect(score).toBeLessThanOrEqual(1);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('select', () => {
  it.each<[string, string]>([
    ['村站办理多少', '2091'],
    ['村为民服务站办理了多少', '2091'],
    ['乡为民服务中心办理多少', '1988'],
    ['便民服务事项办理多少', '4079'],
  ])('%s', (question, value) => {
    expect(answer(ask(question, held, '件'))).toBe(value);
  });

  it('finds nothing for a thing that no figure counts', () => {
    const selection = ask('公众号粉丝多少', held);
    expect(selection.kind).toBe('none');
    expect(selection.kind === 'none' && selection.nearest().unexplained.length).toBeGreaterThan(0);
  });

  it('finds nothing among nothing', () => {
    expect(ask('村站办理多少', []).kind).toBe('none');
  });

  it('shows two unlike values that fit alike, in whatever order they come', () => {
    const twins = [candidate(figure('7', ['村为民服务站', '咨询'])), candidate(figure('9', ['村为民服务站', '咨询']))];
    for (const order of [twins, twins.toReversed()]) expect(ask('村站咨询多少', order, '件').kind).toBe('several');
  });

  it('takes two like values for one', () => {
    const twins = [candidate(figure('7', ['村为民服务站', '咨询'])), candidate(figure('7.0', ['村为民服务站', '咨询']))];
    expect(ask('村站咨询多少', twins, '件').kind).toBe('one');
  });

  it('tells an exact number from one that is said to be about', () => {
    const about = figure('7', ['村为民服务站', '咨询']);
    const twins = [candidate(figure('7', ['村为民服务站', '咨询'])), candidate({ ...about, quantity: { ...about.quantity, approx: '余' } })];
    expect(ask('村站咨询多少', twins, '件').kind).toBe('several');
  });

  it('a stock never answers a flow', () => {
    const stock = cell('active.penalty.items_prev', ['行政处罚', '上一年项目数量'], '5', 'stock-last-year');
    const decisions = cell('active.penalty.decisions', ['行政处罚', '处理决定数量'], '0');
    for (const question of ['行政处罚多少', '处罚了多少', '行政处罚决定多少', '罚了多少']) {
      expect(answer(ask(question, [stock, decisions])), question).toBe('0');
      expect(ask(question, [stock]).kind, `${question}, the stock alone`).toBe('none');
    }
    expect(answer(ask('行政处罚上一年项目数量', [stock, decisions]))).toBe('5');
  });

  it.each<[Figure['stat'], string, string]>([
    ['share', '村站办理多少', '村站办理占比多少'],
    ['change', '村站办理多少', '村站办理增长多少'],
    ['average', '村站办理多少', '村站平均办理多少'],
  ])('a %s answers only who asks for one', (stat, plain, asking) => {
    const only = [candidate(figure('51', ['村为民服务站', '办理'], { stat }))];
    expect(ask(plain, only).kind).toBe('none');
    expect(ask(asking, only).kind).not.toBe('several');
  });

  it('leaves out what the sentence gives to another year, unless that year is named', () => {
    const before = [candidate(figure('8120', ['村为民服务站', '办理'], { year: 2019 }))];
    expect(ask('村站办理多少', before).kind).toBe('none');
    expect(answer(ask('村站办理多少', before, '件', [2019]))).toBe('8120');
    expect(ask('村站办理多少', before, '件', [2020]).kind).toBe('none');
  });

  it('money is no number of things', () => {
    const money = [candidate(figure('12', ['村为民服务站', '办理'], { stat: 'amount', printed: '万元' }))];
    expect(ask('村站办理多少', money, '件').kind).toBe('none');
  });

  it('the cell that is meant when nothing is said still needs its object', () => {
    const requests = [cell('req.new.total', ['一、本年新收政府信息公开申请数量', '总计'], '0')];
    expect(ask('收到多少', requests).kind).toBe('none');
    expect(answer(ask('收到多少申请', requests))).toBe('0');
  });

  it('gives the same answer in whatever order candidates come', () => {
    for (const question of ['村站办理多少', '办理多少', '便民服务事项办理多少']) expect(answer(ask(question, held.toReversed(), '件')), question).toBe(answer(ask(question, held, '件')));
  });
});

describe('facetsOfMetric', () => {
  it.each(['req.new.total', 'req.denied.state_secret.natural', 'active.penalty.decisions', 'active.penalty.items_prev', 'review.total', 'lit.direct.upheld', 'active.normative.in_force', 'active.procurement.amount'])('%s has facets', (metric) => {
    expect(facetsOfMetric(metric, [])).not.toBeNull();
  });

  it.each(['', 'x', 'prose.service.village.total', 'req.new', '.total', 'req.new.'])('%j is no cell', (metric) => {
    expect(facetsOfMetric(metric, [])).toBeNull();
  });

  it('marks stocks', () => {
    expect(facetsOfMetric('active.penalty.items_prev', [])?.stock).toBe(true);
    expect(facetsOfMetric('active.penalty.decisions', [])?.stock).toBe(false);
  });
});

describe('unitMisfit', () => {
  it.each<[string | null, string | null, 'same' | 'slight' | 'never']>([
    ['件', '件', 'same'],
    [null, '件', 'same'],
    ['件', null, 'same'],
    ['条', '件', 'slight'],
    ['份', '件', 'slight'],
    ['个', '家', 'slight'],
    ['个', '所', 'slight'],
    ['个', '处', 'slight'],
    ['个', '名', 'slight'],
    ['个', '项', 'slight'],
    ['家', '个', 'slight'],
    ['个', '件', 'never'],
    ['件', '个', 'never'],
    ['个', '条', 'never'],
    ['次', '个', 'never'],
    ['个', '次', 'never'],
    ['%', '个百分点', 'never'],
    ['个百分点', '%', 'never'],
    ['人', '人次', 'slight'],
    ['次', '件', 'never'],
    ['件', '万元', 'never'],
    ['万元', '件', 'never'],
    ['人', '件', 'never'],
    ['件', '%', 'never'],
    ['%', '件', 'never'],
    ['天', '件', 'never'],
    ['个', '万元', 'never'],
    ['money', '件', 'never'],
    ['分', '件', 'never'],
    ['户', '亩', 'never'],
  ])('asked with %s, printed %s: %s', (asked, printed, verdict) => {
    const misfit = unitMisfit(asked, printed);
    expect(misfit === null ? 'never' : misfit === 0 ? 'same' : 'slight').toBe(verdict);
    if (misfit !== null) expect(misfit).toBeLessThanOrEqual(0.2);
  });

  // `select` gives an amount without a unit the family's own name.
  it.each(['件', '个', '项', '次'])('an amount without a printed unit is no number of %s', (asked) => {
    expect(unitMisfit(asked, 'money')).toBeNull();
  });
});
