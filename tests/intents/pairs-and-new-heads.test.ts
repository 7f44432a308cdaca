import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// Invented: two offices and a sub-district that are called by half a name, and people who took a post over.
const EDUCATION = `汀河县教育局2022年政府信息公开工作年度报告
一、总体情况
主动公开信息500条。危房校舍改造补助120万元。领导小组由局长甘立言任组长，副局长陶知行任副组长。
`;
const WATER = `汀河县水务局2022年政府信息公开工作年度报告
一、总体情况
局党组书记、局长祁山任领导小组组长，分管副局长鲁一鸣任副组长，副局长卫青任成员。
`;
const BRIDGE = `汀河县桥头街道办事处2022年政府信息公开工作年度报告
一、总体情况
街道党工委书记闵正平、办事处主任秋实共同研究部署，纪工委书记白露负责监督。
`;
const TRANSPORT = `汀河县交通运输局2022年政府信息公开工作年度报告
一、总体情况
主动公开信息200条。因人事变动，领导小组组长由新任局长穆远山担任，副组长由谷雨声担任。
`;
const STREET = `汀河县望江街道办事处2022年政府信息公开工作年度报告
一、总体情况
主动公开信息90条。辖6个社区。
`;

const desk = openDesk({ 'education.txt': EDUCATION, 'transport.txt': TRANSPORT, 'street.txt': STREET, 'water.txt': WATER });

describe('two bodies that are set side by side by half their names', () => {
  it.each<[string, number | string]>([
    ['教育和交通主动公开信息一共多少条', 700],
    ['教育跟交通，谁主动公开信息多', '教育局'],
    ['主动公开信息，街道比教育局少多少条', 410],
    ['主动公开信息最少的局是谁', '交通运输局'],
    ['哪个局主动公开信息最多', '教育局'],
  ])('%s', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, String(answer.value).replace('-', '').includes(String(value))], answer.text).toEqual(['answered', true]);
  });

  it.each(['教育和医疗主动公开信息一共多少条', '街道和社区一共多少条', '教育和培训哪个多'])('%s names no two that are held', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.status, answer.text).not.toBe('answered');
  });
});

describe('whoever heads the body, and whoever took a post over', () => {
  it.each<[string, string]>([
    ['教育局一把手是谁', '甘立言'],
    ['交通局的一把手叫什么', '穆远山'],
    ['交通局调整以后副组长换成谁了', '谷雨声'],
    ['交通局换了人以后组长是谁', '穆远山'],
    ['教育局现任副组长是谁', '陶知行'],
    ['教育局分管的副局长、副组长叫什么', '陶知行'],
    ['水务局分管的副局长是谁', '鲁一鸣'],
  ])('%s', async (question, name) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', name]);
  });

  it.each(['望江街道一把手是谁', '教育局分管的副局长是谁', '水务局分管的科长是谁', '教育局新任书记是谁', '交通局原来的局长是谁'])('%s is not told', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.status, answer.text).not.toBe('answered');
  });
});

describe('the secretary of a sub-district', () => {
  const street = openDesk({ 'bridge.txt': BRIDGE });

  it.each(['街道书记是谁', '书记叫什么', '街道党工委书记是谁'])('%s', async (question) => {
    expect(await street.ask(question)).toMatchObject({ status: 'answered', value: '闵正平' });
  });

  it.each(['副书记是谁', '社区书记是谁'])('%s is another', async (question) => {
    expect((await street.ask(question)).status).not.toBe('answered');
  });
});
