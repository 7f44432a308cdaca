import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

/** A report with table two of the 2021 form. */
const report = (org: string, year: number, { licences, penalties }: { readonly licences: number; readonly penalties: number | '/' }, said = ''): string =>
  [
    `${org}${year}年政府信息公开工作年度报告`,
    '一、总体情况',
    `本年度各项公开工作有序开展。${said}`,
    '二、主动公开政府信息情况',
    ['第二十条第（一）项', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数', '规章\t0\t0\t0', '行政规范性文件\t1\t0\t3', '第二十条第（五）项', '信息内容\t本年处理决定数量', `行政许可\t${licences}`, '第二十条第（六）项', '信息内容\t本年处理决定数量', `行政处罚\t${penalties}`, '行政强制\t0', '第二十条第（八）项', '信息内容\t本年收费金额（单位：万元）', '行政事业性收费\t0.4'].join('\n'),
    '五、存在的主要问题及改进情况',
    '存在的主要问题：一是栏目更新偏慢；二是信息员更换频繁。改进情况：一是按月检查栏目；二是培训后上岗。',
  ].join('\n\n');

const TOWNS = ['白杨镇', '青榆镇', '石桥乡', '东关街道'] as const;
const texts: Record<string, string> = Object.fromEntries([
  ...TOWNS.flatMap((town, i) => [2020, 2021, 2022].map((year) => [`${town}-${year}.txt`, report(`凌川县${town}${town.endsWith('道') ? '办事处' : '人民政府'}`, year, { licences: 100 * (i + 1) + year - 2020, penalties: town === '石桥乡' ? '/' : town === '白杨镇' ? 0 : 7 }, town === '石桥乡' ? '推行AB岗值班。' : '')] as const)),
  ['office.txt', report('凌川县水务局', 2022, { licences: 900, penalties: 12 })],
  ['county.txt', report('凌川县人民政府', 2022, { licences: 5000, penalties: 80 })],
  ['elsewhere.txt', report('汶岭县白杨镇人民政府', 2022, { licences: 41, penalties: 3 })],
]);

describe('many offices of two counties', () => {
  const desk = openDesk(texts);

  // Bug: what another county's towns did was added to 全县 without a word.
  it.each(['2022年全县一共多少件行政许可', '2022年各乡镇行政许可一共多少件', '全县近三年行政许可', 'How many licences did all townships issue in 2022?'])('%s: which county', async (q) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.options.length]).toEqual(['clarify', 2]);
    expect(answer.options[0]).toContain('凌川县');
    const chosen = await desk.ask(answer.options[0]!);
    expect([chosen.status, chosen.intent]).toEqual(['answered', 'total']);
    expect(chosen.citations.some((citation) => citation.kind === 'report' && citation.title.includes('汶岭'))).toBe(false);
  });

  it.each([
    ['2022年凌川县全县一共多少件行政许可', 102 + 202 + 302 + 402 + 900],
    ['2022年凌川县各乡镇行政许可一共多少件', 102 + 202 + 302],
    ['2022年凌川县平均每家单位许可多少件', (102 + 202 + 302 + 402 + 900) / 5],
    // Bug: the place before a group was taken for organisations that are named, and one that lacks the year ended it.
    ['2021年凌川县全县一共多少件行政许可', 101 + 201 + 301 + 401],
    ['青榆镇这几年一共许可多少件', 200 + 201 + 202],
    ['青榆镇三年许可总数', 200 + 201 + 202],
  ])('%s', async (q, value) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it('says of whom no report of the year is held, also where the county is named', async () => {
    expect((await desk.ask('2021年凌川县全县一共多少件行政许可')).text).toContain('凌川县水务局');
  });

  it('asks which of two that share a name, and adds nothing up of both', async () => {
    const answer = await desk.ask('白杨镇2022年许可多少件');
    expect([answer.status, answer.options]).toEqual(['clarify', ['凌川县白杨镇2022年许可多少件', '汶岭县白杨镇2022年许可多少件']]);
    expect((await desk.ask('白杨镇这几年一共许可多少件')).value).not.toBe(100 + 101 + 102 + 41);
  });

  // Bug: three of those held were offered as if there were no others.
  it('says how many offices are held where none is named, and offers all of them together', async () => {
    const answer = await desk.ask('许可多少件');
    expect([answer.status, answer.options.at(-1)]).toEqual(['clarify', '凌川县各单位2022年许可多少件']);
    expect(answer.text).toContain('7个单位2020–2022年的报告');
    expect((await desk.ask(answer.options.at(-1)!)).value).toBe(102 + 202 + 302 + 402 + 900);
    expect((await desk.ask('2020年许可多少件')).text).toContain('4个单位2020年的报告');
  });

  // Bug: 白杨镇的报告里没有查到 of the one that happened to come first.
  it('says of how many nothing was found', async () => {
    const answer = await desk.ask('2022年公开栏更换了多少块');
    expect(answer.status).toBe('not_found');
    expect(answer.text).toMatch(/看了\d+个单位的报告/u);
  });

  it.each([
    ['2022年行政处罚为零的乡镇', ['白杨镇']],
    ['2022年哪个乡镇没有行政处罚', ['白杨镇']],
    ['2022年许可超过300件的单位有哪些', ['东关街道', '石桥乡', '凌川县水务局']],
    ['2022年谁许可超过800件', ['凌川县水务局']],
  ])('%s', async (q, names) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.intent]).toEqual(['answered', 'which-reports']);
    expect(answer.rows.map(({ org }) => org).sort()).toEqual([...names].sort());
  });

  // Bug: a county's own total was ranked, and found, among its offices.
  it.each(['2022年处罚最多的两家', '2022年许可超过300件的单位有哪些'])('%s: says that the county counts all of them', async (q) => {
    expect((await desk.ask(q)).text).toContain('凌川县的报告是全部合在一起的数');
  });

  it('ranks governments where they are asked for', async () => {
    expect((await desk.ask('2022年哪个县处罚最多')).rows.map(({ org, value }) => [org, value])).toEqual([['凌川县', 80]]);
  });

  it.each(['哪些报告提到AB岗', '2022年哪些单位说到AB岗'])('%s', async (q) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.intent]).toEqual(['answered', 'which-reports']);
    expect(answer.text).toContain('石桥乡');
  });

  it.each([
    ['2022年处罚最多的两家', [12, 7, 7]],
    ['2022年凌川县各单位处罚数从多到少前三名', [12, 7, 7]],
  ])('%s: whoever shares the last place is there too', async (q, values) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.intent, answer.rows.map(({ value }) => value)]).toEqual(['answered', 'rank', values]);
  });

  // Bug: the years were added up where their difference was asked for.
  it.each(['凌川县各乡镇2022年比2021年许可增加多少', '凌川县各乡镇2022年许可比上年增加多少'])('%s: the years side by side, and no sum of them', async (q) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.intent, answer.value]).toEqual(['answered', 'total', null]);
    for (const sum of ['101 + 201 + 301', '102 + 202 + 302'].map((formula) => formula.split(' + ').reduce((all, one) => all + Number(one), 0))) expect(answer.text).toContain(`${sum}件`);
  });

  it('looks at each year where several are asked for', async () => {
    const answer = await desk.ask('凌川县哪些乡镇近三年没有行政处罚');
    expect(answer.rows.map(({ year }) => year).sort()).toEqual([2020, 2021, 2022]);
  });

  it('counts two of one short name as two, and takes 三个乡镇 for no place', async () => {
    expect(await desk.ask('How many organisations have a report for 2022?')).toMatchObject({ status: 'answered', value: 7 });
    expect((await desk.ask('凌川县2022年许可排前三的乡镇是哪些')).rows.map(({ value }) => value)).toEqual([302, 202, 102]);
    expect((await desk.ask('凌川县2022年许可最少的乡镇')).value).toBe('白杨镇');
    expect((await desk.ask('凌川县2022年许可最多的三个乡镇')).rows.map(({ value }) => value)).toEqual([302, 202, 102]);
  });

  it('sets years against each other, each added up over the group', async () => {
    const answer = await desk.ask('凌川县哪年全县行政许可最多');
    expect([answer.status, answer.intent, answer.value]).toEqual(['answered', 'total', null]);
    expect(answer.text).toContain(String(100 + 200 + 300 + 400));
  });
});

