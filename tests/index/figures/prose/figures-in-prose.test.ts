import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../../index/data.js';
import type { FoundFigure } from '../../../../index/document/figure.js';
import type { SourceText } from '../../../../index/document/source-text.js';
import type { ReportDocument } from '../../../../index/document/tree.js';
import { figuresInProse } from '../../../../index/figures/prose/mod.js';
import { parseDocument } from '../../../../index/parse/document.js';
import { figuresOf, paragraphsOf, score, table } from './score.js';

const shared = join(projectRoot, '../shared');
const files = [join(shared, 'eval/prose-practice.jsonl'), join(projectRoot, 'tests/specs/prose-figures.jsonl'), join(projectRoot, 'tests/specs/prose-figures-2.jsonl')];
/** Forty paragraphs of bureaus and county offices, written before they were read: shares that are held, which only rise. */
const OFFICES = { found: 0.99, gold: 0.97, unit: 0.99, approx: 0.99, partOf: 0.92, stat: 0.97, year: 0.99, period: 0.98, label: 0.94 } as const;

describe.each(files)('labelled paragraphs of %s', (path) => {
  const paragraphs = paragraphsOf(path);
  it.skipIf(paragraphs.length === 0)('are read', () => {
    const result = score(paragraphs);
    const told = `${table(result)}\n${result.differences.join('\n')}`;
    expect(result.matched / result.found, told).toBeGreaterThanOrEqual(0.99);
    expect(result.matched / result.gold, told).toBeGreaterThanOrEqual(0.99);
    for (const key of ['unit', 'approx', 'partOf', 'stat', 'year', 'period', 'label'] as const) expect(result[key] / result.matched, `${key}\n${told}`).toBeGreaterThanOrEqual(0.98);
  });
});

/** Seventy paragraphs of fourteen writers by an examiner who read no code; first read blind: found 0.979, gold 0.987, partOf 0.965, stat 0.989, year 0.952, label 0.928. */
const EXAMINED = { found: 0.98, gold: 0.99, unit: 0.99, approx: 0.99, partOf: 0.98, stat: 0.99, year: 0.99, period: 0.99, label: 0.94 } as const;

/** Seventy more by another examiner; first read blind: found 0.978, gold 0.983, partOf 0.958, stat 0.994, year 0.961, label 0.963. */
const EXAMINED_AGAIN = { found: 0.99, gold: 0.99, unit: 0.99, approx: 0.99, partOf: 0.98, stat: 0.99, year: 0.99, period: 0.99, label: 0.97 } as const;

describe.each([['offices', 'prose-figures-3', OFFICES], ['an examiner', 'prose-figures-4', EXAMINED], ['another examiner', 'prose-figures-5', EXAMINED_AGAIN]] as const)('labelled paragraphs of %s', (_, name, held) => {
  it('are read as well as before', () => {
    const result = score(paragraphsOf(join(projectRoot, `tests/specs/${name}.jsonl`)));
    const told = `${table(result)}\n${result.differences.join('\n')}`;
    for (const of of ['found', 'gold'] as const) expect(result.matched / result[of], told).toBeGreaterThanOrEqual(held[of]);
    for (const key of ['unit', 'approx', 'partOf', 'stat', 'year', 'period', 'label'] as const) expect(result[key] / result.matched, `${key}\n${told}`).toBeGreaterThanOrEqual(held[key]);
  });
});

