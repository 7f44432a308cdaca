import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerCitation, Block, Inline } from '../../../intents/mod.js';
import type { Message } from '../../../src/render/message.js';
import { slackBlocks } from '../../../src/render/slack-blocks.js';
import { refusals, textsIn } from './slack-payload.js';

const PUBLIC = 'https://wenbao.example';

function citation(quote: string, title = '柳泉镇2021年政府信息公开工作年度报告'): AnswerCitation {
  return { kind: 'report', report: 'liuquan-2021', source: 'f'.repeat(64), org: '柳泉镇', year: 2021, title, path: ['一、总体情况'], quotes: [quote], quote, spans: [{ start: 5, end: 5 + quote.length }] };
}

function message(blocks: readonly Block[], citations: readonly AnswerCitation[] = [], text = '答案'): Message {
  return { lang: 'zh', status: 'answered', blocks, citations, text, answerId: null };
}

const cited = (text: string, index = 0): Inline => ({ type: 'cited', text, citation: index });

describe('slackBlocks', () => {
  it('shows the figure bold, the quote, where it stands and a link to the place', () => {
    const shown = slackBlocks(message([{ type: 'text', inlines: ['办理', cited('2091件'), '。'] }, { type: 'quote', citation: 0 }], [citation('村为民服务站办理2091件')], '办理2091件。'), PUBLIC);
    expect(shown).toEqual({
      text: '办理2091件。',
      blocks: [
        { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '办理' }, { type: 'text', text: '2091件', style: { bold: true } }, { type: 'text', text: '。' }] }] },
        { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: '村为民服务站办理2091件' }] }] },
        {
          type: 'context',
          elements: [
            { type: 'plain_text', text: '柳泉镇2021年政府信息公开工作年度报告 · 一、总体情况', emoji: false },
            { type: 'mrkdwn', text: `<${PUBLIC}/s/ffffffffffff#c-5-18|打开原文>`, verbatim: true },
          ],
        },
      ],
    });
  });

  it('names the place of a figure that no quote shows, once', () => {
    const { blocks } = slackBlocks(message([{ type: 'text', inlines: [cited('3件'), '，', cited('4件', 1)] }], [citation('3件'), citation('4件')]), null);
    expect(blocks.filter(({ type }) => type === 'context')).toHaveLength(1);
  });

  it('names the place of quotes that follow each other once, however many there are', () => {
    const many = Array.from({ length: 25 }, (_, i): AnswerCitation => ({ ...citation(`第${i}句`), spans: [{ start: i * 10, end: i * 10 + 3 }] }) as AnswerCitation);
    const { blocks } = slackBlocks(message(many.map((_, i): Block => ({ type: 'quote', citation: i })), many), PUBLIC);
    expect(blocks.filter(({ type }) => type === 'rich_text')).toHaveLength(25);
    expect(blocks.filter(({ type }) => type === 'context')).toHaveLength(3);
    expect(blocks.at(-1)).toMatchObject({ type: 'context', elements: [{ text: '柳泉镇2021年政府信息公开工作年度报告 · 一、总体情况' }, { text: `<${PUBLIC}/s/ffffffffffff#c-${[200, 210, 220, 230, 240].map((at) => `${at}-${at + 3}`).join('.')}|打开原文>` }] });
  });

  it('shares a block between the lines of a list', () => {
    const { blocks } = slackBlocks(message(Array.from({ length: 60 }, (): Block => ({ type: 'text', inlines: ['一行'] }))), null);
    expect(blocks).toHaveLength(1);
    expect(textsIn(blocks).join('').split('\n')).toHaveLength(60);
  });

  it('offers choices as buttons, and numbers those that are too long for one', () => {
    const short = slackBlocks(message([{ type: 'choices', lead: '要问哪一年？', options: ['2020年办理多少件？', '2021年办理多少件？'] }]), null).blocks;
    expect(short.at(-1)).toMatchObject({ type: 'actions', elements: [{ value: '2020年办理多少件？', action_id: 'ask:0', text: { text: '2020年办理多少件？' } }, { action_id: 'ask:1' }] });
    const long = `${'很长的问题'.repeat(20)}？`;
    const numbered = slackBlocks(message([{ type: 'choices', lead: '要问哪一个？', options: [long, '短的？'] }]), null).blocks;
    expect(numbered.at(-1)).toMatchObject({ type: 'actions', elements: [{ value: long, text: { text: '1' } }, { value: '短的？', text: { text: '2' } }] });
    expect(textsIn(numbered).join('')).toContain(`1. ${long}`);
  });

  it('asks what people think of an answer, and of nothing else', () => {
    const answered: Message = { ...message([{ type: 'text', inlines: ['好'] }]), answerId: 'a1' };
    expect(slackBlocks(answered, null).blocks.at(-1)).toMatchObject({ type: 'actions', elements: [{ action_id: 'feedback:helpful', value: 'a1' }, { action_id: 'feedback:unhelpful', value: 'a1' }] });
    expect(slackBlocks({ ...answered, status: 'not_found' }, null).blocks).toHaveLength(1);
  });

  it('shows a message without blocks as its text', () => {
    expect(textsIn(slackBlocks(message([], [], '第一行\n第二行'), null).blocks).join('')).toBe('第一行\n第二行');
  });

  it.each(['<!channel> 注意', '<@U012AB3CD>', '<https://evil.example|点这里>', '*粗* _斜_ ~删~ `码`', ':tada: &amp; <script>alert(1)</script>', '<!here|公告> &lt;!everyone&gt;'])('lets no markup of a report act: %s', (hostile) => {
    const { blocks, text } = slackBlocks(message([{ type: 'text', inlines: [cited(hostile), hostile] }, { type: 'quote', citation: 0 }, { type: 'choices', lead: hostile, options: [hostile] }], [citation(hostile, hostile)], hostile), PUBLIC);
    // Shown as written, and only where Slack reads no markup: in rich text and plain text.
    expect(textsIn(blocks).filter((shown) => shown === hostile || shown === `1. ${hostile}`).length).toBeGreaterThanOrEqual(5);
    expect(markdownIn(blocks).every((shown) => /^<https:\/\/wenbao\.example\/[^<>|]+\|打开原文>$/.test(shown))).toBe(true);
    expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
  });

  it('splits a long quote over blocks without losing a character, and leaves out whole what does not fit', () => {
    const sentence = '全年办理咨询12345件，其中当面办理678件。';
    const quote = sentence.repeat(150);
    const split = slackBlocks(message([{ type: 'quote', citation: 0 }], [citation(quote)]), null);
    expect(refusals(split)).toEqual([]);
    expect(textsIn(split.blocks.filter(({ type }) => type === 'rich_text')).join('')).toBe(quote);
    const tooLong = slackBlocks(message([{ type: 'quote', citation: 0 }], [citation(sentence.repeat(600))]), PUBLIC);
    expect(refusals(tooLong)).toEqual([]);
    expect(textsIn(tooLong.blocks).join('')).toContain('引文太长');
    expect(textsIn(tooLong.blocks).join('')).not.toContain('12345');
  });

  it('keeps within every limit, whatever comes, and says so when something is left out', () => {
    const text = fc.oneof(fc.string({ maxLength: 200 }), fc.constantFrom('件'.repeat(2999), '<&>'.repeat(2000), '2091'.repeat(900), '😀'.repeat(3500), '字。'.repeat(8000)));
    const inline = fc.oneof(text, text.map((words) => cited(words)));
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.array(inline, { maxLength: 5 }).map((inlines): Block => ({ type: 'text', inlines })),
      fc.integer({ min: 0, max: 2 }).map((index): Block => ({ type: 'quote', citation: index })),
      fc.tuple(text, fc.array(text, { maxLength: 60 })).map(([lead, options]): Block => ({ type: 'choices', lead, options })),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 80 }), fc.tuple(text, text, text), text, (blocks, quotes, whole) => {
        const shown = slackBlocks({ ...message(blocks, quotes.map((quote) => citation(quote || '空')), whole || '空'), answerId: 'a1' }, PUBLIC);
        expect(refusals(shown)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('says that it left something out', () => {
    const many = slackBlocks(message(Array.from({ length: 400 }, (): Block => ({ type: 'text', inlines: ['很多很多很多很多很多很多很多很多很多很多的内容'] }))), null);
    expect(textsIn(many.blocks).at(-1)).toContain('余下部分未显示');
  });
});

function markdownIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(markdownIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, text, elements } = node as { type?: unknown; text?: unknown; elements?: unknown };
  return [...(type === 'mrkdwn' && typeof text === 'string' ? [text] : []), ...markdownIn(elements), ...markdownIn(typeof text === 'object' ? text : null)];
}