describe('a county of many, asked in English', () => {
  const desk = openDesk({ ...texts, 'elsewhere.txt': '' });

  it.each<[q: string, intent: string, orgs: readonly string[]]>([
    // Bug: the number of the bound was looked for in labels; 1,000 was read as 1.
    ['Which offices issued more than 350 licences in 2022?', 'which-reports', ['凌川县水务局', '东关街道']],
    ['Which offices issued more than 1,000 licences in 2022?', 'which-reports', []],
    ['2022年许可超过1,000件的单位有哪些', 'which-reports', []],
    // Bug: two names and four words were taken for Chinese.
    ['Compare 石桥乡 and 青榆镇 in 2022: licences', 'compare', ['石桥乡', '青榆镇']],
    ['Licences of 青榆镇 since 2021', 'trend', ['青榆镇', '青榆镇']],
    ['青榆镇2021年以来的行政许可', 'trend', ['青榆镇', '青榆镇']],
  ])('%s', async (q, intent, orgs) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.intent]).toEqual(['answered', intent]);
    expect(orgs.length === 0 ? answer.value : answer.rows.map(({ org }) => org)).toEqual(orgs.length === 0 ? 0 : orgs);
  });

  it('takes a share of all offices where nothing is said of the part but whose it is', async () => {
    expect(await desk.ask('What share of all licences in 2022 did 青榆镇 issue?')).toMatchObject({ status: 'answered', intent: 'share-of-all', value: Math.round((202 / (102 + 202 + 302 + 402 + 900)) * 10000) / 100 });
  });

  it('takes one less the other in the order they are named', async () => {
    expect((await desk.ask('Compare licences of 石桥乡 and 青榆镇 in 2022')).text).toContain('302 − 202 = 100');
  });

  it('asks which figure where two are to be compared and none is named', async () => {
    expect(await desk.ask('Compare 石桥乡 and 青榆镇 in 2022')).toMatchObject({ status: 'clarify', reason: 'ambiguous_metric' });
  });

  it.each<[talk: readonly string[], intent: string, value: unknown]>([
    [['青榆镇2022年许可排第几'], 'own-place', 4],
    [['青榆镇2022年许可多少', '排第几'], 'own-place', 4],
    [['青榆镇2022年许可多少', '在全县排第几'], 'own-place', 4],
    [['青榆镇2022年许可多少', '排第几', '第一是谁'], 'rank', '凌川县水务局'],
    [['2022年哪个单位许可最多', '它处罚多少'], 'figure-lookup', 12],
    [['2022年哪个单位许可最多', '它占多少'], 'share-of-all', Math.round((900 / 1908) * 10000) / 100],
    [['2022年哪些单位许可超过300件', '一共几家'], 'which-reports', 3],
    // Bug: the bound, and the group, of the follow-up were passed over.
    [['2022年各单位平均许可多少', '哪些单位超过300件'], 'which-reports', 3],
    [['2022年各单位许可一共多少', '乡镇一共多少'], 'total', 102 + 202 + 302],
    // Bug: one office of the second total less the next.
    [['2022年全县许可一共多少', '2021年呢', '差多少'], 'total', null],
    // Bug: only the last of two figures of two offices was told.
    [['青榆镇和石桥乡2022年许可和强制各多少件'], 'several', null],
  ])('%j', async (talk, intent, value) => {
    let answer = await desk.ask(talk[0]!, talk.join());
    for (const next of talk.slice(1)) answer = await desk.ask(next, talk.join());
    expect([answer.status, answer.intent, answer.value], answer.text).toEqual(['answered', intent, value]);
  });

  it('goes on about who has not handed in, also without a roster', async () => {
    await desk.ask('2022年谁没交年报', 'missing');
    const answer = await desk.ask('2021年呢', 'missing');
    expect([answer.intent, answer.reason]).toEqual(['missing', 'no_roster']);
    expect(answer.text).toContain('凌川县水务局');
  });
});

