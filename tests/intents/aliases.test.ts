import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aliasProblem, type Alias } from '../../intents/mod.js';
import { openDesk } from './open-desk.js';

const MENGLAI = readFileSync(new URL('../../samples/menglai-2020.txt', import.meta.url));
const held: { now: readonly Alias[] } = { now: [] };
const desk = openDesk({ 'menglai-2020.txt': MENGLAI }, { aliases: { held: () => Promise.resolve(held.now) } });

const SHOP: Alias = { phrase: '小铺', metric: 'prose.service.centre.total' };
const asked = async (question: string, ...aliases: readonly Alias[]): Promise<unknown> => {
  held.now = aliases;
  const { status, value } = await desk.ask(question);
  return status === 'answered' ? value : status;
};

describe('an alias is understood as the words of its metric', () => {
  it.each<[string, Alias, string, unknown]>([
    ['a figure of a sentence', SHOP, '小铺办了多少件', 1988],
    ['with nothing else said', SHOP, '小铺多少件', 1988],
    ['a part of what it names', SHOP, '小铺咨询了多少件', 1047],
    ['two sides', SHOP, '村站比小铺多多少件', 103],
    ['in English', { ...SHOP, phrase: 'the little shop' }, 'How many items did the little shop handle?', 1988],
    ['full width, blanks, case', { ...SHOP, phrase: 'ＶＲ 厅' }, 'vr厅办了多少件', 1988],
    ['a known word that says the same', { ...SHOP, phrase: '服务大厅' }, '服务大厅多少件', 1988],
    ['a cell of a table', { phrase: '敲门要件', metric: 'req.new.total' }, '敲门要件有多少件', 0],
  ])('%s', async (_, alias, question, value) => {
    expect(await asked(question, alias)).toBe(value);
  });

  it('what was refused before is answered, and refused again when the alias is gone', async () => {
    const turns = [await asked('窗口小铺办了多少件'), await asked('窗口小铺办了多少件', { ...SHOP, phrase: '窗口小铺' }), await asked('窗口小铺办了多少件')];
    expect(turns).toEqual(['not_found', 1988, 'not_found']);
  });

  it.each([
    ['another unit', '小铺有多少元'],
    ['a narrower question than the figure says', '小铺网上办了多少件'],
    ['another year', '小铺2018年办了多少件'],
    ['another place', '云台镇小铺办了多少件'],
  ])('and answers nothing else: %s', async (_, question) => {
    expect(['not_found', 'out_of_scope']).toContain(await asked(question, SHOP));
  });

  it('leaves longer words of the lexicon alone', async () => {
    const question = '村站办理多少件';
    expect(await asked(question, { phrase: '站办', metric: 'prose.villages' })).toBe(await asked(question));
  });

  it('cites what it would cite without it', async () => {
    held.now = [SHOP];
    const byAlias = await desk.ask('小铺办了多少件');
    const byName = await desk.ask('乡为民服务中心办理多少件');
    expect(byAlias.citations).toEqual(byName.citations);
    expect(byAlias.question).toBe('小铺办了多少件');
  });
});

describe('what may be an alias', () => {
  const problem = async (phrase: string, metric: string, aliases: readonly Alias[] = [SHOP]) => {
    const found = aliasProblem(phrase, metric, { held: aliases, cards: await desk.held.library.reports(), cut: (text) => desk.held.library.segment(text) });
    return found && [found.code, found.with];
  };

  it.each<[string, string, readonly [string, string | null] | null]>([
    ['窗口小铺', 'prose.service.centre.total', null],
    ['服务大厅', 'prose.service.centre.total', null],
    ['snuggery of the town', 'prose.service.centre.total', null],
    ['镇便民服务中心', 'prose.service.centre.total', null],
    ['小铺子', 'no.such.metric', ['unknown-metric', null]],
    ['铺', 'prose.villages', ['phrase-too-short', null]],
    ['——', 'prose.villages', ['phrase-too-short', null]],
    ['铺'.repeat(41), 'prose.villages', ['phrase-too-long', null]],
    ['小铺', 'prose.service.centre.total', ['collides-with-alias', 'prose.service.centre.total']],
    [' 小 铺 ', 'prose.villages', ['collides-with-alias', 'prose.service.centre.total']],
    ['勐来乡铺子', 'prose.villages', ['phrase-is-organisation', '勐来乡']],
    ['多少件', 'prose.villages', ['phrase-asks', null]],
    ['哪个村', 'prose.villages', ['phrase-asks', null]],
    ['2020年的村', 'prose.villages', ['phrase-asks', null]],
    ['办理', 'prose.service.centre.total', ['phrase-says-too-little', null]],
    ['村站', 'prose.service.centre.total', ['collides-with-metric', 'prose.service.village.total']],
    ['行政处罚', 'prose.service.centre.total', ['collides-with-concept', 'penalty']],
  ])('%s = %s', async (phrase, metric, expected) => {
    expect(await problem(phrase, metric)).toEqual(expected);
  });
});
