import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const MAPLE = `枫桥县水利局2021年政府信息公开工作年度报告
一、总体情况
（一）组织领导。局党组书记、局长文敬轩任水务公开工作组组长，总农艺师苗秋实任副组长，总兽医师牧远任成员，信息中心负责网站维护。
（二）分工。副局长简文澜分管，办公室主任负责日常协调，政策股牵头办理群众申请。
（三）队伍。办公室配专职人员2名、兼职联络人员5名。
五、存在的主要问题及改进情况
取水许可类答复由县司法局前置审核。今后将请局法律顾问逐条核对公告稿。
六、其他需要报告的事项
无。`;
const ALDER = `桤木县柳营镇人民政府2022年政府信息公开工作年度报告
一、总体情况
组长仍为镇长郝思源，副组长调整为党委委员容若谷。镇党委副书记池远山牵头，组织委员施玄青分管。
六、其他需要报告的事项
无。`;

const bureau = openDesk({ 'maple.txt': MAPLE });
const town = openDesk({ 'alder.txt': ALDER });

describe('who heads a body, and whose title is asked for', () => {
  test.each([
    ['水务公开工作组副组长由谁担任', '苗秋实'],
    ['Who headed the working group?', '文敬轩'],
    ['Who chairs the group?', '文敬轩'],
    ['哪个局长分管这事', '简文澜'],
    ['哪位局长分管', '简文澜'],
    ['今后由谁对公告稿逐条核对？', '局法律顾问'],
    ['Which department will pre-review replies on water permits?', '县司法局'],
  ])('%s: %s', async (question, who) => {
    const { status, value } = await bureau.ask(question);
    expect([status, value]).toEqual(['answered', who]);
  });
  test.each([
    ['Who heads the leading group?', '郝思源'],
    ['Which committee member oversees the work?', '施玄青'],
  ])('%s: %s', async (question, who) => {
    const { status, value } = await town.ask(question);
    expect([status, value]).toEqual(['answered', who]);
  });
  test.each(['哪个科长分管这事', '哪个镇长分管', 'Who heads the inspection team?', 'Who headed the expert committee?', '兼职联络人员的姓名是什么？', '专职人员叫什么名字', 'Which deputy mayor oversees the work?', 'Which department will pre-review press releases?'])('%s: nobody is told', async (question) => {
    const { status } = await bureau.ask(question);
    expect(status).not.toBe('answered');
  });
  test('the deed of an office tells what it is there for, that of another does not', async () => {
    const { status, citations } = await bureau.ask('政策股干啥');
    expect([status, citations.map(({ quote }) => quote).join()]).toEqual(['answered', expect.stringContaining('政策股牵头办理群众申请')]);
    expect((await bureau.ask('财务股干啥')).status).not.toBe('answered');
  });
});