const offices: Record<string, string> = Object.fromEntries(
  ['东津市场监督管理局', '医疗保障局', '东津街道办事处', '鹿鸣彝族乡人民政府', '市场监督管理局东津市场监督管理所', '鹤岭镇人民政府', '财政局'].flatMap((name, i) => [[`${i}.txt`, report(`桐川县${name}`, 2021, { licences: 10 + i, penalties: 30 + i }, '举办培训2次。')] as const]),
);

describe('offices by the names that people have for them', () => {
  const desk = openDesk(offices);

  it.each([
    ['县医保处罚几件', 31],
    // 市 of 市监局 is no word for a level.
    ['把市监局2021年的处罚数告诉我', 30],
    ['桐川县医保2021年处罚多少件', 31],
    // Bug: the sub-district answered for the station of the market bureau.
    ['东津所处罚多少件', 34],
    ['东津市监所2021年处罚多少件', 34],
    ['东津街道处罚多少件', 32],
    ['鹿鸣乡处罚几件', 33],
  ])('%s', async (q, value) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  // Bug: a village was answered with what its whole township did.
  it.each(['鹤岭村2021年培训几次', '鹤岭社区处罚几件'])('%s is not asked of the town', async (q) => {
    expect((await desk.ask(q)).status).toBe('not_found');
  });

  it('the town itself is answered, and 全县医保 names no bureau', async () => {
    expect((await desk.ask('鹤岭镇培训几次')).value).toBe(2);
    expect((await desk.ask('全县医保处罚几件')).value).not.toBe(31);
  });

  it('another county’s office is called by its whole name', async () => {
    expect(await desk.ask('榆阳县财政局2021年处罚多少件')).toMatchObject({ status: 'not_found', reason: 'no_document', options: ['桐川县财政局2021年处罚多少件'] });
    expect((await desk.ask('榆阳县财政局2021年处罚多少件')).text).toContain('“榆阳县财政局”');
  });

  // Bug: 县医保局 was found inside 榆阳县医保局.
  it('the word for a level behind another word is that word’s', async () => {
    expect(await desk.ask('榆阳县医保局2021年处罚多少件')).toMatchObject({ status: 'not_found', reason: 'no_document' });
  });

  it.each([
    ['一共收了几份年报', 7],
    ['一共有几个单位的年报', 7],
    ['2021年收了几家的年报', 7],
    ['How many annual reports are held for 2021?', 7],
  ])('%s', async (q, value) => {
    expect(await desk.ask(q)).toMatchObject({ status: 'answered', intent: 'reports-held', value });
  });

  it.each(['各乡镇都有什么问题', 'What problems did the townships admit?'])('%s: each in its own words', async (q) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.intent, answer.value]).toEqual(['answered', 'said-of-each', null]);
    expect(new Set(answer.citations.map((citation) => citation.kind === 'report' && citation.org))).toEqual(new Set(['鹿鸣彝族乡', '鹤岭镇']));
  });

  it.each([['财政局、医保局2021年处罚各罚了多少件', [36, 31]]])('%s', async (q, values) => {
    const answer = await desk.ask(q);
    expect(answer.rows.map(({ value }) => value)).toEqual(expect.arrayContaining(values));
  });
});

