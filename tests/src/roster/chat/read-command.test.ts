import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommand, type Command } from '../../../../src/roster/chat/read-command.js';

const command = (change: Command['change'], more: Partial<Command> = {}): Partial<Command> => ({ change, name: null, year: null, link: null, why: null, ...more });

describe('a message that says what became of a report', () => {
  it.each<[string, Partial<Command>]>([
    ['已发布 https://example.cn/a?b=1', command('published', { lang: 'zh', link: 'https://example.cn/a?b=1' })],
    ['已发布https://example.cn/a', command('published', { link: 'https://example.cn/a' })],
    ['退回 表三不平', command('returned', { why: '表三不平' })],
    ['退回：表三不平，请改', command('returned', { why: '表三不平，请改' })],
    ['勐来乡 退回 表三不平', command('returned', { name: '勐来乡', why: '表三不平' })],
    ['勐来乡2020年年报已发布 https://example.cn/1。', command('published', { name: '勐来乡', year: 2020, link: 'https://example.cn/1' })],
    ['沧源佤族自治县勐来乡2020年度报告，退回，缺第六部分', command('returned', { name: '沧源佤族自治县勐来乡', year: 2020, why: '缺第六部分' })],
    ['2020年 已报送', command('submitted', { year: 2020 })],
    ['教育局免报 机构撤并', command('exempt', { name: '教育局', why: '机构撤并' })],
    ['勐来乡取消登记', command('reopened', { name: '勐来乡' })],
    ['published https://example.cn/1', command('published', { lang: 'en', link: 'https://example.cn/1' })],
    ['returned: table three does not add up', command('returned', { lang: 'en', why: 'table three does not add up' })],
    ['Menglai 2020 report returned table three', command('returned', { name: 'Menglai', year: 2020, why: 'table three' })],
    ['青石镇 published https://example.cn/1', command('published', { lang: 'en', name: '青石镇', link: 'https://example.cn/1' })],
    ['青石镇 2021 undo', command('reopened', { name: '青石镇', year: 2021 })],
    ['退回', command('returned')],
  ])('%s', (text, expected) => {
    expect(readCommand(text)).toMatchObject(expected);
  });

  it.each(['退回的申请有多少件', '已发布政府信息多少条', '青石镇已发布信息几条', '年报已发布了吗', '谁被退回了？', '退回了几件', 'How many were returned?', 'published items', 'submitted requests in 2020', '发布政府信息', '', '。', '我们已经报送过年报，退回的理由是什么？', '请把上面那句话里说的那个报告退回去重写'])('%s is none', (text) => {
    expect(readCommand(text)).toBeNull();
  });

  it('reads any text without throwing, in time that grows with its length', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 2000 }), fc.array(fc.constantFrom('已发布', '退回', ' ', '2020年', '勐来乡', 'https://', 'published', '\n'), { maxLength: 300 }).map((pieces) => pieces.join(''))), (text) => void readCommand(text)));
  });
});
