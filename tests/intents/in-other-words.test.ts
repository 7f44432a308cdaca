import { describe, expect, it } from 'vitest';
import { reportCitations } from '../../intents/mod.js';
import { deskOver } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const REPORT = `岭川县禾塘镇人民政府2022年政府信息公开工作年度报告

一、总体情况

（一）组织领导。成立以镇长邵立冬为组长的领导小组，镇党政办主任柯一鸣负责日常发布，并对答复逐件签批。双语文书先由译员桑吉译出，再上墙公示。

（二）服务情况。镇里在渡口、茶市、卫生院门口三处装了电子播报屏，滚动播放补贴政策。组建摩托宣讲队，讲的是防溺水、防火、医保缴费。评议小组由2名律师和3名退休教师构成。

（三）平台情况。赶集日的流动车由民政办承担；各村的张贴由村委会主任管。公开条目比上年减少，主要因为合并了旧栏目。

五、存在的主要问题及改进情况

主要问题：栏目更新靠年底突击；老茶农看不清墙上的小字；山里断网时通知送不进去。

针对上述问题，镇里把更新任务拆到每月；公示栏全部换成大字板；断网的寨子由护林员捎带纸质通知。

下一步，一是办赶集日咨询摊，二是给每个寨子配一台收音机。

六、其他需要报告的事项

无。
`;

/** Measures that name nothing of the problems, which say themselves what has to be done. */
const GENERAL_MEASURES = `岭川县石桥镇人民政府2022年政府信息公开工作年度报告

五、存在的主要问题及改进情况

存在问题：一是公开制度还不健全；二是栏目不够新颖；三是网络舆论应对偏慢，回应的时限还要再压缩。

下步打算：一是加强领导，落实专人；二是抓好落实，提升水平。
`;

describe('measures that name nothing of the problem', () => {
  it('are told behind the problem, which says what has to be done', async () => {
    const desk = await deskOver({ 'shiqiao.txt': GENERAL_MEASURES });
    const answer = await desk.ask('网络舆论这块还要咋个改');
    expect(answer.status).toBe('answered');
    expect(reportCitations(answer).map(({ quote }) => quote).join('')).toContain('时限还要再压缩');
    await desk.close();
  });
});

describe('what a report tells is found in other words than its own', () => {
  const desk = openDesk({ 'hetang.txt': REPORT });

  const quoteOf = async (question: string): Promise<{ status: string; quotes: string }> => {
    const answer = await desk.ask(question);
    return { status: answer.status, quotes: reportCitations(answer).map(({ quote }) => quote).join('') };
  };

  it.each<[string, string]>([
    ['播报屏滚动放些什么', '滚动播放补贴政策'],
    ['摩托队都讲些啥', '防溺水、防火、医保缴费'],
    // A problem and what is done about it: asked how, the measure answers.
    ['老茶农看不清小字咋解决的', '大字板'],
    ['断网的寨子通知咋个送', '护林员'],
    // Problems and plans as a whole, though no 一是 parts the problems.
    ['镇上认的问题有哪些', '年底突击'],
    ['下一步有啥打算', '收音机'],
    ['2023年打算做哪几件事', '赶集日咨询摊'],
    ['采取了哪些改进措施', '大字板'],
    ['What problems are acknowledged?', '年底突击'],
    ['What will be done next year?', '赶集日咨询摊'],
  ])('%s: %s', async (question, words) => {
    expect(await quoteOf(question)).toEqual({ status: 'answered', quotes: expect.stringContaining(words) });
  });

  it.each<[string, string]>([
    ['镇上认的问题有哪些', '大字板'],
    ['下一步有啥打算', '年底突击'],
  ])('%s: nothing of the other side of the turn (%s)', async (question, words) => {
    expect((await quoteOf(question)).quotes).not.toContain(words);
  });

  it.each<[string, string]>([
    ['平时谁负责发布', '柯一鸣'],
    ['文书是谁译出来的', '桑吉'],
    ['赶集日的流动车哪个科室承担', '民政办'],
    // A committee is one word, and its director a post.
    ['各村的张贴是谁管的', '村委会主任'],
  ])('%s: %s by what they do', async (question, name) => {
    const answer = await desk.ask(question);
    expect(answer.status).toBe('answered');
    expect(String(answer.value)).toContain(name);
  });

  // What the report does not speak of, though it shares words with it.
  it.each([
    '卫生院有哪些科室',
    '茶市为什么搬迁',
    '养老院的床位怎么申请',
    '哪家企业装了播报屏',
    '哪个寨子断网最久',
    '今年的生产总值怎么样',
    '镇长助理是谁',
    '收音机是谁捐的',
    '护林员工资怎么发',
    '补贴政策是怎么定的',
    '评议小组请的是哪所大学',
    '邵立冬是哪一年上任的',
    'Which companies were fined?',
    'How is the kindergarten heated?',
  ])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
