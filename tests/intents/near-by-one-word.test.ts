import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';

// An invented district whose sentences stand one word away from what is asked.
const DISTRICT = `泓川区人民政府2021年政府信息公开工作年度报告

一、总体情况

（一）公开。区政府及区政府办公室文件 97 件，标注主动公开的 71 件。全区各街道、各部门合计公布信息 2.6 万条。审核信息 540 条，对拟公开的 318 条信息逐条作保密审查，暂缓公开 13 条。

（二）申请。全区新收申请 318 件，办结 309 件。区政府本级新收 47 件，办结 45 件。区长信箱收到群众来信 2207 件，按期办结 2190 件。

（三）来访。受理居民来电来信来访共计 402 件次，其中来电 260 个，来信 57 封，来访 85 批次。涉及低保核查的 8 件，涉及殡葬的 3 件。维修供水管网项目 27 个，涉及里程 88.5 公里，其中老旧小区管网 41 公里。为商户挽回经济损失 64.3 万元。

（四）平台。聘请监督员 9 名（人大代表 4 名，村民代表 5 名）。门户网站公开各类信息 214 条，其中通知公告 27 条，其余为政策文件；快手号发布短视频 46 条。办理中电话沟通 30 余次，延期答复 2 件。印制《办事明白纸》2300 份，入户发放 1900 份，其余存放在社区备取。

五、存在的主要问题及改进情况

公开不够及时，21 个老旧小区改造项目中有 5 个未公开验收结果。

改进：建立更新台账，每两周检查一次；制作“方言讲政策”广播 16 期；安排 3 名同志值守后台。

六、其他需要报告的事项

无。
`;

// What came in counts what came over.
const STREET = `桐梓街道2022年政府信息公开工作年度报告

一、总体情况

（一）申请。全年受理依申请公开 14 件（含上年转来 3 件），均在规定期限内答复，其中予以公开 9 件。

（二）培训。建成公开栏 12 块，共投入 7.4 万元，其中区级补助 5.1 万元，街道自筹 2.3 万元。举办培训班两期，七十六人次参加。回收评议问卷 88 份。

六、其他需要报告的事项

无。
`;

describe('what stands one word away', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver({ 'hongchuan.txt': DISTRICT, 'tongzi.txt': STREET });
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it.each([
    // One of two bodies that are counted together.
    '泓川区区政府办公室文件多少件',
    // One of those whose number is summed up.
    '泓川区各部门公布信息多少条',
    // Another deed.
    '桐梓街道发出去的问卷是多少份',
    '桐梓街道发放评议问卷多少份',
    '泓川区发出申请几件',
    '泓川区区长信箱发出群众来信多少件',
    // All there is, not what was worked on.
    '泓川区供水管网总里程多少公里',
    // What was lost, not what was got back.
    '泓川区商户损失多少',
    // Households are no cases about them.
    '泓川区低保户有多少',
    '泓川区通过保密审查的几条',
    '泓川区依申请公开政府信息多少条',
    // The number itself is known.
    '泓川区哪五个项目没公开验收结果',
    // Not of the same kind.
    '泓川区监督员里企业代表几名',
    'How many cartoons did Hongchuan District publish?',
    // Said of something else in the sentence, or in the title.
    '泓川区政策文件公开几条',
    '泓川区电话申请几件',
    // What the sentence goes on to say is another deed.
    '泓川区明白纸存放多少份',
    // Only meant to be done.
    '泓川区广播做了几期',
    '泓川区方言讲政策广播几期了',
    'How many trainees did Tongzi Sub-district have?',
  ])('%s has no number', async (question) => {
    const { status, value } = await desk.ask(question);
    expect(status === 'answered' ? value : null).toBeNull();
  });

  it.each<[string, number]>([
    ['泓川区新收申请多少件', 318],
    ['泓川区区政府本级新收几件', 47],
    ['泓川区区政府本级办结几件', 45],
    ['泓川区全区办结申请几件', 309],
    ['泓川区区长信箱收到群众来信多少件', 2207],
    ['泓川区来信几封', 57],
    ['泓川区受理来电来信来访多少件次', 402],
    ['泓川区商户挽回损失多少', 64.3],
    ['泓川区帮商户追回多少损失', 64.3],
    ['泓川区涉及低保的几件', 8],
    ['泓川区监督员里村民代表几名', 5],
    ['泓川区快手号发布短视频几条', 46],
    ['泓川区制作广播几期', 16],
    ['泓川区明白纸印了多少份', 2300],
    ['泓川区管网项目涉及里程多少公里', 88.5],
    // Worked out: all of them without those that came over.
    ['桐梓街道新收的申请几件', 11],
    ['桐梓街道受理申请几件', 14],
    ['How much did Tongzi Sub-district pay itself?', 2.3],
    ['桐梓街道培训班几期', 2],
  ])('%s is answered', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it('tells the organ from the whole district in English', async () => {
    expect((await desk.ask('How many requests did the Hongchuan district government itself receive?')).value).not.toBe(318);
  });
});
