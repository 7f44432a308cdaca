import { describe, expect, it } from 'vitest';
import { reportCitations } from '../../intents/mod.js';
import { openDesk } from './open-desk.js';

const REPORT = `雁汀县水务局2022年政府信息公开工作年度报告

一、总体情况

（一）主动公开。举办节水讲座7场，到场610人次；停用老旧水表公示栏13处。制作水价漫画5幅，印制《用水须知》3200册。聘请水质观察员9名，来自渔民协会、学校、餐馆。水质观察员每月到取水口采样。

（二）服务情况。在码头值班室设了缴费机，补发水卡480张；受理爆管报修226件，抢修217件。

（三）组织保障。副局长岑望舒任公开领导小组组长，办公室综合协调抓日常。

五、存在的主要问题及改进情况

存在的问题：停水通知发得晚；独居老人听不到通知。

改进措施：把停水通知提前到前一天傍晚；请楼长逐户上门告知独居老人；2022年10月起开通短信通知。

六、其他需要报告的事项

无。
`;

describe('a sentence answers only the kind of thing that is asked', () => {
  const desk = openDesk({ 'yanting.txt': REPORT });

  it.each<[string, string]>([
    ['缴费机设在哪里', '码头值班室'],
    ['水质观察员来自哪些方面', '渔民协会'],
    ['独居老人听不到通知怎么办', '楼长'],
    // A bare heading asks for what stands under it, never for the other side.
    ['存在的问题', '听不到通知'],
    ['改进措施', '提前到前一天'],
    ['改进情况', '提前到前一天'],
  ])('%s: %s', async (question, words) => {
    const answer = await desk.ask(question);
    expect({ status: answer.status, quotes: reportCitations(answer).map(({ quote }) => quote).join('') }).toEqual({ status: 'answered', quotes: expect.stringContaining(words) });
  });

  it.each<[string]>([
    // How many there were tells neither what, nor which, nor how, nor where, nor why.
    ['节水讲座讲了什么内容'],
    ['停用了哪些公示栏'],
    ['用水须知上写了什么'],
    ['水卡怎么补发'],
    ['爆管是怎么抢修的'],
    ['节水讲座在哪里举办'],
    ['节水讲座为什么举办'],
    ['取水口在哪'],
    // The time of another item is not the time of this one.
    ['楼长是什么时候上门的'],
  ])('%s: the report does not say', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
