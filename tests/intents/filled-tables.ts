/** A 2019 form whose every cell holds a number that no other cell of its kind holds, so that a wrong cell shows. Metric id → value. */
export interface Filled {
  readonly text: string;
  readonly value: ReadonlyMap<string, number>;
}

const APPLICANTS = ['natural', 'business', 'research', 'nonprofit', 'legal', 'other_org'] as const;
const RESULTS: readonly (readonly [string, string, string])[] = [
  ['三、本年度办理结果', '（一）予以公开', 'granted'],
  ['', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 'partial'],
  ['', '（三）不予公开\t1.属于国家秘密', 'denied.state_secret'],
  ['', '\t2.其他法律行政法规禁止公开', 'denied.law_forbidden'],
  ['', '\t3.危及“三安全一稳定”', 'denied.security_stability'],
  ['', '\t4.保护第三方合法权益', 'denied.third_party'],
  ['', '\t5.属于三类内部事务信息', 'denied.internal_affairs'],
  ['', '\t6.属于四类过程性信息', 'denied.process_info'],
  ['', '\t7.属于行政执法案卷', 'denied.enforcement_file'],
  ['', '\t8.属于行政查询事项', 'denied.admin_query'],
  ['', '（四）无法提供\t1.本机关不掌握相关政府信息', 'unable.not_held'],
  ['', '\t2.没有现成信息需要另行制作', 'unable.needs_creation'],
  ['', '\t3.补正后申请内容仍不明确', 'unable.still_unclear'],
  ['', '（五）不予处理\t1.信访举报投诉类申请', 'not_processed.petition'],
  ['', '\t2.重复申请', 'not_processed.repeat'],
  ['', '\t3.要求提供公开出版物', 'not_processed.publication'],
  ['', '\t4.无正当理由大量反复申请', 'not_processed.excessive'],
  ['', '\t5.要求行政机关确认或重新出具已获取信息', 'not_processed.reconfirm'],
  ['', '（六）其他处理', 'other'],
];
const ACTIVE: readonly (readonly [string, readonly string[], readonly (readonly [string, string, readonly string[]])[]])[] = [
  ['第二十条第（一）项', ['本年新制作数量', '本年新公开数量', '对外公开总数量'], [['规章', 'rules', ['made', 'newly_public', 'public_total']], ['规范性文件', 'normative', ['made', 'newly_public', 'public_total']]]],
  ['第二十条第（五）项', ['上一年项目数量', '本年增/减', '处理决定数量'], [['行政许可', 'licence', ['items_prev', 'items_delta', 'decisions']], ['其他对外管理服务事项', 'other_services', ['items_prev', 'items_delta', 'decisions']]]],
  ['第二十条第（六）项', ['上一年项目数量', '本年增/减', '处理决定数量'], [['行政处罚', 'penalty', ['items_prev', 'items_delta', 'decisions']], ['行政强制', 'compulsory', ['items_prev', 'items_delta', 'decisions']]]],
  ['第二十条第（八）项', ['上一年项目数量', '本年增/减'], [['行政事业性收费', 'fees', ['items_prev', 'items_delta']]]],
  ['第二十条第（九）项', ['采购项目数量', '采购总金额'], [['政府集中采购', 'procurement', ['items', 'amount']]]],
];
const OUTCOMES = ['upheld', 'corrected', 'other', 'pending'] as const;

/** The report of an invented bureau with the three official tables filled; `first` is the smallest number used. */
export function filledReport(org: string, year: number, first: number, prose = '今年来，本单位加强了政府信息公开工作。'): Filled {
  const value = new Map<string, number>();
  let next = first;
  const fresh = (): number => (next += 3);
  const active = ACTIVE.flatMap(([title, columns, rows]) => {
    for (const [, row, cells] of rows) for (const cell of cells) value.set(`active.${row}.${cell}`, fresh());
    return [title, `信息内容\t${columns.join('\t')}`, ...rows.map(([label, row, cells]) => `${label}\t${cells.map((cell) => value.get(`active.${row}.${cell}`)).join('\t')}`)];
  });
  for (const applicant of APPLICANTS) {
    let processed = 0;
    for (const [, , row] of RESULTS) {
      const n = fresh();
      value.set(`req.${row}.${applicant}`, n);
      processed += n;
    }
    const [carriedIn, carriedOut] = [fresh(), fresh()];
    value.set(`req.processed.${applicant}`, processed);
    value.set(`req.carried_in.${applicant}`, carriedIn);
    value.set(`req.carried_out.${applicant}`, carriedOut);
    value.set(`req.new.${applicant}`, processed + carriedOut - carriedIn);
  }
  for (const row of ['new', 'carried_in', ...RESULTS.map(([, , id]) => id), 'processed', 'carried_out']) value.set(`req.${row}.total`, APPLICANTS.reduce((total, applicant) => total + value.get(`req.${row}.${applicant}`)!, 0));
  const cells = (row: string): string => [...APPLICANTS, 'total'].map((applicant) => value.get(`req.${row}.${applicant}`)).join('\t');
  const requests = [
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t\t\t',
    '\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计',
    '\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t',
    `一、本年新收政府信息公开申请数量\t\t\t${cells('new')}`,
    `二、上年结转政府信息公开申请数量\t\t\t${cells('carried_in')}`,
    ...RESULTS.map(([head, label, row]) => `${head}\t${label}${label.includes('\t') ? '' : '\t'}\t${cells(row)}`),
    `\t（七）总计\t\t${cells('processed')}`,
    `四、结转下年度继续办理\t\t\t${cells('carried_out')}`,
  ];
  const disputes = ['review', 'lit.direct', 'lit.post_review'].flatMap((block) => {
    for (const outcome of OUTCOMES) value.set(`${block}.${outcome}`, fresh());
    value.set(`${block}.total`, OUTCOMES.reduce((total, outcome) => total + value.get(`${block}.${outcome}`)!, 0));
    return [...OUTCOMES, 'total'].map((outcome) => value.get(`${block}.${outcome}`));
  });
  const heads = '结果维持\t结果纠正\t其他结果\t尚未审结\t总计';
  const text = [
    `${org}${year}年政府信息公开工作年度报告`, '', '一、总体情况', '', prose, '', '二、主动公开政府信息情况', '', ...active, '', '三、收到和处理政府信息公开申请情况', '', ...requests, '',
    '四、政府信息公开行政复议、行政诉讼情况', '', '行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t', `${heads}\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t`, `\t\t\t\t\t${heads}\t${heads}`, disputes.join('\t'), '',
    '五、存在的主要问题及改进情况', '', '公开内容还不够全面，下一步将加强培训。', '', '六、其他需要报告的事项', '', '无。', '',
  ].join('\n');
  return { text, value };
}
