import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const QUARRY = `磐口县石坊镇人民政府2022年政府信息公开工作年度报告
一、总体情况
（一）主动公开。落实“两承诺”（即：限时承诺、质量承诺）要求，打造“四提升”（即：提升窗口形象、提升办事速度、提升村务透明、提升回访质量）服务。
全年收到申请19件，其中信函12件、网络5件、当面2件。县长热线受理事项530件。
（二）监督检查。全年办理行政处罚27件，罚款6.3万元；办理行政许可41件；未实施行政强制。检查矿山企业36家，其中暂缓换证5家、责令停工3家。
便民大厅受理咨询860件。辖区有A级景区4家、4A级景区1家。收取复印费58元。
五、存在的主要问题及改进情况
公开栏更换不及时。
六、其他需要报告的事项
无。`;

const ANSWERING = `磐口县凿岩镇人民政府2022年政府信息公开工作年度报告
一、总体情况
全年受理咨询300件，答复咨询280件；寄出信函40封，收到信函25封。公开行政处罚33件。行政许可事项清单52项。
五、存在的主要问题及改进情况
公开栏更换不及时。
六、其他需要报告的事项
无。`;

const quarry = openDesk({ 'quarry.txt': QUARRY });
const answering = openDesk({ 'answering.txt': ANSWERING });
const ASKED = '石坊镇 2022: ';
const ASKED_THERE = '凿岩镇 2022: ';

describe('what an English question says and no Chinese one would', () => {
  it.each([
    ['How many applications were sent by letter?', 12],
    ['How many applications were sent online?', 5],
    ['How many applications came in person?', 2],
    ['How many applications came in by letter?', 12],
    ['How many inquiries were answered at the hall?', 860],
    ['How many penalties were imposed?', 27],
    ['How many penalty decisions were made?', 27],
    ['How many licensing decisions were made?', 41],
    ['How many requests did the hotline take?', 530],
    ['How many mining companies were inspected?', 36],
    ['How many A-level scenic areas are there?', 4],
    ['How much was charged for copying?', 58],
  ])('%s %i', async (question, value) => {
    expect(await quarry.ask(ASKED + question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['How many inquiries were answered late at the hall?', 'How many penalty decisions were appealed?', 'How many disclosure requests did the hotline take?', 'How many 3A-level scenic areas are there?', 'How much was charged for scanning?', 'How many penalty items does the list have?', 'How many of the hotline matters were thank-you calls?'])('%s is not told', async (question) => {
    expect((await quarry.ask(ASKED + question)).status).not.toBe('answered');
  });
});

describe('a deed that a report tells of the thing itself stays a word of the question', () => {
  it('40 were sent out, and 25 came in', async () => {
    expect(await answering.ask(`${ASKED_THERE}How many letters were sent out?`)).toMatchObject({ status: 'answered', value: 40 });
  });

  it('inquiries that were taken are not offered alone where fewer were answered', async () => {
    const { value, text } = await answering.ask(`${ASKED_THERE}How many inquiries were answered?`);
    expect(value).not.toBe(300);
    expect(text).toContain('280');
  });

  it.each(['How many penalty decisions were made?', 'How many licensing decisions were made?'])('%s counts no items that are published or listed', async (question) => {
    expect((await answering.ask(ASKED_THERE + question)).status).not.toBe('answered');
  });
});

describe('a list that is named by how many things it has', () => {
  it.each([
    ['What do the "four improvements" stand for?', ['提升窗口形象', '提升回访质量']],
    ['What are the four improvements the town demands?', ['提升办事速度', '提升村务透明']],
  ])('%s', async (question, items) => {
    const { text, status } = await quarry.ask(ASKED + question);
    expect(status).toBe('answered');
    for (const item of items) expect(text).toContain(item);
  });

  it.each(['What are the three improvements?', 'What are the two improvements?', 'What are the four commitments?'])('%s names no list', async (question) => {
    expect((await quarry.ask(ASKED + question)).status).not.toBe('answered');
  });
});

const CRANES = `磐口县起重镇人民政府2022年政府信息公开工作年度报告
一、总体情况
（一）建设。新建公厕批准14座，建成9座；改造泵站开工6座。检查企业80家，其中限期整改7家、停业2家。村级图书角21个。
（二）公开。“起重发布”粉丝由3000人增至3900人。政府公报出刊8期，免费发放6400册。
（三）热线。受理投诉210件、举报45件、咨询600件。查出隐患130处。公示补贴涉及农户950户。
（四）队伍。信息员19名，其中镇级3名、村级16名。
五、存在的主要问题及改进情况
公开栏更换不及时。
六、其他需要报告的事项
无。`;

const cranes = openDesk({ 'cranes.txt': CRANES });
const AT_THE_CRANES = '起重镇 2022: ';

describe('what became of the things that are counted stands behind them', () => {
  it.each([
    ['How many public toilets were approved?', 14],
    ['How many companies were inspected?', 80],
    ['How many hidden dangers were found?', 130],
    ['How many farming households did the subsidies concern?', 950],
    ['How many information officers work at village level?', 16],
  ])('%s %i', async (question, value) => {
    expect(await cranes.ask(AT_THE_CRANES + question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['How many public toilets were repaired?', 'How many villages are there?', 'How many pumping stations were approved?', 'How many companies were fined?'])('%s is not told', async (question) => {
    expect((await cranes.ask(AT_THE_CRANES + question)).status).not.toBe('answered');
  });
});

describe('one thing and not another that the report does not tell', () => {
  it.each(['How many complaints, not suggestions, were accepted?', 'How many companies, not shops, were inspected?'])('%s leaves out what the report does not tell apart', async (question) => {
    expect((await cranes.ask(AT_THE_CRANES + question)).status).not.toBe('answered');
  });
});

describe('copies and followers', () => {
  it('copies are of what came out', async () => {
    expect(await cranes.ask(`${AT_THE_CRANES}How many copies of the gazette were given away?`)).toMatchObject({ status: 'answered', value: 6400 });
  });

  it('followers of an account are not what it published', async () => {
    expect((await cranes.ask(`${AT_THE_CRANES}By how many did published items grow?`)).status).not.toBe('answered');
  });
});
