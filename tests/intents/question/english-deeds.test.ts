import { describe, expect, it } from 'vitest';
import { fold } from '../../../index/mod.js';
import { loadSegmenter } from '../../../index/text/mod.js';
import { saysAnotherDeed } from '../../../intents/question/deed-asked.js';
import { englishTerms } from '../../../intents/question/english.js';
import { explain } from '../../../intents/question/explain.js';
import { facetsOfTerms, facetsOfWords, type Facets } from '../../../intents/question/facets.js';
import { glossed, prints, says } from '../../../intents/question/glossed.js';
import { chineseTerms, type Cut, type Term } from '../../../intents/question/terms.js';

const cut: Cut = (text) => loadSegmenter().segment(text);
const asked = (question: string): Term[] => englishTerms(question.toLowerCase(), []);
const labelled = (label: string): Facets => facetsOfWords({ own: facetsOfTerms(chineseTerms(fold(label).text, cut)), inherited: [], ownText: fold(label).text, inheritedText: '' });
const left = (question: string, label: string): string[] => explain(asked(question), labelled(label)).unexplained.map(({ text }) => text);

describe('English words are explained by what a label prints', () => {
  it.each([
    ['How many calls did the 12333 hotline answer?', '12333热线接听来电'],
    ['How much in unpaid wages was recovered for migrant workers?', '为农民工追回工资'],
    ['How many people attended the bench meetings?', '参加板凳会'],
    ['How many river-chief signboards were put up?', '新立河长公示牌'],
    ['How many home loans were granted?', '发放个人住房贷款'],
    ['How many events did the grid workers report?', '网格员上报事件'],
    ['How many cases did the public security bureau take?', '公安局受理案件'],
    ['How many documents were declared invalid?', '文件宣布失效'],
  ])('%s: %s', (question, label) => {
    expect(left(question!, label!)).toEqual([]);
  });

  it.each([
    ['How many residents were vaccinated?', '居民投诉', 'vaccinated'],
    ['How many tutoring institutions were put on the blacklist?', '校外培训机构列入白名单', 'blacklist'],
    ['How many social security cards were replaced?', '新制发社会保障卡', 'replaced'],
    ['How many disputes were successfully mediated?', '调解纠纷', 'successfully'],
    ['How many tractors were sold?', '补贴拖拉机', 'sold'],
    ['How many documents were declared invalid?', '文件废止', 'declared invalid'],
    ['How many requests did the district government itself receive?', '全区新收申请', 'the district government itself'],
  ])('%s is not said by %s', (question, label, word) => {
    expect(left(question, label)).toContain(word);
  });
});

describe('a deed that the label does not tell', () => {
  it.each<[string, string, boolean]>([
    ['How many wages were paid?', '追回工资', true],
    ['How many wages were paid?', '工资', false],
    ['How many complaints were accepted?', '受理投诉', false],
    ['How many meetings were held?', '召开会议', false],
    ['How many tractors were sold?', '拖拉机补贴', false],
    ['How many tractors were sold?', '修缮拖拉机', true],
    ['How many tickets were received?', '工单按期办结', true],
    ['How many tickets were received?', '转来工单', false],
  ])('%s against %s: %s', (question, label, expected) => {
    const terms = asked(question);
    const facets = labelled(label);
    expect(saysAnotherDeed(terms, facets, explain(terms, facets), false, (word) => loadSegmenter().isVerb(word))).toBe(expected);
  });
});

describe('words of a gloss in a text', () => {
  const gloss = { of: 'en' as const, senses: [], words: ['桥', '来电'], endings: ['会'], kinds: [], butNot: ['断桥路'], concept: null, weight: null, isDeed: false, mayBeDeed: false };

  it.each<[string, boolean]>([
    ['接听来电', true],
    ['板凳会召开', true],
    ['会议', false],
    ['接听', false],
  ])('%s: %s', (text, expected) => {
    expect(says(gloss, text)).toBe(expected);
  });

  it.each<[string, readonly string[], readonly string[], readonly string[], boolean]>([
    ['exports', ['出口'], ['进出口'], ['进出口', '总额'], false],
    ['exports', ['出口'], ['进出口'], ['出口', '总额'], true],
    ['exports beside both', ['出口'], ['进出口'], ['进出口', '和', '出口'], true],
    ['started', ['开工'], [], ['公开', '工作'], false],
    ['started', ['开工'], [], ['项目', '开工'], true],
    ['mediated', ['调解'], [], ['协调', '解决'], false],
    ['civil affairs', ['民政'], [], ['市人民政府', '文件'], false],
    ['civil affairs', ['民政'], [], ['民政局', '文件'], true],
    ['qualified', ['合格'], [], ['不合格', '样品'], false],
    ['qualified', ['合格'], [], ['合格', '样品'], true],
    ['hired', ['聘用'], [], ['拟聘', '用', '教师'], false],
    ['hired', ['聘用'], [], ['聘用', '教师'], true],
    ['out of date', ['过期'], [], ['撤', '下过', '期', '信息'], true],
  ])('%s: %j but not %j of %j: %s', (_, words, butNot, cut, expected) => {
    const facets = cut.map((text) => ({ text, concepts: ['some'], weight: 1 }));
    const label = cut.join('');
    expect(glossed({ ...gloss, words, endings: [], butNot }, facets, label).length > 0 || prints({ ...gloss, words, butNot }, label, facets)).toBe(expected);
  });

  it('finds a word that the label parts with a blank, and leaves single characters of known words alone', () => {
    const facet = (text: string, concepts: readonly string[] = []): Facets['own'][number] => ({ text, concepts, weight: 1 });
    expect(glossed(gloss, [facet('接'), facet('来'), facet('电')], '接 来 电')).toEqual([1, 2]);
    expect(glossed(gloss, [facet('竹溪桥', ['township'])], '竹溪桥')).toEqual([]);
    expect(glossed(gloss, [facet('铁索桥')], '铁索桥')).toEqual([0]);
    expect(glossed(gloss, [facet('')], '')).toEqual([]);
  });
});
