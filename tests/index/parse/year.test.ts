import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYear } from '../../../index/parse/characters.js';
import type { Hints } from '../../../index/document/source-text.js';
import { parseDocument } from '../../../index/parse/document.js';
import { sourceOf } from './invariants.js';

const body = '\n\n一、总体情况\n\n公开3件。\n\n二、其他事项\n\n无。\n';

interface Case {
  readonly before?: string;
  readonly title?: string;
  readonly below?: string;
  readonly end?: string;
  readonly origin?: string;
  readonly hints?: Hints;
}

function read({ before = '', title = '青石镇政府信息公开工作年度报告', below = '', end = '', origin = 'a.txt', hints }: Case): { year: number | null; codes: string[]; asked: string[]; places: string[] } {
  const text = `${before}${title}\n${below}${body}${end}`;
  const { year, diagnostics } = parseDocument({ ...sourceOf(text), origin, ...(hints && { hints }) });
  const about = diagnostics.filter(({ code }) => code.includes('year'));
  return {
    year,
    codes: about.map(({ code }) => code),
    asked: about.flatMap(({ options }) => options ?? []),
    places: about.flatMap(({ span, also }) => [...(span === null ? [] : [span]), ...(also ?? [])]).map(({ start, end: to }) => text.slice(start, to)),
  };
}

const titled = '青石镇2021年政府信息公开工作年度报告';
const period = (year: string): string => `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。\n`;

describe('the year, by strength of evidence', () => {
  it.each<[string, Case, number | null, string[]]>([
    ['title', { title: titled }, 2021, []],
    ['title and period agree', { title: titled, below: period('2021') }, 2021, []],
    ['title and period disagree', { title: titled, below: period('2020') }, null, ['year-conflict']],
    ['one of several periods confirms the title', { title: titled, below: `${period('2020')}${period('2021')}` }, 2021, []],
    ['two periods, no title year', { below: `${period('2020')}${period('2021')}` }, null, ['year-conflict']],
    ['a person decides', { title: titled, below: period('2020'), hints: { told: { year: 2020 } } }, 2020, ['year-told']],
    ['a person confirms', { title: titled, hints: { told: { year: 2021 } } }, 2021, []],
    ['what was published in the year is of another', { below: '2020年，我局在网站公开信息31条，公开了机构职能、领导信息及2019年度信息公开工作报告。\n' }, 2020, []],
    ['period alone', { below: period('2020') }, 2020, []],
    ['a plan over several years is no period', { title: titled, below: '规划期自2018年1月1日至2020年12月31日。\n' }, 2021, []],
    ['a stale year in the introduction', { title: titled, below: '现公布青石镇2020年政府信息公开工作年度报告。\n' }, 2021, ['year-differs']],
    ['introduction', { below: '现公布青石镇2020年政府信息公开工作情况。\n' }, 2020, []],
    ['introduction with letters for 〇', { below: '现公布青石镇二О二O年政府信息公开工作情况。\n' }, 2020, []],
    ['period with noughts for 〇', { below: period('二0二0') }, 2020, []],
    ['file name', { origin: '青石镇2020年政府信息公开工作年度报告.docx' }, 2020, ['year-inferred']],
    ['file name against the title', { title: titled, origin: '青石镇2020年政府信息公开工作年度报告.docx' }, 2021, ['year-differs']],
    ['address in the text', { before: '网址 http://xxgk.example/nb.html?id=3&nbYear=2020\n' }, 2020, ['year-inferred']],
    ['address in the file name', { origin: 'list?nbYear=2020.html' }, 2020, ['year-inferred']],
    ['folder', { hints: { folder: '2020n' } }, 2020, ['year-inferred']],
    ['a folder never overrules', { title: titled, hints: { folder: '2019' } }, 2021, []],
    ['publication', { before: '发布时间：2021-01-20\n' }, 2020, ['year-inferred']],
    ['the date under the signature', { end: '\n青石镇人民政府\n2021年1月20日\n' }, 2020, ['year-inferred']],
    ['published in December', { before: '发布时间：2020-12-25\n' }, null, ['no-year']],
    ['address before folder before publication', { before: '发布时间：2019-01-20\n', origin: 'p?nbYear=2021.html', hints: { folder: '2020' } }, 2021, ['year-inferred']],
    ['nothing', {}, null, ['no-year']],
    ['digits printed twice', { title: '青石镇202020年政府信息公开工作年度报告' }, 2020, ['year-damaged']],
    ['digits printed twice, confirmed', { title: '青石镇202020年政府信息公开工作年度报告', below: period('2020') }, 2020, ['year-damaged']],
    ['damaged digits do not contradict whole ones', { title: titled, below: '统计期限为20201月1日至12月31日。\n' }, 2021, []],
    ['six digits of two years', { title: '青石镇202134年政府信息公开工作年度报告' }, null, ['no-year']],
    ['a range of years', { title: '青石镇2020-2021年政府信息公开工作年度报告' }, null, ['no-year']],
    ['年 lost', { below: '统计期限为20201月1日至12月31日。\n' }, 2020, ['year-damaged']],
    ['年 and 月 lost', { below: '统计期限为201711日至20171231日。\n' }, 2017, ['year-damaged']],
    ['blanks where signs were', { below: '统计期限为 2017 1 1 日至 2017 12 31 日。\n' }, 2017, ['year-damaged']],
    ['year doubled in the period', { below: '统计期限为202020年1月1日至12月31日。\n' }, 2020, ['year-damaged']],
    ['dots', { below: '统计期限为2020.1.1-2020.12.31。\n' }, 2020, []],
    ['Chinese numerals', { below: '统计期限为二〇二〇年一月一日至十二月三十一日。\n' }, 2020, []],
    ['当年', { below: '统计期限为2020年1月1日至当年12月31日。\n' }, 2020, []],
  ])('%s', (_name, given, year, codes) => {
    const found = read(given);
    expect([found.year, found.codes]).toEqual([year, codes]);
  });

  it('a conflict names both places and what to answer', () => {
    const { asked, places } = read({ title: titled, below: period('2020') });
    expect(asked).toEqual(['2021', '2020']);
    expect(places).toEqual([titled, period('2020').trim()]);
  });
});

describe('readYear', () => {
  it('reads four digits of a likely year, or one of its pairs printed twice, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.constantFrom(0, 2), (year, at) => {
        const digits = String(year);
        expect(readYear(digits)).toEqual({ year, damaged: false });
        expect(readYear(digits.slice(0, at + 2) + digits.slice(at))).toEqual({ year, damaged: true });
      }),
    );
    fc.assert(fc.property(fc.stringMatching(/^\d{1,3}$|^\d{5}$|^\d{7,9}$/), (digits) => void expect(readYear(digits)).toBeNull()));
  });
});