const seed = join(shared, 'seeds/000_905ef34499d184c8.txt');
describe.skipIf(!existsSync(seed))('the seed report', () => {
  const read = (): { text: string; document: ReportDocument } => {
    const text = readFileSync(seed, 'utf8');
    return { text, document: parseDocument({ id: 'seed' as SourceText['id'], origin: 'seed.txt', text, reader: 'text' }) };
  };

  it('states ten figures and their tree, across the page break', () => {
    const { text, document } = read();
    const { figures } = figuresInProse(document);
    const told = figures.map((figure) => [figure.quantity.value, figure.quantity.unit, figure.labels.join('|'), figure.inherited.join('|'), figure.partOf]);
    expect(told).toEqual([
      ['9', '个', expect.stringContaining('行政村'), '', null],
      ['4079', '件', '乡为民服务中心|群众|办理|便民服务事项', '', null],
      ['2908', '件', '受理办件数', '乡为民服务中心|群众|办理|便民服务事项', 1],
      ['1171', '件', '咨询件数', '乡为民服务中心|群众|办理|便民服务事项', 1],
      ['1988', '件', '乡为民服务中心|办理', '便民服务事项', 1],
      ['941', '件', '受理办件数', '便民服务事项|乡为民服务中心|办理', 4],
      ['1047', '件', '咨询件数', '便民服务事项|乡为民服务中心|办理', 4],
      ['2091', '件', '村为民服务站|办理', '便民服务事项', 1],
      ['1967', '件', '受理办件数', '便民服务事项|村为民服务站|办理', 7],
      ['124', '件', '咨询件数', '便民服务事项|村为民服务站|办理', 7],
    ]);
    for (const figure of figures) {
      const place = figure.place!;
      expect(place.map(({ start, end }) => text.slice(start, end)).join('')).toBe(figure.quantity.asWritten);
      expect(figure.quote.some(({ start, end }) => start <= place[0].start && place[0].end <= end)).toBe(true);
      expect(figure.path[0]).toBe('一、总体情况');
    }
  });
});

/** value unit ⊂ total's value, one string a figure. */
function brief(figure: FoundFigure, _: number, all: readonly FoundFigure[]): string {
  const { value, unit } = figure.quantity;
  return `${value}${unit ?? ''}${figure.partOf === null ? '' : `⊂${all[figure.partOf]!.quantity.value}`}`;
}

describe('what numbers beside each other are of', () => {
  it.each<[string, readonly (readonly [value: string, label: string, stat: string])[]]>([
    ['新改建29个、145.2公里、2.86亿元，养护39个。', [['29', '新改建', 'count'], ['145.2', '新改建', 'other'], ['2.86', '新改建', 'amount'], ['39', '养护', 'count']]],
    ['发放种苗3批、420株，鱼苗5批。', [['3', '种苗', 'count'], ['420', '种苗', 'count'], ['5', '鱼苗', 'count']]],
    ['桥梁48座、隧道42条，两类项目造价依次为23.7亿元、6.8亿元。', [['48', '桥梁', 'count'], ['42', '隧道', 'count'], ['2', '项目', 'count'], ['23.7', '桥梁', 'amount'], ['6.8', '隧道', 'amount']]],
    ['全乡9个村均设立了公开栏。', [['9', '公开栏', 'count']]],
    ['辖区18个社区平均每个社区公开信息23.5条。', [['18', '社区', 'count'], ['23.5', '信息', 'average']]],
    ['亩均补贴约129元。', [['129', '补贴', 'average']]],
    ['镇 共 公 开 信 息 4 3 7 条，比上年增 加 5 1 条。', [['437', '信息', 'count'], ['51', '增加', 'change']]],
  ])('%s', (text, wanted) => {
    const found = figuresOf(text);
    expect(found.map(({ quantity, stat }) => [quantity.value, stat])).toEqual(wanted.map(([value, , stat]) => [value, stat]));
    for (const [i, [, label]] of wanted.entries()) expect([...found[i]!.labels, ...found[i]!.inherited].join('|')).toContain(label);
  });
});

