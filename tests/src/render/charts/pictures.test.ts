import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../../intents/mod.js';
import { chartPicture, tablePicture } from '../../../../src/render/charts/pictures.js';
import { tableOfMessage } from '../../../../src/render/charts/table-of-message.js';
import { tableSvg } from '../../../../src/render/charts/table.js';
import { asPicture, fontFiles } from '../../../../src/render/charts/picture.js';
import { existsSync } from 'node:fs';
import { overYears, reportOf, wordsIn } from './chart-data.js';

/** How many bytes of a PNG's pixels differ from its first: none where nothing is drawn. Filters turn runs of one colour into zeros. */
function drawnBytes(png: Uint8Array): number {
  const data: Buffer[] = [];
  const bytes = Buffer.from(png);
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return inflateSync(Buffer.concat(data)).filter((byte) => byte !== 0 && byte !== 255).length;
}

const PNG = [0x89, 0x50, 0x4e, 0x47];
const list = (count: number, lead: (i: number) => Inline[]): Block[] => [
  { type: 'text', inlines: ['新收申请，从多到少：'] },
  ...Array.from({ length: count }, (_, i): Block => ({ type: 'text', inlines: [...lead(i), `第${'甲乙丙丁戊己庚辛壬癸'[i % 10]}镇`, '：', { type: 'cited', text: `${100 - i}件`, citation: i }] })),
  { type: 'text', inlines: ['有一份没有这个数。'] },
];
const messageOf = (blocks: Block[]) => ({ blocks, citations: blocks.map((_, i) => reportOf(`${i}镇`, 2021)), lang: 'zh' as const });
const ordinal = (i: number): Inline[] => [{ type: 'counted', text: `${i + 1}. `, basis: 'held' }];

describe('pictures', () => {
  it('has its type from npm', () => {
    expect(fontFiles().map((file) => existsSync(file))).toEqual([true, true]);
  });

  it('draws Chinese, digits and Latin: text leaves a trace in the pixels', async () => {
    const frame = (text: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="30" font-family="Noto Sans SC"><text y="20">${text}</text></svg>`;
    const empty = drawnBytes((await asPicture(frame(''), 100, '')).bytes);
    for (const text of ['问报', '2091', 'reports']) expect(drawnBytes((await asPicture(frame(text), 100, '')).bytes)).toBeGreaterThan(empty + 50);
  });

  it.each([['phone', 1080], ['page', 1440]] as const)('a chart for a %s is a PNG of that width, with its words', async (format, width) => {
    const { series, citations, lang } = overYears([12, 31, 45, 38, 61]);
    const picture = await chartPicture({ blocks: [{ type: 'text', inlines: ['甲'] }, { type: 'series', series }], citations, lang }, format);
    expect(Array.from(picture!.bytes.subarray(0, 4))).toEqual(PNG);
    expect(picture).toMatchObject({ type: 'image/png', width, alternative: expect.stringContaining('2021 61件') });
    expect(drawnBytes(picture!.bytes)).toBeGreaterThan(1000);
  });

  it('a message without a series has no chart, one without a long list no table', async () => {
    const message = messageOf(list(3, ordinal));
    expect([await chartPicture(message, 'phone'), await tablePicture(message, 'phone')]).toEqual([null, null]);
  });

  it('a long list becomes a table', async () => {
    const picture = await tablePicture(messageOf(list(12, ordinal)), 'phone');
    expect(Array.from(picture!.bytes.subarray(0, 4))).toEqual(PNG);
    expect(picture!.width).toBe(1080);
  });
});

describe('the table of a message', () => {
  it('has the line before the list as title, ordinal, words and value as columns, what follows as notes', () => {
    expect(tableOfMessage(messageOf(list(5, ordinal)))).toMatchObject({
      title: '新收申请，从多到少',
      columns: [{ name: '序号' }, { name: '项目' }, { name: '数值' }],
      rows: expect.arrayContaining([['1', '第甲镇', '100件'], ['5', '第戊镇', '96件']]),
      notes: ['有一份没有这个数。'],
    });
  });

  it('keeps what is said beside a value, and lists that do not count', () => {
    const [lead, first, ...more] = list(5, () => ['· ']);
    const remarked: Block[] = [lead!, { type: 'text', inlines: [...(first?.type === 'text' ? first.inlines : []), '（表里推回来的）'] }, ...more];
    const table = tableOfMessage(messageOf(remarked))!;
    expect(table.columns.map(({ name }) => name)).toEqual(['项目', '数值', '说明']);
    expect(table.rows[0]).toEqual(['第甲镇', '100件', '（表里推回来的）']);
  });

  it('sums counted over what is held are values too', () => {
    const blocks: Block[] = [{ type: 'text', inlines: ['· ', '新收', '：', { type: 'counted', text: '52件', basis: 'held' }] }];
    expect(tableOfMessage(messageOf(blocks))?.rows).toEqual([['新收', '52件']]);
  });

  it('takes no name or year for a value', () => {
    const held = (text: string): Inline => ({ type: 'counted', text, basis: 'held' });
    const ofReport = (text: string): Inline => ({ type: 'counted', text, basis: 'report' });
    const blocks: Block[] = [
      { type: 'text', inlines: ['· ', ofReport('三(三)4.保护第三方'), '：', held('37件'), '（缺', ofReport('柳河乡2021'), '）'] },
      { type: 'text', inlines: ['· ', '青石镇', ofReport('2022年'), '：', { type: 'cited', text: '12件', citation: 0 }, '，比上年多', { type: 'derived', text: '3件', from: [0] }] },
    ];
    expect(tableOfMessage(messageOf(blocks))?.rows).toEqual([['三(三)4.保护第三方', '37件', '（缺柳河乡2021）'], ['青石镇2022年', '12件', '，比上年多3件']]);
  });

  it('is drawn within its width, numbers never broken, long cells wrapped, long tables shortened with a word', () => {
    const rows = Array.from({ length: 200 }, (_, i) => [String(i + 1), '县人力资源和社会保障局政务服务和数据管理中心'.repeat(2), '123456789件', '<b>']);
    const svg = tableSvg({ title: '长表', columns: ['序号', '单位', '数值', '说明'].map((name, i) => ({ name, align: i === 1 || i === 3 ? 'start' : 'end' })), rows, notes: [], citations: [], lang: 'zh' }, 480);
    const words = wordsIn(svg);
    expect(words).toEqual(expect.arrayContaining(['123456789件', '&lt;b&gt;', '只列出前 60 行，另有 140 行未列。']));
    expect(Math.max(...[...svg.matchAll(/<text x="([\d.]+)"/g)].map((match) => Number(match[1])))).toBeLessThanOrEqual(480);
  });
});
