import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const QUARRY = `石峡县凿岭镇人民政府2023年政府信息公开工作年度报告
一、总体情况
副镇长温如岚分管公开，经发办主任瞿远任信息审核员，组织委员祁小棠为副组长。副镇长岑牧主持召开推进会2次，经发办副主任翁以宁通报督查情况3次。
征收垃圾处理费8.6万元，归集物业维修资金32万元。接受媒体采访7次，其中网络媒体4次。培训5期、140人次；举办讲座3场，参加讲座90人次。
年度考核得分93.1分，在乡镇中排名第4位，比上年前进2位。撤并栏目6个，保留栏目19个。
通过网络提交申请21件，当面提交申请5件。形成解读材料30篇，其中图解11篇。发出收费通知3件，应收520元，实收400元。行政事业性收费6.3万元。
五、存在的主要问题及改进情况
公开栏更换不及时。
六、其他需要报告的事项
无。`;

const QUARRY_BEFORE = `石峡县凿岭镇人民政府2022年政府信息公开工作年度报告
一、总体情况
全年培训3期、95人次。接受电视台采访2次。
五、存在的主要问题及改进情况
公开栏更换不及时。
六、其他需要报告的事项
无。`;

const quarry = openDesk({ 'quarry-2023.txt': QUARRY, 'quarry-2022.txt': QUARRY_BEFORE });
const IN = '石峡县凿岭镇 2023: ';

describe('words of a last English asker', () => {
  it.each([
    ['Who is the information reviewer?', '瞿远'],
    ["What is 祁小棠's post?", '副组长、组织委员'],
    ['Where did the town rank among townships?', 4],
    ['How many applications arrived online?', 21],
    ['How many interpretation pieces were infographics?', 11],
    ['How much fee was receivable, in yuan?', 520],
    ['How many columns were kept?', 19],
    ['How much administrative fee income, in ten thousand yuan?', 6.3],
    ['How many training attendances were there?', 140],
    ['How many media interviews were given?', 7],
    ['谁通报督查情况', '翁以宁'],
  ])('%s %s', async (question, value) => {
    const answer = await quarry.ask(IN + question);
    expect(answer, answer.text).toMatchObject({ status: 'answered', value });
  });

  it('more attendances are persons, not sessions', async () => {
    const answer = await quarry.ask('How many more training attendances did 凿岭镇 have in 2023 than in 2022?');
    expect(answer, answer.text).toMatchObject({ status: 'answered', value: 45 });
  });

  it('an interview for television is one for the media', async () => {
    expect(await quarry.ask('石峡县凿岭镇 2022: How many television interviews were given?')).toMatchObject({ status: 'answered', value: 2 });
  });

  it.each([
    'How many of the media interviews were given to television?',
    'How much of the maintenance fund was spent on repairs?',
    'How much maintenance fund money was spent on repairs?',
    'Who is the confidentiality reviewer?',
    'How much fine income, in ten thousand yuan?',
    'How many applications remained unanswered?',
    'Where did the town rank among villages for hygiene?',
    'How many applications arrived by post?',
    'How many interpretation pieces were videos?',
    'How many lecture sessions were kept?',
  ])('%s is not told', async (question) => {
    const answer = await quarry.ask(IN + question);
    expect(answer.status, answer.text).not.toBe('answered');
  });
});
