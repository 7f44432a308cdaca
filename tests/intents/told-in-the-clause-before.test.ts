import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const TOWN = `梨溪县杏坪镇人民政府2022年政府信息公开工作年度报告
一、总体情况
全镇13个行政村均设帮办代办点，配备代办员27名。全年共办理便民服务事项3600件，其中镇便民服务中心办理1500件，村级服务站办理2100件。
开展安全巡查6次，发现问题21个，整改19个。举办“邻里开放日”活动4场，邀请商户代表37名。征集意见48条，采纳36条。承办县人大代表建议5件、政协提案2件。
发放困难资助资金88.4万元，受益学生930人次。公布抽检结果12期640批次。镇长信箱收到来信75封。
公示低保对象210户388人。汛前公布隐患点17处，涉及受威胁群众460人。更正错链断链9处。发放问卷300份，群众满意率95.3%。
“杏坪发布”公众号粉丝5200人，较年初净增640人；在县融媒体中心刊登稿件58篇。公示惠农补贴资金77.5万元。清理失效文件9份。对4个排名靠后的村进行提醒谈话。全年公开信息900条，其中疫情防控类170条。由干事柳叶青负责日常工作。
五、存在的主要问题及改进情况
公开栏更换不及时。
六、其他需要报告的事项
无。`;

const desk = openDesk({ 'town.txt': TOWN });

describe('what is counted by name may be told of what the clause before says', () => {
  it.each([
    ['How many problems were found during the safety patrols?', 21],
    ['How many business representatives were invited to the open day?', 37],
    ['开放日邀请了多少商户代表', 37],
    ['How many students benefited from financial aid?', 930],
    ['How many villages have an agent service point?', 13],
  ])('%s %i', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['How many problems were found during the audits?', 'How many business representatives were invited to the hearing?', '听证会邀请了多少商户代表', 'How many students benefited from vaccination?', 'How many villages have a library?', 'How many residents were invited to the open day?'])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('plain words of translators', () => {
  it.each([
    ['How many batches were covered by the published sampling results?', 640],
    ["How many letters reached the town head's mailbox?", 75],
    ['How many subsistence-allowance households were listed publicly?', 210],
    ['How many people threatened by hazards are mentioned?', 460],
    ['How many broken or wrong links were corrected?', 9],
    ['What satisfaction rate did the questionnaire show?', 95.3],
    ['How many suggestions were collected?', 48],
    ['How many followers did the account gain?', 640],
    ['What was the workload of the town service centre by itself?', 1500],
    ['Problems found during the safety patrols?', 21],
    ['By how many did the followers increase since the beginning of the year?', 640],
    ['How many articles were carried by the county media centre?', 58],
    ['How much in farm subsidies was published?', 77.5],
    ['How many invalid documents were cleared up?', 9],
    ['How many of the published items concerned epidemic control?', 170],
    ['Who is responsible for the daily work?', '柳叶青'],
  ])('%s %s', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each([
    'How many batches of seedlings were covered?',
    "How many letters reached the party secretary's mailbox?",
    'How many subsistence-allowance households were removed?',
    'How many suggestions were collected from the deputies?',
    'What was the workload of the village chess club by itself?',
    'Broken windows found during the safety patrols?',
    'Members of the leading group?',
    'How many articles were carried by provincial newspapers?',
    'How much in housing subsidies was published?',
    'How many confidential documents were cleared up?',
    'How many villages at the top of the ranking were given a reminder talk?',
    'How many of the published items concerned fire safety?',
    'Who is responsible for the archives?',
  ])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it('what is asked as a share is worked out', async () => {
    expect(await desk.ask('What percentage of the suggestions were adopted?')).toMatchObject({ status: 'answered', value: 75 });
  });
});
