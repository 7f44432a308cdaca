import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `桐湾县盘石镇人民政府2022年政府信息公开工作年度报告

一、总体情况

（一）主动公开情况。全年主动公开政府信息610条，比2021年增加35条。

（二）依申请公开

收到9件，均按时答复。

（三）服务情况。全年便民服务共办结3100件，由镇便民服务中心办结1700件，由村级代办点办结1400件。组织新任人员培训2次、驻村人员培训4次，分别有61人次、38人次参加。果农夜校参会果农520人次。检测出超标样品14批次。接收12345热线交办件90件，其中咨询类50件、求助类30件、投诉类10件。收到群众留言210条，答复198条。“磐石微讯”粉丝数达6400人。在抖音发布短片19条，点击量共计3.5万次。承办人大代表建议16件。未发生行政诉讼。

（四）组织领导。为加强统筹，成立政务公开领导小组，镇长石方岩任组长，常务副镇长陆见川任副组长。

二、主动公开政府信息情况

第二十条第（一）项
信息内容	本年制发件数	本年废止件数	现行有效件数
规章	0	0	0
行政规范性文件	3	1	8

三、存在的问题及改进情况

存在的主要问题：一是留言答复偏慢；二是公开栏更新不及时；三是新任人员不熟悉业务。

改进措施：一是对留言答复偏慢，推行首问负责和限时回复；二是每周五更新公开栏；三是建立以老带新机制。
`;

describe('what is asked is what is answered', () => {
  const desk = openDesk({ 'panshi.txt': REPORT });

  it.each<[string, number]>([
    // 少 takes the first side from the second.
    ['代办点比镇中心少办结多少件', 300],
    ['How many fewer items did the village agency points close than the township service centre?', 300],
    // The year after 比 is what the report's change is counted from.
    ['主动公开比2021年多了几条', 35],
    // 占 before a counter asks how many.
    ['热线交办件里投诉类的占几件', 10],
    // What stands behind 一共 is asked of both sides.
    ['代办点和镇中心一共办结了多少', 3100],
    ['热线交办件里投诉类占交办件数的比例', 11.11],
    // A word that denies another is looked for as what was left.
    ['还有几条留言没答复', 12],
    // A count of nothing is of what its title speaks of; followers are those of the account that the label names; what occurs says nothing of itself.
    ['申请几件', 9],
    ['粉丝多少', 6400],
    ['诉讼几件', 0],
    ['人大建议几件', 16],
    // What is left out makes another number, told with its formula.
    ['How many hotline items (not inquiries) were received?', 40],
    ['热线交办件不算咨询有几件', 40],
    // What is told with its parts is the whole.
    ['便民服务办结总量', 3100],
    // Which row of the table is meant goes without saying: few offices may make rules.
    ['废止几件', 1],
    ['现行有效的有几件', 8],
    ['规章现行有效几件', 0],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each([
    // A channel is another channel's neighbour, and deputies make no proposals.
    '网站访问量多少',
    '政协提案几件',
    '提案几件',
    // Of several that each say whose they are none is the total.
    '村级代办点和镇中心之外办结总计多少件',
    // How often some of them came is not how many there are.
    '果农有多少人',
    // What a sentence counts it does not name.
    '超标的是哪些样品',
    '驻村人员有哪些',
    // What each did is not what they did on average.
    '每个代办点各办结了多少件',
    // A person is asked about, and not for the post.
    '陆见川的电话',
    // 为什么 asks for no list.
    '公开栏为什么不及时更新',
    // A report speaks of its own year.
    '石方岩现在还是镇长吗',
    // A reason is no difference.
    '为什么镇中心比代办点办结得多',
    // What is named alike is told apart by its own words.
    '驻村干事培训有几人次',
  ])('%s is not answered', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it.each<[string, string, string]>([
    ['依申请公开情况念一下', 'section-summary', '均按时答复'],
    // A long part by its points and sub-headings, a part of tables by its rows, the whole by its first part.
    ['第三部分写的什么', 'section-summary', '二是每周五更新公开栏'],
    ['第二部分讲了啥', 'section-summary', '行政规范性文件'],
    ['整篇报告主要讲了什么', 'section-summary', '610条'],
    ['陆见川兼任什么', 'who', '副组长'],
    ['为什么要成立领导小组', 'passage', '为加强统筹'],
    ['公开栏啥时候更新', 'passage', '每周五'],
    ['留言答复偏慢咋解决的', 'passage', '首问负责'],
    ['下一步怎么改进的', 'admitted', '以老带新'],
    ['常务副镇长叫什么名字', 'who', '陆见川'],
  ])('%s: %s says %s', async (question, intent, words) => {
    const answer = await desk.ask(question);
    expect(answer).toMatchObject({ status: 'answered', intent });
    expect(answer.text).toContain(words);
  });
});
