import { describe, expect, it } from 'vitest';
import type { Answer } from '../../intents/mod.js';
import { filledReport } from './filled-tables.js';
import { openDesk } from './open-desk.js';

// Every cell differs, so an answer from the wrong cell shows (a report full of zeros hides it).
const filled = filledReport('云岭县青石镇人民政府', 2020, 100);

const desk = openDesk({ 'filled.txt': filled.text });

const said = ({ status, value, rows }: Answer): string => `${status} ${String(value)} ${rows.slice(0, 2).map((row) => row.metric).join(' ')}`;

it('reads every cell', async () => {
  const [card] = await desk.held.library.reports();
  const read = new Map((await desk.held.library.figures(card!.report)).flatMap((figure) => (figure.metric === null ? [] : [[figure.metric, Number(figure.quantity.value)] as const])));
  expect(Object.fromEntries([...filled.value].filter(([metric, value]) => read.get(metric) !== value))).toEqual({});
});

/** Right, or not answered. */
async function neverAnother(question: string, metric: string): Promise<Answer> {
  const answer = await desk.ask(question);
  if (answer.status === 'answered') expect(answer.value, `${question}: ${said(answer)}`).toBe(filled.value.get(metric));
  return answer;
}

const ROWS = { new: '本年新收', carried_in: '上年结转', granted: '予以公开', partial: '部分公开', 'denied.state_secret': '属于国家秘密', 'denied.third_party': '保护第三方合法权益', 'unable.not_held': '本机关不掌握', 'unable.needs_creation': '需要另行制作', 'not_processed.petition': '信访举报投诉类', 'not_processed.repeat': '重复申请', other: '其他处理', carried_out: '结转下年度' } as const;
const COLUMNS = { natural: '自然人', business: '商业企业', research: '科研机构', nonprofit: '社会公益组织', legal: '法律服务机构', total: '总计' } as const;

describe('a cell is asked for by its row and column', () => {
  it.each(Object.entries(ROWS))('%s', async (row, rowWords) => {
    let answered = 0;
    for (const [column, columnWords] of Object.entries(COLUMNS)) {
      for (const question of [`${rowWords}的政府信息公开申请${columnWords}多少件`, `${columnWords}申请${rowWords}有几件`]) if ((await neverAnother(question, `req.${row}.${column}`)).status === 'answered') answered += 1;
    }
    expect(answered).toBeGreaterThan(0);
  });

  it.each(
    Object.entries({ review: '行政复议', 'lit.direct': '未经复议直接起诉的行政诉讼', 'lit.post_review': '复议后起诉的行政诉讼' }).flatMap(([block, words]) => Object.entries({ upheld: '结果维持', corrected: '结果纠正', other: '其他结果', pending: '尚未审结', total: '总计' }).map(([outcome, outcomeWords]) => [`${words}${outcomeWords}多少件`, `${block}.${outcome}`])),
  )('%s', async (question, metric) => {
    await neverAnother(question!, metric!);
  });
});

describe('short questions', () => {
  it.each<[string, string]>([
    ['收到多少申请', 'req.new.total'],
    ['个人申请多少', 'req.new.natural'],
    ['企业申请多少', 'req.new.business'],
    ['律师申请了几件', 'req.new.legal'],
    ['办结多少件申请', 'req.processed.total'],
    ['没办完的申请有几件', 'req.carried_out.total'],
    ['出台了几个规范性文件', 'active.normative.made'],
    ['规范性文件对外公开总数量', 'active.normative.public_total'],
    ['规章本年新公开数量', 'active.rules.newly_public'],
    ['行政许可多少件', 'active.licence.decisions'],
    ['处罚了多少', 'active.penalty.decisions'],
    ['行政处罚上一年项目数量', 'active.penalty.items_prev'],
    ['行政处罚本年增减', 'active.penalty.items_delta'],
    ['行政强制多少次', 'active.compulsory.decisions'],
    ['采购金额是多少', 'active.procurement.amount'],
    ['采购项目有几个', 'active.procurement.items'],
    ['复议几件', 'review.total'],
    ['复议维持多少', 'review.upheld'],
    ['直接起诉多少件', 'lit.direct.total'],
    ['How many requests were received?', 'req.new.total'],
    ['How many requests were granted?', 'req.granted.total'],
    ['How many requests were carried forward to the next year?', 'req.carried_out.total'],
    ['How many administrative penalties were decided?', 'active.penalty.decisions'],
    ['How many reconsideration cases?', 'review.total'],
  ])('%s', async (question, metric) => {
    await neverAnother(question, metric);
  });

  it.each(['规范性文件有几个', '规章有几个', '公开了多少规范性文件', '尚未审结的有几件', '维持的有几件', '结转多少件'])('%s fits several cells: none is picked', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.status, said(answer)).not.toBe('answered');
  });

  it.each(['公众号粉丝多少', '主动公开信息多少条', '信息处理费收了多少', '罚款多少钱', '培训了几次', '考核得了几分', '满意率多少', '受理12345热线多少件', '建议提案办了几件'])('%s is not in the report', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.value, said(answer)).toBeNull();
  });

  it.each<[string, string]>([
    ['行政处罚项目数量', 'active.penalty.decisions'],
    ['行政处罚项目有几项', 'active.penalty.decisions'],
    ['处罚事项多少项', 'active.penalty.decisions'],
    ['许可项目多少', 'active.licence.decisions'],
    ['行政强制项目有几项', 'active.compulsory.decisions'],
  ])('%s is no number of decisions', async (question, decisions) => {
    expect((await desk.ask(question)).value).not.toBe(filled.value.get(decisions));
  });

  // Bug: 行政许可事项 is one word (the licence), so 事项, which asks for the list, is swallowed.
  it('行政许可事项有几项 is no number of decisions', async () => {
    expect((await desk.ask('行政许可事项有几项')).value).not.toBe(filled.value.get('active.licence.decisions'));
  });

  it('收费金额是多少 is no amount of procurement', async () => {
    expect((await desk.ask('收费金额是多少')).value).not.toBe(filled.value.get('active.procurement.amount'));
  });

  it.each(['政府采购几件', '政府采购了几件'])('%s is no amount', async (question) => {
    expect((await desk.ask(question)).value).not.toBe(filled.value.get('active.procurement.amount'));
  });

  it('个人申请公开了多少 is no number of requests received', async () => {
    expect((await desk.ask('个人申请公开了多少')).value).not.toBe(filled.value.get('req.new.natural'));
  });
});
