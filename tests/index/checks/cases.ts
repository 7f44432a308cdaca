/** A rule with reports that break it and one that nearly does. Edits replace the first occurrence in a sample that is clean. */
export interface RuleCase {
  readonly rule: string;
  readonly sample: string;
  readonly previous?: string;
  /** Edits that make the sample a clean report in which the rule has something to look at. */
  readonly given?: readonly (readonly [string, string])[];
  /** The same for last year's report. */
  readonly previousGiven?: readonly (readonly [string, string])[];
  readonly broken: readonly (readonly (readonly [string, string])[])[];
  readonly near: readonly (readonly [string, string])[];
}

const NEW = '| 一、本年新收政府信息公开申请数量 ||| 9 | 2 | 0 | 1 | 0 | 0 | 12 |';
const IN = '| 二、上年结转政府信息公开申请数量 ||| 1 | 0 | 0 | 0 | 0 | 0 | 1 |';
const GRANTED = '（一）予以公开 || 5 | 1 | 0 | 1 | 0 | 0 | 7 |';
const DONE = '|| （七）总计 || 9 | 1 | 0 | 1 | 0 | 0 | 11 |';
const OUT = '| 四、结转下年度继续办理 ||| 1 | 1 | 0 | 0 | 0 | 0 | 2 |';
const TABLE4 = '| 1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |';
const UNPAID = '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |';
const PROBLEMS_END = '\n\n六、其他需要报告的事项';

