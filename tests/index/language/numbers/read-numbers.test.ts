import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../../index/data.js';
import { fold, originalEnd } from '../../../../index/document/folded.js';
import { readNumbers } from '../../../../index/language/numbers/read-numbers.js';

interface Row {
  readonly text: string;
  readonly numbers: readonly { asWritten: string; start: number; value: string; unit: string | null; approx: string | null }[];
}

const specs = join(projectRoot, 'tests/specs/numbers.jsonl');
const rows: Row[] = existsSync(specs)
  ? readFileSync(specs, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Row)
  : [];

/** The quantities of a text with their places in the original. */
function quantities(text: string): unknown[] {
  const folded = fold(text);
  return readNumbers(folded)
    .filter((number) => number.kind === 'quantity')
    .map((number) => {
      const start = folded.start[number.start]!;
      return { asWritten: text.slice(start, originalEnd(folded, number.end)), start, value: number.value, unit: number.unit, approx: number.approx };
    });
}

describe('numbers of tests/specs/numbers.jsonl', () => {
  it.skipIf(rows.length === 0)('has rows', () => expect(rows.length).toBeGreaterThan(0));
  it.each(rows.map((row) => [row.text, row] as const))('%j', (text, row) => {
    expect(quantities(text)).toEqual(row.numbers.map(({ asWritten, start, value, unit, approx }) => ({ asWritten, start, value, unit, approx })));
  });
});

describe('readNumbers', () => {
  it.each([
    ['其他305件', ['305件']],
    // Bug: what blanks part from other digits was read as a number of its own.
    ['发布稿件1 0 26篇', []],
    ['采用 2 1 3 篇', ['213篇']],
    ['采用 2 091 篇', ['2091篇']],
    ['监督电话转8012分机', []],
    // Bug: the third of classes in a row was counted.
    ['一类46户、二类88户、三类105户、四类六户', ['46户', '88户', '105户', '6户']],
    ['两类105户', ['2类', '105户']],
    ['发放种苗三批420株', ['3批', '420株']],
    ['二类用地涉及三类人员', ['3类']],
    // Bug: what those counted had to reach was counted itself.
    ['90分以上的12家，80分至89分的27家', ['12家', '27家']],
    ['七成以上的申请当场答复', ['7成']],
    // Bug: places that begin with a numeral and a counter were counted.
    ['六盘水市档案局、三台县和五家渠市已报送', []],
    ['新装三台检测仪', ['3台']],
    // Bug: what was counted in these had no unit, so that no question with the counter found it.
    ['更换路灯480盏，打机井16眼，送棉被2600床，配灭火器450具', ['480盏', '16眼', '2600床', '450具']],
    ['检定量具2315台件，外借图书640册次，巡航12艘次，放流鱼苗30万尾', ['2315台件', '640册次', '12艘次', '300000尾']],
    ['新建4眼科医院，新增120床位，明确3具体事项', []],
    // Bug: where the counter is left out behind what is counted there was no number.
    ['全年在各媒介上公开政务信息5318。', ['5318']],
    ['全局受理政府信息公开申请0', ['0']],
    ['办理许可事项347,公示处罚信息9条', ['347', '9条']],
    ['公开政府信息2013。', []],
    // Bug: letters glued to a number hid it; a code stays a code.
    ['掌上APP90条', ['90条']],
    ['装有A4打印机、V3系统、PM2.5仪', []],
    ['栏目最长有31天没有更新', ['31天']],
    ['答复期限最长20天', []],
    ['站点中有9个月均接待不到12人次', ['9个', '12人次']],
    ['连续6个月均排名第1', []],
    ['办好修路和引水两件大事，重点做好三件事。', []],
    ['收到来函三件，事先已告知', ['3件']],
    ['发布10余万条', ['100000条']],
    ['行政复议分别为0、1、1件', ['0件', '1件', '1件']],
    ['召开一次座谈会', ['1次']],
    ['与群众一起推进', []],
    ['任务十分繁重', []],
    ['实施12项目标管理', []],
    ['3人民法院', []],
    ['每周开放5天', ['5天']],
    ['后两种方式与网站内容重复', []],
    ['两项合计7件', ['7件']],
    ['方案提前30日公示', ['30日']],
    ['初稿30日公示', []],
    ['万分之五', ['5‱']],
  ])('%s → %j', (text, expected) => {
    expect(readNumbers(fold(text)).filter((n) => n.kind === 'quantity').map((n) => `${n.value}${n.unit ?? ''}`)).toEqual(expected);
  });

  it.each([
    ['2020年12月31日', 'date', 2020],
    ['二〇二一年一月', 'date', 2021],
    ['第二十条', 'article', null],
    ['第5位', 'ordinal', null],
    ['20个工作日内', 'limit', null],
    ['国办发〔2019〕60号', 'document-number', null],
    ['电话0883-6123456', 'contact', null],
    ['邮政编码为677400', 'contact', null],
    ['“三提升”', 'quoted', null],
    ['9:00', 'time', null],
    ['2022-01-24 09:05', 'date', null],
    ['2022-1-5 10:05:30', 'date', null],
    ['5G网络', 'code', null],
    ['(一)加强', 'list-mark', null],
    ['三年合计', 'anaphor', null],
    ['两项合计', 'anaphor', null],
  ])('%s is a %s', (text, kind, year) => {
    expect(readNumbers(fold(text))[0]).toMatchObject({ kind, year });
  });

  it('reads any text without throwing, in order, inside the text', () => {
    const alphabet = fc.constantFrom(...'一二三四十百千万亿零〇两半第每0123456789０９,，.、。；（）()“”《》年月日件个次%分之成倍余近约至-— \n共其中A');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: alphabet, maxLength: 60 })), (text) => {
        const folded = fold(text);
        let last = 0;
        for (const number of readNumbers(folded)) {
          expect(number.start).toBeGreaterThanOrEqual(last);
          expect(number.end).toBeGreaterThan(number.start);
          expect(number.end).toBeLessThanOrEqual(folded.text.length);
          expect(number.extent.end).toBeGreaterThanOrEqual(number.end);
          if (number.kind === 'quantity') expect(number.value).toMatch(/^\d+(?:\.\d+)?$/);
          last = number.end;
        }
      }),
      { numRuns: 400 },
    );
  });

  // So long that anything but time in proportion would outlast the runner's patience.
  it.each(['1', '一', '十', '1,', '“', '(1', '第', '近', '1-', '二百', 'a.', '2020年', '，', '百分之'])('reads a long text of %s', (unit) => {
    const folded = fold(unit.repeat(100_000));
    expect([...readNumbers(folded)].every(({ start, end }) => start < end && end <= folded.text.length)).toBe(true);
  });
});
