import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnswerCitation } from '../../../intents/mod.js';
import { frontWord, noticeOf } from '../../../src/front/words.js';

const WORDS = JSON.parse(readFileSync(new URL('../../../src/front/words.json', import.meta.url), 'utf8')) as Record<string, Record<'zh' | 'en', string>>;
const slotsIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).toSorted();

describe('words of the front', () => {
  it.each(Object.entries(WORDS))('%s has the same slots in both languages', (_, { zh, en }) => {
    expect(slotsIn(zh)).toEqual(slotsIn(en));
  });

  it('fills slots, and throws where one is lacking', () => {
    expect(frontWord('en', 'workbookSent', { name: 'a.xlsx' })).toBe('a.xlsx was uploaded.');
    expect(() => frontWord('en', 'workbookSent')).toThrow(/needs \{name\}/);
  });
});

describe('a notice', () => {
  const citation = { kind: 'report', quote: '新收\n5件' } as AnswerCitation;

  it('is its lines and quotes, with quotes on one line in the plain text', () => {
    const notice = noticeOf('zh', ['一行', { quote: 0 }], [citation]);
    expect(notice.text).toBe('一行\n“新收 5件”');
    expect(notice.blocks.map(({ type }) => type)).toEqual(['text', 'quote']);
    expect([notice.status, notice.answerId]).toEqual(['notice', null]);
  });

  it('lets nothing through that would act on readers', () => {
    expect(noticeOf('zh', ['甲\u202e乙']).text).toBe('甲乙');
  });
});
