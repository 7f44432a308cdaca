import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerCitation, Block } from '../../../../intents/mod.js';
import { plainText } from '../../../../intents/mod.js';
import { partsOf } from '../../../../src/channels/wechat/parts.js';
import type { Message } from '../../../../src/render/message.js';

const citation = (quote: string): AnswerCitation => ({ kind: 'report', report: 'liuquan-2021', source: 'f'.repeat(64), org: '柳泉镇', year: 2021, title: '柳泉镇2021年报告', path: ['一、总体情况'], quotes: [quote], quote, spans: [{ start: 0, end: quote.length }] });
const message = (blocks: readonly Block[], citations: readonly AnswerCitation[] = []): Message => ({ lang: 'zh', status: 'answered', blocks, citations, text: plainText(blocks, [...citations]) || '空', answerId: null });
const line = (text: string): Block => ({ type: 'text', inlines: [{ type: 'counted', text, basis: 'report' }] });
const NUMBERS = /\d[\d,.]*/g;
const length = (text: string): number => [...text].length;

describe('partsOf', () => {
  it('leaves a short answer as it is', () => {
    const short = message([line('共办理2091件。'), { type: 'quote', citation: 0 }], [citation('村为民服务站办理2091件')]);
    expect(partsOf(short, null, 300).parts).toEqual([short.text]);
  });

  it('links each quote to its place when there is a public address', () => {
    expect(partsOf(message([{ type: 'quote', citation: 0 }], [citation('两件')]), 'https://w.example', 300).parts[0]).toBe('「两件」\n—— 柳泉镇2021年报告 · 一、总体情况\n原文：https://w.example/s/ffffffffffff#c-0-2');
  });

  it('shows the sentence with the figure at once: the address of its place takes no room', () => {
    const answered = message([line('共办理2091件。'), { type: 'quote', citation: 0 }], [citation(`${'村为民服务站受理和咨询，'.repeat(15)}办理2091件`)]);
    expect(partsOf(answered, `https://${'w'.repeat(150)}.example`, 300).parts).toHaveLength(1);
  });

  it('names the place of quotes that follow each other once, with one link to all of them', () => {
    const { parts } = partsOf(message([{ type: 'quote', citation: 0 }, { type: 'quote', citation: 1 }], [citation('一件'), { ...citation('三件'), spans: [{ start: 7, end: 9 }] } as AnswerCitation]), 'https://w.example', 300);
    expect(parts).toEqual(['「一件」\n「三件」\n—— 柳泉镇2021年报告 · 一、总体情况\n原文：https://w.example/s/ffffffffffff#c-0-2.7-9']);
  });

  it('names the place of a figure that no quote shows, and links to it', () => {
    const figure: Block = { type: 'text', inlines: ['柳泉镇：', { type: 'cited', text: '两件', citation: 0 }] };
    expect(partsOf(message([figure], [citation('两件')]), 'https://w.example', 300).parts).toEqual(['柳泉镇：两件\n—— 柳泉镇2021年报告 · 一、总体情况\n原文：https://w.example/s/ffffffffffff#c-0-2']);
    expect(partsOf(message([figure, { type: 'quote', citation: 0 }], [citation('两件')]), null, 300).parts[0]!.match(/——/g)).toHaveLength(1);
  });

  it('keeps what is set in with the line before it', () => {
    const item = (n: number): Block => line(`· 第${n}项：${'县级以上人民政府部门'.repeat(6)}\n  还剩若干天，其中工作日若干天`);
    const { parts } = partsOf(message([1, 2, 3, 4, 5, 6].map(item)), null, 200);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.filter((part) => /^\s/.test(part))).toEqual([]);
  });

  it('never cuts the link of a quote that is as long as a message may be', () => {
    const { parts } = partsOf(message([{ type: 'quote', citation: 0 }], [citation('全年办理咨询件，'.repeat(230))]), 'https://w.example', 300);
    expect(parts.at(-1)).toMatch(/原文：https:\/\/w\.example\/s\/f{12}#c-0-\d+(?:\n（.*）)?$/);
    expect(parts.every((part) => length(part) <= 2000)).toBe(true);
  });

  it('numbers choices and keeps what each number stands for', () => {
    expect(partsOf(message([{ type: 'choices', lead: '要问哪一年？', options: ['2020年多少件？', '2021年多少件？'] }]), null, 300)).toEqual({
      parts: ['要问哪一年？\n1. 2020年多少件？\n2. 2021年多少件？\n回复序号即可'],
      options: ['2020年多少件？', '2021年多少件？'],
    });
  });

  it('says in every part but the last that there is more', () => {
    const { parts } = partsOf(message(Array.from({ length: 30 }, (_, i) => line(`第${i + 1}项：办理咨询事项若干件`))), null, 300);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => length(part) <= 300)).toBe(true);
    expect(parts.map((part) => part.split('\n').at(-1))).toEqual(parts.map((_, i) => (i + 1 < parts.length ? `（${i + 1}/${parts.length}，回复“更多”看下文）` : `（${i + 1}/${parts.length}）`)));
  });

  it('keeps a quote whole even where it is longer than a part', () => {
    const quote = '全年办理咨询12345件，其中当面办理678件。'.repeat(30);
    const { parts } = partsOf(message([line('共办理12345件。'), { type: 'quote', citation: 0 }, line('完')], [citation(quote)]), null, 300);
    expect(parts.some((part) => part.includes(`「${quote}」`))).toBe(true);
  });

  it('loses nothing and cuts no number, whatever the answer', () => {
    const text = fc.array(fc.constantFrom('办理', '12345件', '，', '。', '1,234.5', '咨询', '😀', '一二三'), { maxLength: 200 }).map((words) => words.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 10 }), fc.integer({ min: 60, max: 400 }), (texts, limit) => {
        const whole = message(texts.map(line));
        const { parts } = partsOf(whole, null, limit);
        const bare = parts.map((part) => (parts.length === 1 ? part : part.slice(0, part.lastIndexOf('\n'))));
        expect(bare.join('').replaceAll('\n', '')).toBe(whole.text.replaceAll('\n', '').replace(/^空$/, ''));
        expect(parts.every((part) => length(part) <= limit)).toBe(true);
        expect(bare.join('\n').match(NUMBERS)).toEqual(whole.text.match(NUMBERS));
      }),
    );
  });
});