describe('parts and totals', () => {
  it.each([
    ['收到17件，上年结转1件，合计18件。予以公开9件、部分公开2件、不予公开1件、无法提供5件、不予处理1件。', ['17件⊂18', '1件⊂18', '18件', '9件⊂18', '2件⊂18', '1件⊂18', '5件⊂18', '1件⊂18']],
    ['当面2件、电邮1件、网上1件。', ['2件', '1件', '1件']],
    ['信函2件：自然人1件、法人1件。', ['2件', '1件⊂2', '1件⊂2']],
    ['共受理10件（上年结转2件，当年新收8件），办结9件，结转下年1件。', ['10件', '2件⊂10', '8件⊂10', '9件⊂10', '1件⊂10']],
    ['今年以来，共办理4079件（受理2908件，咨询1171件）。', ['4079件', '2908件⊂4079', '1171件⊂4079']],
    ['共办理4079件。其中受理2908件，咨询1171件。', ['4079件', '2908件⊂4079', '1171件⊂4079']],
    ['发放补贴1.86亿元，其中耕地补贴1.2亿元、农机补贴4200万元、其他2400万元。', ['1.86亿元', '1.2亿元⊂1.86', '4200万元⊂1.86', '2400万元⊂1.86']],
    ['在全部48件申请中，来自自然人、企业的各有41件、7件；通过网络、信函提出的分别为33件、15件。', ['48件', '41件⊂48', '7件⊂48', '33件⊂48', '15件⊂48']],
    ['召开会议2次，开展培训1次，检查1次。', ['2次', '1次', '1次']],
    ['公开信息500条，其中网站300条，召开发布会5场。', ['500条', '300条⊂500', '5场']],
    ['收到申请27件。从渠道看，网络18件；信函6件；当面3件。', ['27件', '18件⊂27', '6件⊂27', '3件⊂27']],
    ['受理申请2件，维持2件。行政诉讼方面，发生1件，胜诉1件。', ['2件', '2件', '1件', '1件']],
    ['工作人员15人，专职3人，兼职12人，其中党员9人。', ['15人', '3人⊂15', '12人⊂15', '9人⊂15']],
    ['诉讼案件3起：直接起诉的2起，维持1起、未审结1起；复议后起诉的1起，纠正1起。', ['3起', '2起⊂3', '1起⊂2', '1起⊂2', '1起⊂3', '1起⊂1']],
    ['发布政策62件，同步解读59件，同步解读率95.2%。', ['62件', '59件⊂62', '95.2%']],
    ['发放问卷200份，收回188份，表示满意的181份。', ['200份', '188份⊂200', '181份⊂188']],
    ['代办1245件，办理3078件，共计4323件。', ['1245件⊂4323', '3078件⊂4323', '4323件']],
  ])('%s', (text, expected) => {
    expect(figuresOf(text).map(brief)).toEqual(expected);
  });
});

describe('years and periods', () => {
  it.each([
    ['全年公开846条（2019年为701条），其中网站312条。', ['846', '701:2019', '312']],
    ['2020年公开846条，2019年701条，其中网站312条、公众号534条。', ['846:2020', '701:2019', '312:2020', '534:2020']],
    ['共20件，其中2019年结转3件、2020年新收17件。', ['20', '3:2019', '17:2020']],
    ['自2019年5月新条例施行以来，累计收到申请61件。', ['61']],
    // Bug: the year whence requests were carried over stayed with all that was counted after them.
    ['加上2022年结转的3件，共办理26件，2件转入下一年继续办理。', ['3:2022', '26', '2']],
    ['今年我局没有制发规范性文件。', ['0:今年']],
    // The year that a sentence opens with holds for those behind it that name no time.
    ['2018年度收到申请9件。均按期答复，收取费用0元。', ['9:2018', '0:2018']],
    ['截至2015年底共公开186条。其中政策类12条。财政类9条。', ['186:2015', '12:2015', '9:2015']],
    ['2018年收到9件，比2017年多2件。减免1件。今年收到4件。减免2件。', ['9:2018', '2:2018', '1:2018', '4:今年', '2']],
    ['我局于2016年建成展厅1个。接待群众200人次。', ['1:2016', '200']],
    ['自2018年以来公开30条。推送8条。', ['30', '8']],
  ])('%s', (text, expected) => {
    expect(figuresOf(text).map(({ quantity, year, period }) => [quantity.value, year, period].filter((word) => word !== null).join(':'))).toEqual(expected);
  });
});