describe('more of what is asked of many', () => {
  const desk = openDesk({ ...offices, ...texts });

  it.each([
    // Bug: 办 behind 街道 was a deed, and another row of the table answered.
    ['东津街道办2021年处罚几件', 32],
    ['东津街道办2021年许可了几件', 12],
  ])('%s', async (q, value) => {
    expect((await desk.ask(q)).value).toBe(value);
  });

  it.each(['2021年哪几个乡镇许可不足100件', '2021年有几家单位提到AB岗', '2022年哪些单位存在栏目更新偏慢的问题'])('%s', async (q) => {
    expect(await desk.ask(q)).toMatchObject({ status: 'answered', intent: 'which-reports' });
  });

  it('asks back where problems are asked of nobody among many', async () => {
    const answer = await desk.ask('信息公开存在哪些不足');
    expect([answer.status, answer.options.length > 1]).toEqual(['clarify', true]);
  });

  it('asks which of two with one name before anything is set side by side', async () => {
    const answer = await desk.ask('2022年白杨镇和青榆镇哪个许可多');
    expect([answer.status, answer.options]).toEqual(['clarify', ['2022年凌川县白杨镇和青榆镇哪个许可多', '2022年汶岭县白杨镇和青榆镇哪个许可多']]);
  });
});

describe('offices that are counted or named, whose only reports are of different years', () => {
  const desk = openDesk({ 'water.txt': report('凌川县水务局', 2022, { licences: 9, penalties: 12 }), 'fire.txt': report('凌川县林业局', 2020, { licences: 5, penalties: 3 }), 'roads.txt': report('汶岭县交通运输局', 2021, { licences: 7, penalties: 0 }) });

  it.each([
    ['三个局行政许可合计多少件', 21],
    ['三个单位一共行政许可多少件', 21],
    ['水务局、林业局和交通局行政许可一共多少件', 21],
  ])('%s = %d', async (q, value) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
    expect(answer.text).toContain('年份不同');
  });

  it.each([
    ['行政处罚最多的是哪一个局', '凌川县水务局'],
    ['三家局里谁行政许可最少', '凌川县林业局'],
  ])('%s: %s', async (q, name) => {
    expect(await desk.ask(q)).toMatchObject({ status: 'answered', value: name });
  });

  it.each(['四个局行政许可合计多少件', '两个局行政许可合计多少件', '四家局里谁行政许可最少'])('%s: not so many are held', async (q) => {
    expect((await desk.ask(q)).value).toBeNull();
  });
});
