// An invented county: forty offices and its own report, four years, as files. The numbers are drawn from a fixed seed, so that a set's right answers stay.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COUNTY = '砚川县';
/** Years held. */
export const YEARS = [2021, 2022, 2023, 2024];
const TOWNS = ['白沙镇', '河口镇', '石门镇', '双桥镇', '龙潭镇', '新集镇', '安定镇', '太平镇', '云台乡', '青山乡', '大柳乡', '沙田乡', '东坪乡', '城关街道', '北门街道'];
const BUREAUS = ['发展和改革局', '教育局', '科学技术局', '公安局', '民政局', '司法局', '财政局', '人力资源和社会保障局', '自然资源局', '住房和城乡建设局', '交通运输局', '水利局', '农业农村局', '商务局', '文化和旅游局', '卫生健康局', '退役军人事务局', '应急管理局', '审计局', '市场监督管理局', '统计局', '医疗保障局', '林业局', '城市管理局', '信访局'];
/** Who handed in nothing for a year. */
const MISSING = new Set(['大柳乡 2022', '审计局 2021', '信访局 2024', '北门街道 2021', '北门街道 2022']);
/** Cells as printed where they hold no number. */
const PRINTED = new Map(['统计局 2021 licence', '统计局 2022 licence', '统计局 2023 licence', '统计局 2024 licence'].map((key) => [key, '/']).concat([['科学技术局 2023 licence', '']]));
/** Numbers that two offices share. */
const SAME = new Map([['河口镇 2023 licence', '白沙镇 2023 licence'], ['市场监督管理局 2022 penalty', '公安局 2022 penalty'], ['青山乡 2024 requests', '云台乡 2024 requests']]);
const APPLICANTS = 6;