describe('words', () => {
  const told = (text: string): string[] => figuresOf(text).map(({ labels, inherited }) => `${labels.join('|')} < ${inherited.join('|')}`);
  it.each([
    ['公众号粉丝由年初的4100人增至年末的5360人。', ['公众号粉丝|年初 < ', '增至|年末 < 公众号粉丝']],
    // Bug: what a later number was reached by (年末的) hid that it took the place of the one before.
    ['会员由年初的410人涨到年末的520人。', ['会员|年初 < ', '涨 < 会员']],
    // Bug: 多 before a deed of one word that no list knows was no change.
    ['视频号播出140条，比上一年多播26条。', ['视频号|播出 < ', '比上一年|多|播 < 视频号|播出']],
    // Bug: 前两项 took the last two of the row before it.
    ['简报32期，橱窗48期，展板11期，前两项分别比2021年增加5期和9期。', ['简报 < ', '橱窗 < ', '展板 < ', '比2021年|增加 < 简报', '比2021年|增加 < 橱窗']],
    ['共编印91期，简报32期，橱窗48期，展板11期，前两项分别较上年增加5期、9期。', ['编印 < ', '简报 < 编印', '橱窗 < 编印', '展板 < 编印', '较上年|增加 < 简报', '较上年|增加 < 橱窗']],
    ['发放问卷200份，收回188份。', ['发放|问卷 < ', '收回 < 发放|问卷']],
    ['建成政务公开专区1个，面积约40平方米。', ['建成|政务公开专区 < ', '面积 < 政务公开专区']],
    ['制发规范性文件3件，废止2件，现行有效14件。', ['制发|规范性文件 < ', '废止 < 规范性文件', '现行有效 < 规范性文件']],
    ['教育局公开信息320条，卫健局280条。', ['教育局|公开|信息 < ', '卫健局 < 公开|信息']],
    ['一是开设专栏5个，二是如期召开发布会3场。', ['开设|专栏 < ', '召开|发布会 < ']],
    ['共为群众办妥便民服务事项4079件。', ['群众|办妥|便民服务事项 < ']],
    ['公示备案登记、行政确认、抽查检查等事项83条。', ['公示|备案登记、行政确认、抽查检查|事项 < ']],
    ['设有9个内设机构。', ['内设机构 < ']],
    ['行政诉讼方面，一审3件，二审2件。', ['一审 < 行政诉讼方面', '二审 < 行政诉讼方面']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('years, zeros and what is no figure', () => {
  it.each([
    ['2022年收到12件，2021年收到9件，同比增加3件。', [2022, 2021, 2022]],
    ['收到5件，比2020年的8件减少3件。', [null, 2020, null]],
  ])('%s', (text, years) => {
    expect(figuresOf(text).map((figure) => figure.year)).toEqual(years);
  });

  it.each([
    ['本年度无因政府信息公开申请行政复议、提起行政诉讼情况，未收取信息处理费。', 3],
    ['未因政府信息公开工作被申请复议、被提起诉讼。', 2],
    ['不予公开7件，其余情形均无。', 2],
    ['10件以下（含10件）不收费，复印0.2元/页，可借阅3册以内。', 0],
    ['三年级二班的学号后六位，以百分之百的热情办理。', 0],
    ['未收到公民、法人和其他组织提出的政府信息公开申请。', 1],
    ['其他需要报告的事项：无。', 0],
    ['对未收到材料的及时提醒，没有及时更新的栏目予以通报。', 0],
    ['下一步，将新建5个专区，力争公开率达到95%。', 0],
    ['信息处理费按件计收：10件以下不收费，11件至30件部分每件100元。', 0],
    ['贯彻“三提升”要求，实行“一月一检查”，学习“七五”普法要点。', 0],
    ['20个工作日内答复，最长可延长15个工作日，24小时开放。', 0],
  ])('%s', (text, count) => {
    expect(figuresOf(text)).toHaveLength(count);
  });
});

describe('any text', () => {
  const alphabet = fc.constantFrom(...'一二十百万两0123456789２,，.、。；：（）()“”《》年月日件个次%成倍共其中含合计分别均为未收到无申请较上年增加公开办理\n ');
  it('is read without throwing, and every number stands in its place', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: alphabet, maxLength: 90 })), (text) => {
        const figures = figuresOf(text);
        for (const [i, figure] of figures.entries()) {
          expect(figure.place!.map(({ start, end }) => text.slice(start, end)).join('')).toBe(figure.quantity.asWritten);
          expect(figure.quote.some(({ start, end }) => start <= figure.place![0].start && figure.place![0].end <= end)).toBe(true);
          expect(figure.quantity.value).toMatch(/^\d+(?:\.\d+)?$/);
          if (figure.partOf !== null) {
            expect(figure.partOf).not.toBe(i);
            expect(figures[figure.partOf]).toBeDefined();
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has no cycles of parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 120 }), (text) => {
        const figures = figuresOf(text);
        for (const figure of figures) {
          let at: number | null = figure.partOf;
          for (let steps = 0; at !== null; steps += 1) {
            expect(steps).toBeLessThan(figures.length);
            at = figures[at]!.partOf;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  // So long that anything but time in proportion would outlast the runner's patience.
  it.each(['公开5件', '公开5件，', '其中3件、', '（3件', '甲、', '未收到申请', '共计8件，', '2020年', '分别为1件、', '的', '公开'])('reads a hundred thousand characters of %s', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const places = figuresOf(text).flatMap(({ place }) => place ?? []);
    expect(places.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
  });
});
