import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportCitations } from '../../intents/mod.js';
import { deskOver, type Desk } from './assistant-over.js';

const title = (place: string): string => `${place}2021年政府信息公开工作年度报告

一、总体情况

全年发布信息412条。

五、存在的主要问题及改进情况

`;

/** Problems that only semicolons tell apart, measures, and no word about the year to come. */
const WITHOUT_PLAN = `${title('枣林镇')}存在三个方面的问题：公示内容“重两头、轻中间”，施工过程没人讲；村级公示栏有空白；外出务工的人看不到通知。

对照上述不足，镇里作了改进：给12个村配了公示员；每月初把通知发到务工群。
`;

/** The year to come, and nothing done yet. */
const ONLY_PLAN = `${title('乌石乡')}存在的不足：一是解读少，二是答复慢。

下一步，我乡将请司法所逐件把关答复，并在赶集日设讲解台。
`;

/** Neither. */
const ONLY_PROBLEMS = `${title('白沙街道')}存在的不足：一是解读少，二是答复慢。
`;

describe('what is wanting, what was done about it, what is to come', () => {
  let desk: Desk;
  const quoted = async (question: string): Promise<string> => {
    const answer = await desk.ask(question);
    return answer.status === 'answered' ? reportCitations(answer).map(({ quote }) => quote).join('') + answer.text : answer.status;
  };
  beforeAll(async () => {
    desk = await deskOver({ 'zaolin.txt': WITHOUT_PLAN, 'wushi.txt': ONLY_PLAN, 'baisha.txt': ONLY_PROBLEMS });
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['枣林镇下一步打算怎么改', '配了公示员', '没人讲'],
    ['枣林镇这些问题咋整改的', '配了公示员', '没人讲'],
    ['枣林镇怎么弥补这些短板', '配了公示员', '没人讲'],
    ['枣林镇接下来怎么办', '配了公示员', '没人讲'],
    ['枣林镇有啥不足', '· 村级公示栏有空白', '公示员'],
    ['枣林镇还存在哪些毛病', '· 外出务工的人看不到通知', '公示员'],
    ['枣林镇自查出哪几个问题', '村级公示栏有空白', '公示员'],
    ['枣林镇自己找的三条短板是啥', '村级公示栏有空白', '公示员'],
    ['枣林镇自己说哪些地方不行', '村级公示栏有空白', '公示员'],
    ['枣林镇还剩哪几块短板', '村级公示栏有空白', '公示员'],
    ['枣林镇的不足列一列', '村级公示栏有空白', '公示员'],
    ['枣林镇解决了哪些问题', '配了公示员', '没人讲'],
    ['乌石乡下一步打算怎么改', '讲解台', '答复慢'],
    ['乌石乡这些问题咋整改的', '讲解台', '答复慢'],
    ['乌石乡有哪些做得不好的', '答复慢', '讲解台'],
  ])('%s: %s', async (question, words, never) => {
    const text = await quoted(question);
    expect(text).toContain(words);
    expect(text).not.toContain(never);
  });

  it.each(['枣林镇群众反映了哪些问题', '枣林镇督查发现哪三个问题', '枣林镇自查了几次'])('%s: what somebody else found is none of what the report admits', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it.each(['白沙街道下一步打算怎么改', '白沙街道这些问题咋整改的', '白沙街道明年有什么计划', '枣林镇明年有什么计划'])('%s: the report does not say', async (question) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'not_found', reason: 'no_passage' });
  });
});
