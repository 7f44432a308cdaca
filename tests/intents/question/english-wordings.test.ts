import { describe, expect, it } from 'vitest';
import { openDesk } from '../open-desk.js';

const REPORT = `白渡街道办事处2023年政府信息公开工作年度报告
一、总体情况
（一）便民服务。施划停车泊位260个，修补人行道1450平方米，加装电梯9部，清除小广告3100处；查处占道经营行为88起。
（二）民生保障。慰问困难家庭73户，开发公益性岗位24个，发放稳岗资金61.5万元，护送流浪乞讨人员返乡12人次。
（三）基层治理。组织“楼门议事会”37场次；召开物业矛盾协调会16次，到会群众540人次；聘请民间河长18名；打捞漂浮垃圾95吨，补植行道树640株。
（四）安全生产。罚没款7.4万元；责令企业停产整顿3家，限期整改19家；扑灭山火2起，为独居老人家庭安装烟感报警器410只。
（五）文化教育。博物馆推出临时展览5个，征集文物31件；收缴盗版出版物126册；赠送常用药品价值2.6万元；组建“街坊微信群”44个；惠及群众8200人；印制折页6期，发放1500份。
（六）矛盾调处。调处劳动争议52件，成功49件；帮助农民工追讨欠薪33万元；易地搬迁安置21户。
（七）设施建设。新建村居微型消防站14个，更换路灯230盏，配发灭火器85具；编发政策问答27则；检查网吧41家次。
`;

const desk = openDesk({ 'baidu_2023.txt': REPORT });

describe('what a report prints is asked for in the usual words of English', () => {
  it.each<[string, number]>([
    ['How many parking spaces were marked out?', 260],
    ['What area of pavement was patched up?', 1450],
    ['How many lifts were retrofitted?', 9],
    ['How many cases of street trading were dealt with?', 88],
    ['How many hard-up families were called on?', 73],
    ['How many public-welfare jobs were created?', 24],
    ['How much job-retention money was paid out?', 61.5],
    ['How many rough sleepers were escorted home?', 12],
    ['How many council sessions were put on?', 37],
    ['What was the total attendance at the coordination meetings?', 540],
    ['How many volunteer river wardens were appointed?', 18],
    ['How much floating litter was fished out?', 95],
    ['How many roadside trees were replanted?', 640],
    ['What did the fines add up to?', 7.4],
    ['How many wildfires were put out?', 2],
    ['How many smoke alarms were fitted for elderly people living alone?', 410],
    ['How many temporary exhibitions did the museum put on?', 5],
    ['How many artefacts were acquired?', 31],
    ['How many pirated publications were seized?', 126],
    ['How much were the medicines worth?', 2.6],
    ['How many labour disputes were settled through mediation?', 49],
    ['How many mini fire stations were set up?', 14],
    ['How many street lights were replaced?', 230],
    ['How many policy Q&As were put together?', 27],
    ['How many internet cafés were inspected?', 41],
  ])('%s', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each([
    'How many parking spaces were done away with?',
    'What area of pavement was swept?',
    'How many escalators were retrofitted?',
    'How many private-sector jobs were created?',
    'What was the total attendance at the exhibitions?',
    'How many roadside trees were felled?',
    'How many permanent exhibitions did the museum put on?',
    'How many people are in the WeChat groups?',
    'How many copies of each issue of the flyer were printed?',
    'How many resettled households moved back?',
    'How much in wages is still owed to migrant workers?',
    'How many volunteers were escorted home?',
    'How many police stations were set up?',
    'How many fire engines were given out?',
    'How many internet cafés were closed?',
  ])('refuses %s', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it('leaves a deadline that things had to be done by to the figures', async () => {
    expect(await desk.ask('How many firms were told to put things right by a deadline?')).not.toMatchObject({ intent: 'deadline' });
    expect(await desk.ask('What is the deadline for the annual report?')).toMatchObject({ intent: 'deadline' });
  });
});
