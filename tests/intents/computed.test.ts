import { describe, expect, it } from 'vitest';
import { plainText } from '../../intents/mod.js';
import { openDesk } from './open-desk.js';

const REPORT = `桐湾县石坪镇人民政府2020年政府信息公开工作年度报告

一、总体情况

（一）便民服务。我镇便民服务中心共为群众办理便民服务事项3000件（受理办件数2000件，咨询件数1000件），其中镇便民服务中心办理1200件（受理办件数400件，咨询件数800件），8个行政村便民服务站办理1800件（受理办件数1600件，咨询件数200件）。

（二）培训督查。举办业务培训班4期，参训310人次。收到群众投诉50件，办结44件，其中环境类20件、交通类30件。宣传车3辆，下乡巡回96趟。

（三）强化管理，规范运行。

一是强化队伍管理。由分管副镇长每周点评，定期轮岗。二是做到“三提高”（即：提高能力、提高效率、提高质量），方便群众反映诉求。另有2件因涉密没有公开。群众满意率98.6%。公示农村低保对象180户，家庭医生签约260户。

二、主动公开政府信息情况

第二十条第（六）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政处罚	5	0	0
行政强制	7	0	0

三、存在的问题及改进情况

存在的主要问题：一是更新不够及时；二是队伍管理松散。

下一步打算：一是规范队伍管理，实行“一周一通报”制度。二是每日更新栏目。
`;

describe('what is computed from held figures', () => {
  const desk = openDesk({ 'shiping.txt': REPORT });

  it.each<[why: string, question: string, value: number, unit: string]>([
    ['each side keeps its own words', '村站受理和中心咨询加在一起是多少', 2400, '件'],
    ['… and subtracts them', '村站办理量减去中心办理量等于多少', 600, '件'],
    ['比 is no part of the word before it', '环境类比交通类少几件', 10, '件'],
    ['two cells of one column', '行政强制上一年项目数比行政处罚多几项', 2, '项'],
    ['… added up', '行政处罚和行政强制上年项目数加起来几项', 12, '项'],
    ['之比 asks for no difference', '中心受理和咨询之比是多少', 0.5, '倍'],
    ['a ratio to something', 'What is the ratio of accepted items to consultations?', 2, '倍'],
    ['全镇 is the whole', '村站办件数占全镇百分之几', 60, '%'],
    ['占…的多少 asks for a share', '村便民服务站咨询件占村站办理件数的多少', 11.11, '%'],
    ['a part of a total that runs across', '村站的受理件占全镇受理件的百分比', 80, '%'],
    ['the whole named first', 'What share of the accepted items came from the village stations?', 80, '%'],
    ['低 of 低保 asks for no less', '家庭医生签约户比农村低保对象多多少户', 80, '户'],
    ['… in Chinese', '受理件的百分之几来自村站', 80, '%'],
    ['one share against another', '村站受理占比比中心受理占比高多少个百分点', 55.56, '个百分点'],
    ['averaged over what is counted otherwise', '平均每期培训班有多少人次参训', 77.5, '人次'],
    ['… named before its counter', '宣传车平均每辆巡回几趟', 32, '趟'],
    ['… by a broader word', '平均一个行政村接到几件咨询', 25, '件'],
    ['… in English', 'On average, how many items did each village station handle?', 225, '件'],
    ['占其: the whole is the part\'s own', '镇便民服务中心咨询件数占其办理总数的比重是多少', 66.67, '%'],
    ['… of the other place', '村站咨询件数占其办理总数的比例', 11.11, '%'],
    ['… and of all where its does not stand', '中心办理的占总数百分之几', 40, '%'],
    ['parts that split the total another way are not the rest', '还有几件投诉没办结', 6, '件'],
  ])('%s: %s', async (_, question, value, unit) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value, answer.unit, answer.derived === null]).toEqual(['answered', value, unit, false]);
  });

  it.each([
    ['镇便民服务中心咨询的件数，请予说明', 800],
    ['行政强制上一年项目几项（表里那格）', 7],
    ['镇便民服务中心办理且受理的件数是多少', 400],
  ])('%s: words that only ask or point name nothing', async (question, value) => {
    const { status, value: told } = await desk.ask(question);
    expect([status, told]).toEqual(['answered', value]);
  });

  it.each([
    '村站占比比大厅占比高几个百分点',
    '平均每场培训有多少人次参训',
    '投诉的百分之几来自村站',
    // Nothing is named that it could be a share of.
    '占比多少',
  ])('%s has no answer', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it.each([
    ['what a short marked sentence announces', '怎么强化队伍的管理', '每周点评'],
    ['what is to come', '打算怎样规范队伍管理', '一周一通报'],
    ['a reason in one word', '有2件为什么没有公开', '因涉密'],
    ['a list by how many it names', '三个提高分别指什么', '提高效率'],
  ])('%s: %s', async (_, question, words) => {
    const answer = await desk.ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.text).toContain(words);
  });

  it('a word of the whole report names no list', async () => {
    expect((await desk.ask('信息公开要做到哪几点')).status).not.toBe('answered');
  });
});

describe('quotes of one place', () => {
  const citation = (quote: string, path: readonly string[]) => ({ kind: 'law' as const, title: '条例', article: path.join(), quote });

  it('are told their place once, under the last of them', () => {
    const cited = [citation('甲', ['一']), citation('乙', ['一']), citation('丙', ['二'])];
    const text = plainText([0, 1, 2].map((at) => ({ type: 'quote' as const, citation: at })), cited);
    expect(text).toBe('「甲」\n「乙」\n—— 条例 · 一\n「丙」\n—— 条例 · 二');
  });
});
