import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const OAK = `云岭县人民政府2023年政府信息公开工作年度报告
一、总体情况
（一）考核情况。全年考核46个单位，优秀12个，良好29个，一般5个。县政务公开办公室主任由陈岚担任。
（二）场所建设。县档案馆、图书馆设立政府信息查阅点2个，接待查阅1340人次。实施村级道路硬化项目14个、涉及农户2100户。
（三）重点领域。惠民补贴覆盖12个乡镇。村级文化广场建设7处。
五、存在的主要问题及改进情况
存在的问题：一是解读形式单一；二是专职人员偏少；三是栏目更新偏慢。
下一步：一是丰富解读；二是配齐人员；三是盯紧栏目；四是加强考核；五是开展培训。
六、其他需要报告的事项
无。`;

const desk = openDesk({ 'oak.txt': OAK });

describe('names are wanted', () => {
  test.each(['考核一般的单位是哪五个', '良好的是哪二十九家', '优秀单位是哪12个'])('%s: that there are so many is no answer', async (question) => {
    const { status, text } = await desk.ask(question);
    expect([status, text.includes('—— ')]).toEqual(['not_found', false]);
  });
});

describe('a list as long as asked for', () => {
  test.each([
    ['问题在哪三个方面', '专职人员偏少', '盯紧栏目'],
    ['下一步要做哪五件事', '盯紧栏目', '专职人员偏少'],
  ])('%s', async (question, said, other) => {
    const { status, text } = await desk.ask(question);
    expect([status, text.includes(said), text.includes(other)]).toEqual(['answered', true, false]);
  });
});

describe('one of those who share a number', () => {
  test.each(['县图书馆接待查阅多少人次', '县档案馆接待多少人次'])('%s: not told', async (question) => expect((await desk.ask(question)).value).toBeNull());
  test('both of them', async () => expect((await desk.ask('县档案馆和图书馆接待查阅多少人次')).value).toBe(1340));
});

describe('another noun than the one that is counted', () => {
  test.each(['道路硬化项目涉及几个村', '文化广场建设几个村'])('%s: not told', async (question) => expect((await desk.ask(question)).value).toBeNull());
  test.each([
    ['村级道路硬化项目几个', 14],
    ['道路硬化项目涉及多少农户', 2100],
    ['惠民补贴覆盖几个乡镇', 12],
    ['建了几处村级文化广场', 7],
  ])('%s: %d', async (question, value) => expect((await desk.ask(question)).value).toBe(value));
});