/** Numbers drawn one after another, each below `limit`. */
function drawing(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Every office's figures: `{ org, town, year, values }`, what is not printed as a number null; `values` by what it is of (licence, penalty, requests …). */
export function countyFigures() {
  const draw = drawing(20240717);
  const offices = [...TOWNS.map((org) => ({ org, town: true })), ...BUREAUS.map((org) => ({ org, town: false }))];
  const known = new Map();
  const all = offices.flatMap(({ org, town }) => YEARS.map((year) => {
    const website = 40 + draw(town ? 160 : 600);
    const account = 20 + draw(town ? 150 : 300);
    const requests = Array.from({ length: APPLICANTS }, (_, n) => draw(n === 0 ? 30 : n === 1 ? 8 : 2));
    const values = { licence: draw(town ? 240 : 3000), penalty: draw(town ? 20 : 400), compulsory: draw(9), fees: draw(900) / 100, normative: draw(5), requests: requests.reduce((sum, n) => sum + n, 0), website, account, published: website + account, trainings: 1 + draw(6), trained: 20 + draw(200), orders: 30 + draw(town ? 300 : 900), review: draw(4) };
    for (const [key, value] of Object.entries(values)) known.set(`${org} ${year} ${key}`, value);
    return { org, town, year, values, applicants: requests };
  }));
  for (const report of all) {
    for (const key of Object.keys(report.values)) {
      const name = `${report.org} ${report.year} ${key}`;
      if (SAME.has(name)) report.values[key] = known.get(SAME.get(name));
      if (PRINTED.has(name)) report.values[key] = null;
    }
    // The natural persons take up what keeps the row's sum.
    const others = report.applicants.slice(1).reduce((sum, n) => sum + n, 0);
    if (others > report.values.requests) report.applicants = [report.values.requests, 0, 0, 0, 0, 0];
    else report.applicants[0] = report.values.requests - others;
  }
  return all.filter(({ org, year }) => !MISSING.has(`${org} ${year}`));
}

/** The county's own figures of a year, over its offices. */
function wholeCounty(year, reports) {
  const values = {};
  for (const { values: own } of reports.filter((report) => report.year === year)) for (const [key, value] of Object.entries(own)) values[key] = (values[key] ?? 0) + (value ?? 0);
  values.fees = Math.round(values.fees * 100) / 100;
  const applicants = reports.filter((report) => report.year === year).reduce((sums, report) => sums.map((sum, n) => sum + report.applicants[n]), Array.from({ length: APPLICANTS }, () => 0));
  return { org: null, year, values, applicants };
}

/** The files: `{ name, text }`. */
export function countyReports() {
  const offices = countyFigures();
  return [...offices, ...YEARS.slice(1, 3).map((year) => wholeCounty(year, offices))].map((report, n) => ({ name: `${String(n).padStart(3, '0')}-${report.year}.txt`, text: textOf(report) }));
}

let folder;

/** The folder of the files, made once and gone with the process. */
export function countyFolder() {
  if (folder !== undefined) return folder;
  folder = mkdtempSync(join(tmpdir(), 'wenbao-county-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const { name, text } of countyReports()) writeFileSync(join(folder, name), text);
  return folder;
}

const RESULTS = ['（一）予以公开\t', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t', '（三）不予公开\t1.属于国家秘密', '\t2.其他法律行政法规禁止公开', '\t3.危及“三安全一稳定”', '\t4.保护第三方合法权益', '\t5.属于三类内部事务信息', '\t6.属于四类过程性信息', '\t7.属于行政执法案卷', '\t8.属于行政查询事项', '（四）无法提供\t1.本机关不掌握相关政府信息', '\t2.没有现成信息需要另行制作', '\t3.补正后申请内容仍不明确', '（五）不予处理\t1.信访举报投诉类申请', '\t2.重复申请', '\t3.要求提供公开出版物', '\t4.无正当理由大量反复申请', '\t5.要求行政机关确认或重新出具已获取信息', '（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '\t3.其他'];

function textOf({ org, town, year, values, applicants }) {
  const issuer = org === null ? `${COUNTY}人民政府` : org.endsWith('街道') ? `${COUNTY}${org}办事处` : `${COUNTY}${org}${town ? '人民政府' : ''}`;
  const we = org === null ? '全县' : town ? `我${org.endsWith('街道') ? '街道' : org.at(-1)}` : '我局';
  const printed = (key) => values[key] ?? PRINTED.get(`${org} ${year} ${key}`);
  const row = (cells) => [...cells, cells.reduce((sum, n) => sum + n, 0)].join('\t');
  const none = Array.from({ length: APPLICANTS }, () => 0);
  return [
    `${issuer}${year}年政府信息公开工作年度报告`,
    '一、总体情况',
    `${year}年，${we}按照《中华人民共和国政府信息公开条例》要求开展工作。`,
    `（一）主动公开。全年公开信息${values.published}条，其中网站${values.website}条，公众号${values.account}条。`,
    `（二）依申请公开。全年新收政府信息公开申请${values.requests}件，均按时办结。`,
    `（三）监督保障。举办培训${values.trainings}期，${values.trained}人次参加。收到12345热线工单${values.orders}件。`,
    '二、主动公开政府信息情况',
    ['第二十条第（一）项', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数', '规章\t0\t0\t0', `行政规范性文件\t${values.normative}\t0\t${values.normative + 3}`, '第二十条第（五）项', '信息内容\t本年处理决定数量', `行政许可\t${printed('licence')}`, '第二十条第（六）项', '信息内容\t本年处理决定数量', `行政处罚\t${printed('penalty')}`, `行政强制\t${printed('compulsory')}`, '第二十条第（八）项', '信息内容\t本年收费金额（单位：万元）', `行政事业性收费\t${values.fees}`].join('\n'),
    '三、收到和处理政府信息公开申请情况',
    ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t\t\t', '\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计', '\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t', `一、本年新收政府信息公开申请数量\t\t\t${row(applicants)}`, `二、上年结转政府信息公开申请数量\t\t\t${row(none)}`, ...RESULTS.map((label, n) => `${n === 0 ? '三、本年度办理结果' : ''}\t${label}\t${row(n === 0 ? applicants : none)}`), `\t（七）总计\t\t${row(applicants)}`, `四、结转下年度继续办理\t\t\t${row(none)}`].join('\n'),
    '四、政府信息公开行政复议、行政诉讼情况',
    ['行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t', '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t', '\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计', [values.review, 0, 0, 0, values.review, ...Array.from({ length: 10 }, () => 0)].join('\t')].join('\n'),
    '五、存在的主要问题及改进情况',
    '存在的主要问题：公开内容还不够全面。改进情况：加强培训，按月检查。',
    '六、其他需要报告的事项',
    '无。',
  ].join('\n\n');
}
