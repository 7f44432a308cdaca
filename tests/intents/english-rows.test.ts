import { describe, expect, it } from 'vitest';
import { filledReport } from './filled-tables.js';
import { openDesk } from './open-desk.js';

const filled = filledReport('云岭县松坪镇人民政府', 2020, 100, '全年未经审查发布信息6条，公开文件45份；便民大厅受理无故缺席投诉8件，农户参与决策过程听证37人。');
const desk = openDesk({ 'filled.txt': filled.text });

describe('rows of the official tables in the English of whoever asks', () => {
  it.each([
    ['How many requests could not be answered because the bureau does not have the information?', 'req.unable.not_held.total'],
    ["How many requests failed because the documents were not in the township's possession?", 'req.unable.not_held.total'],
    ['How many applications asked for records that it did not keep?', 'req.unable.not_held.total'],
    ['How many requests could not be met because the documents had to be specially compiled?', 'req.unable.needs_creation.total'],
    ['How many requests would have needed information to be put together from scratch?', 'req.unable.needs_creation.total'],
    ['How many requests stayed vague even after they were supplemented?', 'req.unable.still_unclear.total'],
    ['How many applications were not clear despite the clarification?', 'req.unable.still_unclear.total'],
    ['How many requests were refused to safeguard the legal rights of a third party?', 'req.denied.third_party.total'],
    ["How many requests were refused for infringing third parties' legitimate rights and interests?", 'req.denied.third_party.total'],
    ['How many requests were refused because the law forbids their disclosure?', 'req.denied.law_forbidden.total'],
    ['How many requests were refused since they could threaten public security and social stability?', 'req.denied.security_stability.total'],
    ['How many requests were refused as information from the deliberative process?', 'req.denied.process_info.total'],
    ['How many requests were refused as three categories of internal affairs?', 'req.denied.internal_affairs.total'],
    ['How many requests were made in large numbers without any proper reason?', 'req.not_processed.excessive.total'],
    ['How many requests wanted publicly available publications?', 'req.not_processed.publication.total'],
    ['How many requests asked the office to confirm or re-issue information already received?', 'req.not_processed.reconfirm.total'],
    ['How many requests were disposed of otherwise?', 'req.other.total'],
    ['How many requests were left for the following year?', 'req.carried_out.total'],
    ['How many new requests came from social welfare organizations?', 'req.new.nonprofit'],
    ['How many new requests were filed by legal service providers?', 'req.new.legal'],
    ['How many lawsuits bypassed the administrative review?', 'lit.direct.total'],
    ['In how many lawsuits following a review was the result upheld?', 'lit.post_review.upheld'],
  ])('%s %s', async (question, metric) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value, answer.rows[0]?.metric]).toEqual(['answered', filled.value.get(metric), metric]);
  });

  it.each([
    // What is to be made public need not be made.
    ['How many documents had to be made public?', 'req.unable.needs_creation.total'],
    // No lawsuit stands beside what was published unseen.
    ['How many items were published without review?', 'lit.direct.total'],
    ['How many people were absent without good reason?', 'req.not_processed.excessive.total'],
    ['How many farmers took part in the decision-making process?', 'req.denied.process_info.total'],
    ['How many licences does the township not have?', 'req.unable.not_held.total'],
    ['How many cases of endangering public safety were solved?', 'req.denied.security_stability.total'],
  ])('%s is not %s', async (question, metric) => {
    expect((await desk.ask(question)).rows.map((row) => row.metric)).not.toContain(metric);
  });
});

const PROSE = `云岭县松坪镇人民政府2022年政府信息公开工作年度报告
一、总体情况
（一）主动公开。镇政府子站发布信息214条，其中政策法规类36条、工作动态类102条；官方微博发布信息77条。发布政策解读19篇，其中负责人解读5篇。
（二）便民服务。入户发放宣传单2300份。办理12345转办件41件。城乡低保对象610户、1240人，其中城市低保95户，农村低保515户。全年收到申请12件，其中信函3件、网络9件。上交废旧农膜18吨。
五、存在的主要问题及改进情况
公开栏更换不及时。
六、其他需要报告的事项
无。`;

describe('what English calls a part, a way or a recipient', () => {
  const there = openDesk({ 'prose.txt': PROSE });
  it.each([
    ['How many items did the sub-site publish?', 214],
    ['How many policies and regulations items were published?', 36],
    ['How many items were published on the government microblog?', 77],
    ['How many interpretations were given by officials in charge?', 5],
    ['How many flyers were handed out to families?', 2300],
    ['How many 12345 cases were routed to the township?', 41],
    ['How many rural households drew the subsistence allowance?', 515],
    ['How many requests were handed in online?', 9],
  ])('%s %i', async (question, value) => {
    expect(await there.ask(`松坪镇 2022: ${question}`)).toMatchObject({ status: 'answered', value });
  });

  it.each(['How many flyers were handed out to schools?', 'How many 12345 cases were passed to the court?', 'How many households drew the disability allowance?', 'How many requests were handed in by fax?', 'How many interpretations were given by experts?'])('%s is not told', async (question) => {
    expect((await there.ask(`松坪镇 2022: ${question}`)).status).not.toBe('answered');
  });
});
