import { describe, expect, it } from 'vitest';
import { preferred } from '../../../../src/channels/web/reader.js';

describe('the language a browser prefers', () => {
  it.each([
    ['', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['de,en;q=0.7,zh;q=0.9', 'zh'],
    ['fr-FR', 'zh'],
    ['en;q=0,zh;q=0.1', 'zh'],
    ['EN-us', 'en'],
    [';;q=,,,', 'zh'],
  ])('%j → %s', (header, lang) => {
    expect(preferred(header)).toBe(lang);
  });
});