export const ruleCases: readonly RuleCase[] = [
  { rule: 'C3-1', sample: 'qingshi-2021', broken: [[[OUT, OUT.replace('| 2 |', '| 3 |')]], [[NEW, NEW.replace('| 9 |', '| 8 |')]], [[IN, IN.replace('||| 1 |', '||| 4 |')]]], near: [[NEW, NEW.replace('| 9 | 2 | 0 | 1 | 0 | 0 | 12 |', '| 9 | 2 | 0 | 1 | 0 | | 12 |')]] },
  { rule: 'C3-2', sample: 'qingshi-2021', broken: [[[GRANTED, GRANTED.replace('|| 5 |', '|| 6 |')]], [[DONE, DONE.replace('| 11 |', '| 12 |')]], [[GRANTED, GRANTED.replace('| 7 |', '| 1 |')]]], near: [[GRANTED, GRANTED.replace('|| 5 |', '|| |')]] },
  { rule: 'C3-3', sample: 'qingshi-2021', broken: [[[NEW, NEW.replace('| 12 |', '| 13 |')]], [[IN, IN.replace('||| 1 |', '||| 0 |')]], [[OUT, OUT.replace('||| 1 | 1 |', '||| 1 | 6 |')]]], near: [[NEW, NEW.replace('| 12 |', '| |')]] },
  { rule: 'C4', sample: 'qingshi-2021', broken: [[[TABLE4, TABLE4.replace('| 2 |', '| 0 |')]], [[TABLE4, TABLE4.replace('| 1 | 0 | 0 | 1 | 2 |', '| 1 | 5 | 0 | 1 | 2 |')]], [[TABLE4, TABLE4.replace('| 2 | 0 | 0 | 0 | 0 | 0 |', '| 2 | 0 | 0 | 0 | 0 | 5 |')]]], near: [[TABLE4, TABLE4.replace('| 1 | 0 | 0 | 1 | 2 |', '| 0 | 1 | 0 | 1 | 2 |')]] },
  { rule: 'C3-4', sample: 'qingshi-2021', broken: [[[GRANTED, GRANTED.replace('|| 5 |', '|| 5.5 |')]], [[NEW, NEW.replace('| 12 |', '| -12 |')]], [[OUT, OUT.replace('| 2 |', '| 2.5 |')]]], near: [[GRANTED, GRANTED.replace('|| 5 |', '|| 05 |')]] },
  { rule: 'C3-5', sample: 'qingshi-2021', broken: [[[IN, IN.replace('||| 1 | 0 |', '||| 1 | / |')]], [[TABLE4, TABLE4.replace('| 1 | 0 |', '| 1 | / |')]], [['| 行政强制 | 0 |', '| 行政强制 | — |']]], near: [['| 行政强制 | 0 |', '| 行政强制 | 0.00 |']] },
  { rule: 'C3-7', sample: 'qingshi-2021', broken: [[[OUT, OUT.replace('| 2 |', '| 13 |')]], [[OUT, OUT.replace('| 2 |', '| 14 |')]], [[NEW, NEW.replace('| 12 |', '| 1 |')]]], near: [[OUT, OUT.replace('| 2 |', '| 12 |')]] },
  { rule: 'C2-2', sample: 'shijianju-2022', broken: [[['行政规范性文件\t2\t4\t10', '行政规范性文件\t20\t4\t10']], [['行政规范性文件\t2\t4\t10', '行政规范性文件\t2\t0\t1']], [['行政规范性文件\t2\t4\t10', '行政规范性文件\t15\t4\t10']]], near: [['行政规范性文件\t2\t4\t10', '行政规范性文件\t14\t4\t10']] },
  { rule: 'C2-3', sample: 'shijianju-2022', broken: [[['规章\t0\t0\t0', '规章\t2\t0\t2']], [['规章\t0\t0\t0', '规章\t0\t0\t6']], [['规章\t0\t0\t0', '规章\t0\t1\t0']]], near: [['规章\t0\t0\t0', '规章\t\t/\t0']] },
  { rule: 'C2-1', sample: 'shijianju-2022', previous: 'shijianju-2021', broken: [[['行政规范性文件\t2\t4\t10', '行政规范性文件\t2\t4\t11']], [['行政规范性文件\t2\t4\t10', '行政规范性文件\t3\t4\t10']], [['行政规范性文件\t2\t4\t10', '行政规范性文件\t2\t14\t10']]], near: [['行政规范性文件\t2\t4\t10', '行政规范性文件\t3\t5\t10']] },
  { rule: 'C2-8', sample: 'shijianju-2022', previous: 'shijianju-2021', broken: [[['行政事业性收费\t16.05', '行政事业性收费\t160500']], [['行政事业性收费\t16.05', '行政事业性收费\t0.0016']], [['行政事业性收费\t16.05', '行政事业性收费\t174350']]], near: [['行政事业性收费\t16.05', '行政事业性收费\t0.92']] },
  { rule: 'C5-4', sample: 'qingshi-2021', broken: [[['增幅13.8%', '增幅12.1%']], [['增幅13.8%', '增幅18.3%']], [['多67条', '多97条']]], near: [['增幅13.8%', '增幅13.79%']] },
  { rule: 'C5-4-truncated', sample: 'qingshi-2021', broken: [[['增幅13.8%', '增幅13.7%']], [['增幅13.8%', '增幅13.78%']], [['增幅13.8%', '增幅13%']]], near: [['增幅13.8%', '增幅13.786%']] },
  { rule: 'C5-5', sample: 'qingshi-2021', broken: [[['其中镇便民服务中心3902件', '其中镇便民服务中心3912件']], [['文字解读15篇', '文字解读16篇']], [['投诉97件', '投诉907件']]], near: [['解读24篇（文字解读15篇，图解9篇）', '解读24篇（文字解读14篇，图解10篇）']] },
  { rule: 'C5-5-partial', sample: 'qingshi-2021', broken: [[['文字解读15篇', '文字解读5篇']], [['其中自然人9件', '其中自然人5件']], [['咨询88件，投诉97件', '咨询8件，投诉97件']]], near: [['解读24篇（文字解读15篇，图解9篇）', '解读24篇（文字解读14篇，图解10篇）']] },
  { rule: 'C5-6', sample: 'shijianju-2022', broken: [[['制发行政规范性文件 2 件', '制发行政规范性文件 3 件']], [['制发行政规范性文件 2 件', '制发行政规范性文件 12 件']], [['制发行政规范性文件 2 件', '制发行政规范性文件 0 件']]], near: [['制发行政规范性文件 2 件', '解读行政规范性文件 3 件']] },
  { rule: 'C5-8', sample: 'qingshi-2021', broken: [[[UNPAID, UNPAID.replace('| 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '| 1 | 0 | 0 | 0 | 0 | 0 | 1 |')], ['本年度未收取信息处理费，没有其他需要报告的事项。', '没有其他需要报告的事项。']], [[UNPAID, UNPAID.replace('| 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '| 0 | 3 | 0 | 0 | 0 | 0 | 3 |')], ['本年度未收取信息处理费，没有其他需要报告的事项。', '无。']], [[UNPAID, UNPAID.replace('| 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '| 0 | 0 | 0 | 0 | 2 | 0 | 2 |')], ['本年度未收取信息处理费，没有其他需要报告的事项。', '没有其他事项。']]], near: [[UNPAID, UNPAID.replace('| 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '| 1 | 0 | 0 | 0 | 0 | 0 | 1 |')]] },
  { rule: 'F-1', sample: 'qingshi-2021', broken: [[['六、其他需要报告的事项', ''], ['本年度未收取信息处理费，没有其他需要报告的事项。', '']], [['四、政府信息公开行政复议、行政诉讼情况', '']], [['二、主动公开政府信息情况', '']]], near: [['五、存在的主要问题及改进情况', '五、问题和不足']] },
  { rule: 'F-7', sample: 'shijianju-2021', broken: [[['的规定，云岭县', '和国办公开办函〔2019〕60号的规定，云岭县']], [['的规定，云岭县', '和国办公开办函﹝2019﹞60 号的规定，云岭县']], [['的规定，云岭县', '和国办发〔2021〕30号的规定，云岭县']]], near: [['的规定，云岭县', '和国办公开办函〔2021〕30号的规定，云岭县']] },
  { rule: 'F-3', sample: 'shijianju-2021', broken: [[['2021年1月1日至2021年12月31日', '2020年1月1日至2020年12月31日']], [['2021年1月1日至2021年12月31日', '20211月1日至2021年12月31日']], [['2021年1月1日至2021年12月31日', '202021年1月1日至2021年12月31日']]], near: [['2021年1月1日至2021年12月31日', '2021年1月1日起至12月31日']] },
  { rule: 'F-5', sample: 'qingshi-2021', broken: [[['2021年，我镇依照', '2020年，我镇依照']], [['2021年，我镇依照', '2019年，我镇依照']], [['2021年，我镇依照', '2020年来，全镇依照'], ['一、总体情况', '一、总体情况'], ['全镇依照', '我镇依照']]], near: [['2021年，我镇依照', '2021年，我镇比照2020年']] },
  { rule: 'C3-6', sample: 'qingshi-2021', broken: [[['||| 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n', '']], [[`||| ${UNPAID}\n`, '']], [[`||| ${UNPAID}\n`, ''], ['||| 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n', '']]], near: [['||| 3.其他 | 0 |', '||| 3.其他 | |']] },
  { rule: 'F-2', sample: 'shijianju-2021', broken: [[['编制了本报告。', '编制了本报告，共分为五个部分。']], [['编制了本报告。', '编制了本报告。本报告由四个部分组成。']], [['编制了本报告。', '编制了本报告，包括总体情况、主动公开等七部分内容。']]], near: [['编制了本报告。', '编制了本报告，由六个部分组成。']] },
  { rule: 'F-4', sample: 'qingshi-2021', broken: [[['一、总体情况', '发布日期：2021-12-25\n\n一、总体情况']], [['一、总体情况', '公布时间：2021年11月3日。\n\n一、总体情况']], [['一、总体情况', '发布时间：2021.12.30\n\n一、总体情况']]], near: [['一、总体情况', '发布日期：2022-01-05\n\n一、总体情况']] },
  { rule: 'F-12', sample: 'qingshi-2021', broken: [[[PROBLEMS_END, `\n\n该部分以表格形式报告。${PROBLEMS_END}`]], [[PROBLEMS_END, `\n\n请在此处填写存在的问题。${PROBLEMS_END}`]], [[PROBLEMS_END, `\n\n截至XXXX年年底。${PROBLEMS_END}`]]], near: [[PROBLEMS_END, `\n\n该部分工作以表格形式开展。${PROBLEMS_END}`]] },
];
