import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// Invented: what is to come stands under a title that opens with the problems, and in a sentence that names nothing but the year.
const TOWN = `沭阴县桑埠镇2016年政府信息公开工作年度报告

一、概述
主动公开信息310条。举办培训3期。全镇设阅览点5个。

二、存在的问题及2017年打算
存在的问题：一是更新拖拉；二是人手少。
2017年，一是新增村级阅览点4个；二是举办培训不少于6期；三是力争全年主动公开信息达到400条；四是开通公众号，力争年内发布图文不少于90篇。
`;
const STREET = `沭阴县河沿街道2024年政府信息公开工作年度报告

一、总体情况
“楼下说事”办了18场。

二、存在的主要问题及改进情况
问题：宣传少。2025年，街道将再增设服务角2个，“楼下说事”不少于24场。
`;

describe('plans for the year that is named', () => {
  const town = openDesk({ 'town.txt': TOWN });
  const street = openDesk({ 'street.txt': STREET });

  it.each<[string, number]>([
    ['明年要公开到多少条', 400],
    ['明年要主动公开多少条', 400],
    ['2017年打算办几期培训', 6],
    ['2017年培训至少几期', 6],
    ['阅览点打算新增几个', 4],
    ['公众号计划一年最少发多少篇', 90],
    ['主动公开信息的目标定到多少条', 400],
  ])('%s: %d', async (question, value) => {
    const answer = await town.ask(question);
    expect([answer.status, answer.intent, answer.value], answer.text).toEqual(['answered', 'planned', value]);
  });

  it.each<[string, number]>([
    ['25年楼下说事至少几场', 24],
    ['明年再添几个服务角', 2],
    ['服务角来年再建几个', 2],
  ])('%s: %d', async (question, value) => {
    const answer = await street.ask(question);
    expect([answer.status, answer.intent, answer.value], answer.text).toEqual(['answered', 'planned', value]);
  });

  it.each<[string, number]>([
    ['2016年主动公开信息多少条', 310],
    ['2016年举办培训几期', 3],
    ['阅览点一共几个', 5],
  ])('%s: %d was done', async (question, value) => {
    expect(await town.ask(question)).toMatchObject({ status: 'answered', intent: 'figure-lookup', value });
  });

  it.each(['2016年培训至少几期', '明年要招多少人', '2017年短视频至少几部'])('%s: nothing of the kind is planned', async (question) => {
    const answer = await town.ask(question);
    expect(answer.status === 'answered' && answer.intent === 'planned', answer.text).toBe(false);
  });
});
