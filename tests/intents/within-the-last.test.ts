import { describe, expect, it } from 'vitest';
import { talksAt } from './assistant-over.js';
import { openDesk } from './open-desk.js';

// Invented: kinds that are told of a whole and of each place, classes called by their number, two deeds of one name, one word in two figures.
const TOWN = `汀河县蒲塘镇人民政府2022年政府信息公开工作年度报告
一、总体情况
全镇共办理便民事项900件（受理640件，咨询260件），其中镇中心办理500件（受理350件，咨询150件），村站办理400件（受理290件，咨询110件）。
公布低保对象150户，其中一类30户、二类50户、三类70户。
本年收到政府信息公开申请6件，当年办结6件。
承接12345热线转来工单80件，已办结78件。
聘请社会监督员12名，其中人大代表4名、政协委员3名、村民代表5名。办理政协委员提案2件。
三个场馆全年接待9000人次，其中图书馆5000人次、文化馆4000人次。美术馆网页全年更新7次。
全年发生行政复议1件，复议机关维持了我镇答复；行政诉讼0件。
征求意见40条，采纳10条。
`;

const desk = openDesk({ 'town.txt': TOWN });
const talk = talksAt(() => desk);
const last = async (questions: readonly string[]): Promise<{ status: string; value: unknown; text: string }> => (await talk(...questions)).at(-1)!;

describe('a part of the last answer', () => {
  it.each<[string[], number]>([
    [['便民事项办了多少件', '那咨询呢', '里头村站占的那部分是多少'], 110],
    [['便民事项办了多少件', '那咨询呢', '里面镇中心的呢'], 150],
    [['便民事项办了多少件', '那咨询呢', '村站呢'], 400],
    [['低保对象多少户', '其中一类的'], 30],
    [['低保对象多少户', '其中一类的', '二类呢'], 50],
    [['12345工单几件', '办结了几件'], 78],
    [['收到公开申请几件', '办结了几件'], 6],
    [['监督员几名', '人大代表几个', '政协的呢'], 3],
    [['图书馆接待多少人次', '那文化馆呢'], 4000],
  ])('%j is %d', async (questions, value) => {
    const answer = await last(questions);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', value]);
  });

  it.each<[string[]]>([
    [['图书馆接待多少人次', '那文化馆呢', '美术馆呢']],
    [['不知哪家书店接待多少人次', '那影剧院呢', '美术馆呢']],
    [['低保对象多少户', '四类呢']],
  ])('%j is refused', async (questions) => {
    const answer = await last(questions);
    expect(answer.status, answer.text).not.toBe('answered');
  });
});

describe('a rate of what is told', () => {
  it('is worked out of a figure that says its deed', async () => {
    const answer = await last(['意见采纳率是多少']);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', 25]);
  });

  it('is none of a figure beside which something else was upheld', async () => {
    const answer = await last(['诉讼胜诉率多少']);
    expect(answer.status, answer.text).not.toBe('answered');
  });
});
