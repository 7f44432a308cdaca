import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// Invented, in the manner in which offices tell of requests: nothing at all in words, what goes over to the next year, fees that nobody was charged.
const NONE = `苇塘镇2013年政府信息公开工作年度报告
一、概述
年初、年末两次举办信息公开工作培训，对各站所负责人进行培训。由2人专门负责此项工作，明确了3名兼职人员和工作职责。
二、依申请公开情况
2013年度我镇没有接到村民主动要求公开政府信息的申请。
三、收费情况
我镇在受理依申请公开工作中，未向申请人收取费用。
四、复议、诉讼和申诉情况
未发生针对本单位有关政府信息公开事务的行政复议案、行政诉讼案和有关的申诉案。
`;
const OVER = `临溪县渔业局2022年政府信息公开工作年度报告
一、总体情况
全年共收到政府信息公开申请14件，全部为自然人提交，均已登记，全部答复，其中予以公开8件，部分公开3件。
另有3件转入2023年。
`;
const ONLINE = `石浦区园林局2022年政府信息公开工作年度报告
一、总体情况
（一）依申请公开
全年未收到网上申请。停车场收取费用12万元，依申请公开未收取任何费用。
`;
const SHARE = `杨桥乡2011年政府信息公开报告
一、主动公开
全乡累计主动公开政府信息70条。其中，网上公开信息20条，所占比例为28%。
`;

const PEOPLE = `槐荫县盐务局2022年政府信息公开工作年度报告
一、监督保障
局党组书记、局长谷云山任领导小组组长，局办公室主任段小雨分管日常工作。成立了以局长谷云山为组长的领导小组。
`;
const BESIDE = `柳湾乡2021年政府信息公开工作年度报告
一、监督保障
领导小组组长蒋文和，副组长高敏、段伟。全年培训4期。
`;

const MADE = `沙溪区港务局2015年政府信息公开工作年度报告
一、概述
本年度共制作政府信息96条，其中主动公开61条，依申请公开4条，不予公开31条。
二、行政复议和诉讼情况
全年没有发生有关政府信息公开事务的行政复议申请。尚未有因政府信息公开而提起诉讼的情况。
`;

describe('requests as offices tell of them', () => {
  const desk = openDesk({ 'none.txt': NONE, 'over.txt': OVER, 'online.txt': ONLINE, 'share.txt': SHARE, 'people.txt': PEOPLE, 'beside.txt': BESIDE, 'made.txt': MADE });

  it.each<[string, number]>([
    ['苇塘镇收到几件申请', 0],
    ['苇塘镇收费多少', 0],
    ['苇塘镇行政复议几件', 0],
    ['苇塘镇申诉几件', 0],
    ['苇塘镇培训了几次', 2],
    ['苇塘镇兼职人员几名', 3],
    ['临溪县渔业局收到几件申请', 14],
    ['临溪县渔业局答复几件', 14],
    ['临溪县渔业局结转下年度几件', 3],
    ['石浦区园林局网上申请几件', 0],
    ['沙溪区港务局行政复议几件', 0],
    ['沙溪区港务局诉讼几件', 0],
  ])('%s', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it.each([
    // A post with nothing but names behind it, a name that ends like a joint, and somebody whose own office is asked for.
    ['柳湾乡哪个当组长', '蒋文和'],
    ['柳湾乡副组长是哪些人', '高敏、段伟'],
    ['槐荫县盐务局局长是谁', '谷云山'],
  ])('%s', async (question, name) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', name]);
  });

  it.each([
    '槐荫县盐务局副局长是谁',
    // That nobody asked on line says nothing of all who asked.
    '石浦区园林局收到几件申请',
    // One charge denied and another told.
    '石浦区园林局收费多少',
    '苇塘镇专职人员几名',
    // What is open on request is no request.
    '沙溪区港务局收到几件申请',
    '临溪县渔业局上年结转几件',
  ])('%s: is not answered', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
